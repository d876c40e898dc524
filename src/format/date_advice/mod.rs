//! What an editor typed for a date, answered with what to write: "4 Sept 2025" with `2025-09-04`.
//!
//! Plain dates in English and Russian are read by `edtf-normalize`. What it leaves out, or maps to
//! what readers would be told wrongly, is read here: before and after, centuries before our era,
//! choices, times of day, spans of days, other languages' months.

mod advice;
mod text;
mod months;
mod years;
mod values;
mod spans;
mod phrases;
mod numbers;
mod clock;

pub use advice::Advice;

use crate::date::When;
use text::tidy;

/// Longer texts are no dates.
const LONGEST: usize = 80;

/// What to write for a text that is no EDTF date; `None` where nothing better than the error can be
/// said.
pub fn of(text: &str) -> Option<Advice> {
    let text = tidy(text);
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let readers = [
        phrases::no_date,
        clock::time,
        numbers::near_edtf,
        phrases::phrase,
        values::advice,
    ];
    readers.into_iter().find_map(|read| read(&text))
}

/// The value to write for a text that may be EDTF already, such as a number or a date of TOML
/// without quotation marks.
pub fn value(text: &str) -> Option<String> {
    if When::parse(text).is_ok() {
        Some(text.to_owned())
    } else {
        of(text)?.replacement
    }
}

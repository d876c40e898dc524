//! What an editor typed for a date, answered with what to write: "4 Sept 2025" with `2025-09-04`.
//!
//! Plain dates in English and Russian are read by `edtf-normalize`. What it leaves out, or maps to
//! what readers would be told wrongly, is read here: before and after, centuries before our era,
//! choices, times of day, spans of days, other languages' months.

mod clock;
mod months;
mod numbers;
mod phrases;
mod spans;
mod values;
mod years;

use crate::date::When;
use crate::locale::Locale;

/// Editors are answered in English.
fn english() -> &'static Locale {
    Locale::of("en")
}

/// Longer texts are no dates.
const LONGEST: usize = 80;

/// What to write instead of what an editor typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// As one sentence without a full stop: "write `2025-09-04`".
    pub hint: String,
    /// The EDTF value, where there is no doubt which; it always parses.
    pub replacement: Option<String>,
}

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

impl Advice {
    fn only(hint: impl Into<String>) -> Option<Self> {
        Some(Self {
            hint: hint.into(),
            replacement: None,
        })
    }

    /// There is no doubt what was meant.
    fn certain(value: impl Into<String>) -> Option<Self> {
        let value = value.into();
        When::parse(&value).is_ok().then(|| Self {
            hint: format!("write `{value}`"),
            replacement: Some(value),
        })
    }

    /// The same with more to know.
    fn noting(self, note: &str) -> Option<Self> {
        Some(Self {
            hint: format!("{}{note}", self.hint),
            ..self
        })
    }

    /// Each of several values, with what it means.
    fn choice(values: &[(String, String)]) -> Option<Self> {
        let told = |(value, meaning): &(String, String)| match meaning.as_str() {
            "" => format!("`{value}`"),
            meaning => format!("`{value}` ({meaning})"),
        };
        match values {
            [] => None,
            [(one, _)] => Self::certain(one),
            all if all.iter().all(|(value, _)| When::parse(value).is_ok()) => Self::only(format!(
                "write {}",
                all.iter().map(told).collect::<Vec<_>>().join(" or ")
            )),
            _ => None,
        }
    }
}

/// Lower case, single spaces, dashes as `–`, all other hyphens and the minus sign as `-`.
fn tidy(text: &str) -> String {
    let plain = |character: char| match character {
        '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
        '\u{2012}' | '\u{2014}' | '\u{2015}' => '–',
        '’' | '‘' | 'ʼ' => '\'',
        space if space.is_whitespace() => ' ',
        other => other,
    };
    let text: String = text.to_lowercase().chars().map(plain).collect();
    text.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What stands behind one of several beginnings.
fn behind<'t>(text: &'t str, starts: &[&str]) -> Option<&'t str> {
    starts
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .map(str::trim_start)
}

/// What stands before one of several endings.
fn before<'t>(text: &'t str, ends: &[&str]) -> Option<&'t str> {
    ends.iter()
        .find_map(|end| text.strip_suffix(end))
        .map(str::trim_end)
}

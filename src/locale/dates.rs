//! How each language words dates.

use crate::date::When;
use edtf_core::Edtf;

/// How a language words the dates that the browser words itself: on axes and in counts.
#[derive(Debug)]
pub struct Locale {
    pub lang: &'static str,
    /// The months where there is little room: "Sept".
    pub(super) months_short: [&'static str; 12],
    /// A day and its month: "3 Sept".
    pub(super) day: fn(u8, &str) -> String,
    /// An astronomical year: "1990", "44 BCE".
    pub(super) year: fn(i64) -> String,
    /// From the words of one date to those of another: "3–6 September 2025".
    pub(super) join: fn(&str, &str) -> String,
}

/// How a language words any EDTF date, with its doubts: "about 2024". Apart from [`Locale`], so
/// that the programs of the browser do not carry a grammar of dates.
#[derive(Debug)]
pub struct DateGrammar {
    pub lang: &'static str,
    pub(super) words: fn(&Edtf) -> String,
}

impl Locale {
    /// The name of a month (1–12) where there is little room: "Sept".
    pub fn month(&self, month: u8) -> &'static str {
        self.months_short[usize::from(month.clamp(1, 12)) - 1]
    }

    /// "3 Sept".
    pub fn day(&self, month: u8, day: u8) -> String {
        (self.day)(day, self.month(month))
    }

    /// A year as readers write it: "1990", "79 CE", "12,000 BCE".
    pub fn year(&self, year: i64) -> String {
        (self.year)(year)
    }

    /// "14 May 2024, 18:00–18:09": from when the first starts to when the last ends, in the words
    /// of both.
    pub fn span(&self, first: &When, last: &When) -> String {
        (self.join)(first.words(), last.words())
    }

    /// Reads an EDTF text and words it.
    pub fn when(&self, edtf: &str) -> Result<When, String> {
        When::worded(edtf, DateGrammar::of(self.lang).words)
    }

    /// From when one date starts to when another ends, in the words of both: also of times of day,
    /// for which EDTF has no intervals.
    pub fn over(&self, first: &When, last: &When) -> When {
        When::over(first, last, self.span(first, last))
    }
}

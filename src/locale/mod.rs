//! Languages. All that one needs is in its own file (`en.rs`): the interface's words, plurals,
//! joins, and the words of dates. To add a language, write its file and add it to [`languages!`].
//!
//! Stories may be in any language: quotation marks, the direction of writing, searching and sorting
//! follow the story's, whether or not the interface speaks it.

pub mod direction;
mod en;
pub mod fold;
#[cfg(not(target_arch = "wasm32"))]
pub mod order;
pub mod quotes;
pub mod strings;

pub use strings::Strings;

use crate::date::When;
use strings::explorer::ExplorerStrings;
#[cfg(not(target_arch = "wasm32"))]
use strings::large::LargeStrings;

/// How a language words dates. The tables of its strings are separate statics, so that each program
/// carries only those that it uses.
#[derive(Debug)]
pub struct Locale {
    pub lang: &'static str,
    /// The months where there is little room: "Sept".
    months_short: [&'static str; 12],
    /// A day and its month: "3 Sept".
    day: fn(u8, &str) -> String,
    /// An astronomical year: "1990", "44 BCE".
    year: fn(i64) -> String,
    /// From the words of one date to those of another: "3–6 September 2025".
    join: fn(&str, &str) -> String,
    /// Any date, with its doubts: "about 2024".
    #[cfg(not(target_arch = "wasm32"))]
    date: fn(&edtf_core::Edtf) -> String,
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

    /// "14 May 2024, 18:00–18:09": from when the first starts to when the last ends, in the words of
    /// both.
    pub fn span(&self, first: &When, last: &When) -> String {
        (self.join)(first.words(), last.words())
    }

    /// Reads an EDTF text and words it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn when(&self, edtf: &str) -> Result<When, String> {
        When::worded(edtf, self.date)
    }

    /// From when one date starts to when another ends, in the words of both: also of times of day,
    /// for which EDTF has no intervals.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn over(&self, first: &When, last: &When) -> When {
        When::over(first, last, self.span(first, last))
    }
}

/// A table that each language has.
trait Table: Sized + 'static {
    const ALL: &'static [&'static Self];

    fn lang(&self) -> &'static str;

    /// The table for a BCP 47 tag, where its language has one: `en`, `en-GB`.
    fn find(lang: &str) -> Option<&'static Self> {
        let language = lang.split('-').next().unwrap_or_default();
        Self::ALL
            .iter()
            .copied()
            .find(|table| table.lang().eq_ignore_ascii_case(language))
    }
}

macro_rules! table {
    ($table:ty, [$($entry:path),+]) => {
        impl Table for $table {
            const ALL: &'static [&'static Self] = &[$(&$entry),+];

            fn lang(&self) -> &'static str {
                self.lang
            }
        }

        impl $table {
            /// That of a BCP 47 tag; English where a language is not translated yet.
            pub fn of(lang: &str) -> &'static Self {
                Self::find(lang).unwrap_or(Self::ALL[0])
            }
        }
    };
}

/// The languages of the interface, English first.
macro_rules! languages {
    ($($language:ident),+) => {
        table!(Locale, [$($language::LOCALE),+]);
        table!(Strings, [$($language::STRINGS),+]);
        table!(ExplorerStrings, [$($language::EXPLORER),+]);
        #[cfg(not(target_arch = "wasm32"))]
        table!(LargeStrings, [$($language::LARGE),+]);
    };
}

languages!(en);

impl Strings {
    /// The strings for a BCP 47 tag, where its language is translated.
    pub fn named(lang: &str) -> Option<&'static Self> {
        Self::find(lang)
    }
}

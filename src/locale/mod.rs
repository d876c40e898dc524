//! Languages. All that one needs is in its own file (`en.rs`): the interface's words, plurals,
//! joins, and the words of dates. To add a language, write its file and add it to [`languages!`].
//!
//! Stories may be in any language: quotation marks, the direction of writing, searching and sorting
//! follow the story's, whether or not the interface speaks it.

mod dates;
pub mod strings;
mod en;
pub mod direction;
pub mod fold;
#[cfg(not(target_arch = "wasm32"))]
pub mod order;
pub mod quotes;

pub use dates::Locale;
pub use strings::Strings;

use dates::DateGrammar;
use strings::explorer::ExplorerStrings;
use strings::large::LargeStrings;
use strings::page::PageStrings;

/// A table that each language has. Each is a static of its own, so that a program of the browser
/// carries only those that it uses.
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
        table!(PageStrings, [$($language::PAGE),+]);
        table!(LargeStrings, [$($language::LARGE),+]);
        table!(DateGrammar, [$($language::DATES),+]);
    };
}

languages!(en);

impl Strings {
    /// The strings for a BCP 47 tag, where its language is translated.
    pub fn named(lang: &str) -> Option<&'static Self> {
        Self::find(lang)
    }

    /// The words of the same language that are written once.
    pub fn page(&self) -> &'static PageStrings {
        PageStrings::of(self.lang)
    }
}

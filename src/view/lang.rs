//! The language of the interface beside that of the story, and the directions of both.

use crate::locale::Strings;
use crate::locale::direction::direction;

/// The language of the interface beside that of the page.
#[derive(Clone, Copy)]
pub struct InterfaceLang {
    /// Whether it is not the story's language.
    pub foreign: bool,
    /// Its direction, if that is not the page's.
    pub dir: Option<&'static str>,
    /// Whether the page is written to the left.
    pub leftwards: bool,
}

impl InterfaceLang {
    /// That of an interface in a page of this language.
    pub fn of(words: &Strings, lang: &str) -> Self {
        let (page, own) = (direction(lang), direction(words.lang));
        let language = lang.split('-').next().unwrap_or_default();
        Self {
            foreign: !language.eq_ignore_ascii_case(words.lang),
            dir: (page != own).then_some(own),
            leftwards: page == "rtl",
        }
    }
}

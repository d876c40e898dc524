//! Words of the interface in what is written as text, not by Yew: marked where the page is of
//! another language. Knows no page.

use super::page::Escaped;
use crate::locale::Strings;
use crate::locale::direction::direction;
use crate::story::Story;

/// Words of the interface as HTML in a page of the story's language.
pub fn spoken(story: &Story, words: &str) -> String {
    let (own, words) = (Strings::of(&story.lang).lang, Escaped(words));
    match attributes(story) {
        Some(_) => format!(
            "<span lang=\"{own}\" dir=\"{}\">{words}</span>",
            direction(own)
        ),
        None => words.to_string(),
    }
}

/// ` lang="en"` for an element that the interface names; nothing where that is the page's language.
pub fn attributes(story: &Story) -> Option<String> {
    let own = Strings::of(&story.lang).lang;
    let page = story.lang.split('-').next().unwrap_or_default();
    (!page.eq_ignore_ascii_case(own)).then(|| format!(" lang=\"{own}\""))
}

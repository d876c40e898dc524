//! Quotations in an article.

use super::text;
use crate::format::markdown::Section;
use crate::format::plain::Plain;
use crate::story::Evidence;
use std::ops::Range;

/// What the article quotes in a section, with its place, and whether that is of these words only;
/// not in context, which quotes other texts.
pub fn quoted(section: &Section) -> Vec<(String, Range<usize>, bool)> {
    let context = Evidence::Context.key();
    let mut found = Vec::new();
    for plain in section.paragraphs.iter().map(Plain::of) {
        let inside = plain
            .quotations()
            .into_iter()
            .filter(|quote| plain.mark(quote.start) != Some(context));
        let inside = inside.filter(|quote| !text::words(&plain.text[quote.clone()]).is_empty());
        found.extend(inside.map(|quote| {
            (
                plain.text[quote.clone()].to_owned(),
                plain.place(quote.clone()),
                plain.exact(quote),
            )
        }));
    }
    found
}

//! Rules on the article's text.

use super::claims;
use crate::diag::Diagnostic;
use crate::story::wire::{Draft, in_article};
use crate::text::plain::Plain;

/// What a link leaves in the text when it was not understood.
const SLIPS: [&str; 5] = ["](", "] (actor:", "] (event:", "] (issue:", "] (http"];

pub fn passages_not_empty(draft: &Draft) -> Vec<Diagnostic> {
    let sections = &draft.article.sections;
    let ends = sections.iter().skip(1).map(|next| next.at.start).chain([usize::MAX]);
    // Where something was left out as unsupported, the passage was not meant to be empty.
    let left_out = |from, to| draft.article.problems.iter().any(|problem| (from..to).contains(&problem.at.start));
    let empty = sections
        .iter()
        .zip(ends)
        .filter(|(section, end)| section.paragraphs.is_empty() && !left_out(section.at.end, *end));
    let hint = "write a paragraph below the heading, or take the heading out";
    empty
        .map(|(section, _)| {
            Diagnostic::error("empty-passage", Some(in_article(&section.at)), "this passage has no text", hint)
        })
        .collect()
}

/// A slip in a link leaves its brackets in the text, where readers would see them.
pub fn links_are_links(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for paragraph in draft.article.paragraphs() {
        let plain = Plain::of(paragraph);
        for (start, _) in SLIPS.iter().flat_map(|slip| plain.text.match_indices(slip)) {
            let message = "this looks like a link, but is none";
            let hint = "write `[words](actor:id)`, without a space before or inside the round brackets";
            found.push(Diagnostic::error(
                "broken-link",
                Some(in_article(&plain.place(start..start + 2))),
                message,
                hint,
            ));
        }
    }
    found
}

pub fn quotations_short(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for paragraph in draft.article.paragraphs() {
        let plain = Plain::of(paragraph);
        for quote in plain.quotations() {
            if let Some((message, hint)) = claims::long(&plain.text[quote.clone()]) {
                found.push(Diagnostic::warning("long-quote", Some(in_article(&plain.place(quote))), message, hint));
            }
        }
    }
    found
}

/// A quotation that is not closed runs on for the reader, and cannot be proved in the source.
pub fn quotations_closed(draft: &Draft) -> Vec<Diagnostic> {
    let hint = "close it before the paragraph ends";
    let open = draft.article.paragraphs().filter_map(|paragraph| {
        let plain = Plain::of(paragraph);
        plain.unclosed().map(|mark| plain.place(mark))
    });
    open.map(|at| Diagnostic::warning("unclosed-quote", Some(in_article(&at)), "this quotation is not closed", hint))
        .collect()
}

//! Proves quotations in the text that the story explains: word for word, in a paragraph of the
//! passage that is named.

pub mod text;
mod near;
mod copied;
mod proof;

use crate::format::Draft;
use crate::format::diagnostic::Diagnostic;
use crate::format::file::Ref;
use crate::format::markdown::Section;
use crate::format::plain::Plain;
use crate::story::Evidence;
use proof::{Proof, Quotation};
use std::ops::Range;
pub use text::{Source, objection};

/// Looks up every quotation of the story in `source`: the `quote` of each entry, and what stands
/// between quotation marks in the article, except in context, which quotes other texts. Says too
/// what is copied without quotation marks.
pub fn prove(draft: &Draft, source: &str) -> Vec<Diagnostic> {
    let source = Source::read(source);
    let mut proof = Proof::of(draft, &source);
    proof.numbers(draft);
    for claim in draft
        .file
        .claims()
        .filter(|claim| !claim.is(Evidence::Context))
    {
        let Some(quote) = claim.quote else { continue };
        let passages: Vec<&str> = claim.passage.iter().map(Ref::as_str).collect();
        proof.quotation(&Quotation::of(quote), &passages);
    }
    for section in &draft.article.sections {
        proof.section(section);
    }
    let mut found = proof.found;
    found.extend(copied::copied_words(draft, &source));
    found
}

/// How many quotations [`prove`] looks up.
pub fn count(draft: &Draft) -> usize {
    let entries = draft
        .file
        .claims()
        .filter(|claim| !claim.is(Evidence::Context) && claim.quote.is_some())
        .count();
    entries
        + draft
            .article
            .sections
            .iter()
            .map(|section| quoted(section).len())
            .sum::<usize>()
}

/// What the article quotes in a section, with its place, and whether that is of these words only;
/// not in context, which quotes other texts.
fn quoted(section: &Section) -> Vec<(String, Range<usize>, bool)> {
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

fn list(passages: &[&str]) -> String {
    let named: Vec<String> = passages
        .iter()
        .map(|passage| format!("“{passage}”"))
        .collect();
    named.join(" or ")
}

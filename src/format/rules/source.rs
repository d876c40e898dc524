//! Proves quotations in the text that the story explains: word for word, in a paragraph of the
//! passage that is named.

pub mod text;
mod near;
mod copied;
mod quotations;
mod proof;

use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::file::Ref;
use crate::story::Evidence;
use proof::{Proof, Quotation};
use quotations::quoted;
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

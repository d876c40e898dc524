//! Rules on evidence: what a position, a relation or an event must carry for its kind of evidence.

use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::file::{Claim, Placed};
use crate::format::place::in_story;
use crate::story::Evidence;
use std::ops::Range;

/// Longest quotation, in words, that is still a quotation and not a copy.
pub const LONGEST_QUOTE: usize = 25;

impl Claim<'_> {
    pub fn is(&self, evidence: Evidence) -> bool {
        self.evidence.is_some_and(|placed| **placed == evidence)
    }

    /// Where its evidence is named, or else its head.
    fn evidence_span(&self) -> Range<usize> {
        self.evidence.map_or(self.span.clone(), Placed::span)
    }
}

/// `quoted` says that there are words; here they must be.
pub fn quotation_given(draft: &Draft) -> Vec<Diagnostic> {
    let bare = draft
        .file
        .claims()
        .filter(|claim| claim.is(Evidence::Quoted) && claim.quote.is_none() && !draft.torn);
    let hint = "add `quote = \"…\"` with the words of the source, or call it `reported`";
    bare.map(|claim| {
        let message = format!("this {} is quoted, but there is no quotation", claim.kind);
        Diagnostic::error(
            "missing-quote",
            Some(in_story(&claim.evidence_span())),
            message,
            hint,
        )
    })
    .collect()
}

pub fn quotation_short(draft: &Draft) -> Vec<Diagnostic> {
    let quotes = draft.file.claims().filter_map(|claim| claim.quote);
    quotes
        .filter_map(|quote| {
            long(quote).map(|(message, hint)| {
                Diagnostic::warning("long-quote", Some(in_story(&quote.span())), message, hint)
            })
        })
        .collect()
}

/// What to say of a quotation that is too long.
pub fn long(quote: &str) -> Option<(String, &'static str)> {
    let words = quote.split_whitespace().count();
    let message = format!("this quotation has {words} words, more than {LONGEST_QUOTE}");
    (words > LONGEST_QUOTE)
        .then_some((message, "quote the few words that matter and tell the rest"))
}

/// The interface puts the quotation marks, in the way of its language.
pub fn quotation_bare(draft: &Draft) -> Vec<Diagnostic> {
    let marks = ['"', '“', '”', '„', '«', '»'];
    let quotes = draft.file.claims().filter_map(|claim| claim.quote);
    let marked =
        quotes.filter(|quote| quote.trim().starts_with(marks) && quote.trim().ends_with(marks));
    let hint = "take out the marks around it: the page puts them";
    marked
        .map(|quote| {
            Diagnostic::warning(
                "marked-quote",
                Some(in_story(&quote.span())),
                "this quotation has quotation marks of its own",
                hint,
            )
        })
        .collect()
}

/// Context is not in the source, so that a reader must be told where it is.
pub fn context_referenced(draft: &Draft) -> Vec<Diagnostic> {
    let bare = draft
        .file
        .claims()
        .filter(|claim| claim.is(Evidence::Context) && claim.reference.is_empty() && !draft.torn);
    // With a passage instead, the other rule says it all.
    let bare = bare.filter(|claim| claim.passage.is_empty());
    let hint = "add `reference = \"…\"` with the id of a [[reference]]";
    bare.map(|claim| {
        let message = format!(
            "this {} is context, but no reference is given for it",
            claim.kind
        );
        Diagnostic::error(
            "missing-reference",
            Some(in_story(&claim.evidence_span())),
            message,
            hint,
        )
    })
    .collect()
}

pub fn context_without_passage(draft: &Draft) -> Vec<Diagnostic> {
    let placed = draft
        .file
        .claims()
        .filter(|claim| claim.is(Evidence::Context));
    placed
        .filter_map(|claim| {
            let passage = claim.passage.first()?;
            let hint = match claim.reference.is_empty() {
                true => "if the source says it, change `evidence` to `reported`; if not, write `reference` in place of `passage`",
                false => "take out `passage`, or change `evidence` if the source does say it",
            };
            let message = format!("this {} is context, which is not in the source, but names a passage", claim.kind);
            Some(Diagnostic::error("passage-on-context", Some(in_story(&passage.span())), message, hint))
        })
        .collect()
}

/// What the source says must be found in it. Words that are quoted from nowhere cannot be proved.
pub fn passage_named(draft: &Draft) -> Vec<Diagnostic> {
    let inside = draft
        .file
        .claims()
        .filter(|claim| claim.evidence.is_some() && !claim.is(Evidence::Context));
    inside
        .filter(|claim| claim.passage.is_empty() && !draft.torn)
        .map(|claim| unplaced(&claim))
        .collect()
}

fn unplaced(claim: &Claim) -> Diagnostic {
    let at = Some(in_story(&claim.span));
    let hint = "add `passage = \"…\"` with the id of the passage that tells it";
    let message = format!("this {} does not say where the source has it", claim.kind);
    match (claim.is(Evidence::Quoted), claim.reference.first()) {
        (true, Some(reference)) => {
            let message = format!(
                "this {} is quoted from the source, but names no passage of it",
                claim.kind
            );
            let hint = format!(
                "{hint}; where only `{}` has these words, write `evidence = \"context\"` and keep the `quote`",
                reference.as_str()
            );
            Diagnostic::error("missing-passage", at, message, hint)
        }
        (true, None) => Diagnostic::error("missing-passage", at, message, hint),
        (false, _) => Diagnostic::warning("missing-passage", at, message, hint),
    }
}

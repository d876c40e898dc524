//! The proof of quotations: each is looked up in the source, and what is not found gets advice.

use super::near::{Found, Nearest};
use super::quotations::quoted;
use super::text::Source;
use crate::format::diagnostic::{At, Diagnostic};
use crate::format::draft::Draft;
use crate::format::file::Text;
use crate::format::markdown::Section;
use crate::format::place::{in_article, in_story};
use crate::format::rules::texts;
use std::collections::{BTreeMap, BTreeSet};

/// Words that are to be proved, and how their place is written.
pub(super) struct Quotation<'q> {
    words: &'q str,
    at: At,
    /// The value of a key, with quotation marks of TOML around it.
    value: bool,
    /// Whether other words can be written at the place.
    exact: bool,
}

impl<'q> Quotation<'q> {
    pub(super) fn of(quote: &'q Text) -> Self {
        Self {
            words: quote.trim(),
            at: in_story(&quote.span()),
            value: true,
            exact: true,
        }
    }

    /// A finding, with the words that mend it.
    fn mended(&self, found: Diagnostic, words: &str) -> Diagnostic {
        match (self.exact, self.value) {
            (false, _) => found,
            (true, true) => found.replaced_by(texts::value(words)),
            (true, false) => found.replaced_by(words),
        }
    }
}

pub(super) struct Proof<'d> {
    source: &'d Source,
    /// Passages and the numbers of their paragraphs.
    passages: Vec<(&'d str, Vec<usize>)>,
    /// Passages that are named, but of which no paragraphs are given.
    unmapped: BTreeSet<String>,
    nearest: Nearest<'d>,
    /// Advice by wanted words, and what to write instead: looking for it takes long.
    advice: BTreeMap<String, (String, Option<String>)>,
    pub(super) found: Vec<Diagnostic>,
}

impl<'d> Proof<'d> {
    pub(super) fn of(draft: &'d Draft, source: &'d Source) -> Self {
        let mapping = draft
            .file
            .source
            .iter()
            .flat_map(|source| &source.paragraphs);
        let numbers = mapping.map(|(passage, numbers)| {
            (
                passage.as_str(),
                numbers.iter().map(|number| number.get() as usize).collect(),
            )
        });
        Self {
            source,
            passages: numbers.collect(),
            unmapped: BTreeSet::new(),
            nearest: Nearest::of(source),
            advice: BTreeMap::new(),
            found: Vec::new(),
        }
    }

    fn error(&mut self, code: &'static str, at: At, message: String, hint: String) {
        self.found
            .push(Diagnostic::error(code, Some(at), message, hint));
    }

    /// The paragraphs that passages claim must be there.
    pub(super) fn numbers(&mut self, draft: &Draft) {
        let count = self.source.paragraphs.len();
        let counted = match self.source.wrapped {
            true => "its blocks between blank lines, because its lines are broken at a width",
            false => "its non-blank lines",
        };
        let mapping = draft
            .file
            .source
            .iter()
            .flat_map(|source| &source.paragraphs);
        for number in mapping
            .flat_map(|(_, numbers)| numbers.iter())
            .filter(|number| number.get() as usize > count)
        {
            let message = format!("the source has no paragraph {}", number.get());
            let hint = match count {
                1 => format!("it has 1 paragraph; counted from 1 are {counted}"),
                count => format!("it has {count} paragraphs; counted from 1 are {counted}"),
            };
            self.error("unknown-paragraph", in_story(&number.span()), message, hint);
        }
    }

    pub(super) fn section(&mut self, section: &Section) {
        let passage = section.id.as_ref().map(|id| id.words.as_str());
        for (quote, at, exact) in quoted(section) {
            let quotation = Quotation {
                words: quote.trim(),
                at: in_article(&at),
                value: false,
                exact,
            };
            self.quotation(&quotation, passage.as_slice());
        }
    }

    pub(super) fn quotation(&mut self, quote: &Quotation, passages: &[&str]) {
        let places = self.source.places(quote.words);
        if places.is_empty() {
            self.missing(quote);
        } else if passages
            .iter()
            .all(|passage| self.paragraphs_of(passage).is_some())
        {
            let named: Vec<usize> = passages
                .iter()
                .filter_map(|passage| self.paragraphs_of(passage))
                .flatten()
                .copied()
                .collect();
            if !passages.is_empty() && !places.iter().any(|place| named.contains(place)) {
                self.elsewhere(quote, passages, places[0]);
            }
        } else {
            self.unmapped(passages, places[0], quote.at.clone());
        }
    }

    fn paragraphs_of(&self, passage: &str) -> Option<&Vec<usize>> {
        self.passages
            .iter()
            .find(|(name, _)| *name == passage)
            .map(|(_, numbers)| numbers)
    }

    fn elsewhere(&mut self, quote: &Quotation, passages: &[&str], place: usize) {
        let message = format!(
            "“{}” does not stand in {} of the source",
            quote.words,
            list(passages)
        );
        let hint = format!(
            "it stands in {}: name that passage, or correct [source.paragraphs]",
            self.place(place)
        );
        self.error("quote-elsewhere", quote.at.clone(), message, hint);
    }

    /// Says once for each passage that nothing can be proved in it.
    fn unmapped(&mut self, passages: &[&str], place: usize, at: At) {
        for passage in passages
            .iter()
            .filter(|passage| self.paragraphs_of(passage).is_none())
            .collect::<Vec<_>>()
        {
            if self.unmapped.insert(passage.to_string()) {
                let message = format!(
                    "which paragraphs of the source the passage “{passage}” retells is not given"
                );
                let hint = format!(
                    "add `{passage} = […]` below [source.paragraphs]; this quotation stands in paragraph {place}"
                );
                self.error("unmapped-passage", at.clone(), message, hint);
            }
        }
    }

    fn place(&self, number: usize) -> String {
        match self
            .passages
            .iter()
            .find(|(_, numbers)| numbers.contains(&number))
        {
            Some((passage, _)) => format!("paragraph {number}, which is of “{passage}”"),
            None => format!("paragraph {number}, which is of no passage"),
        }
    }

    fn missing(&mut self, quote: &Quotation) {
        if !self.advice.contains_key(quote.words) {
            let advice = self.advise(quote.words);
            self.advice.insert(quote.words.into(), advice);
        }
        let (hint, instead) = &self.advice[quote.words];
        let message = format!("the source does not say “{}”", quote.words);
        let found = Diagnostic::error("quote-not-found", Some(quote.at.clone()), message, hint);
        self.found.push(match instead {
            Some(instead) => quote.mended(found, instead),
            None => found,
        });
    }

    fn advise(&mut self, wanted: &str) -> (String, Option<String>) {
        if self.source.runs_on(wanted) {
            let hint = "the words run on from one paragraph of the source into the next: quote those of one, or join the lines of \
                        each paragraph in the source file";
            return (hint.into(), None);
        }
        match self.nearest.find(wanted) {
            Some(Found::Same {
                wording,
                capitals,
                paragraph,
            }) => {
                let what = if capitals {
                    "only capital letters"
                } else {
                    "only signs or capital letters"
                };
                let marks = wording.matches(['“', '”', '„', '«', '»', '"']).count();
                let hint = format!(
                    "{what} differ: write “{wording}”; it stands in {}",
                    self.place(paragraph)
                );
                // Half of a pair of quotation marks is not to be written.
                (hint, Some(wording).filter(|_| marks % 2 == 0))
            }
            Some(Found::Interrupted {
                wording,
                joined,
                paragraph,
            }) => {
                let hint = format!(
                    "the source interrupts them, in {}: “{wording}”; quote one part, or write “{joined}”",
                    self.place(paragraph)
                );
                (hint, Some(joined))
            }
            Some(Found::Near { wording, paragraph }) => (
                format!(
                    "the nearest wording is “{wording}”, in {}",
                    self.place(paragraph)
                ),
                None,
            ),
            None => (
                "copy the words from the source, or tell them without quotation marks".into(),
                None,
            ),
        }
    }
}

fn list(passages: &[&str]) -> String {
    let named: Vec<String> = passages
        .iter()
        .map(|passage| format!("“{passage}”"))
        .collect();
    named.join(" or ")
}

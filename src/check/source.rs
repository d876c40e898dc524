//! Proves quotations in the text that the story explains: word for word, in a paragraph of the passage that is named.
//! Quotation marks, dashes, white space and the text's own emphasis marks make no difference; letters and their case do.

use super::claims::claims;
use crate::diag::{At, Diagnostic};
use crate::story::Evidence;
use crate::story::wire::file::Ref;
use crate::story::wire::{Draft, in_article, in_story};
use crate::text::inline::Section;
use crate::text::plain::Plain;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Least share of equal letters for a wording to be offered as the nearest.
const NEAR: f64 = 0.55;

/// Looks up every quotation of the story in `source`: the `quote` of each entry, and what stands between quotation
/// marks in the article, except in context, which quotes other texts.
pub fn prove(draft: &Draft, source: &str) -> Vec<Diagnostic> {
    let mut proof = Proof::of(draft, source);
    proof.numbers(draft);
    for claim in claims(&draft.file).filter(|claim| !claim.is(Evidence::Context)) {
        let Some(quote) = claim.quote else { continue };
        let passages: Vec<&str> = claim.passage.iter().map(Ref::as_str).collect();
        proof.quotation(quote, &passages, in_story(&quote.span()));
    }
    for section in &draft.article.sections {
        proof.section(section);
    }
    proof.found
}

/// How many quotations [`prove`] looks up.
pub fn count(draft: &Draft) -> usize {
    let entries = claims(&draft.file).filter(|claim| !claim.is(Evidence::Context) && claim.quote.is_some()).count();
    entries + draft.article.sections.iter().map(|section| quoted(section).len()).sum::<usize>()
}

struct Proof<'d> {
    /// The source's paragraphs, normalised; the first is number 1.
    paragraphs: Vec<String>,
    /// Passages and the numbers of their paragraphs.
    passages: Vec<(&'d str, Vec<usize>)>,
    /// Passages that are named, but of which no paragraphs are given.
    unmapped: BTreeSet<String>,
    /// Hints by wanted words: looking for the nearest wording takes long.
    hints: BTreeMap<String, String>,
    found: Vec<Diagnostic>,
}

impl<'d> Proof<'d> {
    fn of(draft: &'d Draft, source: &str) -> Self {
        let paragraphs = source.lines().filter(|line| !line.trim().is_empty()).map(normal).collect();
        let mapping = draft.file.source.iter().flat_map(|source| &source.paragraphs);
        let numbers = mapping
            .map(|(passage, numbers)| (passage.as_str(), numbers.iter().map(|number| number.get() as usize).collect()));
        Self {
            paragraphs,
            passages: numbers.collect(),
            unmapped: BTreeSet::new(),
            hints: BTreeMap::new(),
            found: Vec::new(),
        }
    }

    fn error(&mut self, code: &'static str, at: At, message: String, hint: String) {
        self.found.push(Diagnostic::error(code, Some(at), message, hint));
    }

    /// The paragraphs that passages claim must be there.
    fn numbers(&mut self, draft: &Draft) {
        let count = self.paragraphs.len();
        let mapping = draft.file.source.iter().flat_map(|source| &source.paragraphs);
        for number in mapping.flat_map(|(_, numbers)| numbers.iter()).filter(|number| number.get() as usize > count) {
            let message = format!("the source has no paragraph {}", number.get());
            let hint = format!("it has {count} paragraphs: count its non-blank lines from 1");
            self.error("unknown-paragraph", in_story(&number.span()), message, hint);
        }
    }

    fn section(&mut self, section: &Section) {
        let passage = section.id.as_ref().map(|id| id.words.as_str());
        for (quote, at) in quoted(section) {
            self.quotation(&quote, passage.as_slice(), in_article(&at));
        }
    }

    fn quotation(&mut self, quote: &str, passages: &[&str], at: At) {
        let wanted = words(quote);
        let places: Vec<usize> =
            (1..=self.paragraphs.len()).filter(|n| stands(&wanted, &self.paragraphs[n - 1])).collect();
        if places.is_empty() {
            let hint = self.hint(&wanted);
            self.error("quote-not-found", at, format!("the source does not say “{}”", quote.trim()), hint);
        } else if passages.iter().all(|passage| self.paragraphs_of(passage).is_some()) {
            let named: Vec<usize> =
                passages.iter().filter_map(|passage| self.paragraphs_of(passage)).flatten().copied().collect();
            if !passages.is_empty() && !places.iter().any(|place| named.contains(place)) {
                self.elsewhere(quote, passages, places[0], at);
            }
        } else {
            self.unmapped(passages, places[0], at);
        }
    }

    fn paragraphs_of(&self, passage: &str) -> Option<&Vec<usize>> {
        self.passages.iter().find(|(name, _)| *name == passage).map(|(_, numbers)| numbers)
    }

    fn elsewhere(&mut self, quote: &str, passages: &[&str], place: usize, at: At) {
        let message = format!("“{}” does not stand in {} of the source", quote.trim(), list(passages));
        let hint = format!("it stands in {}: name that passage, or correct [source.paragraphs]", self.place(place));
        self.error("quote-elsewhere", at, message, hint);
    }

    /// Says once for each passage that nothing can be proved in it.
    fn unmapped(&mut self, passages: &[&str], place: usize, at: At) {
        for passage in passages.iter().filter(|passage| self.paragraphs_of(passage).is_none()).collect::<Vec<_>>() {
            if self.unmapped.insert(passage.to_string()) {
                let message = format!("which paragraphs of the source the passage “{passage}” retells is not given");
                let hint = format!(
                    "add `{passage} = […]` below [source.paragraphs]; this quotation stands in paragraph {place}"
                );
                self.error("unmapped-passage", at.clone(), message, hint);
            }
        }
    }

    fn place(&self, number: usize) -> String {
        match self.passages.iter().find(|(_, numbers)| numbers.contains(&number)) {
            Some((passage, _)) => format!("paragraph {number}, which is of “{passage}”"),
            None => format!("paragraph {number}, which is of no passage"),
        }
    }

    fn hint(&mut self, wanted: &str) -> String {
        if !self.hints.contains_key(wanted) {
            let hint = self.nearest(wanted);
            self.hints.insert(wanted.into(), hint);
        }
        self.hints[wanted].clone()
    }

    fn nearest(&self, wanted: &str) -> String {
        let each = self.paragraphs.iter().enumerate();
        let best = each.filter_map(|(index, paragraph)| Some((nearest(wanted, paragraph)?, index + 1)));
        let best = best.max_by(|((one, _), _), ((other, _), _)| one.total_cmp(other));
        match best {
            Some(((_, wording), number)) => format!("the nearest wording is “{wording}”, in {}", self.place(number)),
            None => "copy the words from the source, or tell them without quotation marks".into(),
        }
    }
}

/// What the article quotes in a section, with its place; not in context, which quotes other texts.
fn quoted(section: &Section) -> Vec<(String, Range<usize>)> {
    let context = Evidence::Context.key();
    let mut found = Vec::new();
    for plain in section.paragraphs.iter().map(Plain::of) {
        let inside = plain.quotations().into_iter().filter(|quote| plain.mark(quote.start) != Some(context));
        let inside = inside.filter(|quote| !words(&plain.text[quote.clone()]).is_empty());
        found.extend(inside.map(|quote| (plain.text[quote.clone()].to_owned(), plain.place(quote))));
    }
    found
}

fn list(passages: &[&str]) -> String {
    let named: Vec<String> = passages.iter().map(|passage| format!("“{passage}”")).collect();
    named.join(" or ")
}

/// Text with one kind of quotation mark, plain hyphens and single spaces, and without emphasis marks. Quotation marks
/// are single inside of others and double by themselves, so that the two are one here.
fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´' | '′' => {
                out.push('\'')
            }
            '‐'..='―' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            '*' | '_' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            space if space.is_whitespace() => out.push(' '),
            other => out.push(other),
        }
    }
    out.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words of a quotation: where it is cut off, a full stop or comma may be ours.
fn words(quote: &str) -> String {
    normal(quote).trim_end_matches(['.', ',', ';', ':']).trim().into()
}

/// Whether the words stand in the paragraph, and not as parts of longer words.
fn stands(wanted: &str, paragraph: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (first, last) = (letter(wanted.chars().next()), letter(wanted.chars().next_back()));
    let mut from = 0;
    while let Some(start) = paragraph[from..].find(wanted).map(|at| from + at) {
        let before = paragraph[..start].chars().next_back();
        let after = paragraph[start + wanted.len()..].chars().next();
        let cut = (first && letter(before)) || (last && letter(after));
        if !cut {
            return true;
        }
        from = start + paragraph[start..].chars().next().map_or(1, char::len_utf8);
    }
    false
}

/// The stretch of as many words, or one more or less, that is most like what was wanted, and how much.
fn nearest(wanted: &str, paragraph: &str) -> Option<(f64, String)> {
    let count = wanted.split(' ').count();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let bag: BTreeSet<String> = wanted.split(' ').map(bare).collect();
    let words: Vec<&str> = paragraph.split(' ').collect();
    let mut best: Option<(f64, String)> = None;
    for length in count.saturating_sub(1).max(1)..=count + 1 {
        for window in words.windows(length) {
            // Comparing letter by letter is slow: it is done only where half of the words are the same, or there are few.
            let shared = window.iter().filter(|word| bag.contains(&bare(word))).count();
            if count > 3 && shared * 2 < length {
                continue;
            }
            let wording = window.join(" ");
            let wording = wording.trim_matches(|c: char| !c.is_alphanumeric());
            let like = strsim::normalized_levenshtein(&wanted.to_lowercase(), &wording.to_lowercase());
            if like >= NEAR && best.as_ref().is_none_or(|(most, _)| like > *most) {
                best = Some((like, wording.to_owned()));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{nearest, normal, stands, words};

    /// Whether a quotation is proved by a line of a source text.
    fn check(quote: &str, source: &str, proved: bool) {
        assert_eq!(stands(&words(quote), &normal(source)), proved, "{quote:?} in {source:?}");
    }

    #[test]
    fn the_ways_of_writing_a_text_make_no_difference() {
        check("wouldn't hear of it", "He wouldn’t hear of it.", true);
        check("the “old” bridge", "the ‘old’ bridge", true);
        check("1991-2003", "in 1991–2003", true);
        check("which guarantees", "*which*\u{a0}  __guarantees__", true);
        check("no.", "He said no, and left.", true);
        check("cooperation", "co\u{ad}operation", true);
    }

    #[test]
    fn letters_words_and_case_do() {
        check("too narrov", "too narrow", false);
        check("narrow", "too narrower", false);
        check("arrow", "too narrow", false);
        check("it rained", "It rained", false);
        check("re-form", "reform", false);
        check("row", "narrow row", true);
    }

    #[test]
    fn the_nearest_wording_is_offered() {
        let near = |wanted: &str, text: &str| nearest(&normal(wanted), &normal(text)).map(|(_, wording)| wording);
        assert_eq!(
            near("to narrow for two carts", "“too narrow for two carts”, he said").unwrap(),
            "too narrow for two carts"
        );
        assert_eq!(near("something else altogether is said", "too narrow for two carts"), None);
    }
}

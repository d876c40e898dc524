//! What to say of a quotation that does not stand in the source: what differs, or the nearest
//! wording.

use super::text::{Source, normal, words};
use std::collections::BTreeSet;
use std::ops::Range;

/// Least share of equal letters for a wording to be offered as the nearest.
const NEAR: f64 = 0.55;
/// Longest quotation, in words, that is looked for.
const LONGEST: usize = 100;
/// Most words that may stand between two parts of a quotation that the source interrupts.
const INTERRUPTION: usize = 30;
/// How many wordings are compared letter by letter.
const CANDIDATES: usize = 30;
/// How many words of the source are looked at for one story: with more, quotations get the general
/// advice.
const BUDGET: usize = 20_000_000;

/// The source's words, to be compared.
pub struct Nearest<'s> {
    source: &'s Source,
    paragraphs: Vec<Vec<Token>>,
    budget: usize,
}

/// A word: its letters in lower case, and where it stands in its paragraph.
#[derive(Debug)]
struct Token {
    letters: String,
    at: Range<usize>,
}

/// What the source has instead of a quotation.
#[derive(Debug, PartialEq)]
pub enum Found {
    /// The same words: only capital letters are others, or signs too.
    Same {
        wording: String,
        capitals: bool,
        paragraph: usize,
    },
    /// The same words, with others in between.
    Interrupted {
        wording: String,
        joined: String,
        paragraph: usize,
    },
    Near {
        wording: String,
        paragraph: usize,
    },
}

impl<'s> Nearest<'s> {
    pub fn of(source: &'s Source) -> Self {
        Self {
            source,
            paragraphs: Vec::new(),
            budget: BUDGET,
        }
    }

    /// The best that the source has; never the wanted words themselves.
    pub fn find(&mut self, quote: &str) -> Option<Found> {
        let wanted = tokens(quote);
        if wanted.is_empty() || wanted.len() > LONGEST {
            return None;
        }
        if self.paragraphs.is_empty() {
            self.paragraphs = self
                .source
                .paragraphs
                .iter()
                .map(|paragraph| tokens(&paragraph.text))
                .collect();
        }
        let size: usize = self.paragraphs.iter().map(Vec::len).sum();
        self.budget = self.budget.checked_sub(size * 4)?;
        self.same(quote, &wanted)
            .or_else(|| self.interrupted(&wanted))
            .or_else(|| self.near(quote, &wanted))
    }

    fn stretch(&self, paragraph: usize, range: Range<usize>) -> String {
        let (tokens, text) = (
            &self.paragraphs[paragraph],
            &self.source.paragraphs[paragraph].text,
        );
        let stretch = &text[tokens[range.start].at.start..tokens[range.end - 1].at.end];
        stretch.replace(['\u{AD}', '\u{200B}', '\u{2060}', '\u{FEFF}'], "")
    }

    fn same(&self, quote: &str, wanted: &[Token]) -> Option<Found> {
        let (paragraph, start) = self
            .each()
            .find(|(paragraph, start)| begins(&self.paragraphs[*paragraph][*start..], wanted))?;
        let wording = self.stretch(paragraph, start..start + wanted.len());
        let capitals = normal(&wording).to_lowercase() == words(quote).to_lowercase();
        let differs = normal(&wording) != words(quote);
        differs.then_some(Found::Same {
            wording,
            capitals,
            paragraph: paragraph + 1,
        })
    }

    /// Every word of the source.
    fn each(&self) -> impl Iterator<Item = (usize, usize)> {
        self.paragraphs
            .iter()
            .enumerate()
            .flat_map(|(index, tokens)| (0..tokens.len()).map(move |start| (index, start)))
    }

    fn interrupted(&self, wanted: &[Token]) -> Option<Found> {
        self.each().find_map(|(paragraph, start)| {
            let tokens = &self.paragraphs[paragraph];
            let alike = wanted
                .iter()
                .zip(&tokens[start..])
                .take_while(|(one, other)| one.letters == other.letters)
                .count();
            let rest = &wanted[alike..];
            if alike < 2 || rest.is_empty() || wanted.len() < 4 {
                return None;
            }
            let behind = start + alike;
            let again = (behind + 1..tokens.len().min(behind + INTERRUPTION))
                .find(|at| begins(&tokens[*at..], rest))?;
            let parts = [
                self.stretch(paragraph, start..behind),
                self.stretch(paragraph, again..again + rest.len()),
            ];
            Some(Found::Interrupted {
                wording: self.stretch(paragraph, start..again + rest.len()),
                joined: parts.join(" […] "),
                paragraph: paragraph + 1,
            })
        })
    }

    fn near(&self, quote: &str, wanted: &[Token]) -> Option<Found> {
        let bag: BTreeSet<&str> = wanted.iter().map(|token| token.letters.as_str()).collect();
        let mut candidates: Vec<(usize, usize, Range<usize>)> = Vec::new();
        for (paragraph, tokens) in self.paragraphs.iter().enumerate() {
            let known: Vec<bool> = tokens
                .iter()
                .map(|token| bag.contains(token.letters.as_str()))
                .collect();
            for length in
                wanted.len().saturating_sub(1).max(1)..=(wanted.len() + 1).min(tokens.len())
            {
                candidates.extend(
                    alike(&known, length).map(|(shared, range)| (shared, paragraph, range)),
                );
            }
            // The best are enough: comparing letter by letter is slow. Of few words none may be the
            // same.
            if wanted.len() > 3 {
                candidates.retain(|(shared, _, range)| shared * 2 >= range.len());
                candidates.sort_by_key(|(shared, ..)| std::cmp::Reverse(*shared));
                candidates.truncate(CANDIDATES);
            }
        }
        self.best(quote, candidates)
    }

    fn best(&self, quote: &str, candidates: Vec<(usize, usize, Range<usize>)>) -> Option<Found> {
        let target = words(quote).to_lowercase();
        let mut best: Option<(f64, usize, Range<usize>)> = None;
        for (_, paragraph, range) in candidates {
            let wording = normal(&self.stretch(paragraph, range.clone())).to_lowercase();
            let like = strsim::normalized_levenshtein(&target, &wording);
            if like >= NEAR && best.as_ref().is_none_or(|(most, ..)| like > *most) {
                best = Some((like, paragraph, range));
            }
        }
        let (_, paragraph, range) = best?;
        let wording = self.stretch(paragraph, range);
        (wording != quote.trim()).then_some(Found::Near {
            wording,
            paragraph: paragraph + 1,
        })
    }
}

/// Whether tokens begin with the letters of others.
fn begins(tokens: &[Token], wanted: &[Token]) -> bool {
    tokens.len() >= wanted.len()
        && wanted
            .iter()
            .zip(tokens)
            .all(|(one, other)| one.letters == other.letters)
}

/// Each window of so many words, with how many of them are known.
fn alike(known: &[bool], length: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut shared = known[..length.min(known.len())]
        .iter()
        .filter(|known| **known)
        .count();
    (0..(known.len() + 1).saturating_sub(length)).map(move |start| {
        if start > 0 {
            shared -= usize::from(known[start - 1]);
            shared += usize::from(known[start + length - 1]);
        }
        (shared, start..start + length)
    })
}

/// The words of a text. Signs between them belong to none.
fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut from = 0;
    for piece in text.split(char::is_whitespace) {
        let start = from + piece.find(char::is_alphanumeric).unwrap_or(piece.len());
        let end = from + piece.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        if start < end {
            let letters: String = normal(&text[start..end])
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect();
            found.push(Token {
                letters: letters.to_lowercase(),
                at: start..end,
            });
        }
        from += piece.len()
            + text[from + piece.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
    }
    found
}

#[cfg(test)]
mod tests;

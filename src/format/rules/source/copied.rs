//! The rule on words that are taken over from the source without quotation marks: eight in a row.

use super::text::{Source, normal};
use crate::format::diagnostic::{At, Diagnostic};
use crate::format::draft::Draft;
use crate::format::file::StoryFile;
use crate::format::place::in_article;
use crate::format::plain::{self, Plain};
use crate::format::rules::texts::{self, Role};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many words in a row are copied ones.
const ROW: usize = 8;

/// So many words, by their numbers.
type Row = [u32; ROW];

/// A word's letters in lower case, and where it stands; `None` where a quotation interrupts the
/// words.
type Words = Vec<Option<(String, Range<usize>)>>;

/// The rows of words of the source, with the paragraph of each; not those of names, which nobody
/// words anew.
struct Rows {
    numbers: BTreeMap<String, u32>,
    paragraphs: BTreeMap<Row, usize>,
}

/// Finds the words that are the source's own in every text of the story. What stands between
/// quotation marks is left out and interrupts a row; so is what something is called: the source's
/// title, names.
pub fn copied_words(draft: &Draft, source: &Source) -> Vec<Diagnostic> {
    let rows = Rows::of(&draft.file, source);
    let mut found = Vec::new();
    for told in texts::all(&draft.file)
        .into_iter()
        .filter(|told| told.role == Role::Prose)
    {
        for (stretch, paragraph) in rows.copied(told.text, &plain::quotations(told.text)) {
            found.push(finding(
                &told.text[stretch.clone()],
                texts::place(told.text, stretch),
                paragraph,
            ));
        }
    }
    for section in &draft.article.sections {
        for (stretch, paragraph) in
            rows.copied(&section.heading, &plain::quotations(&section.heading))
        {
            found.push(finding(
                &section.heading[stretch],
                in_article(&section.at),
                paragraph,
            ));
        }
        for plain in section.paragraphs.iter().map(Plain::of) {
            for (stretch, paragraph) in rows.copied(&plain.text, &plain.quotations()) {
                found.push(finding(
                    &plain.text[stretch.clone()],
                    in_article(&plain.place(stretch)),
                    paragraph,
                ));
            }
        }
    }
    found
}

fn finding(words: &str, at: At, paragraph: usize) -> Diagnostic {
    let count = words.split_whitespace().count();
    let shown = words
        .split_whitespace()
        .take(16)
        .collect::<Vec<_>>()
        .join(" ");
    let more = if count > 16 { " …" } else { "" };
    let message = format!(
        "{count} words in a row are the source’s: “{shown}{more}”, in its paragraph {paragraph}"
    );
    let hint = "tell it in words of your own, or quote it between quotation marks";
    Diagnostic::warning("copied-words", Some(at), message, hint)
}

impl Rows {
    fn of(file: &StoryFile, source: &Source) -> Self {
        let mut rows = Self {
            numbers: BTreeMap::new(),
            paragraphs: BTreeMap::new(),
        };
        for (index, paragraph) in source.paragraphs.iter().enumerate() {
            let numbers: Vec<u32> = words(&paragraph.text, &[])
                .into_iter()
                .flatten()
                .map(|(word, _)| rows.number(word))
                .collect();
            for row in numbers.windows(ROW) {
                if let Ok(row) = Row::try_from(row) {
                    rows.paragraphs.entry(row).or_insert(index + 1);
                }
            }
        }
        let names: BTreeSet<Row> = names(file)
            .iter()
            .flat_map(|name| rows.of_text(name))
            .map(|(row, _)| row)
            .collect();
        rows.paragraphs.retain(|row, _| !names.contains(row));
        rows
    }

    fn number(&mut self, word: String) -> u32 {
        let next = self.numbers.len() as u32 + 1;
        *self.numbers.entry(word).or_insert(next)
    }

    /// The rows of a text, with their stretches; words that the source does not have are number 0.
    fn of_text(&self, text: &str) -> Vec<(Row, Range<usize>)> {
        self.rows(&words(text, &[]))
    }

    fn rows(&self, words: &Words) -> Vec<(Row, Range<usize>)> {
        let row = |words: &[Option<(String, Range<usize>)>]| {
            let mut row = Row::default();
            for (place, word) in row.iter_mut().zip(words) {
                *place = self
                    .numbers
                    .get(&word.as_ref()?.0)
                    .copied()
                    .unwrap_or_default();
            }
            let (first, last) = (words.first()?.as_ref()?, words.last()?.as_ref()?);
            Some((row, first.1.start..last.1.end))
        };
        words.windows(ROW).filter_map(row).collect()
    }

    /// The stretches of a text that are the source's, with the paragraph that each begins in.
    fn copied(&self, text: &str, quotations: &[Range<usize>]) -> Vec<(Range<usize>, usize)> {
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        for (row, at) in self.rows(&words(text, quotations)) {
            let Some(paragraph) = self.paragraphs.get(&row) else {
                continue;
            };
            match found.last_mut() {
                Some((last, _)) if at.start < last.end => last.end = at.end,
                _ => found.push((at, *paragraph)),
            }
        }
        found
    }
}

/// What things are called.
fn names(file: &StoryFile) -> Vec<&str> {
    let told = texts::all(file)
        .into_iter()
        .filter(|told| told.role == Role::Name);
    told.map(|told| told.text.as_str()).collect()
}

/// The words of a text, without what is quoted. Case, signs and hyphens make no difference.
fn words(text: &str, quotations: &[Range<usize>]) -> Words {
    let mut found = Words::new();
    let mut quotations = quotations.iter().peekable();
    let mut from = 0;
    while let Some(start) = text[from..].find(char::is_alphanumeric).map(|at| from + at) {
        if let Some(quoted) = quotations.next_if(|quoted| quoted.start <= start) {
            found.push(None);
            from = quoted.end.max(from);
            continue;
        }
        let inside = |c: char| {
            c.is_alphanumeric()
                || "'’\u{AD}\u{200B}\u{300}\u{301}\u{302}\u{303}\u{308}\u{327}".contains(c)
        };
        let length = text[start..]
            .find(|c| !inside(c))
            .unwrap_or(text.len() - start);
        let end = start
            + text[start..start + length]
                .trim_end_matches(['\'', '’'])
                .len();
        let letters: String = normal(&text[start..end])
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        found.push(Some((letters.to_lowercase(), start..end)));
        from = start + length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::Rows;
    use crate::format::file::StoryFile;
    use crate::format::plain::quotations;
    use crate::format::rules::source::text::Source;

    const SOURCE: &str = "The mayor said on Monday that the old bridge is “too narrow for two carts” – and nothing more.";

    fn check(text: &str, copied: &[&str]) {
        let rows = Rows::of(&StoryFile::default(), &Source::read(SOURCE));
        let found: Vec<_> = rows
            .copied(text, &quotations(text))
            .into_iter()
            .map(|(at, _)| &text[at])
            .collect();
        assert_eq!(found, copied, "{text}");
    }

    #[test]
    fn eight_words_in_a_row_are_copied() {
        check(
            "He says the mayor said on Monday that the old bridge fell.",
            &["the mayor said on Monday that the old bridge"],
        );
        check(
            "The Mayor said, on MONDAY: that the old-bridge",
            &["The Mayor said, on MONDAY: that the old-bridge"],
        );
        check(
            "is too narrow for two carts and nothing more",
            &["is too narrow for two carts and nothing more"],
        );
    }

    #[test]
    fn seven_words_and_quotations_are_not() {
        check("the mayor said on Monday that the new bridge", &[]);
        check("is “too narrow for two carts” and nothing more", &[]);
        check("“The mayor said on Monday that the old bridge is”", &[]);
    }
}

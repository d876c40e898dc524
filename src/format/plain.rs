//! A paragraph as plain text, with the way back to its places in the file.

use super::markdown::{Paragraph, Run, Statement, Style};
use std::ops::Range;

/// Opening quotation marks and what closes each.
const MARKS: [(char, &[char]); 8] = [
    ('“', &['”']),
    ('„', &['“', '”']),
    ('«', &['»']),
    ('"', &['"']),
    // Swedish and Danish; Japanese and Chinese.
    ('”', &['”']),
    ('»', &['«', '»']),
    ('「', &['」']),
    ('『', &['』']),
];

/// The words of a paragraph in one string.
pub struct Plain<'p> {
    pub text: String,
    /// Where in `text` each run begins, and the statement that it is of.
    runs: Vec<(usize, &'p Run, &'p Statement)>,
}

impl<'p> Plain<'p> {
    pub fn of(paragraph: &'p Paragraph) -> Self {
        let mut plain = Self {
            text: String::new(),
            runs: Vec::new(),
        };
        let each =
            |statement: &'p Statement| statement.runs.iter().map(move |run| (run, statement));
        for (run, statement) in paragraph.statements.iter().flat_map(each) {
            plain.runs.push((plain.text.len(), run, statement));
            plain.text.push_str(&run.words);
        }
        plain
    }

    /// Where in the file a stretch of `text` stands.
    pub fn place(&self, stretch: Range<usize>) -> Range<usize> {
        let start = self.offset(stretch.start, false);
        start..self.offset(stretch.end, true).max(start)
    }

    /// Whether a stretch of `text` stands in the file character by character, without marks, markup
    /// and escapes in it.
    pub fn exact(&self, stretch: Range<usize>) -> bool {
        self.place(stretch.clone()).len() == stretch.len()
    }

    /// Whether the character at an offset of `text` is part of a link.
    pub fn linked(&self, at: usize) -> bool {
        let after = self.runs.partition_point(|(from, ..)| *from <= at);
        let run = after.checked_sub(1).and_then(|index| self.runs.get(index));
        run.is_some_and(|(_, run, _)| matches!(run.style, Style::Link(_)))
    }

    /// Where lines of the file begin in `text`.
    pub fn lines(&self) -> impl Iterator<Item = usize> {
        // A line's end is read as a run of one space.
        let breaks = self
            .runs
            .windows(2)
            .filter(|pair| pair[0].1.words == " " && pair[0].1.style == Style::Plain);
        std::iter::once(0).chain(breaks.map(|pair| pair[1].0))
    }

    /// The word of the mark of the statement at an offset of `text`.
    pub fn mark(&self, at: usize) -> Option<&'p str> {
        let after = self.runs.partition_point(|(from, ..)| *from <= at);
        let (_, _, statement) = self.runs.get(after.checked_sub(1)?)?;
        statement.mark.as_ref().map(|mark| mark.words.as_str())
    }

    /// An end belongs to the run that it ends, a start to the run that it starts.
    fn offset(&self, at: usize, end: bool) -> usize {
        let after = self
            .runs
            .partition_point(|(from, ..)| if end { *from < at } else { *from <= at });
        let Some((from, run, _)) = after.checked_sub(1).and_then(|index| self.runs.get(index))
        else {
            return 0;
        };
        let exact = run.words.len() == run.at.len();
        match (exact, end) {
            (true, _) => run.at.start + (at - from).min(run.at.len()),
            (false, true) => run.at.end,
            (false, false) => run.at.start,
        }
    }

    /// Stretches of `text` between quotation marks, without the marks.
    pub fn quotations(&self) -> Vec<Range<usize>> {
        quotations(&self.text)
    }

    /// An opening mark that nothing closes.
    pub fn unclosed(&self) -> Option<Range<usize>> {
        let from = self.quotations().last().map_or(0, |last| last.end);
        let from = from
            + self.text[from..]
                .chars()
                .next()
                .filter(|_| from > 0)
                .map_or(0, char::len_utf8);
        let (start, _) = opening(&self.text, from)?;
        let mark = self.text[..start].chars().next_back()?;
        // These two are marks of inches as well.
        (!['"', '”'].contains(&mark)).then_some(start - mark.len_utf8()..start)
    }
}

/// Stretches of a text between quotation marks, without the marks.
pub fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, closing)) = opening(text, from) {
        let Some(end) = text[start..].find(closing).map(|length| start + length) else {
            break;
        };
        found.push(start..end);
        from = end + text[end..].chars().next().map_or(1, char::len_utf8);
    }
    found
}

/// Behind the next opening mark, and what closes it.
fn opening(text: &str, from: usize) -> Option<(usize, &'static [char])> {
    let (at, mark) = text[from..]
        .char_indices()
        .find(|(_, c)| MARKS.iter().any(|(open, _)| open == c))?;
    let closing = MARKS.iter().find(|(open, _)| *open == mark)?.1;
    Some((from + at + mark.len_utf8(), closing))
}

#[cfg(test)]
mod tests {
    use super::Plain;
    use crate::format::markdown;

    fn check(markdown: &str, quoted: &[&str], unclosed: Option<&str>) {
        let article = markdown::read(&format!("## {{#a}}\n\n{markdown}"));
        let plain = Plain::of(&article.sections[0].paragraphs[0]);
        let source = format!("## {{#a}}\n\n{markdown}");
        let found: Vec<_> = plain
            .quotations()
            .into_iter()
            .map(|at| &source[plain.place(at)])
            .collect();
        assert_eq!(found, quoted);
        assert_eq!(
            plain.unclosed().map(|at| &source[plain.place(at)]),
            unclosed
        );
    }

    #[test]
    fn finds_quotations_and_their_places() {
        check(
            "He said “no”, „nein“ and «non»: \"never\".",
            &["no", "nein", "non", "never"],
            None,
        );
        check(
            "A [“volunteer coalition”](actor:a)",
            &["volunteer coalition"],
            None,
        );
        check(
            "It is “almost *certainly*” so.",
            &["almost *certainly"],
            None,
        );
        check("“One” and “two, 5\" wide", &["One"], Some("“"));
        check(
            "”Nej”, »nej«, »nej» och 「いいえ」",
            &["Nej", "nej", "nej", "いいえ"],
            None,
        );
    }
}

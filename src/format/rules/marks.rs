//! Rules on the article's marks of evidence: that there are any, where they stand, and how much
//! stands before one.

use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::markdown::{Paragraph, Statement, Style};
use crate::format::place::in_article;
use crate::story::Evidence;
use std::ops::Range;

/// Most words under one mark: beyond it a reader no longer knows what the mark is of.
const MOST_WORDS: usize = 200;

/// What ends a sentence or a part of one.
const STOPS: [char; 12] = [
    '.', ',', ';', ':', '!', '?', '…', '。', '，', '！', '？', '؟',
];

/// The page says of every statement how we know it: without any mark that is not true.
pub fn marks_given(draft: &Draft) -> Vec<Diagnostic> {
    let any = draft
        .article
        .statements()
        .any(|statement| statement.mark.is_some());
    let first = draft
        .article
        .paragraphs()
        .next()
        .filter(|_| !any && draft.article.problems.is_empty());
    let hint = "end each statement with its mark, right behind the full stop: `… a wider bridge.{reported}`";
    let message = "no statement of the article has a mark of evidence, but the page says that each tells how we know it";
    first
        .map(|first| Diagnostic::warning("no-marks", Some(in_article(&first.at)), message, hint))
        .into_iter()
        .collect()
}

/// A mark before the full stop leaves the stop alone, on the other side of the word that readers
/// see for the mark.
pub fn marks_behind_stops(draft: &Draft) -> Vec<Diagnostic> {
    let statements = |paragraph: &'_ Paragraph| -> Vec<Diagnostic> {
        paragraph
            .statements
            .windows(2)
            .filter_map(|pair| before_stop(&pair[0], &pair[1]))
            .collect()
    };
    draft.article.paragraphs().flat_map(statements).collect()
}

fn before_stop(statement: &Statement, next: &Statement) -> Option<Diagnostic> {
    // A mark that is none is to be mended first.
    let mark = statement
        .mark
        .as_ref()
        .filter(|mark| Evidence::from_key(&mark.words).is_some())?;
    let run = next
        .runs
        .first()
        .filter(|run| run.style == Style::Plain && run.at.start == mark.at.end)?;
    let closing = |c: char| STOPS.contains(&c) || "”“’»)\"".contains(c);
    let length = run.words.find(|c| !closing(c)).unwrap_or(run.words.len());
    let stop = &run.words[..length];
    if !stop.contains(STOPS) {
        return None;
    }
    let written = format!("{stop}{{{}}}", mark.words);
    let message =
        format!("this mark stands before its `{stop}`, which readers would see alone behind it");
    let at = in_article(&(mark.at.start..mark.at.end + length));
    Some(
        Diagnostic::warning(
            "mark-before-stop",
            Some(at),
            message,
            format!("write `{written}`"),
        )
        .replaced_by(written),
    )
}

/// The page names the kind of evidence once for statements of one kind that follow each other.
pub fn marks_near(draft: &Draft) -> Vec<Diagnostic> {
    let same = |one: &Statement, next: &Statement| kind(one) == kind(next);
    let runs = draft
        .article
        .paragraphs()
        .flat_map(|paragraph| paragraph.statements.chunk_by(same));
    runs.filter_map(long).collect()
}

fn kind(statement: &Statement) -> Option<&str> {
    statement.mark.as_ref().map(|mark| mark.words.as_str())
}

fn long(statements: &[Statement]) -> Option<Diagnostic> {
    let runs = || statements.iter().flat_map(|statement| &statement.runs);
    let words: usize = runs().map(|run| run.words.split_whitespace().count()).sum();
    let at: Range<usize> = runs().next()?.at.start..runs().last()?.at.end;
    let (message, hint) = match statements.first().and_then(kind) {
        Some(kind) => (
            format!("{words} words of this paragraph stand under one mark, `{kind}`"),
            "start a new paragraph after every few sentences, so that readers see the mark beside them",
        ),
        None => (
            format!("{words} words of this paragraph have no mark"),
            "end each statement with its mark, such as `{reported}`",
        ),
    };
    (words > MOST_WORDS)
        .then(|| Diagnostic::warning("long-statement", Some(in_article(&at)), message, hint))
}

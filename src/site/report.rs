//! Prints findings: for editors on a terminal, with the text in question, and for tools as JSON.

use super::load::Loaded;
use crate::format::diagnostic::{At, Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Width of the report in columns: the same in a terminal, in a log and in a golden file.
const WIDTH: usize = 110;

/// The maximum number of characters to underline: the start of a text shows where to look.
const MAX_UNDERLINED: usize = 72;

/// How many bytes before and after a place are shown at most: a line may have a million.
const MAX_CONTEXT: usize = 4 * WIDTH;

/// A finding for tools: `standpoint check --format json` writes an array of these.
#[derive(Debug, Serialize)]
pub struct Record<'l> {
    /// Path of the file, beginning with the folder as the command names it; the folder if no file
    /// is concerned.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub code: &'l str,
    pub severity: Severity,
    pub message: String,
    pub hint: String,
    /// What to write in place of a part of the file, if that is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replacement: Option<Replacement<'l>>,
}

/// A change that corrects what was found.
#[derive(Debug, Serialize)]
pub struct Replacement<'l> {
    /// Bytes of the file's text in UTF-8, without its byte order mark: from the first up to but not
    /// including the last.
    pub start: usize,
    pub end: usize,
    pub text: &'l str,
}

/// The maximum number of findings to list; the rest is counted.
const MAX_FINDINGS: usize = 100;

/// The maximum length of a message or hint in characters: a file that is not a story may have texts
/// of any length.
const MAX_MESSAGE_LENGTH: usize = 600;

/// The findings of a story, for tools: at most a hundred, and one that counts the rest.
pub fn records(loaded: &Loaded) -> Vec<Record<'_>> {
    let places = Places::of(loaded);
    let (shown, more) = chosen(loaded);
    let rest = more.map(|(count, severity)| Record {
        file: path(&loaded.dir, ""),
        line: 1,
        column: 1,
        code: "more-findings",
        severity,
        message: format!("{} are not listed", some(count, "further finding")),
        hint: MORE_HINT.into(),
        replacement: None,
    });
    shown
        .into_iter()
        .map(|found| record(&places, found))
        .chain(rest)
        .collect()
}

const MORE_HINT: &str = "mend those that are listed, and check again";

/// The findings to list, errors first if there are too many; the number of the others, and the
/// worst severity among them.
fn chosen(loaded: &Loaded) -> (Vec<&Diagnostic>, Option<(usize, Severity)>) {
    let all = &loaded.diagnostics;
    let errors = all
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .count();
    let mut warnings = MAX_FINDINGS.saturating_sub(errors);
    let mut shown = Vec::new();
    for found in all {
        let is_listed = match found.severity {
            Severity::Error => shown.len() < MAX_FINDINGS,
            Severity::Warning => warnings > 0,
        };
        if is_listed && shown.len() < MAX_FINDINGS {
            warnings -= usize::from(found.severity == Severity::Warning);
            shown.push(found);
        }
    }
    let count = |of: &mut dyn Iterator<Item = &Diagnostic>, severity| {
        of.filter(|found| found.severity == severity)
            .map(|found| found.count)
            .sum::<usize>()
    };
    let rest = |severity| {
        let listed = shown
            .iter()
            .filter(|found| found.severity == severity)
            .count();
        count(&mut all.iter(), severity) - listed
    };
    let (errors, warnings) = (rest(Severity::Error), rest(Severity::Warning));
    let severity = if errors > 0 {
        Severity::Error
    } else {
        Severity::Warning
    };
    let more = errors + warnings;
    (shown, (more > 0).then_some((more, severity)))
}

fn record<'l>(places: &Places, found: &'l Diagnostic) -> Record<'l> {
    let line = found.at.as_ref().and_then(|at| places.line(at));
    Record {
        file: path(
            &places.loaded.dir,
            found.at.as_ref().map_or("", |at| &at.file),
        ),
        line: line.as_ref().map_or(1, |line| line.number),
        column: line.as_ref().map_or(1, Line::column),
        code: found.code,
        severity: found.severity,
        message: words(&found.message),
        hint: words(&found.hint),
        replacement: found
            .at
            .as_ref()
            .zip(found.replacement.as_deref())
            .map(|(at, text)| Replacement {
                start: at.start,
                end: at.end,
                text,
            }),
    }
}

/// All findings of a story, for editors, and a line that sums them up. `colour`: with the escape
/// codes of a terminal.
pub fn text(loaded: &Loaded, colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .term_width(WIDTH);
    let mut out = String::new();
    let places = Places::of(loaded);
    let (shown, more) = chosen(loaded);
    for found in shown {
        out += &finding(&places, found, &renderer);
        out += "\n\n";
    }
    if let Some((count, _)) = more {
        out += &format!("and {} more: {MORE_HINT}\n\n", number(count));
    }
    out + &summary(loaded) + "\n"
}

fn finding(places: &Places, found: &Diagnostic, renderer: &Renderer) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let group = level.primary_title(words(&found.message)).id(found.code);
    let hint = Level::HELP.message(words(&found.hint));
    let Some(at) = &found.at else {
        return renderer.render(&[group.element(hint)]);
    };
    let path = clean(&path(&places.loaded.dir, &at.file));
    match places.line(at) {
        Some(line) => {
            let (text, span) = line.shown();
            let column = text[..span.start].chars().count() + 1;
            let snippet = Snippet::source(text).line_start(line.number).path(path);
            let snippet = snippet.annotation(AnnotationKind::Primary.span(span));
            let shown = renderer.render(&[group.element(snippet).element(hint)]);
            // Of a long line only the part around the place was given; the column is that of the
            // whole line.
            let place = |column: usize| format!(":{}:{column}\n", line.number);
            shown.replacen(&place(column), &place(line.column()), 1)
        }
        None => renderer.render(&[group.element(Origin::path(path)).element(hint)]),
    }
}

/// `stories/harbour: 2 errors, 1 warning`.
fn summary(loaded: &Loaded) -> String {
    let of = |severity| {
        loaded
            .diagnostics
            .iter()
            .filter(move |found| found.severity == severity)
    };
    let count = |severity| of(severity).map(|found| found.count).sum();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let found = match (errors, warnings) {
        (0, 0) => "no problem".into(),
        (errors, 0) => some(errors, "error"),
        (0, warnings) => some(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", some(errors, "error"), some(warnings, "warning")),
    };
    let contents = loaded.story.as_ref().map_or(String::new(), |story| {
        let lists = [
            some(story.passages.len(), "passage"),
            some(story.actors.len(), "actor"),
            some(story.positions.len(), "position"),
            some(story.relations.len(), "relation"),
            some(story.events.len(), "event"),
        ];
        format!(" in {}", lists.join(", "))
    });
    let proved = match (errors, loaded.quotations) {
        (0, Some(1)) => "; 1 quotation stands in the source".into(),
        (0, Some(quotations)) => format!("; {quotations} quotations stand in the source"),
        _ => String::new(),
    };
    format!(
        "{}: {found}{contents}{proved}",
        clean(&loaded.dir.display().to_string())
    )
}

/// `1 error`, `2 errors`.
fn some(count: usize, what: &str) -> String {
    format!(
        "{} {what}{}",
        number(count),
        if count == 1 { "" } else { "s" }
    )
}

/// `299,900`.
fn number(count: usize) -> String {
    let digits = count.to_string();
    let pieces: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|piece| str::from_utf8(piece).ok())
        .collect();
    pieces.join(",")
}

/// Path of a story's file as shown, with `/` on every system; of the folder when the name is empty.
fn path(dir: &Path, name: &str) -> String {
    let path = if name.is_empty() {
        dir.into()
    } else {
        dir.join(name)
    };
    path.display().to_string().replace('\\', "/")
}

/// Where the lines of each file begin.
struct Places<'l> {
    loaded: &'l Loaded,
    lines: BTreeMap<&'l str, Vec<usize>>,
}

impl<'l> Places<'l> {
    fn of(loaded: &'l Loaded) -> Self {
        let begins = |text: &str| {
            std::iter::once(0)
                .chain(text.match_indices('\n').map(|(at, _)| at + 1))
                .collect()
        };
        let lines = loaded
            .files
            .iter()
            .map(|(name, text)| (name.as_str(), begins(text)));
        Self {
            loaded,
            lines: lines.collect(),
        }
    }

    fn line(&self, at: &At) -> Option<Line<'l>> {
        let text = self.loaded.files.get(&at.file)?;
        let lines = self.lines.get(at.file.as_str())?;
        let from = boundary(text, at.start);
        let number = lines.partition_point(|begin| *begin <= from);
        let begin = lines[number - 1];
        let line = text[begin..].split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let start = (from - begin).min(line.len());
        let most = line[start..]
            .char_indices()
            .nth(MAX_UNDERLINED)
            .map_or(line.len(), |(length, _)| start + length);
        let end = boundary(line, at.end.max(from) - begin).clamp(start, most);
        Some(Line {
            number,
            text: line,
            start,
            end,
        })
    }
}

/// The line that a place begins in.
struct Line<'t> {
    /// From 1.
    number: usize,
    text: &'t str,
    /// Bytes in `text` to underline.
    start: usize,
    end: usize,
}

impl Line<'_> {
    /// From 1, in characters.
    fn column(&self) -> usize {
        self.text[..self.start].chars().count() + 1
    }

    /// The part of the line around the place, fit for a terminal, and its bytes to underline.
    fn shown(&self) -> (String, std::ops::Range<usize>) {
        let from = boundary(self.text, self.start.saturating_sub(MAX_CONTEXT));
        let to = boundary(self.text, self.end + MAX_CONTEXT);
        let before = clean(&self.text[from..self.start]);
        let marked = clean(&self.text[self.start..self.end]);
        let span = before.len()..before.len() + marked.len();
        (before + &marked + &clean(&self.text[self.end..to]), span)
    }
}

/// The last offset up to `at` that lies between characters.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

/// A message or a hint, fit for a terminal.
fn words(text: &str) -> String {
    match text.char_indices().nth(MAX_MESSAGE_LENGTH) {
        Some((at, _)) => clean(&text[..at]) + "…",
        None => clean(text),
    }
}

/// Text of a story fit for a terminal: nothing in it can move the cursor, change colours or turn
/// the line around.
pub fn clean(text: &str) -> String {
    let harmful = |c: char| {
        c.is_control()
            || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|c| {
            if matches!(c, '\n' | '\t') {
                ' '
            } else if harmful(c) {
                '\u{FFFD}'
            } else {
                c
            }
        })
        .collect()
}

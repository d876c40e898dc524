//! Shows findings: to editors on a terminal, with the offending text, and to tools as JSON. Knows no rule and no file system.

use super::load::Loaded;
use crate::diag::{At, Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Width of the report in columns: the same in a terminal, in a log and in a golden file.
const WIDTH: usize = 110;

/// Most characters that are underlined: the start of the offending text shows where to look.
const LONGEST: usize = 72;

/// A finding for tools: `standpoint check --format json` writes an array of these.
#[derive(Debug, Serialize)]
pub struct Record<'l> {
    /// Path of the file, beginning with the folder as it was asked for; of the folder where no file is to blame.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub code: &'l str,
    pub severity: Severity,
    pub message: String,
    pub hint: String,
    /// What to write in place of a stretch of the file, where that is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replacement: Option<Replacement<'l>>,
}

/// A change that mends a finding.
#[derive(Debug, Serialize)]
pub struct Replacement<'l> {
    /// Bytes of the file's text, without its byte order mark: from the first up to but not including the last.
    pub start: usize,
    pub end: usize,
    pub text: &'l str,
}

/// All findings of a story, for tools.
pub fn records(loaded: &Loaded) -> Vec<Record<'_>> {
    let places = Places::of(loaded);
    loaded.diagnostics.iter().map(|found| record(&places, found)).collect()
}

fn record<'l>(places: &Places, found: &'l Diagnostic) -> Record<'l> {
    let line = found.at.as_ref().and_then(|at| places.line(at));
    Record {
        file: path(&places.loaded.dir, found.at.as_ref().map_or("", |at| &at.file)),
        line: line.as_ref().map_or(1, |line| line.number),
        column: line.as_ref().map_or(1, Line::column),
        code: found.code,
        severity: found.severity,
        message: clean(&found.message),
        hint: clean(&found.hint),
        replacement: found.at.as_ref().zip(found.replacement.as_deref()).map(|(at, text)| Replacement {
            start: at.start,
            end: at.end,
            text,
        }),
    }
}

/// All findings of a story, for editors, and a line that sums them up. `colour`: with the escape codes of a terminal.
pub fn text(loaded: &Loaded, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut out = String::new();
    let places = Places::of(loaded);
    for found in &loaded.diagnostics {
        out += &finding(&places, found, &renderer);
        out += "\n\n";
    }
    out + &summary(loaded) + "\n"
}

fn finding(places: &Places, found: &Diagnostic, renderer: &Renderer) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let group = level.primary_title(clean(&found.message)).id(found.code);
    let hint = Level::HELP.message(clean(&found.hint));
    let Some(at) = &found.at else { return renderer.render(&[group.element(hint)]) };
    let path = clean(&path(&places.loaded.dir, &at.file));
    match places.line(at) {
        Some(line) => {
            let (text, span) = line.shown();
            let snippet = Snippet::source(text).line_start(line.number).path(path);
            let snippet = snippet.annotation(AnnotationKind::Primary.span(span));
            renderer.render(&[group.element(snippet).element(hint)])
        }
        None => renderer.render(&[group.element(Origin::path(path)).element(hint)]),
    }
}

/// `stories/harbour: 2 errors, 1 warning`.
fn summary(loaded: &Loaded) -> String {
    let count = |severity| loaded.diagnostics.iter().filter(|found| found.severity == severity).count();
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
    format!("{}: {found}{contents}{proved}", clean(&loaded.dir.display().to_string()))
}

/// `1 error`, `2 errors`.
fn some(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Path of a story's file as shown, with `/` on every system; of the folder when the name is empty.
fn path(dir: &Path, name: &str) -> String {
    let path = if name.is_empty() { dir.into() } else { dir.join(name) };
    path.display().to_string().replace('\\', "/")
}

/// Where the lines of each file begin.
struct Places<'l> {
    loaded: &'l Loaded,
    lines: BTreeMap<&'l str, Vec<usize>>,
}

impl<'l> Places<'l> {
    fn of(loaded: &'l Loaded) -> Self {
        let begins = |text: &str| std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let lines = loaded.files.iter().map(|(name, text)| (name.as_str(), begins(text)));
        Self { loaded, lines: lines.collect() }
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
        let most = line[start..].char_indices().nth(LONGEST).map_or(line.len(), |(length, _)| start + length);
        let end = boundary(line, at.end.max(from) - begin).clamp(start, most);
        Some(Line { number, text: line, start, end })
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

    /// The line fit for a terminal, and its bytes to underline.
    fn shown(&self) -> (String, std::ops::Range<usize>) {
        let before = clean(&self.text[..self.start]);
        let marked = clean(&self.text[self.start..self.end]);
        let span = before.len()..before.len() + marked.len();
        (before + &marked + &clean(&self.text[self.end..]), span)
    }
}

/// The last offset up to `at` that lies between characters.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Text of a story fit for a terminal: nothing in it can move the cursor, change colours or turn the line around.
pub fn clean(text: &str) -> String {
    let harmful = |c: char| {
        c.is_control()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{61C}')
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

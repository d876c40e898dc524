//! Shows findings: to editors on a terminal, with the offending text, and to tools as JSON. Knows no rule and no file system.

use super::load::Loaded;
use crate::diag::{At, Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;
use std::path::Path;

/// Width of the report in columns: the same in a terminal, in a log and in a golden file.
const WIDTH: usize = 110;

/// Most characters that are underlined: the start of the offending text shows where to look.
const LONGEST: usize = 72;

/// A finding for tools: `standpoint check --format json` writes an array of these.
#[derive(Debug, Serialize)]
pub struct Record<'l> {
    /// Path of the file, or of the folder for a finding about the story as a whole.
    pub file: String,
    /// From 1; absent for a finding about the story as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// From 1, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    pub code: &'l str,
    pub severity: Severity,
    pub message: String,
    pub hint: String,
}

/// All findings of a story, for tools.
pub fn records(loaded: &Loaded) -> Vec<Record<'_>> {
    let record = |found: &'_ Diagnostic| {
        let place = found.at.as_ref().and_then(|at| Some(Line::of(loaded.files.get(&at.file)?, at)));
        let name = found.at.as_ref().map_or(String::new(), |at| at.file.clone());
        (path(&loaded.dir, &name), place.map(|line| (line.number, line.column())))
    };
    let each = loaded.diagnostics.iter().map(|found| {
        let (file, place) = record(found);
        let (line, column) = place.unzip();
        Record {
            file,
            line,
            column,
            code: found.code,
            severity: found.severity,
            message: clean(&found.message),
            hint: clean(&found.hint),
        }
    });
    each.collect()
}

/// All findings of a story, for editors, and a line that sums them up. `colour`: with the escape codes of a terminal.
pub fn text(loaded: &Loaded, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut out = String::new();
    for found in &loaded.diagnostics {
        out += &finding(loaded, found, &renderer);
        out += "\n\n";
    }
    out + &summary(loaded) + "\n"
}

fn finding(loaded: &Loaded, found: &Diagnostic, renderer: &Renderer) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let group = level.primary_title(clean(&found.message)).id(found.code);
    let hint = Level::HELP.message(clean(&found.hint));
    let place = found.at.as_ref().and_then(|at| Some((at, Line::of(loaded.files.get(&at.file)?, at))));
    match place {
        Some((at, line)) => {
            let (text, span) = line.shown();
            let snippet = Snippet::source(text).line_start(line.number).path(clean(&path(&loaded.dir, &at.file)));
            let snippet = snippet.annotation(AnnotationKind::Primary.span(span));
            renderer.render(&[group.element(snippet).element(hint)])
        }
        None => renderer.render(&[group.element(hint)]),
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
        (0, Some(quotations)) => format!("; {} stand in the source", some(quotations, "quotation")),
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

/// The line that a place begins in.
struct Line<'t> {
    /// From 1.
    number: usize,
    text: &'t str,
    /// Bytes in `text`, at least one character where there is one.
    start: usize,
    end: usize,
}

impl<'t> Line<'t> {
    fn of(text: &'t str, at: &At) -> Self {
        let from = boundary(text, at.start);
        let begin = text[..from].rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[begin..].split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let start = (from - begin).min(line.len());
        let most = line[start..].char_indices().nth(LONGEST).map_or(line.len(), |(length, _)| start + length);
        let end = boundary(line, at.end.max(from) - begin).clamp(start, most);
        Self { number: text[..begin].matches('\n').count() + 1, text: line, start, end }
    }

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

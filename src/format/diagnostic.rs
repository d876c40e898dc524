//! Diagnostics: what is wrong with a story, where, and what to do. Collected, never printed here.

use serde::Serialize;

/// How bad a finding is: an error keeps the story from being built, a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
}

/// A place in one file of the story: its path relative to the story's folder, and a byte range in
/// its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct At {
    pub file: String,
    pub start: usize,
    pub end: usize,
}

/// Most findings of one parser or rule that are kept one by one: the first say what is wrong, the
/// rest are only counted. So a file that is no story at all costs no more than it is long.
pub const KEPT: usize = 100;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    pub severity: Severity,
    /// Stable name of the rule, in kebab case: `unknown-key`.
    pub code: &'static str,
    /// Where; `None` when the finding is about the story as a whole (a missing file).
    pub at: Option<At>,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// What to do about it, as one sentence without a full stop.
    pub hint: String,
    /// What to write in place of the text at `at`, where that is certain; tools may apply it.
    pub replacement: Option<String>,
    /// How many findings it stands for, with itself.
    pub count: usize,
}

impl Diagnostic {
    pub fn error(
        code: &'static str,
        at: Option<At>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        let (message, hint) = (message.into(), hint.into());
        Self {
            severity: Severity::Error,
            code,
            at,
            message,
            hint,
            replacement: None,
            count: 1,
        }
    }

    pub fn warning(
        code: &'static str,
        at: Option<At>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, at, message, hint)
        }
    }

    /// The same with what to write in place of the text at its place.
    pub fn replaced_by(self, text: impl Into<String>) -> Self {
        Self {
            replacement: Some(text.into()),
            ..self
        }
    }
}

/// Adds a finding to those of one parser or rule, or counts it with the last when there are enough
/// of them.
pub fn add(found: &mut Vec<Diagnostic>, severity: Severity, finding: impl FnOnce() -> Diagnostic) {
    let full = found.len() >= KEPT;
    match found
        .iter_mut()
        .rev()
        .find(|last| full && last.severity == severity)
    {
        Some(last) => last.count += 1,
        None => found.push(finding()),
    }
}

/// What is kept of the findings of one parser or rule.
pub fn kept(all: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if all.len() <= KEPT {
        return all;
    }
    let mut found = Vec::new();
    for finding in all {
        add(&mut found, finding.severity, || finding);
    }
    found
}

/// Widens places in a file to whole characters: a parser that was given a mended copy may point
/// into one.
pub fn widen(found: &mut [Diagnostic], file: &str, text: &str) {
    for at in found
        .iter_mut()
        .filter_map(|found| found.at.as_mut())
        .filter(|at| at.file == file)
    {
        at.start = (0..=at.start.min(text.len()))
            .rev()
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(0);
        at.end = (at.end.max(at.start)..text.len())
            .find(|&at| text.is_char_boundary(at))
            .unwrap_or(text.len());
    }
}

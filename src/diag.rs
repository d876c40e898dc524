//! Diagnostics: what is wrong with a story, where, and what to do. Collected, never printed here.
//! Knows no rule, no file system and no terminal.

use serde::Serialize;

/// How bad a finding is: an error keeps the story from being built, a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
}

/// A place in one file of the story: its path relative to the story's folder, and a byte range in its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct At {
    pub file: String,
    pub start: usize,
    pub end: usize,
}

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
}

impl Diagnostic {
    pub fn error(code: &'static str, at: Option<At>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code, at, message: message.into(), hint: hint.into(), replacement: None }
    }

    pub fn warning(code: &'static str, at: Option<At>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, at, message, hint) }
    }

    /// The same with what to write in place of the text at its place.
    pub fn replaced_by(self, text: impl Into<String>) -> Self {
        Self { replacement: Some(text.into()), ..self }
    }
}

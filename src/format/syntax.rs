//! How messages word what the TOML parser found.

use super::place::in_story;
use crate::format::diagnostic::{self, Diagnostic, Severity};
use std::ops::Range;
use toml::de::Error;

/// The parser's errors, but for those that `others` have told better.
pub(super) fn said(errors: &[Error], others: &[Diagnostic], text: &str) -> Vec<Diagnostic> {
    let told: Vec<Range<usize>> = others
        .iter()
        .filter_map(|other| other.at.as_ref())
        .map(|at| at.start..at.end)
        .filter(|at| !at.is_empty())
        .collect();
    let mut found = Vec::new();
    for error in errors {
        let at = error.span().unwrap_or_default();
        // Of a flood only the number is of interest.
        let new = found.len() >= diagnostic::KEPT
            || !told
                .iter()
                .any(|told| told.start <= at.start && at.end <= told.end);
        if new {
            diagnostic::add(&mut found, Severity::Error, || one(error, at, text));
        }
    }
    found
}

fn one(error: &Error, at: Range<usize>, text: &str) -> Diagnostic {
    let (message, expected) = error
        .message()
        .split_once(", expected ")
        .unwrap_or((error.message(), ""));
    let raw = text.get(at.clone()).unwrap_or_default();
    let (message, hint) = match (message, expected) {
        ("string values must be quoted", _) => (
            "this text has no quotation marks".into(),
            "put the text between straight quotation marks: `\"…\"`".into(),
        ),
        ("duplicate key", _)
            if !text
                .get(..at.start)
                .is_some_and(|before| before.ends_with('[')) =>
        {
            (
                format!("`{}` is given twice", raw.trim()),
                "take one of the two lines out".into(),
            )
        }
        ("duplicate key", _) => (
            format!("`{}` is given twice", raw.trim()),
            format!(
                "take one out; several of a kind are each a `[[{}]]`",
                raw.trim()
            ),
        ),
        ("key with no value" | "invalid unquoted key", _) => (
            "this line is no TOML".into(),
            "write a key, `=` and a value, as in `title = \"…\"`, or put `#` before a remark"
                .into(),
        ),
        ("unexpected key or value", _) => (
            "this line goes on behind its value".into(),
            "write each key on a line of its own, and a text between two marks `\"`".into(),
        ),
        (message, "") => (
            format!("this is not TOML: {message}"),
            "see https://toml.io for how TOML is written".into(),
        ),
        (message, expected) => (
            format!("this is not TOML: {message}"),
            format!("expected here: {expected}"),
        ),
    };
    Diagnostic::error("toml-syntax", Some(in_story(&at)), message, hint)
}

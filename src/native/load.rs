//! Reads a story's folder from the file system. Knows neither the format nor how findings are shown.

use crate::check;
use crate::diag::{At, Diagnostic, Severity};
use crate::story::Story;
use crate::story::wire::{ARTICLE_FILE, STORY_FILE};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Some editors put it before UTF-8; it is no text.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// A story's folder as read: the story when nothing is wrong, and all that is.
#[derive(Debug)]
pub struct Loaded {
    /// The folder as it was asked for.
    pub dir: PathBuf,
    /// There exactly when no diagnostic is an error.
    pub story: Option<Story>,
    /// By file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// Text by name relative to the folder, into which the diagnostics point.
    pub files: BTreeMap<String, String>,
    /// How many quotations were looked up in the source text; `None` without one.
    pub quotations: Option<usize>,
}

/// Reads and checks the story in `dir`. What is wrong with the story is a diagnostic.
///
/// # Errors
/// When there is no such folder, or it cannot be read.
pub fn story(dir: &Path) -> Result<Loaded> {
    story_with_source(dir, None)
}

/// Like [`story`], and proves its quotations in `source`, the text that the story explains.
///
/// # Errors
/// When there is no such folder, or it cannot be read.
pub fn story_with_source(dir: &Path, source: Option<&str>) -> Result<Loaded> {
    if !dir.is_dir() {
        bail!("there is no story folder {}", dir.display());
    }
    let mut diagnostics = Vec::new();
    let mut files = BTreeMap::new();
    for name in [STORY_FILE, ARTICLE_FILE] {
        if let Some(text) = file(dir, name, &mut diagnostics)? {
            files.insert(name.to_owned(), text);
        }
    }
    let text = |name| files.get(name).map(String::as_str);
    let verdict = check::story(&slug(dir)?, text(STORY_FILE), text(ARTICLE_FILE), source);
    let story = verdict.story.filter(|_| diagnostics.is_empty());
    diagnostics.extend(verdict.found);
    diagnostics.sort_by_key(place);
    Ok(Loaded { dir: dir.into(), story, diagnostics, files, quotations: verdict.quotations })
}

fn slug(dir: &Path) -> Result<String> {
    let full = dir.canonicalize().with_context(|| format!("cannot open {}", dir.display()))?;
    Ok(full.file_name().map_or_else(|| "story".into(), |name| name.to_string_lossy().into_owned()))
}

fn file(dir: &Path, name: &str, found: &mut Vec<Diagnostic>) -> Result<Option<String>> {
    match fs::read(dir.join(name)) {
        Ok(bytes) => Ok(Some(text(bytes, name, found))),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let hint = format!("a story is a folder with {STORY_FILE} and {ARTICLE_FILE}");
            let at = At { file: name.into(), start: 0, end: 0 };
            found.push(Diagnostic::error("missing-file", Some(at), format!("the story has no {name}"), hint));
            Ok(None)
        }
        Err(error) => Err(error).with_context(|| format!("cannot read {}", dir.join(name).display())),
    }
}

/// The text of a file; bytes that are no text are replaced, and the first is reported.
fn text(bytes: Vec<u8>, name: &str, found: &mut Vec<Diagnostic>) -> String {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let start = error.utf8_error().valid_up_to();
        let at = At { file: name.into(), start, end: start + '\u{FFFD}'.len_utf8() };
        let hint = "save the file with the encoding UTF-8";
        found.push(Diagnostic::error("not-utf8", Some(at), "these bytes are not UTF-8", hint));
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    })
}

/// What diagnostics are sorted by: first those of the whole story, then those of story.toml, then those of the article.
fn place(found: &Diagnostic) -> (Option<(bool, usize, usize)>, Severity, &'static str) {
    let at = found.at.as_ref().map(|at| (at.file != STORY_FILE, at.start, at.end));
    (at, found.severity, found.code)
}

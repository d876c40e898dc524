//! Reads a story's folder from the file system.

use super::encoding::decode;
use crate::format::diagnostic::{At, Diagnostic, Severity};
use crate::format::rules;
use crate::format::{ARTICLE_FILE, STORY_FILE};
use crate::story::Story;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A story's folder as read: the story if it has no errors, and everything that was found.
#[derive(Debug)]
pub struct Loaded {
    /// The folder as the command names it.
    pub dir: PathBuf,
    /// `None` exactly when a diagnostic is an error.
    pub story: Option<Story>,
    /// Sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that the diagnostics point into, by name relative to the folder.
    pub files: BTreeMap<String, String>,
    /// How many quotations were looked up in the source text; `None` without one.
    pub quotations: Option<usize>,
}

/// Reads and checks the story in `dir`. Problems of the story are diagnostics, not errors.
///
/// # Errors
///
/// When there is no such folder, or it cannot be read.
pub fn story(dir: &Path) -> Result<Loaded> {
    story_with_source(dir, None)
}

/// Like [`story`], and also looks up its quotations in `source`, the text that the story explains.
///
/// # Errors
///
/// When there is no such folder, or it cannot be read.
pub fn story_with_source(dir: &Path, source: Option<&str>) -> Result<Loaded> {
    let dir = folder(dir)?;
    let mut diagnostics = Vec::new();
    let mut files = BTreeMap::new();
    let mut absent = Vec::new();
    for name in [STORY_FILE, ARTICLE_FILE] {
        match file(dir, name, &mut diagnostics)? {
            Some(text) => drop(files.insert(name.to_owned(), text)),
            None => absent.push(name),
        }
    }
    diagnostics.extend(missing(dir, &absent));
    let text = |name| files.get(name).map(String::as_str);
    let verdict = rules::story(&slug(dir)?, text(STORY_FILE), text(ARTICLE_FILE), source);
    let story = verdict.story.filter(|_| diagnostics.is_empty());
    diagnostics.extend(verdict.found);
    diagnostics.sort_by_key(place);
    Ok(Loaded {
        dir: dir.into(),
        story,
        diagnostics,
        files,
        quotations: verdict.quotations,
    })
}

/// The folder of a story, also if the path is one of its two files.
fn folder(path: &Path) -> Result<&Path> {
    if path.is_dir() {
        return Ok(path);
    }
    let own = path
        .file_name()
        .is_some_and(|name| name == STORY_FILE || name == ARTICLE_FILE);
    match path.parent().filter(|_| own) {
        Some(parent) if parent.as_os_str().is_empty() => Ok(Path::new(".")),
        Some(parent) if parent.is_dir() => Ok(parent),
        _ if path.is_file() => {
            bail!(
                "{} is a file: name the folder that holds {STORY_FILE} and {ARTICLE_FILE}",
                path.display()
            )
        }
        _ => bail!("there is no story folder {}", path.display()),
    }
}

fn slug(dir: &Path) -> Result<String> {
    let full = dir
        .canonicalize()
        .with_context(|| format!("cannot open {}", dir.display()))?;
    Ok(full.file_name().map_or_else(
        || "story".into(),
        |name| name.to_string_lossy().into_owned(),
    ))
}

fn file(dir: &Path, name: &str, found: &mut Vec<Diagnostic>) -> Result<Option<String>> {
    match fs::read(dir.join(name)) {
        Ok(bytes) => Ok(text(&bytes, name, found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => {
            Err(error).with_context(|| format!("cannot read {}", dir.join(name).display()))
        }
    }
}

/// The text of a file; problems with its bytes are added to `found`.
fn text(bytes: &[u8], name: &str, found: &mut Vec<Diagnostic>) -> Option<String> {
    let decoded = decode(bytes);
    let at = |range: std::ops::Range<usize>| At {
        file: name.into(),
        start: range.start,
        end: range.end,
    };
    if let Some(problem) = &decoded.problem {
        let hint = match decoded.text.is_empty() {
            true => "save it as plain text with the encoding UTF-8",
            false => "save the file with the encoding UTF-8",
        };
        let message = format!("{name} {}", problem.what);
        found.push(Diagnostic::error(
            "not-utf8",
            Some(at(problem.at.clone())),
            message,
            hint,
        ));
    }
    Some(decoded.text).filter(|text| !text.is_empty() || decoded.problem.is_none())
}

/// Diagnostics for the files that do not exist or have another name.
fn missing(dir: &Path, absent: &[&str]) -> Vec<Diagnostic> {
    let absent: Vec<&str> = absent
        .iter()
        .filter(|name| !dir.join(name).exists())
        .copied()
        .collect();
    let mut names: Vec<String> = fs::read_dir(dir)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.sort();
    let named: Vec<Option<&String>> = absent
        .iter()
        .map(|name| names.iter().find(|other| is_meant(other, name)))
        .collect();
    let place = |name: &str| {
        Some(At {
            file: name.into(),
            start: 0,
            end: 0,
        })
    };
    if absent.len() == 2 && named.iter().all(Option::is_none) {
        let data = names.iter().find(|name| is_data(name));
        let hint = match data {
            Some(name) => {
                format!(
                    "write what {name} holds as {STORY_FILE}, in TOML, and the text as {ARTICLE_FILE}, in Markdown"
                )
            }
            None => format!("a story is a folder with {STORY_FILE} and {ARTICLE_FILE}"),
        };
        let message = format!("the story has neither {STORY_FILE} nor {ARTICLE_FILE}");
        return vec![Diagnostic::error("missing-file", place(""), message, hint)];
    }
    let each = absent.iter().zip(named).map(|(name, other)| {
        let hint = match other {
            Some(other) => format!("there is {other}: rename it to {name}"),
            None => format!("a story is a folder with {STORY_FILE} and {ARTICLE_FILE}"),
        };
        Diagnostic::error(
            "missing-file",
            place(name),
            format!("the story has no {name}"),
            hint,
        )
    });
    each.collect()
}

/// Whether a file is probably the wanted one, under a name that a system or an editor gave it.
fn is_meant(other: &str, name: &str) -> bool {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    let lower = other.to_lowercase();
    let inner = lower.strip_suffix(".txt").unwrap_or(&lower);
    lower != name && (inner == name || inner == stem)
        || lower == name && other != name
        || ending == "md" && lower == format!("{stem}.markdown")
}

fn is_data(name: &str) -> bool {
    let endings = [
        ".csv", ".tsv", ".json", ".yaml", ".yml", ".xlsx", ".ods", ".docx", ".odt",
    ];
    endings
        .iter()
        .any(|ending| name.to_lowercase().ends_with(ending))
}

/// The sort key of a diagnostic: those of the whole story first, then story.toml, then the article.
fn place(found: &Diagnostic) -> (Option<(bool, usize, usize)>, Severity, &'static str) {
    let at = found
        .at
        .as_ref()
        .map(|at| (at.file != STORY_FILE, at.start, at.end));
    (at, found.severity, found.code)
}

//! What a file seems to be that is no `story.toml` or no `article.md`: empty, a table, JSON, a
//! page.

use super::place::{in_article, in_story};
use crate::format::diagnostic::Diagnostic;

/// What a file may be that only stands in the place of the other.
const ARTICLE: &str = "the article";
const DATA: &str = "story.toml";

/// What to say of a `story.toml` that is nothing of the kind.
pub(super) fn story(text: &str) -> Option<Diagnostic> {
    let Some((start, line)) = first(text, |line| !line.is_empty() && !comment(line)) else {
        return Some(empty_story(text));
    };
    let next = text[start..].trim_start();
    let what = match line.as_bytes()[0] {
        _ if line.starts_with("## ") => ARTICLE,
        b'{' => "JSON",
        b'[' if next[1..].trim_start().starts_with(['{', '"', '[']) && !line.starts_with("[[") => {
            "JSON"
        }
        b'<' => "HTML or XML",
        _ if line == "---" || line.starts_with("%YAML") || yaml(line) => "YAML",
        b'"' | b'\'' if line.contains('=') => return None,
        _ if !line.starts_with('[') && !line.contains('=') && columns(line) => "a table (CSV)",
        _ => return None,
    };
    let message = format!("this looks like {what}, not like TOML");
    let hint = match what {
        ARTICLE => {
            "move it into article.md, and write the data here: `format = 1`, `title = \"…\"`, `[source]`, `[[actor]]`"
        }
        _ => {
            "write it as TOML: `format = 1`, `title = \"…\"`, `[source]`, `[[actor]]`; docs/story-format.md has a whole story"
        }
    };
    Some(Diagnostic::error(
        "not-toml",
        Some(in_story(&(start..start + line.len()))),
        message,
        hint,
    ))
}

fn empty_story(text: &str) -> Diagnostic {
    let what = if text.trim().is_empty() {
        "story.toml is empty"
    } else {
        "story.toml has nothing but comments"
    };
    let hint = "start with `format = 1`, `lang = \"en\"` and `title = \"…\"`; docs/story-format.md has a whole story to begin with";
    Diagnostic::error("empty-file", Some(in_story(&(0..0))), what, hint)
}

/// A comment, if it is not the heading of an article.
fn comment(line: &str) -> bool {
    line.starts_with('#') && !(line.starts_with("## ") && line.contains("{#"))
}

/// `key: value`, and no sign of TOML.
fn yaml(line: &str) -> bool {
    let key = |key: &str| {
        !key.is_empty()
            && key
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"_- ".contains(&b))
    };
    let value = |value: &str| value.is_empty() || value.starts_with(' ');
    line.split_once(':')
        .is_some_and(|(before, after)| key(before) && value(after) && !before.contains('='))
}

fn columns(line: &str) -> bool {
    line.contains([',', ';', '\t'])
}

/// What to say of an `article.md` that is nothing of the kind.
pub(super) fn article(text: &str) -> Option<Diagnostic> {
    let hint = "write passages: `## Heading {#id}`, a blank line, and a paragraph below it";
    let Some((start, line)) = first(text, |line| !line.is_empty()) else {
        let message = "article.md is empty";
        return Some(Diagnostic::error(
            "empty-file",
            Some(in_article(&(0..0))),
            message,
            format!("{hint}: `## The bridge {{#lead}}`"),
        ));
    };
    let lower = line
        .get(..12.min(line.len()))
        .unwrap_or(line)
        .to_ascii_lowercase();
    let what = match lower.as_bytes()[0] {
        b'<' if tag(&lower) => "HTML",
        b'{' if line[1..].trim_start().starts_with(['"', '}']) || line == "{" => "JSON",
        b'[' if line.starts_with("[[") && line.ends_with("]]") || line == "[source]" => DATA,
        b'f' if lower.starts_with("format =") || lower.starts_with("format=") => DATA,
        _ => return None,
    };
    let message = format!("this looks like {what}, not like an article in Markdown");
    let hint = if what == DATA {
        format!("move it into story.toml, and {hint}")
    } else {
        format!("{hint}, without any tags")
    };
    Some(Diagnostic::error(
        "not-markdown",
        Some(in_article(&(start..start + line.len()))),
        message,
        hint,
    ))
}

/// A tag that pages and texts from word processors begin with.
fn tag(line: &str) -> bool {
    let name = line[1..]
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '!')
        .next()
        .unwrap_or_default();
    let block = [
        "!doctype", "html", "head", "body", "div", "p", "h1", "h2", "h3", "span", "article",
        "section", "table", "ul", "ol",
    ];
    block.contains(&name) || line.starts_with("<?xml")
}

/// The first line of a kind, without white space around it, and where it begins.
fn first(text: &str, of_kind: impl Fn(&str) -> bool) -> Option<(usize, &str)> {
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim();
        if of_kind(line) {
            return Some((start + whole.len() - whole.trim_start().len(), line));
        }
        start += whole.len();
    }
    None
}

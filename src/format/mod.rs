//! The file format, version 1: reads the texts of `story.toml` and `article.md` into a [`Story`].
//!
//! Reading goes on past every problem, so that an editor sees all of them at once:
//! 1. `guess` says what a file is that is no story; `mend` repairs typing errors that would make a
//!    file unreadable;
//! 2. `shape` takes out of the parsed file what does not fit the schema, and reports it;
//! 3. [`file`] holds what is left as typed values, each with its place;
//! 4. `names` looks up ids and reads dates; `build` makes the [`Story`] when nothing is wrong;
//! 5. [`rules`] judge what can be read.

pub mod diagnostic;
pub mod markdown;
pub mod plain;
pub mod link;
pub mod markup;
pub mod file;
pub mod date_advice;
pub(crate) mod near;
mod meant;
mod guess;
mod mend;
mod wording;
mod syntax;
mod headings;
mod shape;
mod names;
mod article;
mod build;
pub mod rules;

use crate::story::Story;
use diagnostic::{At, Diagnostic, Severity};
use file::StoryFile;
use markdown::{Article, Problem};
use serde_json::Value;
use std::ops::Range;
use std::sync::LazyLock;
use toml::de::{DeTable, Deserializer};

/// The version of the format that this program reads.
pub const VERSION: u32 = 1;
/// Names of the two files in a story's folder.
pub const STORY_FILE: &str = "story.toml";
pub const ARTICLE_FILE: &str = "article.md";

/// What stands in the two files, before any id is looked up: what the rules of `check` judge.
#[derive(Debug, Default)]
pub struct Draft {
    pub file: StoryFile,
    pub article: Article,
    /// A file has syntax errors: what seems to be missing may only be unreadable.
    pub torn: bool,
}

/// Reads a story; `slug` is the name of its folder. The story is there exactly when no diagnostic
/// is an error.
pub fn read(slug: &str, story_toml: &str, article_md: &str) -> (Option<Story>, Vec<Diagnostic>) {
    let (draft, mut found) = draft(story_toml, article_md);
    let (story, problems) = build(slug, &draft);
    found.extend(problems);
    diagnostic::widen(&mut found, STORY_FILE, story_toml);
    let sound = found.iter().all(|found| found.severity != Severity::Error);
    (story.filter(|_| sound), found)
}

/// Reads the two files as far as they can be read.
pub fn draft(story_toml: &str, article_md: &str) -> (Draft, Vec<Diagnostic>) {
    let (file, mut found, torn) = parse(story_toml);
    let (mut article, problems) = article_of(article_md);
    found.extend(problems);
    found.extend(headings::named(&mut article, &file, article_md));
    found.extend(article.problems.iter().map(said));
    (
        Draft {
            file,
            article,
            torn,
        },
        found,
    )
}

/// The article, as far as it is one.
fn article_of(markdown: &str) -> (Article, Vec<Diagnostic>) {
    if let Some(other) = guess::article(markdown) {
        return (Article::default(), vec![other]);
    }
    let mut found = Vec::new();
    let mut article = markdown::read(markdown);
    if article.sections.len() > shape::MAX_ITEMS {
        let at = in_article(&article.sections[shape::MAX_ITEMS].at);
        let hint = format!("keep at most {}, or split the story", shape::MAX_ITEMS);
        found.push(Diagnostic::error(
            "too-many",
            Some(at),
            "the article has more passages than can be counted",
            hint,
        ));
        article.sections.truncate(shape::MAX_ITEMS);
    }
    if article.sections.is_empty() && article.problems.is_empty() {
        let hint = "write at least one passage: `## Heading {#id}` and a paragraph below it";
        found.push(Diagnostic::error(
            "empty-article",
            Some(in_article(&(0..0))),
            "the article has no passage",
            hint,
        ));
    }
    // The first is enough: a file that is no text at all is full of them.
    if let Some((start, character)) = markdown
        .char_indices()
        .find(|(_, character)| hidden(*character))
    {
        let at = in_article(&(start..start + character.len_utf8()));
        let message = format!(
            "the article contains the control character {}",
            control(character)
        );
        let better = if matches!(character, '\u{B}' | '\u{C}') {
            " "
        } else {
            ""
        };
        let finding = Diagnostic::error(
            "control-character",
            Some(at),
            message,
            "take it out: it cannot be shown",
        );
        found.push(finding.replaced_by(better));
    }
    (article, found)
}

fn said(problem: &Problem) -> Diagnostic {
    let at = in_article(&problem.at);
    let found = Diagnostic::error(
        problem.code,
        Some(at),
        problem.message.clone(),
        problem.hint.clone(),
    );
    Diagnostic {
        replacement: problem.replacement.clone(),
        count: problem.count,
        ..found
    }
}

/// What to say of a word that is none of those that may stand here, and which of them is certainly
/// meant.
fn word_meant<'w>(word: &str, words: &[&'w str]) -> (String, Option<&'w str>) {
    let near = near::nearest(word.trim(), words);
    match near.or_else(|| meant::word(word, words)) {
        Some(meant) if near.is_some() => (near::did_you_mean(meant), Some(meant)),
        Some(meant) => (
            format!("write `{meant}`; it is one of {}", near::words(words)),
            Some(meant),
        ),
        None => (format!("it is one of {}", near::words(words)), None),
    }
}

/// The story that a draft tells, when all of it can be built, and what cannot: ids, dates, links
/// and marks.
pub fn build(slug: &str, draft: &Draft) -> (Option<Story>, Vec<Diagnostic>) {
    build::story(slug, draft)
}

/// The JSON Schema of `story.toml`.
pub fn schema() -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(generate);
    &SCHEMA
}

fn generate() -> Value {
    let mut schema = schemars::generate::SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<StoryFile>();
    schemars::transform::transform_subschemas(&mut no_null, &mut schema);
    schema.to_value()
}

/// TOML knows no null: an optional key is left out.
fn no_null(schema: &mut schemars::Schema) {
    schemars::transform::transform_subschemas(&mut no_null, schema);
    if let Some(types) = schema.get("type").and_then(Value::as_array)
        && let Some(single) = types.iter().find(|name| *name != "null").cloned()
    {
        schema.insert("type".into(), single);
    }
    if let Some(options) = schema.get("anyOf").and_then(Value::as_array)
        && options.iter().any(|option| option["type"] == "null")
        && let Some(Value::Object(single)) = options
            .iter()
            .find(|option| option["type"] != "null")
            .cloned()
    {
        schema.remove("anyOf");
        schema.ensure_object().extend(single);
    }
}

fn parse(text: &str) -> (StoryFile, Vec<Diagnostic>, bool) {
    if let Some(other) = guess::story(text) {
        return (StoryFile::default(), vec![other], true);
    }
    let mended = mend::mend(text);
    let (mut tree, errors) = DeTable::parse_recoverable(&mended.text);
    if let Some(unknown) = unknown_version(&tree) {
        return (StoryFile::default(), vec![unknown], true);
    }
    let torn = mended.torn || !errors.is_empty();
    let mut found = shape::fit(&mut tree, schema(), text, torn);
    found.extend(syntax::said(&errors, &found, text));
    found.extend(mended.found);
    let file = <StoryFile as serde::Deserialize>::deserialize(Deserializer::from(tree))
        .unwrap_or_else(|error| {
            // Cannot happen as long as `shape` takes out all that does not fit; if it does, the
            // editor is told, not dropped.
            let at = error.span().map(|span| in_story(&span));
            found.push(Diagnostic::error(
                "unreadable-file",
                at,
                error.message(),
                "style at this place, and report it as a bug of standpoint",
            ));
            StoryFile::default()
        });
    (file, found, torn)
}

/// Another version has other keys: all else that could be said of it would be noise.
fn unknown_version(tree: &toml::Spanned<DeTable>) -> Option<Diagnostic> {
    let value = tree.get_ref().get("format")?;
    let version = value.get_ref().as_integer()?.to_string();
    let message = format!("format {version} is not known to this program");
    let hint = format!("write `format = {VERSION}`, or use a newer standpoint");
    (version != VERSION.to_string()).then(|| {
        Diagnostic::error(
            "unknown-format",
            Some(in_story(&value.span())),
            message,
            hint,
        )
        .replaced_by(VERSION.to_string())
    })
}

pub use meant::language as language_meant;
pub use wording::quoted as toml_text;

/// A place in `story.toml`.
pub fn in_story(span: &Range<usize>) -> At {
    At {
        file: STORY_FILE.into(),
        start: span.start,
        end: span.end,
    }
}

/// A place in `article.md`.
pub fn in_article(span: &Range<usize>) -> At {
    At {
        file: ARTICLE_FILE.into(),
        start: span.start,
        end: span.end,
    }
}

/// Whether a character cannot be shown, or turns around the order of those that follow.
fn hidden(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\n' | '\r' | '\t');
    control || matches!(character, '\u{202A}'..='\u{202E}')
}

/// A control character by its number, and by what it does.
fn control(character: char) -> String {
    let does = match character {
        '\0' => " (an empty byte)",
        '\u{B}' => " (a word processor’s line break)",
        '\u{C}' => " (a page break)",
        '\u{1B}' => " (for terminals)",
        '\u{202A}'..='\u{202E}' => " (it turns the direction of the text)",
        _ => "",
    };
    format!("U+{:04X}{does}", character as u32)
}

/// Whether `text` is lower-case letters and digits, joined by single hyphens.
pub(crate) fn is_id(text: &str) -> bool {
    let piece = |piece: &str| {
        !piece.is_empty()
            && piece
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.split('-').all(piece)
}

#[cfg(test)]
mod tests;

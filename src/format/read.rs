//! Reads the two files of a story as far as they can be read.

use super::build::build;
use super::characters::{control, hidden};
use super::diagnostic::{self, Diagnostic, Severity};
use super::draft::Draft;
use super::file::{StoryFile, VERSION};
use super::markdown::{self, Article, Problem};
use super::place::{STORY_FILE, in_article, in_story};
use super::schema::schema;
use super::{guess, headings, mend, shape, syntax};
use crate::story::Story;
use serde::Deserialize;
use toml::de::{DeTable, Deserializer};

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
    let file = StoryFile::deserialize(Deserializer::from(tree)).unwrap_or_else(|error| {
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

//! The ids that headings lack: `story.toml` names passages that the article does not have, and
//! their headings say which they are.

use super::file::{Ref, StoryFile};
use super::place::in_article;
use super::wording::slug;
use crate::format::diagnostic::{self, Diagnostic, Severity};
use crate::format::markdown::{Article, Words};
use std::collections::BTreeSet;

/// Names each heading without an id as it is certainly meant, and says what to write.
pub(super) fn named(article: &mut Article, file: &StoryFile, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if article.sections.iter().all(|section| section.id.is_some()) {
        return found;
    }
    let mut taken: BTreeSet<String> = article
        .sections
        .iter()
        .filter_map(|section| Some(section.id.as_ref()?.words.clone()))
        .collect();
    let wanted: Vec<String> = passages(file)
        .filter(|id| !taken.contains(*id))
        .map(str::to_owned)
        .collect();
    let mut wanted = wanted.into_iter();
    for section in article
        .sections
        .iter_mut()
        .filter(|section| section.id.is_none())
    {
        let mut next = || wanted.by_ref().find(|id| !taken.contains(id));
        let id = next()
            .or_else(|| slug(&section.heading))
            .filter(|id| !taken.contains(id));
        let id = id.unwrap_or_else(|| format!("passage-{}", taken.len() + 1));
        let heading = section.heading.trim();
        let line = if heading.is_empty() {
            format!("## {{#{id}}}")
        } else {
            format!("## {heading} {{#{id}}}")
        };
        let level = text
            .get(section.at.clone())
            .is_some_and(|raw| !raw.starts_with("## "));
        let message = match level {
            true => "this heading is of another level, and has no passage id",
            false => "this heading has no passage id",
        };
        let hint = format!("write the id behind it in braces: `{line}`");
        let at = in_article(&section.at);
        diagnostic::add(&mut found, Severity::Error, || {
            Diagnostic::error("missing-passage-id", Some(at), message, hint).replaced_by(line)
        });
        taken.insert(id.clone());
        section.id = Some(Words {
            words: id,
            at: section.at.clone(),
        });
    }
    found
}

/// The passages that the story names, in the order of the file's kinds.
fn passages(file: &StoryFile) -> impl Iterator<Item = &str> {
    let claims = file.claims().flat_map(|claim| claim.passage);
    let paragraphs = file
        .source
        .iter()
        .flat_map(|source| source.paragraphs.keys().map(String::as_str));
    claims.map(Ref::as_str).chain(paragraphs)
}

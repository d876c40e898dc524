//! Rules on what is never used: an entry that nothing names is often a slip in what should name it.

use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::file::{Id, Ref};
use crate::format::markdown::Style;
use crate::format::place::in_story;
use crate::format::wording::is_id;
use std::collections::BTreeSet;

type Used<'d> = BTreeSet<&'d str>;

pub fn actors_used(draft: &Draft) -> Vec<Diagnostic> {
    let file = &draft.file;
    let mut used = mentions(draft, "actor:");
    used.extend(ids(file.position.iter().flat_map(|entry| &entry.actor)));
    used.extend(ids(file.relation.iter().flat_map(|entry| {
        entry.from.iter().chain(entry.to.iter().flatten())
    })));
    used.extend(ids(file.event.iter().flat_map(|entry| &entry.actors)));
    let hint =
        "give it a position, a relation or an event, mention it in the article, or take it out";
    unused(
        draft,
        "unused-actor",
        "actor",
        file.actor.iter().map(|entry| &entry.id),
        &used,
        hint,
    )
}

pub fn groups_used(draft: &Draft) -> Vec<Diagnostic> {
    let used = ids(draft.file.actor.iter().flat_map(|entry| &entry.group)).collect();
    let groups = draft.file.group.iter().map(|entry| &entry.id);
    unused(
        draft,
        "unused-group",
        "group",
        groups,
        &used,
        "put an actor into it, or take it out",
    )
}

pub fn issues_used(draft: &Draft) -> Vec<Diagnostic> {
    let used = ids(draft.file.position.iter().flat_map(|entry| &entry.issue)).collect();
    let issues = draft.file.issue.iter().map(|entry| &entry.id);
    unused(
        draft,
        "unused-issue",
        "issue",
        issues,
        &used,
        "write a position on it, or take it out",
    )
}

pub fn phases_used(draft: &Draft) -> Vec<Diagnostic> {
    let used = ids(draft.file.event.iter().flat_map(|entry| &entry.phase)).collect();
    // Where events name no phase, that is the mistake.
    let nameless = draft.file.event.iter().any(|entry| entry.phase.is_none());
    let phases = draft
        .file
        .phase
        .iter()
        .map(|entry| &entry.id)
        .filter(|_| !nameless);
    unused(
        draft,
        "unused-phase",
        "phase",
        phases,
        &used,
        "put an event into it, or take it out",
    )
}

pub fn references_used(draft: &Draft) -> Vec<Diagnostic> {
    let used = ids(draft.file.claims().flat_map(|claim| claim.reference)).collect();
    let references = draft.file.reference.iter().map(|entry| &entry.id);
    unused(
        draft,
        "unused-reference",
        "reference",
        references,
        &used,
        "name it in the `reference` of an entry, or take it out",
    )
}

fn ids<'d>(ids: impl Iterator<Item = &'d Ref>) -> impl Iterator<Item = &'d str> {
    ids.map(|id| id.as_str())
}

/// The ids that links of the article lead to.
fn mentions<'d>(draft: &'d Draft, scheme: &str) -> Used<'d> {
    let runs = draft
        .article
        .statements()
        .flat_map(|statement| &statement.runs);
    runs.filter_map(|run| match &run.style {
        Style::Link(href) => href.strip_prefix(scheme),
        Style::Plain | Style::Strong | Style::Emphasis => None,
    })
    .collect()
}

fn unused<'d>(
    draft: &Draft,
    code: &'static str,
    kind: &str,
    all: impl Iterator<Item = &'d Option<Id>>,
    used: &Used,
    hint: &str,
) -> Vec<Diagnostic> {
    // An id that is none was meant otherwise, and named so.
    let idle = all
        .flatten()
        .filter(|id| !used.contains(id.as_str()) && !draft.torn && is_id(id));
    idle.map(|id| {
        let message = format!("nothing names the {kind} “{}”", id.as_str());
        Diagnostic::warning(code, Some(in_story(&id.span())), message, hint)
    })
    .collect()
}

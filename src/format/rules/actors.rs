//! Rules on actors and what ties them.

use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::file::Ref;
use crate::format::place::in_story;
use std::collections::{BTreeMap, BTreeSet};

pub fn relation_to_itself(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for relation in &draft.file.relation {
        let Some(from) = &relation.from else { continue };
        for to in relation
            .to
            .iter()
            .flatten()
            .filter(|to| to.as_str() == from.as_str())
        {
            let message = format!("this relation ties “{}” to itself", to.as_str());
            let hint = "name another actor in `to`, or write a position instead";
            found.push(Diagnostic::error(
                "self-relation",
                Some(in_story(&to.span())),
                message,
                hint,
            ));
        }
    }
    found
}

/// Naming something twice in one list does nothing, and is often a slip for something else.
pub fn named_twice(draft: &Draft) -> Vec<Diagnostic> {
    let file = &draft.file;
    let relations = file.relation.iter().flat_map(|entry| {
        [
            entry.to.as_deref().unwrap_or_default(),
            &entry.passage,
            &entry.reference,
        ]
    });
    let positions = file
        .position
        .iter()
        .flat_map(|entry| [entry.passage.as_slice(), &entry.reference]);
    let events = file.event.iter().flat_map(|entry| {
        [
            entry.actors.as_slice(),
            &entry.issues,
            &entry.passage,
            &entry.reference,
        ]
    });
    relations
        .chain(positions)
        .chain(events)
        .flat_map(repeated)
        .collect()
}

fn repeated(list: &[Ref]) -> impl Iterator<Item = Diagnostic> {
    let mut seen = BTreeSet::new();
    list.iter()
        .filter(move |id| !seen.insert(id.as_str()))
        .map(|id| {
            let message = format!("“{}” stands twice in this list", id.as_str());
            Diagnostic::warning(
                "repeated-id",
                Some(in_story(&id.span())),
                message,
                "take one out, or name the one that was meant",
            )
        })
}

/// The page shows one side of an actor on an issue: the stance of its first position.
pub fn one_stance(draft: &Draft) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(&str, &str), &Ref> = BTreeMap::new();
    let mut found = Vec::new();
    for position in &draft.file.position {
        let (Some(actor), Some(issue), Some(stance)) =
            (&position.actor, &position.issue, &position.stance)
        else {
            continue;
        };
        let shown = *first
            .entry((actor.as_str(), issue.as_str()))
            .or_insert(stance);
        if shown.as_str() != stance.as_str() {
            let (actor, issue) = (actor.as_str(), issue.as_str());
            let message = format!(
                "`{actor}` already has the stance `{}` on `{issue}`: the map shows that one and hides `{}`",
                shown.as_str(),
                stance.as_str()
            );
            let hint = "list the position that holds today first, and take `stance` out of this one or tell the change as an event";
            found.push(Diagnostic::warning(
                "second-stance",
                Some(in_story(&stance.span())),
                message,
                hint,
            ));
        }
    }
    found
}

//! Rules on actors and what ties them.

use crate::diag::Diagnostic;
use crate::story::wire::file::Ref;
use crate::story::wire::{Draft, in_story};
use std::collections::BTreeSet;

/// Longest name that the map has room for, in characters.
const LONGEST_SHORT: usize = 18;

pub fn relation_to_itself(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for relation in &draft.file.relation {
        let Some(from) = &relation.from else { continue };
        for to in relation.to.iter().flatten().filter(|to| to.as_str() == from.as_str()) {
            let message = format!("this relation ties “{}” to itself", to.as_str());
            let hint = "name another actor in `to`, or write a position instead";
            found.push(Diagnostic::error("self-relation", Some(in_story(&to.span())), message, hint));
        }
    }
    found
}

/// Naming something twice in one list does nothing, and is often a slip for something else.
pub fn named_twice(draft: &Draft) -> Vec<Diagnostic> {
    let file = &draft.file;
    let relations = file
        .relation
        .iter()
        .flat_map(|entry| [entry.to.as_deref().unwrap_or_default(), &entry.passage, &entry.reference]);
    let positions = file.position.iter().flat_map(|entry| [entry.passage.as_slice(), &entry.reference]);
    let events =
        file.event.iter().flat_map(|entry| [entry.actors.as_slice(), &entry.issues, &entry.passage, &entry.reference]);
    relations.chain(positions).chain(events).flat_map(repeated).collect()
}

fn repeated(list: &[Ref]) -> impl Iterator<Item = Diagnostic> {
    let mut seen = BTreeSet::new();
    list.iter().filter(move |id| !seen.insert(id.as_str())).map(|id| {
        let message = format!("“{}” stands twice in this list", id.as_str());
        Diagnostic::warning(
            "repeated-id",
            Some(in_story(&id.span())),
            message,
            "take one out, or name the one that was meant",
        )
    })
}

pub fn short_name_fits(draft: &Draft) -> Vec<Diagnostic> {
    let shorts = draft.file.actor.iter().filter_map(|actor| actor.short.as_ref());
    let long = shorts.filter(|short| short.chars().count() > LONGEST_SHORT);
    long.map(|short| {
        let message = format!("this short name has {} characters, more than fit on the map", short.chars().count());
        let hint = format!("give at most {LONGEST_SHORT} characters, or leave `short` out");
        Diagnostic::warning("long-name", Some(in_story(&short.span())), message, hint)
    })
    .collect()
}

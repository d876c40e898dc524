//! Rules on things that readers cannot tell apart: actors of one name, events of one title.

use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::file::{ActorEntry, Text};
use crate::format::place::in_story;
use std::collections::BTreeMap;

/// What differs in case and spaces only is one name to a reader.
fn folded(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// Two actors of one name, or of one name on the map.
pub fn names_differ(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut known: BTreeMap<String, &ActorEntry> = BTreeMap::new();
    for actor in &draft.file.actor {
        let own = actor
            .name
            .iter()
            .chain(&actor.short)
            .map(|name| (folded(name), name));
        let own: BTreeMap<String, &Text> = own.rev().collect();
        if let Some((name, other)) = own
            .iter()
            .find_map(|(folded, name)| Some((*name, *known.get(folded)?)))
        {
            found.push(same_name(draft, actor, other, name));
        }
        for name in own.into_keys() {
            known.entry(name).or_insert(actor);
        }
    }
    found
}

fn id(actor: &ActorEntry) -> &str {
    actor.id.as_ref().map_or("?", |id| id.as_str())
}

fn same_name(draft: &Draft, actor: &ActorEntry, other: &ActorEntry, name: &Text) -> Diagnostic {
    let group = |actor: &ActorEntry| {
        let id = actor.group.as_ref()?.as_str();
        let group = draft
            .file
            .group
            .iter()
            .find(|group| group.id.as_ref().is_some_and(|own| own.as_str() == id))?;
        group.name.as_ref().map(|name| name.to_string())
    };
    let kind = |actor: &ActorEntry| actor.kind.as_ref().map(|kind| kind.to_string());
    let differing = [(group(actor), group(other)), (kind(actor), kind(other))]
        .into_iter()
        .find(|(own, other)| own != other);
    let example = differing
        .and_then(|(own, _)| own)
        .map(|own| format!(", such as “{} ({own})”", name.as_str()));
    let message = format!(
        "“{}” is the name of `{}` too: readers cannot tell the two apart",
        name.as_str(),
        id(other)
    );
    let hint = format!(
        "say in both names what they differ in{}",
        example.unwrap_or_else(|| ": a place, an office, a year".into())
    );
    Diagnostic::warning("same-name", Some(in_story(&name.span())), message, hint)
}

/// A name that another actor is also called by leads a search to the wrong one.
pub fn other_names_differ(draft: &Draft) -> Vec<Diagnostic> {
    let mut names: BTreeMap<String, &ActorEntry> = BTreeMap::new();
    for (actor, name) in draft.file.actor.iter().flat_map(|actor| {
        actor
            .name
            .iter()
            .chain(&actor.short)
            .map(move |name| (actor, name))
    }) {
        names.entry(folded(name)).or_insert(actor);
    }
    let mut found = Vec::new();
    for (actor, also) in draft
        .file
        .actor
        .iter()
        .flat_map(|actor| actor.also.iter().map(move |also| (actor, also)))
    {
        let Some(other) = names
            .get(&folded(also))
            .filter(|other| id(other) != id(actor))
        else {
            continue;
        };
        let message = format!(
            "`{}` is also called “{}”, which is the name of `{}`",
            id(actor),
            also.as_str(),
            id(other)
        );
        let hint = "take it out of `also`, or give the two names that differ";
        found.push(Diagnostic::warning(
            "same-name",
            Some(in_story(&also.span())),
            message,
            hint,
        ));
    }
    found
}

pub fn titles_differ(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for event in &draft.file.event {
        let (Some(title), Some(id)) = (&event.title, &event.id) else {
            continue;
        };
        match known.get(&folded(title)) {
            Some(other) => {
                let message = format!(
                    "the event `{other}` has this title too: readers cannot tell the two apart"
                );
                let hint =
                    "say in each title what is its own: the place, the day or who takes part";
                found.push(Diagnostic::warning(
                    "same-title",
                    Some(in_story(&title.span())),
                    message,
                    hint,
                ));
            }
            None => {
                known.insert(folded(title), id.as_str());
            }
        }
    }
    found
}

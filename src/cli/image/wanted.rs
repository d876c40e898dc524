//! What an image should show. A page ignores the parts of a link that it does not know; here an
//! editor's mistyped name is an error.

use crate::format::near::hint;
use crate::state::route::anchor;
use crate::state::{Pick, Route};
use crate::story::{Evidence, IssueId, Story};
use anyhow::{Result, bail};

/// The names of the parts of a fragment.
const PARTS: [&str; 7] = ["pick", "a", "e", "map", "issue", "hide", "outlook"];

/// The state of a fragment; every part of it must exist in this story.
pub fn route(story: &Story, fragment: Option<&str>) -> Result<Route> {
    let fragment = fragment.unwrap_or_default().trim_start_matches('#');
    match fragment.contains('=') {
        true => fragment
            .split('&')
            .try_for_each(|part| check(story, part))?,
        false if fragment.is_empty() => {}
        false => _ = pick(story, Some(fragment))?,
    }
    Ok(Route::parse(story, fragment).unwrap_or_default())
}

fn check(story: &Story, part: &str) -> Result<()> {
    let (key, value) = part.split_once('=').unwrap_or((part, ""));
    match key {
        "pick" => pick(story, Some(value)).map(|_| ()),
        "a" => pick(story, Some(&format!("actor-{value}"))).map(|_| ()),
        "e" => pick(story, Some(&format!("event-{value}"))).map(|_| ()),
        "issue" => issue(story, value).map(|_| ()),
        "map" => known("reading of the map", value, &["relations", "positions"]),
        "hide" => value.split(',').try_for_each(|kind| {
            known("kind of evidence", kind, &Evidence::ALL.map(Evidence::key))
        }),
        // An image does not show the reader's votes, and an old link may name a reading of the
        // timeline.
        "outlook" | "time" => Ok(()),
        _ => known("part of a link", key, &PARTS),
    }
}

/// The actor, event or passage with this id.
pub fn pick(story: &Story, id: Option<&str>) -> Result<Option<Pick>> {
    let Some(id) = id else { return Ok(None) };
    let id = id.trim_start_matches('#');
    let actors = story.each_actor().map(|(id, _)| Pick::Actor(id));
    let events = story.each_event().map(|(id, _)| Pick::Event(id));
    let passages = story.each_passage().map(|(id, _)| Pick::Passage(id));
    let all: Vec<(String, Pick)> = actors
        .chain(events)
        .chain(passages)
        .map(|pick| (anchor(story, pick), pick))
        .collect();
    if let Some((_, pick)) = all.iter().find(|(anchor, _)| anchor == id) {
        return Ok(Some(*pick));
    }
    let anchors: Vec<&str> = all.iter().map(|(anchor, _)| anchor.as_str()).collect();
    // A name without its kind gets the whole name as advice.
    let whole = anchors
        .iter()
        .find(|anchor| anchor.split_once('-').is_some_and(|(_, key)| key == id));
    match whole {
        Some(whole) => bail!("there is no {id:?} in this story; did you mean `{whole}`?"),
        None => {
            // If the name begins with a kind, only names of that kind are advised.
            let kind = id.split_inclusive('-').next().unwrap_or_default();
            let alike: Vec<&str> = anchors
                .iter()
                .filter(|anchor| anchor.starts_with(kind))
                .copied()
                .collect();
            let near = if alike.is_empty() { anchors } else { alike };
            known("actor, event or passage", id, &near).map(|()| None)
        }
    }
}

pub fn issue(story: &Story, key: &str) -> Result<IssueId> {
    match story.each_issue().find(|(_, issue)| issue.key == key) {
        Some((id, _)) => Ok(id),
        None => {
            let keys: Vec<&str> = story
                .issues
                .iter()
                .map(|issue| issue.key.as_str())
                .collect();
            bail!(
                "there is no issue {key:?}; {}",
                hint(key, &keys, "there are")
            )
        }
    }
}

fn known(what: &str, word: &str, known: &[&str]) -> Result<()> {
    if known.contains(&word) {
        return Ok(());
    }
    bail!(
        "there is no {what} {word:?}; {}",
        hint(word, known, "there are")
    )
}

//! Queries over story and model: what the views derive from them, never stored.

use super::choices::{EvidenceSet, Pick};
use super::model::Model;
use crate::layout::network::spectrum::Stand;
use crate::locale::fold::fold;
use crate::story::{
    Actor, ActorId, EventId, Evidence, Grounds, IssueId, PassageId, Position, Span, StanceId, Story,
};

/// An actor's stance on an issue, as far as the story states it and the filter shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A stance on the scale, from the most direct evidence.
    At(StanceId, Evidence),
    /// The actor stated something, but took no side.
    NoSide(Evidence),
    /// The filter hides every position on this issue.
    Hidden,
    /// No position stated.
    NotStated,
}

impl Standing {
    pub fn stance(self) -> Option<StanceId> {
        match self {
            Self::At(stance, _) => Some(stance),
            Self::NoSide(_) | Self::Hidden | Self::NotStated => None,
        }
    }

    pub fn evidence(self) -> Option<Evidence> {
        match self {
            Self::At(_, evidence) | Self::NoSide(evidence) => Some(evidence),
            Self::Hidden | Self::NotStated => None,
        }
    }

    /// Its area in the picture of an issue; those apart are in the order of `Strings::apart`.
    pub fn stand(self) -> Stand {
        match self {
            Self::At(stance, _) => Stand::On(stance.index()),
            Self::NoSide(_) => Stand::Apart(0),
            Self::Hidden => Stand::Apart(1),
            Self::NotStated => Stand::Apart(2),
        }
    }
}

pub fn shown(hidden: EvidenceSet, grounds: &Grounds) -> bool {
    !hidden.contains(grounds.evidence)
}

/// All positions of an actor on an issue, in the story's order.
pub fn positions(story: &Story, actor: ActorId, issue: IssueId) -> impl Iterator<Item = &Position> {
    story
        .positions
        .iter()
        .filter(move |position| position.actor == actor && position.issue == issue)
}

/// The stance with the most direct evidence; the first listed wins a tie.
pub fn standing(story: &Story, hidden: EvidenceSet, actor: ActorId, issue: IssueId) -> Standing {
    strongest(&positions(story, actor, issue).collect::<Vec<_>>(), hidden)
}

/// The standing of every actor, in one pass over the positions.
pub fn standings(story: &Story, hidden: EvidenceSet, issue: IssueId) -> Vec<Standing> {
    let mut all = vec![Vec::new(); story.actors.len()];
    let on_issue = story
        .positions
        .iter()
        .filter(|position| position.issue == issue);
    on_issue.for_each(|position| all[position.actor.index()].push(position));
    all.iter()
        .map(|positions| strongest(positions, hidden))
        .collect()
}

fn strongest(all: &[&Position], hidden: EvidenceSet) -> Standing {
    let visible: Vec<_> = all
        .iter()
        .filter(|position| shown(hidden, &position.grounds))
        .collect();
    let sided = visible
        .iter()
        .filter_map(|position| Some((position.grounds.evidence, position.stance?)));
    match (
        sided.min_by_key(|(evidence, _)| *evidence),
        visible.first(),
        all.is_empty(),
    ) {
        (Some((evidence, stance)), _, _) => Standing::At(stance, evidence),
        (None, Some(position), _) => Standing::NoSide(position.grounds.evidence),
        (None, None, true) => Standing::NotStated,
        (None, None, false) => Standing::Hidden,
    }
}

/// The number of positions, relations and events with a kind of evidence.
pub fn count(story: &Story, evidence: Evidence) -> usize {
    let positions = story.positions.iter().map(|position| &position.grounds);
    let relations = story.relations.iter().map(|relation| &relation.grounds);
    let events = story.events.iter().map(|event| &event.grounds);
    positions
        .chain(relations)
        .chain(events)
        .filter(|grounds| grounds.evidence == evidence)
        .count()
}

/// What all views light: what belongs to the pick, or else to the passage in view. Unordered, with
/// possible duplicates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lit {
    pub actors: Vec<ActorId>,
    pub events: Vec<EventId>,
    pub passages: Vec<PassageId>,
}

pub fn lit(story: &Story, model: &Model) -> Lit {
    let pick = model.lit_by.or(model.in_view.map(Pick::Passage));
    pick.map_or_else(Lit::default, |pick| lit_by(story, pick))
}

pub fn lit_by(story: &Story, pick: Pick) -> Lit {
    match pick {
        Pick::Actor(actor) => lit_by_actor(story, actor),
        Pick::Event(event) => lit_by_event(story, event),
        Pick::Passage(passage) => lit_by_passage(story, passage),
    }
}

fn lit_by_actor(story: &Story, actor: ActorId) -> Lit {
    let ties = story
        .relations
        .iter()
        .filter(|relation| relation.from == actor || relation.to.contains(&actor));
    let partners = ties.flat_map(|relation| relation.to.iter().copied().chain([relation.from]));
    Lit {
        actors: partners.chain([actor]).collect(),
        events: story
            .each_event()
            .filter(|(_, event)| event.actors.contains(&actor))
            .map(|(id, _)| id)
            .collect(),
        passages: story
            .each_passage()
            .filter(|(id, _)| mentions(story, *id).0.contains(&actor))
            .map(|(id, _)| id)
            .collect(),
    }
}

fn lit_by_event(story: &Story, event: EventId) -> Lit {
    let mentioning = story
        .each_passage()
        .filter(|(id, _)| mentions(story, *id).1.contains(&event))
        .map(|(id, _)| id);
    Lit {
        actors: story[event].actors.clone(),
        events: vec![event],
        passages: mentioning
            .chain(story[event].grounds.passages.iter().copied())
            .collect(),
    }
}

fn lit_by_passage(story: &Story, passage: PassageId) -> Lit {
    let (actors, mut events) = mentions(story, passage);
    events.extend(
        story
            .each_event()
            .filter(|(_, event)| event.grounds.passages.contains(&passage))
            .map(|(id, _)| id),
    );
    Lit {
        actors,
        events,
        passages: vec![passage],
    }
}

/// The actors and events that a passage links to.
pub fn mentions(story: &Story, passage: PassageId) -> (Vec<ActorId>, Vec<EventId>) {
    let (mut actors, mut events) = (Vec::new(), Vec::new());
    for span in story[passage]
        .paragraphs
        .iter()
        .flatten()
        .flat_map(|statement| &statement.spans)
    {
        match span {
            Span::Actor(actor, _) => actors.push(*actor),
            Span::Event(event, _) => events.push(*event),
            _ => {}
        }
    }
    (actors, events)
}

/// Whether a passage links to an actor or event that is lit.
pub fn mentions_any(story: &Story, passage: PassageId, lit: &Lit) -> bool {
    let (actors, events) = mentions(story, passage);
    actors.iter().any(|actor| lit.actors.contains(actor))
        || events.iter().any(|event| lit.events.contains(event))
}

/// A search result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Actor(ActorId),
    Event(EventId),
}

/// Actors by any of their names, then events by title, that contain every word of `sought`,
/// ignoring case and accents. Empty for an empty search.
pub fn search(story: &Story, sought: &str) -> Vec<Found> {
    let sought = fold(sought);
    let words: Vec<&str> = sought.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let matches = |text: &str| {
        let text = fold(text);
        words.iter().all(|word| text.contains(word))
    };
    let actors = story
        .each_actor()
        .filter(|(_, actor)| matches(&names(actor)));
    let events = story
        .each_event()
        .filter(|(_, event)| matches(&event.title));
    actors
        .map(|(id, _)| Found::Actor(id))
        .chain(events.map(|(id, _)| Found::Event(id)))
        .collect()
}

/// All names of an actor, one a line.
pub fn names(actor: &Actor) -> String {
    let also = actor.also.iter().map(String::as_str);
    let all = [
        Some(actor.name.as_str()),
        actor.inline.as_deref(),
        actor.short.as_deref(),
    ]
    .into_iter()
    .flatten()
    .chain(also);
    all.collect::<Vec<_>>().join("\n")
}

/// A name of an actor, with kind and group if another actor has the same name: "John Smith (person,
/// Germany)".
pub fn told_apart(story: &Story, id: ActorId, name: &str) -> String {
    let actor = &story[id];
    if story
        .each_actor()
        .all(|(other_id, other)| other_id == id || !sounds_like(&other.name, &actor.name))
    {
        return name.to_owned();
    }
    [name, " (", &actor.kind, ", ", &story[actor.group].name, ")"].concat()
}

/// Whether two names sound the same: equal but for spaces and case.
fn sounds_like(left: &str, right: &str) -> bool {
    let is_audible = |letter: &u8| !letter.is_ascii_whitespace();
    let [left, right] = [left, right].map(|name| {
        name.bytes()
            .filter(is_audible)
            .map(|letter| letter.to_ascii_lowercase())
    });
    left.eq(right)
}

//! Questions that the views ask of story and model: derived, never stored. Knows no Yew and no
//! browser.

use super::{EvidenceSet, Model, Pick};
use crate::layout::network::spectrum::Stand;
use crate::locale::fold::fold;
use crate::story::{
    Actor, ActorId, EventId, Evidence, Grounds, IssueId, PassageId, Position, Span, StanceId, Story,
};

/// Where an actor stands on an issue, as far as the story tells and the filter lets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On the scale, on the most direct evidence there is.
    At(StanceId, Evidence),
    /// It is said to have stated something, but no side.
    NoSide(Evidence),
    /// Every position on this issue is of a kind that is switched off.
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

/// All positions of an actor on an issue, as listed.
pub fn positions(story: &Story, actor: ActorId, issue: IssueId) -> impl Iterator<Item = &Position> {
    story
        .positions
        .iter()
        .filter(move |position| position.actor == actor && position.issue == issue)
}

/// The position with a side on the most direct evidence speaks; listed first wins among equals.
pub fn standing(story: &Story, hidden: EvidenceSet, actor: ActorId, issue: IssueId) -> Standing {
    spoken(&positions(story, actor, issue).collect::<Vec<_>>(), hidden)
}

/// Of all actors, by their ids, in one pass over the positions.
pub fn standings(story: &Story, hidden: EvidenceSet, issue: IssueId) -> Vec<Standing> {
    let mut all = vec![Vec::new(); story.actors.len()];
    let on_issue = story
        .positions
        .iter()
        .filter(|position| position.issue == issue);
    on_issue.for_each(|position| all[position.actor.index()].push(position));
    all.iter()
        .map(|positions| spoken(positions, hidden))
        .collect()
}

fn spoken(all: &[&Position], hidden: EvidenceSet) -> Standing {
    let seen: Vec<_> = all
        .iter()
        .filter(|position| shown(hidden, &position.grounds))
        .collect();
    let sided = seen
        .iter()
        .filter_map(|position| Some((position.grounds.evidence, position.stance?)));
    match (
        sided.min_by_key(|(evidence, _)| *evidence),
        seen.first(),
        all.is_empty(),
    ) {
        (Some((evidence, stance)), _, _) => Standing::At(stance, evidence),
        (None, Some(position), _) => Standing::NoSide(position.grounds.evidence),
        (None, None, true) => Standing::NotStated,
        (None, None, false) => Standing::Hidden,
    }
}

/// How many positions, relations and events stand on a kind of evidence.
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

/// What belongs to the picked thing, or else to the passage in view: lit in all views. In no order,
/// and a thing may stand in it twice.
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
    let others = ties.flat_map(|relation| relation.to.iter().copied().chain([relation.from]));
    Lit {
        actors: others.chain([actor]).collect(),
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
    let told = story
        .each_passage()
        .filter(|(id, _)| mentions(story, *id).1.contains(&event))
        .map(|(id, _)| id);
    Lit {
        actors: story[event].actors.clone(),
        events: vec![event],
        passages: told
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

/// An actor's or event's name that answers a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Actor(ActorId),
    Event(EventId),
}

/// Actors by any of their names, then events by title, that contain every word of `sought`, however
/// it is typed; nothing for an empty search.
pub fn search(story: &Story, sought: &str) -> Vec<Found> {
    let sought = fold(sought);
    let words: Vec<&str> = sought.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let answers = |text: &str| {
        let text = fold(text);
        words.iter().all(|word| text.contains(word))
    };
    let actors = story
        .each_actor()
        .filter(|(_, actor)| answers(&names(actor)));
    let events = story
        .each_event()
        .filter(|(_, event)| answers(&event.title));
    actors
        .map(|(id, _)| Found::Actor(id))
        .chain(events.map(|(id, _)| Found::Event(id)))
        .collect()
}

/// Everything that an actor is called, a line each.
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

/// A name of an actor; with what tells it from another of the same name, where there is one: "John
/// Smith (person, Germany)".
pub fn told_apart(story: &Story, id: ActorId, name: &str) -> String {
    let actor = &story[id];
    if story
        .each_actor()
        .all(|(other, another)| other == id || !sounds_like(&another.name, &actor.name))
    {
        return name.to_owned();
    }
    [name, " (", &actor.kind, ", ", &story[actor.group].name, ")"].concat()
}

/// Whether two names are heard as one.
fn sounds_like(one: &str, other: &str) -> bool {
    let heard = |letter: &u8| !letter.is_ascii_whitespace();
    let [one, other] = [one, other].map(|name| {
        name.bytes()
            .filter(heard)
            .map(|letter| letter.to_ascii_lowercase())
    });
    one.eq(other)
}

//! The part of a large story that its first page shows: what the article mentions, then the actors
//! with the most relations and events from the whole time.

use crate::locale::strings::large::LargeStrings;
use crate::locale::strings::{Strings, counted, fill};
use crate::story::{ActorId, EventId, Span, Story};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The size of the part, whatever the size of the story: with more, hydration would become a task
/// that readers notice.
const MAX_EVENTS: usize = 24;
const MAX_ACTORS: usize = 24;

/// How many of the actors the article may choose; the others are those with the most relations.
const MAX_MENTIONED_ACTORS: usize = 16;

/// The story of the first page. `elsewhere` gives the address of a mention that is not part of it.
/// An entry from which something is left out says so.
pub fn excerpt(story: &Story, elsewhere: &dyn Fn(&Span) -> String) -> Story {
    let (events, actors) = (events(story), actors(story));
    let mut part = story.part(&events, &actors, elsewhere);
    for (id, event) in events.iter().zip(&mut part.events) {
        let missing = story[*id]
            .actors
            .iter()
            .filter(|actor| actors.binary_search(actor).is_err());
        let names: Vec<&str> = missing.map(|actor| story[*actor].name.as_str()).collect();
        if !names.is_empty() {
            let more = fill(
                LargeStrings::of(&story.lang).also_involved,
                &[("names", &names.join(Strings::of(&story.lang).comma))],
            );
            event.text = format!("{} {more}", event.text);
        }
    }
    let shown: Vec<Counts> = part
        .each_actor()
        .map(|(id, _)| Counts::of(&part, id))
        .collect();
    for ((id, actor), shown) in actors.iter().zip(&mut part.actors).zip(shown) {
        let all = Counts::of(story, *id);
        if shown != all {
            actor.about = format!("{} {}", actor.about, left_out(&story.lang, shown, all));
        }
    }
    part
}

/// How much a card lists.
#[derive(Clone, Copy, PartialEq)]
struct Counts {
    relations: usize,
    events: usize,
}

impl Counts {
    fn of(story: &Story, actor: ActorId) -> Self {
        let relations = story
            .relations
            .iter()
            .filter(|relation| relation.from == actor || relation.to.contains(&actor));
        let events = story
            .events
            .iter()
            .filter(|event| event.actors.contains(&actor));
        Self {
            relations: relations.count(),
            events: events.count(),
        }
    }
}

fn left_out(lang: &str, shown: Counts, all: Counts) -> String {
    let (words, large_words) = (Strings::of(lang).page(), LargeStrings::of(lang));
    fill(
        large_words.card_part,
        &[
            ("relations", &shown.relations.to_string()),
            ("events", &shown.events.to_string()),
            (
                "all_relations",
                &counted(large_words.count_relations, all.relations),
            ),
            ("all_events", &counted(words.count_events, all.events)),
        ],
    )
}

fn spans(story: &Story) -> impl Iterator<Item = &Span> {
    story
        .passages
        .iter()
        .flat_map(|passage| passage.paragraphs.iter().flatten())
        .flat_map(|said| &said.spans)
}

/// The events of the part, in the order of the story.
fn events(story: &Story) -> Vec<EventId> {
    let mentioned = spans(story).filter_map(Span::event);
    let count = MAX_EVENTS.min(story.events.len());
    let evenly =
        (0..count).map(|index| EventId::new((2 * index + 1) * story.events.len() / (2 * count)));
    first(mentioned.chain(evenly), MAX_EVENTS)
        .into_iter()
        .collect()
}

/// The actors of the part, in the order of the story.
fn actors(story: &Story) -> Vec<ActorId> {
    let mentioned = spans(story).filter_map(Span::actor);
    let mentioned = first(mentioned, MAX_MENTIONED_ACTORS);
    first(mentioned.into_iter().chain(by_relations(story)), MAX_ACTORS)
        .into_iter()
        .collect()
}

/// All actors, those with the most relations first.
fn by_relations(story: &Story) -> Vec<ActorId> {
    let mut counts = vec![0; story.actors.len()];
    for relation in &story.relations {
        counts[relation.from.index()] += relation.to.len();
        relation.to.iter().for_each(|to| counts[to.index()] += 1);
    }
    let mut actors: Vec<ActorId> = story.each_actor().map(|(id, _)| id).collect();
    actors.sort_by_key(|id| Reverse(counts[id.index()]));
    actors
}

/// The first different ids, up to `max_count`.
fn first<T: Copy + Ord>(ids: impl IntoIterator<Item = T>, max_count: usize) -> BTreeSet<T> {
    let mut chosen = BTreeSet::new();
    for id in ids {
        if chosen.len() < max_count {
            chosen.insert(id);
        }
    }
    chosen
}

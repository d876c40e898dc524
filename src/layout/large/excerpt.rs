//! What of a large story stands on its first page: what the text mentions, and then what matters
//! most. Knows no page.

use crate::locale::strings::large::LargeStrings;
use crate::locale::strings::{Strings, counted, fill};
use crate::story::{ActorId, EventId, Span, Story};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How much of a story its first page holds, at any size of the story, and how much of that the
/// text may claim: the rest is for those through whom everything runs. With so much, the page is
/// taken over in a task that nobody notices.
const EVENTS: usize = 24;
const ACTORS: usize = 24;
const MENTIONED_ACTORS: usize = 16;

/// The story of the first page: the actors and events that the text mentions come first, then the
/// actors with the most relations, and events evenly through the whole time. `elsewhere` gives the
/// address of a mention that has no room. What an entry leaves out, it says.
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
                &[("names", &names.join(", "))],
            );
            event.text = format!("{} {more}", event.text);
        }
    }
    let there: Vec<Counts> = part
        .each_actor()
        .map(|(id, _)| Counts::of(&part, id))
        .collect();
    for ((id, actor), there) in actors.iter().zip(&mut part.actors).zip(there) {
        let all = Counts::of(story, *id);
        if there != all {
            actor.about = format!("{} {}", actor.about, left_out(&story.lang, there, all));
        }
    }
    part
}

/// What a card lists of an actor.
#[derive(Clone, Copy, PartialEq)]
struct Counts {
    relations: usize,
    events: usize,
}

impl Counts {
    fn of(story: &Story, actor: ActorId) -> Self {
        let ties = story
            .relations
            .iter()
            .filter(|tie| tie.from == actor || tie.to.contains(&actor));
        let events = story
            .events
            .iter()
            .filter(|event| event.actors.contains(&actor));
        Self {
            relations: ties.count(),
            events: events.count(),
        }
    }
}

fn left_out(lang: &str, there: Counts, all: Counts) -> String {
    let (words, more) = (&Strings::of(lang).page, LargeStrings::of(lang));
    fill(
        more.card_part,
        &[
            ("relations", &there.relations.to_string()),
            ("events", &there.events.to_string()),
            (
                "all_relations",
                &counted(more.count_relations, all.relations),
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

/// In the order of the story.
fn events(story: &Story) -> Vec<EventId> {
    let mentioned = spans(story).filter_map(|span| match span {
        Span::Event(id, _) => Some(*id),
        _ => None,
    });
    let steps = EVENTS.min(story.events.len());
    let through =
        (0..steps).map(|step| EventId::new((2 * step + 1) * story.events.len() / (2 * steps)));
    first(mentioned.chain(through), EVENTS)
        .into_iter()
        .collect()
}

/// In the order of the story.
fn actors(story: &Story) -> Vec<ActorId> {
    let mentioned = spans(story).filter_map(|span| match span {
        Span::Actor(id, _) => Some(*id),
        _ => None,
    });
    let claimed = first(mentioned, MENTIONED_ACTORS);
    first(claimed.into_iter().chain(most_tied(story)), ACTORS)
        .into_iter()
        .collect()
}

/// All actors, those with the most relations first.
fn most_tied(story: &Story) -> Vec<ActorId> {
    let mut ties = vec![0; story.actors.len()];
    for relation in &story.relations {
        ties[relation.from.index()] += relation.to.len();
        relation.to.iter().for_each(|to| ties[to.index()] += 1);
    }
    let mut order: Vec<ActorId> = story.each_actor().map(|(id, _)| id).collect();
    order.sort_by_key(|id| Reverse(ties[id.index()]));
    order
}

/// The first so many different ones.
fn first<T: Copy + Ord>(all: impl IntoIterator<Item = T>, most: usize) -> BTreeSet<T> {
    let mut kept = BTreeSet::new();
    for one in all {
        if kept.len() < most {
            kept.insert(one);
        }
    }
    kept
}

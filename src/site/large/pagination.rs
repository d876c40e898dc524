//! The pages of a large story, on which each event and each actor has its one entry: events by
//! period, actors by group and name.

use crate::date::When;
use crate::date::civil;
use crate::layout::large::{actor_page, event_page};
use crate::locale::Locale;
use crate::locale::order::Order;
use crate::locale::strings::fill;
use crate::locale::strings::large::LargeStrings;
use crate::story::{ActorId, EventId, GroupId, PhaseId, Story};
use std::ops::Range;

/// The maximum number of entries of a page.
const MAX_EVENTS: usize = 100;
const MAX_ACTORS: usize = 60;

/// One page of entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<Of, Id> {
    /// From 1.
    pub number: u32,
    /// The phase or the group of all its entries.
    pub of: Of,
    pub entries: Vec<Id>,
    /// Its first and last date in words, or its first and last name; empty if nothing is dated.
    pub span: String,
}

/// Which page has which entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Pages {
    pub events: Vec<Section<PhaseId, EventId>>,
    pub actors: Vec<Section<GroupId, ActorId>>,
    /// The number of the page, by [`EventId`] and by [`ActorId`].
    pub event_pages: Vec<u32>,
    pub actor_pages: Vec<u32>,
}

impl Pages {
    pub fn of(story: &Story) -> Self {
        let (events, actors) = (by_period(story), by_group(story));
        let mut event_pages = vec![0; story.events.len()];
        for section in &events {
            for id in &section.entries {
                event_pages[id.index()] = section.number;
            }
        }
        let mut actor_pages = vec![0; story.actors.len()];
        for section in &actors {
            for id in &section.entries {
                actor_pages[id.index()] = section.number;
            }
        }
        Self {
            events,
            actors,
            event_pages,
            actor_pages,
        }
    }

    /// The page with an event's entry, relative to the story's folder.
    pub fn event(&self, id: EventId) -> String {
        event_page(self.event_pages[id.index()])
    }

    /// The page with an actor's entry.
    pub fn actor(&self, id: ActorId) -> String {
        actor_page(self.actor_pages[id.index()])
    }
}

/// Cuts a list into the fewest ranges of nearly equal length, none longer than `max_length`.
fn ranges(length: usize, max_length: usize) -> impl Iterator<Item = Range<usize>> {
    let count = length.div_ceil(max_length);
    (0..count).map(move |index| index * length / count..(index + 1) * length / count)
}

/// Cuts several lists into sections, numbered throughout.
fn sections<Of: Copy, Id: Copy>(
    lists: impl Iterator<Item = (Of, Vec<Id>)>,
    max_length: usize,
    span: impl Fn(&[Id]) -> String,
) -> Vec<Section<Of, Id>> {
    let mut sections = Vec::new();
    for (of, list) in lists {
        for range in ranges(list.len(), max_length) {
            let entries = list[range].to_vec();
            sections.push(Section {
                number: sections.len() as u32 + 1,
                of,
                span: span(&entries),
                entries,
            });
        }
    }
    sections
}

fn by_period(story: &Story) -> Vec<Section<PhaseId, EventId>> {
    let of_phase = |phase: PhaseId| {
        story
            .each_event()
            .filter(|(_, event)| event.phase == phase)
            .map(|(id, _)| id)
            .collect()
    };
    sections(
        story.each_phase().map(|(id, _)| (id, of_phase(id))),
        MAX_EVENTS,
        |events| period(story, events),
    )
}

/// "March 1995 to June 1995": the first and the last date on which an event starts.
fn period(story: &Story, events: &[EventId]) -> String {
    let mut dates = events
        .iter()
        .filter_map(|id| story[*id].when.as_ref())
        .filter(|when| when.start().is_some());
    let Some(first) = dates.next() else {
        return String::new();
    };
    let last = dates.next_back().unwrap_or(first);
    let months = [first, last].map(|when| month(when, Locale::of(&story.lang)));
    if months[0] == months[1] {
        span(story, first.words(), last.words())
    } else {
        span(story, &months[0], &months[1])
    }
}

/// "March 1995 to June 1995", or one if both are the same.
fn span(story: &Story, first: &str, last: &str) -> String {
    if first == last {
        return first.to_owned();
    }
    fill(
        LargeStrings::of(&story.lang).span,
        &[("from", first), ("to", last)],
    )
}

/// The month in which a date starts; a less exact date is written as it is.
fn month(when: &When, locale: &Locale) -> String {
    let start = when.start().filter(|(from, to)| to - from < 32.0);
    let month = start.and_then(|(from, _)| {
        let civil::Day { year, month, .. } = civil::day(from);
        locale.when(&format!("{year:04}-{month:02}")).ok()
    });
    month.as_ref().unwrap_or(when).words().to_owned()
}

fn by_group(story: &Story) -> Vec<Section<GroupId, ActorId>> {
    let order = Order::of(&story.lang);
    let name = |id: &ActorId| story[*id].name.as_str();
    let of_group = |group: GroupId| {
        let mut actors: Vec<ActorId> = story
            .each_actor()
            .filter(|(_, actor)| actor.group == group)
            .map(|(id, _)| id)
            .collect();
        actors.sort_by(|a, b| order.compare(name(a), name(b)));
        actors
    };
    sections(
        story.each_group().map(|(id, _)| (id, of_group(id))),
        MAX_ACTORS,
        |actors| match actors {
            [] => String::new(),
            [first, .., last] => span(story, name(first), name(last)),
            [only] => name(only).to_owned(),
        },
    )
}

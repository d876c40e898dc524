//! The pages of a large story on which each event and each actor has its one entry: events by
//! period, actors by group and name. Knows no HTML.

use super::{actor_page, event_page};
use crate::date::When;
use crate::date::civil;
use crate::locale::Locale;
use crate::locale::order::Order;
use crate::story::{ActorId, EventId, GroupId, PhaseId, Story};
use std::ops::Range;

/// How much a page holds at most.
const EVENTS: usize = 100;
const ACTORS: usize = 60;

/// One page of entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<Of, Id> {
    /// From 1.
    pub number: u32,
    /// The phase or the group that all of its entries belong to.
    pub of: Of,
    pub entries: Vec<Id>,
    /// From where to where: in words of time, or the first and the last name; empty where nothing
    /// is dated.
    pub span: String,
}

/// Where everything has its entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Pages {
    pub events: Vec<Section<PhaseId, EventId>>,
    pub actors: Vec<Section<GroupId, ActorId>>,
    /// The number of its page, by [`EventId`] and by [`ActorId`].
    pub event_pages: Vec<u32>,
    pub actor_pages: Vec<u32>,
}

impl Pages {
    pub fn of(story: &Story) -> Self {
        let (events, actors) = (by_period(story), by_group(story));
        Self {
            event_pages: pages(
                story.events.len(),
                events.iter().map(|page| {
                    (
                        page.number,
                        page.entries.iter().map(|id| id.index()).collect(),
                    )
                }),
            ),
            actor_pages: pages(
                story.actors.len(),
                actors.iter().map(|page| {
                    (
                        page.number,
                        page.entries.iter().map(|id| id.index()).collect(),
                    )
                }),
            ),
            events,
            actors,
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

fn pages(count: usize, sections: impl Iterator<Item = (u32, Vec<usize>)>) -> Vec<u32> {
    let mut pages = vec![0; count];
    for (number, entries) in sections {
        entries.into_iter().for_each(|index| pages[index] = number);
    }
    pages
}

/// As many equal stretches of a list as are needed to keep each to so many.
fn stretches(count: usize, most: usize) -> Vec<Range<usize>> {
    let parts = count.div_ceil(most);
    (0..parts)
        .map(|part| part * count / parts..(part + 1) * count / parts)
        .collect()
}

/// Sections of a list of lists, numbered through.
fn sections<Of: Copy, Id: Copy>(
    lists: impl Iterator<Item = (Of, Vec<Id>)>,
    most: usize,
    span: impl Fn(&[Id]) -> String,
) -> Vec<Section<Of, Id>> {
    let cut = lists.flat_map(|(of, all)| {
        let parts: Vec<_> = stretches(all.len(), most)
            .into_iter()
            .map(|range| (of, all[range].to_vec()))
            .collect();
        parts
    });
    let section = |(index, (of, entries)): (usize, (Of, Vec<Id>))| Section {
        number: index as u32 + 1,
        of,
        span: span(&entries),
        entries,
    };
    cut.enumerate().map(section).collect()
}

fn by_period(story: &Story) -> Vec<Section<PhaseId, EventId>> {
    let of_phase = |phase: PhaseId| {
        (
            phase,
            story
                .each_event()
                .filter(|(_, event)| event.phase == phase)
                .map(|(id, _)| id)
                .collect(),
        )
    };
    sections(
        story.each_phase().map(|(phase, _)| of_phase(phase)),
        EVENTS,
        |events| period(story, events),
    )
}

/// "March 1995 to June 1995", from the first to the last date on which one of them starts.
fn period(story: &Story, events: &[EventId]) -> String {
    let mut dates = events
        .iter()
        .filter_map(|id| story[*id].when.as_ref())
        .filter(|when| when.start().is_some());
    let Some(first) = dates.next() else {
        return String::new();
    };
    let last = dates.next_back().unwrap_or(first);
    let (months, days) = (
        [first, last].map(|when| month(when, Locale::of(&story.lang))),
        [first, last].map(|when| when.words().to_owned()),
    );
    let [from, to] = if months[0] == months[1] { days } else { months };
    if from == to {
        from
    } else {
        format!("{from} to {to}")
    }
}

/// The month in which it starts; of what is less well known, all that is known.
fn month(when: &When, locale: &Locale) -> String {
    let start = when.start().filter(|(from, to)| to - from < 32.0);
    let of_start = start.and_then(|(from, _)| {
        let civil::Day { year, month, .. } = civil::day(from);
        locale.when(&format!("{year:04}-{month:02}")).ok()
    });
    of_start.as_ref().unwrap_or(when).words().to_owned()
}

fn by_group(story: &Story) -> Vec<Section<GroupId, ActorId>> {
    let order = Order::of(&story.lang);
    let of_group = |group: GroupId| {
        let mut actors: Vec<ActorId> = story
            .each_actor()
            .filter(|(_, actor)| actor.group == group)
            .map(|(id, _)| id)
            .collect();
        actors.sort_by(|one, other| order.compare(&story[*one].name, &story[*other].name));
        (group, actors)
    };
    let span = |actors: &[ActorId]| {
        let name = |id: Option<&ActorId>| id.map(|id| story[*id].name.as_str()).unwrap_or_default();
        let (first, last) = (name(actors.first()), name(actors.last()));
        if first == last {
            first.to_owned()
        } else {
            format!("{first} to {last}")
        }
    };
    sections(
        story.each_group().map(|(group, _)| of_group(group)),
        ACTORS,
        span,
    )
}

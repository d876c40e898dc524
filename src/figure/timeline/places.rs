//! Where each event lies on the line, between 0 and 1, and how far its mark reaches beyond that.

use super::axis::Axis;
use super::entries::Entry;
use super::time;
use crate::date::{Extent, Side, Stretch};

/// In days.
const DAY: f64 = 1.0;
/// How far a mark reaches beyond a limit, and beyond a side that nobody knows, px.
pub const ARROW: f64 = 26.0;
pub const STUB: f64 = 24.0;
/// The shortest band of an undated event, px.
pub const BAND: f64 = 22.0;

/// What an event's time is, as places on the line.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// No date, before the first or after the last dated event: a step of the order, on a piece of
    /// the line without dates.
    Step(f64),
    /// No date, at some time between two dated events.
    Between(f64, f64),
    /// A moment, or somewhere within a stretch.
    Once(f64, f64),
    /// Once, here at the latest.
    Before(f64),
    /// Once, here at the earliest.
    After(f64),
    /// A duration, from its start to its end.
    Lasting(Edge, Edge),
    /// Every one of several.
    Each(Vec<Self>),
}

/// The start or the end of a duration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Edge {
    /// At some time within.
    Within(f64, f64),
    /// At some time beyond this place.
    Beyond(f64),
    /// There is none: the end of the dated line.
    Open(f64),
    /// Nobody knows it: the last place where the duration is known to be.
    Unknown(f64),
}

impl Edge {
    /// Its earliest and its latest place, as far as it has any.
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::Within(from, to) => (from, to),
            Self::Beyond(at) | Self::Open(at) | Self::Unknown(at) => (at, at),
        }
    }

    /// How far it is drawn beyond its place, px.
    pub fn reach(self) -> f64 {
        match self {
            Self::Within(..) | Self::Open(_) => 0.0,
            Self::Beyond(_) => ARROW,
            Self::Unknown(_) => STUB,
        }
    }
}

impl Place {
    /// From its earliest to its latest place.
    pub fn extent(&self) -> (f64, f64) {
        match self {
            Self::Step(at) | Self::Before(at) | Self::After(at) => (*at, *at),
            Self::Between(from, to) | Self::Once(from, to) => (*from, *to),
            Self::Lasting(start, end) => (start.ends().0, end.ends().1),
            Self::Each(all) => all
                .iter()
                .map(Self::extent)
                .fold((1.0, 0.0), |(from, to), (a, b)| (a.min(from), b.max(to))),
        }
    }

    /// From where to where it is drawn on a line of so many px.
    pub fn drawn(&self, scale: f64) -> (f64, f64) {
        let (from, to) = self.extent();
        let (from, to) = (from * scale, to * scale);
        match self {
            Self::Step(_) | Self::Once(..) => (from, to),
            Self::Between(..) => (from, to.max(from + BAND)),
            Self::Before(_) => (from - ARROW, to),
            Self::After(_) => (from, to + ARROW),
            Self::Lasting(start, end) => (from - start.reach(), to + end.reach()),
            Self::Each(all) => {
                let each = all.iter().map(|one| one.drawn(scale));
                each.fold((from, to), |(from, to), (a, b)| (a.min(from), b.max(to)))
            }
        }
    }

    pub fn middle(&self) -> f64 {
        let (from, to) = self.extent();
        (from + to) / 2.0
    }

    /// What is to be seen of it to see where it is: a band as a whole, the point that stands for
    /// what is dated.
    pub fn shown(&self) -> (f64, f64) {
        match self {
            Self::Between(from, to) => (*from, *to),
            Self::Step(_)
            | Self::Once(..)
            | Self::Before(_)
            | Self::After(_)
            | Self::Lasting(..)
            | Self::Each(_) => (self.anchor(), self.anchor()),
        }
    }

    /// The point that stands for it in a count: the middle of a date, a limit, the start of a
    /// duration and of a band.
    pub fn anchor(&self) -> f64 {
        match self {
            Self::Step(_) | Self::Once(..) | Self::Before(_) | Self::After(_) => self.middle(),
            Self::Between(from, _) => *from,
            Self::Lasting(Edge::Open(_) | Edge::Unknown(_), end) => end.ends().1,
            Self::Lasting(start, _) => start.ends().0,
            Self::Each(all) => all.first().map_or(0.0, Self::anchor),
        }
    }

    /// Where the stem of a mark with its words below stands: at what is known.
    pub fn stem(&self) -> f64 {
        match self {
            Self::Step(at) | Self::Before(at) | Self::After(at) => *at,
            Self::Between(from, _) | Self::Once(from, _) => *from,
            Self::Lasting(..) => self.anchor(),
            Self::Each(all) => all.first().map_or(0.0, Self::stem),
        }
    }

    /// Whether it lies at no point of the dated line.
    pub fn floats(&self) -> bool {
        matches!(self, Self::Between(..))
    }

    /// Whether it has a date.
    pub fn dated(&self) -> bool {
        !matches!(self, Self::Step(_) | Self::Between(..))
    }
}

/// Undated events before the first and after the last dated one.
pub fn steps(facts: &[Entry]) -> (usize, usize) {
    let undated = |fact: &&Entry| fact.extent.is_none();
    (
        facts.iter().take_while(undated).count(),
        facts.iter().rev().take_while(undated).count(),
    )
}

/// A place for each event.
pub fn places(facts: &[Entry], axis: &Axis) -> Vec<Place> {
    let mut places: Vec<Option<Place>> = facts
        .iter()
        .map(|fact| fact.extent.as_ref().and_then(|extent| dated(extent, axis)))
        .collect();
    let (left, right) = axis.ends();
    let mut at = 0;
    while at < places.len() {
        let run = places[at..]
            .iter()
            .take_while(|place| place.is_none())
            .count();
        if run == 0 {
            at += 1;
            continue;
        }
        let before = at
            .checked_sub(1)
            .and_then(|last| places[last].as_ref())
            .map(|place| known(place).0);
        let after = places
            .get(at + run)
            .and_then(Option::as_ref)
            .map(|place| known(place).1);
        let step = |step: usize, (from, to): (f64, f64)| {
            Place::Step(from + (step as f64 + 0.5) / run as f64 * (to - from))
        };
        for index in 0..run {
            places[at + index] = Some(match (before, after) {
                (Some(from), Some(to)) => Place::Between(from.min(to), to.max(from)),
                (None, Some(_)) => step(index, (0.0, left)),
                (Some(_), None) => step(index, (right, 1.0)),
                (None, None) => step(index, (0.0, 1.0)),
            });
        }
        at += run;
    }
    places.into_iter().flatten().collect()
}

/// Since when something may have begun, and by when it has: what an undated neighbour lies between.
fn known(place: &Place) -> (f64, f64) {
    match place {
        Place::Step(at) | Place::Before(at) | Place::After(at) => (*at, *at),
        Place::Between(from, to) | Place::Once(from, to) => (*from, *to),
        Place::Lasting(Edge::Open(_) | Edge::Unknown(_), end) => end.ends(),
        Place::Lasting(start, _) => start.ends(),
        Place::Each(all) => all.first().map_or((0.0, 1.0), known),
    }
}

fn dated(extent: &Extent, axis: &Axis) -> Option<Place> {
    match extent {
        Extent::Once((from, to)) => Some(Place::Once(axis.at(*from), axis.at(*to))),
        Extent::Before(at) => Some(Place::Before(axis.at(*at))),
        Extent::After(at) => Some(Place::After(axis.at(*at))),
        Extent::Lasting { start, end } => Some(lasting(*start, *end, axis)),
        Extent::Each(all) => Some(Place::Each(
            time::each(all)
                .iter()
                .filter_map(|one| dated(one, axis))
                .collect(),
        )),
        Extent::Nowhere => None,
    }
}

fn lasting(start: Side, end: Side, axis: &Axis) -> Place {
    let on = |(from, to): Stretch| (axis.at(from), axis.at(to));
    // What begins and ends on a day is in no doubt about it: it lasts from the first through the
    // last.
    let exact = |(from, to): Stretch| to - from <= DAY;
    let first = |side: Side| match side {
        Side::Within((from, _)) | Side::Before(from) | Side::After(from) => Some(axis.at(from)),
        Side::Open | Side::Unknown => None,
    };
    let last = |side: Side| match side {
        Side::Within((_, to)) | Side::Before(to) | Side::After(to) => Some(axis.at(to)),
        Side::Open | Side::Unknown => None,
    };
    let (left, right) = axis.ends();
    let from = match start {
        Side::Within(stretch) if exact(stretch) => {
            Edge::Within(axis.at(stretch.0), axis.at(stretch.0))
        }
        Side::Within(stretch) => Edge::Within(on(stretch).0, on(stretch).1),
        Side::Before(at) => Edge::Beyond(axis.at(at)),
        Side::After(at) => Edge::Within(
            axis.at(at),
            last(end).unwrap_or(axis.at(at)).max(axis.at(at)),
        ),
        Side::Open => Edge::Open(left),
        Side::Unknown => Edge::Unknown(first(end).unwrap_or(left)),
    };
    let to = match end {
        Side::Within(stretch) if exact(stretch) => {
            Edge::Within(axis.at(stretch.1), axis.at(stretch.1))
        }
        Side::Within(stretch) => Edge::Within(on(stretch).0, on(stretch).1),
        Side::After(at) => Edge::Beyond(axis.at(at)),
        Side::Before(at) => Edge::Within(
            first(start).unwrap_or(axis.at(at)).min(axis.at(at)),
            axis.at(at),
        ),
        Side::Open => Edge::Open(right),
        Side::Unknown => Edge::Unknown(last(start).unwrap_or(right)),
    };
    Place::Lasting(from, to)
}

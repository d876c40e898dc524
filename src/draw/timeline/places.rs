//! Where each event lies on the line, between 0 and 1. Knows no px.

use super::axis::Axis;
use super::facts::Fact;

/// In days.
const DAY: f64 = 1.0;

/// What an event's time is, as places on the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// No date: somewhere between its neighbours.
    Order(f64),
    /// A moment, or somewhere within a stretch.
    Once { from: f64, to: f64 },
    /// A duration: where it starts, and where it ends; `None` where that side is open.
    Lasting { start: Option<(f64, f64)>, end: Option<(f64, f64)> },
}

impl Place {
    /// From its earliest to its latest point; an open side reaches the end of the line.
    pub fn extent(&self) -> (f64, f64) {
        match *self {
            Self::Order(at) => (at, at),
            Self::Once { from, to } => (from, to),
            Self::Lasting { start, end } => (start.map_or(0.0, |start| start.0), end.map_or(1.0, |end| end.1)),
        }
    }

    pub fn middle(&self) -> f64 {
        let (from, to) = self.extent();
        (from + to) / 2.0
    }

    /// The point that stands for it in a count: the middle of a date, the start of a duration.
    pub fn anchor(&self) -> f64 {
        match *self {
            Self::Lasting { start: Some(start), .. } => start.0,
            Self::Lasting { end: Some(end), .. } => end.1,
            _ => self.middle(),
        }
    }
}

/// Undated events before the first and after the last dated one.
pub fn steps(facts: &[Fact]) -> (usize, usize) {
    let undated = |fact: &&Fact| fact.span().is_none();
    (facts.iter().take_while(undated).count(), facts.iter().rev().take_while(undated).count())
}

/// A place for each event.
pub fn places(facts: &[Fact], axis: &Axis) -> Vec<Place> {
    let mut places: Vec<Option<Place>> = facts.iter().map(|fact| dated(fact, axis)).collect();
    let (left, right) = (axis.dated().next(), axis.dated().next_back());
    let mut at = 0;
    while at < places.len() {
        if places[at].is_some() {
            at += 1;
            continue;
        }
        let run = places[at..].iter().take_while(|place| place.is_none()).count();
        let before = at.checked_sub(1).and_then(|last| places[last]).map(|place| place.anchor());
        let after = places.get(at + run).copied().flatten().map(|place| place.anchor());
        let ends = match (before, after) {
            (Some(from), Some(to)) => Ends::Between(from, to),
            (None, Some(_)) => Ends::Steps(0.0, left.map_or(1.0, |piece| piece.across.0)),
            (Some(_), None) => Ends::Steps(right.map_or(0.0, |piece| piece.across.1), 1.0),
            (None, None) => Ends::Steps(0.0, 1.0),
        };
        (0..run).for_each(|step| places[at + step] = Some(Place::Order(ends.at(step, run))));
        at += run;
    }
    places.into_iter().flatten().collect()
}

enum Ends {
    Between(f64, f64),
    Steps(f64, f64),
}

impl Ends {
    fn at(&self, step: usize, run: usize) -> f64 {
        let (from, to, share) = match *self {
            Self::Between(from, to) => (from, to.max(from), (step + 1) as f64 / (run + 1) as f64),
            Self::Steps(from, to) => (from, to, (step as f64 + 0.5) / run as f64),
        };
        from + share * (to - from)
    }
}

fn dated(fact: &Fact, axis: &Axis) -> Option<Place> {
    let when = fact.when.as_ref()?;
    let on = |(from, to): (f64, f64)| (axis.at(from), axis.at(to));
    match (when.start(), when.end()) {
        (None, None) => None,
        (Some(start), Some(end)) if start == end => {
            let (from, to) = on(start);
            Some(Place::Once { from, to })
        }
        (start, end) => {
            // What begins and ends on a day is in no doubt about it: it lasts from the first through the last.
            let exact = |(from, to): (f64, f64)| to - from <= DAY;
            let start = start.map(|start| if exact(start) { (start.0, start.0) } else { start });
            let end = end.map(|end| if exact(end) { (end.1, end.1) } else { end });
            Some(Place::Lasting { start: start.map(on), end: end.map(on) })
        }
    }
}

//! The order of dates in time, as far as it is certain.
//!
//! A date without a zone is a local one. Two local dates, or two times with a shift from UTC,
//! compare as they stand; a local date beside a time with a shift may lie anywhere from UTC+14 to
//! UTC−12, and is widened by that. Estimates are widened too, and a season without a hemisphere may
//! be that of either.

use super::civil::month_start;
use super::extent::{Extent, Side, Stretch};
use super::when::When;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Half a second: no time is told finer.
const MOMENT: f64 = 0.5 / 86_400.0;
/// How much later and earlier than UTC the day of a place can begin.
const WEST: f64 = 12.0 / 24.0;
const EAST: f64 = 14.0 / 24.0;

/// When a date starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// The first instant at which it can, and the first at which it surely has.
    stretch: Stretch,
    /// In UTC, for a time with a shift; otherwise by the clock of some place.
    utc: bool,
}

impl Start {
    pub fn of(when: &When) -> Self {
        let (from, to) = reach(when);
        let shift = shift(when.edtf());
        let to_utc = shift.unwrap_or_default();
        Self {
            stretch: (from - to_utc, to.max(from + MOMENT) - to_utc),
            utc: shift.is_some(),
        }
    }

    /// Whether both are told by the clock of some place, or both with a shift from UTC.
    pub fn same_clock(self, other: Self) -> bool {
        self.utc == other.utc
    }

    /// The first instant at which it can be.
    pub fn earliest(self) -> f64 {
        self.stretch.0
    }

    /// Whether it is over before the other can begin.
    pub fn certainly_before(self, other: Self) -> bool {
        self.stretch.1 <= other.stretch.0 - apart(other.utc, self.utc)
    }
}

/// How much earlier than it stands a start can be, as one of the other kind sees it.
fn apart(utc: bool, seen_utc: bool) -> f64 {
    match (utc, seen_utc) {
        (false, true) => EAST,
        (true, false) => WEST,
        (true, true) | (false, false) => 0.0,
    }
}

/// The stretch in which a date starts, with room for its doubts.
fn reach(when: &When) -> Stretch {
    let (from, to) = match (when.extent(), when.start(), when.end()) {
        (Extent::Nowhere, ..) => return (f64::NEG_INFINITY, f64::INFINITY),
        (
            Extent::Lasting {
                start: Side::After(at),
                ..
            },
            ..,
        )
        | (Extent::After(at), ..) => (*at, f64::INFINITY),
        (
            Extent::Lasting {
                start: Side::Before(at),
                ..
            },
            ..,
        ) => (f64::NEG_INFINITY, *at),
        (_, Some(stretch), _) => stretch,
        (_, None, Some((_, end))) => (f64::NEG_INFINITY, end),
        (_, None, None) => (f64::NEG_INFINITY, f64::INFINITY),
    };
    let (from, to) = either_hemisphere(when.edtf()).unwrap_or((from, to));
    let room = if when.approximate() || when.uncertain() {
        doubt(to - from)
    } else {
        0.0
    };
    (from - room, to + room)
}

/// About a day is some days off at most, about a year some years; a decade or a century one of its
/// kind.
fn doubt(length: f64) -> f64 {
    if length.is_finite() {
        length * if length > 400.0 { 1.0 } else { 10.0 }
    } else {
        0.0
    }
}

/// All that a season without a hemisphere can mean: spring is that of March or of September, winter
/// that of June or over one New Year or the other.
fn either_hemisphere(edtf: &str) -> Option<Stretch> {
    let year: i64 = edtf.get(..4)?.parse().ok()?;
    match edtf.get(4..)? {
        season if season.starts_with("-21") || season.starts_with("-23") => {
            Some((month_start(year, 3), month_start(year, 12)))
        }
        season if season.starts_with("-22") || season.starts_with("-24") => {
            Some((month_start(year - 1, 12), month_start(year + 1, 3)))
        }
        _ => None,
    }
}

/// The shift of a time from UTC in days.
fn shift(edtf: &str) -> Option<f64> {
    let (_, time) = edtf.split_once('T')?;
    if time.ends_with('Z') {
        return Some(0.0);
    }
    let (at, sign) = [('+', 1.0), ('-', -1.0)]
        .into_iter()
        .find_map(|(sign, way)| Some((time.find(sign)?, way)))?;
    let mut parts = time[at + 1..]
        .split(':')
        .map(|part| part.parse::<f64>().unwrap_or_default());
    let (hours, minutes) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    Some(sign * (hours * 60.0 + minutes) / 1440.0)
}

/// The order in which dated and undated things are told: as listed, except that one stands before
/// all that it is certainly before. An undated one follows the one that is listed before it.
pub fn in_time(listed: &[Option<&When>]) -> Vec<usize> {
    let dated: Vec<(usize, Start)> = listed
        .iter()
        .enumerate()
        .filter_map(|(at, when)| Some((at, Start::of((*when)?))))
        .collect();
    let first = dated.first().map_or(listed.len(), |(at, _)| *at);
    let after = |at: usize| {
        listed[at + 1..]
            .iter()
            .take_while(|when| when.is_none())
            .count()
    };
    let told = sorted(&dated)
        .into_iter()
        .flat_map(|at| at..=at + after(at));
    (0..first).chain(told).collect()
}

/// The starts of one kind, local or with a shift: which may be told next, and how early the others
/// are over.
struct Kind {
    utc: bool,
    /// By when they can begin, the latest first: their place, their start.
    waiting: Vec<(usize, Start)>,
    /// By when they surely have begun, the latest first.
    ends: Vec<(usize, f64)>,
}

impl Kind {
    fn of(utc: bool, dated: &[(usize, Start)]) -> Self {
        let mut waiting: Vec<_> = dated
            .iter()
            .filter(|(_, start)| start.utc == utc)
            .copied()
            .collect();
        waiting.sort_by(|one, other| {
            other
                .1
                .stretch
                .0
                .total_cmp(&one.1.stretch.0)
                .then(other.0.cmp(&one.0))
        });
        let mut ends: Vec<_> = waiting
            .iter()
            .map(|(at, start)| (*at, start.stretch.1))
            .collect();
        ends.sort_by(|one, other| other.1.total_cmp(&one.1));
        Self { utc, waiting, ends }
    }

    /// Before this instant one must be able to begin, so that none of the rest is certainly before
    /// it.
    fn first_end(&mut self, told: &[bool]) -> f64 {
        while self.ends.last().is_some_and(|(at, _)| told[*at]) {
            self.ends.pop();
        }
        self.ends.last().map_or(f64::INFINITY, |(_, end)| *end)
    }
}

/// Each time the first of those as listed that none of the rest is certainly before; in time
/// proportional to n log n.
fn sorted(dated: &[(usize, Start)]) -> Vec<usize> {
    let mut told = vec![false; dated.last().map_or(0, |(at, _)| at + 1)];
    let mut kinds = [Kind::of(false, dated), Kind::of(true, dated)];
    let mut ready = BinaryHeap::new();
    let mut order = Vec::with_capacity(dated.len());
    while order.len() < dated.len() {
        let ends = [0, 1].map(|kind: usize| (kinds[kind].utc, kinds[kind].first_end(&told)));
        for kind in &mut kinds {
            let limit = ends
                .iter()
                .map(|(utc, end)| end + apart(kind.utc, *utc))
                .fold(f64::INFINITY, f64::min);
            while let Some((at, start)) = kind.waiting.pop() {
                if start.stretch.0 >= limit {
                    kind.waiting.push((at, start));
                    break;
                }
                ready.push(Reverse(at));
            }
        }
        let Some(Reverse(next)) = ready.pop() else {
            break;
        };
        told[next] = true;
        order.push(next);
    }
    order
}

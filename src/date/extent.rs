//! What a date says of time, and how that travels.

use super::Stretch;
use crate::pack::{Unpack, Value};
use serde::Serialize;

/// What a date says of time.
#[derive(Clone, Debug, PartialEq)]
pub enum Extent {
    /// One moment, day or year somewhere within the stretch: a single date, or one of several
    /// (`[1667,1668]`).
    Once(Stretch),
    /// Once, at this instant at the latest: `[..1449]` gives the end of 1449.
    Before(f64),
    /// Once, at this instant at the earliest: `[1760-12..]`.
    After(f64),
    /// From a start to an end: every interval.
    Lasting { start: Side, end: Side },
    /// Every one of several, each by itself: `{1667,1668,1670..1672}`; at least two.
    Each(Vec<Self>),
    /// No place in time: `XXXX-12`, or a year beyond counting.
    Nowhere,
}

/// The start or the end of a time that lasts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Side {
    /// Somewhere within the stretch.
    Within(Stretch),
    /// At this instant at the latest: "1991 or earlier".
    Before(f64),
    /// At this instant at the earliest: "1991 or later".
    After(f64),
    /// There is none: it has always been so, or goes on (`..`).
    Open,
    /// There is one that nobody knows: an empty side of an interval.
    Unknown,
}

impl Extent {
    pub(super) fn start(&self) -> Option<Stretch> {
        match self {
            Self::Once(stretch)
            | Self::Lasting {
                start: Side::Within(stretch),
                ..
            } => Some(*stretch),
            Self::After(at)
            | Self::Lasting {
                start: Side::After(at),
                ..
            } => Some((*at, *at)),
            Self::Each(all) => all
                .iter()
                .filter_map(Self::start)
                .min_by(|a, b| a.0.total_cmp(&b.0)),
            Self::Before(_) | Self::Lasting { .. } | Self::Nowhere => None,
        }
    }

    pub(super) fn end(&self) -> Option<Stretch> {
        match self {
            Self::Once(stretch)
            | Self::Lasting {
                end: Side::Within(stretch),
                ..
            } => Some(*stretch),
            Self::Before(at)
            | Self::Lasting {
                end: Side::Before(at),
                ..
            } => Some((*at, *at)),
            Self::Each(all) => all
                .iter()
                .filter_map(Self::end)
                .max_by(|a, b| a.1.total_cmp(&b.1)),
            Self::After(_) | Self::Lasting { .. } | Self::Nowhere => None,
        }
    }
}

/// An extent travels as a number for its kind and what belongs to it.
impl Serialize for Extent {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Once(stretch) => (0, stretch).serialize(serializer),
            Self::Before(at) => (1, at).serialize(serializer),
            Self::After(at) => (2, at).serialize(serializer),
            Self::Lasting { start, end } => (3, start, end).serialize(serializer),
            Self::Each(all) => (4, all).serialize(serializer),
            Self::Nowhere => [5].serialize(serializer),
        }
    }
}

impl Unpack for Extent {
    fn unpack<V: Value>(value: &V) -> Self {
        let (one, other) = (value.item(1), value.item(2));
        match value.item(0).number() as u8 {
            0 => Self::Once(Unpack::unpack(&one)),
            1 => Self::Before(one.number()),
            2 => Self::After(one.number()),
            3 => Self::Lasting {
                start: Unpack::unpack(&one),
                end: Unpack::unpack(&other),
            },
            4 => Self::Each(Unpack::unpack(&one)),
            _ => Self::Nowhere,
        }
    }
}

/// A side travels likewise.
impl Serialize for Side {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Within(stretch) => (0, stretch).serialize(serializer),
            Self::Before(at) => (1, at).serialize(serializer),
            Self::After(at) => (2, at).serialize(serializer),
            Self::Open => [3].serialize(serializer),
            Self::Unknown => [4].serialize(serializer),
        }
    }
}

impl Unpack for Side {
    fn unpack<V: Value>(value: &V) -> Self {
        let of = value.item(1);
        match value.item(0).number() as u8 {
            0 => Self::Within(Unpack::unpack(&of)),
            1 => Self::Before(of.number()),
            2 => Self::After(of.number()),
            3 => Self::Open,
            _ => Self::Unknown,
        }
    }
}

//! What a date says of time, and how that travels.

use crate::pack::packed;

/// From the first instant to the first instant after: a whole day is `(d, d + 1)`, a time of day
/// `(t, t)`.
pub type Stretch = (f64, f64);

packed! {
    /// What a date says of time.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Extent {
        /// One moment, day or year somewhere within the stretch: a single date, or one of several
        /// (`[1667,1668]`).
        0 => Once(stretch: Stretch),
        /// Once, at this instant at the latest: `[..1449]` gives the end of 1449.
        1 => Before(instant: f64),
        /// Once, at this instant at the earliest: `[1760-12..]`.
        2 => After(instant: f64),
        /// From a start to an end: every interval.
        3 => Lasting { start: Side, end: Side },
        /// Every one of several, each by itself: `{1667,1668,1670..1672}`; at least two.
        4 => Each(all: Vec<Self>),
        /// No place in time: `XXXX-12`, or a year beyond counting.
        5 => Nowhere,
    } else Nowhere

    /// The start or the end of a time that lasts.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum Side {
        /// Somewhere within the stretch.
        0 => Within(stretch: Stretch),
        /// At this instant at the latest: "1991 or earlier".
        1 => Before(instant: f64),
        /// At this instant at the earliest: "1991 or later".
        2 => After(instant: f64),
        /// There is none: it has always been so, or goes on (`..`).
        3 => Open,
        /// There is one that nobody knows: an empty side of an interval.
        4 => Unknown,
    } else Unknown
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

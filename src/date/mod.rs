//! Dates of a story: EDTF (ISO 8601-2) as bounds on a line of days, with its uncertainty and its words.
//! Knows no story and no drawing.
//!
//! A date is parsed once, natively; what the browser needs of it travels as numbers and words, so that neither the
//! parser nor the grammar of dates is shipped.

pub mod civil;
#[cfg(not(target_arch = "wasm32"))]
mod bounds;
#[cfg(not(target_arch = "wasm32"))]
mod words;

use crate::pack::{Unpack, Value, unpack};
use serde::Serialize;
use serde_tuple::Serialize_tuple;

/// An EDTF date with what is needed to order, draw and word it; parsed once, natively.
/// Instants are days since 1970-01-01T00:00 (proleptic Gregorian calendar), with fractions for times of day.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
pub struct When {
    edtf: String,
    extent: Extent,
    approximate: bool,
    uncertain: bool,
    words: String,
}

unpack! {
    When { edtf, extent, approximate, uncertain, words }
}

/// From the first instant to the first instant after: a whole day is `(d, d + 1)`, a time of day `(t, t)`.
pub type Stretch = (f64, f64);

/// What a date says of time.
#[derive(Clone, Debug, PartialEq)]
pub enum Extent {
    /// One moment, day or year somewhere within the stretch: a single date, or one of several (`[1667,1668]`).
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

impl When {
    /// The text as the editor wrote it, for `datetime` attributes and data.
    pub fn edtf(&self) -> &str {
        &self.edtf
    }

    /// What it says of time.
    pub fn extent(&self) -> &Extent {
        &self.extent
    }

    /// When it starts: the earliest instant at which it can, and the first at which it surely has; `None` where no first instant is
    /// known.
    pub fn start(&self) -> Option<Stretch> {
        self.extent.start()
    }

    /// When it ends, as [`When::start`]; `None` where no last instant is known. "2024" starts and ends within 2024.
    pub fn end(&self) -> Option<Stretch> {
        self.extent.end()
    }

    /// Given as an estimate (`~`, `%`).
    pub fn approximate(&self) -> bool {
        self.approximate
    }

    /// Given on a doubtful source (`?`, `%`).
    pub fn uncertain(&self) -> bool {
        self.uncertain
    }

    /// In words, for readers: "3–6 September 2025", "about 2024", "since 1991". They are made when the date is parsed;
    /// English is the one language so far, so that every BCP 47 tag reads English.
    pub fn words(&self, _lang: &str) -> &str {
        &self.words
    }

    /// The value for the `datetime` attribute of HTML's `time`, which knows plain years, months, days and times only.
    pub fn datetime(&self) -> Option<&str> {
        let shape: String =
            self.edtf.chars().map(|character| if character.is_ascii_digit() { '0' } else { character }).collect();
        let known = ["0000", "0000-00", "0000-00-00", "0000-00-00T00:00:00", "0000-00-00T00:00:00Z"];
        // A season takes the place of a month in EDTF, and HTML has no year 0.
        let season = self.edtf.get(5..7).is_some_and(|month| month > "12");
        (known.contains(&shape.as_str()) && !season && !self.edtf.starts_with("0000")).then_some(&self.edtf)
    }
}

impl Extent {
    fn start(&self) -> Option<Stretch> {
        match self {
            Self::Once(stretch) | Self::Lasting { start: Side::Within(stretch), .. } => Some(*stretch),
            Self::After(at) | Self::Lasting { start: Side::After(at), .. } => Some((*at, *at)),
            Self::Each(all) => all.iter().filter_map(Self::start).min_by(|a, b| a.0.total_cmp(&b.0)),
            Self::Before(_) | Self::Lasting { .. } | Self::Nowhere => None,
        }
    }

    fn end(&self) -> Option<Stretch> {
        match self {
            Self::Once(stretch) | Self::Lasting { end: Side::Within(stretch), .. } => Some(*stretch),
            Self::Before(at) | Self::Lasting { end: Side::Before(at), .. } => Some((*at, *at)),
            Self::Each(all) => all.iter().filter_map(Self::end).max_by(|a, b| a.1.total_cmp(&b.1)),
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
            3 => Self::Lasting { start: Unpack::unpack(&one), end: Unpack::unpack(&other) },
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

/// The sentence for a date whose end lies before its start; [`When::parse`] gives exactly this one for it.
#[cfg(not(target_arch = "wasm32"))]
pub const END_BEFORE_START: &str = "the end lies before the start";

#[cfg(not(target_arch = "wasm32"))]
impl When {
    /// Reads an EDTF text of level 0, 1 or 2; the error is one plain sentence for the editor, without a full stop.
    pub fn parse(edtf: &str) -> Result<Self, String> {
        let date = edtf_core::Edtf::parse(edtf).map_err(|error| sentence(edtf, &error))?;
        Ok(Self {
            edtf: edtf.into(),
            extent: bounds::of(&date),
            approximate: date.is_approximate(),
            uncertain: date.is_uncertain(),
            words: words::of(&date),
        })
    }
}

/// The parser's message with the place that it means; the end before the start has a sentence of its own.
#[cfg(not(target_arch = "wasm32"))]
fn sentence(edtf: &str, error: &edtf_core::ParseError) -> String {
    if error.message.contains("precedes") {
        return END_BEFORE_START.into();
    }
    let rest = edtf.get(error.offset..).unwrap_or_default();
    let place = if rest.is_empty() || rest == edtf { String::new() } else { format!(", at “{rest}”") };
    format!("not a date that EDTF knows: {}{place}", error.message)
}

#[cfg(test)]
mod tests;

//! The strip of the timeline: labels in columns above one axis, each tied by a thin line to its mark on it.
//! Knows no state, no Yew and no browser.
//!
//! The labels stand in the story's order, from top to bottom and then from column to column, as in a newspaper; they
//! stay where they are when the reading changes, and only the marks below move. A label's line runs down the gutter at the
//! left of its column: the topmost label has the leftmost line, so that no line crosses a label or another line. Below
//! the columns the lines fan out to the marks. A mark that has no place on the axis (an undated event, to scale) has no line.
//!
//! Across, everything is measured in percent of the strip's width, and only text is measured in px. So what does not
//! overlap at the least width does not overlap at any larger one: gaps in percent only grow.

pub(crate) mod breaks;
#[cfg(not(target_arch = "wasm32"))]
mod lay;

#[cfg(not(target_arch = "wasm32"))]
pub use lay::strip;

use crate::pack::{Unpack, Value, unpack};
use crate::story::{EventId, Tense};
use serde::Serialize;
use serde_tuple::Serialize_tuple;
use std::ops::Range;

/// The least width in px of the two strips that are drawn: for a tablet, and for a desk.
pub const WIDTHS: [f64; 2] = [720.0, 1040.0];

/// Font sizes in px; the wording of the strip is wrapped to them.
pub const TITLE_SIZE: f64 = 12.0;
pub const DATE_SIZE: f64 = 12.0;
pub const TICK_SIZE: f64 = 12.0;
pub const HEADING_SIZE: f64 = 12.0;
/// From one line of a label to the next, in px.
pub const LINE: f64 = 15.0;
/// Radius of a dot and half the height of a bar, in px.
pub const RADIUS: f64 = 5.5;
pub const BAR: f64 = 4.0;
/// A label's words begin so far into its box, and its date so much further, to leave room for its mark; in px.
pub const INDENT: f64 = 4.0;
pub const MARK_ROOM: f64 = 15.0;

/// The two readings of the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Equal steps, in the story's order.
    InOrder,
    /// Dated events to scale; undated ones have no place on it.
    ToScale,
}

/// A strip, laid out for a least width. `x` and widths are percent of its width, `y` and heights px, unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Serialize_tuple)]
pub struct Strip {
    pub height: f64,
    pub zones: Vec<Zone>,
    /// In order: one for each event, or, in a story of many, for each bunch of events that follow each other.
    pub marks: Vec<Mark>,
    pub axis: Axis,
}

/// The columns of one phase, or of several that share them.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
pub struct Zone {
    pub tense: Tense,
    /// Empty for a story without phases.
    pub heading: String,
    pub x: f64,
    pub width: f64,
    /// The foot of its columns, where the lines begin to fan out.
    pub base: f64,
    /// Where on the axis it begins; `None` where the axis does not show it, and for the first.
    pub edge: Option<f64>,
}

/// An event, or a bunch of events, on the strip.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
pub struct Mark {
    /// The first, after which it is called.
    pub event: EventId,
    pub label: Label,
    /// `None` where it has no place on the axis.
    pub place: Option<Place>,
}

/// The words beside a mark's line: a box `width` px wide whose left edge is at `x` percent.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
pub struct Label {
    pub x: f64,
    /// Top.
    pub y: f64,
    /// In px.
    pub width: f64,
    pub height: f64,
    /// Below the title of a bunch a line is left free, for how many more there are.
    pub title: Vec<String>,
    /// Empty for an undated event: the view has the word for it. Begins [`MARK_ROOM`] px after the title.
    pub date: Vec<String>,
    /// Where its line runs down the gutter, and where that ends.
    pub pole: f64,
    pub base: f64,
}

/// Where an event stands on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Serialize_tuple)]
pub struct Place {
    /// The left end of a bar, the middle of a dot.
    pub x: f64,
    /// Middle.
    pub y: f64,
    /// Where the label's line arrives.
    pub tip: f64,
    pub shape: Shape,
}

/// What an event's time looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A day, a time of day, or a step in order.
    Dot,
    /// A longer stretch; an open end reaches the end of the axis.
    Bar { width: f64, open_start: bool, open_end: bool },
}

/// The line on which the marks stand.
#[derive(Clone, Debug, Default, PartialEq, Serialize_tuple)]
pub struct Axis {
    pub y: f64,
    /// Where the lines of the ticks end and their words begin.
    pub foot: f64,
    pub pieces: Vec<Piece>,
    /// Where time is left out.
    pub breaks: Vec<f64>,
    pub ticks: Vec<AxisTick>,
}

/// A stretch of the axis; dashed where it is the future.
#[derive(Clone, Copy, Debug, PartialEq, Serialize_tuple)]
pub struct Piece {
    pub from: f64,
    pub to: f64,
    pub future: bool,
}

/// A round date on the axis.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
pub struct AxisTick {
    pub x: f64,
    pub words: String,
    /// A second line, empty where it would say the same again.
    pub under: String,
    pub anchor: Anchor,
}

/// Which part of a text stands at its `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A story's strips for both [`WIDTHS`] in both readings. They are made once, natively, and travel with the story.
#[derive(Clone, Debug, Default, PartialEq, Serialize_tuple)]
pub struct Strips {
    in_order: [Strip; 2],
    /// `None` where there is nothing to read to scale.
    to_scale: Option<[Strip; 2]>,
}

impl Strip {
    /// The events of a mark; `all` is how many the story has.
    pub fn events(&self, mark: usize, all: usize) -> Range<usize> {
        let end = self.marks.get(mark + 1).map_or(all, |next| next.event.index());
        self.marks[mark].event.index()..end
    }
}

impl Strips {
    /// The strips of a reading; those in order where there is no scale.
    pub fn get(&self, reading: Reading) -> &[Strip; 2] {
        self.to_scale.as_ref().filter(|_| reading == Reading::ToScale).unwrap_or(&self.in_order)
    }

    pub fn has_scale(&self) -> bool {
        self.to_scale.is_some()
    }

    /// `false` on a page that draws them elsewhere, or not at all.
    pub fn are_drawn(&self) -> bool {
        self.in_order[0].height > 0.0
    }
}

unpack! {
    Strip { height, zones, marks, axis }
    Zone { tense, heading, x, width, base, edge }
    Mark { event, label, place }
    Label { x, y, width, height, title, date, pole, base }
    Axis { y, foot, pieces, breaks, ticks }
    Piece { from, to, future }
    AxisTick { x, words, under, anchor }
    Strips { in_order, to_scale }
}

unpack! {
    Place { x, y, tip, shape }
}

/// A dot travels as nothing, a bar as the list of its fields.
impl Serialize for Shape {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Dot => serializer.serialize_none(),
            Self::Bar { width, open_start, open_end } => (width, open_start, open_end).serialize(serializer),
        }
    }
}

impl Unpack for Shape {
    fn unpack<V: Value>(value: &V) -> Self {
        if value.is_null() {
            return Self::Dot;
        }
        let open = |index| value.item(index).is_true();
        Self::Bar { width: value.item(0).number(), open_start: open(1), open_end: open(2) }
    }
}

/// Travels as 0, 1 or 2.
impl Serialize for Anchor {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(*self as u8)
    }
}

impl Unpack for Anchor {
    fn unpack<V: Value>(value: &V) -> Self {
        match value.number() as u8 {
            0 => Self::Start,
            1 => Self::Middle,
            _ => Self::End,
        }
    }
}

#[cfg(test)]
mod tests;

//! The strip of the timeline, laid out.

use crate::pack::packed;
use crate::story::{EventId, Tense};
use std::ops::Range;

/// The least width in px of the strip.
pub const LEAST: f64 = 720.0;

/// Font sizes in px; the wording of the strip is wrapped to them.
pub const TITLE_SIZE: f64 = 12.0;
pub const DATE_SIZE: f64 = 12.0;
pub const HEADING_SIZE: f64 = 12.0;
/// From one line of a label to the next, in px.
pub const LINE: f64 = 15.0;
/// Radius of a mark, in px.
pub const RADIUS: f64 = 5.5;
/// A label's words begin so far into its box, and its date so much further, to leave room for its
/// mark; in px.
pub const INDENT: f64 = 4.0;
pub const MARK_ROOM: f64 = 15.0;

packed! {
    /// A strip, laid out for a least width. `x` and widths are percent of its width, `y` and
    /// heights px, unless said otherwise.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Strip {
        pub height: f64,
        pub zones: Vec<Zone>,
        /// One for each event, or, in a story of many, for each bunch of events that follow each
        /// other.
        pub marks: Vec<Mark>,
        pub axis: Axis,
    }

    /// The columns of one phase, or of several that share them.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Zone {
        pub tense: Tense,
        /// Empty for a story without phases.
        pub heading: String,
        pub x: f64,
        pub width: f64,
        /// The foot of its columns, where the lines begin to fan out.
        pub base: f64,
        /// Where on the axis it begins; `None` for the first.
        pub edge: Option<f64>,
    }

    /// An event, or a bunch of events, on the strip.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Mark {
        /// The first, after which it is called.
        pub event: EventId,
        pub label: Label,
        /// The middle of its mark on the axis.
        pub at: f64,
    }

    /// The words beside a mark's line: a box `width` px wide whose left edge is at `x` percent.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Label {
        pub x: f64,
        /// Top.
        pub y: f64,
        /// In px.
        pub width: f64,
        pub height: f64,
        /// Below the title of a bunch a line is left free, for how many more there are.
        pub title: Vec<String>,
        /// Empty for an undated event: the view has the word for it. Begins [`MARK_ROOM`] px after
        /// the title.
        pub date: Vec<String>,
        /// Where its line runs down the gutter, and where that ends.
        pub pole: f64,
        pub base: f64,
    }

    /// The line on which the marks stand.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Axis {
        pub y: f64,
        pub pieces: Vec<Piece>,
    }

    /// A stretch of the axis; dashed where it is the future.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Piece {
        pub from: f64,
        pub to: f64,
        pub future: bool,
    }
}

impl Strip {
    /// The events of a mark; `all` is how many the story has.
    pub fn events(&self, mark: usize, all: usize) -> Range<usize> {
        let end = self
            .marks
            .get(mark + 1)
            .map_or(all, |next| next.event.index());
        self.marks[mark].event.index()..end
    }

    /// `false` on a page that draws it elsewhere, or not at all.
    pub fn is_drawn(&self) -> bool {
        self.height > 0.0
    }
}

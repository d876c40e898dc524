//! The shapes in which a map is drawn, and places in them.

use crate::pack::packed;

/// From the start of a lane to its name, px.
pub(super) const LANE_INSET: f64 = 5.0;

/// The two shapes in which a map is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// For a phone, and for any column narrower than [`Frame::Wide`] needs.
    Narrow,
    Wide,
}

impl Frame {
    pub const ALL: [Self; 2] = [Self::Narrow, Self::Wide];

    /// The minimum width at which nothing overlaps, px. `style/parts/map.css` shows the wide frame
    /// from its width on.
    pub fn width(self) -> f64 {
        match self {
            Self::Narrow => 272.0,
            Self::Wide => 600.0,
        }
    }

    /// The height that a network of `actors` should not exceed, px.
    pub(super) fn height(self, actors: usize) -> f64 {
        let actors = actors as f64;
        match self {
            Self::Narrow => 120.0 + 60.0 * actors,
            Self::Wide => 300.0 + 20.0 * actors,
        }
    }

    /// Font size of names, px.
    pub fn name_size(self) -> f64 {
        match self {
            Self::Narrow => 12.0,
            Self::Wide => 13.0,
        }
    }

    /// Font size of the words on lines and over groups, px.
    pub fn note_size(self) -> f64 {
        match self {
            Self::Narrow => 11.5,
            Self::Wide => 12.0,
        }
    }
}

packed! {
    /// A place in a picture: `x` in percent of its width, `y` in px from its top.
    #[derive(Clone, Copy, Debug, Default, PartialEq)]
    pub struct Point {
        pub x: f64,
        pub y: f64,
    }
}

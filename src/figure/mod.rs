//! Drawings: what a figure shows of a story at any zoom.

mod scene;
pub mod symbols;
pub mod names;
pub mod legend;
pub mod svg;
pub mod plan;
pub mod map;
pub mod positions;
pub mod timeline;
pub mod poster;

pub use crate::geometry::rounded;
pub use plan::{Camera, Figure};
pub use scene::{Anchor, Color, Dash, FigureState, Item, Link, Paint, Scene, Shape, Target};

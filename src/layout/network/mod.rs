//! The map of actors as placed boxes and arrows, in two frames: *relations* as a network,
//! *positions* along one issue.
//!
//! Widths are in percent of the frame and everything else is in px, so that nothing has to be
//! measured: a picture without overlaps at its frame's minimum width has none at any greater one.

mod frame;
mod words;
mod distances;
mod board;
mod edges;
mod cost;
mod overlaps;
mod search;
pub mod labels;
mod ties;
mod relations;
pub mod spectrum;
mod regions;
pub mod zoomed;

pub use frame::{Frame, Point};
pub use regions::places;
pub use relations::{Hull, Network, Networks, Tie, TieLabel};
pub use ties::{arrows, each_tie, edges};
pub use words::Words;

//! The strip of the timeline: labels in columns above one axis, each tied by a thin line to its
//! mark on it.
//!
//! The axis tells the story's order in equal steps and no dates, so that an undated event has a
//! step as any other.
//!
//! The labels stand in the story's order, from top to bottom and then from column to column, as in
//! a newspaper. A label's line runs down the gutter at the left of its column: the topmost label
//! has the leftmost line, so that no line crosses a label or another line. Below the columns the
//! lines fan out to the marks.
//!
//! Across, everything is measured in percent of the strip's width, and only text is measured in px.
//! So what does not overlap at the least width does not overlap at any larger one: gaps in percent
//! only grow.

mod strip;
mod bunches;
mod columns;
mod lay;

pub use lay::strip;
pub use strip::*;

#[cfg(test)]
mod tests;

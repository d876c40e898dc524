//! A story's timeline, prepared once: entries, places, lanes, and the levels of labels made so far.

use super::axis::Axis;
use super::entries::Entry;
use super::lanes::{Lanes, Names};
use super::pack::{Lane, Level};
use super::places::Place;
use crate::state::EvidenceSet;
use crate::story::{Phase, Tense};
use std::cell::RefCell;
use std::rc::Rc;

/// The foot with the dates, px.
pub const FOOT: f64 = 44.0;

/// A story's timeline, ready to be drawn at any zoom.
pub struct Timeline {
    /// One for each event, in their order.
    pub(super) facts: Vec<Entry>,
    pub(super) phases: Vec<Phase>,
    pub(super) names: Names,
    pub(super) axis: Axis,
    pub(super) places: Vec<Place>,
    /// Facts from left to right.
    pub(super) order: Vec<usize>,
    pub(super) lanes: Lanes,
    pub(super) broken: bool,
    pub(super) breaks: bool,
    /// Where each phase begins on the line.
    pub(super) edges: Vec<f64>,
    pub(super) max_zoom: f64,
    /// The clock by which all times of day are told; empty where there is none, or more than one.
    pub(super) zone: String,
    pub(super) lang: String,
    pub(super) levels: RefCell<Vec<(LevelKey, Rc<LevelSheet>)>>,
}

/// What a level depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LevelKey {
    pub(super) level: i32,
    pub(super) size: (f64, f64),
    pub(super) hidden: EvidenceSet,
}

/// A level with its lanes.
pub struct LevelSheet {
    pub(super) level: Level,
    pub(super) lanes: Vec<(Lane, String)>,
    pub(super) head: f64,
}

impl Timeline {
    /// Where the future begins on the line; 1 where there is none.
    pub fn future(&self) -> f64 {
        let first = self
            .phases
            .iter()
            .position(|phase| phase.tense == Tense::Future);
        first
            .and_then(|first| self.edges.get(first).copied())
            .unwrap_or(1.0)
    }
}

//! The map of a story, prepared once, and what the reader asks of it.

use super::clusters::Clusters;
use crate::figure::positions::Positions;
use crate::layout::network::Networks;
use crate::layout::network::zoomed::Zoomed;
use crate::story::{ActorId, GroupId, IssueId, Story, Tone};
use std::cell::RefCell;
use std::rc::Rc;

/// What the reader asks of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// ReadPositions the positions along this issue instead of the relations.
    pub positions: Option<IssueId>,
    /// An actor, and how many relations away others still stand out.
    pub focus: Option<(ActorId, u8)>,
    /// From one actor to another.
    pub path: Option<(ActorId, ActorId)>,
    pub groups_off: Vec<GroupId>,
    pub tones_off: Vec<Tone>,
}

/// The map of a story, ready to be drawn.
pub struct Network {
    pub asked: Asked,
    pub(super) story: Rc<Story>,
    pub(super) ids: Vec<ActorId>,
    /// By actor: how many relations it has.
    pub(super) ties: Vec<usize>,
    pub(super) relations: Relations,
    /// The positions that were drawn last.
    pub(super) read: RefCell<Option<Rc<ReadPositions>>>,
}

/// Positions, ready to be drawn; with many actors as a crowd.
pub struct ReadPositions {
    pub(super) positions: Positions,
    pub(super) swarm: Option<Clusters>,
}

pub enum Relations {
    /// As on the page.
    Few(Networks, Box<[Zoomed; 2]>),
    /// In more or less detail, by zoom.
    Many(Box<Clusters>),
}

//! What a reader can choose: a pick, a reading of the map, kinds of evidence, likelihoods.

use crate::story::{ActorId, EventId, Evidence, PassageId};

/// The one thing that is picked, in whichever view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    Actor(ActorId),
    Event(EventId),
    Passage(PassageId),
}

/// The two readings of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapReading {
    #[default]
    Relations,
    Positions,
}

/// A set of evidence kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EvidenceSet(u8);

impl EvidenceSet {
    pub fn contains(self, evidence: Evidence) -> bool {
        self.0 & (1 << evidence.sign().rank) != 0
    }

    pub fn toggled(self, evidence: Evidence) -> Self {
        Self(self.0 ^ (1 << evidence.sign().rank))
    }

    pub const NONE: Self = Self(0);

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// How likely the reader thinks a forecast is: 1 (very unlikely) to 5 (very likely).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likelihood(u8);

impl Likelihood {
    pub fn new(level: u8) -> Option<Self> {
        (1..=5).contains(&level).then_some(Self(level))
    }

    pub fn level(self) -> u8 {
        self.0
    }

    pub fn all() -> impl Iterator<Item = Self> {
        (1..=5).map(Self)
    }
}

/// The reader's own marks on the forecasts, in the order of the events. A list, because a tree
/// would add a hundredth to the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook(Vec<(EventId, Likelihood)>);

impl Outlook {
    pub fn get(&self, event: EventId) -> Option<Likelihood> {
        self.iter()
            .find(|(marked, _)| *marked == event)
            .map(|(_, likelihood)| likelihood)
    }

    /// Marks an event in place of an earlier mark; `None` takes the mark back.
    pub fn mark(&mut self, event: EventId, likelihood: Option<Likelihood>) {
        self.0.retain(|(marked, _)| *marked != event);
        let index = self.0.partition_point(|(marked, _)| *marked < event);
        self.0.splice(
            index..index,
            likelihood.map(|likelihood| (event, likelihood)),
        );
    }

    pub fn iter(&self) -> impl Iterator<Item = (EventId, Likelihood)> {
        self.0.iter().copied()
    }
}

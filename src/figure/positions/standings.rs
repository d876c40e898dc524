//! Where everybody stands on one issue.

use crate::layout::network::Frame;
use crate::layout::network::spectrum::{Spectrum, Stand, spectrum};
use crate::state::EvidenceSet;
use crate::state::query::{self, Standing};
use crate::story::{IssueId, Story};

/// Where everybody stands on an issue, as far as the filter lets through.
#[derive(Clone)]
pub struct Positions {
    pub issue: IssueId,
    pub hidden: EvidenceSet,
    pub standings: Vec<Standing>,
}

impl Positions {
    pub fn of(story: &Story, issue: IssueId, hidden: EvidenceSet) -> Self {
        Self {
            issue,
            hidden,
            standings: query::standings(story, hidden, issue),
        }
    }

    /// The areas apart, in the order of `Strings::apart`.
    pub fn stands(&self) -> Vec<Stand> {
        self.standings
            .iter()
            .map(|standing| standing.stand())
            .collect()
    }

    pub fn spectrum(&self, story: &Story, frame: Frame) -> Spectrum {
        spectrum(story, frame, &story[self.issue], &self.stands())
    }
}

//! What the map shows at the moment: relations, or the positions on an issue.

use crate::layout::network::Frame;
use crate::layout::network::spectrum::{Spectrum, spectrum};
use crate::state::MapReading;
use crate::state::query::{self, Standing};
use crate::story::{IssueId, Story};
use crate::view::ctx::Scene;

/// What the picture shows now; `issue` and `standings` (by `ActorId`) are of the positions, empty
/// where the story has no issue.
pub struct Reading {
    pub positions: bool,
    pub issue: Option<IssueId>,
    pub standings: Vec<Standing>,
}

impl Reading {
    pub fn of(story: &Story, scene: &Scene) -> Self {
        let route = &scene.model.route;
        let issue = route
            .issue
            .or_else(|| story.each_issue().next().map(|(id, _)| id));
        let standing = |issue| {
            story
                .each_actor()
                .map(move |(actor, _)| query::standing(story, route.hidden, actor, issue))
                .collect()
        };
        Self {
            positions: route.map == MapReading::Positions && issue.is_some(),
            issue,
            standings: issue.map(standing).unwrap_or_default(),
        }
    }

    /// The picture of the positions.
    pub fn spectrum(&self, story: &Story, frame: Frame) -> Option<Spectrum> {
        let issue = self.issue.filter(|_| self.positions)?;
        let stands: Vec<_> = self
            .standings
            .iter()
            .map(|standing| standing.stand())
            .collect();
        Some(spectrum(story, frame, &story[issue], &stands))
    }
}

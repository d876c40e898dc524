//! The arrows of a story's relations.

use super::board::Edge;
use super::frame::Frame;
use super::labels::Arrow;
use super::words::Words;
use crate::geometry::Vec2;
use crate::story::{ActorId, RelationId, Story};

/// The pairs that are related, each once, with the size of the larger label.
pub(super) fn related_pairs(story: &Story, frame: Frame) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::new();
    for (from, to, label) in
        each_tie(story).map(|(id, to)| (story[id].from.index(), to.index(), &story[id].label))
    {
        let ends = (from.min(to), from.max(to));
        let half = Words::tie(label, frame).half();
        match edges.iter_mut().find(|edge| edge.ends == ends) {
            Some(edge) => edge.label = Vec2::new(edge.label.x.max(half.x), edge.label.y + half.y),
            None => edges.push(Edge { ends, label: half }),
        }
    }
    edges
}

/// Every arrow of the map: a relation to several is one arrow to each, and none leads back to where
/// it starts.
pub fn each_tie(story: &Story) -> impl Iterator<Item = (RelationId, ActorId)> {
    let each = story
        .each_relation()
        .flat_map(|(id, relation)| relation.to.iter().map(move |to| (id, relation.from, *to)));
    each.filter(|(_, from, to)| from != to)
        .map(|(id, _, to)| (id, to))
}

/// Every arrow of the map as its two actors, for a graph.
pub fn edges(story: &Story) -> Vec<(u32, u32)> {
    each_tie(story)
        .map(|(id, to)| (story[id].from.index() as u32, to.index() as u32))
        .collect()
}

/// The arrows of the map with the sizes of their labels, not yet moved apart.
pub fn arrows(story: &Story, frame: Frame) -> Vec<Arrow> {
    let arrow = |(id, to): (RelationId, ActorId)| Arrow {
        ends: (story[id].from.index(), to.index()),
        aside: Vec2::default(),
        label: Words::tie(&story[id].label, frame).half(),
    };
    each_tie(story).map(arrow).collect()
}

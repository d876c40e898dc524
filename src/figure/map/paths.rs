//! Paths and distances along relations, whichever way these point.

use crate::layout::graph::Graph;
use crate::layout::network::edges;
use crate::story::{ActorId, Story};

/// The shortest path from one actor to another, both included; among equals the one through the
/// actors listed first. `None` where no relations lead there.
pub fn path(story: &Story, from: &ActorId, to: &ActorId) -> Option<Vec<ActorId>> {
    let graph = graph(story);
    // Measured from the end, so that the path can be followed from its start, always to the first
    // actor that is nearer.
    let distances = graph.distances(to.index());
    let mut path = vec![*from];
    let mut here = from.index();
    for distance in (0..distances[here]?).rev() {
        let neighbours = graph.neighbours(here).iter().map(|next| *next as usize);
        here = neighbours
            .filter(|next| distances[*next] == Some(distance))
            .min()?;
        path.push(ActorId::new(here));
    }
    Some(path)
}

/// The actors at most `depth` relations away, the actor itself included, in the order of the story.
pub fn within(story: &Story, actor: ActorId, depth: u8) -> Vec<ActorId> {
    let distances = graph(story).distances(actor.index());
    let is_near = |id: &ActorId| distances[id.index()].is_some_and(|far| far <= u16::from(depth));
    story
        .each_actor()
        .map(|(id, _)| id)
        .filter(is_near)
        .collect()
}

fn graph(story: &Story) -> Graph {
    Graph::new(story.actors.len(), &edges(story))
}

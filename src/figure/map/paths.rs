//! Paths and distances along relations, whichever way these point.

use crate::layout::network::each_tie;
use crate::story::{ActorId, Story};

/// The shortest way from one actor to another, both included; among equals the one through the
/// actors listed first. `None` where no relations lead there.
pub fn path(story: &Story, from: &ActorId, to: &ActorId) -> Option<Vec<ActorId>> {
    let ties = neighbours(story);
    // From the end backwards, so that the way can be walked from its start, always to the first
    // actor that is nearer.
    let away = distances(&ties, *to);
    away[from.index()]?;
    let mut way = vec![*from];
    let mut here = *from;
    while here != *to {
        let nearer = |next: &&ActorId| {
            away[next.index()].is_some_and(|far| Some(far + 1) == away[here.index()])
        };
        here = *ties[here.index()].iter().find(nearer)?;
        way.push(here);
    }
    Some(way)
}

/// The actors at most so many relations away, the actor itself included, in the order of the story.
pub fn within(story: &Story, actor: ActorId, steps: u8) -> Vec<ActorId> {
    let away = distances(&neighbours(story), actor);
    let near = |id: &ActorId| away[id.index()].is_some_and(|far| far <= u32::from(steps));
    story.each_actor().map(|(id, _)| id).filter(near).collect()
}

/// The actors that each is related to, in the order of the story, none twice.
fn neighbours(story: &Story) -> Vec<Vec<ActorId>> {
    let mut all = vec![Vec::new(); story.actors.len()];
    for (id, to) in each_tie(story) {
        let from = story[id].from;
        all[from.index()].push(to);
        all[to.index()].push(from);
    }
    for list in &mut all {
        list.sort();
        list.dedup();
    }
    all
}

/// How many relations each actor is away; `None` where none lead.
fn distances(ties: &[Vec<ActorId>], from: ActorId) -> Vec<Option<u32>> {
    let mut away = vec![None; ties.len()];
    away[from.index()] = Some(0);
    let mut queue = std::collections::VecDeque::from([from]);
    while let Some(here) = queue.pop_front() {
        for next in &ties[here.index()] {
            if away[next.index()].is_none() {
                away[next.index()] = away[here.index()].map(|far| far + 1);
                queue.push_back(*next);
            }
        }
    }
    away
}

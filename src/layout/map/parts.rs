//! Groups in one piece, or in several where that keeps lines from crossing. Knows no labels.

use super::board::Board;
use super::place::{self, Dice};
use super::plane::Spot;
use super::{Frame, Network, Words, board, wires};
use crate::story::{Actor, ActorId, GroupId, Story};

/// Members of a group that stand together.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub group: GroupId,
    pub members: Vec<usize>,
}

/// What two lines that cross cost while groups may fall to pieces.
const CROSSING: f64 = 1_000.0;

/// How much higher than others such a picture may be: each piece has a name of its own.
const TALLER: f64 = 1.25;

/// Stories of more actors keep their groups whole: their lines cross in any case.
pub const MOST: usize = 40;

/// Each group in one piece.
pub fn whole(story: &Story) -> Vec<Part> {
    let members = |group: GroupId| {
        let all = story.each_actor().filter(move |(_, actor)| actor.group == group);
        all.map(|(id, _)| id.index()).collect()
    };
    story.each_group().map(|(group, _)| Part { group, members: members(group) }).collect()
}

/// By actor: the index of its part.
pub fn of_actors(parts: &[Part], actors: usize) -> Vec<usize> {
    let mut all = vec![0; actors];
    for (index, part) in parts.iter().enumerate() {
        part.members.iter().for_each(|member| all[*member] = index);
    }
    all
}

/// Half the sizes of the names above parts; nothing where all actors are of one group.
pub fn titles(story: &Story, frame: Frame, parts: &[Part]) -> Vec<Spot> {
    let mut groups = parts.iter().filter(|part| !part.members.is_empty()).map(|part| part.group);
    let first = groups.next();
    let drawn = groups.any(|group| Some(group) != first);
    let title = |part: &Part| Words::title(&story[part.group].name, frame).half();
    parts.iter().map(|part| if drawn { title(part) } else { Spot::default() }).collect()
}

/// Places with as few crossings as can be found, and the parts in which the groups stand then.
pub fn split(story: &Story, frame: Frame, steps: usize) -> (Vec<Spot>, Vec<Part>) {
    let single = |(id, actor): (ActorId, &Actor)| Part { group: actor.group, members: vec![id.index()] };
    let mut parts: Vec<_> = story.each_actor().map(single).collect();
    let mut board = board(story, frame, &parts);
    (board.crossing, board.height) = (CROSSING, board.height * TALLER);
    // Members of a group still want to stand together.
    board.apart = super::board(story, frame, &whole(story)).apart;
    let mut at = Network::placed(&board, || wires(story, frame), 4 * steps);
    while let Some((one, other)) = joinable(story, frame, &parts, &mut board, &at) {
        parts = joined(&parts, one, other);
    }
    divide(story, frame, &mut board, &parts);
    place::polish(&board, &mut at, &mut Dice(11), steps / 10);
    (at, parts)
}

/// The two parts of one group whose common area is smallest, if it touches no other.
fn joinable(story: &Story, frame: Frame, parts: &[Part], board: &mut Board, at: &[Spot]) -> Option<(usize, usize)> {
    let mut best: Option<(f64, (usize, usize))> = None;
    for one in 0..parts.len() {
        for other in (0..one).filter(|other| parts[*other].group == parts[one].group) {
            divide(story, frame, board, &joined(parts, one, other));
            let Some(hull) = board.hull(at, other) else { continue };
            let size = hull.half.x * hull.half.y;
            let is_better = best.is_none_or(|(least, _)| size < least);
            if is_better && board.clash(at, &board.hulls(at)) == 0.0 {
                best = Some((size, (one, other)));
            }
        }
    }
    best.map(|(_, pair)| pair)
}

/// The parts with one made a piece of an other, which is listed before it.
fn joined(parts: &[Part], one: usize, other: usize) -> Vec<Part> {
    let mut joined = parts.to_vec();
    let part = joined.remove(one);
    joined[other].members.extend(part.members);
    joined
}

/// Makes a board's boxes stand in these parts.
fn divide(story: &Story, frame: Frame, board: &mut Board, parts: &[Part]) {
    board.group = of_actors(parts, board.count());
    board.titles = titles(story, frame, parts);
    board.members = parts.iter().map(|part| part.members.clone()).collect();
}

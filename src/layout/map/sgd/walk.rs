//! Descent by single pairs, in steps that grow smaller. Knows one connected graph.

use super::super::dice::Dice;
use super::graph::{Graph, Room};

/// How many others each node is pulled to at most, on each side of the tournament.
const TURNS: usize = 500;

/// The smallest step, as a share of the way of the nearest pairs.
const LAST: f64 = 0.03;

/// Places for a connected graph, after so many rounds. A large graph plays only some turns of the tournament, drawn by lot, always the
/// same: the others that pull at a node are a sample, and each node has its own.
pub fn down(graph: &Graph, seed: u64, rounds: usize) -> Vec<(f64, f64)> {
    let count = graph.count();
    let mut dice = Dice(seed);
    let order = dice.order(count);
    let mut turns = dice.order(count / 2);
    turns.truncate(TURNS);
    let far = far(&graph.ordered(&order), &turns);
    let farthest = far.iter().copied().max().unwrap_or(1);
    let mut at = start(&mut dice, count, farthest);
    for round in 0..rounds {
        let steps = steps(round, rounds, farthest);
        for turn in dice.order(turns.len()) {
            play(&mut at, turns[turn] + 1, &far[turn * count..(turn + 1) * count], &steps);
        }
    }
    back(&order, &at)
}

/// How far each node is from the one it meets, turn by turn.
fn far(graph: &Graph, turns: &[usize]) -> Vec<u16> {
    let count = graph.count();
    let mut far = vec![0; turns.len() * count];
    let (mut room, mut away) = (Room::new(count), vec![0; count]);
    for one in 0..count {
        graph.from(one, &mut room, |other, distance| away[other] = distance);
        for (row, turn) in far.chunks_mut(count).zip(turns) {
            let other = one + turn + 1;
            row[one] = away[if other < count { other } else { other - count }];
        }
    }
    far
}

/// One turn: each node meets the one so many places further.
fn play(at: &mut [(f64, f64)], apart: usize, far: &[u16], steps: &[f64]) {
    let count = at.len();
    // With an even count, the last turn of the tournament meets each pair twice.
    let pairs = if 2 * apart == count { count / 2 } else { count };
    for (one, far) in far[..pairs].iter().enumerate() {
        let other = if one + apart < count { one + apart } else { one + apart - count };
        pull(at, one, other, f64::from(*far), steps[usize::from(*far)]);
    }
}

/// Anywhere in a square as wide as the graph.
fn start(dice: &mut Dice, count: usize, farthest: u16) -> Vec<(f64, f64)> {
    let wide = f64::from(farthest);
    (0..count).map(|_| (dice.share() * wide, dice.share() * wide)).collect()
}

/// Half of the share of its way that a pair goes in a round, by its distance: all of it at first, less and less for far pairs, and
/// in the end little for near ones too.
fn steps(round: usize, rounds: usize, farthest: u16) -> Vec<f64> {
    let first = f64::from(farthest) * f64::from(farthest);
    let step = first * power(LAST / first, round as f64 / (rounds.max(2) - 1) as f64);
    let weight = |far: u16| 1.0 / (f64::from(far) * f64::from(far)).max(1.0);
    (0..=farthest).map(|far| 0.5 * (step * weight(far)).min(1.0)).collect()
}

fn power(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// Moves two nodes toward their wanted distance.
#[inline(always)]
fn pull(at: &mut [(f64, f64)], one: usize, other: usize, wanted: f64, step: f64) {
    let ((x, y), (u, v)) = (at[one], at[other]);
    let (across, down) = (x - u, y - v);
    let length = (across * across + down * down).sqrt().max(1e-9);
    let by = step * (wanted - length) / length;
    at[one] = (x + by * across, y + by * down);
    at[other] = (u - by * across, v - by * down);
}

/// In the order that the nodes had.
fn back(order: &[usize], at: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut places = vec![(0.0, 0.0); order.len()];
    order.iter().zip(at).for_each(|(node, place)| places[*node] = *place);
    places
}

//! Descent by single pairs, in steps that grow smaller. Knows one connected graph.

use super::super::rng::Rng;
use super::graph::Graph;
use super::pair_distances;

/// How many others each node is pulled to at most, on each side of the tournament.
const TURNS: usize = 500;

/// The smallest step, as a share of the way of the nearest pairs.
const LAST: f64 = 0.03;

/// Places for a connected graph, after so many rounds. A large graph plays only some turns of the
/// tournament, drawn by lot, always the same: the others that pull at a node are a sample, and each
/// node has its own.
pub fn down(graph: &Graph, seed: u64, rounds: usize) -> Vec<(f64, f64)> {
    let count = graph.count();
    let mut rng = Rng(seed);
    let order = rng.order(count);
    let mut turns = rng.order(count / 2);
    turns.truncate(TURNS);
    let far = pair_distances::far(&graph.ordered(&order), &turns);
    let farthest = far.iter().copied().max().unwrap_or(1);
    let mut at = start(&mut rng, count, farthest);
    for round in 0..rounds {
        let steps = steps(round, rounds, farthest);
        for turn in rng.order(turns.len()) {
            play(
                &mut at,
                turns[turn] + 1,
                &far[turn * count..(turn + 1) * count],
                &steps,
            );
        }
    }
    back(&order, &at)
}

/// One turn: each node meets the one so many places further.
fn play(at: &mut [(f64, f64)], apart: usize, far: &[u16], steps: &[f64]) {
    let turned = at.len() - apart;
    // Cut into stretches of which each meets the next, so that no place is looked up by its number.
    for start in (0..turned).step_by(apart) {
        let (ones, others) = at[start..].split_at_mut(apart);
        pull_all(ones, others, &far[start..turned], steps);
    }
    // The last meet the first. With an even count, the last turn of the tournament would meet each
    // pair twice.
    if turned != apart {
        let (others, ones) = at.split_at_mut(turned);
        pull_all(ones, others, &far[turned..], steps);
    }
}

/// Each of the ones pulls at its other, as long as there are both.
fn pull_all(ones: &mut [(f64, f64)], others: &mut [(f64, f64)], far: &[u16], steps: &[f64]) {
    for ((one, other), far) in ones.iter_mut().zip(others).zip(far) {
        pull(one, other, f64::from(*far), steps[usize::from(*far)]);
    }
}

/// Anywhere in a square as wide as the graph.
fn start(rng: &mut Rng, count: usize, farthest: u16) -> Vec<(f64, f64)> {
    let wide = f64::from(farthest);
    (0..count)
        .map(|_| (rng.share() * wide, rng.share() * wide))
        .collect()
}

/// Half of the share of its way that a pair goes in a round, by its distance: all of it at first,
/// less and less for far pairs, and in the end little for near ones too.
fn steps(round: usize, rounds: usize, farthest: u16) -> Vec<f64> {
    let first = f64::from(farthest) * f64::from(farthest);
    let step = first * power(LAST / first, round as f64 / (rounds.max(2) - 1) as f64);
    let weight = |far: u16| 1.0 / (f64::from(far) * f64::from(far)).max(1.0);
    (0..=farthest)
        .map(|far| 0.5 * (step * weight(far)).min(1.0))
        .collect()
}

fn power(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// Moves two nodes toward their wanted distance.
#[inline(always)]
fn pull(one: &mut (f64, f64), other: &mut (f64, f64), wanted: f64, step: f64) {
    let (across, down) = (one.0 - other.0, one.1 - other.1);
    let length = length(across, down);
    let by = step * (wanted - length) / length;
    *one = (one.0 + by * across, one.1 + by * down);
    *other = (other.0 - by * across, other.1 - by * down);
}

/// Never nothing, so that it divides. Not by `max`: the browser's own treats what is no number
/// otherwise, so that each would be a call.
#[inline(always)]
pub fn length(across: f64, down: f64) -> f64 {
    let length = (across * across + down * down).sqrt();
    if length > 1e-9 { length } else { 1e-9 }
}

/// In the order that the nodes had.
fn back(order: &[usize], at: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut places = vec![(0.0, 0.0); order.len()];
    order
        .iter()
        .zip(at)
        .for_each(|(node, place)| places[*node] = *place);
    places
}

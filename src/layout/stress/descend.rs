//! Stochastic gradient descent: single pairs of nodes are moved, by steps that grow smaller.

use super::pair_distances::pair_distances;
use crate::geometry::Vec2;
use crate::layout::graph::Graph;
use crate::layout::rng::Rng;

/// The largest number of partners of each node, on each side of the tournament.
const MAX_TURNS: usize = 500;

/// The smallest step, as a share of the correction of the nearest pairs.
const LAST_STEP: f64 = 0.03;

/// Points for a connected graph. A large graph plays only some turns of the tournament, drawn by
/// lot but always the same: the partners of each node are a sample of its own.
pub fn descend(graph: &Graph, seed: u64, iterations: usize) -> Vec<Vec2> {
    let count = graph.count();
    let mut rng = Rng(seed);
    let order = rng.order(count);
    let mut turns = rng.order(count / 2);
    turns.truncate(MAX_TURNS);
    let distances = pair_distances(&graph.subgraph(&order), &turns);
    let max_distance = distances.iter().copied().max().unwrap_or(1);
    let mut points = random_start(&mut rng, count, max_distance);
    for iteration in 0..iterations {
        let steps = steps(iteration, iterations, max_distance);
        for turn in rng.order(turns.len()) {
            let distances = &distances[turn * count..(turn + 1) * count];
            play(&mut points, turns[turn] + 1, distances, &steps);
        }
    }
    in_original_order(&order, &points)
}

/// One turn: each node meets the one `offset` places further.
fn play(points: &mut [Vec2], offset: usize, distances: &[u16], steps: &[f64]) {
    let wrapped = points.len() - offset;
    // Chunks of which each meets the next, so that no point is looked up by its index.
    for start in (0..wrapped).step_by(offset) {
        let (nodes, partners) = points[start..].split_at_mut(offset);
        pull_all(nodes, partners, &distances[start..wrapped], steps);
    }
    // The last meet the first. With an even count, the last turn of the tournament would meet each
    // pair twice.
    if wrapped != offset {
        let (partners, nodes) = points.split_at_mut(wrapped);
        pull_all(nodes, partners, &distances[wrapped..], steps);
    }
}

/// Pulls each node and its partner, as long as there are both.
fn pull_all(nodes: &mut [Vec2], partners: &mut [Vec2], distances: &[u16], steps: &[f64]) {
    for ((node, partner), distance) in nodes.iter_mut().zip(partners).zip(distances) {
        let step = steps[usize::from(*distance)];
        pull(node, partner, f64::from(*distance), step);
    }
}

/// Anywhere in a square as wide as the graph.
fn random_start(rng: &mut Rng, count: usize, max_distance: u16) -> Vec<Vec2> {
    let width = f64::from(max_distance);
    (0..count)
        .map(|_| {
            let x = rng.share() * width;
            Vec2::new(x, rng.share() * width)
        })
        .collect()
}

/// Half of the share of its error that a pair corrects in an iteration, by its distance: all of it
/// at first, less and less for distant pairs, and in the end little for near ones too.
fn steps(iteration: usize, iterations: usize, max_distance: u16) -> Vec<f64> {
    let first = f64::from(max_distance) * f64::from(max_distance);
    let progress = iteration as f64 / (iterations.max(2) - 1) as f64;
    let step = first * libm::pow(LAST_STEP / first, progress);
    let weight = |distance: u16| 1.0 / (f64::from(distance) * f64::from(distance)).max(1.0);
    (0..=max_distance)
        .map(|distance| 0.5 * (step * weight(distance)).min(1.0))
        .collect()
}

/// Moves two points toward their ideal distance.
#[inline(always)]
fn pull(a: &mut Vec2, b: &mut Vec2, distance: f64, step: f64) {
    let offset = *a - *b;
    let length = length(offset);
    let shift = offset * (step * (distance - length) / length);
    *a += shift;
    *b -= shift;
}

/// Never zero, so that it divides. Not by `f64::max`: WebAssembly's own treats NaN differently, so
/// each use would be a call.
#[inline(always)]
pub fn length(vector: Vec2) -> f64 {
    let length = vector.length();
    if length > 1e-9 { length } else { 1e-9 }
}

fn in_original_order(order: &[usize], points: &[Vec2]) -> Vec<Vec2> {
    let mut original = vec![Vec2::ZERO; order.len()];
    order
        .iter()
        .zip(points)
        .for_each(|(node, point)| original[*node] = *point);
    original
}

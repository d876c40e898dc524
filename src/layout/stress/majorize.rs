//! Stress majorisation: each point in turn goes where all others together want it.

use super::descend;
use crate::geometry::Vec2;
use crate::layout::graph::{Graph, Search};

/// Rounds for each start that is tried, and for the best of them.
const ROUNDS: usize = 10;
const LAST_ROUNDS: usize = 40;

/// How many starts are tried: the larger the graph, the fewer, and the less they differ.
fn starts(count: usize) -> u64 {
    (12_000 / (count * count)).clamp(2, 8) as u64
}

/// The points of least stress from several starts, for a small connected graph.
pub fn best_of_several(graph: &Graph) -> Vec<Vec2> {
    let distances = distances(graph);
    let tries = (1..=starts(graph.count())).map(|seed| {
        let mut points = descend::descend(graph, seed, 15);
        majorize(&mut points, &distances, ROUNDS);
        (stress(&points, &distances), points)
    });
    let best = tries.min_by(|a, b| a.0.total_cmp(&b.0));
    let mut points = best.map(|(_, points)| points).unwrap_or_default();
    majorize(&mut points, &distances, LAST_ROUNDS);
    points
}

/// The distances of all pairs of nodes, row by row.
fn distances(graph: &Graph) -> Vec<f64> {
    let count = graph.count();
    let mut distances = vec![0.0; count * count];
    let mut search = Search::new(count);
    for (node, row) in distances.chunks_mut(count).enumerate() {
        graph.breadth_first(node, &mut search, |to, distance| {
            row[to] = f64::from(distance)
        });
    }
    distances
}

/// Moves points toward the ideal distances of their pairs; near pairs weigh more.
pub fn majorize(points: &mut [Vec2], distances: &[f64], rounds: usize) {
    for _ in 0..rounds {
        for index in 0..points.len() {
            points[index] = balanced(points, distances, index);
        }
    }
}

/// Where all other points together want one: each at its distance in the present direction.
fn balanced(points: &[Vec2], distances: &[f64], index: usize) -> Vec2 {
    let (mut sum, mut weights) = (Vec2::ZERO, 0.0);
    let row = &distances[index * points.len()..][..points.len()];
    for (other, (point, distance)) in points.iter().zip(row).enumerate() {
        if other != index {
            let offset = points[index] - *point;
            let weight = 1.0 / (distance * distance);
            sum += (*point + offset * (distance / descend::length(offset))) * weight;
            weights += weight;
        }
    }
    if weights > 0.0 {
        sum * (1.0 / weights)
    } else {
        points[index]
    }
}

fn stress(points: &[Vec2], distances: &[f64]) -> f64 {
    let mut sum = 0.0;
    for a in 0..points.len() {
        for b in 0..a {
            let error = (points[a] - points[b]).length() / distances[a * points.len() + b] - 1.0;
            sum += error * error;
        }
    }
    sum
}

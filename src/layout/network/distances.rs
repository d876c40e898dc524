//! Ideal distances between the boxes of a network, and the shape that follows from them.

use crate::geometry::Vec2;
use crate::layout::stress::majorize::majorize;
use std::f64::consts::TAU;

/// Rounds of majorisation for the shape.
const ROUNDS: usize = 80;

/// The ideal distances between `count` boxes, in units of one: two that share an edge are one apart
/// (less in one group), and so are members of a group; the others are as far as the shortest path
/// between them. Components are a little further apart.
pub fn ideal_distances(count: usize, edges: &[(usize, usize)], group: &[usize]) -> Vec<f64> {
    let mut distances = vec![f64::INFINITY; count * count];
    for a in 0..count {
        for b in (0..count).filter(|b| group[*b] == group[a]) {
            distances[a * count + b] = if a == b { 0.0 } else { 0.9 };
        }
    }
    for (from, to) in edges.iter().filter(|(from, to)| from != to) {
        let length = if group[*from] == group[*to] {
            0.75
        } else {
            1.3
        };
        distances[from * count + to] = length;
        distances[to * count + from] = length;
    }
    for via in 0..count {
        for a in 0..count {
            for b in 0..count {
                let detour = distances[a * count + via] + distances[via * count + b];
                let direct = &mut distances[a * count + b];
                *direct = direct.min(detour);
            }
        }
    }
    let finite = distances.iter().filter(|distance| distance.is_finite());
    let max_distance = finite.copied().fold(1.0, f64::max);
    for distance in &mut distances {
        if distance.is_infinite() {
            *distance = max_distance.min(2.0) + 0.5;
        }
    }
    distances
}

/// Points for distances, from a fixed start: the boxes in order around a circle.
pub fn shape(count: usize, distances: &[f64]) -> Vec<Vec2> {
    let angle = |index: usize| TAU * (index as f64 + 0.25) / count as f64;
    let mut points: Vec<_> = (0..count)
        .map(|index| Vec2::new(libm::cos(angle(index)), libm::sin(angle(index))))
        .collect();
    majorize(&mut points, distances, ROUNDS);
    points
}

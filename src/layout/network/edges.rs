//! The length that an edge requires, and how two edges disturb each other.

use super::board::Edge;
use crate::geometry::{Vec2, crosses};

/// More than the cost of splitting a group into two areas.
const CROSSING_COST: f64 = 160.0;

/// The length at which an edge's arrowhead is visible beside its label, px.
pub fn required_length(points: &[Vec2], edge: &Edge) -> f64 {
    let run = points[edge.ends.1] - points[edge.ends.0];
    let (x, y) = (
        edge.label.x / run.x.abs().max(0.001),
        edge.label.y / run.y.abs().max(0.001),
    );
    2.0 * x.min(y) * run.length() + 26.0
}

/// The cost of two edges that cross, or leave a shared end in nearly the same direction.
pub fn tangling(points: &[Vec2], edge: &Edge, other: &Edge) -> f64 {
    let ((a, b), (c, d)) = (edge.ends, other.ends);
    let (hub, left, right) = if a == c {
        (a, b, d)
    } else if a == d {
        (a, b, c)
    } else if b == c {
        (b, a, d)
    } else if b == d {
        (b, a, c)
    } else {
        return if crosses(points[a], points[b], points[c], points[d]) {
            CROSSING_COST
        } else {
            0.0
        };
    };
    let (first, second) = (points[left] - points[hub], points[right] - points[hub]);
    let cosine = first.dot(second) / (first.length() * second.length()).max(1e-9);
    // From about 20 degrees on, two edges can be distinguished.
    (cosine - 0.94).max(0.0) / 0.06 * 40.0
}

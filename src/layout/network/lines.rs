//! What a line needs, and how two disturb each other. Knows no groups, no story.

use super::board::Line;
use crate::geometry::{Vec2, crosses};

/// Dearer than what is lost when a group stands in two areas.
const CROSSING: f64 = 160.0;

/// The length that shows a line's arrowhead beside its label, px.
pub fn wanted(at: &[Vec2], line: &Line) -> f64 {
    let run = at[line.ends.1] - at[line.ends.0];
    let (x, y) = (
        line.label.x / run.x.abs().max(0.001),
        line.label.y / run.y.abs().max(0.001),
    );
    2.0 * x.min(y) * run.length() + 26.0
}

/// How two lines disturb each other: by crossing, or by leaving a shared end in nearly the same
/// direction.
pub fn entwined(at: &[Vec2], line: &Line, other: &Line) -> f64 {
    let ((a, b), (c, d)) = (line.ends, other.ends);
    let (hub, one, two) = if a == c {
        (a, b, d)
    } else if a == d {
        (a, b, c)
    } else if b == c {
        (b, a, d)
    } else if b == d {
        (b, a, c)
    } else {
        return if crosses(at[a], at[b], at[c], at[d]) {
            CROSSING
        } else {
            0.0
        };
    };
    let (first, second) = (at[one] - at[hub], at[two] - at[hub]);
    let cosine = first.dot(second) / (first.length() * second.length()).max(1e-9);
    // From about 20 degrees on, two lines can be told apart.
    (cosine - 0.94).max(0.0) / 0.06 * 40.0
}

//! Stress majorisation: points in the plane whose distances are those in the graph, as far as the
//! plane allows. Knows no boxes, no story.

use crate::geometry::Vec2;
use std::f64::consts::TAU;

/// The wanted distances between `count` things, in units of one: two that share a line are one
/// apart (less in one group), and so are members of a group; the others are as far as the shortest
/// way between them. Parts without a way stand off a little more.
pub fn distances(count: usize, lines: &[(usize, usize)], group: &[usize]) -> Vec<f64> {
    let mut apart = vec![f64::INFINITY; count * count];
    for one in 0..count {
        for other in (0..count).filter(|other| group[*other] == group[one]) {
            apart[one * count + other] = if one == other { 0.0 } else { 0.9 };
        }
    }
    for (from, to) in lines.iter().filter(|(from, to)| from != to) {
        let length = if group[*from] == group[*to] {
            0.75
        } else {
            1.3
        };
        apart[from * count + to] = length;
        apart[to * count + from] = length;
    }
    for via in 0..count {
        for one in 0..count {
            for other in 0..count {
                let detour = apart[one * count + via] + apart[via * count + other];
                let direct = &mut apart[one * count + other];
                *direct = direct.min(detour);
            }
        }
    }
    let farthest = apart
        .iter()
        .copied()
        .filter(|distance| distance.is_finite())
        .fold(1.0, f64::max);
    for distance in apart.iter_mut().filter(|distance| distance.is_infinite()) {
        *distance = farthest.min(2.0) + 0.5;
    }
    apart
}

/// Points for distances, from a fixed start: the order of the things around a circle.
pub fn majorise(count: usize, apart: &[f64], rounds: usize) -> Vec<Vec2> {
    let angle = |index: usize| TAU * (index as f64 + 0.25) / count as f64;
    let mut at: Vec<_> = (0..count)
        .map(|index| Vec2::new(libm::cos(angle(index)), libm::sin(angle(index))))
        .collect();
    for _ in 0..rounds {
        for one in 0..count {
            at[one] = pulled(&at, apart, one);
        }
    }
    at
}

/// Where all others together want a thing: each at its distance in the direction it has now, near
/// ones weighing more.
fn pulled(at: &[Vec2], apart: &[f64], one: usize) -> Vec2 {
    let (mut sum, mut weights) = (Vec2::default(), 0.0);
    for other in (0..at.len()).filter(|other| *other != one) {
        let wanted = apart[one * at.len() + other];
        let away = at[one] - at[other];
        let weight = 1.0 / (wanted * wanted);
        let spot = at[other] + away * (wanted / away.length().max(1e-9));
        sum += spot * weight;
        weights += weight;
    }
    if weights > 0.0 {
        sum * (1.0 / weights)
    } else {
        at[one]
    }
}

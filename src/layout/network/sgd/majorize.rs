//! Majorisation: each node in turn goes where all others together want it. Knows one small
//! connected graph.

use super::descend;
use super::graph::{Graph, Room};

/// Rounds for each start that is tried; the best is settled further.
const ROUNDS: usize = 10;
const LAST: usize = 40;

/// How many starts are tried: the larger the graph, the fewer, and the less they differ.
fn starts(count: usize) -> u64 {
    (12_000 / (count * count)).clamp(2, 8) as u64
}

/// The places of least stress from several starts.
pub fn best(graph: &Graph) -> Vec<(f64, f64)> {
    let far = distances(graph);
    let tries = (1..=starts(graph.count())).map(|seed| {
        let mut at = descend::down(graph, seed, 15);
        (0..ROUNDS).for_each(|_| settle(&mut at, &far));
        (stress(&at, &far), at)
    });
    let best = tries.min_by(|one, other| one.0.total_cmp(&other.0));
    let mut at = best.map(|(_, at)| at).unwrap_or_default();
    (0..LAST).for_each(|_| settle(&mut at, &far));
    at
}

fn distances(graph: &Graph) -> Vec<f64> {
    let count = graph.count();
    let mut far = vec![0.0; count * count];
    let mut room = Room::new(count);
    for one in 0..count {
        graph.from(one, &mut room, |other, distance| {
            far[one * count + other] = f64::from(distance)
        });
    }
    far
}

fn settle(at: &mut [(f64, f64)], far: &[f64]) {
    for one in 0..at.len() {
        let here = at[one];
        let (mut x, mut y, mut weights) = (0.0, 0.0, 0.0);
        for (other, wanted) in far[one * at.len()..(one + 1) * at.len()]
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != one)
        {
            let there = at[other];
            let (across, down) = (here.0 - there.0, here.1 - there.1);
            let stretch = wanted / descend::length(across, down);
            let weight = 1.0 / (wanted * wanted);
            x += weight * (there.0 + across * stretch);
            y += weight * (there.1 + down * stretch);
            weights += weight;
        }
        at[one] = (x / weights, y / weights);
    }
}

fn stress(at: &[(f64, f64)], far: &[f64]) -> f64 {
    let mut sum = 0.0;
    for one in 0..at.len() {
        for other in 0..one {
            let (across, down) = (at[one].0 - at[other].0, at[one].1 - at[other].1);
            let off = (across * across + down * down).sqrt() / far[one * at.len() + other] - 1.0;
            sum += off * off;
        }
    }
    sum
}

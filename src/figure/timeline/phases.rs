//! Where each phase begins on the line.

use super::entries::Entry;
use super::places::Place;

/// Midway between the last event before a phase and its first one, as far as they are apart. Phases
/// of nothing but undated events share the room between their neighbours; a phase without events
/// takes no room.
pub fn edges(facts: &[Entry], places: &[Place], phases: usize) -> Vec<f64> {
    let has_events = |phase: &usize| facts.iter().any(|fact| fact.phase == *phase);
    let told: Vec<usize> = (0..phases).filter(has_events).collect();
    let mut edges = vec![1.0; phases];
    for (phase, edge) in told.iter().zip(starts(facts, places, &told)) {
        edges[*phase] = edge;
    }
    for phase in (0..phases.saturating_sub(1))
        .rev()
        .filter(|phase| !told.contains(phase))
    {
        edges[phase] = edges[phase + 1];
    }
    if let Some(first) = edges.first_mut() {
        *first = 0.0;
    }
    edges
}

fn starts(facts: &[Entry], places: &[Place], told: &[usize]) -> Vec<f64> {
    let ends: Vec<Option<(f64, f64)>> = told
        .iter()
        .map(|phase| ends(facts, places, *phase))
        .collect();
    let mut starts = vec![0.0; told.len()];
    let (mut at, mut last) = (
        1,
        ends.first().copied().flatten().map_or(0.0, |ends| ends.1),
    );
    while at < told.len() {
        // The first phase from here on with an event that has a place of its own; all before it lie
        // between.
        let next = (at..told.len())
            .find(|at| ends[*at].is_some())
            .unwrap_or(told.len() - 1);
        let first = ends[next].map_or(1.0, |ends| ends.0);
        for phase in at..=next {
            let share = (phase - at + 1) as f64 / (next - at + 2) as f64;
            let edge = if first > last {
                last + share * (first - last)
            } else {
                first
            };
            starts[phase] = edge.max(starts[phase - 1]);
        }
        last = ends[next].map_or(last, |ends| ends.1.max(last));
        at = next + 1;
    }
    starts
}

/// The first and the last of a phase's events that have a place of their own.
fn ends(facts: &[Entry], places: &[Place], phase: usize) -> Option<(f64, f64)> {
    let of = facts
        .iter()
        .zip(places)
        .filter(|(fact, place)| fact.phase == phase && !place.floats());
    of.map(|(_, place)| (place.anchor(), place.anchor()))
        .reduce(|(from, to), (a, b)| (a.min(from), b.max(to)))
}

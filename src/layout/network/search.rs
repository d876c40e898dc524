//! The search for a readable network: from the stress layout by many small moves, then free of
//! overlaps for certain.

use super::board::{Arrangement, Board, Edge};
use super::cost::{Change, Evaluator, OVERLAP_COST, Sketch};
use super::distances::{ideal_distances, shape};
use super::overlaps::remove_overlaps;
use crate::geometry::Vec2;
use crate::layout::rng::Rng;
use std::f64::consts::PI;

/// How many starts a search tries, how many of them it keeps, and how often it restarts from these.
const STARTS: usize = 16;
const BEST_KEPT: usize = 2;
const RESTARTS: usize = 8;

/// The search is repeated up to this often, while edges cross.
const MAX_SEARCHES: usize = 8;

/// The boxes grow to their sizes by these shares.
const SIZES: [f64; 4] = [0.4, 0.6, 0.8, 1.0];

/// No picture of at most this cost is improved any further: nothing crosses, and all labels fit.
const GOOD_COST: f64 = 8.0;

/// Factor for the sides of a board with space for everything.
const SPACIOUS_SCALE: f64 = 4.0;

/// Added for each edge that crosses another or an actor, in the choice between pictures.
const CONFLICT_COST: f64 = 400.0;

/// Of each label that does not fit.
const UNLABELLED_COST: f64 = 20.0;

/// Arranges all boxes of a board: no two overlap, areas are apart, and all fit the width. `steps`
/// is the number of moves tried in all; `unlabelled` counts the labels that do not fit, in the last
/// few pictures.
pub fn arrange(
    board: &Board,
    steps: usize,
    unlabelled: impl Fn(&Arrangement) -> usize,
) -> Arrangement {
    if board.count() == 0 {
        return Arrangement {
            points: Vec::new(),
            area: Vec::new(),
        };
    }
    let boards = SIZES.map(|share| shrunk(board, share));
    let evaluators = boards.each_ref().map(Evaluator::new);
    let evaluator = &evaluators[SIZES.len() - 1];
    let mut tries = Vec::new();
    for round in 0..MAX_SEARCHES {
        tries = search(&evaluators, tries, round, steps);
        if tries[0].0 <= GOOD_COST || evaluator.conflicts(&tries[0].1) == 0 {
            break;
        }
    }
    let finished = tries.into_iter().map(|(_, arrangement)| {
        let mut sketch = evaluator.sketch(arrangement);
        polish(evaluator, &mut sketch, &mut Rng(7), steps / 10 / BEST_KEPT);
        let conflicts = CONFLICT_COST * evaluator.conflicts(&sketch.arrangement) as f64;
        (
            evaluator.cost(&sketch)
                + conflicts
                + UNLABELLED_COST * unlabelled(&sketch.arrangement) as f64,
            sketch.arrangement,
        )
    });
    let best = finished.min_by(|a, b| a.0.total_cmp(&b.0));
    best.map_or_else(|| start(board, 0, 0), |(_, arrangement)| arrangement)
}

/// The best of earlier results and of a new search, the best first.
fn search(
    evaluators: &[Evaluator],
    before: Vec<(f64, Arrangement)>,
    round: usize,
    steps: usize,
) -> Vec<(f64, Arrangement)> {
    let board = evaluators[evaluators.len() - 1].board;
    let starts = (0..STARTS).map(|start_number| round * STARTS + start_number);
    let start = |start_number: usize| start(board, start_number, steps / 5 / STARTS);
    let mut tries: Vec<_> = starts
        .map(|start_number| {
            annealed(
                evaluators,
                start(start_number),
                start_number,
                steps * 3 / 10 / STARTS,
                150.0,
            )
        })
        .chain(before)
        .collect();
    tries.sort_by(|a, b| a.0.total_cmp(&b.0));
    tries.truncate(BEST_KEPT);
    for restart in 0..RESTARTS {
        let kept = &mut tries[restart % BEST_KEPT];
        if kept.0 > GOOD_COST {
            let seed = MAX_SEARCHES * STARTS + round * RESTARTS + restart;
            let new = annealed(
                &evaluators[SIZES.len() - 1..],
                kept.1.clone(),
                seed,
                steps * 2 / 5 / RESTARTS,
                120.0,
            );
            if new.0 < kept.0 {
                *kept = new;
            }
        }
    }
    tries.sort_by(|a, b| a.0.total_cmp(&b.0));
    tries
}

/// An arrangement in which little crosses, rotated and stretched to fill the frame, which adds no
/// crossing: with each group in one area, or in every other start with each box in its own.
fn start(board: &Board, start_number: usize, steps: usize) -> Arrangement {
    let by_group = start_number.is_multiple_of(2) || !board.is_grouped();
    let alone: Vec<_> = (0..board.count()).collect();
    let first = |node: usize| {
        board
            .groups
            .iter()
            .position(|group| *group == board.groups[node])
            .unwrap_or(node)
    };
    let area: Vec<_> = if by_group {
        alone.iter().map(|node| first(*node)).collect()
    } else {
        alone
    };
    Arrangement {
        points: fitted(
            board,
            &untangled(board, &area, start_number, steps),
            PI * (start_number / 2) as f64 / 4.0,
        ),
        area,
    }
}

/// Points on a board with space for everything, so that boxes do not block each other.
fn untangled(board: &Board, groups: &[usize], start_number: usize, steps: usize) -> Vec<Vec2> {
    let count = board.count();
    let edges: Vec<_> = board.edges.iter().map(|edge| edge.ends).collect();
    let distances = ideal_distances(count, &edges, groups);
    let shape = shape(count, &distances);
    let side = SPACIOUS_SCALE * libm::sqrt(board.width * board.height);
    let unit = 0.8 * side / libm::sqrt(count as f64);
    let spacious = Board {
        width: side,
        height: side,
        footprints: board.footprints.clone(),
        plates: board.plates.clone(),
        groups: vec![0; count],
        titles: vec![Vec2::default()],
        edges: edges
            .into_iter()
            .map(|ends| Edge {
                ends,
                label: Vec2::default(),
            })
            .collect(),
        ideal_distances: distances.iter().map(|distance| distance * unit).collect(),
    };
    let points = fitted(&spacious, &shape, PI * (start_number / 2) as f64 / 4.0);
    let evaluator = Evaluator::new(&spacious);
    let mut sketch = evaluator.sketch(Arrangement {
        points,
        area: (0..count).collect(),
    });
    anneal(
        &evaluator,
        &mut sketch,
        &mut Rng(start_number as u64 + 101),
        steps,
        300.0,
        SPACIOUS_SCALE,
    );
    sketch.arrangement.points
}

/// Anneals an arrangement and removes its overlaps; returns it with its cost. The boxes grow from
/// board to board, to full size on the last, so that they can move while there is space.
fn annealed(
    evaluators: &[Evaluator],
    arrangement: Arrangement,
    seed: usize,
    steps: usize,
    heat: f64,
) -> (f64, Arrangement) {
    let (mut arrangement, mut rng) = (arrangement, Rng(seed as u64 + 1));
    for evaluator in evaluators {
        let mut sketch = evaluator.sketch(arrangement);
        anneal(
            evaluator,
            &mut sketch,
            &mut rng,
            steps / evaluators.len(),
            heat,
            1.0,
        );
        arrangement = sketch.arrangement;
    }
    let whole = &evaluators[evaluators.len() - 1];
    remove_overlaps(whole.board, &mut arrangement);
    let sketch = whole.sketch(arrangement);
    (
        whole.cost(&sketch) + CONFLICT_COST * whole.conflicts(&sketch.arrangement) as f64,
        sketch.arrangement,
    )
}

/// The same board with all boxes at a share of their sizes.
fn shrunk(board: &Board, share: f64) -> Board {
    let all = |sizes: &[Vec2]| sizes.iter().map(|size| *size * share).collect();
    let edge = |edge: &Edge| Edge {
        ends: edge.ends,
        label: edge.label * share,
    };
    Board {
        width: board.width,
        height: board.height,
        footprints: all(&board.footprints),
        plates: all(&board.plates),
        groups: board.groups.clone(),
        titles: all(&board.titles),
        edges: board.edges.iter().map(edge).collect(),
        ideal_distances: board.ideal_distances.clone(),
    }
}

/// The stress layout, rotated and stretched to fill the frame.
fn fitted(board: &Board, shape: &[Vec2], angle: f64) -> Vec<Vec2> {
    let (cos, sin) = (libm::cos(angle), libm::sin(angle));
    let turned: Vec<_> = shape
        .iter()
        .map(|point| Vec2::new(point.x * cos - point.y * sin, point.x * sin + point.y * cos))
        .collect();
    let fit = |value: fn(&Vec2) -> f64, size: f64| {
        let low = turned.iter().map(value).fold(f64::INFINITY, f64::min);
        let high = turned.iter().map(value).fold(f64::NEG_INFINITY, f64::max);
        move |value: f64| size * (0.15 + 0.7 * (value - low) / (high - low).max(0.01))
    };
    let (x, y) = (
        fit(|point| point.x, board.width),
        fit(|point| point.y, board.height),
    );
    turned
        .iter()
        .enumerate()
        .map(|(node, point)| inside(board, node, Vec2::new(x(point.x), y(point.y))))
        .collect()
}

/// The terms on which a change is accepted.
struct Acceptance {
    /// The cost of a px of overlap.
    overlap_cost: f64,
    /// The change may add less than this to the cost.
    limit: f64,
    /// Whether labels count.
    with_labels: bool,
    /// Whether it may leave no overlap at all.
    strict: bool,
}

/// Simulated annealing: moves that add up to `heat` to the cost are accepted, then less and less,
/// so that the search leaves local minima. Overlaps cost little at first, so that boxes can pass
/// each other. Labels count in the second half.
fn anneal(
    evaluator: &Evaluator,
    sketch: &mut Sketch,
    rng: &mut Rng,
    steps: usize,
    heat: f64,
    scale: f64,
) {
    for step in 0..steps {
        let remaining = 1.0 - step as f64 / steps as f64;
        let limit = heat * remaining * remaining * rng.share();
        let acceptance = Acceptance {
            overlap_cost: OVERLAP_COST * (1.0 - 0.9 * remaining),
            limit,
            with_labels: scale == 1.0 && remaining < 0.5,
            strict: false,
        };
        attempt(
            evaluator,
            sketch,
            changed(
                evaluator.board,
                sketch,
                rng,
                scale * (10.0 + 140.0 * remaining),
            ),
            &acceptance,
        );
    }
}

fn attempt(
    evaluator: &Evaluator,
    sketch: &mut Sketch,
    mut change: Change,
    acceptance: &Acceptance,
) {
    let affected = evaluator.affected(sketch, &change);
    let labels = |sketch: &Sketch| {
        if acceptance.with_labels {
            evaluator.label_cost(sketch, &affected)
        } else {
            0.0
        }
    };
    let limit = evaluator.shape_cost(sketch, &affected, acceptance.overlap_cost, f64::INFINITY)
        + labels(sketch)
        + acceptance.limit;
    evaluator.exchange(sketch, &mut change, &affected);
    let refused = acceptance.strict && !evaluator.has_no_overlap(sketch, &affected) || {
        let shape = evaluator.shape_cost(sketch, &affected, acceptance.overlap_cost, limit);
        shape >= limit || shape + labels(sketch) >= limit
    };
    if refused {
        evaluator.exchange(sketch, &mut change, &affected);
    }
}

/// Accepts only moves that keep all boxes apart and improve the picture.
fn polish(evaluator: &Evaluator, sketch: &mut Sketch, rng: &mut Rng, steps: usize) {
    let acceptance = Acceptance {
        overlap_cost: OVERLAP_COST,
        limit: 0.0,
        with_labels: true,
        strict: true,
    };
    for step in 0..steps {
        let remaining = 1.0 - step as f64 / steps as f64;
        attempt(
            evaluator,
            sketch,
            changed(evaluator.board, sketch, rng, 3.0 + 80.0 * remaining),
            &acceptance,
        );
    }
}

/// A random change: moves a box or an area by up to `span` px, exchanges two boxes or areas, splits
/// or joins areas.
fn changed(board: &Board, sketch: &Sketch, rng: &mut Rng, span: f64) -> Change {
    let arrangement = &sketch.arrangement;
    let (node, other) = (
        rng.below(arrangement.points.len()),
        rng.below(arrangement.points.len()),
    );
    let by = Vec2::new(rng.spread(span), rng.spread(span));
    let (mine, theirs) = (arrangement.area[node], arrangement.area[other]);
    let mut change = match rng.below(20) {
        0 => swapped(board, arrangement, node, other),
        1 if mine == theirs => swapped(board, arrangement, node, other),
        1 => exchanged(sketch, mine, theirs),
        2 => mirrored(sketch, mine, true),
        3 => mirrored(sketch, mine, false),
        4..=7 => shifted(arrangement, mine, by),
        8..=9 if board.is_grouped() => {
            vec![(
                node,
                arrangement.points[node] + by,
                arrangement.unused().unwrap_or(mine),
            )]
        }
        10 if board.groups[node] == board.groups[other] => {
            vec![(node, arrangement.points[other] + by, theirs)]
        }
        11 if board.groups[node] == board.groups[other] => joined(arrangement, mine, theirs),
        12 => shifted_from(sketch, mine, by.y),
        _ => vec![(node, arrangement.points[node] + by, mine)],
    };
    change
        .iter_mut()
        .for_each(|(node, point, _)| *point = inside(board, *node, *point));
    change
}

/// The nearest point at which a box is in the frame.
fn inside(board: &Board, node: usize, point: Vec2) -> Vec2 {
    let half = board.footprints[node];
    let right = (board.width - half.x - 4.0).max(half.x + 4.0);
    Vec2::new(point.x.clamp(half.x + 4.0, right), point.y.max(half.y))
}

/// Two boxes in each other's place; they keep their areas unless these are of one group.
fn swapped(board: &Board, arrangement: &Arrangement, node: usize, other: usize) -> Change {
    let (mut mine, mut theirs) = (arrangement.area[node], arrangement.area[other]);
    if board.groups[node] == board.groups[other] {
        std::mem::swap(&mut mine, &mut theirs);
    }
    if node == other {
        Vec::new()
    } else {
        vec![
            (node, arrangement.points[other], mine),
            (other, arrangement.points[node], theirs),
        ]
    }
}

fn shifted(arrangement: &Arrangement, area: usize, by: Vec2) -> Change {
    arrangement
        .members(area)
        .into_iter()
        .map(|member| (member, arrangement.points[member] + by, area))
        .collect()
}

/// Moves this area and all below it down or up, which makes or takes space.
fn shifted_from(sketch: &Sketch, area: usize, by: f64) -> Change {
    let top = |area: usize| sketch.hulls[area].map_or(0.0, |hull| hull.top_left().y);
    let Arrangement {
        points,
        area: areas,
    } = &sketch.arrangement;
    let lower = (0..points.len()).filter(|node| top(areas[*node]) >= top(area));
    lower
        .map(|node| (node, points[node] + Vec2::new(0.0, by), areas[node]))
        .collect()
}

fn joined(arrangement: &Arrangement, area: usize, with: usize) -> Change {
    arrangement
        .members(area)
        .into_iter()
        .map(|member| (member, arrangement.points[member], with))
        .collect()
}

fn exchanged(sketch: &Sketch, area: usize, other: usize) -> Change {
    let (Some(mine), Some(theirs)) = (sketch.hulls[area], sketch.hulls[other]) else {
        return Vec::new();
    };
    let by = theirs.centre - mine.centre;
    let mut change = shifted(&sketch.arrangement, area, by);
    change.extend(shifted(&sketch.arrangement, other, by * -1.0));
    change
}

fn mirrored(sketch: &Sketch, area: usize, sideways: bool) -> Change {
    let Some(hull) = sketch.hulls[area] else {
        return Vec::new();
    };
    let mirror = |member: usize| {
        let offset = (hull.centre - sketch.arrangement.points[member]) * 2.0;
        let by = if sideways {
            Vec2::new(offset.x, 0.0)
        } else {
            Vec2::new(0.0, offset.y)
        };
        (member, sketch.arrangement.points[member] + by, area)
    };
    sketch
        .arrangement
        .members(area)
        .into_iter()
        .map(mirror)
        .collect()
}

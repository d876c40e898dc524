//! The search for a readable network: from the stress layout by many small moves, then free of
//! overlaps for certain. Knows no story.

use super::board::{Board, Draft, Line};
use super::cost::{Change, FIRM, Judge, Sketch};
use super::distances::{ideal_distances, shape};
use super::overlaps::free;
use crate::geometry::Vec2;
use crate::layout::rng::Rng;
use std::f64::consts::PI;

/// How many starts are tried, how many of them are kept, and how often these are shaken up again.
const STARTS: usize = 16;
const KEPT: usize = 2;
const ROUNDS: usize = 8;

/// How often all this is done anew while lines cross.
const LAPS: usize = 8;

/// At which shares of their sizes boxes find their places.
const SIZES: [f64; 4] = [0.4, 0.6, 0.8, 1.0];

/// A picture this good is not improved any further: nothing crosses, and all labels have room.
const GOOD: f64 = 8.0;

/// How much longer the sides of a board with room for everything are.
const SPACIOUS: f64 = 4.0;

/// What a line that crosses another or an actor costs once more in the choice between pictures.
const KNOT: f64 = 400.0;

/// What a label without room costs.
const UNLABELLED: f64 = 20.0;

/// Places for all boxes of a board: no two overlap, areas are apart, and all lie in the width.
/// `steps`: moves tried in all. `unlabelled`: how many labels find no room in a picture, which is
/// asked only of the last few.
pub fn place(board: &Board, steps: usize, unlabelled: impl Fn(&Draft) -> usize) -> Draft {
    if board.count() == 0 {
        return Draft {
            at: Vec::new(),
            area: Vec::new(),
        };
    }
    let boards = SIZES.map(|share| shrunk(board, share));
    let judges = boards.each_ref().map(Judge::new);
    let judge = &judges[SIZES.len() - 1];
    let mut tries = Vec::new();
    for lap in 0..LAPS {
        tries = searched(&judges, tries, lap, steps);
        if tries[0].0 <= GOOD || judge.knots(&tries[0].1) == 0 {
            break;
        }
    }
    let finished = tries.into_iter().map(|(_, draft)| {
        let mut sketch = judge.sketch(draft);
        polish(judge, &mut sketch, &mut Rng(7), steps / 10 / KEPT);
        let knots = KNOT * judge.knots(&sketch.draft) as f64;
        (
            judge.cost(&sketch) + knots + UNLABELLED * unlabelled(&sketch.draft) as f64,
            sketch.draft,
        )
    });
    let best = finished.min_by(|one, other| one.0.total_cmp(&other.0));
    best.map_or_else(|| start(board, 0, 0), |(_, draft)| draft)
}

/// The best of what was found before and of a new search, the best first.
fn searched(
    judges: &[Judge],
    before: Vec<(f64, Draft)>,
    lap: usize,
    steps: usize,
) -> Vec<(f64, Draft)> {
    let board = judges[judges.len() - 1].board;
    let turns = (0..STARTS).map(|turn| lap * STARTS + turn);
    let start = |turn: usize| start(board, turn, steps / 5 / STARTS);
    let mut tries: Vec<_> = turns
        .map(|turn| shaken(judges, start(turn), turn, steps * 3 / 10 / STARTS, 150.0))
        .chain(before)
        .collect();
    tries.sort_by(|one, other| one.0.total_cmp(&other.0));
    tries.truncate(KEPT);
    for round in 0..ROUNDS {
        let kept = &mut tries[round % KEPT];
        if kept.0 > GOOD {
            let seed = LAPS * STARTS + lap * ROUNDS + round;
            let new = shaken(
                &judges[SIZES.len() - 1..],
                kept.1.clone(),
                seed,
                steps * 2 / 5 / ROUNDS,
                120.0,
            );
            if new.0 < kept.0 {
                *kept = new;
            }
        }
    }
    tries.sort_by(|one, other| one.0.total_cmp(&other.0));
    tries
}

/// A layout in which little crosses, turned and stretched to fill the frame, which adds no
/// crossing: with each group in one area, and at every other turn with each box in one of its own.
fn start(board: &Board, turn: usize, steps: usize) -> Draft {
    let together = turn.is_multiple_of(2) || !board.is_grouped();
    let alone: Vec<_> = (0..board.count()).collect();
    let first = |one: usize| {
        board
            .group
            .iter()
            .position(|group| *group == board.group[one])
            .unwrap_or(one)
    };
    let area: Vec<_> = if together {
        alone.iter().map(|one| first(*one)).collect()
    } else {
        alone
    };
    Draft {
        at: fitted(
            board,
            &untangled(board, &area, turn, steps),
            PI * (turn / 2) as f64 / 4.0,
        ),
        area,
    }
}

/// Places on a board with room for everything, so that boxes are not in each other's way.
fn untangled(board: &Board, group: &[usize], turn: usize, steps: usize) -> Vec<Vec2> {
    let count = board.count();
    let lines: Vec<_> = board.lines.iter().map(|line| line.ends).collect();
    let apart = ideal_distances(count, &lines, group);
    let shape = shape(count, &apart);
    let side = SPACIOUS * libm::sqrt(board.width * board.height);
    let unit = 0.8 * side / libm::sqrt(count as f64);
    let spacious = Board {
        width: side,
        height: side,
        reach: board.reach.clone(),
        plate: board.plate.clone(),
        group: vec![0; count],
        titles: vec![Vec2::default()],
        lines: lines
            .into_iter()
            .map(|ends| Line {
                ends,
                label: Vec2::default(),
            })
            .collect(),
        apart: apart.iter().map(|distance| distance * unit).collect(),
    };
    let at = fitted(&spacious, &shape, PI * (turn / 2) as f64 / 4.0);
    let judge = Judge::new(&spacious);
    let mut sketch = judge.sketch(Draft {
        at,
        area: (0..count).collect(),
    });
    anneal(
        &judge,
        &mut sketch,
        &mut Rng(turn as u64 + 101),
        steps,
        300.0,
        SPACIOUS,
    );
    sketch.draft.at
}

/// What a search from here finds, free of overlaps, and its cost: on boards whose boxes grow to
/// their sizes, the last of them whole, so that they find their places while there is room.
fn shaken(judges: &[Judge], draft: Draft, seed: usize, steps: usize, heat: f64) -> (f64, Draft) {
    let (mut draft, mut rng) = (draft, Rng(seed as u64 + 1));
    for judge in judges {
        let mut sketch = judge.sketch(draft);
        anneal(
            judge,
            &mut sketch,
            &mut rng,
            steps / judges.len(),
            heat,
            1.0,
        );
        draft = sketch.draft;
    }
    let whole = &judges[judges.len() - 1];
    free(whole.board, &mut draft);
    let sketch = whole.sketch(draft);
    (
        whole.cost(&sketch) + KNOT * whole.knots(&sketch.draft) as f64,
        sketch.draft,
    )
}

/// The same board with all boxes at a share of their sizes.
fn shrunk(board: &Board, share: f64) -> Board {
    let all = |sizes: &[Vec2]| sizes.iter().map(|size| *size * share).collect();
    let line = |line: &Line| Line {
        ends: line.ends,
        label: line.label * share,
    };
    Board {
        width: board.width,
        height: board.height,
        reach: all(&board.reach),
        plate: all(&board.plate),
        group: board.group.clone(),
        titles: all(&board.titles),
        lines: board.lines.iter().map(line).collect(),
        apart: board.apart.clone(),
    }
}

/// The stress layout, turned and stretched to fill the frame.
fn fitted(board: &Board, shape: &[Vec2], angle: f64) -> Vec<Vec2> {
    let (cos, sin) = (libm::cos(angle), libm::sin(angle));
    let turned: Vec<_> = shape
        .iter()
        .map(|at| Vec2::new(at.x * cos - at.y * sin, at.x * sin + at.y * cos))
        .collect();
    let fit = |value: fn(&Vec2) -> f64, size: f64| {
        let low = turned.iter().map(value).fold(f64::INFINITY, f64::min);
        let high = turned.iter().map(value).fold(f64::NEG_INFINITY, f64::max);
        move |at: f64| size * (0.15 + 0.7 * (at - low) / (high - low).max(0.01))
    };
    let (x, y) = (fit(|at| at.x, board.width), fit(|at| at.y, board.height));
    turned
        .iter()
        .enumerate()
        .map(|(one, at)| inside(board, one, Vec2::new(x(at.x), y(at.y))))
        .collect()
}

/// What a change must be like to be made.
struct Terms {
    /// The price of a px of overlap.
    firm: f64,
    /// It may cost less than this.
    limit: f64,
    /// Whether words count.
    worded: bool,
    /// Whether it may leave no overlap at all.
    strict: bool,
}

/// Simulated annealing: moves that make the picture worse are let pass, by up to `heat` and then
/// less and less, so that the search leaves dead ends; overlaps cost little at first, so that boxes
/// can pass each other. Words are minded once the rest has settled.
fn anneal(judge: &Judge, sketch: &mut Sketch, rng: &mut Rng, steps: usize, heat: f64, scale: f64) {
    for step in 0..steps {
        let left = 1.0 - step as f64 / steps as f64;
        let limit = heat * left * left * rng.share();
        let terms = Terms {
            firm: FIRM * (1.0 - 0.9 * left),
            limit,
            worded: scale == 1.0 && left < 0.5,
            strict: false,
        };
        attempt(
            judge,
            sketch,
            changed(judge.board, sketch, rng, scale * (10.0 + 140.0 * left)),
            &terms,
        );
    }
}

fn attempt(judge: &Judge, sketch: &mut Sketch, mut change: Change, terms: &Terms) {
    let touch = judge.touch(sketch, &change);
    let words = |sketch: &Sketch| {
        if terms.worded {
            judge.words(sketch, &touch)
        } else {
            0.0
        }
    };
    let most = judge.shape(sketch, &touch, terms.firm, f64::INFINITY) + words(sketch) + terms.limit;
    judge.exchange(sketch, &mut change, &touch);
    let refused = terms.strict && !judge.is_free(sketch, &touch) || {
        let shape = judge.shape(sketch, &touch, terms.firm, most);
        shape >= most || shape + words(sketch) >= most
    };
    if refused {
        judge.exchange(sketch, &mut change, &touch);
    }
}

/// Only moves that keep all boxes apart and make the picture better.
fn polish(judge: &Judge, sketch: &mut Sketch, rng: &mut Rng, steps: usize) {
    let terms = Terms {
        firm: FIRM,
        limit: 0.0,
        worded: true,
        strict: true,
    };
    for step in 0..steps {
        let left = 1.0 - step as f64 / steps as f64;
        attempt(
            judge,
            sketch,
            changed(judge.board, sketch, rng, 3.0 + 80.0 * left),
            &terms,
        );
    }
}

/// One thing changed: a box or an area moved by up to `span` px, two boxes or areas exchanged, an
/// area divided or joined.
fn changed(board: &Board, sketch: &Sketch, rng: &mut Rng, span: f64) -> Change {
    let draft = &sketch.draft;
    let (one, other) = (rng.below(draft.at.len()), rng.below(draft.at.len()));
    let by = Vec2::new(rng.spread(span), rng.spread(span));
    let (mine, theirs) = (draft.area[one], draft.area[other]);
    let mut change = match rng.below(20) {
        0 => swapped(board, draft, one, other),
        1 if mine == theirs => swapped(board, draft, one, other),
        1 => exchanged(sketch, mine, theirs),
        2 => mirrored(sketch, mine, true),
        3 => mirrored(sketch, mine, false),
        4..=7 => shifted(draft, mine, by),
        8..=9 if board.is_grouped() => {
            vec![(one, draft.at[one] + by, draft.unused().unwrap_or(mine))]
        }
        10 if board.group[one] == board.group[other] => {
            vec![(one, draft.at[other] + by, theirs)]
        }
        11 if board.group[one] == board.group[other] => joined(draft, mine, theirs),
        12 => parted(sketch, mine, by.y),
        _ => vec![(one, draft.at[one] + by, mine)],
    };
    change
        .iter_mut()
        .for_each(|(one, spot, _)| *spot = inside(board, *one, *spot));
    change
}

/// The nearest place at which a box is in the frame.
fn inside(board: &Board, one: usize, spot: Vec2) -> Vec2 {
    let reach = board.reach[one];
    let widest = (board.width - reach.x - 4.0).max(reach.x + 4.0);
    Vec2::new(spot.x.clamp(reach.x + 4.0, widest), spot.y.max(reach.y))
}

/// Two boxes in each other's place; they keep their areas unless these are of one group.
fn swapped(board: &Board, draft: &Draft, one: usize, other: usize) -> Change {
    let (mut mine, mut theirs) = (draft.area[one], draft.area[other]);
    if board.group[one] == board.group[other] {
        std::mem::swap(&mut mine, &mut theirs);
    }
    if one == other {
        Vec::new()
    } else {
        vec![(one, draft.at[other], mine), (other, draft.at[one], theirs)]
    }
}

fn shifted(draft: &Draft, area: usize, by: Vec2) -> Change {
    draft
        .members(area)
        .into_iter()
        .map(|member| (member, draft.at[member] + by, area))
        .collect()
}

/// All areas from this one on downwards moved down or up, which makes room or takes it.
fn parted(sketch: &Sketch, area: usize, by: f64) -> Change {
    let top = |area: usize| sketch.hulls[area].map_or(0.0, |hull| hull.top_left().y);
    let Draft { at, area: areas } = &sketch.draft;
    let lower = (0..at.len()).filter(|one| top(areas[*one]) >= top(area));
    lower
        .map(|one| (one, at[one] + Vec2::new(0.0, by), areas[one]))
        .collect()
}

fn joined(draft: &Draft, area: usize, with: usize) -> Change {
    draft
        .members(area)
        .into_iter()
        .map(|member| (member, draft.at[member], with))
        .collect()
}

fn exchanged(sketch: &Sketch, area: usize, other: usize) -> Change {
    let (Some(mine), Some(theirs)) = (sketch.hulls[area], sketch.hulls[other]) else {
        return Vec::new();
    };
    let by = theirs.centre - mine.centre;
    let mut change = shifted(&sketch.draft, area, by);
    change.extend(shifted(&sketch.draft, other, by * -1.0));
    change
}

fn mirrored(sketch: &Sketch, area: usize, sideways: bool) -> Change {
    let Some(hull) = sketch.hulls[area] else {
        return Vec::new();
    };
    let mirror = |member: usize| {
        let off = (hull.centre - sketch.draft.at[member]) * 2.0;
        let by = if sideways {
            Vec2::new(off.x, 0.0)
        } else {
            Vec2::new(0.0, off.y)
        };
        (member, sketch.draft.at[member] + by, area)
    };
    sketch.draft.members(area).into_iter().map(mirror).collect()
}

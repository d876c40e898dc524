//! The search for a readable network: from the stress layout by many small moves, then free of overlaps for certain.
//! Knows no story.

use super::board::{Board, FIRM, GAP};
use super::plane::{Area, Spot};
use super::stress;
use std::f64::consts::PI;

/// How many starts are tried, how many of them are kept, and how often these are shaken up again.
const STARTS: usize = 16;
const KEPT: usize = 3;
const ROUNDS: usize = 24;

/// A picture this good is not improved any further: nothing crosses, and all labels have room.
const GOOD: f64 = 8.0;

/// What a label without room costs.
const UNLABELLED: f64 = 20.0;

/// Places for all boxes of a board: no two overlap, hulls are apart, and all lie in the width. `steps`: moves tried in all.
/// `unlabelled`: how many labels find no room in a picture, which is asked only of the last few.
pub fn place(board: &Board, steps: usize, unlabelled: impl Fn(&[Spot]) -> usize) -> Vec<Spot> {
    if board.count() < 2 {
        return vec![Spot::new(board.width / 2.0, board.height / 2.0); board.count()];
    }
    let lines: Vec<_> = board.lines.iter().map(|line| line.ends).collect();
    let apart = stress::distances(board.count(), &lines, &board.group);
    let shape = stress::majorise(board.count(), &apart, 80);
    let turned = |turn: usize| fitted(board, &shape, PI * turn as f64 / 4.0);
    let mut tries: Vec<_> =
        (0..STARTS).map(|turn| shaken(board, &turned(turn), turn, steps * 2 / 5 / STARTS, 300.0)).collect();
    tries.sort_by(|one, other| one.0.total_cmp(&other.0));
    tries.truncate(KEPT);
    for round in 0..ROUNDS {
        let kept = &mut tries[round % KEPT];
        if kept.0 > GOOD {
            let new = shaken(board, &kept.1, STARTS + round, steps / 2 / ROUNDS, 120.0);
            if new.0 < kept.0 {
                *kept = new;
            }
        }
    }
    let finished = tries.into_iter().map(|(_, mut at)| {
        polish(board, &mut at, &mut Dice(7), steps / 10 / KEPT);
        (board.cost(&at) + UNLABELLED * unlabelled(&at) as f64, at)
    });
    finished.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, at)| at).unwrap_or_default()
}

/// What a search from here finds, free of overlaps, and its cost.
fn shaken(board: &Board, at: &[Spot], seed: usize, steps: usize, heat: f64) -> (f64, Vec<Spot>) {
    let mut at = at.to_vec();
    anneal(board, &mut at, &mut Dice(seed as u64 + 1), steps, heat);
    free(board, &mut at);
    (board.cost(&at), at)
}

/// The stress layout, turned and stretched to fill the frame.
fn fitted(board: &Board, shape: &[Spot], angle: f64) -> Vec<Spot> {
    let (cos, sin) = (libm::cos(angle), libm::sin(angle));
    let turned: Vec<_> = shape.iter().map(|at| Spot::new(at.x * cos - at.y * sin, at.x * sin + at.y * cos)).collect();
    let fit = |value: fn(&Spot) -> f64, size: f64| {
        let low = turned.iter().map(value).fold(f64::INFINITY, f64::min);
        let high = turned.iter().map(value).fold(f64::NEG_INFINITY, f64::max);
        move |at: f64| size * (0.15 + 0.7 * (at - low) / (high - low).max(0.01))
    };
    let (x, y) = (fit(|at| at.x, board.width), fit(|at| at.y, board.height));
    turned.iter().map(|at| Spot::new(x(at.x), y(at.y))).collect()
}

/// Simulated annealing: moves that make the picture worse are let pass, by up to `heat` and then less and less, so that the search
/// leaves dead ends; overlaps cost little at first, so that boxes can pass each other.
fn anneal(board: &Board, at: &mut Vec<Spot>, dice: &mut Dice, steps: usize, heat: f64) {
    let mut cost = f64::INFINITY;
    for step in 0..steps {
        let left = 1.0 - step as f64 / steps as f64;
        let firm = FIRM * (1.0 - 0.9 * left);
        if step % 64 == 0 {
            cost = board.cost_below(at, firm, f64::INFINITY).unwrap_or(cost);
        }
        let moved = changed(board, at, dice, 10.0 + 140.0 * left);
        if let Some(new) = board.cost_below(&moved, firm, cost + heat * left * left * dice.share()) {
            (*at, cost) = (moved, new);
        }
    }
}

/// Only moves that keep all boxes apart and make the picture better.
pub fn polish(board: &Board, at: &mut Vec<Spot>, dice: &mut Dice, steps: usize) {
    let mut cost = board.cost(at);
    for step in 0..steps {
        let left = 1.0 - step as f64 / steps as f64;
        let moved = changed(board, at, dice, 3.0 + 80.0 * left);
        if let Some(new) =
            board.cost_below(&moved, FIRM, cost).filter(|_| board.clash(&moved, &board.hulls(&moved)) == 0.0)
        {
            (*at, cost) = (moved, new);
        }
    }
}

/// A copy with one thing changed: a box or a group moved by up to `span` px, or two boxes or groups exchanged.
fn changed(board: &Board, at: &[Spot], dice: &mut Dice, span: f64) -> Vec<Spot> {
    let mut at = at.to_vec();
    let (one, other) = (dice.below(at.len()), dice.below(at.len()));
    let by = Spot::new(dice.spread(span), dice.spread(span));
    let (group, second) = (board.group[one], board.group[other]);
    match dice.below(16) {
        0 => at.swap(one, other),
        1 if group == second => at.swap(one, other),
        1 => exchange(board, &mut at, group, second),
        2 => mirror(board, &mut at, group, true),
        3 => mirror(board, &mut at, group, false),
        4..=7 => shift(&mut at, &board.members[group], by),
        _ => at[one] = at[one].plus(by),
    }
    for (spot, reach) in at.iter_mut().zip(&board.reach) {
        spot.x = spot.x.clamp(reach.x + 4.0, (board.width - reach.x - 4.0).max(reach.x + 4.0));
        spot.y = spot.y.max(reach.y);
    }
    at
}

fn shift(at: &mut [Spot], members: &[usize], by: Spot) {
    members.iter().for_each(|member| at[*member] = at[*member].plus(by));
}

fn exchange(board: &Board, at: &mut [Spot], group: usize, second: usize) {
    let (Some(one), Some(other)) = (board.hull(at, group), board.hull(at, second)) else { return };
    let by = other.centre.minus(one.centre);
    shift(at, &board.members[group], by);
    shift(at, &board.members[second], by.times(-1.0));
}

fn mirror(board: &Board, at: &mut [Spot], group: usize, sideways: bool) {
    let Some(hull) = board.hull(at, group) else { return };
    for member in board.members[group].iter().copied() {
        let off = hull.centre.minus(at[member]).times(2.0);
        at[member] = at[member].plus(if sideways { Spot::new(off.x, 0.0) } else { Spot::new(0.0, off.y) });
    }
}

/// Takes away what overlap is left: within each group, then between groups, lower ones are pushed down until they are free.
pub fn free(board: &Board, at: &mut [Spot]) {
    for group in 0..board.titles.len() {
        let mut members: Vec<_> = board.members[group].clone();
        members.sort_by(|one, other| at[*one].y.total_cmp(&at[*other].y));
        for (index, member) in members.iter().enumerate() {
            let room = |at: &[Spot], one: usize| Area::new(at[one], board.reach[one]);
            while let Some(above) =
                members[..index].iter().find(|above| room(at, **above).overlap(&room(at, *member), 0.0) > 0.0)
            {
                at[*member].y = at[*above].y + board.reach[*above].y + board.reach[*member].y + 0.01;
            }
        }
    }
    let mut groups = board.hulls(at);
    groups.sort_by(|one, other| one.1.low().y.total_cmp(&other.1.low().y));
    for index in 0..groups.len() {
        let (group, hull) = groups[index];
        let side = (-hull.low().x).max(0.0) - (hull.high().x - board.width).max(0.0);
        let mut hull = hull.moved(Spot::new(side, (-hull.low().y).max(0.0)));
        while let Some((_, above)) = groups[..index].iter().find(|(_, above)| above.overlap(&hull, GAP) > 0.0) {
            hull.centre.y = above.high().y + GAP + 0.01 + hull.half.y;
        }
        let by = hull.centre.minus(groups[index].1.centre);
        shift(at, &board.members[group], by);
        groups[index].1 = hull;
    }
}

/// Numbers that look random and are the same everywhere: a linear congruential generator.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as u32
    }

    fn below(&mut self, count: usize) -> usize {
        self.roll() as usize % count.max(1)
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        f64::from(self.roll()) / f64::from(u32::MAX >> 1)
    }

    /// From `-span` to `span`.
    fn spread(&mut self, span: f64) -> f64 {
        (self.share() * 2.0 - 1.0) * span
    }
}

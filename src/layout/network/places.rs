//! Places for the actors of a large story: each group in an area of its own, its members near those
//! they are tied to. Knows no plates.

use super::{Point, edges};
use crate::geometry::Vec2;
use crate::layout::stress::stress_layout;
use crate::story::Story;

/// The shape of the plan while it is laid out: as wide as it is to be drawn, 1 high.
const WIDE: f64 = 1.6;

/// Between the areas of groups, and what their names take above the members.
const GAP: f64 = 0.02;
const TITLE: f64 = 0.05;

/// How often members that stand too close push each other away.
const ROUNDS: usize = 40;

/// A place for each actor: x and y from 0 to 1.
pub fn places(story: &Story) -> Vec<Point> {
    let mut at = stress_layout(story.actors.len(), &edges(story));
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); story.groups.len()];
    story
        .actors
        .iter()
        .enumerate()
        .for_each(|(index, actor)| groups[actor.group.index()].push(index));
    groups.retain(|members| !members.is_empty());
    share(
        &mut at,
        groups,
        Cell {
            low: Vec2::default(),
            high: Vec2::new(WIDE, 1.0),
        },
    );
    let rounded = |part: f64| libm::round(part * 10_000.0) / 10_000.0;
    at.iter()
        .map(|spot| Point {
            x: rounded(spot.x / WIDE),
            y: rounded(spot.y),
        })
        .collect()
}

#[derive(Clone, Copy)]
struct Cell {
    low: Vec2,
    high: Vec2,
}

impl Cell {
    fn size(&self) -> Vec2 {
        self.high - self.low
    }
}

/// Shares a cell out among groups: by halves across its longer side, each group on the side where
/// its members are.
fn share(at: &mut [Vec2], mut groups: Vec<Vec<usize>>, cell: Cell) {
    if groups.len() < 2 {
        groups.iter().for_each(|members| settle(at, members, cell));
        return;
    }
    let across = cell.size().x > cell.size().y;
    let along = |spot: &Vec2| if across { spot.x } else { spot.y };
    let middle = |members: &Vec<usize>| {
        members.iter().map(|one| along(&at[*one])).sum::<f64>() / members.len() as f64
    };
    groups.sort_by(|one, other| middle(one).total_cmp(&middle(other)).then(one.cmp(other)));
    let weight = |members: &Vec<usize>| members.len() as f64 + 4.0;
    let all: f64 = groups.iter().map(weight).sum();
    let (mut cut, mut first) = (0, 0.0);
    while cut < 1 || (cut + 1 < groups.len() && first + weight(&groups[cut]) / 2.0 < all / 2.0) {
        first += weight(&groups[cut]);
        cut += 1;
    }
    let rest = groups.split_off(cut);
    let border = along(&cell.low) + (along(&cell.high) - along(&cell.low)) * first / all;
    let at_border = |spot: Vec2| {
        if across {
            Vec2::new(border, spot.y)
        } else {
            Vec2::new(spot.x, border)
        }
    };
    share(
        at,
        groups,
        Cell {
            high: at_border(cell.high),
            ..cell
        },
    );
    share(
        at,
        rest,
        Cell {
            low: at_border(cell.low),
            ..cell
        },
    );
}

/// The members of one group in its cell: spread out as they are tied, none upon another.
fn settle(at: &mut [Vec2], members: &[usize], cell: Cell) {
    let size = cell.size();
    let (gap, title) = (GAP.min(0.2 * size.x.min(size.y)), TITLE.min(0.3 * size.y));
    let low = cell.low + Vec2::new(gap, gap + title);
    let high = cell.high - Vec2::new(gap, gap);
    for across in [true, false] {
        let (from, to) = if across {
            (low.x, high.x)
        } else {
            (low.y, high.y)
        };
        spread(at, members, across, from, to);
    }
    let room = (high.x - low.x) * (high.y - low.y) / members.len() as f64;
    push(at, members, (low, high), 0.8 * libm::sqrt(room));
}

/// Along one axis: half as far apart as they were, half evenly, so that neither clumps nor deserts
/// are left.
fn spread(at: &mut [Vec2], members: &[usize], across: bool, from: f64, to: f64) {
    let along = |spot: &Vec2| if across { spot.x } else { spot.y };
    let mut order = members.to_vec();
    order.sort_by(|one, other| {
        along(&at[*one])
            .total_cmp(&along(&at[*other]))
            .then(one.cmp(other))
    });
    let (first, last) = (along(&at[order[0]]), along(&at[order[order.len() - 1]]));
    let count = order.len() as f64;
    for (rank, one) in order.into_iter().enumerate() {
        let even = (rank as f64 + 0.5) / count;
        let own = if last > first {
            (along(&at[one]) - first) / (last - first)
        } else {
            0.5
        };
        let place = from + (to - from) * (0.4 * own + 0.6 * even);
        if across {
            at[one].x = place
        } else {
            at[one].y = place
        }
    }
}

/// Pushes members that are nearer than `apart` away from each other, inside of a frame.
fn push(at: &mut [Vec2], members: &[usize], (low, high): (Vec2, Vec2), apart: f64) {
    let columns = ((high.x - low.x) / apart).ceil().max(1.0) as usize;
    let rows = ((high.y - low.y) / apart).ceil().max(1.0) as usize;
    let cell = |spot: &Vec2| {
        let column = ((spot.x - low.x) / apart).max(0.0) as usize;
        let row = ((spot.y - low.y) / apart).max(0.0) as usize;
        (column.min(columns - 1), row.min(rows - 1))
    };
    for _ in 0..ROUNDS {
        let mut grid: Vec<Vec<usize>> = vec![Vec::new(); columns * rows];
        for one in members {
            let (column, row) = cell(&at[*one]);
            grid[row * columns + column].push(*one);
        }
        for one in members {
            let (column, row) = cell(&at[*one]);
            for near in (row.saturating_sub(1)..(row + 2).min(rows)).flat_map(|row| {
                (column.saturating_sub(1)..(column + 2).min(columns))
                    .map(move |column| row * columns + column)
            }) {
                grid[near]
                    .iter()
                    .filter(|other| *other < one)
                    .for_each(|other| part(at, *one, *other, apart));
            }
        }
        members
            .iter()
            .for_each(|one| at[*one] = inside(at[*one], low, high));
    }
}

/// Half of the way that two still have to go apart, for each; two in the same place part sideways.
fn part(at: &mut [Vec2], one: usize, other: usize, apart: f64) {
    let run = at[one] - at[other];
    let length = run.length();
    if length >= apart {
        return;
    }
    let by = if length > 1e-9 {
        run * (0.5 * (apart - length) / length)
    } else {
        Vec2::new(0.5 * apart, 0.1 * apart)
    };
    at[one] += by;
    at[other] -= by;
}

fn inside(at: Vec2, low: Vec2, high: Vec2) -> Vec2 {
    Vec2::new(
        at.x.clamp(low.x, high.x.max(low.x)),
        at.y.clamp(low.y, high.y.max(low.y)),
    )
}

//! The points of the actors of a large story: each group in a region of its own, its members near
//! the actors they are related to.

use super::frame::Point;
use super::ties::edges;
use crate::geometry::Vec2;
use crate::layout::stress::stress_layout;
use crate::story::Story;

/// The width of the map while it is laid out, for a height of 1.
const ASPECT_RATIO: f64 = 1.6;

/// Between the regions of groups, and the height of their names above the members.
const REGION_GAP: f64 = 0.02;
const TITLE_HEIGHT: f64 = 0.05;

/// How often members that are too close push each other away.
const ROUNDS: usize = 40;

/// A point for each actor: x and y from 0 to 1.
pub fn places(story: &Story) -> Vec<Point> {
    let mut points = stress_layout(story.actors.len(), &edges(story));
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); story.groups.len()];
    story
        .actors
        .iter()
        .enumerate()
        .for_each(|(index, actor)| groups[actor.group.index()].push(index));
    groups.retain(|members| !members.is_empty());
    divide(
        &mut points,
        groups,
        Region {
            low: Vec2::default(),
            high: Vec2::new(ASPECT_RATIO, 1.0),
        },
    );
    let rounded = |part: f64| libm::round(part * 10_000.0) / 10_000.0;
    points
        .iter()
        .map(|point| Point {
            x: rounded(point.x / ASPECT_RATIO),
            y: rounded(point.y),
        })
        .collect()
}

#[derive(Clone, Copy)]
struct Region {
    low: Vec2,
    high: Vec2,
}

impl Region {
    fn size(&self) -> Vec2 {
        self.high - self.low
    }
}

/// Divides a region among groups: in two across its longer side, each group on the side where its
/// members are.
fn divide(points: &mut [Vec2], mut groups: Vec<Vec<usize>>, region: Region) {
    if groups.len() < 2 {
        groups
            .iter()
            .for_each(|members| arrange(points, members, region));
        return;
    }
    let across = region.size().x > region.size().y;
    let along = |point: &Vec2| if across { point.x } else { point.y };
    let mean = |members: &Vec<usize>| {
        members
            .iter()
            .map(|member| along(&points[*member]))
            .sum::<f64>()
            / members.len() as f64
    };
    groups.sort_by(|a, b| mean(a).total_cmp(&mean(b)).then(a.cmp(b)));
    let weight = |members: &Vec<usize>| members.len() as f64 + 4.0;
    let all: f64 = groups.iter().map(weight).sum();
    let (mut split, mut first) = (0, 0.0);
    while split < 1
        || (split + 1 < groups.len() && first + weight(&groups[split]) / 2.0 < all / 2.0)
    {
        first += weight(&groups[split]);
        split += 1;
    }
    let rest = groups.split_off(split);
    let border = along(&region.low) + (along(&region.high) - along(&region.low)) * first / all;
    let on_border = |point: Vec2| {
        if across {
            Vec2::new(border, point.y)
        } else {
            Vec2::new(point.x, border)
        }
    };
    divide(
        points,
        groups,
        Region {
            high: on_border(region.high),
            ..region
        },
    );
    divide(
        points,
        rest,
        Region {
            low: on_border(region.low),
            ..region
        },
    );
}

/// Arranges the members of one group in its region: spread out by their relations, none upon
/// another.
fn arrange(points: &mut [Vec2], members: &[usize], region: Region) {
    let size = region.size();
    let (gap, title) = (
        REGION_GAP.min(0.2 * size.x.min(size.y)),
        TITLE_HEIGHT.min(0.3 * size.y),
    );
    let low = region.low + Vec2::new(gap, gap + title);
    let high = region.high - Vec2::new(gap, gap);
    for across in [true, false] {
        let (from, to) = if across {
            (low.x, high.x)
        } else {
            (low.y, high.y)
        };
        spread(points, members, across, from, to);
    }
    let area_per_member = (high.x - low.x) * (high.y - low.y) / members.len() as f64;
    push_apart(
        points,
        members,
        (low, high),
        0.8 * libm::sqrt(area_per_member),
    );
}

/// Along one axis: partly as they were, partly evenly, so that neither clumps nor empty stretches
/// remain.
fn spread(points: &mut [Vec2], members: &[usize], across: bool, from: f64, to: f64) {
    let along = |point: &Vec2| if across { point.x } else { point.y };
    let mut order = members.to_vec();
    order.sort_by(|a, b| {
        along(&points[*a])
            .total_cmp(&along(&points[*b]))
            .then(a.cmp(b))
    });
    let (first, last) = (
        along(&points[order[0]]),
        along(&points[order[order.len() - 1]]),
    );
    let count = order.len() as f64;
    for (rank, member) in order.into_iter().enumerate() {
        let even = (rank as f64 + 0.5) / count;
        let original = if last > first {
            (along(&points[member]) - first) / (last - first)
        } else {
            0.5
        };
        let place = from + (to - from) * (0.4 * original + 0.6 * even);
        if across {
            points[member].x = place
        } else {
            points[member].y = place
        }
    }
}

/// Pushes members that are nearer than `min_distance` away from each other, inside a frame.
fn push_apart(
    points: &mut [Vec2],
    members: &[usize],
    (low, high): (Vec2, Vec2),
    min_distance: f64,
) {
    let columns = ((high.x - low.x) / min_distance).ceil().max(1.0) as usize;
    let rows = ((high.y - low.y) / min_distance).ceil().max(1.0) as usize;
    let cell = |point: &Vec2| {
        let column = ((point.x - low.x) / min_distance).max(0.0) as usize;
        let row = ((point.y - low.y) / min_distance).max(0.0) as usize;
        (column.min(columns - 1), row.min(rows - 1))
    };
    for _ in 0..ROUNDS {
        let mut grid: Vec<Vec<usize>> = vec![Vec::new(); columns * rows];
        for member in members {
            let (column, row) = cell(&points[*member]);
            grid[row * columns + column].push(*member);
        }
        for member in members {
            let (column, row) = cell(&points[*member]);
            for index in (row.saturating_sub(1)..(row + 2).min(rows)).flat_map(|row| {
                (column.saturating_sub(1)..(column + 2).min(columns))
                    .map(move |column| row * columns + column)
            }) {
                grid[index]
                    .iter()
                    .filter(|other| *other < member)
                    .for_each(|other| push_pair(points, *member, *other, min_distance));
            }
        }
        members
            .iter()
            .for_each(|member| points[*member] = inside(points[*member], low, high));
    }
}

/// Moves each of two members half of the missing distance away; two at the same point, sideways.
fn push_pair(points: &mut [Vec2], member: usize, other: usize, min_distance: f64) {
    let run = points[member] - points[other];
    let length = run.length();
    if length >= min_distance {
        return;
    }
    let by = if length > 1e-9 {
        run * (0.5 * (min_distance - length) / length)
    } else {
        Vec2::new(0.5 * min_distance, 0.1 * min_distance)
    };
    points[member] += by;
    points[other] -= by;
}

fn inside(points: Vec2, low: Vec2, high: Vec2) -> Vec2 {
    Vec2::new(
        points.x.clamp(low.x, high.x.max(low.x)),
        points.y.clamp(low.y, high.y.max(low.y)),
    )
}

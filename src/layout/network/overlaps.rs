//! Removes all overlap from a network, at any cost to its readability.

use super::board::{AREA_GAP, Arrangement, Board};
use crate::geometry::Vec2;

/// Pushes lower boxes down until they are free, within each area; then lower areas likewise.
pub fn remove_overlaps(board: &Board, arrangement: &mut Arrangement) {
    for area in 0..board.count() {
        let mut members = arrangement.members(area);
        members.sort_by(|a, b| {
            arrangement.points[*a]
                .y
                .total_cmp(&arrangement.points[*b].y)
        });
        for (index, member) in members.iter().enumerate() {
            let footprint = |points: &[Vec2], node: usize| board.footprint(points, node);
            let points = &mut arrangement.points;
            while let Some(above) = members[..index].iter().find(|above| {
                footprint(points, **above).overlap(&footprint(points, *member), 0.0) > 0.0
            }) {
                points[*member].y = points[*above].y
                    + board.footprints[*above].y
                    + board.footprints[*member].y
                    + 0.01;
            }
        }
    }
    separate_areas(board, arrangement);
}

/// Moves areas into the frame and apart.
fn separate_areas(board: &Board, arrangement: &mut Arrangement) {
    let mut hulls: Vec<_> = (0..board.count())
        .filter_map(|area| Some((area, board.hull(arrangement, area)?)))
        .collect();
    hulls.sort_by(|a, b| a.1.top_left().y.total_cmp(&b.1.top_left().y));
    for index in 0..hulls.len() {
        let (area, before) = hulls[index];
        let shift =
            (-before.top_left().x).max(0.0) - (before.bottom_right().x - board.width).max(0.0);
        let mut hull = before.translated(Vec2::new(shift, (-before.top_left().y).max(0.0)));
        while let Some((_, above)) = hulls[..index]
            .iter()
            .find(|(_, above)| above.overlap(&hull, AREA_GAP) > 0.0)
        {
            hull.centre.y = above.bottom_right().y + AREA_GAP + 0.01 + hull.half.y;
        }
        let by = hull.centre - before.centre;
        arrangement
            .members(area)
            .into_iter()
            .for_each(|member| arrangement.points[member] += by);
        hulls[index].1 = hull;
    }
}

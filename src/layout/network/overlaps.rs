//! Takes all overlap from a network, whatever it costs. Knows no lines, no story.

use super::board::{Board, Draft, GAP};
use crate::geometry::Vec2;

/// Takes away what overlap is left: within each area, then between areas, lower ones are pushed
/// down until they are free.
pub fn free(board: &Board, draft: &mut Draft) {
    for area in 0..board.count() {
        let mut members = draft.members(area);
        members.sort_by(|one, other| draft.at[*one].y.total_cmp(&draft.at[*other].y));
        for (index, member) in members.iter().enumerate() {
            let room = |at: &[Vec2], one: usize| board.reach_of(at, one);
            let at = &mut draft.at;
            while let Some(above) = members[..index]
                .iter()
                .find(|above| room(at, **above).overlap(&room(at, *member), 0.0) > 0.0)
            {
                at[*member].y =
                    at[*above].y + board.reach[*above].y + board.reach[*member].y + 0.01;
            }
        }
    }
    apart(board, draft);
}

/// Areas in the frame and free of each other.
fn apart(board: &Board, draft: &mut Draft) {
    let mut hulls: Vec<_> = (0..board.count())
        .filter_map(|area| Some((area, board.hull(draft, area)?)))
        .collect();
    hulls.sort_by(|one, other| one.1.top_left().y.total_cmp(&other.1.top_left().y));
    for index in 0..hulls.len() {
        let (area, was) = hulls[index];
        let side = (-was.top_left().x).max(0.0) - (was.bottom_right().x - board.width).max(0.0);
        let mut hull = was.translated(Vec2::new(side, (-was.top_left().y).max(0.0)));
        while let Some((_, above)) = hulls[..index]
            .iter()
            .find(|(_, above)| above.overlap(&hull, GAP) > 0.0)
        {
            hull.centre.y = above.bottom_right().y + GAP + 0.01 + hull.half.y;
        }
        let by = hull.centre - was.centre;
        draft
            .members(area)
            .into_iter()
            .for_each(|member| draft.at[member] += by);
        hulls[index].1 = hull;
    }
}

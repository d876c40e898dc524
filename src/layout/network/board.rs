//! What the search for a readable network works on: boxes, their groups, the edges between them,
//! and the areas in which the boxes lie.

use crate::geometry::{Rect, Vec2};

/// Between areas, and between them and the frame, px.
pub const AREA_GAP: f64 = 8.0;

/// The network as boxes and edges. Sizes are halves, in px.
pub struct Board {
    pub width: f64,
    /// The height that the picture should not exceed.
    pub height: f64,
    /// The space that no other box may enter: high enough to be touched.
    pub footprints: Vec<Vec2>,
    /// The boxes as drawn.
    pub plates: Vec<Vec2>,
    pub groups: Vec<usize>,
    /// The names above the areas, by group; of size 0 where groups are not drawn.
    pub titles: Vec<Vec2>,
    pub edges: Vec<Edge>,
    /// By pairs of nodes, px.
    pub ideal_distances: Vec<f64>,
}

/// All relations between two actors; `label` is half the size of the largest label.
pub struct Edge {
    pub ends: (usize, usize),
    pub label: Vec2,
}

impl Edge {
    pub fn touches(&self, node: usize) -> bool {
        self.ends.0 == node || self.ends.1 == node
    }
}

/// Where each box is, and in which area. A group may have several areas: forced together, members
/// with relations to distant actors would tangle the edges.
#[derive(Clone)]
pub struct Arrangement {
    pub points: Vec<Vec2>,
    /// The area of each box: a number below the number of boxes. An area's boxes are of one
    /// group.
    pub area: Vec<usize>,
}

impl Arrangement {
    pub fn members(&self, area: usize) -> Vec<usize> {
        (0..self.area.len())
            .filter(|node| self.area[*node] == area)
            .collect()
    }

    /// The first number that no area has.
    pub fn unused(&self) -> Option<usize> {
        (0..self.area.len()).find(|area| !self.area.contains(area))
    }
}

impl Board {
    pub fn count(&self) -> usize {
        self.plates.len()
    }

    /// Whether groups are drawn.
    pub fn is_grouped(&self) -> bool {
        self.titles.iter().any(|title| *title != Vec2::default())
    }

    pub fn footprint(&self, points: &[Vec2], node: usize) -> Rect {
        Rect::new(points[node], self.footprints[node])
    }

    pub fn plate(&self, points: &[Vec2], node: usize) -> Rect {
        Rect::new(points[node], self.plates[node])
    }

    /// The box around the members of an area and its name; `None` if it has no members.
    pub fn hull(&self, arrangement: &Arrangement, area: usize) -> Option<Rect> {
        let (mut all, mut group): (Option<Rect>, usize) = (None, 0);
        for node in 0..self.count() {
            if arrangement.area[node] == area {
                let reach = self.footprint(&arrangement.points, node);
                all = Some(all.map_or(reach, |all| all.union(&reach)));
                group = self.groups[node];
            }
        }
        let (members, title) = (all?, self.titles[group]);
        let half = members.half.x.max(title.x) + 4.0;
        let low = Vec2::new(
            members.centre.x - half,
            members.top_left().y - 2.0 * title.y,
        );
        let high = Vec2::new(members.centre.x + half, members.bottom_right().y);
        Some(Rect::from_points(low, high))
    }

    /// The name of a group in its hull.
    pub fn title_in(&self, hull: &Rect, group: usize) -> Rect {
        Rect::new(
            Vec2::new(hull.centre.x, hull.top_left().y + self.titles[group].y),
            self.titles[group],
        )
    }

    /// The boxes of all areas with their groups, sorted by group.
    pub fn hulls(&self, arrangement: &Arrangement) -> Vec<(usize, Rect)> {
        let mut all: Vec<_> = (0..self.count())
            .filter_map(|node| {
                let first = arrangement
                    .area
                    .iter()
                    .position(|area| *area == arrangement.area[node])
                    == Some(node);
                first
                    .then(|| {
                        Some((
                            self.groups[node],
                            self.hull(arrangement, arrangement.area[node])?,
                        ))
                    })
                    .flatten()
            })
            .collect();
        all.sort_by_key(|(group, _)| *group);
        all
    }

    /// The box of an edge's label in the middle of its visible part, and the length of that part,
    /// px.
    pub fn label(&self, points: &[Vec2], edge: &Edge) -> (Rect, f64) {
        let (from, to) = (edge.ends.0, edge.ends.1);
        let (start, end) = (
            self.plate(points, from).exit(points[to]),
            1.0 - self.plate(points, to).exit(points[from]),
        );
        let middle = points[from].lerp(points[to], (start + end) / 2.0);
        (
            Rect::new(middle, edge.label),
            (end - start) * (points[to] - points[from]).length(),
        )
    }
}

/// The bottom of the lowest hull.
pub fn bottom(hulls: &[(usize, Rect)]) -> f64 {
    hulls
        .iter()
        .map(|(_, hull)| hull.bottom_right().y)
        .fold(0.0, f64::max)
}

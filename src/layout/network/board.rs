//! Boxes, the groups they belong to, and the areas in which they lie. Knows no story.

use crate::geometry::{Rect, Vec2};

/// Free space between areas, and around them to the edge of the frame, px.
pub const GAP: f64 = 8.0;

/// All that the search needs to know: boxes, their groups, and the lines between them. Sizes are
/// halves, in px.
pub struct Board {
    pub width: f64,
    /// The height that the picture should not exceed.
    pub height: f64,
    /// The room that nobody else may enter: at least a finger high.
    pub reach: Vec<Vec2>,
    /// What is drawn.
    pub plate: Vec<Vec2>,
    pub group: Vec<usize>,
    /// The name above each area of a group; without size where groups are not drawn.
    pub titles: Vec<Vec2>,
    pub lines: Vec<Line>,
    /// Wanted distances, px.
    pub apart: Vec<f64>,
}

/// What ties two actors, however many relations it stands for; `label` is half the size of the
/// largest label.
pub struct Line {
    pub ends: (usize, usize),
    pub label: Vec2,
}

impl Line {
    pub fn is_at(&self, one: usize) -> bool {
        self.ends.0 == one || self.ends.1 == one
    }
}

/// A network on its way: where each box is, and in which area. A group may have several areas: its
/// members would tangle all lines if they were kept together whatever they have to do with others.
#[derive(Clone)]
pub struct Draft {
    pub at: Vec<Vec2>,
    /// The number of the area of each box, less than the number of boxes; an area's boxes are of
    /// one group.
    pub area: Vec<usize>,
}

impl Draft {
    pub fn members(&self, area: usize) -> Vec<usize> {
        (0..self.area.len())
            .filter(|one| self.area[*one] == area)
            .collect()
    }

    /// A number that no area has.
    pub fn unused(&self) -> Option<usize> {
        (0..self.area.len()).find(|area| !self.area.contains(area))
    }
}

impl Board {
    pub fn count(&self) -> usize {
        self.plate.len()
    }

    /// Whether groups are drawn.
    pub fn is_grouped(&self) -> bool {
        self.titles.iter().any(|title| *title != Vec2::default())
    }

    pub fn reach_of(&self, at: &[Vec2], one: usize) -> Rect {
        Rect::new(at[one], self.reach[one])
    }

    pub fn plate_of(&self, at: &[Vec2], one: usize) -> Rect {
        Rect::new(at[one], self.plate[one])
    }

    /// The box around the members of an area and its name; `None` around nobody.
    pub fn hull(&self, draft: &Draft, area: usize) -> Option<Rect> {
        let (mut all, mut group): (Option<Rect>, usize) = (None, 0);
        for one in 0..self.count() {
            if draft.area[one] == area {
                let reach = self.reach_of(&draft.at, one);
                all = Some(all.map_or(reach, |all| all.union(&reach)));
                group = self.group[one];
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

    /// Where the name of a group stands in its hull.
    pub fn title_in(&self, hull: &Rect, group: usize) -> Rect {
        Rect::new(
            Vec2::new(hull.centre.x, hull.top_left().y + self.titles[group].y),
            self.titles[group],
        )
    }

    /// All areas with their groups, by group.
    pub fn hulls(&self, draft: &Draft) -> Vec<(usize, Rect)> {
        let mut all: Vec<_> = (0..self.count())
            .filter_map(|one| {
                let first =
                    draft.area.iter().position(|area| *area == draft.area[one]) == Some(one);
                first
                    .then(|| Some((self.group[one], self.hull(draft, draft.area[one])?)))
                    .flatten()
            })
            .collect();
        all.sort_by_key(|(group, _)| *group);
        all
    }

    /// The box of a line's label in the middle of what is visible of it, and the length of that,
    /// px.
    pub fn label_of(&self, at: &[Vec2], line: &Line) -> (Rect, f64) {
        let (from, to) = (line.ends.0, line.ends.1);
        let (start, end) = (
            self.plate_of(at, from).exit(at[to]),
            1.0 - self.plate_of(at, to).exit(at[from]),
        );
        let middle = at[from].lerp(at[to], (start + end) / 2.0);
        (
            Rect::new(middle, line.label),
            (end - start) * (at[to] - at[from]).length(),
        )
    }
}

/// The lower end of the lowest hull.
pub fn bottom(hulls: &[(usize, Rect)]) -> f64 {
    hulls
        .iter()
        .map(|(_, hull)| hull.bottom_right().y)
        .fold(0.0, f64::max)
}

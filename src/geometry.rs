//! Geometry in px: kurbo's vectors, and the boxes and lines that layouts are made of.

pub use kurbo::Vec2;

/// A rectangle by its centre and half its size: what overlaps and distances are computed from.
/// kurbo's, by its edges, would derive both at each use, and round at that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub centre: Vec2,
    pub half: Vec2,
}

impl Rect {
    pub fn new(centre: Vec2, half: Vec2) -> Self {
        Self { centre, half }
    }

    pub fn from_points(top_left: Vec2, bottom_right: Vec2) -> Self {
        Self {
            centre: top_left.lerp(bottom_right, 0.5),
            half: (bottom_right - top_left) * 0.5,
        }
    }

    /// The smallest rectangle around all; `None` around nothing.
    pub fn bounding(rects: impl Iterator<Item = Self>) -> Option<Self> {
        rects.reduce(|all, rect| all.union(&rect))
    }

    /// The smallest rectangle around both.
    pub fn union(&self, other: &Self) -> Self {
        let (mut top_left, mut bottom_right) = (self.top_left(), self.bottom_right());
        top_left.x = top_left.x.min(other.top_left().x);
        top_left.y = top_left.y.min(other.top_left().y);
        bottom_right.x = bottom_right.x.max(other.bottom_right().x);
        bottom_right.y = bottom_right.y.max(other.bottom_right().y);
        Self::from_points(top_left, bottom_right)
    }

    pub fn top_left(&self) -> Vec2 {
        self.centre - self.half
    }

    pub fn bottom_right(&self) -> Vec2 {
        self.centre + self.half
    }

    pub fn translated(&self, by: Vec2) -> Self {
        Self::new(self.centre + by, self.half)
    }

    /// How far the rectangles reach into each other or come nearer than `gap`; zero where they do
    /// not.
    pub fn overlap(&self, other: &Self, gap: f64) -> f64 {
        let x = self.half.x + other.half.x + gap - (self.centre.x - other.centre.x).abs();
        let y = self.half.y + other.half.y + gap - (self.centre.y - other.centre.y).abs();
        if x <= 0.0 || y <= 0.0 { 0.0 } else { x.min(y) }
    }

    pub fn contains(&self, other: &Self) -> bool {
        let offset = other.centre - self.centre;
        offset.x.abs() + other.half.x <= self.half.x && offset.y.abs() + other.half.y <= self.half.y
    }

    /// How deep a line cuts through the rectangle and `gap` around it: 0 not at all, 1 through the
    /// middle.
    pub fn cut_depth(&self, start: Vec2, end: Vec2, gap: f64) -> f64 {
        let (run_x, run_y) = ((end.x - start.x) / 2.0, (end.y - start.y) / 2.0);
        let offset_x = start.x + run_x - self.centre.x;
        let offset_y = start.y + run_y - self.centre.y;
        let (half_x, half_y) = (self.half.x + gap, self.half.y + gap);
        if offset_x.abs() >= half_x + run_x.abs() || offset_y.abs() >= half_y + run_y.abs() {
            return 0.0;
        }
        let reach = half_x * run_y.abs() + half_y * run_x.abs();
        let distance = (run_x * offset_y - run_y * offset_x).abs();
        if distance >= reach {
            0.0
        } else {
            1.0 - distance / reach
        }
    }

    /// The share of the way from the centre to `end` at which a line leaves the rectangle; more
    /// than 1 where it ends inside.
    pub fn exit(&self, end: Vec2) -> f64 {
        let run = end - self.centre;
        let x = self.half.x / run.x.abs().max(0.001);
        let y = self.half.y / run.y.abs().max(0.001);
        x.min(y)
    }
}

/// Whether two lines cross, ends not counted.
pub fn crosses(a: Vec2, b: Vec2, c: Vec2, d: Vec2) -> bool {
    let side = |from: Vec2, to: Vec2, point: Vec2| (to - from).cross(point - from);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// Percent and px to one decimal: within two thirds of a px on the widest screen, the same on every
/// machine, and short, as these are most of a page's numbers and of a drawing's.
pub fn rounded(value: f64) -> f64 {
    // Adding zero turns -0 into 0.
    (value * 10.0).round() / 10.0 + 0.0
}

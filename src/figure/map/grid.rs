//! A grid of things by place, so that neighbours are found without a search of all.

use crate::geometry::{Rect, Vec2};

pub struct Grid<T> {
    side: Vec2,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<T>>,
}

impl<T> Grid<T> {
    /// For about `count` things on a plan of this size, in cells at least `side` wide.
    pub fn new(whole: Vec2, side: f64, count: usize) -> Self {
        let most = libm::sqrt(count as f64).ceil().max(1.0);
        let side = Vec2::new(side.max(whole.x / most), side.max(whole.y / most));
        let (columns, rows) = (
            (whole.x / side.x) as usize + 1,
            (whole.y / side.y) as usize + 1,
        );
        Self {
            side,
            columns,
            rows,
            cells: (0..columns * rows).map(|_| Vec::new()).collect(),
        }
    }

    /// The columns and rows that an area touches, both ends included.
    fn touched(&self, area: &Rect) -> ((usize, usize), (usize, usize)) {
        let (low, high) = (area.top_left(), area.bottom_right());
        let column = |x: f64| ((x / self.side.x).max(0.0) as usize).min(self.columns - 1);
        let row = |y: f64| ((y / self.side.y).max(0.0) as usize).min(self.rows - 1);
        ((column(low.x), column(high.x)), (row(low.y), row(high.y)))
    }

    pub fn put(&mut self, area: &Rect, thing: T)
    where
        T: Copy,
    {
        let ((left, right), (top, bottom)) = self.touched(area);
        for row in top..=bottom {
            for column in left..=right {
                self.cells[row * self.columns + column].push(thing);
            }
        }
    }

    /// What is in the cells that an area touches; a thing may come more than once.
    pub fn near(&self, area: &Rect) -> impl Iterator<Item = &T> {
        let ((left, right), (top, bottom)) = self.touched(area);
        (top..=bottom).flat_map(move |row| {
            self.cells[row * self.columns + left..=row * self.columns + right]
                .iter()
                .flatten()
        })
    }

    /// The thing of the least distance from a point; things that stand in one cell each.
    pub fn nearest(&self, at: Vec2, far: impl Fn(&T) -> f64) -> Option<&T> {
        let mut best: Option<(&T, f64)> = None;
        let step = self.side.x.min(self.side.y);
        let most = self.side.x.max(self.side.y) * (self.columns.max(self.rows) + 1) as f64;
        let mut reach = step;
        loop {
            for thing in self.near(&Rect::new(at, Vec2::new(reach, reach))) {
                let distance = far(thing);
                if best.is_none_or(|(_, least)| distance < least) {
                    best = Some((thing, distance));
                }
            }
            if best.is_some_and(|(_, least)| least <= reach) || reach > most {
                return best.map(|(thing, _)| thing);
            }
            reach *= 2.0;
        }
    }
}

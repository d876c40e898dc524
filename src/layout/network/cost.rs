//! What makes a network hard to read, as a number: the smaller, the better. Counts only what a
//! change touches, so that a search can afford many. Knows no story.

use super::board::{Board, Draft, GAP, Line};
use super::lines::{entwined, wanted};
use crate::geometry::{Rect, Vec2, crosses};

/// The price of a px of overlap in the end. All prices are px-like.
pub const FIRM: f64 = 12.0;

/// A line through the plate of an actor that is not its own would be read as one of that actor's.
const THROUGH: f64 = 300.0;

/// One more area: less than any crossing it saves.
const AREA: f64 = 45.0;

const CUT_TITLE: f64 = 15.0;

/// What a px of room that a label lacks counts beside the other prices.
const WORDS: f64 = 2.0;

/// The price of a px of height.
const TALL: f64 = 0.15;

/// A network with all that follows from its draft.
#[derive(Clone)]
pub struct Sketch {
    pub draft: Draft,
    /// By number; `None` for a number without boxes.
    pub hulls: Vec<Option<Rect>>,
    titles: Vec<Option<Rect>>,
    /// The numbers that have boxes.
    used: Vec<usize>,
    /// By line: the box of its label, and how much of the line is visible, px.
    labels: Vec<(Rect, f64)>,
}

/// New places and areas of some boxes.
pub type Change = Vec<(usize, Vec2, usize)>;

/// What a change concerns.
pub struct Touch {
    boxes: Vec<usize>,
    is_box: Vec<bool>,
    lines: Vec<usize>,
    is_line: Vec<bool>,
    areas: Vec<usize>,
    is_area: Vec<bool>,
}

pub struct Judge<'a> {
    pub board: &'a Board,
    lines_at: Vec<Vec<usize>>,
}

impl<'a> Judge<'a> {
    pub fn new(board: &'a Board) -> Self {
        let at = |one: usize| {
            (0..board.lines.len())
                .filter(|line| board.lines[*line].is_at(one))
                .collect()
        };
        Self {
            board,
            lines_at: (0..board.count()).map(at).collect(),
        }
    }

    pub fn sketch(&self, draft: Draft) -> Sketch {
        let count = self.board.count();
        let label = |line: &Line| self.board.label_of(&draft.at, line);
        let labels = self.board.lines.iter().map(label).collect();
        let mut sketch = Sketch {
            draft,
            hulls: vec![None; count],
            titles: vec![None; count],
            used: Vec::new(),
            labels,
        };
        (0..count).for_each(|area| self.outline(&mut sketch, area));
        sketch.used = (0..count)
            .filter(|area| sketch.hulls[*area].is_some())
            .collect();
        sketch
    }

    fn outline(&self, sketch: &mut Sketch, area: usize) {
        let hull = self.board.hull(&sketch.draft, area);
        sketch.hulls[area] = hull;
        sketch.titles[area] = match (
            hull,
            sketch.draft.area.iter().position(|other| *other == area),
        ) {
            (Some(hull), Some(member)) => {
                Some(self.board.title_in(&hull, self.board.group[member]))
            }
            _ => None,
        };
    }

    pub fn touch(&self, sketch: &Sketch, change: &Change) -> Touch {
        let count = self.board.count();
        let mut touch = Touch {
            boxes: Vec::new(),
            is_box: vec![false; count],
            lines: Vec::new(),
            is_line: vec![false; self.board.lines.len()],
            areas: Vec::new(),
            is_area: vec![false; count],
        };
        for (one, _, area) in change {
            for area in [*area, sketch.draft.area[*one]] {
                if !std::mem::replace(&mut touch.is_area[area], true) {
                    touch.areas.push(area);
                }
            }
            if !std::mem::replace(&mut touch.is_box[*one], true) {
                touch.boxes.push(*one);
            }
            for line in &self.lines_at[*one] {
                if !std::mem::replace(&mut touch.is_line[*line], true) {
                    touch.lines.push(*line);
                }
            }
        }
        touch
    }

    /// Everything is touched.
    fn whole(&self) -> Touch {
        let (count, lines) = (self.board.count(), self.board.lines.len());
        Touch {
            boxes: (0..count).collect(),
            is_box: vec![true; count],
            lines: (0..lines).collect(),
            is_line: vec![true; lines],
            areas: (0..count).collect(),
            is_area: vec![true; count],
        }
    }

    /// Makes a change and leaves in its place the one that takes it back.
    pub fn exchange(&self, sketch: &mut Sketch, change: &mut Change, touch: &Touch) {
        for (one, spot, area) in change {
            std::mem::swap(&mut sketch.draft.at[*one], spot);
            std::mem::swap(&mut sketch.draft.area[*one], area);
        }
        let mut others = false;
        for area in &touch.areas {
            let was = sketch.hulls[*area].is_some();
            self.outline(sketch, *area);
            others |= was != sketch.hulls[*area].is_some();
        }
        if others {
            sketch.used = (0..self.board.count())
                .filter(|area| sketch.hulls[*area].is_some())
                .collect();
        }
        for line in &touch.lines {
            sketch.labels[*line] = self
                .board
                .label_of(&sketch.draft.at, &self.board.lines[*line]);
        }
    }

    pub fn cost(&self, sketch: &Sketch) -> f64 {
        let all = self.whole();
        self.shape(sketch, &all, FIRM, f64::INFINITY) + self.words(sketch, &all)
    }

    /// How many lines cross, or run through boxes that are not their own.
    pub fn knots(&self, draft: &Draft) -> usize {
        let (at, lines) = (&draft.at, &self.board.lines);
        let crossed = |one: &Line, other: &Line| {
            let ((a, b), (c, d)) = (one.ends, other.ends);
            a != c && a != d && b != c && b != d && crosses(at[a], at[b], at[c], at[d])
        };
        let through = |line: &Line| {
            (0..at.len())
                .filter(|one| self.through(at, line, *one) > 0.0)
                .count()
        };
        let count = |(index, line): (usize, &Line)| {
            lines[..index]
                .iter()
                .filter(|other| crossed(line, other))
                .count()
                + through(line)
        };
        lines.iter().enumerate().map(count).sum()
    }

    pub fn is_free(&self, sketch: &Sketch, touch: &Touch) -> bool {
        self.clash(sketch, touch) == 0.0
    }

    /// What boxes, areas and lines cost, as far as a change touches it, or some cost of at least
    /// `most`: the search drops most changes early. `firm` is the price of a px of overlap.
    pub fn shape(&self, sketch: &Sketch, touch: &Touch, firm: f64, most: f64) -> f64 {
        let hulls = || sketch.used.iter().filter_map(|area| sketch.hulls[*area]);
        let low = hulls()
            .map(|hull| hull.bottom_right().y)
            .fold(0.0, f64::max);
        let overlap = self.clash(sketch, touch) + (low - self.board.height).max(0.0);
        let sum = AREA * sketch.used.len() as f64 + TALL * low + firm * overlap;
        if sum >= most {
            sum
        } else {
            self.tangle(sketch, touch, sum + self.stress(sketch, touch), most)
        }
    }

    /// How far boxes overlap or leave the frame on the sides or above, px: zero in every picture
    /// that is shown.
    fn clash(&self, sketch: &Sketch, touch: &Touch) -> f64 {
        let mut sum = 0.0;
        for area in &touch.areas {
            let Some(hull) = sketch.hulls[*area] else {
                continue;
            };
            sum += (-hull.top_left().x).max(0.0)
                + (hull.bottom_right().x - self.board.width).max(0.0)
                + (-hull.top_left().y).max(0.0);
            for other in &sketch.used {
                if let Some(theirs) = sketch.hulls[*other]
                    && other != area
                    && (other < area || !touch.is_area[*other])
                {
                    sum += hull.overlap(&theirs, GAP);
                }
            }
        }
        sum + touch
            .boxes
            .iter()
            .map(|one| self.crowd(sketch, touch, *one))
            .sum::<f64>()
    }

    /// How far a box overlaps others of its area.
    fn crowd(&self, sketch: &Sketch, touch: &Touch, one: usize) -> f64 {
        let (at, area) = (&sketch.draft.at, &sketch.draft.area);
        let (room, mut sum) = (self.board.reach_of(at, one), 0.0);
        for other in 0..self.board.count() {
            if area[other] == area[one] && other != one && (other < one || !touch.is_box[other]) {
                sum += room.overlap(&self.board.reach_of(at, other), 0.0);
            }
        }
        sum
    }

    /// Added to `sum` up to `most`: lines that cross or lie upon each other, or run through boxes
    /// and names that are not their own.
    fn tangle(&self, sketch: &Sketch, touch: &Touch, mut sum: f64, most: f64) -> f64 {
        let (at, lines) = (&sketch.draft.at[..], &self.board.lines[..]);
        for index in &touch.lines {
            for (other, line) in lines.iter().enumerate() {
                if other != *index && (other < *index || !touch.is_line[other]) {
                    sum += entwined(at, &lines[*index], line);
                }
            }
            sum += self.covered(sketch, &lines[*index], 0..at.len(), &sketch.used);
            if sum >= most {
                return sum;
            }
        }
        for (index, line) in lines.iter().enumerate() {
            if !touch.is_line[index] {
                sum += self.covered(sketch, line, touch.boxes.iter().copied(), &touch.areas);
            }
        }
        sum
    }

    /// What a line runs through of these boxes and the names of these areas.
    fn covered(
        &self,
        sketch: &Sketch,
        line: &Line,
        boxes: impl Iterator<Item = usize>,
        areas: &[usize],
    ) -> f64 {
        let (at, mut sum) = (&sketch.draft.at[..], 0.0);
        for one in boxes {
            sum += self.through(at, line, one);
        }
        for title in areas.iter().filter_map(|area| sketch.titles[*area]) {
            let cut = title.cut_depth(at[line.ends.0], at[line.ends.1], 0.0);
            sum += if cut > 0.0 {
                CUT_TITLE + 30.0 * cut
            } else {
                0.0
            };
        }
        sum
    }

    fn through(&self, at: &[Vec2], line: &Line, one: usize) -> f64 {
        if line.is_at(one) {
            return 0.0;
        }
        let cut = self
            .board
            .plate_of(at, one)
            .cut_depth(at[line.ends.0], at[line.ends.1], 5.0);
        if cut > 0.0 {
            THROUGH + 200.0 * cut
        } else {
            0.0
        }
    }

    fn stress(&self, sketch: &Sketch, touch: &Touch) -> f64 {
        let (at, count, mut sum) = (&sketch.draft.at, self.board.count(), 0.0);
        for one in &touch.boxes {
            for other in 0..count {
                if other != *one && (other < *one || !touch.is_box[other]) {
                    let off = (at[*one] - at[other]).length()
                        / self.board.apart[one * count + other]
                        - 1.0;
                    sum += off * off;
                }
            }
        }
        14.0 * sum / count as f64
    }

    /// What lines too short to be seen and labels without room cost, as far as a change touches it.
    pub fn words(&self, sketch: &Sketch, touch: &Touch) -> f64 {
        let mut sum = 0.0;
        for (index, line) in self.board.lines.iter().enumerate() {
            if touch.is_line[index] {
                let visible = sketch.labels[index].1;
                sum += 2.0 * (30.0 - visible).max(0.0)
                    + 0.6 * (wanted(&sketch.draft.at, line) - visible).max(0.0);
                sum += self.cramped(sketch, index, 0..self.board.count(), &sketch.used);
                for other in (0..self.board.lines.len()).filter(|other| *other != index) {
                    sum += self.beside(sketch, index, other);
                }
            } else {
                sum += self.cramped(sketch, index, touch.boxes.iter().copied(), &touch.areas);
                for other in &touch.lines {
                    sum += self.beside(sketch, index, *other);
                }
            }
        }
        WORDS * sum
    }

    /// How far a label covers these boxes and the names of these areas.
    fn cramped(
        &self,
        sketch: &Sketch,
        index: usize,
        boxes: impl Iterator<Item = usize>,
        areas: &[usize],
    ) -> f64 {
        let (label, mut sum) = (&sketch.labels[index].0, 0.0);
        for one in boxes {
            sum += self
                .board
                .plate_of(&sketch.draft.at, one)
                .overlap(label, 4.0)
                .min(15.0);
        }
        for title in areas.iter().filter_map(|area| sketch.titles[*area]) {
            sum += title.overlap(label, 1.0).min(15.0);
        }
        0.3 * sum
    }

    /// How a label is disturbed by another line and its label; an overlap of labels is seen from
    /// both.
    fn beside(&self, sketch: &Sketch, index: usize, other: usize) -> f64 {
        let (label, (from, to)) = (&sketch.labels[index].0, self.board.lines[other].ends);
        let overlap = sketch.labels[other].0.overlap(label, 2.0).min(15.0);
        let cut = label.cut_depth(sketch.draft.at[from], sketch.draft.at[to], 0.0) > 0.0;
        0.15 * overlap + if cut { 2.0 } else { 0.0 }
    }
}

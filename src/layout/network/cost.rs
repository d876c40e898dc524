//! The cost of an arrangement: the smaller, the easier it is to read. Only what a change affects is
//! computed, so that a search can try many.

use super::board::{AREA_GAP, Arrangement, Board, Edge};
use super::edges::{required_length, tangling};
use crate::geometry::{Rect, Vec2, crosses};

/// Per px of overlap, at the end of a search. All costs are on the scale of px.
pub const OVERLAP_COST: f64 = 12.0;

/// An edge through another actor's plate would be read as one of that actor's.
const THROUGH_PLATE_COST: f64 = 300.0;

/// Of each area: less than that of any crossing it avoids.
const AREA_COST: f64 = 45.0;

const THROUGH_TITLE_COST: f64 = 15.0;

/// Weight of the labels' costs among the others.
const LABEL_WEIGHT: f64 = 2.0;

/// Per px of height.
const HEIGHT_COST: f64 = 0.15;

/// An arrangement with all that follows from it.
#[derive(Clone)]
pub struct Sketch {
    pub arrangement: Arrangement,
    /// By area; `None` for one without boxes.
    pub hulls: Vec<Option<Rect>>,
    titles: Vec<Option<Rect>>,
    /// The areas that have boxes.
    used: Vec<usize>,
    /// By edge: the box of its label, and the length of its visible part, px.
    labels: Vec<(Rect, f64)>,
}

/// New points and areas of some boxes.
pub type Change = Vec<(usize, Vec2, usize)>;

/// What a change affects.
pub struct Affected {
    boxes: Vec<usize>,
    is_box: Vec<bool>,
    edges: Vec<usize>,
    is_edge: Vec<bool>,
    areas: Vec<usize>,
    is_area: Vec<bool>,
}

pub struct Evaluator<'a> {
    pub board: &'a Board,
    edges_at: Vec<Vec<usize>>,
}

impl<'a> Evaluator<'a> {
    pub fn new(board: &'a Board) -> Self {
        let touching = |node: usize| {
            (0..board.edges.len())
                .filter(|edge| board.edges[*edge].touches(node))
                .collect()
        };
        Self {
            board,
            edges_at: (0..board.count()).map(touching).collect(),
        }
    }

    pub fn sketch(&self, arrangement: Arrangement) -> Sketch {
        let count = self.board.count();
        let label = |edge: &Edge| self.board.label(&arrangement.points, edge);
        let labels = self.board.edges.iter().map(label).collect();
        let mut sketch = Sketch {
            arrangement,
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
        let hull = self.board.hull(&sketch.arrangement, area);
        sketch.hulls[area] = hull;
        sketch.titles[area] = match (
            hull,
            sketch
                .arrangement
                .area
                .iter()
                .position(|other| *other == area),
        ) {
            (Some(hull), Some(member)) => {
                Some(self.board.title_in(&hull, self.board.groups[member]))
            }
            _ => None,
        };
    }

    pub fn affected(&self, sketch: &Sketch, change: &Change) -> Affected {
        let count = self.board.count();
        let mut affected = Affected {
            boxes: Vec::new(),
            is_box: vec![false; count],
            edges: Vec::new(),
            is_edge: vec![false; self.board.edges.len()],
            areas: Vec::new(),
            is_area: vec![false; count],
        };
        for (node, _, area) in change {
            for area in [*area, sketch.arrangement.area[*node]] {
                if !std::mem::replace(&mut affected.is_area[area], true) {
                    affected.areas.push(area);
                }
            }
            if !std::mem::replace(&mut affected.is_box[*node], true) {
                affected.boxes.push(*node);
            }
            for edge in &self.edges_at[*node] {
                if !std::mem::replace(&mut affected.is_edge[*edge], true) {
                    affected.edges.push(*edge);
                }
            }
        }
        affected
    }

    /// Everything is affected.
    fn everything(&self) -> Affected {
        let (count, edges) = (self.board.count(), self.board.edges.len());
        Affected {
            boxes: (0..count).collect(),
            is_box: vec![true; count],
            edges: (0..edges).collect(),
            is_edge: vec![true; edges],
            areas: (0..count).collect(),
            is_area: vec![true; count],
        }
    }

    /// Makes a change and replaces it by the one that undoes it.
    pub fn exchange(&self, sketch: &mut Sketch, change: &mut Change, affected: &Affected) {
        for (node, point, area) in change {
            std::mem::swap(&mut sketch.arrangement.points[*node], point);
            std::mem::swap(&mut sketch.arrangement.area[*node], area);
        }
        let mut areas_changed = false;
        for area in &affected.areas {
            let was = sketch.hulls[*area].is_some();
            self.outline(sketch, *area);
            areas_changed |= was != sketch.hulls[*area].is_some();
        }
        if areas_changed {
            sketch.used = (0..self.board.count())
                .filter(|area| sketch.hulls[*area].is_some())
                .collect();
        }
        for edge in &affected.edges {
            sketch.labels[*edge] = self
                .board
                .label(&sketch.arrangement.points, &self.board.edges[*edge]);
        }
    }

    pub fn cost(&self, sketch: &Sketch) -> f64 {
        let all = self.everything();
        self.shape_cost(sketch, &all, OVERLAP_COST, f64::INFINITY) + self.label_cost(sketch, &all)
    }

    /// The number of edges that cross, or run through the boxes of others.
    pub fn conflicts(&self, arrangement: &Arrangement) -> usize {
        let (points, edges) = (&arrangement.points, &self.board.edges);
        let crossed = |left: &Edge, right: &Edge| {
            let ((a, b), (c, d)) = (left.ends, right.ends);
            a != c
                && a != d
                && b != c
                && b != d
                && crosses(points[a], points[b], points[c], points[d])
        };
        let through = |edge: &Edge| {
            (0..points.len())
                .filter(|node| self.through(points, edge, *node) > 0.0)
                .count()
        };
        let count = |(index, edge): (usize, &Edge)| {
            edges[..index]
                .iter()
                .filter(|other| crossed(edge, other))
                .count()
                + through(edge)
        };
        edges.iter().enumerate().map(count).sum()
    }

    pub fn has_no_overlap(&self, sketch: &Sketch, affected: &Affected) -> bool {
        self.overlap(sketch, affected) == 0.0
    }

    /// The cost of boxes, areas and edges that a change affects, or some cost of at least `limit`:
    /// the search drops most changes early.
    pub fn shape_cost(
        &self,
        sketch: &Sketch,
        affected: &Affected,
        overlap_cost: f64,
        limit: f64,
    ) -> f64 {
        let hulls = || sketch.used.iter().filter_map(|area| sketch.hulls[*area]);
        let bottom = hulls()
            .map(|hull| hull.bottom_right().y)
            .fold(0.0, f64::max);
        let overlap = self.overlap(sketch, affected) + (bottom - self.board.height).max(0.0);
        let sum =
            AREA_COST * sketch.used.len() as f64 + HEIGHT_COST * bottom + overlap_cost * overlap;
        if sum >= limit {
            sum
        } else {
            self.edge_cost(sketch, affected, sum + self.stress(sketch, affected), limit)
        }
    }

    /// How far boxes overlap or leave the frame at the sides or the top, px: zero in every picture
    /// that is shown.
    fn overlap(&self, sketch: &Sketch, affected: &Affected) -> f64 {
        let mut sum = 0.0;
        for area in &affected.areas {
            let Some(hull) = sketch.hulls[*area] else {
                continue;
            };
            sum += (-hull.top_left().x).max(0.0)
                + (hull.bottom_right().x - self.board.width).max(0.0)
                + (-hull.top_left().y).max(0.0);
            for other in &sketch.used {
                if let Some(other_hull) = sketch.hulls[*other]
                    && other != area
                    && (other < area || !affected.is_area[*other])
                {
                    sum += hull.overlap(&other_hull, AREA_GAP);
                }
            }
        }
        sum + affected
            .boxes
            .iter()
            .map(|node| self.overlap_in_area(sketch, affected, *node))
            .sum::<f64>()
    }

    /// How far a box overlaps others of its area.
    fn overlap_in_area(&self, sketch: &Sketch, affected: &Affected, node: usize) -> f64 {
        let (points, area) = (&sketch.arrangement.points, &sketch.arrangement.area);
        let (footprint, mut sum) = (self.board.footprint(points, node), 0.0);
        for other in 0..self.board.count() {
            if area[other] == area[node]
                && other != node
                && (other < node || !affected.is_box[other])
            {
                sum += footprint.overlap(&self.board.footprint(points, other), 0.0);
            }
        }
        sum
    }

    /// Adds to `sum`, up to `limit`, the cost of edges that cross or overlap, or run through boxes
    /// and names of others.
    fn edge_cost(&self, sketch: &Sketch, affected: &Affected, mut sum: f64, limit: f64) -> f64 {
        let (points, edges) = (&sketch.arrangement.points[..], &self.board.edges[..]);
        for index in &affected.edges {
            for (other, edge) in edges.iter().enumerate() {
                if other != *index && (other < *index || !affected.is_edge[other]) {
                    sum += tangling(points, &edges[*index], edge);
                }
            }
            sum += self.crossed_boxes(sketch, &edges[*index], 0..points.len(), &sketch.used);
            if sum >= limit {
                return sum;
            }
        }
        for (index, edge) in edges.iter().enumerate() {
            if !affected.is_edge[index] {
                sum += self.crossed_boxes(
                    sketch,
                    edge,
                    affected.boxes.iter().copied(),
                    &affected.areas,
                );
            }
        }
        sum
    }

    /// The cost of an edge through these boxes and the names of these areas.
    fn crossed_boxes(
        &self,
        sketch: &Sketch,
        edge: &Edge,
        boxes: impl Iterator<Item = usize>,
        areas: &[usize],
    ) -> f64 {
        let (points, mut sum) = (&sketch.arrangement.points[..], 0.0);
        for node in boxes {
            sum += self.through(points, edge, node);
        }
        for title in areas.iter().filter_map(|area| sketch.titles[*area]) {
            let cut = title.cut_depth(points[edge.ends.0], points[edge.ends.1], 0.0);
            sum += if cut > 0.0 {
                THROUGH_TITLE_COST + 30.0 * cut
            } else {
                0.0
            };
        }
        sum
    }

    fn through(&self, points: &[Vec2], edge: &Edge, node: usize) -> f64 {
        if edge.touches(node) {
            return 0.0;
        }
        let cut =
            self.board
                .plate(points, node)
                .cut_depth(points[edge.ends.0], points[edge.ends.1], 5.0);
        if cut > 0.0 {
            THROUGH_PLATE_COST + 200.0 * cut
        } else {
            0.0
        }
    }

    fn stress(&self, sketch: &Sketch, affected: &Affected) -> f64 {
        let (points, count, mut sum) = (&sketch.arrangement.points, self.board.count(), 0.0);
        for node in &affected.boxes {
            for other in 0..count {
                if other != *node && (other < *node || !affected.is_box[other]) {
                    let error = (points[*node] - points[other]).length()
                        / self.board.ideal_distances[node * count + other]
                        - 1.0;
                    sum += error * error;
                }
            }
        }
        14.0 * sum / count as f64
    }

    /// The cost of edges too short to be seen and of labels without space that a change affects.
    pub fn label_cost(&self, sketch: &Sketch, affected: &Affected) -> f64 {
        let mut sum = 0.0;
        for (index, edge) in self.board.edges.iter().enumerate() {
            if affected.is_edge[index] {
                let visible = sketch.labels[index].1;
                sum += 2.0 * (30.0 - visible).max(0.0)
                    + 0.6 * (required_length(&sketch.arrangement.points, edge) - visible).max(0.0);
                sum += self.covered_by_label(sketch, index, 0..self.board.count(), &sketch.used);
                for other in (0..self.board.edges.len()).filter(|other| *other != index) {
                    sum += self.disturbed(sketch, index, other);
                }
            } else {
                sum += self.covered_by_label(
                    sketch,
                    index,
                    affected.boxes.iter().copied(),
                    &affected.areas,
                );
                for other in &affected.edges {
                    sum += self.disturbed(sketch, index, *other);
                }
            }
        }
        LABEL_WEIGHT * sum
    }

    /// The cost of a label over these boxes and the names of these areas.
    fn covered_by_label(
        &self,
        sketch: &Sketch,
        index: usize,
        boxes: impl Iterator<Item = usize>,
        areas: &[usize],
    ) -> f64 {
        let (label, mut sum) = (&sketch.labels[index].0, 0.0);
        for node in boxes {
            sum += self
                .board
                .plate(&sketch.arrangement.points, node)
                .overlap(label, 4.0)
                .min(15.0);
        }
        for title in areas.iter().filter_map(|area| sketch.titles[*area]) {
            sum += title.overlap(label, 1.0).min(15.0);
        }
        0.3 * sum
    }

    /// The cost of another edge and its label over a label; labels that overlap count from both
    /// sides.
    fn disturbed(&self, sketch: &Sketch, index: usize, other: usize) -> f64 {
        let (label, (from, to)) = (&sketch.labels[index].0, self.board.edges[other].ends);
        let overlap = sketch.labels[other].0.overlap(label, 2.0).min(15.0);
        let cut = label.cut_depth(
            sketch.arrangement.points[from],
            sketch.arrangement.points[to],
            0.0,
        ) > 0.0;
        0.15 * overlap + if cut { 2.0 } else { 0.0 }
    }
}

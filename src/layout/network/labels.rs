//! The positions of labels and arrowheads on the arrows of an arranged network.

use super::board::{Arrangement, Board};
use crate::geometry::{Rect, Vec2};

/// Distance between arrows that join the same two boxes, px.
const PARALLEL_GAP: f64 = 9.0;

/// Between two texts, px: more than rounding to a tenth of a percent can take away in either
/// frame's width.
const TEXT_GAP: f64 = 1.0;

/// From an arrowhead's middle to the box it points at, px.
const HEAD_DISTANCE: f64 = 9.0;

/// The boxes that an arrow connects, how far it is moved aside, and half the size of its label.
pub struct Arrow {
    pub ends: (usize, usize),
    pub aside: Vec2,
    pub label: Vec2,
}

/// The positions on an arrow, before it is moved aside.
#[derive(Clone)]
pub struct ArrowMarks {
    pub head: Vec2,
    /// The middle of the label, and whether it is spare.
    pub label: Option<(Vec2, bool)>,
}

/// Moves arrows between the same two boxes apart, at right angles to them.
pub fn spread(at: &[Vec2], mut arrows: Vec<Arrow>) -> Vec<Arrow> {
    let pair = |arrow: &Arrow| {
        (
            arrow.ends.0.min(arrow.ends.1),
            arrow.ends.0.max(arrow.ends.1),
        )
    };
    for index in 0..arrows.len() {
        let (low, high) = pair(&arrows[index]);
        let peers: Vec<_> = (0..arrows.len())
            .filter(|other| pair(&arrows[*other]) == (low, high))
            .collect();
        let rank = peers
            .iter()
            .position(|peer| *peer == index)
            .unwrap_or_default() as f64;
        let run = at[high] - at[low];
        let normal = Vec2::new(-run.y, run.x) * (1.0 / run.length().max(1.0));
        arrows[index].aside = normal * ((rank - (peers.len() - 1) as f64 / 2.0) * PARALLEL_GAP);
    }
    arrows
}

/// Labels near the middle of their arrows where they cover no box, no group's name, no label and no
/// other arrow; then spare ones, for when only one box's arrows are labelled; and arrowheads near
/// their ends, clear of boxes and labels.
pub fn label(
    board: &Board,
    arrangement: &Arrangement,
    arrows: &[Arrow],
    height: f64,
) -> Vec<ArrowMarks> {
    let at = &arrangement.points[..];
    let plates = (0..at.len()).map(|one| board.plate(at, one)).collect();
    let titles = board
        .hulls(arrangement)
        .iter()
        .map(|(group, hull)| board.title_in(hull, *group))
        .collect();
    let space = LabelSpace {
        frame: Rect::from_points(Vec2::default(), Vec2::new(board.width, height)),
        at,
        arrows,
        plates,
        titles,
    };
    let mut labels: Vec<Option<(Vec2, bool)>> = vec![None; arrows.len()];
    space.fill(&mut labels);
    space
        .heads(&labels)
        .into_iter()
        .zip(labels)
        .map(|(head, label)| ArrowMarks { head, label })
        .collect()
}

/// All that labels and arrowheads must keep clear of.
pub struct LabelSpace<'a> {
    pub frame: Rect,
    pub at: &'a [Vec2],
    pub arrows: &'a [Arrow],
    pub plates: Vec<Rect>,
    pub titles: Vec<Rect>,
}

impl LabelSpace<'_> {
    /// Places the labels that have no point yet, then the spare ones.
    pub fn fill(&self, labels: &mut [Option<(Vec2, bool)>]) {
        let mut order: Vec<_> = (0..self.arrows.len()).collect();
        order.sort_by(|one, other| {
            self.visible_length(*one)
                .total_cmp(&self.visible_length(*other))
        });
        for spare in [false, true] {
            for index in &order {
                if labels[*index].is_none_or(|(_, is_spare)| is_spare && !spare) {
                    labels[*index] = self
                        .label_point(*index, labels, spare)
                        .map(|point| (point, spare))
                        .or(labels[*index]);
                }
            }
        }
    }

    /// The middles of the arrowheads, before they are moved aside.
    pub fn heads(&self, labels: &[Option<(Vec2, bool)>]) -> Vec<Vec2> {
        let mut heads: Vec<Vec2> = Vec::new();
        for index in 0..self.arrows.len() {
            let head = self.head(index, labels, &heads);
            heads.push(head);
        }
        heads
    }

    fn ends(&self, index: usize) -> (Vec2, Vec2) {
        let (from, to) = self.arrows[index].ends;
        (self.at[from], self.at[to])
    }

    /// The part of an arrow between its boxes, as shares of its length.
    fn visible(&self, index: usize) -> (f64, f64) {
        let (from, to) = self.arrows[index].ends;
        let start = self.plates[from].exit(self.at[to]).min(1.0);
        (
            start,
            (1.0 - self.plates[to].exit(self.at[from])).max(start),
        )
    }

    fn visible_length(&self, index: usize) -> f64 {
        let ((start, end), (from, to)) = (self.visible(index), self.ends(index));
        (end - start) * (to - from).length()
    }

    fn box_of(&self, index: usize, middle: Vec2) -> Rect {
        Rect::new(middle + self.arrows[index].aside, self.arrows[index].label)
    }

    /// The first point along an arrow, from its middle outwards, where its label fits.
    fn label_point(
        &self,
        index: usize,
        labels: &[Option<(Vec2, bool)>],
        spare: bool,
    ) -> Option<Vec2> {
        let ((start, end), (from, to)) = (self.visible(index), self.ends(index));
        let steps = (0..=20)
            .map(|step| f64::from((step + 1) / 2) * if step % 2 == 0 { 0.04 } else { -0.04 });
        let places = steps.map(|offset| from.lerp(to, start + (end - start) * (0.5 + offset)));
        let tip = self.tip(index);
        let fits = |label: &Rect| {
            label.overlap(&tip, 0.0) == 0.0 && self.is_clear(index, *label, labels, spare)
        };
        places
            .into_iter()
            .find(|middle| fits(&self.box_of(index, *middle)))
    }

    /// The arrowhead if nothing is in its way: a label over it would hide who acts on whom.
    fn tip(&self, index: usize) -> Rect {
        let ((_, end), (from, to)) = (self.visible(index), self.ends(index));
        let back = end - HEAD_DISTANCE / (to - from).length().max(1.0);
        Rect::new(
            from.lerp(to, back) + self.arrows[index].aside,
            Vec2::new(6.0, 6.0),
        )
    }

    fn is_clear(
        &self,
        index: usize,
        label: Rect,
        labels: &[Option<(Vec2, bool)>],
        spare: bool,
    ) -> bool {
        let inside = self.frame.contains(&Rect::new(
            label.centre,
            label.half + Vec2::new(TEXT_GAP, TEXT_GAP),
        ));
        let boxes = self
            .plates
            .iter()
            .any(|plate| plate.overlap(&label, 3.0) > 0.0)
            || self
                .titles
                .iter()
                .any(|title| title.overlap(&label, TEXT_GAP) > 0.0);
        let taken = |other: usize| match labels[other] {
            Some((_, true)) if !self.share_an_end(index, other) => false,
            Some((middle, _)) => self.box_of(other, middle).overlap(&label, TEXT_GAP) > 0.0,
            None => false,
        };
        let crossed = |other: usize| {
            let ((from, to), aside) = (self.ends(other), self.arrows[other].aside);
            label.cut_depth(from + aside, to + aside, 1.0) > 0.0
        };
        let others = || (0..self.arrows.len()).filter(|other| *other != index);
        inside && !boxes && !others().any(taken) && (spare || !others().any(crossed))
    }

    fn share_an_end(&self, one: usize, other: usize) -> bool {
        let ((a, b), (c, d)) = (self.arrows[one].ends, self.arrows[other].ends);
        a == c || a == d || b == c || b == d
    }

    /// As near to the box it points at as labels and other heads allow.
    fn head(&self, index: usize, labels: &[Option<(Vec2, bool)>], heads: &[Vec2]) -> Vec2 {
        let ((start, end), (from, to)) = (self.visible(index), self.ends(index));
        let length = (to - from).length().max(1.0);
        let aside = self.arrows[index].aside;
        let fallback = from.lerp(to, start + (end - start) * 0.6);
        let places = (0..12)
            .map(|step| end - (HEAD_DISTANCE + 5.0 * f64::from(step)) / length)
            .filter(|share| *share > start + 6.0 / length);
        let clear = |point: &Vec2| {
            let tip = Rect::new(*point + aside, Vec2::new(6.0, 6.0));
            let labelled = (0..labels.len()).filter_map(|other| {
                Some((
                    other,
                    labels[other].filter(|(_, spare)| !spare || other == index)?,
                ))
            });
            !labelled
                .into_iter()
                .any(|(other, (middle, _))| self.box_of(other, middle).overlap(&tip, 0.0) > 0.0)
                && !self
                    .plates
                    .iter()
                    .any(|plate| plate.overlap(&tip, 0.0) > 0.0)
                && !heads.iter().enumerate().any(|(other, head)| {
                    (*head + self.arrows[other].aside - tip.centre).length() < 10.0
                })
        };
        places
            .map(|share| from.lerp(to, share))
            .find(clear)
            .unwrap_or(fallback)
    }
}

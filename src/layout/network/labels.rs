//! Where words and arrowheads stand on the lines of a placed network. Knows no story.

use super::board::{Board, Draft};
use crate::geometry::{Rect, Vec2};

/// Distance between lines that run between the same two boxes, px.
const PARALLEL: f64 = 9.0;

/// What stays between two texts, px: more than rounding their places to a tenth of a percent can
/// take away at any frame's width.
const CLEAR: f64 = 1.0;

/// Distance of an arrowhead's middle from the box it points at, px.
const HEAD: f64 = 9.0;

/// One arrow: the boxes it connects, how far it is moved aside, and half the size of its label.
pub struct Wire {
    pub ends: (usize, usize),
    pub aside: Vec2,
    pub label: Vec2,
}

/// What stands on a wire, before it is moved aside.
#[derive(Clone)]
pub struct Mark {
    pub head: Vec2,
    /// The middle of the label, and whether it is spare.
    pub label: Option<(Vec2, bool)>,
}

/// Moves wires between the same two boxes apart, at right angles to them.
pub fn spread(at: &[Vec2], mut wires: Vec<Wire>) -> Vec<Wire> {
    let pair = |wire: &Wire| (wire.ends.0.min(wire.ends.1), wire.ends.0.max(wire.ends.1));
    for index in 0..wires.len() {
        let (low, high) = pair(&wires[index]);
        let peers: Vec<_> = (0..wires.len())
            .filter(|other| pair(&wires[*other]) == (low, high))
            .collect();
        let rank = peers
            .iter()
            .position(|peer| *peer == index)
            .unwrap_or_default() as f64;
        let run = at[high] - at[low];
        let normal = Vec2::new(-run.y, run.x) * (1.0 / run.length().max(1.0));
        wires[index].aside = normal * ((rank - (peers.len() - 1) as f64 / 2.0) * PARALLEL);
    }
    wires
}

/// Labels in the middle of their wires where they cover no box, no group's name, no label and no
/// other wire; then spare ones, for when only one box's wires are labelled; and arrowheads near
/// their ends, clear of boxes and labels.
pub fn label(board: &Board, draft: &Draft, wires: &[Wire], height: f64) -> Vec<Mark> {
    let at = &draft.at[..];
    let plates = (0..at.len()).map(|one| board.plate_of(at, one)).collect();
    let titles = board
        .hulls(draft)
        .iter()
        .map(|(group, hull)| board.title_in(hull, *group))
        .collect();
    let desk = Desk {
        frame: Rect::from_points(Vec2::default(), Vec2::new(board.width, height)),
        at,
        wires,
        plates,
        titles,
    };
    let mut labels: Vec<Option<(Vec2, bool)>> = vec![None; wires.len()];
    desk.fill(&mut labels);
    desk.heads(&labels)
        .into_iter()
        .zip(labels)
        .map(|(head, label)| Mark { head, label })
        .collect()
}

/// All that labels and arrowheads must keep clear of.
pub struct Desk<'a> {
    pub frame: Rect,
    pub at: &'a [Vec2],
    pub wires: &'a [Wire],
    pub plates: Vec<Rect>,
    pub titles: Vec<Rect>,
}
impl Desk<'_> {
    /// Finds room for the labels that have none, and a place of their own for spare ones.
    pub fn fill(&self, labels: &mut [Option<(Vec2, bool)>]) {
        let mut order: Vec<_> = (0..self.wires.len()).collect();
        order.sort_by(|one, other| {
            self.visible_length(*one)
                .total_cmp(&self.visible_length(*other))
        });
        for spare in [false, true] {
            for index in &order {
                if labels[*index].is_none_or(|(_, is_spare)| is_spare && !spare) {
                    labels[*index] = self
                        .room(*index, labels, spare)
                        .map(|spot| (spot, spare))
                        .or(labels[*index]);
                }
            }
        }
    }

    /// The middles of the arrowheads, before they are moved aside.
    pub fn heads(&self, labels: &[Option<(Vec2, bool)>]) -> Vec<Vec2> {
        let mut heads: Vec<Vec2> = Vec::new();
        for index in 0..self.wires.len() {
            let head = self.head(index, labels, &heads);
            heads.push(head);
        }
        heads
    }

    fn ends(&self, index: usize) -> (Vec2, Vec2) {
        let (from, to) = self.wires[index].ends;
        (self.at[from], self.at[to])
    }

    /// The stretch of a wire between its boxes, as shares of the way.
    fn visible(&self, index: usize) -> (f64, f64) {
        let (from, to) = self.wires[index].ends;
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
        Rect::new(middle + self.wires[index].aside, self.wires[index].label)
    }

    /// The first place along a wire, from its middle outwards, where its label has room.
    fn room(&self, index: usize, labels: &[Option<(Vec2, bool)>], spare: bool) -> Option<Vec2> {
        let ((start, end), (from, to)) = (self.visible(index), self.ends(index));
        let steps = (0..=20)
            .map(|step| f64::from((step + 1) / 2) * if step % 2 == 0 { 0.04 } else { -0.04 });
        let places = steps.map(|off| from.lerp(to, start + (end - start) * (0.5 + off)));
        let tip = self.tip(index);
        let fits = |label: &Rect| {
            label.overlap(&tip, 0.0) == 0.0 && self.is_free(index, *label, labels, spare)
        };
        places
            .into_iter()
            .find(|middle| fits(&self.box_of(index, *middle)))
    }

    /// Where the arrowhead stands if nothing is in its way: a label that hid it would hide who does
    /// it to whom.
    fn tip(&self, index: usize) -> Rect {
        let ((_, end), (from, to)) = (self.visible(index), self.ends(index));
        let back = end - HEAD / (to - from).length().max(1.0);
        Rect::new(
            from.lerp(to, back) + self.wires[index].aside,
            Vec2::new(6.0, 6.0),
        )
    }

    fn is_free(
        &self,
        index: usize,
        label: Rect,
        labels: &[Option<(Vec2, bool)>],
        spare: bool,
    ) -> bool {
        let inside = self.frame.contains(&Rect::new(
            label.centre,
            label.half + Vec2::new(CLEAR, CLEAR),
        ));
        let boxes = self
            .plates
            .iter()
            .any(|plate| plate.overlap(&label, 3.0) > 0.0)
            || self
                .titles
                .iter()
                .any(|title| title.overlap(&label, CLEAR) > 0.0);
        let taken = |other: usize| match labels[other] {
            Some((_, true)) if !self.share_an_end(index, other) => false,
            Some((middle, _)) => self.box_of(other, middle).overlap(&label, CLEAR) > 0.0,
            None => false,
        };
        let crossed = |other: usize| {
            let ((from, to), aside) = (self.ends(other), self.wires[other].aside);
            label.cut_depth(from + aside, to + aside, 1.0) > 0.0
        };
        let others = || (0..self.wires.len()).filter(|other| *other != index);
        inside && !boxes && !others().any(taken) && (spare || !others().any(crossed))
    }

    fn share_an_end(&self, one: usize, other: usize) -> bool {
        let ((a, b), (c, d)) = (self.wires[one].ends, self.wires[other].ends);
        a == c || a == d || b == c || b == d
    }

    /// As near to the box it points at as labels and other heads allow.
    fn head(&self, index: usize, labels: &[Option<(Vec2, bool)>], heads: &[Vec2]) -> Vec2 {
        let ((start, end), (from, to)) = (self.visible(index), self.ends(index));
        let length = (to - from).length().max(1.0);
        let aside = self.wires[index].aside;
        let fallback = from.lerp(to, start + (end - start) * 0.6);
        let places = (0..12)
            .map(|step| end - (HEAD + 5.0 * f64::from(step)) / length)
            .filter(|share| *share > start + 6.0 / length);
        let clear = |spot: &Vec2| {
            let tip = Rect::new(*spot + aside, Vec2::new(6.0, 6.0));
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
                    (*head + self.wires[other].aside - tip.centre).length() < 10.0
                })
        };
        places
            .map(|share| from.lerp(to, share))
            .find(clear)
            .unwrap_or(fallback)
    }
}

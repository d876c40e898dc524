//! Where words and arrowheads stand on the lines of a placed network. Knows no story.

use super::board::{Board, Draft};
use super::plane::{Area, Spot};

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
    pub aside: Spot,
    pub label: Spot,
}

/// What stands on a wire, before it is moved aside.
#[derive(Clone)]
pub struct Mark {
    pub head: Spot,
    /// The middle of the label, and whether it is spare.
    pub label: Option<(Spot, bool)>,
}

/// Moves wires between the same two boxes apart, at right angles to them.
pub fn spread(at: &[Spot], mut wires: Vec<Wire>) -> Vec<Wire> {
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
        let run = at[high].minus(at[low]);
        let normal = Spot::new(-run.y, run.x).times(1.0 / run.length().max(1.0));
        wires[index].aside = normal.times((rank - (peers.len() - 1) as f64 / 2.0) * PARALLEL);
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
        frame: Area::between(Spot::default(), Spot::new(board.width, height)),
        at,
        wires,
        plates,
        titles,
    };
    let mut labels: Vec<Option<(Spot, bool)>> = vec![None; wires.len()];
    desk.fill(&mut labels);
    desk.heads(&labels)
        .into_iter()
        .zip(labels)
        .map(|(head, label)| Mark { head, label })
        .collect()
}

/// All that labels and arrowheads must keep clear of.
pub struct Desk<'a> {
    pub frame: Area,
    pub at: &'a [Spot],
    pub wires: &'a [Wire],
    pub plates: Vec<Area>,
    pub titles: Vec<Area>,
}
impl Desk<'_> {
    /// Finds room for the labels that have none, and a place of their own for spare ones.
    pub fn fill(&self, labels: &mut [Option<(Spot, bool)>]) {
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
    pub fn heads(&self, labels: &[Option<(Spot, bool)>]) -> Vec<Spot> {
        let mut heads: Vec<Spot> = Vec::new();
        for index in 0..self.wires.len() {
            let head = self.head(index, labels, &heads);
            heads.push(head);
        }
        heads
    }

    fn ends(&self, index: usize) -> (Spot, Spot) {
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
        (end - start) * to.minus(from).length()
    }

    fn box_of(&self, index: usize, middle: Spot) -> Area {
        Area::new(
            middle.plus(self.wires[index].aside),
            self.wires[index].label,
        )
    }

    /// The first place along a wire, from its middle outwards, where its label has room.
    fn room(&self, index: usize, labels: &[Option<(Spot, bool)>], spare: bool) -> Option<Spot> {
        let ((start, end), (from, to)) = (self.visible(index), self.ends(index));
        let steps = (0..=20)
            .map(|step| f64::from((step + 1) / 2) * if step % 2 == 0 { 0.04 } else { -0.04 });
        let places = steps.map(|off| from.towards(to, start + (end - start) * (0.5 + off)));
        let tip = self.tip(index);
        let fits = |label: &Area| {
            label.overlap(&tip, 0.0) == 0.0 && self.is_free(index, *label, labels, spare)
        };
        places
            .into_iter()
            .find(|middle| fits(&self.box_of(index, *middle)))
    }

    /// Where the arrowhead stands if nothing is in its way: a label that hid it would hide who does
    /// it to whom.
    fn tip(&self, index: usize) -> Area {
        let ((_, end), (from, to)) = (self.visible(index), self.ends(index));
        let back = end - HEAD / to.minus(from).length().max(1.0);
        Area::new(
            from.towards(to, back).plus(self.wires[index].aside),
            Spot::new(6.0, 6.0),
        )
    }

    fn is_free(
        &self,
        index: usize,
        label: Area,
        labels: &[Option<(Spot, bool)>],
        spare: bool,
    ) -> bool {
        let inside = self.frame.contains(&Area::new(
            label.centre,
            label.half.plus(Spot::new(CLEAR, CLEAR)),
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
            label.cut(from.plus(aside), to.plus(aside), 1.0) > 0.0
        };
        let others = || (0..self.wires.len()).filter(|other| *other != index);
        inside && !boxes && !others().any(taken) && (spare || !others().any(crossed))
    }

    fn share_an_end(&self, one: usize, other: usize) -> bool {
        let ((a, b), (c, d)) = (self.wires[one].ends, self.wires[other].ends);
        a == c || a == d || b == c || b == d
    }

    /// As near to the box it points at as labels and other heads allow.
    fn head(&self, index: usize, labels: &[Option<(Spot, bool)>], heads: &[Spot]) -> Spot {
        let ((start, end), (from, to)) = (self.visible(index), self.ends(index));
        let length = to.minus(from).length().max(1.0);
        let aside = self.wires[index].aside;
        let fallback = from.towards(to, start + (end - start) * 0.6);
        let places = (0..12)
            .map(|step| end - (HEAD + 5.0 * f64::from(step)) / length)
            .filter(|share| *share > start + 6.0 / length);
        let clear = |spot: &Spot| {
            let tip = Area::new(spot.plus(aside), Spot::new(6.0, 6.0));
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
                    head.plus(self.wires[other].aside)
                        .minus(tip.centre)
                        .length()
                        < 10.0
                })
        };
        places
            .map(|share| from.towards(to, share))
            .find(clear)
            .unwrap_or(fallback)
    }
}

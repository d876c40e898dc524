//! What makes a network easy to read, as a number: the smaller, the better. Knows no story.

use super::plane::{Area, Spot, crosses};

/// Free space between hulls, and around them to the edge of the frame, px.
/// The price of a px of overlap in the end.
pub const FIRM: f64 = 12.0;

pub const GAP: f64 = 8.0;

/// The price of a line through the middle of a group's name.
const TITLE: f64 = 40.0;

/// All that the search needs to know: boxes, their groups, and the lines between them. Sizes are halves, in px.
pub struct Board {
    pub width: f64,
    /// The height that the picture should not exceed.
    pub height: f64,
    /// The room that nobody else may enter: at least a finger high.
    pub reach: Vec<Spot>,
    /// What is drawn.
    pub plate: Vec<Spot>,
    /// Of each box; a group may stand in several parts, which are groups of their own here.
    pub group: Vec<usize>,
    /// The boxes of each group.
    pub members: Vec<Vec<usize>>,
    /// What two lines that cross cost.
    pub crossing: f64,
    /// The name above each group; without size where groups are not drawn.
    pub titles: Vec<Spot>,
    pub lines: Vec<Line>,
    /// Wanted distances, px.
    pub apart: Vec<f64>,
}

/// What ties two actors, however many relations it stands for; `label` is half the size of the largest label.
pub struct Line {
    pub ends: (usize, usize),
    pub label: Spot,
}

impl Board {
    pub fn count(&self) -> usize {
        self.plate.len()
    }

    fn reach_of(&self, at: &[Spot], one: usize) -> Area {
        Area::new(at[one], self.reach[one])
    }

    pub fn plate_of(&self, at: &[Spot], one: usize) -> Area {
        Area::new(at[one], self.plate[one])
    }

    /// The box around a group and its name; `None` for a group without members.
    pub fn hull(&self, at: &[Spot], group: usize) -> Option<Area> {
        let members = Area::around(self.members[group].iter().map(|one| self.reach_of(at, *one)))?;
        let title = self.titles[group];
        let half = members.half.x.max(title.x) + 4.0;
        let low = Spot::new(members.centre.x - half, members.low().y - 2.0 * title.y);
        let high = Spot::new(members.centre.x + half, members.high().y);
        Some(Area::between(low, high))
    }

    /// Where the name of a group stands in its hull.
    pub fn title_in(&self, hull: &Area, group: usize) -> Area {
        Area::new(Spot::new(hull.centre.x, hull.low().y + self.titles[group].y), self.titles[group])
    }

    /// The hulls of all groups that have members.
    pub fn hulls(&self, at: &[Spot]) -> Vec<(usize, Area)> {
        (0..self.titles.len()).filter_map(|group| Some((group, self.hull(at, group)?))).collect()
    }

    /// How far boxes overlap or leave the frame on the sides or above, px: zero in every picture that is shown.
    pub fn clash(&self, at: &[Spot], hulls: &[(usize, Area)]) -> f64 {
        let mut sum = 0.0;
        for (index, (group, hull)) in hulls.iter().enumerate() {
            sum += (-hull.low().x).max(0.0) + (hull.high().x - self.width).max(0.0) + (-hull.low().y).max(0.0);
            sum += hulls[..index].iter().map(|(_, other)| hull.overlap(other, GAP)).sum::<f64>();
            let members = &self.members[*group];
            for (rank, one) in members.iter().enumerate() {
                let room = self.reach_of(at, *one);
                sum += members[..rank].iter().map(|other| room.overlap(&self.reach_of(at, *other), 0.0)).sum::<f64>();
            }
        }
        sum
    }

    /// Everything that makes a picture harder to read. The weights are px-like: a crossing is as bad as 60 px of overlap.
    pub fn cost(&self, at: &[Spot]) -> f64 {
        self.cost_below(at, FIRM, f64::INFINITY).unwrap_or(f64::INFINITY)
    }

    /// The cost, unless it is found to reach `limit`: the search drops most pictures early. `firm` is the price of a px of overlap.
    pub fn cost_below(&self, at: &[Spot], firm: f64, limit: f64) -> Option<f64> {
        let hulls = self.hulls(at);
        let overflow = (bottom(&hulls) - self.height).max(0.0);
        let mut sum = firm * (self.clash(at, &hulls) + overflow);
        for index in 0..self.lines.len() {
            if sum >= limit {
                return None;
            }
            sum += self.tangle(at, &hulls, index);
        }
        if sum < limit {
            sum += self.cramped(at, &hulls) + 14.0 * self.stress(at);
        }
        (sum < limit).then_some(sum)
    }

    /// A line that crosses or lies upon an earlier one, or runs through boxes and names that are not its own.
    fn tangle(&self, at: &[Spot], hulls: &[(usize, Area)], index: usize) -> f64 {
        let line = &self.lines[index];
        let (start, end) = (at[line.ends.0], at[line.ends.1]);
        let mut sum = self.lines[..index].iter().map(|other| self.entwined(at, line, other)).sum::<f64>();
        for one in (0..self.count()).filter(|one| *one != line.ends.0 && *one != line.ends.1) {
            let cut = self.plate_of(at, one).cut(start, end, 5.0);
            sum += if cut > 0.0 { 120.0 + 60.0 * cut } else { 0.0 };
        }
        sum + hulls.iter().map(|(group, hull)| TITLE * self.title_in(hull, *group).cut(start, end, 0.0)).sum::<f64>()
    }

    /// How two lines disturb each other: by crossing, or by leaving a shared end in nearly the same direction.
    fn entwined(&self, at: &[Spot], line: &Line, other: &Line) -> f64 {
        let ((a, b), (c, d)) = (line.ends, other.ends);
        let shared = match (a == c, a == d, b == c, b == d) {
            (true, ..) => Some((a, b, d)),
            (_, true, ..) => Some((a, b, c)),
            (_, _, true, _) => Some((b, a, d)),
            (.., true) => Some((b, a, c)),
            _ => None,
        };
        let Some((hub, one, two)) = shared else {
            return if crosses(at[a], at[b], at[c], at[d]) { self.crossing } else { 0.0 };
        };
        let (first, second) = (at[one].minus(at[hub]), at[two].minus(at[hub]));
        let cosine = first.dot(second) / (first.length() * second.length()).max(1e-9);
        // From about 20 degrees on, two lines can be told apart.
        (cosine - 0.94).max(0.0) / 0.06 * 40.0
    }

    /// How many lines cross, or run through boxes that are not their own.
    pub fn tangles(&self, at: &[Spot]) -> usize {
        let ends = |line: &Line| (at[line.ends.0], at[line.ends.1]);
        let crossed = |index: usize| {
            let (a, b) = ends(&self.lines[index]);
            let cross = |other: &&Line| crosses(a, b, ends(other).0, ends(other).1);
            let own = self.lines[index].ends;
            let others = (0..self.count()).filter(|one| *one != own.0 && *one != own.1);
            let through = others.filter(|one| self.plate_of(at, *one).cut(a, b, 0.0) > 0.0).count();
            self.lines[..index].iter().filter(cross).count() + through
        };
        (0..self.lines.len()).map(crossed).sum()
    }

    /// Lines too short to be seen, and labels without room.
    fn cramped(&self, at: &[Spot], hulls: &[(usize, Area)]) -> f64 {
        let labels: Vec<_> = self.lines.iter().map(|line| self.label_of(at, line)).collect();
        let titles: Vec<_> = hulls.iter().map(|(group, hull)| self.title_in(hull, *group)).collect();
        let mut sum = 0.0;
        for (index, (label, visible)) in labels.iter().enumerate() {
            sum += 2.0 * (30.0 - visible).max(0.0) + 0.6 * (self.wanted(at, &self.lines[index]) - visible).max(0.0);
            let nodes = (0..self.count()).map(|one| self.plate_of(at, one).overlap(label, 4.0));
            let names = titles.iter().map(|title| title.overlap(label, 1.0));
            let others = labels[..index].iter().map(|(other, _)| other.overlap(label, 2.0));
            sum += 0.3 * nodes.chain(names).chain(others).map(|depth| depth.min(15.0)).sum::<f64>();
            let cut = |other: &&Line| {
                !std::ptr::eq(*other, &self.lines[index]) && label.cut(at[other.ends.0], at[other.ends.1], 0.0) > 0.0
            };
            sum += 2.0 * self.lines.iter().filter(cut).count() as f64;
        }
        sum
    }

    /// The box of a line's label in the middle of what is visible of it, and the length of that, px.
    fn label_of(&self, at: &[Spot], line: &Line) -> (Area, f64) {
        let (from, to) = (line.ends.0, line.ends.1);
        let (start, end) = (self.plate_of(at, from).exit(at[to]), 1.0 - self.plate_of(at, to).exit(at[from]));
        let middle = at[from].towards(at[to], (start + end) / 2.0);
        (Area::new(middle, line.label), (end - start) * at[to].minus(at[from]).length())
    }

    /// The length that shows a line's arrowhead beside its label, px.
    fn wanted(&self, at: &[Spot], line: &Line) -> f64 {
        let run = at[line.ends.1].minus(at[line.ends.0]);
        let (x, y) = (line.label.x / run.x.abs().max(0.001), line.label.y / run.y.abs().max(0.001));
        2.0 * x.min(y) * run.length() + 26.0
    }

    fn stress(&self, at: &[Spot]) -> f64 {
        let mut sum = 0.0;
        for one in 0..self.count() {
            for other in 0..one {
                let wanted = self.apart[one * self.count() + other];
                let off = at[one].minus(at[other]).length() / wanted - 1.0;
                sum += off * off;
            }
        }
        sum / self.count() as f64
    }
}

/// The lower end of the lowest hull.
pub fn bottom(hulls: &[(usize, Area)]) -> f64 {
    hulls.iter().map(|(_, hull)| hull.high().y).fold(0.0, f64::max)
}

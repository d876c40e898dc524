//! Actors along one issue: those that take a side by stance, the others apart. Knows no evidence and no filter.
//!
//! A wide frame sets the stances side by side, a narrow one sets them below each other; within an area actors stand in rows.
//! Runs in the browser whenever the filter changes, so it is one pass.

use super::plane::rounded;
use super::{Frame, Point, Words};
use crate::story::{ActorId, Issue, Story};

/// Where an actor belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// On the scale, at its stance of this index.
    On(usize),
    /// Beside the scale, in the area of this index.
    Apart(usize),
}

/// An issue as a picture in one frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Spectrum {
    /// px
    pub height: f64,
    /// The middle of each actor's plate, by [`ActorId`].
    pub places: Vec<Point>,
    /// The areas of the scale's stances, in their order, with their labels.
    pub stances: Vec<(Slot, Words)>,
    /// The areas apart that have actors, with their index.
    pub apart: Vec<(usize, Slot)>,
}

/// An area and the place of its name: `left` and `width` in percent, `top` and `bottom` in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    pub left: f64,
    pub width: f64,
    pub top: f64,
    pub bottom: f64,
}

/// Room over the actors of an area beside its words: over the words for the mark of a stance, below them for those of the actors, px.
const OVER: f64 = 24.0;
const BELOW: f64 = 12.0;

/// Room over actors who are apart, for two lines, px.
const APART: f64 = 40.0;

/// The least height of a row: with the gap a finger's.
const ROW: f64 = 32.0;

/// Between rows, px; the marks of stances stand in it.
const GAP: f64 = 12.0;

/// Between plates in a row, px.
const BESIDE: f64 = 6.0;

/// The least width of a column of plates, px.
const COLUMN: f64 = 88.0;

/// Places the actors of a story along an issue; `stands` by [`ActorId`]. Actors of a group stay together.
pub fn spectrum(story: &Story, frame: Frame, issue: &Issue, stands: &[Stand]) -> Spectrum {
    let count = issue.scale.len();
    let plates: Vec<_> = story.actors.iter().map(|actor| Words::name(actor.label(), frame)).collect();
    let mut table = Table { frame, plates, places: vec![Point::default(); story.actors.len()] };
    let sides: Vec<_> = (0..count).map(|stance| members(story, stands, Stand::On(stance))).collect();
    let abreast = frame == Frame::Wide && sides.iter().flatten().all(|id| table.fits(*id, count));
    let room = if abreast { frame.width() / count as f64 } else { frame.width() };
    let room = room - if abreast { 8.0 } else { 30.0 };
    let labels: Vec<_> = issue.scale.iter().map(|stance| Words::heading(&stance.label, frame, room)).collect();
    let tallest = labels.iter().map(|label| label.height).fold(0.0, f64::max);
    let (mut below, mut stances, mut apart) = (0.0, Vec::new(), Vec::new());
    for (index, (members, label)) in sides.iter().zip(labels).enumerate() {
        let border = |index: usize| rounded(100.0 * index as f64 / count as f64);
        let (left, right) = if abreast { (border(index), border(index + 1)) } else { (0.0, 100.0) };
        let (top, head) = if abreast { (0.0, OVER + tallest + BELOW) } else { (below, label.height + 8.0 + BELOW) };
        let slot = table.fill(Slot { left, width: rounded(right - left), top, bottom: top }, head, members);
        below = slot.bottom.max(below);
        stances.push((slot, label));
    }
    stances.iter_mut().filter(|_| abreast).for_each(|(slot, _)| slot.bottom = below);
    let areas = stands.iter().map(|stand| if let Stand::Apart(area) = stand { area + 1 } else { 0 }).max();
    for area in 0..areas.unwrap_or(0) {
        let members = members(story, stands, Stand::Apart(area));
        if !members.is_empty() {
            let slot = table.fill(Slot { left: 0.0, width: 100.0, top: below, bottom: below }, APART, &members);
            below = slot.bottom;
            apart.push((area, slot));
        }
    }
    Spectrum { height: below, places: table.places, stances, apart }
}

fn members(story: &Story, stands: &[Stand], stand: Stand) -> Vec<ActorId> {
    // Group by group instead of sorted: the library's sort would be the only one in the browser, and weighs more than this view.
    let of = |group| story.each_actor().filter(move |(id, actor)| actor.group == group && stands[id.index()] == stand);
    story.each_group().flat_map(|(group, _)| of(group)).map(|(id, _)| id).collect()
}

struct Table {
    frame: Frame,
    plates: Vec<Words>,
    places: Vec<Point>,
}

impl Table {
    /// Whether an actor's plate fits into one of so many columns.
    fn fits(&self, id: ActorId, columns: usize) -> bool {
        self.plates[id.index()].width + BESIDE <= self.frame.width() / columns as f64
    }

    /// Sets actors in rows under the head of a slot, and gives it its bottom.
    fn fill(&mut self, slot: Slot, head: f64, members: &[ActorId]) -> Slot {
        let room = slot.width / 100.0 * self.frame.width();
        // Under a name in the middle of its column, few actors stand in the middle too.
        let most = if slot.width < 100.0 { members.len() } else { usize::MAX };
        let most = ((room / COLUMN) as usize).min(most).max(1);
        let columns = (1..=most).rev().find(|columns| self.abreast(room, *columns, members)).unwrap_or(1);
        let mut top = slot.top + head;
        for row in members.chunks(columns) {
            let height = row.iter().map(|id| self.plates[id.index()].height).fold(ROW, f64::max);
            for (column, id) in row.iter().enumerate() {
                let x = slot.left + slot.width * (column as f64 + 0.5) / columns as f64;
                self.places[id.index()] = Point { x: rounded(x), y: rounded(top + height / 2.0) };
            }
            top += height + GAP;
        }
        Slot { bottom: rounded(top), ..slot }
    }

    /// Whether actors in rows of so many columns touch neither each other nor the ends of the row.
    fn abreast(&self, room: f64, columns: usize, members: &[ActorId]) -> bool {
        let cell = room / columns as f64;
        let wide = |id: &ActorId| self.plates[id.index()].width;
        let fits = |row: &[ActorId]| {
            let ends = row.first().into_iter().chain(row.last().filter(|_| row.len() == columns));
            let inside = |id: &ActorId| wide(id) + 2.0 <= cell || columns == 1;
            ends.into_iter().all(inside)
                && row.windows(2).all(|pair| (wide(&pair[0]) + wide(&pair[1])) / 2.0 + BESIDE <= cell)
        };
        members.chunks(columns).all(fits)
    }
}

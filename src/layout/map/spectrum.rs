//! Actors along one issue: those that take a side by stance, the others apart. Knows no evidence and no filter.
//!
//! A wide frame sets the stances side by side, a narrow one sets them below each other; within an area actors stand in rows.

use super::plane::rounded;
use super::{Frame, Point, Words};
use crate::story::{ActorId, Story};

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
    /// The areas of the scale's stances, in their order.
    pub stances: Vec<Slot>,
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

/// Room for the name of an area over its actors, px.
const HEAD: f64 = 46.0;
const GAP: f64 = 10.0;
/// The least width of a column of plates, px, by frame.
const COLUMN: [f64; 2] = [90.0, 118.0];
/// The most stances that stand side by side.
const ABREAST: usize = 5;

/// Places the actors of a story on a scale of `stances`; `stands` by [`ActorId`]. Actors of a group stay together.
pub fn spectrum(story: &Story, frame: Frame, stances: usize, stands: &[Stand]) -> Spectrum {
    let mut table = Table { story, frame, places: vec![Point::default(); story.actors.len()] };
    let abreast = frame == Frame::Wide && stances <= ABREAST;
    let mut below = 0.0;
    let mut slots = Vec::new();
    for stance in 0..stances {
        let top = if abreast { 0.0 } else { below };
        let (left, width) = if abreast { (stance as f64, 100.0 / stances as f64) } else { (0.0, 100.0) };
        let slot = table
            .fill(Slot { left: left * width, width, top, bottom: top }, &members(story, stands, Stand::On(stance)));
        below = slot.bottom.max(below);
        slots.push(slot);
    }
    slots.iter_mut().filter(|_| abreast).for_each(|slot| slot.bottom = below);
    let mut apart = Vec::new();
    for kind in 0..=stands
        .iter()
        .filter_map(|stand| if let Stand::Apart(kind) = stand { Some(*kind) } else { None })
        .max()
        .unwrap_or(0)
    {
        let members = members(story, stands, Stand::Apart(kind));
        if !members.is_empty() {
            let slot = table.fill(Slot { left: 0.0, width: 100.0, top: below, bottom: below }, &members);
            below = slot.bottom;
            apart.push((kind, slot));
        }
    }
    Spectrum { height: below, places: table.places, stances: slots, apart }
}

fn members(story: &Story, stands: &[Stand], stand: Stand) -> Vec<ActorId> {
    let mut members: Vec<_> = story.each_actor().map(|(id, _)| id).filter(|id| stands[id.index()] == stand).collect();
    members.sort_by_key(|id| story[*id].group);
    members
}

struct Table<'a> {
    story: &'a Story,
    frame: Frame,
    places: Vec<Point>,
}

impl Table<'_> {
    /// Sets actors in rows under the head of a slot, and gives it its bottom.
    fn fill(&mut self, slot: Slot, members: &[ActorId]) -> Slot {
        let room = slot.width / 100.0 * self.frame.width();
        let columns = ((room / COLUMN[self.frame as usize]) as usize).max(1);
        let mut top = slot.top + HEAD;
        for row in members.chunks(columns) {
            let plates: Vec<_> = row.iter().map(|id| Words::name(self.story[*id].label(), self.frame)).collect();
            let height = plates.iter().map(|plate| plate.height).fold(0.0, f64::max);
            for (column, id) in row.iter().enumerate() {
                let x = slot.left + slot.width * (column as f64 + 0.5) / columns as f64;
                self.places[id.index()] = Point { x: rounded(x), y: rounded(top + height / 2.0) };
            }
            top += height + GAP;
        }
        Slot { bottom: top + GAP, ..slot }
    }
}

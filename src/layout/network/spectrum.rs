//! Actors along one issue: those that take a side by stance, in lanes by group, the others apart.
//!
//! A wide frame sets the stances side by side, so that a lane runs through all of them, and in each
//! cell actors swarm around the middle. A narrow one sets the stances below each other, each with
//! lanes of its own, in which actors are set in columns. It runs in the browser whenever the filter
//! changes, so it is a single pass.

use super::frame::{Frame, LANE_INSET, Point};
use super::words::Words;
use crate::geometry::rounded;
use crate::story::{ActorId, GroupId, Issue, Stance, Story};

/// Where an actor belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// On the scale, at the stance of this index.
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
    /// The areas of the scale's stances, in order, with their labels.
    pub stances: Vec<(Slot, Words)>,
    /// From top to bottom; empty if all actors on the scale are of one group.
    pub lanes: Vec<Lane>,
    /// The areas apart that have actors, with their index.
    pub apart: Vec<(usize, Slot)>,
}

/// An area and the place of its name: `left` and `width` in percent, `top` and `bottom` in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Slot {
    pub left: f64,
    pub width: f64,
    pub top: f64,
    pub bottom: f64,
}

/// A band of actors of one group, through all stances that are side by side; its name is above its
/// actors, at its start.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub group: GroupId,
    pub name: Words,
    /// px
    pub top: f64,
    pub bottom: f64,
}

impl Lane {
    /// From the start of the band to its name, px.
    pub const BEFORE: f64 = LANE_INSET;

    /// Above its name, px.
    pub const OVER: f64 = 6.0;
}

/// Space around the label of a stance, px: above it for the stance's mark, below it for those of
/// the actors.
const STANCE_MARK_HEIGHT: f64 = 24.0;
const MARK_HEIGHT: f64 = 12.0;

/// Above actors who are apart, for two lines, px.
const ASIDE_HEADER_HEIGHT: f64 = 40.0;

/// With the gap, a row is high enough to be touched, px.
const MIN_ROW_HEIGHT: f64 = 32.0;

/// Between the name of a lane and its actors, px, with space for their marks.
const LANE_NAME_GAP: f64 = 10.0;

/// Between rows, px, with space for the marks of stances.
const ROW_GAP: f64 = 12.0;

/// Between plates in a row, px.
const PLATE_GAP: f64 = 6.0;

const MIN_COLUMN_WIDTH: f64 = 88.0;

/// Columns wider than this, on average, waste too much space, px.
const MAX_COLUMN_WIDTH: f64 = 150.0;

/// Below the actors on the scale, px.
const BOTTOM_PADDING: f64 = 8.0;

/// Places the actors of a story along an issue; `stands` by [`ActorId`].
pub fn spectrum(story: &Story, frame: Frame, issue: &Issue, stands: &[Stand]) -> Spectrum {
    let (count, width) = (issue.scale.len(), frame.width());
    let mut table = Table::new(story, frame, stands);
    let abreast = frame == Frame::Wide && table.widest <= width / count as f64;
    let room = if abreast {
        width / count as f64 - 8.0
    } else {
        width - 30.0
    };
    let border = |index: usize| rounded(100.0 * index as f64 / count as f64);
    let area = |(index, stance): (usize, &Stance)| {
        let (left, right) = if abreast {
            (border(index), border(index + 1))
        } else {
            (0.0, 100.0)
        };
        (
            Slot {
                left,
                width: rounded(right - left),
                ..Slot::default()
            },
            Words::heading(&stance.label, frame, room),
        )
    };
    let mut stances: Vec<_> = issue.scale.iter().enumerate().map(area).collect();
    let tallest = stances
        .iter()
        .map(|(_, label)| label.height)
        .fold(0.0, f64::max);
    let (mut below, mut apart, mut first) = (0.0, Vec::new(), 0);
    for areas in stances.chunks_mut(if abreast { count } else { 1 }) {
        let head = if abreast {
            STANCE_MARK_HEIGHT + tallest + 4.0
        } else {
            areas[0].1.height + 10.0
        };
        let bottom = table.lay(areas, first, below + head) + BOTTOM_PADDING;
        areas
            .iter_mut()
            .for_each(|(slot, _)| (slot.top, slot.bottom) = (below, bottom));
        (below, first) = (bottom, first + areas.len());
    }
    let areas = stands
        .iter()
        .map(|stand| {
            if let Stand::Apart(area) = stand {
                area + 1
            } else {
                0
            }
        })
        .max();
    for area in 0..areas.unwrap_or(0) {
        let members: Vec<_> = story
            .each_group()
            .flat_map(|(group, _)| table.cell(Stand::Apart(area), group))
            .collect();
        if !members.is_empty() {
            table.widest = members
                .iter()
                .map(|id| table.room_of(*id))
                .fold(0.0, f64::max);
            let slot = Slot {
                width: 100.0,
                top: below,
                ..Slot::default()
            };
            below = table.fill(&slot, below + ASIDE_HEADER_HEIGHT, &members);
            apart.push((
                area,
                Slot {
                    bottom: below,
                    ..slot
                },
            ));
        }
    }
    Spectrum {
        height: below,
        places: table.places,
        stances,
        lanes: table.lanes,
        apart,
    }
}

struct Table<'a> {
    story: &'a Story,
    frame: Frame,
    stands: &'a [Stand],
    plates: Vec<Words>,
    places: Vec<Point>,
    lanes: Vec<Lane>,
    /// Whether lanes have names: the actors on the scale are of several groups.
    named: bool,
    /// The width that the widest actor of a row takes, px.
    widest: f64,
}

impl<'a> Table<'a> {
    fn new(story: &'a Story, frame: Frame, stands: &'a [Stand]) -> Self {
        let plates: Vec<_> = story
            .actors
            .iter()
            .map(|actor| Words::name(actor.label(), frame))
            .collect();
        let places = vec![Point::default(); plates.len()];
        let mut table = Self {
            story,
            frame,
            stands,
            plates,
            places,
            lanes: Vec::new(),
            named: false,
            widest: 0.0,
        };
        let mut group = None;
        for (id, actor) in story
            .each_actor()
            .filter(|(id, _)| matches!(stands[id.index()], Stand::On(_)))
        {
            table.named |= *group.get_or_insert(actor.group) != actor.group;
            table.widest = table.widest.max(table.room_of(id));
        }
        table
    }

    /// The width that an actor takes in a row, px.
    fn room_of(&self, id: ActorId) -> f64 {
        self.plates[id.index()].width + PLATE_GAP
    }

    /// The members of a group at this stand.
    fn cell(&self, stand: Stand, group: GroupId) -> Vec<ActorId> {
        // Group by group instead of sorted: the library's sort would be the only one in the
        // browser, and weighs more than this view.
        let all = self.story.each_actor();
        all.filter(|(id, actor)| actor.group == group && self.stands[id.index()] == stand)
            .map(|(id, _)| id)
            .collect()
    }

    /// Sets the lanes of stances that are side by side, starting with index `first`, and returns
    /// their bottom.
    fn lay(&mut self, areas: &[(Slot, Words)], first: usize, mut top: f64) -> f64 {
        for (group, of) in self.story.each_group() {
            let name = Words::note(&of.name, self.frame);
            let head = if self.named {
                Lane::OVER + name.height + LANE_NAME_GAP
            } else {
                MARK_HEIGHT
            };
            let (mut bottom, mut cells) = (0.0f64, Vec::new());
            for (index, (slot, _)) in areas.iter().enumerate() {
                let cell = self.cell(Stand::On(first + index), group);
                if !cell.is_empty() {
                    let end = self.fill(slot, top + head, &cell);
                    bottom = bottom.max(end);
                    cells.push((cell, end));
                }
            }
            if cells.is_empty() {
                continue;
            }
            // The less there is in a cell, the closer it stands to the middle of its lane.
            for (cell, end) in cells {
                cell.iter()
                    .for_each(|id| self.places[id.index()].y += ((bottom - end) / 2.0).floor());
            }
            if self.named {
                self.lanes.push(Lane {
                    group,
                    name,
                    top,
                    bottom,
                });
            }
            top = bottom;
        }
        top
    }

    /// Sets actors in rows from `top` on, and returns the bottom of these: in columns, or around
    /// the middle if they share the width or columns would be too few.
    fn fill(&mut self, slot: &Slot, mut top: f64, mut rest: &[ActorId]) -> f64 {
        let width = self.frame.width();
        let columns = (width / self.widest.max(MIN_COLUMN_WIDTH)).floor();
        let swarm = slot.width < 100.0 || columns * MAX_COLUMN_WIDTH < width;
        let room = self.narrowest(slot.width / 100.0 * width, rest);
        while !rest.is_empty() {
            let count = if swarm {
                self.reach(room, rest)
            } else {
                rest.len().min(columns as usize)
            };
            let (row, after) = rest.split_at(count);
            let height = row
                .iter()
                .map(|id| self.plates[id.index()].height)
                .fold(MIN_ROW_HEIGHT, f64::max);
            let all: f64 = row.iter().map(|id| self.room_of(*id)).sum();
            let mut left = if swarm {
                (slot.left + slot.width / 2.0) / 100.0 * width - all / 2.0
            } else {
                0.0
            };
            for id in row {
                let room = if swarm {
                    self.room_of(*id)
                } else {
                    width / columns
                };
                let x = (left + room / 2.0) / width * 100.0;
                self.places[id.index()] = Point {
                    x: rounded(x),
                    y: rounded(top + height / 2.0),
                };
                left += room;
            }
            top += height + ROW_GAP;
            rest = after;
        }
        rounded(top)
    }

    /// How many actors fit into the first row.
    fn reach(&self, mut room: f64, members: &[ActorId]) -> usize {
        let fits = |id: &&ActorId| {
            room -= self.room_of(**id);
            room >= 0.0
        };
        members.iter().take_while(fits).count().max(1)
    }

    /// The smallest width in which actors require no more rows than in this one, so that rows are
    /// about equally long.
    fn narrowest(&self, mut room: f64, members: &[ActorId]) -> f64 {
        let rows = |room: f64| {
            let (mut rest, mut rows) = (members, 0);
            while !rest.is_empty() {
                rest = &rest[self.reach(room, rest)..];
                rows += 1;
            }
            rows
        };
        let min_rows = rows(room);
        while room > PLATE_GAP && rows(room - PLATE_GAP) == min_rows {
            room -= PLATE_GAP;
        }
        room
    }
}

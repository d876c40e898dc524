//! Which events have their label at a zoom, and where; the others are counted.
//!
//! Labels are set from right to left, each as low as it can: what begins further left stands
//! higher, so that its stem passes no label.

use super::entries::{Entry, EntryWords, Setting};
use super::places::Place;
use super::shelf::Shelf;
use std::ops::Range;

/// The room that a mark takes beside its label, px: to the left of its middle, and from its middle
/// to the words.
pub const BEFORE: f64 = 7.0;
const AFTER: f64 = 11.0;
/// More of it where the mark says that its date is in doubt.
const DOUBT: f64 = 4.0;
/// A stretch at least so wide is drawn as one, with its label below, px.
pub const STRETCH: f64 = 15.0;
/// From the start of a stretch to its words below, px.
pub const BELOW: f64 = 5.0;
/// The height of a stretch above its label, px.
pub const BAR: f64 = 14.0;
/// Around a label, px.
pub const GAP: f64 = 8.0;
/// The height of the row of counts, px, and the least width of a count.
pub const COUNTS: f64 = 30.0;
pub const COUNT: f64 = 24.0;
/// A long story has more events than this.
const MANY: usize = 500;
const FEW_LANES: usize = 4;
/// A lane lower than this has labels of one line, px.
const FULL: f64 = 58.0;

/// What is drawn at a zoom.
#[derive(Clone, Debug, Default)]
pub struct Level {
    /// From left to right.
    pub labelled: Vec<Labelled>,
    pub counts: Vec<Count>,
    /// By fact: its index in `counts`.
    pub counted: Vec<Option<u32>>,
}

/// An event with its label.
#[derive(Clone, Copy, Debug)]
pub struct Labelled {
    pub fact: usize,
    /// Top of its box, px.
    pub top: f64,
    pub form: Form,
    pub setting: Setting,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// A mark, and the words to its right.
    Right,
    /// A mark, and the words to its left.
    Left,
    /// A stretch, and the words below.
    Below,
    /// An undated event: its words below the band between its neighbours, which it may share with
    /// others.
    Band(Band),
}

/// What an undated event has of the row below its band, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// From the start of the row to its own mark and words.
    pub at: f64,
    /// The width of all words of the row.
    pub row: f64,
    /// The row ends where the band ends, and begins further left: for a band that is shorter than
    /// its words.
    pub back: bool,
}

/// Events that have no label of their own.
#[derive(Clone, Debug)]
pub struct Count {
    pub facts: Vec<usize>,
    /// Their places, from the first to the last; of undated ones the whole band.
    pub across: (f64, f64),
    /// All of them are undated, and lie at some time within.
    pub floats: bool,
    /// The middle of its row, px.
    pub y: f64,
    pub width: f64,
}

impl Count {
    pub fn middle(&self) -> f64 {
        (self.across.0 + self.across.1) / 2.0
    }
}

/// The heights of a lane, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lane {
    /// Where its name stands, and below that its labels.
    pub top: f64,
    pub labels: f64,
    pub bottom: f64,
}

/// What is packed.
pub struct Packing<'a> {
    pub facts: &'a [Entry],
    pub places: &'a [Place],
    /// By fact; `None` for what is hidden.
    pub lanes: &'a [Option<usize>],
    /// Facts from left to right.
    pub order: &'a [usize],
    /// Px of all of the line at the least zoom of this level.
    pub scale: f64,
    /// Of the box, px.
    pub width: f64,
    pub setting: Setting,
}

impl Packing<'_> {
    /// Low lanes have lines of one title; all others the setting of the box.
    fn setting(&self, rows: usize, lane: &Lane) -> Setting {
        if rows > 1 && lane.bottom - lane.labels < FULL {
            Setting::OneLine
        } else {
            self.setting
        }
    }

    pub fn level(&self, rows: &[Lane]) -> Level {
        let mut level = Level {
            counted: vec![None; self.facts.len()],
            ..Level::default()
        };
        for (at, lane) in rows.iter().enumerate() {
            let setting = self.setting(rows.len(), lane);
            // The row of counts is there only where something is to be counted.
            let all = self.lane(at, lane, lane.bottom, setting, true);
            let (labelled, rest) = all.unwrap_or_else(|| {
                self.lane(at, lane, lane.bottom - COUNTS, setting, false)
                    .unwrap_or_default()
            });
            level.labelled.extend(labelled);
            self.count(&mut level, &rest, lane.bottom - COUNTS / 2.0, rows.len());
        }
        // One lane is in order, only backwards.
        level.labelled.reverse();
        level.labelled.sort_by(|a, b| {
            self.places[a.fact]
                .middle()
                .total_cmp(&self.places[b.fact].middle())
        });
        level
    }

    /// Labels from the right to the left, as low as they can, above a foot; and what has no room.
    /// `None` where all should have room and some have not.
    fn lane(
        &self,
        at: usize,
        lane: &Lane,
        foot: f64,
        setting: Setting,
        all: bool,
    ) -> Option<(Vec<Labelled>, Vec<usize>)> {
        let mut shelf = Shelf::new(lane.labels, foot);
        let (mut labelled, mut rest) = (Vec::new(), Vec::new());
        let facts: Vec<usize> = self
            .order
            .iter()
            .rev()
            .copied()
            .filter(|fact| self.lanes[*fact] == Some(at))
            .collect();
        for run in facts.chunk_by(|one, other| {
            self.places[*one].floats() && self.places[*one] == self.places[*other]
        }) {
            let mut below = f64::INFINITY;
            for row in self.rows(run, setting) {
                let settled = match row[..] {
                    [(fact, _)] if !self.places[fact].floats() => {
                        self.settle(&mut shelf, fact, setting).map(|one| vec![one])
                    }
                    _ => self.settle_row(&mut shelf, &row, setting, below),
                };
                match settled {
                    Some(all) => {
                        below = all.first().map_or(below, |one| one.top);
                        labelled.extend(all.into_iter().rev());
                    }
                    None if all => return None,
                    None => rest.extend(row.iter().rev().map(|(fact, _)| *fact)),
                }
            }
        }
        Some((labelled, rest))
    }

    fn form(&self, fact: usize, words: &EntryWords) -> Form {
        let place = &self.places[fact];
        let (from, to) = place.drawn(self.scale);
        if to - from >= STRETCH {
            return Form::Below;
        }
        let full = place.middle() * self.scale + after(&self.facts[fact]) + words.width;
        if full > self.scale - 4.0 && place.middle() > 0.5 {
            Form::Left
        } else {
            Form::Right
        }
    }

    /// A label where there is room for it; of a mark that has none at its right, at its left.
    fn settle(&self, shelf: &mut Shelf, fact: usize, setting: Setting) -> Option<Labelled> {
        let form = self.form(fact, self.facts[fact].words(setting));
        let other = (form == Form::Right).then_some(Form::Left);
        self.settle_as(shelf, fact, setting, form)
            .or_else(|| self.settle_as(shelf, fact, setting, other?))
    }

    fn settle_as(
        &self,
        shelf: &mut Shelf,
        fact: usize,
        setting: Setting,
        form: Form,
    ) -> Option<Labelled> {
        let words = self.facts[fact].words(setting);
        let after = after(&self.facts[fact]);
        let place = &self.places[fact];
        let x = place.middle() * self.scale;
        let (from, to, height, stem) = match form {
            Form::Right => (x - BEFORE, x + after + words.width, words.height, x),
            Form::Left => (x - after - words.width, x + BEFORE, words.height, x),
            Form::Below | Form::Band(_) => {
                let (from, to) = place.drawn(self.scale);
                // EntryWords stay on the line, also where a stretch begins just before its end.
                let words_from = from.min(self.scale - words.width - BELOW).max(0.0);
                let end = (to + BEFORE).max(words_from + BELOW + words.width);
                (
                    (from - BEFORE).min(words_from),
                    end,
                    words.height + BAR,
                    place.stem() * self.scale,
                )
            }
        };
        if form == Form::Left && from < 0.0 {
            return None;
        }
        let top = shelf.settle((from, to + GAP), height + GAP, stem, f64::INFINITY)?;
        Some(Labelled {
            fact,
            top: top + GAP / 2.0,
            form,
            setting,
        })
    }

    /// Puts together what would touch, from left to right.
    fn count(&self, level: &mut Level, rest: &[usize], y: f64, lanes: usize) {
        let mut rest: Vec<usize> = rest.to_vec();
        rest.sort_by(|a, b| {
            self.places[*a]
                .anchor()
                .total_cmp(&self.places[*b].anchor())
                .then(a.cmp(b))
        });
        let mut runs: Vec<Run> = Vec::new();
        for (at, fact) in rest.iter().enumerate() {
            runs.push(Run {
                facts: at..at + 1,
                across: self.places[*fact].shown(),
            });
            while let [.., one, other] = &runs[..]
                && one.touches(other, self.scale, self.apart(lanes))
            {
                let joined = one.joined(other);
                runs.truncate(runs.len() - 2);
                runs.push(joined);
            }
        }
        for Run { facts, across } in runs {
            let facts = rest[facts].to_vec();
            let floats = facts.iter().all(|fact| self.places[*fact].floats());
            facts
                .iter()
                .for_each(|fact| level.counted[*fact] = Some(level.counts.len() as u32));
            level.counts.push(Count {
                width: count_width(facts.len()),
                facts,
                across,
                floats,
                y,
            });
        }
    }

    /// Between two counts, px: where there are many rows of many counts they stand looser.
    fn apart(&self, lanes: usize) -> f64 {
        match self.facts.len() > MANY {
            true if lanes > FEW_LANES => 40.0,
            true => 14.0,
            false => 4.0,
        }
    }
}

/// Neighbours without room for their labels, on the way to a count.
struct Run {
    /// As indices, from left to right.
    facts: Range<usize>,
    across: (f64, f64),
}

impl Run {
    fn middle(&self) -> f64 {
        (self.across.0 + self.across.1) / 2.0
    }

    fn touches(&self, other: &Self, scale: f64, apart: f64) -> bool {
        let widths = (count_width(self.facts.len()) + count_width(other.facts.len())) / 2.0;
        (other.middle() - self.middle()) * scale < widths + apart
    }

    fn joined(&self, other: &Self) -> Self {
        let across = (
            self.across.0.min(other.across.0),
            self.across.1.max(other.across.1),
        );
        Self {
            facts: self.facts.start..other.facts.end,
            across,
        }
    }
}

/// From the middle of a mark to its words, px.
pub fn after(fact: &Entry) -> f64 {
    AFTER + if fact.doubtful() { DOUBT } else { 0.0 }
}

pub fn count_width(count: usize) -> f64 {
    let digits = f64::from(count.max(1).ilog10() + 1);
    COUNT.max(8.0 + digits * 8.0 + 4.0)
}

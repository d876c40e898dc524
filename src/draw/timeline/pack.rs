//! Which events have their label at a zoom, and where; the others are counted. Knows no window: what it decides holds wherever one looks,
//! so that moving along the line only moves things.
//!
//! Labels are set from right to left, each as low as it can: what begins further left stands higher, so that its stem passes no label.

use super::facts::{Fact, Setting, Words};
use super::places::Place;
use std::ops::Range;

/// The grid of heights, px, and a height in its units that is beyond that of labels.
const UNIT: f64 = 5.0;
const HIGHEST: usize = 24;
/// The room that a mark takes beside its label, px: to the left of its middle, and from its middle to the words.
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
const GAP: f64 = 8.0;
/// The widest row below a band, as a share of the box.
const WIDEST_ROW: f64 = 0.9;
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
    /// An undated event: its words below the band between its neighbours, which it may share with others.
    Band(Band),
}

/// What an undated event has of the row below its band, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// From the start of the row to its own mark and words.
    pub at: f64,
    /// The width of all words of the row.
    pub row: f64,
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
    pub facts: &'a [Fact],
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
        if rows > 1 && lane.bottom - lane.labels < FULL { Setting::OneLine } else { self.setting }
    }

    pub fn level(&self, rows: &[Lane]) -> Level {
        let mut level = Level { counted: vec![None; self.facts.len()], ..Level::default() };
        for (at, lane) in rows.iter().enumerate() {
            let setting = self.setting(rows.len(), lane);
            // The row of counts is there only where something is to be counted.
            let all = self.lane(at, lane, lane.bottom, setting, true);
            let (labelled, rest) =
                all.unwrap_or_else(|| self.lane(at, lane, lane.bottom - COUNTS, setting, false).unwrap_or_default());
            level.labelled.extend(labelled);
            self.count(&mut level, &rest, lane.bottom - COUNTS / 2.0, rows.len());
        }
        // One lane is in order, only backwards.
        level.labelled.reverse();
        level.labelled.sort_by(|a, b| self.places[a.fact].middle().total_cmp(&self.places[b.fact].middle()));
        level
    }

    /// Labels from the right to the left, as low as they can, above a foot; and what has no room. `None` where all should have room and
    /// some have not.
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
        let facts: Vec<usize> = self.order.iter().rev().copied().filter(|fact| self.lanes[*fact] == Some(at)).collect();
        for run in facts.chunk_by(|one, other| self.places[*one].floats() && self.places[*one] == self.places[*other]) {
            for row in self.rows(run, setting) {
                let settled = match row[..] {
                    [(fact, _)] if !self.places[fact].floats() => {
                        self.settle(&mut shelf, fact, setting).map(|one| vec![one])
                    }
                    _ => self.settle_row(&mut shelf, &row, setting),
                };
                match settled {
                    Some(all) => labelled.extend(all.into_iter().rev()),
                    None if all => return None,
                    None => rest.extend(row.iter().rev().map(|(fact, _)| *fact)),
                }
            }
        }
        Some((labelled, rest))
    }

    /// The rows below the band of a run of undated events, from the last to the first: each event with where it stands in its row.
    fn rows(&self, run: &[usize], setting: Setting) -> Vec<Vec<(usize, f64)>> {
        let (from, to) = self.places[run[0]].drawn(self.scale);
        // A row that is wider than the box could not be seen as a whole.
        let room = (to - from - BELOW).min(self.width * WIDEST_ROW);
        let mut rows: Vec<Vec<(usize, f64)>> = Vec::new();
        let mut used = 0.0;
        for fact in run.iter().rev() {
            let wide = self.entry(*fact, setting);
            match rows.last_mut() {
                Some(row) if used + GAP * 2.0 + wide <= room => {
                    used += GAP * 2.0;
                    row.push((*fact, used));
                }
                _ => {
                    used = 0.0;
                    rows.push(vec![(*fact, 0.0)]);
                }
            }
            used += wide;
        }
        rows.reverse();
        rows
    }

    /// The width of a mark and its words below a band, px.
    fn entry(&self, fact: usize, setting: Setting) -> f64 {
        let of = &self.facts[fact];
        BEFORE + after(of) + of.words(setting).width
    }

    /// A row of undated events below their band. No stem ties them to the line.
    fn settle_row(&self, shelf: &mut Shelf, row: &[(usize, f64)], setting: Setting) -> Option<Vec<Labelled>> {
        let (last, at) = row[row.len() - 1];
        let wide = at + self.entry(last, setting);
        let height = row.iter().map(|(fact, _)| self.facts[*fact].words(setting).height).fold(0.0, f64::max);
        let (from, to) = self.places[last].drawn(self.scale);
        let words_from = from.min(self.scale - wide - BELOW).max(0.0);
        let across = (from.min(words_from), to.max(words_from + BELOW + wide) + GAP);
        let top = shelf.settle(across, BAR + height + GAP, f64::INFINITY)? + GAP / 2.0;
        let one = |(fact, at): &(usize, f64)| {
            Labelled { fact: *fact, top, form: Form::Band(Band { at: *at, row: wide }), setting }
        };
        Some(row.iter().map(one).collect())
    }

    fn form(&self, fact: usize, words: &Words) -> Form {
        let place = &self.places[fact];
        let (from, to) = place.drawn(self.scale);
        if to - from >= STRETCH {
            return Form::Below;
        }
        let full = place.middle() * self.scale + after(&self.facts[fact]) + words.width;
        if full > self.scale - 4.0 && place.middle() > 0.5 { Form::Left } else { Form::Right }
    }

    fn settle(&self, shelf: &mut Shelf, fact: usize, setting: Setting) -> Option<Labelled> {
        let words = self.facts[fact].words(setting);
        let (form, after) = (self.form(fact, words), after(&self.facts[fact]));
        let place = &self.places[fact];
        let x = place.middle() * self.scale;
        let (from, to, height, stem) = match form {
            Form::Right => (x - BEFORE, x + after + words.width, words.height, x),
            Form::Left => (x - after - words.width, x + BEFORE, words.height, x),
            Form::Below | Form::Band(_) => {
                let (from, to) = place.drawn(self.scale);
                // Words stay on the line, also where a stretch begins just before its end.
                let words_from = from.min(self.scale - words.width - BELOW).max(0.0);
                let end = (to + BEFORE).max(words_from + BELOW + words.width);
                ((from - BEFORE).min(words_from), end, words.height + BAR, place.stem() * self.scale)
            }
        };
        let top = shelf.settle((from, to + GAP), height + GAP, stem)?;
        Some(Labelled { fact, top: top + GAP / 2.0, form, setting })
    }

    /// Puts together what would touch, from left to right.
    fn count(&self, level: &mut Level, rest: &[usize], y: f64, lanes: usize) {
        let mut rest: Vec<usize> = rest.to_vec();
        rest.sort_by(|a, b| self.places[*a].anchor().total_cmp(&self.places[*b].anchor()).then(a.cmp(b)));
        let mut runs: Vec<Run> = Vec::new();
        for (at, fact) in rest.iter().enumerate() {
            runs.push(Run { facts: at..at + 1, across: self.places[*fact].shown() });
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
            facts.iter().for_each(|fact| level.counted[*fact] = Some(level.counts.len() as u32));
            level.counts.push(Count { width: count_width(facts.len()), facts, across, floats, y });
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
        let across = (self.across.0.min(other.across.0), self.across.1.max(other.across.1));
        Self { facts: self.facts.start..other.facts.end, across }
    }
}

/// From the middle of a mark to its words, px.
pub fn after(fact: &Fact) -> f64 {
    AFTER + if fact.doubtful() { DOUBT } else { 0.0 }
}

pub fn count_width(count: usize) -> f64 {
    let digits = f64::from(count.max(1).ilog10() + 1);
    COUNT.max(8.0 + digits * 8.0 + 4.0)
}

/// How far to the left each height is free, from the foot up.
struct Shelf {
    foot: f64,
    /// Beside labels, and beside labels and stems.
    free: Vec<(f64, f64)>,
    /// By height: what reaches further to the right fits nowhere; most of thousands are told so without a search.
    limits: [f64; HIGHEST],
}

impl Shelf {
    fn new(top: f64, foot: f64) -> Self {
        let units = ((foot - top) / UNIT).max(0.0) as usize;
        Self { foot, free: vec![(f64::INFINITY, f64::INFINITY); units], limits: [f64::INFINITY; HIGHEST] }
    }

    /// The top of the lowest place that is free: past no stem where there is one such, else behind stems.
    fn settle(&mut self, (from, to): (f64, f64), height: f64, stem: f64) -> Option<f64> {
        let units = (height / UNIT).ceil() as usize;
        let limit = units.min(HIGHEST - 1);
        if to > self.limits[limit] {
            return None;
        }
        let low = self.find(units, |free| free.1 >= to).or_else(|| self.find(units, |free| free.0 >= to));
        let Some(low) = low else {
            self.limits[limit] = self.widest(limit);
            return None;
        };
        for free in &mut self.free[low..low + units] {
            *free = (free.0.min(from), free.1.min(from));
        }
        for free in &mut self.free[..low] {
            free.1 = free.1.min(stem - 3.0);
        }
        Some(self.foot - (low + units) as f64 * UNIT)
    }

    /// How far to the right a label of so many units could reach anywhere.
    fn widest(&self, units: usize) -> f64 {
        let least = |free: &[(f64, f64)]| free.iter().map(|free| free.0).fold(f64::INFINITY, f64::min);
        self.free.windows(units.max(1)).map(least).fold(f64::NEG_INFINITY, f64::max)
    }

    fn find(&self, units: usize, fits: impl Fn(&(f64, f64)) -> bool) -> Option<usize> {
        let mut low = 0;
        for (at, free) in self.free.iter().enumerate() {
            if !fits(free) {
                low = at + 1;
            } else if at + 1 - low >= units {
                return Some(low);
            }
        }
        None
    }
}

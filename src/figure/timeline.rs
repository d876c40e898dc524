//! The timeline at any zoom: events in lanes above one line of time, what has no room counted.
//! //!
//! A place on the line is a number between 0 and 1 ([`axis`], [`places`]). An undated event has
//! none on a dated piece: it is a band between its neighbours ([`bands`]). Which labels stand where
//! is decided for a zoom and not for a window ([`pack`]), so that moving along the line changes
//! nothing but what is seen.

mod axis;
mod bands;
mod breaks;
mod clusters;
mod extents;
mod entries;
mod ground;
mod labels;
mod lanes;
pub(super) mod marks;
mod overview;
mod pack;
mod phases;
mod places;
mod prepared;
mod rows;
mod scene;
mod shelf;
mod viewport;
mod time;

pub use clusters::{numbered, one_more};
pub use lanes::Lanes;
pub use prepared::Timeline;

use super::{Camera, Figure, FigureState, Scene};
use crate::state::{EvidenceSet, Pick};
use crate::story::Story;
use axis::{Axis, Span};
use entries::{Entry, Setting};
use lanes::Names;
use pack::{Lane, Packing};
use places::Place;
use prepared::{FOOT, LevelKey, LevelSheet};
use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

/// Levels of labels are a quarter of a doubling apart.
const LEVELS: f64 = 4.0;
/// Levels that are kept, so that zooming back and forth is quick.
const MAX_LEVELS_KEPT: usize = 16;
/// The max_zoom window shows so many of the finest steps of the story's dates.
const DEEPEST_STEPS: f64 = 6.0;
/// The heights of a drawing, px: the least, the most, and from one that is tried to the next.
const HEIGHTS: (f64, f64, f64) = (200.0, 640.0, 20.0);
/// So much height is a label more worth, px.
const LABEL_WORTH: f64 = 75.0;
/// Beyond so many events no height shows all labels.
const MAX_EVENTS_TRIED: usize = 200;
/// Beside a stretch that is shown as a whole: a share of it, and at least so much of the line.
const ROOM: (f64, f64) = (0.2, 0.005);
/// The head with the names of the phases, or with the label of what is picked and has no other; and
/// a head without either, px.
const HEAD: f64 = 48.0;
const LOW_HEAD: f64 = 10.0;

impl Timeline {
    /// The timeline of a story: in one lane, with a scale break where it has far-apart times.
    pub fn of(story: &Story) -> Self {
        let facts: Vec<Entry> = story
            .each_event()
            .map(|(id, event)| Entry::of(story, id, event))
            .collect();
        let zone = time::zone(facts.iter().filter_map(|fact| fact.when.as_ref()));
        let breaks = axis::breaks(&spans(&facts));
        let bare = Self {
            names: Names::of(story),
            phases: story.phases.clone(),
            facts,
            axis: Axis::default(),
            places: Vec::new(),
            order: Vec::new(),
            lanes: Lanes::One,
            broken: breaks,
            breaks,
            edges: Vec::new(),
            max_zoom: 1.0,
            zone,
            lang: story.lang.clone(),
            levels: RefCell::default(),
        };
        bare.with(Lanes::One, breaks)
    }

    /// Whether the story has times so far apart that a scale break makes sense.
    pub fn breaks(&self) -> bool {
        self.breaks
    }

    /// Whether the scale is broken.
    pub fn broken(&self) -> bool {
        self.broken
    }

    pub fn lanes(&self) -> Lanes {
        self.lanes
    }

    /// The lanes that this story has something for.
    pub fn has(&self, lanes: Lanes) -> bool {
        self.names.has(lanes)
    }

    /// The same story in other lanes, or with or without its scale break.
    pub fn with(self, lanes: Lanes, broken: bool) -> Self {
        let broken = broken && self.breaks;
        let axis = Axis::new(&spans(&self.facts), places::steps(&self.facts), broken);
        let places = places::places(&self.facts, &axis);
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by(|a, b| {
            places[*a]
                .middle()
                .total_cmp(&places[*b].middle())
                .then(a.cmp(b))
        });
        let max_zoom = max_zoom(&self.facts, &places, &axis);
        let edges = phases::edges(&self.facts, &places, self.phases.len());
        Self {
            axis,
            places,
            order,
            max_zoom,
            edges,
            lanes,
            broken,
            levels: RefCell::default(),
            ..self
        }
    }

    /// The level for a zoom in a box of a size, from those that are kept or made anew.
    fn sheet(&self, zoom: f64, size: (f64, f64), hidden: EvidenceSet) -> Rc<LevelSheet> {
        // A little below the zoom that is asked for, because a zoom that is a level's own may come
        // a rounding below it.
        let key = LevelKey {
            level: (libm::log2(zoom.max(1.0)) * LEVELS + 1e-6).floor() as i32,
            size,
            hidden,
        };
        let mut kept = self.levels.borrow_mut();
        if let Some(at) = kept.iter().position(|(have, _)| *have == key) {
            let found = kept.remove(at);
            kept.push(found);
        } else {
            if kept.len() >= MAX_LEVELS_KEPT {
                kept.remove(0);
            }
            kept.push((key, Rc::new(self.packed(key))));
        }
        kept.last()
            .map(|(_, sheet)| sheet.clone())
            .expect("one was just put there")
    }

    fn packed(&self, key: LevelKey) -> LevelSheet {
        let named = self.phases.iter().any(|phase| !phase.name.is_empty());
        let sheet = self.under(if named { HEAD } else { LOW_HEAD }, key);
        // What is counted may be picked, and its label stands in the head.
        if named || sheet.level.counts.is_empty() {
            sheet
        } else {
            self.under(HEAD, key)
        }
    }

    fn under(&self, head: f64, key: LevelKey) -> LevelSheet {
        let shown = |fact: &Entry| !key.hidden.contains(fact.evidence);
        let (lanes, of) =
            self.names
                .lanes(self.lanes, &self.facts, (head, key.size.1 - FOOT), &shown);
        let rows: Vec<Lane> = lanes.iter().map(|lane| lane.0).collect();
        let packing = Packing {
            facts: &self.facts,
            places: &self.places,
            lanes: &of,
            order: &self.order,
            scale: key.size.0 * libm::exp2(f64::from(key.level) / LEVELS),
            width: key.size.0,
            setting: Setting::of(key.size.0),
        };
        LevelSheet {
            level: packing.level(&rows),
            lanes,
            head,
        }
    }

    /// The camera that shows one event, at a zoom at which it has its label.
    fn labelled_at(&self, fact: usize, camera: Camera, size: (f64, f64)) -> f64 {
        let shows = |zoom: f64| {
            let sheet = self.sheet(zoom, size, EvidenceSet::default());
            sheet.level.counted[fact].is_none()
        };
        if shows(camera.zoom) || !shows(self.max_zoom) {
            return camera.zoom;
        }
        let step = libm::exp2(1.0 / LEVELS);
        let (mut low, mut high) = (camera.zoom, self.max_zoom);
        while high / low > step {
            let middle = (low * high).sqrt();
            if shows(middle) {
                high = middle
            } else {
                low = middle
            }
        }
        high
    }

    /// The instant at some px of a drawing of some width, in days since 1970-01-01; `None` where
    /// the line has no dates.
    pub fn day_at(&self, x: f64, camera: Camera, width: f64) -> Option<f64> {
        let at = camera.across().0 + x / (width * camera.zoom);
        let piece = self
            .axis
            .dated()
            .find(|piece| (piece.across.0..=piece.across.1).contains(&at))?;
        Some(piece.day(at))
    }

    /// From where to where on the plan these events stand, with some room at both sides; `None`
    /// where the story has none of them.
    pub fn stretch(&self, events: RangeInclusive<usize>) -> Option<(f64, f64)> {
        let shown = self.places.get(events)?.iter().map(Place::shown);
        let (from, to) = shown.fold((f64::INFINITY, 0.0), |(from, to), (a, b)| {
            (a.min(from), b.max(to))
        });
        let room = ((to - from) * ROOM.0).max(ROOM.1);
        (from <= to).then_some((from - room, to + room))
    }
}

impl Figure for Timeline {
    fn height(&self, width: f64) -> f64 {
        let least = self.names.height(self.lanes, &self.facts) + HEAD + FOOT;
        let most = HEIGHTS.1.max(least);
        if self.facts.len() > MAX_EVENTS_TRIED {
            return most;
        }
        let (low, hidden) = (HEIGHTS.0.max(least), EvidenceSet::default());
        let tried = (0..)
            .map(|step| low + HEIGHTS.2 * f64::from(step))
            .take_while(|height| *height < most);
        let bad = |height: &f64| {
            let level = self
                .packed(LevelKey {
                    level: 0,
                    size: (width, *height),
                    hidden,
                })
                .level;
            height + LABEL_WORTH * level.counted.iter().flatten().count() as f64
        };
        let best = tried
            .map(|height| (bad(&height), height))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        best.map_or(most, |(_, height)| height)
    }

    fn max_zoom(&self) -> f64 {
        self.max_zoom
    }

    fn scene(&self, look: &FigureState, camera: Camera, size: (f64, f64)) -> Scene {
        let zoom = camera.inside().zoom;
        scene::scene(
            self,
            &self.sheet(zoom, size, look.hidden),
            look,
            camera,
            size,
        )
    }

    fn camera_for(&self, pick: Pick, camera: Camera, size: (f64, f64)) -> Option<Camera> {
        let Pick::Event(event) = pick else {
            return None;
        };
        let fact = event.index();
        self.facts.get(fact)?;
        let zoom = self.labelled_at(fact, camera, size);
        let at = self.places[fact].middle();
        let (from, to) = camera.across();
        let margin = 0.12 / zoom;
        if zoom == camera.zoom && (from + margin..=to - margin).contains(&at) {
            return Some(camera);
        }
        Some(
            Camera {
                x: at,
                y: camera.y,
                zoom,
            }
            .inside(),
        )
    }

    fn walk(&self) -> Vec<Pick> {
        self.facts
            .iter()
            .map(|fact| Pick::Event(fact.event))
            .collect()
    }
}

/// The dated stretches, in the order of their starts.
fn spans(facts: &[Entry]) -> Vec<Span> {
    let mut spans: Vec<_> = facts.iter().flat_map(Entry::spans).collect();
    spans.sort_by(|a, b| a.from.total_cmp(&b.from).then(a.to.total_cmp(&b.to)));
    spans
}

/// The zoom at which the window shows some of the finest steps, wherever dates are given in them.
fn max_zoom(facts: &[Entry], places: &[Place], axis: &Axis) -> f64 {
    let zooms = facts.iter().zip(places).filter_map(|(fact, place)| {
        let window = fact.exact()? * DEEPEST_STEPS * axis.slope(place.anchor());
        (window > 0.0).then(|| 1.0 / window)
    });
    // Undated events are told apart too.
    let undated = facts.len() as f64 / DEEPEST_STEPS;
    zooms.fold(undated.max(1.0), f64::max).min(1e13)
}

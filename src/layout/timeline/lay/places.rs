//! Where on the axis the events of the strip stand: in order, or to scale. Knows no labels.

use super::columns::Band;
use crate::layout::rounded as round;
use crate::layout::timeline::breaks::{self, Broken, Section};
use crate::layout::timeline::{Anchor, Axis, AxisTick, BAR, Piece, Place, RADIUS, Shape, TICK_SIZE};
use crate::scale::Tick;
use crate::story::{Event, Story};
use crate::text::width::width;

/// From the foot of the columns to the axis, in px: lines to a scale run further across and need more height.
const FAN_IN_ORDER: f64 = 46.0;
const FAN_TO_SCALE: f64 = 92.0;
/// From one lane of marks to the next, and between marks in one lane, in px.
const LANE: f64 = 15.0;
const GAP: f64 = 4.0;
/// The shortest bar, in px.
const SHORTEST: f64 = 11.0;
/// The head of an open end, in px.
const ARROW: f64 = 9.0;
/// The part of the axis that stands for an undated future, in percent.
const FUTURE: f64 = 12.0;
/// Between the words of two ticks, and from one tick to the next, in px.
const TICK_GAP: f64 = 10.0;
const TICK_STEP: f64 = 54.0;

/// What both readings stand on.
pub struct Ground<'a> {
    pub story: &'a Story,
    pub bands: &'a [Band],
    pub least: f64,
    /// The foot of the columns.
    pub base: f64,
}

impl Ground<'_> {
    /// How many px a percent is at the least width.
    fn px(&self) -> f64 {
        self.least / 100.0
    }
}

/// A place for each event, the axis, and for each band where on the axis it begins.
type Placed = (Vec<Option<Place>>, Axis, Vec<Option<f64>>);

pub fn in_order(ground: &Ground) -> Placed {
    let count = ground.story.events.len().max(1) as f64;
    let y = round(ground.base + FAN_IN_ORDER);
    let step = |index: usize| round((index as f64 + 0.5) / count * 100.0);
    let places = (0..ground.story.events.len()).map(|index| {
        let x = step(index);
        Some(Place { x, y, tip: x, shape: Shape::Dot })
    });
    let edge = |index: usize| round(index as f64 / count * 100.0);
    let pieces = ground.bands.iter().map(|band| Piece {
        from: edge(band.events.start),
        to: edge(band.events.end),
        future: band.future(),
    });
    let edges = ground.bands.iter().map(|band| (band.events.start > 0).then(|| edge(band.events.start)));
    let axis = Axis { y, foot: y + RADIUS + 3.0, pieces: pieces.collect(), breaks: vec![], ticks: vec![] };
    (places.collect(), axis, edges.collect())
}

pub fn to_scale(ground: &Ground) -> Placed {
    let y = round(ground.base + FAN_TO_SCALE);
    let mut drawing = Drawing {
        places: vec![None; ground.story.events.len()],
        axis: Axis { y, foot: y, pieces: vec![], breaks: vec![], ticks: vec![] },
        lanes: Lanes { px: ground.px(), ends: vec![] },
    };
    let split = split(ground);
    for (future, range) in [(false, (0.0, split)), (true, (split, 100.0))] {
        let bands = ground.bands.iter().filter(|band| band.future() == future);
        let events: Vec<_> = bands.flat_map(|band| band.events.clone()).collect();
        if range.0 < range.1 {
            drawing.part(ground, &events, range, future);
        }
    }
    let Drawing { places, mut axis, lanes } = drawing;
    axis.foot = round(y + lanes.ends.len().max(1) as f64 * LANE);
    let future = ground.bands.iter().position(Band::future).filter(|at| *at > 0);
    let edges = (0..ground.bands.len()).map(|at| (Some(at) == future).then_some(round(split)));
    (places, axis, edges.collect())
}

/// Where the future begins on the axis, in percent: a short piece of it where nothing in it is dated.
fn split(ground: &Ground) -> f64 {
    let all = |future: bool| ground.bands.iter().filter(move |band| band.future() == future);
    let dated = |future: bool| {
        all(future)
            .flat_map(|band| &ground.story.events[band.events.clone()])
            .filter(|event| span(event).is_some())
            .count()
    };
    match (dated(false), dated(true)) {
        _ if all(true).next().is_none() => 100.0,
        _ if all(false).next().is_none() => 0.0,
        (_, 0) => 100.0 - FUTURE,
        (0, _) => FUTURE,
        (past, future) => (past as f64 / (past + future) as f64 * 100.0).clamp(30.0, 70.0),
    }
}

/// From the first to the last instant of an event's time, with one for both where the other is open; `None` for one that
/// has no place in time.
pub fn span(event: &Event) -> Option<(f64, f64)> {
    let when = event.when.as_ref()?;
    let (start, end) = (when.start().map(|start| start.0), when.end().map(|end| end.1));
    Some((start.or(end)?, end.or(start)?))
}

/// What comes into being on the way to a scale.
struct Drawing {
    places: Vec<Option<Place>>,
    axis: Axis,
    lanes: Lanes,
}

impl Drawing {
    /// Places the dated ones of some events over a part of the axis, and draws that part.
    fn part(&mut self, ground: &Ground, events: &[usize], range: (f64, f64), future: bool) {
        let mut dated: Vec<_> = events.iter().filter_map(|at| Some((span(&ground.story.events[*at])?, *at))).collect();
        dated.sort_by(|((a, _), _), ((b, _), _)| a.total_cmp(b));
        if dated.is_empty() {
            self.axis.pieces.push(Piece { from: round(range.0), to: round(range.1), future });
            return;
        }
        let spans: Vec<_> = dated.iter().map(|(span, _)| *span).collect();
        let broken = breaks::broken(&spans, range, ground.px());
        for (_, at) in &dated {
            let place = Place { y: self.axis.y, ..place(&ground.story.events[*at], &broken, ground.px()) };
            self.places[*at] = Some(self.lanes.settle(place));
        }
        let piece = |section: &Section| Piece { from: round(section.range.0), to: round(section.range.1), future };
        self.axis.pieces.extend(broken.0.iter().map(piece));
        self.axis.breaks.extend(broken.0.windows(2).map(|pair| round((pair[0].range.1 + pair[1].range.0) / 2.0)));
        ticks(ground, &broken, &mut self.axis);
    }
}

/// As on the axis itself, at height 0; a stretch that is too short to be seen is drawn around its middle.
fn place(event: &Event, broken: &Broken, px: f64) -> Place {
    let (from, to) = span(event).unwrap_or_default();
    let open = event.when.as_ref().map_or((false, false), |when| (when.start().is_none(), when.end().is_none()));
    let (open_start, open_end) = open;
    // The arrow of an open end stays on the axis.
    let range = (broken.0[0].range.0 + ARROW / px, broken.0[broken.0.len() - 1].range.1 - ARROW / px);
    if to - from <= 1.0 && open == (false, false) {
        let x = round(broken.at((from + to) / 2.0));
        return Place { x, y: 0.0, tip: x, shape: Shape::Dot };
    }
    let (mut x, end) =
        (if open_start { range.0 } else { broken.at(from) }, if open_end { range.1 } else { broken.at(to) });
    let mut width = end - x;
    if width < SHORTEST / px {
        x = (x + width / 2.0 - SHORTEST / px / 2.0).min(range.1 - SHORTEST / px).max(range.0);
        width = SHORTEST / px;
    }
    let tip = if open_start { x + width - BAR / px } else { x + SHORTEST / px / 2.0 };
    Place { x: round(x), y: 0.0, tip: round(tip), shape: Shape::Bar { width: round(width), open_start, open_end } }
}

/// The ticks of each section: as many as its words have room for. What the words leave out stands under the first tick,
/// and under each for which it is another.
fn ticks(ground: &Ground, broken: &Broken, axis: &mut Axis) {
    let px = ground.px();
    let clock = ground.story.events.iter().filter_map(span).any(|(from, to)| from == to && from.fract() != 0.0);
    for section in &broken.0 {
        let free = axis.ticks.last().map_or(0.0, |tick| extent(tick, px).1 + TICK_GAP);
        let most = ((section.range.1 - section.range.0) * px / TICK_STEP) as usize;
        let fitting = (1..=most.max(1)).rev().find_map(|most| {
            let ticks = section.scale.ticks(most, clock, &ground.story.lang);
            spaced(ticks.into_iter().map(|tick| (section.scale.at(tick.at), tick)), free, px)
        });
        axis.ticks.extend(fitting.into_iter().flatten());
    }
}

/// The ticks of one section, `None` if two of them would meet or the first comes before `free` px.
fn spaced(ticks: impl Iterator<Item = (f64, Tick)>, mut free: f64, px: f64) -> Option<Vec<AxisTick>> {
    let mut said = String::new();
    let mut spaced = Vec::new();
    for (x, tick) in ticks {
        let under = if tick.under == said { String::new() } else { tick.under.clone() };
        said = tick.under;
        let tick = anchored(x, tick.words, under, px);
        let (from, to) = extent(&tick, px);
        if from < free {
            return None;
        }
        free = to + TICK_GAP;
        spaced.push(tick);
    }
    Some(spaced)
}

fn anchored(x: f64, words: String, under: String, px: f64) -> AxisTick {
    let (x, half) = (round(x), width(&words, TICK_SIZE).max(width(&under, TICK_SIZE)) / 2.0);
    let anchor = match x * px {
        at if at < half => Anchor::Start,
        at if at + half > 100.0 * px => Anchor::End,
        _ => Anchor::Middle,
    };
    AxisTick { x, words, under, anchor }
}

/// The left and right ends of a tick's words, in px at the least width.
fn extent(tick: &AxisTick, px: f64) -> (f64, f64) {
    let (x, width) = (tick.x * px, width(&tick.words, TICK_SIZE).max(width(&tick.under, TICK_SIZE)));
    match tick.anchor {
        Anchor::Start => (x, x + width),
        Anchor::Middle => (x - width / 2.0, x + width / 2.0),
        Anchor::End => (x - width, x),
    }
}

/// The rows in which marks stand that would else lie on each other: the first is the axis itself.
struct Lanes {
    px: f64,
    /// Where each lane is free again, in px at the least width.
    ends: Vec<f64>,
}

impl Lanes {
    /// Moves a place to the first lane that is free for it; places come in the order of their starts.
    fn settle(&mut self, place: Place) -> Place {
        let px = self.px;
        let (from, to) = match place.shape {
            Shape::Dot => (place.x * px - RADIUS, place.x * px + RADIUS),
            Shape::Bar { width, .. } => (place.x * px, (place.x + width) * px),
        };
        let lane = self.ends.iter().position(|end| end + GAP <= from).unwrap_or(self.ends.len());
        match self.ends.get_mut(lane) {
            Some(end) => *end = to,
            None => self.ends.push(to),
        }
        Place { y: place.y + lane as f64 * LANE, ..place }
    }
}

//! The timeline as it is seen through a camera: background, stems, counts and events, from the back
//! to the front.

use super::bands;
use super::clusters;
use super::entries::{self, Entry};
use super::ground;
use super::labels::{self, Frame};
use super::pack::Labelled;
use super::{FOOT, Timeline};
use crate::figure::{Anchor, Camera, Color, FigureState, Item, Scene, Shape, rounded};
use crate::state::Pick;

/// Items so far outside of the box are still drawn, px.
pub const MARGIN: f64 = 60.0;

/// Where one looks, in px.
pub struct Viewport<'a> {
    pub line: &'a Timeline,
    pub look: &'a FigureState<'a>,
    /// The place on the line at the left.
    pub from: f64,
    /// Px of all of the line.
    pub scale: f64,
    pub size: (f64, f64),
    /// The height of the head, px.
    pub head: f64,
    /// By fact.
    pub lit: Vec<bool>,
}

/// How an event stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    None,
    Picked,
    Lit,
    /// Others are lit.
    Dim,
}

impl Viewport<'_> {
    pub fn x(&self, at: f64) -> f64 {
        (at - self.from) * self.scale
    }

    /// The place on the line at some px.
    pub fn at(&self, x: f64) -> f64 {
        self.from + x / self.scale
    }

    /// The height of the line itself, px.
    pub fn axis(&self) -> f64 {
        self.size.1 - FOOT
    }

    /// Everything that is told of an event, in words.
    pub fn name(&self, fact: usize) -> String {
        entries::name(self.look.story, self.look.words, self.fact(fact).event)
    }

    pub fn fact(&self, fact: usize) -> &Entry {
        &self.line.facts[fact]
    }

    /// From its earliest to its latest instant, px.
    pub fn ends(&self, fact: usize) -> (f64, f64) {
        let (from, to) = self.line.places[fact].extent();
        (self.x(from), self.x(to))
    }

    /// From where to where its mark is drawn, px.
    pub fn drawn(&self, fact: usize) -> (f64, f64) {
        let (from, to) = self.line.places[fact].drawn(self.scale);
        let left = self.from * self.scale;
        (from - left, to - left)
    }

    pub fn middle(&self, fact: usize) -> f64 {
        self.x(self.line.places[fact].middle())
    }

    pub fn emphasis(&self, fact: usize) -> Emphasis {
        if self.look.is_picked(Pick::Event(self.fact(fact).event)) {
            Emphasis::Picked
        } else if self.lit[fact] {
            Emphasis::Lit
        } else if self.look.lit.events.is_empty() {
            Emphasis::None
        } else {
            Emphasis::Dim
        }
    }
}

pub fn scene(line: &Timeline, look: &FigureState, camera: Camera, size: (f64, f64)) -> Scene {
    let camera = camera.inside();
    let sheet = line.sheet(camera.zoom, size, look.hidden);
    let mut lit = vec![false; line.facts.len()];
    for event in &look.lit.events {
        if let Some(one) = lit.get_mut(event.index()) {
            *one = true;
        }
    }
    let sight = Viewport {
        line,
        look,
        from: camera.across().0,
        scale: size.0 * camera.zoom,
        size,
        head: sheet.head,
        lit,
    };
    let callout = clusters::callout(&sight, &sheet.level);
    let mut items = ground::items(
        &sight,
        &sheet.lanes,
        callout.as_ref().map(|callout| callout.across),
    );
    let seen: Vec<Labelled> = sheet
        .level
        .labelled
        .iter()
        .copied()
        .filter(|one| labels::seen(&sight, one))
        .collect();
    let frames: Vec<Frame> = seen.iter().map(|one| Frame::of(&sight, one)).collect();
    items.extend(labels::stems(&sight, &seen, &frames));
    items.extend(bands::item(&sight, &seen));
    items.extend(callout.as_ref().map(|callout| callout.leader(&frames)));
    items.extend(clusters::items(&sight, &sheet.level));
    items.extend(seen.iter().map(|one| labels::item(&sight, one)));
    items.extend(callout.map(|callout| callout.item));
    if sheet.level.labelled.is_empty() && sheet.level.counts.is_empty() {
        items.push(nothing(&sight));
    }
    Scene {
        width: size.0,
        height: size.1,
        items,
    }
}

fn nothing(sight: &Viewport) -> Item {
    let words = sight.look.more.no_events[usize::from(!sight.line.facts.is_empty())];
    let words = crate::text::width::balance(words, 13.0, sight.size.0 - 32.0);
    let (x, y) = (
        rounded(sight.size.0 / 2.0),
        rounded((sight.head + sight.axis()) / 2.0),
    );
    let line = |(at, words): (usize, String)| Shape::Text {
        x: 0.0,
        y: 18.0 * at as f64,
        words,
        size: 13.0,
        anchor: Anchor::Middle,
        bold: false,
        ink: Color::MUTED,
        halo: false,
    };
    let shapes = words.into_iter().enumerate().map(line).collect();
    Item {
        key: "nothing".into(),
        class: "nothing",
        at: (x, y),
        link: None,
        shapes,
    }
}

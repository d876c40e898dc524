//! A timeline with the camera through which it is seen, and how its events stand out.

use super::entries::Entry;
use super::prepared::{FOOT, Timeline};
use crate::figure::{FigureState, names};
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
        names::event(self.look.story, self.look.words, self.fact(fact).event)
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

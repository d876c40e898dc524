//! A drawing as plain data: items of shapes in px of a box of known size, in colours by token.
//!
//! The explorer patches a [`Scene`] into the page, `svg` writes it as an image, tests read it.

use crate::locale::strings::Strings;
use crate::locale::strings::explorer::ExplorerStrings;
use crate::state::query::Lit;
use crate::state::{EvidenceSet, Pick};
use crate::story::{ActorId, EventId, Story};

/// A drawing in a box, px.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub width: f64,
    pub height: f64,
    /// From the back to the front, which is also the order in which Tab walks through the links.
    pub items: Vec<Item>,
}

/// Shapes that belong together and keep their identity from one scene to the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Unique in its scene; the same thing has the same key in every scene.
    pub key: String,
    /// For style and tests: a word of what it is, and of its state.
    pub class: &'static str,
    /// The place of its origin, px. Moving an item is cheap, changing its shapes is not.
    pub at: (f64, f64),
    pub link: Option<Link>,
    pub shapes: Vec<Shape>,
}

/// What makes an item a control.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub to: Target,
    /// Its accessible name: all that the drawing says about it, in words.
    pub name: String,
    /// It is what the reader has picked.
    pub current: bool,
}

impl Link {
    /// The event that it picks.
    pub fn event(&self) -> Option<EventId> {
        if let Target::Pick(Pick::Event(event)) = self.to {
            return Some(event);
        }
        None
    }

    /// The actor that it picks.
    pub fn actor(&self) -> Option<ActorId> {
        if let Target::Pick(Pick::Actor(actor)) = self.to {
            return Some(actor);
        }
        None
    }
}

/// What a link does.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Picks, or goes to the address where there is no program.
    Pick(Pick),
    /// Shows this part of the view: a cluster opens. In the units of the view; y is of no meaning
    /// for a timeline.
    Open { from: (f64, f64), to: (f64, f64) },
}

/// One shape; places are relative to its item.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        round: f64,
        paint: Paint,
    },
    Circle {
        x: f64,
        y: f64,
        radius: f64,
        paint: Paint,
    },
    Line {
        from: (f64, f64),
        to: (f64, f64),
        paint: Paint,
    },
    /// `d` as in SVG, numbers with at most one decimal.
    Path { d: String, paint: Paint },
    /// One line of words; `y` is its baseline.
    Text {
        x: f64,
        y: f64,
        words: String,
        size: f64,
        anchor: Anchor,
        bold: bool,
        ink: Color,
        halo: bool,
    },
}

/// Which part of a text is at its `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// How an area and its edge look.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Paint {
    pub fill: Option<Color>,
    pub stroke: Option<Color>,
    /// Of the stroke, px.
    pub width: f64,
    pub dash: Dash,
    /// 0 to 1; 0 means 1, so that the default is opaque.
    pub opacity: f64,
}

/// A colour by its meaning: a token of `style/tokens.css` without its dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub &'static str);

impl Color {
    pub const INK: Self = Self("ink");
    pub const MUTED: Self = Self("ink-muted");
    pub const SURFACE: Self = Self("surface");
    pub const RAISED: Self = Self("surface-raised");
    pub const RULE: Self = Self("rule");
    pub const RULE_STRONG: Self = Self("rule-strong");
    pub const ACCENT: Self = Self("accent");
    pub const ACCENT_SOFT: Self = Self("accent-soft");
    pub const ON_ACCENT: Self = Self("on-accent");
}

/// How a line is interrupted; `symbols::pattern` has the lengths. The fine ones are for outlines
/// of marks and for thin lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dash {
    #[default]
    Solid,
    Dashed,
    Dotted,
    FineDashed,
    FineDotted,
}

/// The moment that a drawing shows: what the state says of the story, without the state's own
/// shape.
#[derive(Clone, Copy)]
pub struct FigureState<'a> {
    pub story: &'a Story,
    pub picked: Option<Pick>,
    pub lit: &'a Lit,
    pub hidden: EvidenceSet,
    pub words: &'static Strings,
    pub more: &'static ExplorerStrings,
}

impl FigureState<'_> {
    pub fn is_picked(&self, pick: Pick) -> bool {
        self.picked == Some(pick)
    }
}

impl Paint {
    pub fn fill(ink: Color) -> Self {
        Self {
            fill: Some(ink),
            ..Self::default()
        }
    }

    pub fn stroke(ink: Color, width: f64) -> Self {
        Self {
            stroke: Some(ink),
            width,
            ..Self::default()
        }
    }

    pub fn edged(self, ink: Color, width: f64) -> Self {
        Self {
            stroke: Some(ink),
            width,
            ..self
        }
    }

    pub fn dashed(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }

    pub fn faint(self, opacity: f64) -> Self {
        Self { opacity, ..self }
    }
}

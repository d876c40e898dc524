//! An actor's plate: its name, how it is lit, and on an issue the mark of its stance. Knows no places.

use super::names;
use crate::draw::{Anchor, Dash, Ink, Item, Link, Look, Paint, Shape, Target, rounded};
use crate::layout::map::plane::Spot;
use crate::layout::map::{Frame, Words};
use crate::state::Pick;
use crate::state::query::Standing;
use crate::story::{ActorId, Evidence, Issue, IssueId, StanceId};

/// How much an actor stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stress {
    Plain,
    Lit,
    Picked,
    /// Others stand out instead.
    Faded,
}

impl Stress {
    /// Of an actor; `faded` where the reader has asked for others.
    pub fn of(look: &Look, id: ActorId, faded: bool) -> Self {
        if look.is_picked(Pick::Actor(id)) {
            Self::Picked
        } else if look.lit.actors.contains(&id) {
            Self::Lit
        } else if faded {
            Self::Faded
        } else {
            Self::Plain
        }
    }

    fn class(self) -> &'static str {
        ["actor", "actor is-lit", "actor is-picked", "actor is-faded"][self as usize]
    }

    /// While somebody's card is open, the names of those who have nothing to do with it step back.
    fn ink(self, look: &Look) -> Ink {
        match self {
            Self::Picked => Ink::ON_ACCENT,
            Self::Faded => Ink::MUTED,
            Self::Plain if matches!(look.picked, Some(Pick::Actor(_))) => Ink::MUTED,
            _ => Ink::INK,
        }
    }
}

/// An actor in the picture, and where its plate's middle stands.
pub fn plate(
    look: &Look,
    id: ActorId,
    at: Spot,
    plate: &Words,
    frame: Frame,
    stress: Stress,
    standing: Option<(IssueId, Standing)>,
) -> Item {
    let (width, height) = (plate.width, plate.height);
    let ground = Shape::Rect {
        x: -rounded(width / 2.0),
        y: -rounded(height / 2.0),
        width,
        height,
        round: 4.0,
        paint: edge(look, stress, standing),
    };
    let mut shapes = vec![ground];
    shapes.extend(lines(plate, frame.name_size(), Spot::default(), Anchor::Middle, stress.ink(look), true));
    shapes.extend(side(look, standing).map(|(issue, stance)| mark(issue, stance, Spot::new(0.0, -height / 2.0))));
    Item {
        key: format!("actor-{}", look.story[id].key),
        class: stress.class(),
        at: (rounded(at.x), rounded(at.y)),
        link: Some(link(look, id, standing)),
        shapes,
    }
}

/// What makes an actor a control.
pub fn link(look: &Look, id: ActorId, standing: Option<(IssueId, Standing)>) -> Link {
    let pick = Pick::Actor(id);
    Link { to: Target::Pick(pick), name: names::name(look, id, standing), current: look.is_picked(pick) }
}

fn side<'a>(look: &Look<'a>, standing: Option<(IssueId, Standing)>) -> Option<(&'a Issue, StanceId)> {
    match standing? {
        (issue, Standing::At(stance, _)) => Some((&look.story[issue], stance)),
        _ => None,
    }
}

/// Ground and edge: on an issue the edge has the colour of the stance and the dashes of its evidence.
fn edge(look: &Look, stress: Stress, standing: Option<(IssueId, Standing)>) -> Paint {
    let evidence = standing.and_then(|(_, standing)| match standing {
        Standing::At(_, evidence) | Standing::NoSide(evidence) => Some(evidence),
        _ => None,
    });
    let ground = Paint::fill(Ink::SURFACE);
    let paint = match (stress, side(look, standing)) {
        (Stress::Picked, _) => Paint::fill(Ink::ACCENT).edged(Ink::ACCENT, 1.0),
        (_, Some(_)) if evidence == Some(Evidence::Context) => ground.edged(CONTEXT, 2.0),
        (_, Some((issue, stance))) => ground.edged(STANCES[step(issue, stance)], 2.0),
        (Stress::Lit, None) => ground.edged(Ink::ACCENT, 2.0),
        (Stress::Faded, None) => ground.edged(Ink::RULE, 1.0),
        (Stress::Plain, None) => ground.edged(Ink::RULE_STRONG, 1.0),
    };
    paint.dashed(evidence.map_or(Dash::Solid, dash))
}

pub const CONTEXT: Ink = Ink("evidence-context");

/// The ramp from one pole to the other.
pub const STANCES: [Ink; 5] = [Ink("stance-1"), Ink("stance-2"), Ink("stance-3"), Ink("stance-4"), Ink("stance-5")];

/// How a kind of evidence is drawn.
pub fn dash(evidence: Evidence) -> Dash {
    match evidence {
        Evidence::Inferred => Dash::Dashed,
        Evidence::Forecast => Dash::Dotted,
        _ => Dash::Solid,
    }
}

/// The step of the ramp for a stance.
pub fn step(issue: &Issue, stance: StanceId) -> usize {
    (issue.share(stance) * 4.0).round() as usize
}

/// The shape of a stance tells the same as its colour: square and triangle at the poles, diamond between.
pub fn mark(issue: &Issue, stance: StanceId, at: Spot) -> Shape {
    let corners: &[(f64, f64)] = match step(issue, stance) {
        0 | 1 => &[(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)],
        2 => &[(0.0, -6.5), (6.5, 0.0), (0.0, 6.5), (-6.5, 0.0)],
        _ => &[(0.0, -6.5), (6.5, 5.0), (-6.5, 5.0)],
    };
    let paint = Paint::fill(STANCES[step(issue, stance)]).edged(Ink::SURFACE, 1.5);
    let place = |(x, y): &(f64, f64)| format!("{},{}", rounded(at.x + x), rounded(at.y + y));
    let corners: Vec<_> = corners.iter().map(place).collect();
    Shape::Path { d: format!("M{} Z", corners.join(" L")), paint }
}

/// Lines of words around a middle.
pub fn lines(words: &Words, size: f64, middle: Spot, anchor: Anchor, ink: Ink, bold: bool) -> Vec<Shape> {
    let leading = size * Words::LEADING;
    let first = middle.y + leading * (0.5 - words.lines.len() as f64 / 2.0) + size * 0.35;
    let line = |(index, line): (usize, &String)| Shape::Text {
        x: rounded(middle.x),
        y: rounded(first + leading * index as f64),
        words: line.clone(),
        size,
        anchor,
        bold,
        ink,
        halo: false,
    };
    words.lines.iter().enumerate().map(line).collect()
}

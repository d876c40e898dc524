//! An actor's plate: its name, how it is lit, and on an issue the mark of its stance.

use crate::figure::names;
use crate::figure::symbols::{line_dash, stance_color, stance_mark, stance_step};
use crate::figure::{Anchor, Color, Dash, FigureState, Item, Link, Paint, Shape, Target, rounded};
use crate::geometry::Vec2;
use crate::layout::network::{Frame, Words};
use crate::state::Pick;
use crate::state::query::Standing;
use crate::story::{ActorId, IssueId};

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
    pub fn of(look: &FigureState, id: ActorId, faded: bool) -> Self {
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
        match self {
            Self::Plain => "actor",
            Self::Lit => "actor is-lit",
            Self::Picked => "actor is-picked",
            Self::Faded => "actor is-faded",
        }
    }

    /// While somebody's card is open, the names of those who have nothing to do with it step back.
    fn ink(self, look: &FigureState) -> Color {
        match self {
            Self::Picked => Color::ON_ACCENT,
            Self::Faded => Color::MUTED,
            Self::Plain if matches!(look.picked, Some(Pick::Actor(_))) => Color::MUTED,
            Self::Plain | Self::Lit => Color::INK,
        }
    }
}

/// An actor as it is to be drawn.
pub struct Node<'a> {
    pub id: ActorId,
    pub plate: &'a Words,
    pub frame: Frame,
    pub stress: Stress,
    /// How many relations it has.
    pub ties: usize,
    /// Where it stands, where positions are read.
    pub standing: Option<(IssueId, Standing)>,
}

/// An actor's name on its plate, the middle of which stands at `at`.
pub fn plate(look: &FigureState, node: &Node, at: Vec2) -> Item {
    let Node {
        id,
        plate,
        frame,
        stress,
        standing,
        ..
    } = *node;
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
    shapes.extend(lines(
        plate,
        frame.name_size(),
        Vec2::default(),
        Anchor::Middle,
        stress.ink(look),
        true,
    ));
    shapes.extend(side(look, standing).map(|step| stance_mark(step, (0.0, -height / 2.0))));
    Item {
        key: format!("actor-{}", look.story[id].key),
        class: stress.class(),
        at: (rounded(at.x), rounded(at.y)),
        link: Some(link(look, node)),
        shapes,
    }
}

/// What makes an actor a control.
fn link(look: &FigureState, node: &Node) -> Link {
    let pick = Pick::Actor(node.id);
    let name = names::actor(look.story, look.words, node.id, node.ties, node.standing);
    Link {
        to: Target::Pick(pick),
        name,
        current: look.is_picked(pick),
    }
}

/// An actor without its name: a dot, and around it what a finger hits.
pub fn dot(look: &FigureState, node: &Node, at: Vec2) -> Item {
    let side = side(look, node.standing).map(stance_color);
    let ink = match node.stress {
        Stress::Lit | Stress::Picked => Color::ACCENT,
        Stress::Faded => Color::RULE,
        Stress::Plain => side.unwrap_or(Color::MUTED),
    };
    let circle = |radius: f64, paint: Paint| Shape::Circle {
        x: 0.0,
        y: 0.0,
        radius,
        paint,
    };
    let shapes = vec![
        circle(12.0, Paint::fill(Color::SURFACE).faint(0.01)),
        circle(5.0, Paint::fill(ink).edged(Color::SURFACE, 1.5)),
    ];
    Item {
        key: format!("actor-{}", look.story[node.id].key),
        class: "actor is-dot",
        at: (rounded(at.x), rounded(at.y)),
        link: Some(link(look, node)),
        shapes,
    }
}

/// The radius of a count: as large as its digits need, and a little larger for more, px.
pub fn radius(count: usize) -> f64 {
    [12.0, 13.0, 14.5, 15.5][(count.max(1).ilog10() as usize).min(3)]
}

/// Several actors in one place: how many; lit where one of them is.
pub fn cluster(count: usize, stress: Stress) -> Vec<Shape> {
    let (ink, edge) = match stress {
        Stress::Lit | Stress::Picked => (
            Color::INK,
            Paint::fill(Color::SURFACE).edged(Color::ACCENT, 2.0),
        ),
        Stress::Faded => (
            Color::MUTED,
            Paint::fill(Color::SURFACE).edged(Color::RULE, 1.0),
        ),
        Stress::Plain => (
            Color::INK,
            Paint::fill(Color::SURFACE).edged(Color::RULE_STRONG, 1.0),
        ),
    };
    let radius = radius(count);
    let text = Shape::Text {
        x: 0.0,
        y: 4.0,
        words: count.to_string(),
        size: 11.0,
        anchor: Anchor::Middle,
        bold: false,
        ink,
        halo: false,
    };
    vec![
        Shape::Circle {
            x: 0.0,
            y: 0.0,
            radius,
            paint: edge,
        },
        text,
    ]
}

/// The step of its stance, where it takes a side.
fn side(look: &FigureState, standing: Option<(IssueId, Standing)>) -> Option<u8> {
    let (issue, standing) = standing?;
    Some(stance_step(&look.story[issue], standing.stance()?))
}

/// Ground and edge: on an issue the edge has the colour of the stance and the dashes of its
/// evidence.
fn edge(look: &FigureState, stress: Stress, standing: Option<(IssueId, Standing)>) -> Paint {
    let evidence = standing.and_then(|(_, standing)| standing.evidence());
    let ground = Paint::fill(Color::SURFACE);
    let paint = match (stress, side(look, standing)) {
        (Stress::Picked, _) => Paint::fill(Color::ACCENT).edged(Color::ACCENT, 1.0),
        (_, Some(step)) => ground.edged(stance_color(step), 2.0),
        (Stress::Lit, None) => ground.edged(Color::ACCENT, 2.0),
        (Stress::Faded, None) => ground.edged(Color::RULE, 1.0),
        (Stress::Plain, None) => ground.edged(Color::RULE_STRONG, 1.0),
    };
    paint.dashed(evidence.map_or(Dash::Solid, line_dash))
}

/// Lines of words around a middle.
pub fn lines(
    words: &Words,
    size: f64,
    middle: Vec2,
    anchor: Anchor,
    ink: Color,
    bold: bool,
) -> Vec<Shape> {
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

/// Gives words an edge of the ground's colour, where lines may run behind them.
pub fn haloed(shapes: &mut [Shape]) {
    for shape in shapes {
        if let Shape::Text { halo, .. } = shape {
            *halo = true;
        }
    }
}

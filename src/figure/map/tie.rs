//! A relation as a line with an arrowhead, and its words.

use super::node::lines;
use crate::figure::symbols::{self, arrowhead, tone_color};
use crate::figure::{Anchor, Color, Paint, Shape, rounded};
use crate::geometry::Vec2;
use crate::layout::network::{Frame, Words};
use crate::story::Relation;

/// How much a line stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Plain,
    /// One of its ends is picked, or it is a part of the way that was asked for.
    Lit,
    /// Others stand out instead.
    Faded,
}

/// The line from its start, and its arrowhead, both relative to `from`.
pub fn line(relation: &Relation, from: Vec2, to: Vec2, head: Vec2, weight: Weight) -> Vec<Shape> {
    let (run, at) = (to - from, head - from);
    let stroke = Shape::Line {
        from: (0.0, 0.0),
        to: (rounded(run.x), rounded(run.y)),
        paint: paint(relation, weight),
    };
    if weight == Weight::Faded {
        return vec![stroke];
    }
    let along = run * 1.0 / run.length().max(0.001);
    vec![
        stroke,
        arrowhead(relation.tone, (at.x, at.y), (along.x, along.y)),
    ]
}

fn paint(relation: &Relation, weight: Weight) -> Paint {
    let plain = symbols::line(relation.grounds.evidence, tone_color(relation.tone));
    match weight {
        Weight::Plain => plain,
        Weight::Lit => plain.edged(tone_color(relation.tone), 2.5),
        Weight::Faded => plain.edged(Color::RULE, plain.width),
    }
}

/// The words of a line, around their middle, on a ground of their own.
pub fn words(words: &Words, frame: Frame) -> Vec<Shape> {
    let ground = Shape::Rect {
        x: -rounded(words.width / 2.0),
        y: -rounded(words.height / 2.0),
        width: words.width,
        height: words.height,
        round: 3.0,
        paint: Paint::fill(Color::SURFACE).faint(0.88),
    };
    let text = lines(
        words,
        frame.note_size(),
        Vec2::default(),
        Anchor::Middle,
        Color::INK,
        false,
    );
    std::iter::once(ground).chain(text).collect()
}

//! A relation as a line with an arrowhead, and its words. Knows no places.

use super::node::{CONTEXT, dash, lines};
use crate::figure::{Anchor, Color, Dash, Paint, Shape, rounded};
use crate::geometry::Vec2;
use crate::layout::network::{Frame, Words};
use crate::story::{Evidence, Relation, Tone};

/// How much a line stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Plain,
    /// One of its ends is picked, or it is a part of the way that was asked for.
    Lit,
    /// Others stand out instead.
    Faded,
}

/// The colour of a tone; its arrowhead tells the same by its shape.
pub fn ink(tone: Tone) -> Color {
    [Color("tone-for"), Color("tone-against"), Color::MUTED][tone as usize]
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
    let along = run * (1.0 / run.length().max(0.001));
    std::iter::once(stroke)
        .chain(arrow(relation.tone, at, along))
        .collect()
}

fn paint(relation: &Relation, weight: Weight) -> Paint {
    let evidence = relation.grounds.evidence;
    let (ink, width) = match evidence {
        Evidence::Context => (CONTEXT, 1.0),
        Evidence::Forecast => (ink(relation.tone), 2.0),
        _ => (ink(relation.tone), 1.5),
    };
    match weight {
        Weight::Plain => Paint::stroke(ink, width),
        Weight::Lit => Paint::stroke(ink, 2.5),
        Weight::Faded => Paint::stroke(Color::RULE, width),
    }
    .dashed(dash(evidence))
}

/// A full triangle for, a bar that stops against, an open one otherwise.
fn arrow(tone: Tone, at: Vec2, along: Vec2) -> Vec<Shape> {
    let put = |(x, y): (f64, f64)| {
        Vec2::new(
            at.x + x * along.x - y * along.y,
            at.y + x * along.y + y * along.x,
        )
    };
    let trace = |points: &[(f64, f64)]| {
        let each: Vec<_> = points
            .iter()
            .map(|point| put(*point))
            .map(|at| format!("{},{}", rounded(at.x), rounded(at.y)))
            .collect();
        format!("M{}", each.join(" L"))
    };
    let d = match tone {
        Tone::For => trace(&[(-4.0, -4.5), (4.0, 0.0), (-4.0, 4.5)]) + " Z",
        Tone::Against => {
            trace(&[(2.0, -5.5), (2.0, 5.5)]) + &trace(&[(-5.0, -4.0), (1.0, 0.0), (-5.0, 4.0)])
        }
        Tone::Neutral => trace(&[(-4.0, -4.0), (3.0, 0.0), (-4.0, 4.0)]),
    };
    let fill = (tone == Tone::For).then(|| ink(tone));
    vec![Shape::Path {
        d,
        paint: Paint {
            fill,
            dash: Dash::Solid,
            ..Paint::stroke(ink(tone), 1.5)
        },
    }]
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

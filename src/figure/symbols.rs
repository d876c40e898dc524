//! The signs of all figures, once: marks and lines by evidence, arrowheads by tone, shapes by stance.
//!
//! Their shapes are around an origin, so that the page, the explorer, images and the preview place
//! the same ones.

use super::scene::{Color, Dash, Paint, Shape};
use crate::geometry::rounded;
use crate::story::evidence::{LinePattern, MarkShape};
use crate::story::{Evidence, Issue, StanceId, Tone};
use crate::text::number::px;

/// Radius of a mark, px; half the side of a square one.
pub const MARK_RADIUS: f64 = 5.0;

/// The second ring of what was said, and the disc within, px beside [`MARK_RADIUS`].
const RING: f64 = 2.0;
const RINGED: f64 = -0.5;

/// The lengths of dashes and gaps, and whether their ends are round: dots are dashes of no length,
/// which some programs leave out if they are 0.
pub fn pattern(dash: Dash) -> Option<(&'static str, bool)> {
    match dash {
        Dash::Solid => None,
        Dash::Dashed => Some(("6 4", false)),
        Dash::Dotted => Some((".1 5", true)),
        Dash::FineDashed => Some(("3.5 2.5", false)),
        Dash::FineDotted => Some((".1 3.5", true)),
    }
}

/// The dash of lines that rest on this evidence.
pub fn line_dash(evidence: Evidence) -> Dash {
    match evidence.sign().pattern {
        LinePattern::Solid => Dash::Solid,
        LinePattern::Dashed => Dash::Dashed,
        LinePattern::Dotted => Dash::Dotted,
    }
}

fn mark_dash(evidence: Evidence) -> Dash {
    match evidence.sign().pattern {
        LinePattern::Solid => Dash::Solid,
        LinePattern::Dashed => Dash::FineDashed,
        LinePattern::Dotted => Dash::FineDotted,
    }
}

/// A line that rests on this evidence.
pub fn line(evidence: Evidence, color: Color) -> Paint {
    Paint::stroke(color, evidence.sign().line_width).dashed(line_dash(evidence))
}

/// Fill and outline of a mark: hollow for what is not certain, and without a date.
pub fn mark_paint(evidence: Evidence, dated: bool) -> Paint {
    match mark_dash(evidence) {
        Dash::Solid => {
            Paint::fill(if dated { Color::INK } else { Color::SURFACE }).edged(Color::INK, 1.5)
        }
        dash => Paint::fill(Color::SURFACE)
            .edged(Color::INK, 2.0)
            .dashed(dash),
    }
}

/// The mark of a kind of evidence around a point.
pub fn mark(evidence: Evidence, dated: bool, (x, y): (f64, f64)) -> Vec<Shape> {
    let paint = mark_paint(evidence, dated);
    let circle = |radius: f64, paint: Paint| Shape::Circle {
        x,
        y,
        radius,
        paint,
    };
    match evidence.sign().mark {
        MarkShape::Disc => vec![circle(MARK_RADIUS, paint)],
        MarkShape::RingedDisc => {
            let ring = Paint::fill(Color::SURFACE).edged(Color::INK, 1.0);
            vec![
                circle(MARK_RADIUS + RING, ring),
                circle(MARK_RADIUS + RINGED, paint),
            ]
        }
        MarkShape::Square => vec![Shape::Rect {
            x: rounded(x - MARK_RADIUS),
            y: rounded(y - MARK_RADIUS),
            width: MARK_RADIUS * 2.0,
            height: MARK_RADIUS * 2.0,
            round: 0.0,
            paint,
        }],
    }
}

/// The colour of a tone; its arrowhead says the same by its shape.
pub fn tone_color(tone: Tone) -> Color {
    match tone {
        Tone::For => Color("tone-for"),
        Tone::Against => Color("tone-against"),
        Tone::Neutral => Color::MUTED,
    }
}

/// The arrowhead of a tone at a point of a line that runs along this unit vector: a full triangle
/// for, one that stops at a bar against, an open one otherwise.
pub fn arrowhead(tone: Tone, (x, y): (f64, f64), (dx, dy): (f64, f64)) -> Shape {
    let strokes: &[&[(f64, f64)]] = match tone {
        Tone::For => &[&[(-4.0, -4.5), (4.0, 0.0), (-4.0, 4.5)]],
        Tone::Against => &[
            &[(2.0, -5.5), (2.0, 5.5)],
            &[(-5.0, -4.0), (1.0, 0.0), (-5.0, 4.0)],
        ],
        Tone::Neutral => &[&[(-4.0, -4.0), (3.0, 0.0), (-4.0, 4.0)]],
    };
    let place =
        |(along, across): (f64, f64)| (x + along * dx - across * dy, y + along * dy + across * dx);
    let full = tone == Tone::For;
    let d: String = strokes
        .iter()
        .map(|stroke| path(stroke, place, full))
        .collect();
    let paint = Paint {
        fill: full.then(|| tone_color(tone)),
        ..Paint::stroke(tone_color(tone), 1.5)
    };
    Shape::Path { d, paint }
}

/// The step of the ramp of colours for a stance: 1 at one pole to 5 at the other.
pub fn stance_step(issue: &Issue, stance: StanceId) -> u8 {
    1 + (issue.share(stance) * 4.0).round() as u8
}

pub fn stance_color(step: u8) -> Color {
    match step {
        1 => Color("stance-1"),
        2 => Color("stance-2"),
        3 => Color("stance-3"),
        4 => Color("stance-4"),
        _ => Color("stance-5"),
    }
}

/// The mark of a stance says the same as its colour: square and triangle at the poles, diamond
/// between.
pub fn stance_mark(step: u8, (x, y): (f64, f64)) -> Shape {
    let corners: &[(f64, f64)] = match step {
        1 | 2 => &[(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)],
        3 => &[(0.0, -6.5), (6.5, 0.0), (0.0, 6.5), (-6.5, 0.0)],
        _ => &[(0.0, -6.5), (6.5, 5.0), (-6.5, 5.0)],
    };
    Shape::Path {
        d: path(corners, |(dx, dy)| (x + dx, y + dy), true),
        paint: Paint::fill(stance_color(step)).edged(Color::SURFACE, 1.5),
    }
}

fn path(points: &[(f64, f64)], place: impl Fn((f64, f64)) -> (f64, f64), closed: bool) -> String {
    let point = |point: &(f64, f64)| {
        let (x, y) = place(*point);
        format!("{},{}", px(x), px(y))
    };
    let points: Vec<_> = points.iter().map(point).collect();
    let end = if closed { " Z" } else { "" };
    format!("M{}{end}", points.join(" L"))
}

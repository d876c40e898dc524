//! The marks of events: what evidence there is by shape and outline, what is uncertain by lighter ends. Knows no labels.

use crate::date::When;
use crate::draw::{Dash, Ink, Paint, Shape, rounded};
use crate::story::Evidence;

/// Radius of a mark, px.
pub const RADIUS: f64 = 5.0;
/// Half the height of a stretch, px.
const HALF: f64 = 4.0;

/// The colour of a kind of evidence.
pub fn ink(evidence: Evidence) -> Ink {
    Ink(["evidence-quoted", "evidence-reported", "evidence-inferred", "evidence-forecast", "evidence-context"]
        [evidence as usize])
}

/// Fill and outline of a kind of evidence; hollow without a date.
fn paint(evidence: Evidence, dated: bool) -> Paint {
    let ink = ink(evidence);
    match evidence {
        Evidence::Inferred => Paint::fill(Ink::SURFACE).edged(ink, 2.0).dashed(Dash::Dashed),
        Evidence::Forecast => Paint::fill(Ink::SURFACE).edged(ink, 2.0).dashed(Dash::Dotted),
        _ => Paint::fill(if dated { ink } else { Ink::SURFACE }).edged(ink, 1.5),
    }
}

/// The mark of a moment around the origin: context is square, and words that were said have a second ring.
pub fn glyph(evidence: Evidence, dated: bool, (x, y): (f64, f64)) -> Vec<Shape> {
    let paint = paint(evidence, dated);
    let circle = |radius: f64, paint: Paint| Shape::Circle { x, y, radius, paint };
    match evidence {
        Evidence::Context => {
            let side = RADIUS * 2.0 - 1.0;
            vec![Shape::Rect {
                x: rounded(x - side / 2.0),
                y: rounded(y - side / 2.0),
                width: side,
                height: side,
                round: 0.0,
                paint,
            }]
        }
        Evidence::Quoted => {
            let ring = Paint::fill(Ink::SURFACE).edged(ink(evidence), 1.0);
            vec![circle(RADIUS + 1.5, ring), circle(RADIUS - 1.5, paint)]
        }
        _ => vec![circle(RADIUS, paint)],
    }
}

/// Brackets around an estimate, a dashed ring around what is in doubt.
pub fn doubts(when: &When, evidence: Evidence, (x, y): (f64, f64)) -> Vec<Shape> {
    let line = Paint::stroke(ink(evidence), 1.2);
    let mut shapes = Vec::new();
    if when.approximate() {
        let (left, right) = (rounded(x - 7.0), rounded(x + 7.0));
        let d = format!("M{left} {} q-3.5 5.5 0 11 M{right} {} q3.5 5.5 0 11", rounded(y - 5.5), rounded(y - 5.5));
        shapes.push(Shape::Path { d, paint: line });
    }
    if when.uncertain() {
        shapes.push(Shape::Circle {
            x,
            y,
            radius: RADIUS + 3.5,
            paint: Paint { dash: Dash::Dashed, width: 1.0, ..line },
        });
    }
    shapes
}

/// A stretch of time, in px beside its item.
pub struct Stretch {
    /// From its earliest to its latest instant.
    pub across: (f64, f64),
    /// From where it has surely begun to where it has surely not ended.
    pub sure: (f64, f64),
    pub open: (bool, bool),
    pub y: f64,
}

/// A duration: solid where it is sure, light where it starts or ends at some time, arrows where it is open.
pub fn bar(stretch: &Stretch, evidence: Evidence, when: Option<&When>) -> Vec<Shape> {
    let paint = paint(evidence, true);
    let (from, to) = stretch.across;
    let rect = |from: f64, to: f64, half: f64, paint: Paint| Shape::Rect {
        x: rounded(from),
        y: rounded(stretch.y - half),
        width: rounded((to - from).max(0.5)),
        height: half * 2.0,
        round: half.min(3.0),
        paint,
    };
    let doubtful = when.is_some_and(|when| when.approximate() || when.uncertain());
    let light = Paint::fill(Ink::SURFACE).edged(ink(evidence), 1.0);
    let light = if doubtful { light.dashed(Dash::Dashed) } else { light };
    let mut shapes = Vec::new();
    let (begun, ended) = stretch.sure;
    let unsure = begun - from > 3.0 || to - ended > 3.0 || begun >= ended || doubtful;
    if unsure {
        shapes.push(rect(from, to, HALF, light));
    }
    if begun < ended {
        let sure = if unsure { (begun, ended) } else { (from, to) };
        shapes.push(rect(sure.0, sure.1, if doubtful { HALF - 2.0 } else { HALF }, paint));
    }
    let arrow = |x: f64, way: f64| Shape::Path {
        d: format!("M{} {} l{} 6 l{} 6", rounded(x - 3.0 * way), rounded(stretch.y - 6.0), 6.0 * way, -6.0 * way),
        paint: Paint::stroke(ink(evidence), 1.8),
    };
    shapes.extend(stretch.open.0.then(|| arrow(from, -1.0)));
    shapes.extend(stretch.open.1.then(|| arrow(to, 1.0)));
    shapes
}

/// Somewhere within a stretch: a thin line between two ends, for the mark to stand on.
pub fn range(stretch: &Stretch, evidence: Evidence, doubtful: bool) -> Shape {
    let paint = Paint::stroke(ink(evidence), 1.2);
    let paint = if doubtful { paint.dashed(Dash::Dashed) } else { paint };
    let (from, to, y) = (rounded(stretch.across.0), rounded(stretch.across.1), rounded(stretch.y));
    Shape::Path { d: format!("M{from} {0}v8M{from} {y}H{to}M{to} {0}v8", rounded(y - 4.0)), paint }
}

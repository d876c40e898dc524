//! The marks of events in time: what is known of a date, by ends that are light, open or faded,
//! around the marks of evidence.

use super::places::ARROW;
use crate::date::When;
use crate::figure::symbols::{MARK_RADIUS, mark, mark_paint};
use crate::figure::{Color, Dash, Paint, Shape, rounded};
use crate::story::Evidence;

/// Half the height of a stretch and of a band, px.
const HALF: f64 = 4.0;
const BAND_HALF: f64 = 3.5;
/// The arrow of a bar that goes on, px.
const HEAD: f64 = 8.0;
/// What is left of a bar of which only one end is known, px.
const STUMP: f64 = 10.0;
/// The pieces of a bar that fades out: from where, how wide, half as high as what; px.
const FADING: [(f64, f64, f64); 3] = [(3.0, 6.0, 3.0), (12.0, 4.0, 2.0), (19.0, 2.0, 1.0)];

/// Brackets around an estimate, a dashed ring around what is in doubt.
pub fn doubts(when: &When, (x, y): (f64, f64)) -> Vec<Shape> {
    let line = Paint::stroke(Color::INK, 1.2);
    let mut shapes = Vec::new();
    if when.approximate() {
        let (left, right) = (rounded(x - 7.0), rounded(x + 7.0));
        let d = format!(
            "M{left} {} q-3.5 5.5 0 11 M{right} {} q3.5 5.5 0 11",
            rounded(y - 5.5),
            rounded(y - 5.5)
        );
        shapes.push(Shape::Path { d, paint: line });
    }
    if when.uncertain() {
        shapes.push(Shape::Circle {
            x,
            y,
            radius: MARK_RADIUS + 3.5,
            paint: Paint {
                dash: Dash::FineDashed,
                width: 1.0,
                ..line
            },
        });
    }
    shapes
}

/// The mark of something that is undated and drawn between its neighbours: a band without a point.
pub fn band((from, to): (f64, f64), y: f64, lit: bool) -> Shape {
    let ink = if lit { Color::ACCENT } else { Color::MUTED };
    Shape::Rect {
        x: rounded(from),
        y: rounded(y - BAND_HALF),
        width: rounded((to - from).max(1.0)),
        height: BAND_HALF * 2.0,
        round: BAND_HALF,
        paint: Paint::fill(if lit {
            Color::ACCENT_SOFT
        } else {
            Color::RAISED
        })
        .edged(ink, 1.0)
        .dashed(Dash::FineDotted),
    }
}

/// How a side of a duration is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Side {
    /// At some time within: light from the one to the other, px.
    Within(f64, f64),
    /// At some time beyond: a thin arrow.
    Beyond(f64),
    /// It goes on: the bar itself has an arrow.
    Open(f64),
    /// Nobody knows: the bar fades out.
    Unknown(f64),
}

impl Side {
    fn ends(self) -> (f64, f64) {
        match self {
            Self::Within(from, to) => (from, to),
            Self::Beyond(at) | Self::Open(at) | Self::Unknown(at) => (at, at),
        }
    }

    fn shortened(self, way: f64) -> Self {
        match self {
            Self::Open(at) => Self::Open(at + way * HEAD),
            Self::Within(..) | Self::Beyond(_) | Self::Unknown(_) => self,
        }
    }
}

/// A duration, in px beside its item: solid where it is sure, light where it starts or ends at some
/// time.
pub fn bar((start, end): (Side, Side), y: f64, evidence: Evidence, doubtful: bool) -> Vec<Shape> {
    // The arrow of what goes on ends where the line ends.
    let (start, end) = (start.shortened(1.0), end.shortened(-1.0));
    let (from, begun) = start.ends();
    let (ended, to) = end.ends();
    let fades = (
        matches!(start, Side::Unknown(_)),
        matches!(end, Side::Unknown(_)),
    );
    let light = Paint::fill(Color::SURFACE).edged(Color::INK, 1.0);
    let light = if doubtful {
        light.dashed(Dash::FineDashed)
    } else {
        light
    };
    let unsure = begun - from > 3.0 || to - ended > 3.0 || begun >= ended || doubtful;
    let mut shapes = Vec::new();
    if unsure && to - from > 0.5 {
        shapes.push(block((from, to), y, HALF, light));
    }
    let sure = if unsure { (begun, ended) } else { (from, to) };
    // Of what has no other end, its one end is a piece of the bar, so that there is something to
    // fade.
    let sure = match fades {
        (false, true) if to - from < STUMP => (to - STUMP, to),
        (true, false) if to - from < STUMP => (from, from + STUMP),
        _ => sure,
    };
    if sure.0 < sure.1 {
        let half = if doubtful { HALF - 2.0 } else { HALF };
        shapes.push(block(sure, y, half, mark_paint(evidence, true)));
    }
    shapes.extend(side(start, -1.0, y));
    shapes.extend(side(end, 1.0, y));
    shapes
}

fn block((from, to): (f64, f64), y: f64, half: f64, paint: Paint) -> Shape {
    Shape::Rect {
        x: rounded(from),
        y: rounded(y - half),
        width: rounded((to - from).max(0.5)),
        height: half * 2.0,
        round: half.min(3.0),
        paint,
    }
}

/// What is drawn beyond a side, to the left (`way` is -1) or to the right (1).
fn side(side: Side, way: f64, y: f64) -> Vec<Shape> {
    match side {
        Side::Within(..) => Vec::new(),
        Side::Open(at) => vec![head(
            at + way * HEAD / 2.0,
            way,
            6.0,
            y,
            Paint::stroke(Color::INK, 1.8),
        )],
        Side::Beyond(at) => arrow(at, way, y).into(),
        Side::Unknown(at) => fading(at, way, y),
    }
}

/// Smaller and smaller pieces of a bar.
fn fading(at: f64, way: f64, y: f64) -> Vec<Shape> {
    let piece = |(from, wide, half): (f64, f64, f64)| {
        let (one, other) = (at + way * from, at + way * (from + wide));
        block(
            (one.min(other), one.max(other)),
            y,
            half,
            Paint::fill(Color::INK),
        )
    };
    FADING.into_iter().map(piece).collect()
}

/// A thin arrow from a limit on: at some time beyond it.
fn arrow(at: f64, way: f64, y: f64) -> [Shape; 2] {
    let line = Paint::stroke(Color::INK, 1.2);
    let end = at + way * (ARROW - 2.0);
    let d = format!("M{} {}H{}", rounded(at), rounded(y), rounded(end));
    [Shape::Path { d, paint: line }, head(end, way, 4.0, y, line)]
}

/// The open head of an arrow.
fn head(at: f64, way: f64, size: f64, y: f64, paint: Paint) -> Shape {
    let (x, back) = (rounded(at - way * size / 2.0), size * way);
    Shape::Path {
        d: format!(
            "M{x} {} l{back} {size} l{} {size}",
            rounded(y - size),
            -back
        ),
        paint,
    }
}

/// Once, beyond a limit: a stroke there, an arrow away from it, and the mark on the arrow, at no
/// date.
pub fn limit(at: f64, way: f64, y: f64, evidence: Evidence, doubtful: bool) -> Vec<Shape> {
    let line = Paint::stroke(Color::INK, 1.2);
    let [shaft, head] = arrow(at, way, y);
    let stroke = Shape::Path {
        d: format!("M{} {}v8", rounded(at), rounded(y - 4.0)),
        paint: line,
    };
    let mut shapes = vec![stroke, shaft, head];
    if doubtful {
        shapes.iter_mut().for_each(|shape| {
            if let Shape::Path { paint, .. } = shape {
                paint.dash = Dash::FineDashed;
            }
        });
    }
    shapes.extend(mark(evidence, true, (rounded(at + way * ARROW * 0.45), y)));
    shapes
}

/// Somewhere within a stretch: a thin line between two ends, for the mark to stand on.
pub fn range((from, to): (f64, f64), y: f64, doubtful: bool) -> Shape {
    let paint = Paint::stroke(Color::INK, 1.2);
    let paint = if doubtful {
        paint.dashed(Dash::FineDashed)
    } else {
        paint
    };
    let (from, to, y) = (rounded(from), rounded(to), rounded(y));
    Shape::Path {
        d: format!("M{from} {0}v8M{from} {y}H{to}M{to} {0}v8", rounded(y - 4.0)),
        paint,
    }
}

/// Several marks of one event belong together.
pub fn joint((from, to): (f64, f64), y: f64) -> Shape {
    let paint = Paint::stroke(Color::INK, 1.0).dashed(Dash::FineDotted);
    Shape::Line {
        from: (rounded(from), rounded(y)),
        to: (rounded(to), rounded(y)),
        paint,
    }
}

/// An area with rounded corners.
pub fn area((x, y): (f64, f64), (width, height): (f64, f64), paint: Paint) -> Shape {
    Shape::Rect {
        x: rounded(x),
        y: rounded(y),
        width: rounded(width),
        height: rounded(height),
        round: 3.0,
        paint,
    }
}

/// The paint of an area that takes clicks and is not seen.
pub fn clear() -> Paint {
    Paint::fill(Color::SURFACE).faint(0.001)
}

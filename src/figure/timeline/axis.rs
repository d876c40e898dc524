//! The line of the timeline: from instants to places between 0 and 1, and back.

use super::breaks;

/// The width for which far-apart times are found, px.
const DESK: f64 = 1040.0;
/// Room at both ends of a piece, as a share of its time; more where something reaches beyond what
/// is known.
const INSET: f64 = 0.05;
const REACH: f64 = 0.1;
/// A mark has room beside the end of the line: so much of it, however short the piece is.
const MARK: f64 = 0.025;
/// So many of the finest steps at least.
const AROUND: f64 = 3.0;
/// The shares of a single undated event before or after all dated ones, and of all of them
/// together.
const STEP: f64 = 0.085;
const STEPS: f64 = 0.5;

/// A stretch of the line with one scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// In the units of the plan.
    pub across: (f64, f64),
    /// In days; `None` where there are no dates, only an order.
    pub days: Option<(f64, f64)>,
    /// How exactly its finest date is known, in days.
    pub finest: f64,
}

/// A dated stretch, in days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    pub from: f64,
    pub to: f64,
    /// Something is drawn beyond its start and its end.
    pub reaches: (bool, bool),
    /// How exactly it is known.
    pub exact: f64,
}

impl Piece {
    pub fn at(&self, day: f64) -> f64 {
        let (from, to) = self.days.unwrap_or((day, day + 1.0));
        self.across.0 + (day - from) / (to - from) * (self.across.1 - self.across.0)
    }

    pub fn day(&self, at: f64) -> f64 {
        let (from, to) = self.days.unwrap_or_default();
        from + (at - self.across.0) / (self.across.1 - self.across.0) * (to - from)
    }

    /// Units of the plan a day.
    pub fn slope(&self) -> f64 {
        self.days.map_or(0.0, |(from, to)| {
            (self.across.1 - self.across.0) / (to - from)
        })
    }
}

/// The whole line, from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    pub pieces: Vec<Piece>,
}

impl Axis {
    /// For the dated stretches in the order of their starts, with so many undated steps before and
    /// after them.
    pub fn new(spans: &[Span], steps: (usize, usize), broken: bool) -> Self {
        let order = |from: f64, to: f64| {
            (from < to).then_some(Piece {
                across: (from, to),
                days: None,
                finest: 1.0,
            })
        };
        if spans.is_empty() {
            return Self {
                pieces: order(0.0, 1.0).into_iter().collect(),
            };
        }
        let step = STEP.min(STEPS / (steps.0 + steps.1).max(1) as f64);
        let (left, right) = (steps.0 as f64 * step, 1.0 - steps.1 as f64 * step);
        let dated = if broken {
            sections(spans, left, right)
        } else {
            vec![whole(spans, left, right)]
        };
        let pieces = order(0.0, left)
            .into_iter()
            .chain(dated)
            .chain(order(right, 1.0));
        Self {
            pieces: pieces.collect(),
        }
    }

    /// The dated pieces.
    pub fn dated(&self) -> impl DoubleEndedIterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.days.is_some())
    }

    /// Where the dated pieces begin and end.
    pub fn ends(&self) -> (f64, f64) {
        let (first, last) = (self.dated().next(), self.dated().next_back());
        (
            first.map_or(0.0, |piece| piece.across.0),
            last.map_or(1.0, |piece| piece.across.1),
        )
    }

    /// Where an instant lies; one that is left out lies in the break.
    pub fn at(&self, day: f64) -> f64 {
        let mut last = 0.0;
        for piece in self.dated() {
            let (from, to) = piece.days.unwrap_or_default();
            if day <= to {
                return piece.at(day.max(from));
            }
            last = piece.across.1;
        }
        last
    }

    /// Where time is left out.
    pub fn breaks(&self) -> impl Iterator<Item = f64> {
        let dated: Vec<_> = self.dated().map(|piece| piece.across.0).skip(1).collect();
        dated.into_iter()
    }

    pub fn slope(&self, at: f64) -> f64 {
        self.dated()
            .find(|piece| at <= piece.across.1)
            .or(self.dated().last())
            .map_or(0.0, Piece::slope)
    }
}

/// Whether a scale break makes sense.
pub fn breaks(spans: &[Span]) -> bool {
    !spans.is_empty() && sections_of(spans).len() > 1
}

fn sections_of(spans: &[Span]) -> Vec<breaks::Section> {
    let bare: Vec<_> = spans.iter().map(|span| (span.from, span.to)).collect();
    breaks::broken(&bare, (0.0, 100.0), DESK / 100.0)
}

fn whole(spans: &[Span], left: f64, right: f64) -> Piece {
    let from = spans
        .iter()
        .map(|span| span.from)
        .fold(f64::INFINITY, f64::min);
    let to = spans
        .iter()
        .map(|span| span.to)
        .fold(f64::NEG_INFINITY, f64::max);
    piece(
        spans,
        (from, to),
        (left, right),
        (f64::INFINITY, f64::INFINITY),
    )
}

/// A stretch of days with some time around it, but not more than a third of what lies free before
/// and after.
fn piece(
    spans: &[Span],
    (from, to): (f64, f64),
    across: (f64, f64),
    (before, after): (f64, f64),
) -> Piece {
    let inside = || {
        spans
            .iter()
            .filter(|span| (from..=to).contains(&span.from) || (from..=to).contains(&span.to))
    };
    let finest = inside()
        .map(|span| span.exact)
        .fold(f64::INFINITY, f64::min);
    let finest = if finest.is_finite() { finest } else { 1.0 };
    let inset = INSET.max(MARK / (across.1 - across.0).max(MARK));
    let pad = ((to - from) * inset.min(REACH)).max(finest * AROUND);
    let reach = |reaches: bool| {
        if reaches {
            pad.max((to - from) * REACH)
        } else {
            pad
        }
    };
    let left = reach(inside().any(|span| span.reaches.0 && span.from - from < pad));
    let right = reach(inside().any(|span| span.reaches.1 && to - span.to < pad));
    Piece {
        across,
        days: Some((from - left.min(before / 3.0), to + right.min(after / 3.0))),
        finest,
    }
}

fn sections(spans: &[Span], left: f64, right: f64) -> Vec<Piece> {
    let sections = sections_of(spans);
    let all: f64 = sections
        .iter()
        .map(|section| section.range.1 - section.range.0)
        .sum();
    let mut from = left;
    let pieces = sections.iter().enumerate().map(|(at, section)| {
        let domain = section.domain;
        let before = at
            .checked_sub(1)
            .map_or(f64::INFINITY, |last| domain.0 - sections[last].domain.1);
        let after = sections
            .get(at + 1)
            .map_or(f64::INFINITY, |next| next.domain.0 - domain.1);
        let to = from + (section.range.1 - section.range.0) / all * (right - left);
        let across = (std::mem::replace(&mut from, to), to);
        piece(
            spans,
            (domain.0, domain.1.max(domain.0)),
            across,
            (before, after),
        )
    });
    pieces.collect()
}

//! The line of the timeline: from instants to places between 0 and 1, and back. Knows no events and no px.

use crate::layout::timeline::breaks;

/// The width for which far-apart times are found, px.
const DESK: f64 = 1040.0;
/// Room at both ends of a piece, as a share of its time.
const INSET: f64 = 0.05;
/// So many of the finest steps at least.
const AROUND: f64 = 3.0;
/// The shares of a single undated event before or after all dated ones, and of all of them together.
const STEP: f64 = 0.085;
const STEPS: f64 = 0.5;

/// A stretch of the line with one scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// In the units of the plan.
    pub across: (f64, f64),
    /// In days; `None` where there are no dates, only an order.
    pub days: Option<(f64, f64)>,
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
        self.days.map_or(0.0, |(from, to)| (self.across.1 - self.across.0) / (to - from))
    }
}

/// The whole line, from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    pub pieces: Vec<Piece>,
}

impl Axis {
    /// For the dated stretches in the order of their starts, with so many undated steps before and after them.
    pub fn new(spans: &[(f64, f64)], finest: f64, steps: (usize, usize), broken: bool) -> Self {
        if spans.is_empty() {
            return Self { pieces: vec![Piece { across: (0.0, 1.0), days: None }] };
        }
        let step = STEP.min(STEPS / (steps.0 + steps.1).max(1) as f64);
        let (left, right) = (steps.0 as f64 * step, 1.0 - steps.1 as f64 * step);
        let order = |from: f64, to: f64| (from < to).then_some(Piece { across: (from, to), days: None });
        let dated = if broken { sections(spans, finest, left, right) } else { whole(spans, finest, left, right) };
        let pieces = order(0.0, left).into_iter().chain(dated).chain(order(right, 1.0));
        Self { pieces: pieces.collect() }
    }

    /// The dated pieces.
    pub fn dated(&self) -> impl DoubleEndedIterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.days.is_some())
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
        self.dated().find(|piece| at <= piece.across.1).or(self.dated().last()).map_or(0.0, Piece::slope)
    }
}

/// Whether a scale break makes sense.
pub fn breaks(spans: &[(f64, f64)]) -> bool {
    !spans.is_empty() && breaks::broken(spans, (0.0, 100.0), DESK / 100.0).0.len() > 1
}

fn whole(spans: &[(f64, f64)], finest: f64, left: f64, right: f64) -> Vec<Piece> {
    let from = spans.iter().map(|span| span.0).fold(f64::INFINITY, f64::min);
    let to = spans.iter().map(|span| span.1).fold(f64::NEG_INFINITY, f64::max);
    vec![Piece { across: (left, right), days: Some(padded(from, to, finest, f64::INFINITY, f64::INFINITY)) }]
}

/// A stretch with some time around it, but not more than a third of what lies free there.
fn padded(from: f64, to: f64, finest: f64, before: f64, after: f64) -> (f64, f64) {
    let pad = ((to - from) * INSET).max(finest * AROUND);
    (from - pad.min(before / 3.0), to + pad.min(after / 3.0))
}

fn sections(spans: &[(f64, f64)], finest: f64, left: f64, right: f64) -> Vec<Piece> {
    let sections = breaks::broken(spans, (0.0, 100.0), DESK / 100.0).0;
    let all: f64 = sections.iter().map(|section| section.range.1 - section.range.0).sum();
    let mut across = left;
    let mut pieces = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        let (from, to) = section.domain;
        let before = at.checked_sub(1).map_or(f64::INFINITY, |last| from - sections[last].domain.1);
        let after = sections.get(at + 1).map_or(f64::INFINITY, |next| next.domain.0 - to);
        let days = padded(from, to.max(from), finest.max((to - from) * 0.02), before, after);
        let end = across + (section.range.1 - section.range.0) / all * (right - left);
        pieces.push(Piece { across: (across, end), days: Some(days) });
        across = end;
    }
    pieces
}

//! The time of one event as marks beside its item: a moment, a range, limits, durations, and
//! several of these for a set.

use super::entries::Entry;
use super::marks::{self, Side, area, clear};
use super::places::{Edge, Place};
use super::viewport::{MARGIN, Viewport};
use crate::figure::symbols::mark;
use crate::figure::{Shape, rounded};
use crate::story::Evidence;

/// The shortest stretch that is drawn as one, px.
const SHORTEST: f64 = 15.0;
/// What is further outside than any label reaches needs no exact end, and large numbers make large
/// pages.
const OUTSIDE: f64 = MARGIN + 290.0;
/// What takes clicks around a mark, px.
const TARGET: f64 = 24.0;

/// Where one event's marks are drawn.
struct Row<'a> {
    sight: &'a Viewport<'a>,
    fact: &'a Entry,
    /// The origin of its item, px.
    origin: f64,
    /// The height of the marks beside it.
    y: f64,
}

/// The marks of an event whose words stand below: at their true lengths.
pub fn marks(sight: &Viewport, fact: usize, origin: f64, y: f64) -> Vec<Shape> {
    let row = Row {
        sight,
        fact: sight.fact(fact),
        origin,
        y,
    };
    row.place(&sight.line.places[fact])
}

/// The mark of an event whose words stand beside it, or that has none.
pub fn small(sight: &Viewport, fact: usize, at: (f64, f64)) -> Vec<Shape> {
    let (of, place) = (sight.fact(fact), &sight.line.places[fact]);
    match place {
        Place::Lasting(..) => short_bar(of, at),
        Place::Before(_) => marks::limit(at.0, -1.0, at.1, of.evidence, of.doubtful()),
        Place::After(_) => marks::limit(at.0, 1.0, at.1, of.evidence, of.doubtful()),
        Place::Step(_) | Place::Between(..) | Place::Once(..) | Place::Each(_) => {
            glyph(of, place.dated(), at)
        }
    }
}

/// The mark of a moment, with the doubts about it.
pub fn glyph(of: &Entry, dated: bool, at: (f64, f64)) -> Vec<Shape> {
    mark(of.evidence, dated, at)
        .into_iter()
        .chain(doubts(of, at))
        .collect()
}

fn short_bar(of: &Entry, (x, y): (f64, f64)) -> Vec<Shape> {
    let bar = marks::bar(
        (
            Side::Within(x - 6.0, x - 6.0),
            Side::Within(x + 6.0, x + 6.0),
        ),
        y,
        of.evidence,
        false,
    );
    let doubts = if of.when.as_ref().is_some_and(|when| when.approximate()) {
        doubts(of, (x, y))
    } else {
        Vec::new()
    };
    bar.into_iter().chain(doubts).collect()
}

fn doubts(of: &Entry, at: (f64, f64)) -> Vec<Shape> {
    of.when
        .as_ref()
        .map_or_else(Vec::new, |when| marks::doubts(when, at))
}

impl Row<'_> {
    fn evidence(&self) -> Evidence {
        self.fact.evidence
    }

    /// A place on the line as px beside the item.
    fn x(&self, at: f64) -> f64 {
        self.sight
            .x(at)
            .clamp(-OUTSIDE, self.sight.size.0 + OUTSIDE)
            - self.origin
    }

    fn place(&self, place: &Place) -> Vec<Shape> {
        match place {
            Place::Step(at) => self.glyph(self.x(*at)),
            Place::Between(..) => Vec::new(),
            Place::Once(from, to) => self.once(*from, *to),
            Place::Before(at) => marks::limit(
                self.x(*at),
                -1.0,
                self.y,
                self.evidence(),
                self.fact.doubtful(),
            ),
            Place::After(at) => marks::limit(
                self.x(*at),
                1.0,
                self.y,
                self.evidence(),
                self.fact.doubtful(),
            ),
            Place::Lasting(start, end) => marks::bar(
                (self.side(*start), self.side(*end)),
                self.y,
                self.evidence(),
                self.fact.doubtful(),
            ),
            Place::Each(all) => self.each(all, place.extent()),
        }
    }

    fn side(&self, edge: Edge) -> Side {
        match edge {
            Edge::Within(from, to) => Side::Within(self.x(from), self.x(to)),
            Edge::Beyond(at) => Side::Beyond(self.x(at)),
            Edge::Open(at) => Side::Open(self.x(at)),
            Edge::Unknown(at) => Side::Unknown(self.x(at)),
        }
    }

    /// A range with the mark on it, where one can see it; the mark alone where the range is too
    /// short.
    fn once(&self, from: f64, to: f64) -> Vec<Shape> {
        let (from, to) = (self.x(from), self.x(to));
        let middle = (from + to) / 2.0;
        if to - from < SHORTEST {
            return self.glyph(middle);
        }
        let inside = (12.0 - self.origin, self.sight.size.0 - 12.0 - self.origin);
        let seen = middle
            .clamp(inside.0, inside.1.max(inside.0))
            .clamp(from, to);
        let mut shapes = vec![marks::range((from, to), self.y, self.fact.doubtful())];
        shapes.extend(self.glyph(rounded(seen)));
        shapes
    }

    fn glyph(&self, x: f64) -> Vec<Shape> {
        glyph(self.fact, true, (rounded(x), self.y))
    }

    /// Each by itself, on one thin line. All of them are the one event, and take clicks for it.
    fn each(&self, all: &[Place], (from, to): (f64, f64)) -> Vec<Shape> {
        let mut shapes = vec![marks::joint((self.x(from), self.x(to)), self.y)];
        for one in all {
            let (from, to) = one.extent();
            let middle = (self.x(from) + self.x(to)) / 2.0;
            shapes.push(area(
                (middle - TARGET / 2.0, self.y - TARGET / 2.0),
                (TARGET, TARGET),
                clear(),
            ));
            shapes.extend(self.place(one));
        }
        shapes
    }
}

//! Undated events between dated ones: a band from the one neighbour to the other, above the words
//! of those that lie within. It stands on no date, has no stem, and its mark is a part of the
//! words.

use super::marks;
use super::pack::{Form, Labelled};
use super::viewport::{Emphasis, MARGIN, Viewport};
use crate::figure::{Item, Shape, rounded};

/// From the top of a row to the middle of its band, px.
const DOWN: f64 = 6.0;

/// The bands of what is seen, each once for all events of its row; `None` where nothing is undated.
pub fn item(sight: &Viewport, seen: &[Labelled]) -> Option<Item> {
    let floating: Vec<&Labelled> = seen
        .iter()
        .filter(|one| matches!(one.form, Form::Band(_)))
        .collect();
    let same = |one: &&Labelled, other: &&Labelled| {
        one.top == other.top && sight.line.places[one.fact] == sight.line.places[other.fact]
    };
    let shapes: Vec<Shape> = floating
        .chunk_by(|one, other| same(one, other))
        .map(|row| band(sight, row))
        .collect();
    (!shapes.is_empty()).then(|| Item {
        key: "between".into(),
        class: "between",
        shapes,
        ..Item::default()
    })
}

fn band(sight: &Viewport, row: &[&Labelled]) -> Shape {
    let lit = row
        .iter()
        .any(|one| matches!(sight.emphasis(one.fact), Emphasis::Picked | Emphasis::Lit));
    let near = |x: f64| x.clamp(-MARGIN, sight.size.0 + MARGIN);
    let (from, to) = sight.drawn(row[0].fact);
    marks::band((near(from), near(to)), rounded(row[0].top + DOWN), lit)
}

//! A drawing as the text of an SVG. Asks for each colour by its token.

use super::scene::{Anchor, Color, Item, Paint, Scene, Shape};
use super::symbols::pattern;
use crate::text::escape::escape;
use std::fmt::Write;

/// The elements of a scene, without an `svg` around them; `colour` gives the value for a token.
pub fn items(scene: &Scene, colour: &dyn Fn(Color) -> String) -> String {
    scene.items.iter().map(|one| item(one, colour)).collect()
}

/// The shapes of an item, moved to its place.
pub fn item(item: &Item, colour: &dyn Fn(Color) -> String) -> String {
    let shapes = shapes(&item.shapes, colour);
    format!(
        "<g transform=\"translate({} {})\">{shapes}</g>",
        item.at.0, item.at.1
    )
}

/// Appends what is formatted to a text.
pub(crate) fn put(out: &mut String, text: std::fmt::Arguments) {
    out.write_fmt(text).expect("writing to a String");
}

/// The elements of shapes.
pub fn shapes(shapes: &[Shape], colour: &dyn Fn(Color) -> String) -> String {
    let mut out = String::new();
    shapes.iter().for_each(|one| shape(&mut out, one, colour));
    out
}

fn shape(out: &mut String, shape: &Shape, colour: &dyn Fn(Color) -> String) {
    let (tag, attributes) = geometry(shape, exact);
    put(out, format_args!("<{tag}"));
    for (name, value) in attributes {
        put(out, format_args!(" {name}=\"{}\"", escape(&value)));
    }
    for (name, value) in look(shape, colour) {
        put(out, format_args!(" {name}=\"{}\"", escape(&value)));
    }
    match shape {
        Shape::Text { words, .. } => put(out, format_args!(">{}</text>", escape(words))),
        Shape::Rect { .. } | Shape::Circle { .. } | Shape::Line { .. } | Shape::Path { .. } => {
            out.push_str("/>")
        }
    }
}

/// The element of a shape and the attributes of its place; `number` writes px.
pub fn geometry(
    shape: &Shape,
    number: fn(f64) -> String,
) -> (&'static str, Vec<(&'static str, String)>) {
    let all = |pairs: &[(&'static str, f64)]| {
        pairs
            .iter()
            .map(|(name, value)| (*name, number(*value)))
            .collect()
    };
    match shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            round,
            ..
        } => (
            "rect",
            all(&[
                ("x", *x),
                ("y", *y),
                ("width", *width),
                ("height", *height),
                ("rx", *round),
            ]),
        ),
        Shape::Circle { x, y, radius, .. } => {
            ("circle", all(&[("cx", *x), ("cy", *y), ("r", *radius)]))
        }
        Shape::Line { from, to, .. } => (
            "line",
            all(&[("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)]),
        ),
        Shape::Path { d, .. } => ("path", vec![("d", d.clone())]),
        Shape::Text { x, y, size, .. } => {
            ("text", all(&[("x", *x), ("y", *y), ("font-size", *size)]))
        }
    }
}

/// A number with all its decimals.
pub fn exact(value: f64) -> String {
    value.to_string()
}

/// The attributes of its look.
pub fn look(shape: &Shape, colour: &dyn Fn(Color) -> String) -> Vec<(&'static str, String)> {
    match shape {
        Shape::Rect { paint, .. }
        | Shape::Circle { paint, .. }
        | Shape::Line { paint, .. }
        | Shape::Path { paint, .. } => painted(paint, colour, exact),
        Shape::Text {
            anchor,
            bold,
            ink,
            halo,
            ..
        } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let mut all = vec![("text-anchor", anchor.to_owned()), ("fill", colour(*ink))];
            if *bold {
                all.push(("font-weight", "600".to_owned()));
            }
            if *halo {
                let edge = [
                    ("stroke", colour(Color::SURFACE)),
                    ("stroke-width", "4".into()),
                    ("stroke-linejoin", "round".into()),
                ];
                all.extend(edge);
                all.push(("paint-order", "stroke".to_owned()));
            }
            all
        }
    }
}

/// The attributes of a paint; `number` writes widths and opacities.
pub fn painted(
    paint: &Paint,
    colour: &dyn Fn(Color) -> String,
    number: fn(f64) -> String,
) -> Vec<(&'static str, String)> {
    let mut all = vec![("fill", paint.fill.map_or_else(|| "none".to_owned(), colour))];
    if let Some(stroke) = paint.stroke {
        all.extend([
            ("stroke", colour(stroke)),
            ("stroke-width", number(paint.width)),
        ]);
    }
    if let Some((lengths, round)) = pattern(paint.dash) {
        all.push(("stroke-dasharray", lengths.to_owned()));
        if round {
            all.push(("stroke-linecap", "round".to_owned()));
        }
    }
    if paint.opacity > 0.0 {
        all.push(("opacity", number(paint.opacity)));
    }
    all
}

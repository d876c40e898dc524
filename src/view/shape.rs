//! Shapes of figures as elements of the page, and the marks of evidence made of them.

use crate::figure::{Color, Shape, svg, symbols};
use crate::story::Evidence;
use crate::text::number::px;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// A sample of a legend in a box of this width, its middle line in the middle.
pub fn sample(width: f64, shapes: &[Shape]) -> Html {
    let view = format!("0 -8 {} 16", px(width));
    html! {
        <svg class="legend-sample" width={px(width)} height="16" viewBox={view}
            aria-hidden="true">
            { for shapes.iter().map(shape) }
        </svg>
    }
}

/// The mark of a kind of evidence around the origin.
pub fn mark(evidence: Evidence, dated: bool) -> Html {
    let shapes = symbols::mark(evidence, dated, (0.0, 0.0));
    shapes.iter().map(shape).collect()
}

/// The attributes that a shape may have.
static ATTRIBUTES: [&str; 19] = [
    "class",
    "x",
    "y",
    "width",
    "height",
    "rx",
    "cx",
    "cy",
    "r",
    "x1",
    "y1",
    "x2",
    "y2",
    "d",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
];

/// A shape in its paint; states and forced colours may change that by the class.
pub fn shape(shape: &Shape) -> Html {
    let (tag, mut attributes) = svg::geometry(shape, px);
    attributes.extend(paint(shape));
    attributes.push(("class", "shape".to_owned()));
    let value = |name: &&str| {
        let given = attributes.iter().find(|(key, _)| key == name);
        let (_, value) = given.filter(|(_, value)| value != "0")?;
        Some(AttributeOrProperty::Attribute(value.clone().into()))
    };
    let mut element = VTag::new(tag);
    element.set_attributes(Attributes::Dynamic {
        keys: &ATTRIBUTES,
        values: ATTRIBUTES.iter().map(value).collect(),
    });
    element.into()
}

fn paint(shape: &Shape) -> Vec<(&'static str, String)> {
    match shape {
        Shape::Rect { paint, .. }
        | Shape::Circle { paint, .. }
        | Shape::Line { paint, .. }
        | Shape::Path { paint, .. } => {
            svg::painted(paint, &|Color(token)| format!("var(--{token})"), px)
        }
        // The page has no shapes of words.
        Shape::Text { .. } => Vec::new(),
    }
}

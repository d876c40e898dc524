//! Shapes of figures as elements of the page, and the marks of evidence made of them.

use crate::figure::{Color, Shape, svg, symbols};
use crate::story::Evidence;
use crate::text::number::px;
use yew::prelude::*;

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

/// A shape in its paint; states and forced colours may change that by the class.
pub fn shape(shape: &Shape) -> Html {
    let (tag, mut attributes) = svg::geometry(shape, px);
    attributes.extend(paint(shape));
    let value = |name: &str| -> Option<AttrValue> {
        let (_, value) = attributes.iter().find(|(key, _)| *key == name)?;
        (value != "0").then(|| value.clone().into())
    };
    html! {
        <@{tag} class="shape" x={value("x")} y={value("y")} width={value("width")}
            height={value("height")} rx={value("rx")} cx={value("cx")} cy={value("cy")}
            r={value("r")} x1={value("x1")} y1={value("y1")} x2={value("x2")} y2={value("y2")}
            d={value("d")} fill={value("fill")} stroke={value("stroke")}
            stroke-width={value("stroke-width")} stroke-dasharray={value("stroke-dasharray")}
            stroke-linecap={value("stroke-linecap")} />
    }
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

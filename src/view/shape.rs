//! Shapes of figures as elements of the page, and the marks of evidence made of them.

use crate::figure::symbols::{self, pattern};
use crate::figure::{Color, Paint, Shape};
use crate::story::Evidence;
use crate::text::number::px;
use yew::prelude::*;

/// A legend's sample in a box of this width, its middle line in the middle.
pub fn sample(width: f64, shapes: &[Shape]) -> Html {
    let view = format!("0 -8 {} 16", px(width));
    html! {
        <svg class="legend-sample" width={px(width)} height="16" viewBox={view} aria-hidden="true" focusable="false">
            { for shapes.iter().map(shape) }
        </svg>
    }
}

/// The mark of a kind of evidence around the origin.
pub fn mark(evidence: Evidence, dated: bool) -> Html {
    let shapes = symbols::mark(evidence, dated, (0.0, 0.0));
    html! { <g class="shapes">{ for shapes.iter().map(shape) }</g> }
}

/// A shape in its paint; state and forced colours may change that by the class.
pub fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Circle {
            x,
            y,
            radius,
            paint,
        } => {
            let (x, y) = (nonzero(*x), nonzero(*y));
            painted(paint, html! { <circle cx={x} cy={y} r={px(*radius)} /> })
        }
        Shape::Rect {
            x,
            y,
            width,
            height,
            round,
            paint,
        } => painted(
            paint,
            html! { <rect x={px(*x)} y={px(*y)} width={px(*width)} height={px(*height)} rx={nonzero(*round)} /> },
        ),
        Shape::Line { from, to, paint } => painted(
            paint,
            html! { <line x1={px(from.0)} y1={px(from.1)} x2={px(to.0)} y2={px(to.1)} /> },
        ),
        Shape::Path { d, paint } => painted(paint, html! { <path d={d.clone()} /> }),
        Shape::Text { x, y, words, .. } => html! { <text x={px(*x)} y={px(*y)}>{ words }</text> },
    }
}

fn nonzero(value: f64) -> Option<String> {
    (value != 0.0).then(|| px(value))
}

fn painted(paint: &Paint, inside: Html) -> Html {
    let color = |color: Color| format!("var(--{})", color.0);
    let (lengths, round) = pattern(paint.dash).unzip();
    html! {
        <g class="shape" fill={paint.fill.map_or_else(|| "none".to_owned(), color)} stroke={paint.stroke.map(color)}
            stroke-width={px(paint.width)} stroke-dasharray={lengths} stroke-linecap={round.unwrap_or(false).then_some("round")}>
            { inside }
        </g>
    }
}

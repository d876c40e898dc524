//! The marks of evidence: a shape and an outline for each kind, so that none is told by colour
//! alone. Knows no state. `style/parts/timeline.css` gives `.shape` its fill and stroke by
//! `data-evidence`.

use crate::story::Evidence;
use crate::view::number::px;
use yew::prelude::*;

/// The mark of a kind of evidence beside words; filled where it stands for something with a date.
pub fn glyph(evidence: Evidence, dated: bool) -> Html {
    html! {
        <svg class={classes!("glyph", (!dated).then_some("is-undated"))} data-evidence={evidence.key()}
            width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
            { shape(evidence, 4.0) }
        </svg>
    }
}

/// The shape of a kind of evidence around the origin: context is square, and words that were said
/// have a second ring.
pub fn shape(evidence: Evidence, radius: f64) -> Html {
    match evidence {
        Evidence::Context => {
            let (corner, side) = (px(-radius), px(radius * 2.0));
            html! { <g class="shapes"><rect class="shape" x={corner.clone()} y={corner} width={side.clone()} height={side} /></g> }
        }
        Evidence::Quoted => html! {
            <g class="shapes"><circle class="shape-ring" r={px(radius + 2.0)} /><circle class="shape" r={px(radius - 0.5)} /></g>
        },
        _ => html! { <g class="shapes"><circle class="shape" r={px(radius)} /></g> },
    }
}

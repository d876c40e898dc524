//! The timeline: a strip where there is room, and the ordered list. Knows no browser.

use super::{Ctx, Scene};
use yew::prelude::*;

pub fn timeline(ctx: &Ctx, _scene: &Scene) -> Html {
    html! { <section class="timeline" id="timeline" aria-labelledby="timeline-title"><h2 id="timeline-title">{ ctx.words.timeline }</h2></section> }
}

//! The map of actors: relations and positions. Knows no browser.

use super::{Ctx, Scene};
use yew::prelude::*;

pub fn actor_map(ctx: &Ctx, _scene: &Scene) -> Html {
    html! { <section class="actor-map" id="map" aria-labelledby="map-title"><h2 id="map-title">{ ctx.words.map }</h2></section> }
}

//! The button that opens the explorer.

use super::ctx::Ctx;
use yew::prelude::*;

/// The button that starts the explorer in the `.explorer` of its figure. Boot listens for it.
pub fn zoom(ctx: &Ctx) -> Html {
    html! {
        <button type="button" class="zoom needs-program" data-zoom="">
            { ctx.say(ctx.words.zoom) }
        </button>
    }
}

//! The head and the foot of a page. They never change, so the program leaves them alone.

pub mod masthead;
pub mod foot;

use super::Ctx;
use yew::prelude::*;

/// What is above the program's part.
pub fn opening(ctx: &Ctx) -> Html {
    html! {
        <>
            <a class="skip" href="#text">{ ctx.say(ctx.words.page().skip) }</a>
            { masthead::masthead(ctx) }
            // Boot shows this note when the program does not start.
            <p class="part-note program-note" hidden=true>
                { ctx.say(ctx.words.page().without_program) }
            </p>
        </>
    }
}

/// What is below it.
pub fn closing(ctx: &Ctx) -> Html {
    foot::foot(ctx)
}

//! The reader's turn: how likely the reader thinks a forecast is. Knows no browser.

use super::Ctx;
use crate::state::{Likelihood, Msg};
use crate::story::{Event, EventId};
use crate::view::on;
use yew::prelude::*;

/// Five answers, and a way to take the answer back; they need the program, so until it runs their
/// place is kept free.
pub fn turn(ctx: &Ctx, judged: Option<Likelihood>, id: EventId, event: &Event) -> Html {
    let name = format!("outlook-{}", event.key);
    let choice = |likelihood: Likelihood| {
        let level = likelihood.level();
        html! {
            <label key={level.to_string()} class="turn-choice">
                <input type="radio" name={name.clone()} value={level.to_string()} checked={judged == Some(likelihood)}
                    onchange={on::change(ctx, Msg::Judged(id, Some(likelihood)))} />
                { ctx.say(ctx.words.likelihoods[usize::from(level) - 1]) }
            </label>
        }
    };
    html! {
        <fieldset class="turn needs-program">
            <legend>{ ctx.say(ctx.words.turn) }</legend>
            { for Likelihood::all().map(choice) }
            <button type="button" class="turn-back" disabled={judged.is_none()} onclick={on::click(ctx, Msg::Judged(id, None))}>
                { ctx.say(ctx.words.take_back) }
            </button>
        </fieldset>
    }
}

//! The form in which readers say how likely they think a forecast is.

use crate::state::{Likelihood, Msg};
use crate::story::{Event, EventId};
use crate::view::ctx::Ctx;
use crate::view::on;
use yew::prelude::*;

/// Five answers and a button that takes the answer back. They need the program; the form keeps its
/// place until that runs.
pub fn forecast_vote(ctx: &Ctx, judged: Option<Likelihood>, id: EventId, event: &Event) -> Html {
    let name = format!("outlook-{}", event.key);
    let choice = |likelihood: Likelihood| {
        let level = likelihood.level();
        html! {
            <label key={level.to_string()} class="turn-choice">
                <input type="radio" name={name.clone()} value={level.to_string()}
                    checked={judged == Some(likelihood)}
                    onchange={on::change(ctx, Msg::Judged(id, Some(likelihood)))} />
                { ctx.say(ctx.words.likelihoods[usize::from(level) - 1]) }
            </label>
        }
    };
    let take_back = on::click(ctx, Msg::Judged(id, None));
    html! {
        <fieldset class="turn needs-program">
            <legend>{ ctx.say(ctx.words.turn) }</legend>
            { for Likelihood::all().map(choice) }
            <button type="button" class="turn-back" disabled={judged.is_none()} onclick={take_back}>
                { ctx.say(ctx.words.take_back) }
            </button>
        </fieldset>
    }
}

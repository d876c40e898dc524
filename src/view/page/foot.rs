//! The foot of the page: the explained source, the date of the story, the sources of the context.

use super::masthead;
use crate::view::{Ctx, evidence};
use yew::prelude::*;

pub fn foot(ctx: &Ctx) -> Html {
    let story = &ctx.story;
    html! {
        <footer class="foot" id="sources">
            <h2 class="part-title">{ ctx.say(ctx.words.page().foot) }</h2>
            { masthead::source_line(ctx) }
            <p hidden={story.source.note.is_none()}>
                { story.source.note.clone().unwrap_or_default() }
            </p>
            <div hidden={story.references.is_empty()}>
                <h3>{ ctx.say(ctx.words.page().context_sources) }</h3>
                <p>{ ctx.sourced(ctx.words.page().context_note) }</p>
                <ul class="references">
                    { for story.each_reference().map(|(id, reference)| html! {
                        <li key={reference.key.clone()} id={format!("reference-{}", reference.key)}>
                            { evidence::reference(ctx, id) }
                        </li>
                    }) }
                </ul>
            </div>
            <p class="made-with">{ ctx.say(ctx.words.page().made_with) }</p>
        </footer>
    }
}

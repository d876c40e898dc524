//! The panel that opens over a page in a frame: the picked event, whose entry may be far from the
//! click, or the address of a link that the host page blocks. CSS places it in the visible part.

use super::ctx::{Ctx, Scene};
use super::{on, timeline};
use crate::state::{BlockedLink, Msg, Pick};
use crate::story::Event;
use yew::prelude::*;

/// The panel: always in the page, hidden and empty while there is nothing to show.
pub fn panel(ctx: &Ctx, scene: &Scene) -> Html {
    let refused = scene.model.blocked_link.as_ref();
    let shown = match (refused, scene.model.route.pick) {
        (Some(link), _) => Some((ctx.words.refused, Msg::Closed, blocked_link(ctx, link))),
        (None, Some(Pick::Event(id))) if scene.model.framed => Some((
            ctx.story[id].title.as_str(),
            Msg::Toggled(Pick::Event(id)),
            event(ctx, &ctx.story[id]),
        )),
        _ => None,
    };
    let name = shown.as_ref().map(|(name, ..)| name.to_owned());
    let class = classes!("card", "event-panel", name.map(|_| "is-picked"));
    let lang = refused.and_then(|_| ctx.lang());
    html! {
        <aside {class} hidden={name.is_none()} aria-label={name.map(str::to_owned)} {lang}>
            if let Some((name, close, body)) = shown {
                <button type="button" class="card-close" onclick={on::click(ctx, close)}>
                    { ctx.say(ctx.words.close) }
                    <span class="visually-hidden">{ ": " }{ ctx.isolated(name) }</span>
                </button>
                { body }
            }
        </aside>
    }
}

fn event(ctx: &Ctx, event: &Event) -> Html {
    html! {
        <>
            { timeline::when(ctx, event) }
            <h2 class="card-name">{ ctx.isolated(&event.title) }</h2>
            <div class="card-body" data-evidence={event.grounds.evidence.key()}>
                { timeline::details(ctx, event) }
            </div>
        </>
    }
}

/// The address of a blocked link. Its button carries the text in `data-copy`, because a browser
/// copies only within the click.
fn blocked_link(ctx: &Ctx, BlockedLink { address, copied }: &BlockedLink) -> Html {
    let words = if *copied {
        ctx.words.copied
    } else {
        ctx.words.copy
    };
    let name = ctx.words.refused;
    html! {
        <div class="refused">
            <p>{ ctx.say(name) }</p>
            <input class="address" readonly=true value={address.clone()} aria-label={name} />
            <button type="button" class="copy-address" data-copy={address.clone()}>
                { ctx.say(words) }
            </button>
        </div>
    }
}

//! Views: story and model to HTML, one file a part.

mod ctx;
pub mod kind;
mod lang;
mod words;
pub mod on;
mod part;
pub mod parts;
mod zoom;
pub mod evidence;
pub mod shape;
pub mod glance;
pub mod toolbar;
pub mod article;
pub mod actor_map;
pub mod timeline;
pub mod actor_card;
pub mod panel;
pub mod share;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;

pub use ctx::{Ctx, Scene};

use crate::layout::Content;
use crate::locale::{Strings, strings::fill};
use crate::state::{Model, Msg, Pick, query};
use kind::Insides;
use lang::InterfaceLang;
use std::rc::Rc;
use yew::prelude::*;

impl Ctx {
    pub fn new(content: Rc<Content>, dispatch: Callback<Msg>) -> Self {
        let story = content.story.clone();
        let words = Strings::of(&story.lang);
        Self {
            words,
            interface: InterfaceLang::of(words, &story.lang),
            story,
            content,
            dispatch,
            written: Rc::default(),
            insides: Insides::default(),
            parts: &parts::PARTS,
            elsewhere: None,
        }
    }
}

/// Every part that can change, in reading order.
pub fn changing(ctx: &Ctx, model: &Model) -> Html {
    let scene = Scene {
        model,
        lit: query::lit(&ctx.story, model),
    };
    html! {
        <div class="changing">
            { toolbar::toolbar(ctx, &scene) }
            <main class="views">
                <div class="stage">
                    <div class="side-by-side">
                        { article::article(ctx, &scene) }
                        { actor_map::actor_map(ctx, &scene) }
                    </div>
                    { timeline::timeline(ctx, &scene) }
                </div>
                { actor_card::cards(ctx, &scene) }
            </main>
            { panel::panel(ctx, &scene) }
            { share::panel(ctx, &scene) }
            <p class="visually-hidden" role="status">{ status(ctx, model) }</p>
        </div>
    }
}

/// What a screen reader announces when the state changes.
fn status(ctx: &Ctx, model: &Model) -> Html {
    let story = &ctx.story;
    let count = query::search(story, &model.sought).len().to_string();
    let sharing_result = model.share.as_ref().map(|share| share::result(ctx, share));
    match model.route.pick {
        _ if model
            .blocked_link
            .as_ref()
            .is_some_and(|refused| refused.copied) =>
        {
            ctx.say(ctx.words.copied)
        }
        _ if sharing_result.is_some_and(|result| !result.is_empty()) => {
            ctx.say(sharing_result.unwrap_or_default())
        }
        _ if !model.sought.trim().is_empty() => {
            ctx.say(fill(ctx.words.found, &[("count", &count)]))
        }
        Some(Pick::Actor(actor)) => ctx.sentence(
            ctx.words.card_open,
            &[("name", &query::told_apart(story, actor, &story[actor].name))],
        ),
        Some(Pick::Event(event)) => {
            ctx.sentence(ctx.words.event_picked, &[("title", &story[event].title)])
        }
        _ => ctx.say(toolbar::filter_status(ctx, model)),
    }
}

//! Views: story and model to HTML, one file a part.

pub mod on;
pub mod part;
pub mod words;
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

use crate::layout::Content;
use crate::locale::{Strings, strings::fill};
use crate::state::{Model, Msg, Pick, query, route};
use crate::story::{Grounds, Story};
use part::Insides;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// What never changes while the page lives. Passed to every part.
#[derive(Clone)]
pub struct Ctx {
    pub story: Rc<Story>,
    /// The same story with its layouts.
    pub content: Rc<Content>,
    pub words: &'static Strings,
    pub tongue: words::Tongue,
    pub dispatch: Callback<Msg>,
    /// Whether the markup is as prerendered: true while a page is written and while the program
    /// hydrates it.
    pub written: Rc<Cell<bool>>,
    pub insides: Insides,
    /// The addresses of links on a page that has only a section of its story.
    pub elsewhere: Option<Rc<dyn Fn(Pick) -> String>>,
}

/// What changes: the model, and what every view derives from it.
pub struct Scene<'a> {
    pub model: &'a Model,
    pub lit: query::Lit,
}

impl Ctx {
    pub fn new(content: Rc<Content>, dispatch: Callback<Msg>) -> Self {
        let story = content.story.clone();
        let words = Strings::of(&story.lang);
        Self {
            words,
            tongue: words::Tongue::of(words, &story.lang),
            story,
            content,
            dispatch,
            written: Rc::default(),
            insides: Insides::default(),
            elsewhere: None,
        }
    }

    /// Switches the language of the interface; an empty `lang` keeps the story's.
    pub fn speaking(self, lang: &str) -> Self {
        if lang.is_empty() {
            return self;
        }
        let words = Strings::of(lang);
        Self {
            words,
            tongue: words::Tongue::of(words, &self.story.lang),
            ..self
        }
    }

    /// The link to a pick. It works without the program; a click on it leads to the same state.
    pub fn href(&self, pick: Pick) -> String {
        if let Some(address) = &self.elsewhere {
            return address(pick);
        }
        format!("#{}", route::anchor(&self.story, pick))
    }

    /// Fills the name of the source into a sentence of the interface.
    pub fn sourced(&self, template: &str) -> Html {
        self.sentence(template, &[("source", &self.story.source.name)])
    }

    /// The same as text, for attributes and drawings, which cannot hold elements.
    pub fn sourced_text(&self, template: &str) -> String {
        fill(
            template,
            &[("source", &self.aside(&self.story.source.name))],
        )
    }
}

/// Two contexts are equal for the same page in the same language.
impl PartialEq for Ctx {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.content, &other.content) && std::ptr::eq(self.words, other.words)
    }
}

impl Scene<'_> {
    /// Whether the evidence filter lets an entry through.
    pub fn shows(&self, grounds: &Grounds) -> bool {
        query::shown(self.model.route.hidden, grounds)
    }

    pub fn is_picked(&self, pick: Pick) -> bool {
        self.model.route.pick == Some(pick)
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

/// The button that starts the explorer in the `.explorer` of its figure. Boot listens for it.
fn zoom(ctx: &Ctx) -> Html {
    html! {
        <button type="button" class="zoom needs-program" data-zoom="">
            { ctx.say(ctx.words.zoom) }
        </button>
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

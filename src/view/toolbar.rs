//! The tool bar, which stays on screen: links to the parts, the evidence filter, the search.

use super::actor_card::kind_and_group;
use super::{Ctx, Scene, evidence, glance, on, share};
use crate::locale::strings::fill;
use crate::state::{Model, Msg, Pick, query};
use crate::story::{Event, Evidence};
use yew::prelude::*;

/// The number of search results shown.
const MAX_RESULTS: usize = 12;

pub fn toolbar(ctx: &Ctx, scene: &Scene) -> Html {
    html! {
        <section class="toolbar" aria-label={ctx.words.tools} lang={ctx.lang()}>
            { part_links(ctx) }
            { filter(ctx, scene.model) }
            { search(ctx, scene.model) }
            if glance::fits(ctx) { { glance::glance(ctx, scene) } }
            { share::button(ctx, scene.model) }
        </section>
    }
}

fn part_links(ctx: &Ctx) -> Html {
    let words = ctx.words;
    let parts = [
        ("text", words.text),
        ("map", words.map),
        ("timeline", words.timeline),
        ("actors", words.actors),
    ];
    let link = |(id, name): (&'static str, &'static str)| {
        html! { <a key={id} href={format!("#{id}")}>{ ctx.say(name) }</a> }
    };
    html! {
        <nav class="ways" aria-label={words.parts} lang={ctx.lang()}>
            { for parts.into_iter().map(link) }
        </nav>
    }
}

fn filter(ctx: &Ctx, model: &Model) -> Html {
    html! {
        <fieldset class="filter needs-program">
            <legend>{ ctx.say(ctx.words.filter) }</legend>
            { for Evidence::ALL.into_iter().map(|kind| choice(ctx, model, kind)) }
        </fieldset>
    }
}

fn choice(ctx: &Ctx, model: &Model, kind: Evidence) -> Html {
    let count = query::count(&ctx.story, kind);
    let dispatch = ctx.dispatch.clone();
    html! {
        <label key={kind.key()} class="choice" hidden={count == 0}>
            <input type="checkbox" name="evidence" value={kind.key()}
                checked={!model.route.hidden.contains(kind)}
                onchange={move |_| dispatch.emit(Msg::Filtered(kind))} />
            { evidence::mark(ctx, kind) }
            <span class="count">{ count }</span>
        </label>
    }
}

/// What the filter hides, in words; empty if it hides nothing.
pub fn filter_status(ctx: &Ctx, model: &Model) -> String {
    let kinds = Evidence::ALL
        .into_iter()
        .filter(|kind| model.route.hidden.contains(*kind));
    let names: Vec<_> = kinds.map(|kind| kind.word(ctx.words)).collect();
    if names.is_empty() {
        String::new()
    } else {
        fill(ctx.words.switched_off, &[("kinds", &names.join(", "))])
    }
}

fn search(ctx: &Ctx, model: &Model) -> Html {
    let dispatch = ctx.dispatch.clone();
    let found = query::search(&ctx.story, &model.sought);
    let idle = model.sought.trim().is_empty();
    html! {
        <search class="search needs-program" role="search">
            <label>
                <span class="visually-hidden">{ ctx.say(ctx.words.search) }</span>
                <input type="search" placeholder={ctx.words.search_hint} lang={ctx.lang()}
                    value={model.sought.clone()} autocomplete="off"
                    oninput={on::input(move |sought| dispatch.emit(Msg::Sought(sought)))} />
            </label>
            <ul class="found" hidden={idle} aria-label={ctx.words.results} lang={ctx.lang()}>
                { for found.iter().take(MAX_RESULTS).map(|found| result(ctx, *found)) }
                <li key="none" class="none" hidden={!found.is_empty()}>
                    { ctx.say(ctx.words.nothing_found) }
                </li>
            </ul>
        </search>
    }
}

/// A search result: its name, and what distinguishes it from others of the same name.
fn result(ctx: &Ctx, found: query::Found) -> Html {
    let (pick, name, kind) = match found {
        query::Found::Actor(id) => (
            Pick::Actor(id),
            &ctx.story[id].name,
            kind_and_group(ctx, id),
        ),
        query::Found::Event(id) => (
            Pick::Event(id),
            &ctx.story[id].title,
            ctx.say(dated(ctx, &ctx.story[id])),
        ),
    };
    html! {
        <li key={ctx.href(pick)} lang={ctx.own_lang()}>
            <a href={ctx.href(pick)} onclick={on::click(ctx, Msg::Found(pick))}>
                { ctx.isolated(name) }{ " " }<span class="found-kind">{ kind }</span>
            </a>
        </li>
    }
}

/// "event · 4 September 2025".
fn dated(ctx: &Ctx, event: &Event) -> String {
    let date = event
        .when
        .as_ref()
        .map_or(ctx.words.undated_short, |when| when.words());
    [ctx.words.event, " · ", date].concat()
}

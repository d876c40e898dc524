//! The head of the page: title, standfirst, the source, and how to read the explainer.

use crate::locale::quotes::quoted;
use crate::locale::strings::fill;
use crate::story::Evidence;
use crate::story::sentence::Detail;
use crate::view::{Ctx, evidence};
use yew::prelude::*;

pub fn masthead(ctx: &Ctx) -> Html {
    let story = &ctx.story;
    html! {
        <header class="masthead">
            <p class="kicker">{ ctx.say(ctx.words.page().kicker) }</p>
            <h1 class="title">{ &story.title }</h1>
            <p class="standfirst">{ &story.standfirst }</p>
            { source_line(ctx) }
            { how_to_read(ctx) }
        </header>
    }
}

/// Names the explained text, what is known and not known about it, and the date of the story.
pub fn source_line(ctx: &Ctx) -> Html {
    let source = &ctx.story.source;
    let details = ctx
        .story
        .source_details(ctx.words)
        .into_iter()
        .map(|detail| match detail {
            Detail::Own(text) => ctx.isolated(&text),
            Detail::Said(words) => ctx.say(words),
        });
    let updated = fill(
        ctx.words.page().updated,
        &[("date", ctx.story.updated.words())],
    );
    let title = ctx.isolated(&quoted(&source.title, &ctx.story.lang));
    html! {
        <p class="source-line">
            { ctx.say(ctx.words.page().explains) }{ " " }
            <cite>{ evidence::maybe_link(source.url.clone(), title) }</cite>
            { " (" }{ evidence::joined(details) }{ "). " }
            <span class="updated">{ ctx.say(updated) }</span>
        </p>
    }
}

fn how_to_read(ctx: &Ctx) -> Html {
    html! {
        <details class="how">
            <summary>{ ctx.say(ctx.words.page().about) }</summary>
            <p>{ ctx.sourced(ctx.words.page().how) }</p>
            <dl class="kinds">
                { for Evidence::ALL.into_iter().map(|kind| html! {
                    <div key={kind.key()}>
                        <dt>{ evidence::mark(ctx, kind) }</dt>
                        <dd>{ ctx.sourced(ctx.words.page().evidence_means[kind.sign().rank]) }</dd>
                    </div>
                }) }
            </dl>
            <p>{ ctx.say(ctx.words.page().how_keys) }</p>
        </details>
    }
}

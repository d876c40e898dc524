//! The retold text by passage, with its mentions as links and each statement marked by its evidence. Knows no browser.

use super::{Ctx, Scene, evidence, on};
use crate::state::{Msg, Pick};
use crate::story::{Passage, PassageId, Span, Statement};
use crate::text::strings::fill;
use yew::prelude::*;

pub fn article(ctx: &Ctx, scene: &Scene) -> Html {
    html! {
        <article class="article" id="text" aria-labelledby="text-title">
            <h2 id="text-title" class="part-title">{ ctx.words.text }</h2>
            <p class="part-note">{ ctx.sourced(ctx.words.text_note) }</p>
            { for ctx.story.each_passage().map(|(id, passage)| passage_view(ctx, scene, id, passage)) }
        </article>
    }
}

fn passage_view(ctx: &Ctx, scene: &Scene, id: PassageId, passage: &Passage) -> Html {
    let pick = Pick::Passage(id);
    let lit = scene.lit.passages.contains(&id);
    let link_name = fill(ctx.words.passage_link, &[("passage", evidence::passage_name(ctx, id))]);
    html! {
        <section key={passage.key.clone()} id={format!("passage-{}", passage.key)} tabindex="-1"
            class={classes!("passage", lit.then_some("is-lit"), scene.is_picked(pick).then_some("is-picked"))}>
            <h3 class="passage-heading" hidden={passage.heading.is_empty()}>
                { &passage.heading }{ " " }
                <a class="permalink" href={ctx.href(pick)} aria-label={link_name} onclick={on::click(ctx, Msg::Toggled(pick))}>{ "¶" }</a>
            </h3>
            { for passage.paragraphs.iter().map(|statements| paragraph(ctx, scene, statements)) }
        </section>
    }
}

fn paragraph(ctx: &Ctx, scene: &Scene, statements: &[Statement]) -> Html {
    let last_of_run =
        |index: usize| statements.get(index + 1).is_none_or(|next| next.evidence != statements[index].evidence);
    html! {
        <p>{ for statements.iter().enumerate().map(|(index, one)| statement(ctx, scene, one, last_of_run(index))) }</p>
    }
}

/// A statement; its kind is named once at the end of a run of the same kind. Switched off, it leaves a note in its place.
fn statement(ctx: &Ctx, scene: &Scene, statement: &Statement, named: bool) -> Html {
    let Some(kind) = statement.evidence else {
        return html! { <span class="linking">{ for statement.spans.iter().map(|span| span_view(ctx, scene, span)) }</span> };
    };
    let off = scene.model.route.hidden.contains(kind);
    let word = ctx.words.evidence[kind as usize];
    html! {
        <span class="statement" data-evidence={kind.key()}>
            <span class="statement-text" hidden={off}>{ for statement.spans.iter().map(|span| span_view(ctx, scene, span)) }</span>
            <small class="statement-mark" hidden={!named || off}>{ word }</small>
            <small class="statement-off" hidden={!named || !off}>{ fill(ctx.words.statement_off, &[("kind", word)]) }</small>
            { " " }
        </span>
    }
}

fn span_view(ctx: &Ctx, scene: &Scene, span: &Span) -> Html {
    match span {
        Span::Text(words) => html! { { words } },
        Span::Strong(words) => html! { <strong>{ words }</strong> },
        Span::Emphasis(words) => html! { <em>{ words }</em> },
        Span::Link(url, words) => evidence::maybe_link(Some(url.clone()), words.clone()),
        Span::Actor(id, words) => mention(ctx, scene, Pick::Actor(*id), words, scene.lit.actors.contains(id)),
        Span::Event(id, words) => mention(ctx, scene, Pick::Event(*id), words, scene.lit.events.contains(id)),
        Span::Issue(id, words) => html! {
            <a class="mention is-issue" href={format!("#issue-{}", ctx.story[*id].key)} onclick={on::click(ctx, Msg::ReadIssue(*id))}>{ words }</a>
        },
    }
}

fn mention(ctx: &Ctx, scene: &Scene, pick: Pick, words: &str, lit: bool) -> Html {
    let kind = if matches!(pick, Pick::Actor(_)) { "is-actor" } else { "is-event" };
    let picked = scene.is_picked(pick);
    html! {
        <a class={classes!("mention", kind, (lit && scene.model.route.pick.is_some()).then_some("is-lit"), picked.then_some("is-picked"))}
            href={ctx.href(pick)} onclick={on::click(ctx, Msg::Picked(pick))}>{ words }</a>
    }
}

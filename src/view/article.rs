//! The article retold, by passage: mentions are links, and each statement shows its evidence.

use super::part::{Kind, PartState, part};
use super::{Ctx, Scene, evidence};
use crate::locale::strings::fill;
use crate::state::Pick;
use crate::state::query::{self, Lit};
use crate::story::{PassageId, Span, Statement};
use yew::prelude::*;

pub fn article(ctx: &Ctx, scene: &Scene) -> Html {
    html! {
        <article class="article" id="text" aria-labelledby="text-title">
            <h2 id="text-title" class="part-title">{ ctx.say(ctx.words.text) }</h2>
            <p class="part-note">{ ctx.sourced(ctx.words.text_note) }</p>
            { for ctx.story.each_passage().map(|(id, _)| part(ctx, scene, Kind::Passage(id))) }
        </article>
    }
}

/// What the links and statements of a passage depend on.
struct Light {
    look: PartState,
    /// What belongs to the pick. Empty without a pick: the passage on screen lights other views,
    /// but not the text itself.
    lit: Lit,
}

pub fn passage(ctx: &Ctx, look: PartState, id: PassageId) -> Html {
    let (passage, pick) = (&ctx.story[id], Pick::Passage(id));
    let link_name = fill(
        ctx.words.passage_link,
        &[("passage", &ctx.aside(evidence::passage_name(ctx, id)))],
    );
    let light = Light {
        look,
        lit: look
            .within
            .map_or_else(Lit::default, |pick| query::lit_by(&ctx.story, pick)),
    };
    let lit = look.lit.then_some("is-lit");
    let class = classes!("passage", lit, look.picked.then_some("is-picked"));
    html! {
        <section id={format!("passage-{}", passage.key)} tabindex="-1" {class}>
            <h3 class="passage-heading" hidden={passage.heading.is_empty()}>
                { ctx.isolated(&passage.heading) }{ " " }
                <a class="permalink" href={ctx.href(pick)} aria-label={link_name} lang={ctx.lang()}>
                    { "¶" }
                </a>
            </h3>
            { for passage.paragraphs.iter().map(|statements| paragraph(ctx, &light, statements)) }
        </section>
    }
}

fn paragraph(ctx: &Ctx, light: &Light, statements: &[Statement]) -> Html {
    let ends_run = |index: usize| {
        statements
            .get(index + 1)
            .is_none_or(|next| next.evidence != statements[index].evidence)
    };
    let shown = statements
        .iter()
        .enumerate()
        .map(|(index, each)| statement(ctx, light, each, ends_run(index)));
    html! { <p>{ for shown }</p> }
}

/// A statement. The last of a run of the same kind names the evidence (`named`); if the filter
/// hides the run, a note takes its place.
fn statement(ctx: &Ctx, light: &Light, statement: &Statement, named: bool) -> Html {
    let spans = statement
        .spans
        .iter()
        .map(|span| span_view(ctx, light, span));
    let Some(kind) = statement.evidence else {
        return html! { <span class="linking">{ for spans }</span> };
    };
    let off = light.look.hidden.contains(kind);
    let word = kind.word(ctx.words);
    let note = fill(ctx.words.statement_off, &[("kind", word)]);
    html! {
        <span class="statement" data-evidence={kind.key()}>
            <span class="statement-text" hidden={off}>{ for spans }</span>
            <small class="statement-mark" hidden={!named || off}>{ ctx.say(word) }</small>
            <small class="statement-off" hidden={!named || !off}>{ ctx.say(note) }</small>
            { " " }
        </span>
    }
}

fn span_view(ctx: &Ctx, light: &Light, span: &Span) -> Html {
    match span {
        Span::Text(words) => html! { { words } },
        Span::Strong(words) => html! { <strong>{ words }</strong> },
        Span::Emphasis(words) => html! { <em>{ words }</em> },
        Span::Link(url, words) => evidence::maybe_link(Some(url.clone()), html! { { words } }),
        Span::Actor(id, words) => mention(
            ctx,
            light,
            Pick::Actor(*id),
            words,
            light.lit.actors.contains(id),
        ),
        Span::Event(id, words) => mention(
            ctx,
            light,
            Pick::Event(*id),
            words,
            light.lit.events.contains(id),
        ),
        Span::Issue(id, words) => {
            let href = format!("#issue-{}", ctx.story[*id].key);
            html! { <a class="mention is-issue" {href}>{ words }</a> }
        }
    }
}

fn mention(ctx: &Ctx, light: &Light, pick: Pick, words: &str, lit: bool) -> Html {
    let kind = if matches!(pick, Pick::Actor(_)) {
        "is-actor"
    } else {
        "is-event"
    };
    let picked = (light.look.within == Some(pick)).then_some("is-picked");
    let class = classes!("mention", kind, lit.then_some("is-lit"), picked);
    html! { <a {class} href={ctx.href(pick)}>{ words }</a> }
}

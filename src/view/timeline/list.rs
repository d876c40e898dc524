//! The events as an ordered list by phase: all that is known of each, for every reader. Knows no browser.

use super::glyph::glyph;
use super::{Ctx, Scene, classes_of, is_picked, is_shown, on, turn, undated};
use crate::state::{Msg, Pick};
use crate::story::{Event, EventId, Evidence, Phase, PhaseId, Tense};
use crate::text::strings::fill;
use yew::prelude::*;

pub fn phases(ctx: &Ctx, scene: &Scene) -> Html {
    let with_events = ctx.story.each_phase().filter(|(id, _)| ctx.story.events.iter().any(|event| event.phase == *id));
    let phases: Vec<_> = with_events.collect();
    html! {
        <div class="phases" data-count={phases.len().to_string()}>
            { for phases.into_iter().map(|(id, at)| phase(ctx, scene, id, at)) }
        </div>
    }
}

fn phase(ctx: &Ctx, scene: &Scene, id: PhaseId, phase: &Phase) -> Html {
    let tense = match phase.tense {
        Tense::Past => "past",
        Tense::Now => "now",
        Tense::Future => "future",
    };
    let events = ctx.story.each_event().filter(|(_, event)| event.phase == id);
    html! {
        <div key={phase.key.as_str()} class="phase" data-tense={tense}>
            if !phase.name.is_empty() { <h3 class="phase-name">{ &phase.name }</h3> }
            <ol class="events">{ for events.map(|(id, at)| event(ctx, scene, id, at)) }</ol>
        </div>
    }
}

fn event(ctx: &Ctx, scene: &Scene, id: EventId, event: &Event) -> Html {
    let pick = Pick::Event(id);
    let href = ctx.href(pick);
    html! {
        <li key={event.key.as_str()} id={href.trim_start_matches('#').to_owned()} class={classes!("event", classes_of(scene, id, event))}
            data-evidence={event.grounds.evidence.key()} hidden={!is_shown(scene, event)}
            aria-current={is_picked(scene, id).then_some("true")}>
            { when(ctx, event) }
            <p class="event-title"><a href={href.clone()} onclick={on::click(ctx, Msg::Toggled(pick))}>{ &event.title }</a></p>
            <p class="event-text">{ &event.text }</p>
            if let Some(quote) = &event.grounds.quote { <p class="event-quote"><q>{ quote }</q></p> }
            { evidence(ctx, event) }
            { actors(ctx, event) }
            { passages(ctx, event) }
            { references(ctx, event) }
            if event.grounds.evidence == Evidence::Forecast { { turn::turn(ctx, scene, id, event) } }
        </li>
    }
}

/// The date in words, as `time` where HTML has a value for it.
fn when(ctx: &Ctx, event: &Event) -> Html {
    let words = event.when.as_ref().map(|when| (when.words(&ctx.story.lang), when.datetime()));
    html! {
        <p class="event-when">
            { match words {
                Some((words, Some(value))) => html! { <time datetime={value.to_owned()}>{ words }</time> },
                Some((words, None)) => html! { <span>{ words }</span> },
                None => html! { <span class="event-undated">{ undated(ctx) }</span> },
            } }
        </p>
    }
}

fn evidence(ctx: &Ctx, event: &Event) -> Html {
    let evidence = event.grounds.evidence;
    let words = if evidence == Evidence::Context { ctx.words.added } else { ctx.words.evidence[evidence as usize] };
    html! {
        <p class="event-evidence" data-evidence={evidence.key()}>{ glyph(evidence, event.when.is_some()) }{ words }</p>
    }
}

fn actors(ctx: &Ctx, event: &Event) -> Html {
    let link = |actor: &crate::story::ActorId| {
        let pick = Pick::Actor(*actor);
        let actor = &ctx.story[*actor];
        html! { <li key={actor.key.as_str()}><a href={ctx.href(pick)} onclick={on::click(ctx, Msg::Picked(pick))}>{ &actor.name }</a></li> }
    };
    links("event-actors", ctx.words.event_actors, event.actors.iter().map(link).collect())
}

fn passages(ctx: &Ctx, event: &Event) -> Html {
    let link = |passage: &crate::story::PassageId| {
        let pick = Pick::Passage(*passage);
        let passage = &ctx.story[*passage];
        let heading = if passage.heading.is_empty() { ctx.words.opening } else { passage.heading.as_str() };
        html! { <li key={passage.key.as_str()}><a href={ctx.href(pick)} onclick={on::click(ctx, Msg::Picked(pick))}>{ heading }</a></li> }
    };
    let words = fill(ctx.words.event_passages, &[("source", &ctx.story.source.name)]);
    links("event-passages", &words, event.grounds.passages.iter().map(link).collect())
}

fn references(ctx: &Ctx, event: &Event) -> Html {
    let entry = |reference: &crate::story::ReferenceId| {
        let reference = &ctx.story[*reference];
        let title = match &reference.url {
            Some(url) => html! { <a href={url.clone()} rel="noopener">{ &reference.title }</a> },
            None => html! { <cite>{ &reference.title }</cite> },
        };
        let date = reference.date.as_ref().map(|date| format!(", {}", date.words(&ctx.story.lang)));
        html! { <li key={reference.key.as_str()}>{ title }{ format!(", {}", reference.publisher) }{ date }</li> }
    };
    links("event-references", ctx.words.event_references, event.grounds.references.iter().map(entry).collect())
}

/// A labelled list of links; unseen where there is none.
fn links(class: &'static str, label: &str, items: Vec<Html>) -> Html {
    html! {
        <div class={classes!("event-links", class)} hidden={items.is_empty()}>
            <span class="event-label">{ label }</span>
            <ul>{ for items }</ul>
        </div>
    }
}

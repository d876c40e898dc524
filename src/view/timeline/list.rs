//! The events as an ordered list by phase, with everything that is known about each.

use super::classes::classes_of;
use super::turn;
use crate::state::{Pick, query};
use crate::story::{ActorId, Event, EventId, Evidence, Phase, PhaseId};
use crate::view::ctx::{Ctx, Scene};
use crate::view::evidence;
use crate::view::kind::{Kind, PartState};
use crate::view::part::part;
use yew::prelude::*;

pub fn phases(ctx: &Ctx, scene: &Scene) -> Html {
    let with_events = ctx
        .story
        .each_phase()
        .filter(|(id, _)| ctx.story.events.iter().any(|event| event.phase == *id));
    let phases: Vec<_> = with_events.collect();
    html! {
        <div class="phases" data-count={phases.len().to_string()}>
            { for phases.into_iter().map(|(id, each)| phase(ctx, scene, id, each)) }
        </div>
    }
}

fn phase(ctx: &Ctx, scene: &Scene, id: PhaseId, phase: &Phase) -> Html {
    let events = ctx
        .story
        .each_event()
        .filter(|(_, event)| event.phase == id);
    html! {
        <div key={phase.key.as_str()} class="phase" data-tense={phase.tense.key()}>
            if !phase.name.is_empty() { <h3 class="phase-name">{ &phase.name }</h3> }
            <ol class="events">{ for events.map(|(id, _)| part(ctx, scene, Kind::Event(id))) }</ol>
        </div>
    }
}

/// An event's entry around its body.
pub fn event(ctx: &Ctx, look: PartState, id: EventId, inside: Html) -> Html {
    let event = &ctx.story[id];
    let class = classes!("event", classes_of(look, event.when.is_some()));
    html! {
        <li id={format!("event-{}", event.key)} {class} tabindex="-1"
            data-evidence={event.grounds.evidence.key()} hidden={!look.shows(&event.grounds)}
            aria-current={look.picked.then_some("true")}>
            { inside }
        </li>
    }
}

pub fn event_body(ctx: &Ctx, look: PartState, id: EventId) -> Html {
    let (event, pick) = (&ctx.story[id], Pick::Event(id));
    html! {
        <div class="event-body">
            { when(ctx, event) }
            <p class="event-title"><a href={ctx.href(pick)}>{ ctx.isolated(&event.title) }</a></p>
            { details(ctx, event) }
            if event.grounds.evidence == Evidence::Forecast {
                { turn::forecast_vote(ctx, look.judged, id, event) }
            }
        </div>
    }
}

/// What is known about an event, below its title.
pub fn details(ctx: &Ctx, event: &Event) -> Html {
    html! {
        <>
            <p class="event-text">{ &event.text }</p>
            { evidence::quotation(&event.grounds) }
            { actors(ctx, event) }
            { evidence::grounds(ctx, &event.grounds) }
        </>
    }
}

/// The date in words, as a `time` element if HTML has a value for it.
pub fn when(ctx: &Ctx, event: &Event) -> Html {
    let words = event
        .when
        .as_ref()
        .map(|when| (when.in_full().into_owned(), when.datetime()));
    let date = match words {
        Some((words, Some(value))) => html! {
            <time datetime={value.to_owned()}>{ ctx.say(words) }</time>
        },
        Some((words, None)) => html! { <span>{ ctx.say(words) }</span> },
        None => html! {
            <span class="event-undated">{ ctx.sourced(ctx.words.undated) }</span>
        },
    };
    html! {
        <p class="event-when">
            { date }
            if event.grounds.evidence == Evidence::Context {
                <span class="event-added">{ ctx.say(ctx.words.added) }</span>
            }
        </p>
    }
}

fn actors(ctx: &Ctx, event: &Event) -> Html {
    let link = |id: &ActorId| {
        let actor = &ctx.story[*id];
        let href = ctx.href(Pick::Actor(*id));
        let name = query::told_apart(&ctx.story, *id, &actor.name);
        html! { <li key={actor.key.as_str()}><a {href}>{ ctx.isolated(&name) }</a></li> }
    };
    html! {
        <div class="event-actors" hidden={event.actors.is_empty()}>
            <span class="event-label">{ ctx.say(ctx.words.event_actors) }</span>
            <ul>{ for event.actors.iter().map(link) }</ul>
        </div>
    }
}

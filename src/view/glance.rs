//! The miniature timeline in the tool bar: one dot an event, visible beside the text, lit by the
//! passage on screen. It is for the pointer only: keyboards and screen readers have the strip and
//! the list.

use super::ctx::{Ctx, Scene};
use crate::state::Pick;
use crate::story::{Event, EventId, Phase, PhaseId};
use yew::prelude::*;

/// Above this number of events the dots do not fit into the bar.
const MAX_EVENTS: usize = 30;

/// Whether the story's events fit into the bar.
pub fn fits(ctx: &Ctx) -> bool {
    ctx.story.events.len() <= MAX_EVENTS
}

pub fn glance(ctx: &Ctx, scene: &Scene) -> Html {
    html! {
        <div class="glance" aria-hidden="true" lang={ctx.own_lang()}>
            { for ctx.story.each_phase().map(|(id, phase)| phase_dots(ctx, scene, id, phase)) }
        </div>
    }
}

fn phase_dots(ctx: &Ctx, scene: &Scene, id: PhaseId, phase: &Phase) -> Html {
    let events = ctx
        .story
        .each_event()
        .filter(|(_, event)| event.phase == id);
    html! {
        <div key={phase.key.clone()} class="glance-phase">
            <span class="glance-name">{ &phase.name }</span>
            { for events.map(|(id, event)| dot(ctx, scene, id, event)) }
        </div>
    }
}

fn dot(ctx: &Ctx, scene: &Scene, id: EventId, event: &Event) -> Html {
    let pick = Pick::Event(id);
    let lit = scene.lit.events.contains(&id).then_some("is-lit");
    let picked = scene.is_picked(pick).then_some("is-picked");
    let class = classes!("dot", lit, picked);
    html! {
        <a key={event.key.clone()} {class} tabindex="-1" title={event.title.clone()}
            hidden={!scene.shows(&event.grounds)}
            data-evidence={event.grounds.evidence.key()} href={ctx.href(pick)}></a>
    }
}

//! The timeline at a glance: one mark an event, in sight while the text is read, lit by the passage
//! on screen. Knows no browser. A shortcut for the pointer: the strip and the list say the same to
//! keyboards and screen readers.

use super::{Ctx, Scene};
use crate::state::Pick;
use crate::story::{Event, EventId, Phase, PhaseId};
use yew::prelude::*;

/// Beyond so many events the marks would take more than the bar.
const MOST: usize = 30;

/// Whether a glance takes in the story.
pub fn fits(ctx: &Ctx) -> bool {
    ctx.story.events.len() <= MOST
}

pub fn glance(ctx: &Ctx, scene: &Scene) -> Html {
    html! {
        <div class="glance" aria-hidden="true" lang={ctx.own_lang()}>
            { for ctx.story.each_phase().map(|(id, phase)| stretch(ctx, scene, id, phase)) }
        </div>
    }
}

fn stretch(ctx: &Ctx, scene: &Scene, id: PhaseId, phase: &Phase) -> Html {
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
    html! {
        <a key={event.key.clone()} class={classes!("dot", lit, picked)} tabindex="-1" title={event.title.clone()} hidden={!scene.shows(&event.grounds)}
            data-evidence={event.grounds.evidence.key()} href={ctx.href(pick)}></a>
    }
}

//! The timeline: a strip where there is room, and the ordered list always. Knows no browser.
//!
//! Marks on the strip and titles in the list are links to the event in the list. Links with the same `data-walk` are one
//! group for the arrow keys, in the order of the document; moving the focus is the shell's.

mod glyph;
mod list;
mod strip;
mod turn;

pub use list::{event, event_body, told, when};
pub use strip::{ground, ground_inside, mark, mark_inside, marked};

use super::part::Look;
use super::{Ctx, Scene, on, zoom};
use crate::layout::timeline::{Reading, Strip};
use crate::state::{Msg, TimeReading};
use crate::story::Evidence;

use yew::prelude::*;

pub fn timeline(ctx: &Ctx, scene: &Scene) -> Html {
    let strips = &ctx.content.strips;
    html! {
        <section class="timeline" id="timeline" aria-labelledby="timeline-title">
            <div class="timeline-head">
                <h2 id="timeline-title" class="part-title">{ ctx.say(ctx.words.timeline) }</h2>
                if strips.has_scale() { { readings(ctx, scene) } }
                if strips.are_drawn() { { zoom(ctx) } }
            </div>
            if strips.are_drawn() {
                { legend(ctx, scene, &strips.get(reading(scene))[0]) }
                { strip::strips(ctx, scene, reading(scene)) }
                <div class="lens" />
            }
            { list::phases(ctx, scene) }
        </section>
    }
}

/// The two readings; they need the program, so until it runs their place is kept free.
fn readings(ctx: &Ctx, scene: &Scene) -> Html {
    let button = |key: &'static str, words: &'static str, reading: TimeReading| {
        let pressed = scene.model.route.time == reading;
        html! {
            <button key={key} type="button" data-reading={key} aria-pressed={pressed.to_string()}
                onclick={on::click(ctx, Msg::ReadTime(reading))}>{ ctx.say(words) }</button>
        }
    };
    html! {
        <div class="readings needs-program" role="group" aria-label={ctx.words.time_readings} lang={ctx.lang()}>
            { button("order", ctx.words.in_order, TimeReading::InOrder) }
            { button("scale", ctx.words.to_scale, TimeReading::ToScale) }
        </div>
    }
}

fn reading(scene: &Scene) -> Reading {
    match scene.model.route.time {
        TimeReading::InOrder => Reading::InOrder,
        TimeReading::ToScale => Reading::ToScale,
    }
}

/// One line on what the marks mean: the kinds of evidence that the story's events have, and what is undated or left out.
fn legend(ctx: &Ctx, scene: &Scene, strip: &Strip) -> Html {
    let occurs = |evidence: &Evidence| ctx.story.events.iter().any(|event| event.grounds.evidence == *evidence);
    let kind = |evidence: Evidence| {
        html! {
            <span key={evidence.key()} class="legend-item">
                { glyph::glyph(evidence, true) }{ ctx.say(ctx.words.evidence[evidence as usize]) }
            </span>
        }
    };
    let undated = ctx.story.events.iter().any(|event| event.when.is_none());
    let hollow = match reading(scene) {
        Reading::InOrder => ctx.words.legend_undated,
        Reading::ToScale => ctx.words.legend_no_place,
    };
    html! {
        <p class="legend">
            <span key="legend" class="legend-item">{ ctx.say(ctx.words.legend) }</span>
            { for Evidence::ALL.into_iter().filter(occurs).map(kind) }
            <span key="undated" class="legend-item" hidden={!undated}>{ ctx.say(hollow) }</span>
            <span key="bunch" class="legend-item" hidden={strip.marks.len() == ctx.story.events.len()}>{ ctx.say(ctx.words.legend_bunch) }</span>
            <span key="break" class="legend-item" hidden={strip.axis.breaks.is_empty()}>{ ctx.say(ctx.words.legend_break) }</span>
        </p>
    }
}

/// What an event looks like at the moment, as classes of its mark and of its entry.
fn classes_of(look: Look, dated: bool) -> Classes {
    classes!((!dated).then_some("is-undated"), look.picked.then_some("is-picked"), look.lit.then_some("is-lit"),)
}

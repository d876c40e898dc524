//! The timeline: a strip if it fits, and always the ordered list.
//!
//! Marks on the strip and titles in the list link to the event in the list. Links with the same
//! `data-walk` form a group for the arrow keys, in document order; `browser::keys` moves the focus.

mod list;
mod strip;
mod turn;

pub use list::{event, event_body, told, when};
pub use strip::{ground, ground_inside, mark, mark_inside, marked};

use super::part::PartState;
use super::shape::sample;
use super::{Ctx, Scene, zoom};
use crate::figure::legend::{self, LegendEntry};
use crate::layout::timeline::Strip;
use yew::prelude::*;

pub fn timeline(ctx: &Ctx, scene: &Scene) -> Html {
    let strip = &ctx.content.strip;
    html! {
        <section class="timeline" id="timeline" aria-labelledby="timeline-title">
            <div class="timeline-head">
                <h2 id="timeline-title" class="part-title">{ ctx.say(ctx.words.timeline) }</h2>
                if strip.is_drawn() { { zoom(ctx) } }
            </div>
            if strip.is_drawn() {
                { legend(ctx, strip) }
                { strip::strip(ctx, scene) }
                <div class="explorer" />
            }
            { list::phases(ctx, scene) }
        </section>
    }
}

/// The legend in one line: the kinds of evidence that occur, undated events and clusters.
fn legend(ctx: &Ctx, strip: &Strip) -> Html {
    let kinds = ctx.story.events.iter().map(|event| event.grounds.evidence);
    let marks = legend::marks(kinds, ctx.words);
    let undated = ctx.story.events.iter().any(|event| event.when.is_none());
    let clustered = strip.marks.len() != ctx.story.events.len();
    html! {
        <p class="legend">
            <span key="legend" class="legend-item">{ ctx.say(ctx.words.legend) }</span>
            { for marks.iter().map(|entry| legend_item(ctx, entry)) }
            <span key="undated" class="legend-item" hidden={!undated}>
                { ctx.say(ctx.words.legend_undated) }
            </span>
            <span key="bunch" class="legend-item" hidden={!clustered}>
                { ctx.say(ctx.words.legend_bunch) }
            </span>
        </p>
    }
}

/// A sample and its words.
pub fn legend_item(ctx: &Ctx, entry: &LegendEntry) -> Html {
    html! {
        <span class="legend-item">
            { sample(entry.width, &entry.sample) }
            { ctx.say(entry.words.clone()) }
        </span>
    }
}

/// The state of an event as classes of its mark and its entry.
fn classes_of(look: PartState, dated: bool) -> Classes {
    classes!(
        (!dated).then_some("is-undated"),
        look.picked.then_some("is-picked"),
        look.lit.then_some("is-lit"),
    )
}

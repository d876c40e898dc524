//! The actors in the picture, each a link to its card; and the scale they stand on.

use super::ties::moved;
use super::{Reading, lines, percent, px};
use crate::figure::names;
use crate::figure::symbols::{line_dash, pattern, stance_mark, stance_step};
use crate::layout::network::spectrum::{Lane, Slot, Spectrum};
use crate::layout::network::{Frame, Point, Words};
use crate::state::Pick;
use crate::state::query::{self, Standing};
use crate::story::{ActorId, IssueId, StanceId};
use crate::view::Ctx;
use crate::view::part::PartState;
use crate::view::shape::shape;
use yew::prelude::*;

/// An actor in a frame, and the issue along which positions are read.
type At = (ActorId, Frame, Option<IssueId>);

/// Where it stands on the issue.
fn standing(ctx: &Ctx, look: PartState, (id, _, issue): At) -> Option<(IssueId, Standing)> {
    issue.map(|issue| (issue, query::standing(&ctx.story, look.hidden, id, issue)))
}

/// The step of its stance, where it takes a side.
fn side(ctx: &Ctx, standing: Option<(IssueId, Standing)>) -> Option<u8> {
    let (issue, standing) = standing?;
    Some(stance_step(&ctx.story[issue], standing.stance()?))
}

/// One actor. Its place is all that changes between readings, and the page's start lets it glide
/// there.
pub fn node(ctx: &Ctx, look: PartState, at: At, place: Point, inside: Html) -> Html {
    let (id, standing) = (at.0, standing(ctx, look, at));
    let relations = names::relation_count(&ctx.story, id);
    let name = names::actor(&ctx.story, ctx.words, id, relations, standing);
    let (lit, picked) = (
        look.lit.then_some("is-lit"),
        look.picked.then_some("is-picked"),
    );
    html! {
        <svg class="place" x={percent(place.x)} y={px(place.y)} overflow="visible">
            <a class={classes!("node", lit, picked)} href={ctx.href(Pick::Actor(id))} data-walk="map"
                data-stance={side(ctx, standing).map(|step| step.to_string())} aria-label={name}>{ inside }</a>
        </svg>
    }
}

/// What is drawn of it: its name on a plate, and the shape of its side.
pub fn node_inside(ctx: &Ctx, look: PartState, at: At) -> Html {
    let (id, frame, _) = at;
    let plate = Words::name(ctx.story[id].label(), frame);
    let standing = standing(ctx, look, at);
    let mark = side(ctx, standing).map(|step| stance_mark(step, (0.0, -plate.height / 2.0)));
    let evidence = standing.and_then(|(_, standing)| standing.evidence());
    let (dashes, round) = evidence.and_then(|kind| pattern(line_dash(kind))).unzip();
    let (half_width, half_height) = (plate.width / 2.0, plate.height / 2.0);
    html! {
        <>
            <rect class="plate" x={px(-half_width)} y={px(-half_height)} width={px(plate.width)} height={px(plate.height)} rx="4"
                stroke-dasharray={dashes} stroke-linecap={round.unwrap_or(false).then_some("round")} />
            <text text-anchor="middle" font-size={px(frame.name_size())}>{ lines(&plate, frame.name_size()) }</text>
            <g class="side-mark">{ for mark.iter().map(shape) }</g>
        </>
    }
}

/// The names of the stances with their shapes, and those of the areas apart.
pub fn scale(ctx: &Ctx, reading: &Reading, spectrum: &Spectrum, frame: Frame) -> Html {
    let Some(issue) = reading.issue.map(|issue| &ctx.story[issue]) else {
        return html! { <g /> };
    };
    let abreast = spectrum
        .stances
        .first()
        .is_some_and(|(slot, _)| slot.width < 100.0);
    let stances = issue.scale.iter().zip(&spectrum.stances).enumerate();
    html! {
        <g>
            { for stances.map(|(index, (stance, (slot, label)))| {
                let step = stance_step(issue, StanceId::new(index));
                html! { <g key={stance.key.clone()} class="stance" data-stance={step.to_string()}>
                    <rect class="stance-ground" x={percent(slot.left)} y={px(slot.top + 1.0)} width={percent(slot.width)} height={px(slot.bottom - slot.top - 8.0)} />
                    <line class="stance-line" x1={percent(slot.left)} y1={px(slot.top + 1.0)} x2={percent(slot.left + slot.width)} y2={px(slot.top + 1.0)} />
                    { heading(slot, label, abreast, frame.name_size(), step) }
                </g> }
            }) }
            { for spectrum.lanes.iter().enumerate().map(|(index, lane)| {
                band("lane", index, lane.top, Lane::BEFORE, Lane::OVER, &lane.name, frame.note_size())
            }) }
            { for spectrum.apart.iter().map(|(kind, slot)| {
                let words = Words::heading(&ctx.sourced_text(ctx.words.apart[*kind]), frame, frame.width());
                band("apart", *kind, slot.top + 1.0, 0.0, 7.0, &words, frame.name_size())
            }) }
        </g>
    }
}

/// The name of an area over the whole width, below a line: so far from its start and from the line,
/// px.
fn band(
    class: &'static str,
    key: usize,
    top: f64,
    start: f64,
    over: f64,
    words: &Words,
    size: f64,
) -> Html {
    html! {
        <svg key={key} class={class} y={px(top)} overflow="visible">
            <line x2="100%" />
            <text transform={moved((start, over + words.height / 2.0))} font-size={px(size)}>{ lines(words, size) }</text>
        </svg>
    }
}

/// The name of a stance over its area: in the middle of a column, at the start of a row.
fn heading(slot: &Slot, label: &Words, abreast: bool, size: f64, step: u8) -> Html {
    let (x, anchor) = if abreast {
        (slot.left + slot.width / 2.0, "middle")
    } else {
        (slot.left, "start")
    };
    let (start, top) = if abreast { (0.0, 24.0) } else { (22.0, 8.0) };
    let mark = stance_mark(step, if abreast { (0.0, 14.0) } else { (9.0, 17.0) });
    html! {
        <svg x={percent(x)} y={px(slot.top)} overflow="visible">
            <g class="side-mark">{ shape(&mark) }</g>
            <text class="slot-name" transform={moved((start, top + label.height / 2.0))} text-anchor={anchor}
                font-size={px(size)}>{ lines(label, size) }</text>
        </svg>
    }
}

//! The actors in the picture, each a link to its card; and the scale they stand on. Knows no
//! browser.

use super::ties::moved;
use super::{Reading, lines, percent, px};
use crate::layout::network::spectrum::{Lane, Slot, Spectrum};
use crate::layout::network::{Frame, Point, Words};
use crate::locale::strings::fill;
use crate::state::Pick;
use crate::state::query::{self, Standing};
use crate::story::{ActorId, Evidence, Issue, IssueId, StanceId};
use crate::view::Ctx;
use crate::view::part::PartState;
use yew::prelude::*;

/// An actor in a frame, and the issue along which positions are read.
type At = (ActorId, Frame, Option<IssueId>);

/// Where it stands on the issue.
fn standing(ctx: &Ctx, look: PartState, (id, _, issue): At) -> Option<(IssueId, Standing)> {
    issue.map(|issue| (issue, query::standing(&ctx.story, look.hidden, id, issue)))
}

/// Its side of the issue, where it has one.
fn side(ctx: &Ctx, standing: Option<(IssueId, Standing)>) -> Option<(&Issue, StanceId)> {
    match standing? {
        (issue, Standing::At(stance, _)) => Some((&ctx.story[issue], stance)),
        _ => None,
    }
}

/// One actor. Its place is all that changes between readings, and the page's start lets it glide
/// there.
pub fn node(ctx: &Ctx, look: PartState, at: At, place: Point, inside: Html) -> Html {
    let (id, standing) = (at.0, standing(ctx, look, at));
    let evidence = standing.and_then(|(_, standing)| match standing {
        Standing::At(_, evidence) | Standing::NoSide(evidence) => Some(evidence.key()),
        _ => None,
    });
    let (lit, picked) = (
        look.lit.then_some("is-lit"),
        look.picked.then_some("is-picked"),
    );
    html! {
        <svg class="place" x={percent(place.x)} y={px(place.y)} overflow="visible">
            <a class={classes!("node", lit, picked)} href={ctx.href(Pick::Actor(id))} data-walk="map" data-evidence={evidence}
                data-stance={side(ctx, standing).map(|(issue, stance)| step(issue, stance).to_string())}
                aria-label={name(ctx, standing, id)}>{ inside }</a>
        </svg>
    }
}

/// What is drawn of it: its name on a plate, and the shape of its side.
pub fn node_inside(ctx: &Ctx, look: PartState, at: At) -> Html {
    let (id, frame, _) = at;
    let plate = Words::name(ctx.story[id].label(), frame);
    let side = side(ctx, standing(ctx, look, at));
    let (half_width, half_height) = (plate.width / 2.0, plate.height / 2.0);
    html! {
        <>
            <rect class="plate" x={px(-half_width)} y={px(-half_height)} width={px(plate.width)} height={px(plate.height)} rx="4" />
            <text text-anchor="middle" font-size={px(frame.name_size())}>{ lines(&plate, frame.name_size()) }</text>
            <path class="side-mark" d={side.map_or("", |(issue, stance)| shape(issue, stance))} transform={format!("translate(0 {})", px(-half_height))} />
        </>
    }
}

/// Who, what kind; then its ties, or which stance on what evidence.
fn name(ctx: &Ctx, standing: Option<(IssueId, Standing)>, id: ActorId) -> String {
    let (actor, words) = (&ctx.story[id], ctx.words);
    let aside = |text: &str| ctx.aside(text);
    // What is seen comes first, so that it can be said to a speech interface.
    let called = actor
        .short
        .as_ref()
        .filter(|short| **short != actor.name)
        .map_or(String::new(), |short| aside(short) + ": ");
    let who = [
        &called,
        &aside(&actor.name),
        ", ",
        &aside(&actor.kind),
        ", ",
        &aside(&ctx.story[actor.group].name),
    ]
    .concat();
    let Some((issue, standing)) = standing else {
        let ties = ctx
            .story
            .relations
            .iter()
            .filter(|tie| tie.from == id || tie.to.contains(&id))
            .count();
        return format!(
            "{who}. {}",
            fill(words.node_relations, &[("count", &ties.to_string())])
        );
    };
    let known = |evidence: Evidence| words.evidence[evidence as usize];
    let stands = match standing {
        Standing::At(stance, evidence) => {
            format!(
                "{} ({})",
                aside(&ctx.story[issue].scale[stance.index()].label),
                known(evidence)
            )
        }
        Standing::NoSide(evidence) => format!("{} ({})", words.no_side, known(evidence)),
        Standing::Hidden => words.apart[1].to_owned(),
        Standing::NotStated => ctx.sourced_text(words.apart[2]),
    };
    format!("{who}. {}: {stands}", aside(&ctx.story[issue].name))
}

/// The step of the colour ramp for a stance: 1 at one pole to 5 at the other.
pub fn step(issue: &Issue, stance: StanceId) -> u8 {
    1 + (issue.share(stance) * 4.0).round() as u8
}

/// The shape of a stance tells the same as its colour: square and triangle at the poles, diamond
/// between.
pub fn shape(issue: &Issue, stance: StanceId) -> &'static str {
    match step(issue, stance) {
        1 | 2 => "M-5,-5 H5 V5 H-5 Z",
        3 => "M0,-6.5 L6.5,0 L0,6.5 L-6.5,0 Z",
        _ => "M0,-6.5 L6.5,5 H-6.5 Z",
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
                let id = StanceId::new(index);
                html! { <g key={stance.key.clone()} class="stance" data-stance={step(issue, id).to_string()}>
                    <rect class="stance-ground" x={percent(slot.left)} y={px(slot.top + 1.0)} width={percent(slot.width)} height={px(slot.bottom - slot.top - 8.0)} />
                    <line class="stance-line" x1={percent(slot.left)} y1={px(slot.top + 1.0)} x2={percent(slot.left + slot.width)} y2={px(slot.top + 1.0)} />
                    { heading(slot, label, abreast, frame.name_size(), shape(issue, id)) }
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
fn heading(slot: &Slot, label: &Words, abreast: bool, size: f64, mark: &'static str) -> Html {
    let (x, anchor) = if abreast {
        (slot.left + slot.width / 2.0, "middle")
    } else {
        (slot.left, "start")
    };
    let (start, top) = if abreast { (0.0, 24.0) } else { (22.0, 8.0) };
    html! {
        <svg x={percent(x)} y={px(slot.top)} overflow="visible">
            <path class="side-mark" d={mark} transform={if abreast { "translate(0 14)" } else { "translate(9 17)" }} />
            <text class="slot-name" transform={moved((start, top + label.height / 2.0))} text-anchor={anchor}
                font-size={px(size)}>{ lines(label, size) }</text>
        </svg>
    }
}

//! Behind the actors: the groups, and the relations as arrows with their words.

use super::text::lines;
use crate::figure::symbols::{self, arrowhead, pattern, tone_color};
use crate::layout::network::{Frame, Hull, Network, Point, Tie, Words};
use crate::story::{ActorId, Relation, Tone};
use crate::text::number::{percent, px};
use crate::view::ctx::{Ctx, Scene};
use crate::view::kind::{Kind, PartState};
use crate::view::part::part;
use crate::view::shape::shape;
use yew::prelude::*;

/// One arrowhead a tone: their shapes differ, so that colour is not needed. `frame` keeps the ids
/// of two pictures apart.
pub fn arrows(frame: &str) -> Html {
    let arrow = |tone: Tone| {
        html! {
            <marker key={tone.key()} id={arrow_id(frame, tone)} class="arrow" viewBox="-8 -6 12 12" markerWidth="12" markerHeight="12"
                markerUnits="userSpaceOnUse" orient="auto">{ shape(&arrowhead(tone, (0.0, 0.0), (1.0, 0.0))) }</marker>
        }
    };
    Tone::ALL.into_iter().map(arrow).collect()
}

fn arrow_id(frame: &str, tone: Tone) -> String {
    format!("arrow-{frame}-{}", tone.key())
}

/// The areas of the groups.
pub fn hulls(network: &Network) -> Html {
    let hull = |(index, hull): (usize, &Hull)| {
        html! {
            <rect key={index} class="hull" x={percent(hull.left)} y={px(hull.top)} width={percent(hull.width)}
                height={px(hull.height)} rx="8" />
        }
    };
    network.hulls.iter().enumerate().map(hull).collect()
}

/// The names of the groups, in the middle of the upper edges of their areas.
fn hull_name(ctx: &Ctx, index: usize, hull: &Hull, frame: Frame) -> Html {
    let group = &ctx.story[hull.group];
    let title = Words::title(&group.name, frame);
    html! {
        <svg key={index} x={percent(hull.left + hull.width / 2.0)} y={px(hull.top + title.height / 2.0)} overflow="visible">
            <text class="hull-name" text-anchor="middle" font-size={px(frame.note_size())}>{ lines(&title, frame.note_size()) }</text>
        </svg>
    }
}

/// The lines first, then the names of groups and the lines' words, so that no line runs over words.
pub fn ties(ctx: &Ctx, scene: &Scene, network: &Network, frame: Frame) -> Html {
    let all = 0..network.ties.len();
    html! {
        <>
            <g class="tie-lines">{ for all.clone().map(|index| part(ctx, scene, Kind::Line(index, frame))) }</g>
            <g class="hull-names">{ for network.hulls.iter().enumerate().map(|(index, hull)| hull_name(ctx, index, hull, frame)) }</g>
            <g class="tie-words">{ for all.map(|index| part(ctx, scene, Kind::Words(index, frame))) }</g>
        </>
    }
}

fn tie_at(ctx: &Ctx, index: usize, frame: Frame) -> (&Tie, &Relation) {
    let tie = &ctx.content.networks.get(frame).ties[index];
    (tie, &ctx.story[tie.relation])
}

/// The two actors that a tie joins.
pub fn ends(ctx: &Ctx, index: usize, frame: Frame) -> [ActorId; 2] {
    let (tie, relation) = tie_at(ctx, index, frame);
    [relation.from, tie.to]
}

/// What a tie looks like at the moment. Its words that are spare stand only while one of its ends
/// is picked.
fn classes_of(look: PartState, tie: &Tie, relation: &Relation) -> Classes {
    let spare = tie.label.as_ref().is_some_and(|label| label.spare);
    classes!(
        look.lit.then_some("is-lit"),
        spare.then_some("is-spare"),
        (!look.shows(&relation.grounds)).then_some("is-filtered")
    )
}

pub fn moved((x, y): (f64, f64)) -> String {
    format!("translate({} {})", px(x), px(y))
}

/// A line from actor to actor through its arrowhead, which stands right at any width.
pub fn line(ctx: &Ctx, look: PartState, index: usize, frame: Frame) -> Html {
    let (tie, relation) = tie_at(ctx, index, frame);
    let places = &ctx.content.networks.get(frame).places;
    let (from, to) = (places[relation.from.index()], places[tie.to.index()]);
    let part = |start: Point, end: Point, head: Option<String>| {
        html! { <line x1={percent(start.x)} y1={px(start.y)} x2={percent(end.x)} y2={px(end.y)} marker-end={head} /> }
    };
    let paint = symbols::line(relation.grounds.evidence, tone_color(relation.tone));
    let (dashes, round) = pattern(paint.dash).unzip();
    html! {
        <g class={classes!("tie", classes_of(look, tie, relation))} transform={moved(tie.aside)}
            data-tone={relation.tone.key()} data-evidence={relation.grounds.evidence.key()}
            stroke-width={px(paint.width)} stroke-dasharray={dashes} stroke-linecap={round.unwrap_or(false).then_some("round")}>
            { part(from, tie.head, Some(format!("url(#{})", arrow_id(name_of(frame), relation.tone)))) }
            { part(tie.head, to, None) }
        </g>
    }
}

/// The place of a line's words.
pub fn words(ctx: &Ctx, look: PartState, index: usize, frame: Frame, inside: Html) -> Html {
    let (tie, relation) = tie_at(ctx, index, frame);
    let without = tie.label.is_none().then_some("is-filtered");
    html! {
        <g class={classes!("tie-label", classes_of(look, tie, relation), without)} transform={moved(tie.aside)} data-tone={relation.tone.key()}>
            { inside }
        </g>
    }
}

pub fn words_inside(ctx: &Ctx, index: usize, frame: Frame) -> Html {
    let (tie, relation) = tie_at(ctx, index, frame);
    let label = Words::tie(&relation.label, frame);
    let place = tie.label.as_ref().map(|label| label.at).unwrap_or_default();
    html! {
        <svg x={percent(place.x)} y={px(place.y)} overflow="visible">
            <rect class="tie-ground" x={px(-label.width / 2.0)} y={px(-label.height / 2.0)} width={px(label.width)} height={px(label.height)} rx="3" />
            <text text-anchor="middle" font-size={px(frame.note_size())}>{ lines(&label, frame.note_size()) }</text>
        </svg>
    }
}

/// The class of a frame's picture, which also keeps the ids of the two apart.
pub fn name_of(frame: Frame) -> &'static str {
    match frame {
        Frame::Narrow => "is-narrow",
        Frame::Wide => "is-wide",
    }
}

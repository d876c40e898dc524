//! The strip as SVG, from its layout: phases, axis, and a link for each event. Knows no browser.
//!
//! The SVG has no `viewBox`: across it is in percent, so that it fills any width while its text
//! keeps its size. Something of a fixed size stands in an inner `svg` at its percent. It is laid
//! out for its least width: what does not overlap there does not at any larger one.

use super::{Ctx, Scene, classes_of};
use crate::figure::names;
use crate::layout::timeline::{
    Axis, DATE_SIZE, HEADING_SIZE, INDENT, LINE, Label, MARK_ROOM, Mark, Piece, Strip, TITLE_SIZE,
    Zone,
};
use crate::locale::strings::fill;
use crate::state::Pick;
use crate::story::{Event, EventId};
use crate::text::number::{percent, px};
use crate::view::part::{Kind, PartState, part};
use crate::view::shape;
use yew::prelude::*;

/// Radius of a bunch's number, in px.
const BUNCH: f64 = 6.5;

/// The line between two phases begins below their headings, in px.
const ZONE_EDGE: f64 = 28.0;

pub fn strip(ctx: &Ctx, scene: &Scene) -> Html {
    let strip = &ctx.content.strip;
    html! {
        <svg class="strip" width="100%" height={px(strip.height)} role="group" aria-label={ctx.words.strip} lang={ctx.lang()}>
            { part(ctx, scene, Kind::Ground) }
            <g key="marks" class="marks" lang={ctx.own_lang()}>{ for (0..strip.marks.len()).map(|at| part(ctx, scene, Kind::Mark(at))) }</g>
        </svg>
    }
}

/// What the marks stand on: phases and axis.
pub fn ground(inside: Html) -> Html {
    html! { <g aria-hidden="true">{ inside }</g> }
}

pub fn ground_inside(ctx: &Ctx) -> Html {
    let Strip {
        zones, axis: along, ..
    } = &ctx.content.strip;
    html! {
        <>
            <g class="zones">{ for zones.iter().enumerate().map(|(at, at_zone)| zone(at, at_zone, along)) }</g>
            <g class="axis">{ axis(along) }</g>
        </>
    }
}

/// A line, in percent across and px down.
fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Html {
    html! { <line class={class} x1={percent(from.0)} y1={px(from.1)} x2={percent(to.0)} y2={px(to.1)} /> }
}

/// The heading of a phase with its rule, and the line down to where the phase begins on the axis.
fn zone(at: usize, zone: &Zone, axis: &Axis) -> Html {
    // The rules of two zones do not touch.
    let end = if zone.x + zone.width > 99.0 {
        100.0
    } else {
        zone.x + zone.width - 1.2
    };
    html! {
        <g key={at} class="zone" data-tense={zone.tense.key()}>
            if !zone.heading.is_empty() {
                { line("zone-rule", (zone.x, 1.0), (end, 1.0)) }
                <text class="zone-heading" x={percent(zone.x)} y="19" font-size={px(HEADING_SIZE)}>{ &zone.heading }</text>
            }
            if let Some(edge) = zone.edge {
                { line("zone-edge", (zone.x, ZONE_EDGE), (zone.x, zone.base)) }
                { line("zone-edge", (zone.x, zone.base), (edge, axis.y)) }
            }
        </g>
    }
}

fn axis(axis: &Axis) -> Html {
    let piece = |at: &Piece| {
        line(
            if at.future {
                "axis-future"
            } else {
                "axis-line"
            },
            (at.from, axis.y),
            (at.to, axis.y),
        )
    };
    axis.pieces.iter().map(piece).collect()
}

/// The events of a mark.
pub fn marked(ctx: &Ctx, at: usize) -> impl Iterator<Item = EventId> + Clone + use<> {
    ctx.content
        .strip
        .events(at, ctx.story.events.len())
        .map(EventId::new)
}

/// Its events, and where they are a bunch, how many of them the filter shows.
fn bunch(ctx: &Ctx, look: PartState, at: usize) -> (usize, usize, Option<usize>) {
    let events = marked(ctx, at);
    let (count, shown) = (
        events.clone().count(),
        events
            .filter(|id| look.shows(&ctx.story[*id].grounds))
            .count(),
    );
    (count, shown, (count > 1).then_some(shown))
}

/// A mark: a link to its event, or, for a bunch, to the first, which the explorer opens where the
/// program runs.
pub fn mark(ctx: &Ctx, look: PartState, at: usize, inside: Html) -> Html {
    let Mark {
        event: id,
        label: words,
        ..
    } = &ctx.content.strip.marks[at];
    let (event, pick) = (&ctx.story[*id], Pick::Event(*id));
    let (count, shown, bunch) = bunch(ctx, look, at);
    let class = classes!(
        "mark",
        classes_of(look, event.when.is_some() || bunch.is_some()),
        (shown == 0).then_some("is-filtered")
    );
    html! {
        <a class={class} href={ctx.href(pick)} data-evidence={bunch.is_none().then(|| event.grounds.evidence.key())}
            data-open={bunch.map(|_| format!("{} {}", id.index(), id.index() + count - 1))}
            data-walk={(shown > 0).then_some("strip")} aria-label={accessible(ctx, *id, words, bunch)}
            aria-current={look.picked.then_some("true")}>{ inside }</a>
    }
}

/// What is drawn of a mark.
pub fn mark_inside(ctx: &Ctx, look: PartState, at: usize) -> Html {
    let Strip { axis, marks, .. } = &ctx.content.strip;
    let Mark {
        event: id,
        label: words,
        at: stands,
    } = &marks[at];
    let (event, (.., bunch)) = (&ctx.story[*id], bunch(ctx, look, at));
    html! {
        <>
            { leader(words, (*stands, axis.y)) }
            { label(ctx, event, words, bunch) }
            { place(event, (*stands, axis.y), bunch) }
        </>
    }
}

/// The name of a mark; of a bunch "Paris meeting and 4 more, 4 September 2025 – March 2026, 5 in
/// all".
fn accessible(ctx: &Ctx, id: EventId, label: &Label, bunch: Option<usize>) -> String {
    if let Some(count) = bunch {
        let (title, date) = (
            ctx.aside(&label.title.join(" ")),
            dates(ctx, label).join(" "),
        );
        let (more, count) = (more(ctx, count), count.to_string());
        let values = [
            ("title", title.as_str()),
            ("more", &more),
            ("date", &date),
            ("count", &count),
        ];
        return fill(ctx.words.strip_bunch, &values);
    }
    names::event(&ctx.story, ctx.words, id)
}

/// The lines of a label's date, or the word for none.
fn dates(ctx: &Ctx, label: &Label) -> Vec<String> {
    if label.date.is_empty() {
        vec![ctx.words.undated_short.to_owned()]
    } else {
        label.date.clone()
    }
}

/// "and 4 more"; nothing where the filter leaves one.
fn more(ctx: &Ctx, count: usize) -> String {
    if count < 2 {
        return String::new();
    }
    fill(ctx.words.bunch_more, &[("count", &(count - 1).to_string())])
}

/// From the label's first line down the gutter, and from there to the mark.
fn leader(label: &Label, place: (f64, f64)) -> Html {
    let y = label.y + LINE / 2.0;
    html! {
        <g class="leader">
            { line("leader-line", (label.x, y), (label.pole, y)) }
            { line("leader-line", (label.pole, y), (label.pole, label.base)) }
            { line("leader-line", (label.pole, label.base), place) }
        </g>
    }
}

fn label(ctx: &Ctx, event: &Event, label: &Label, bunch: Option<usize>) -> Html {
    let date = dates(ctx, label);
    let title: Vec<String> = label
        .title
        .iter()
        .cloned()
        .chain(bunch.map(|count| more(ctx, count)))
        .collect();
    let lines = |texts: &[String], x: f64, first: usize| {
        let line = |(at, text): (usize, &String)| {
            let y = LINE * (first + at + 1) as f64 - 4.0;
            // The space keeps the lines apart for those who hear or copy them.
            html! { <tspan x={px(x)} y={px(y)}>{ format!("{text} ") }</tspan> }
        };
        texts.iter().enumerate().map(line).collect::<Html>()
    };
    let middle = LINE * (title.len() as f64 + 0.5);
    html! {
        <svg class="label" x={percent(label.x)} y={px(label.y)} overflow="visible">
            <rect class="label-ground" y="-3" width={px(label.width)} height={px(label.height + 6.0)} rx="2" />
            <text class="label-title" font-size={px(TITLE_SIZE)}>{ lines(&title, INDENT, 0) }</text>
            <svg x={px(INDENT + 5.0)} y={px(middle)} overflow="visible">{ sign(event, bunch) }</svg>
            <text class="label-date" font-size={px(DATE_SIZE)}>{ lines(&date, INDENT + MARK_ROOM, title.len()) }</text>
        </svg>
    }
}

/// The shape of an event's evidence; a pair of dots for a bunch, whose evidence may differ.
fn sign(event: &Event, bunch: Option<usize>) -> Html {
    if bunch.is_none() {
        let mark = shape::mark(event.grounds.evidence, event.when.is_some());
        return html! { <g transform="scale(.7)">{ mark }</g> };
    }
    html! {
        <g class="bunch">
            <circle cx="-2.5" r="3" />
            <circle cx="3" r="3" />
        </g>
    }
}

/// The mark on the axis: in brackets where the date is an estimate, dashed around where it is in
/// doubt.
fn place(event: &Event, (x, y): (f64, f64), bunch: Option<usize>) -> Html {
    let when = event.when.as_ref().filter(|_| bunch.is_none());
    let (about, perhaps) = when.map_or((false, false), |when| {
        (when.approximate(), when.uncertain())
    });
    let drawn = bunch.map_or_else(|| dot(event, about, perhaps), number);
    html! { <svg class="place" x={percent(x)} y={px(y)} overflow="visible">{ drawn }</svg> }
}

fn dot(event: &Event, about: bool, perhaps: bool) -> Html {
    html! {
        <g>
            { shape::mark(event.grounds.evidence, event.when.is_some()) }
            if about { <path class="about" d="M-8,-6 Q-11,0 -8,6 M8,-6 Q11,0 8,6" /> }
            if perhaps { <circle class="perhaps" r="8.5" /> }
        </g>
    }
}

/// How many events a bunch has.
fn number(count: usize) -> Html {
    html! {
        <g class="bunch">
            <circle r={px(BUNCH)} />
            <text text-anchor="middle" y="4" font-size="11">{ count }</text>
        </g>
    }
}

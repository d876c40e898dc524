//! The strip as SVG, from its layout: axis, ticks, phases, and a link for each event. Knows no browser.
//!
//! The SVG has no `viewBox`: across it is in percent, so that it fills any width while its text keeps its size. Something of a
//! fixed size stands in an inner `svg` at its percent. Two strips are drawn, of which CSS shows the one that has room.

use super::glyph::shape;
use super::{Ctx, Scene, classes_of, on};
use crate::layout::timeline::{
    Anchor, Axis, AxisTick, BAR, DATE_SIZE, HEADING_SIZE, INDENT, LINE, Label, MARK_ROOM, Piece, Place, RADIUS,
    Reading, Shape, Strip, TICK_SIZE, TITLE_SIZE, Zone,
};
use crate::state::{Msg, Pick};
use crate::story::{Event, EventId};
use crate::text::strings::fill;
use crate::view::number::{percent, px};
use crate::view::part::{Kind, Look, part};
use yew::prelude::*;

/// The strips for the two widths; also the names of their groups of links for the arrow keys.
const NAMES: [&str; 2] = ["strip-narrow", "strip-wide"];

/// The line between two phases begins below their headings, in px.
const ZONE_EDGE: f64 = 28.0;

pub fn strips(ctx: &Ctx, scene: &Scene, reading: Reading) -> Html {
    let strips = ctx.content.strips.get(reading);
    let one = |(width, strip): (usize, &Strip)| {
        html! { <svg key={NAMES[width]} class={classes!("strip", NAMES[width])} width="100%" height={px(strip.height)}
        role="group" aria-label={ctx.words.strip}>{ drawn(ctx, scene, strip, reading, width) }</svg> }
    };
    html! { <div class="strips">{ for strips.iter().enumerate().map(one) }</div> }
}

fn drawn(ctx: &Ctx, scene: &Scene, strip: &Strip, reading: Reading, width: usize) -> Html {
    html! {
        <>
            <g key="zones" class="zones" aria-hidden="true">
                { for strip.zones.iter().enumerate().map(|(at, at_zone)| zone(at, at_zone, &strip.axis)) }
            </g>
            <g key="axis" class="axis" aria-hidden="true">{ axis(&strip.axis) }</g>
            <g key="marks" class="marks">{ for strip.marks.iter().map(|at| part(ctx, scene, Kind::Mark(at.event, reading, width))) }</g>
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
    let end = if zone.x + zone.width > 99.0 { 100.0 } else { zone.x + zone.width - 1.2 };
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
    let piece =
        |at: &Piece| line(if at.future { "axis-future" } else { "axis-line" }, (at.from, axis.y), (at.to, axis.y));
    let tick = |at: &AxisTick| {
        let anchor = match at.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        html! {
            <>
                { line("tick-line", (at.x, axis.y), (at.x, axis.foot)) }
                <text class="tick" text-anchor={anchor} font-size={px(TICK_SIZE)}>
                    <tspan x={percent(at.x)} y={px(axis.foot + TICK_SIZE)}>{ &at.words }</tspan>
                    <tspan x={percent(at.x)} y={px(axis.foot + TICK_SIZE + LINE)}>{ &at.under }</tspan>
                </text>
            </>
        }
    };
    let gap = |x: &f64| {
        html! {
            <svg class="axis-break" x={percent(*x)} y={px(axis.y)} overflow="visible">
                <path d="M-7,6 L-1,-6 M1,6 L7,-6" />
            </svg>
        }
    };
    html! {
        <>
            { for axis.ticks.iter().map(tick) }
            { for axis.pieces.iter().map(piece) }
            { for axis.breaks.iter().map(gap) }
        </>
    }
}

/// An event's mark; a strip has one for each event, in their order.
pub fn mark(ctx: &Ctx, look: Look, id: EventId, reading: Reading, width: usize) -> Html {
    let (event, pick) = (&ctx.story[id], Pick::Event(id));
    let mark = &ctx.content.strips.get(reading)[width].marks[id.index()];
    let shown = look.shows(&event.grounds);
    let class = classes!("mark", classes_of(look, event), (!shown).then_some("is-filtered"));
    html! {
        <a class={class} href={ctx.href(pick)} data-evidence={event.grounds.evidence.key()}
            data-walk={shown.then_some(NAMES[width])} aria-label={accessible(ctx, event)}
            aria-current={look.picked.then_some("true")} onclick={on::click(ctx, Msg::Picked(pick))}>
            if let (Some(label), Some(place)) = (&mark.label, &mark.place) { { leader(label, place) } }
            if let Some(at) = &mark.label { { label(ctx, event, at) } }
            if let Some(at) = &mark.place { { place(event, at) } }
        </a>
    }
}

/// "Paris meeting, 4 September 2025, context".
fn accessible(ctx: &Ctx, event: &Event) -> String {
    let date = event
        .when
        .as_ref()
        .map_or_else(|| ctx.sourced(ctx.words.undated), |when| when.words(&ctx.story.lang).to_owned());
    let evidence = ctx.words.evidence[event.grounds.evidence as usize];
    fill(ctx.words.strip_mark, &[("title", &event.title), ("date", &date), ("evidence", evidence)])
}

/// From the label's first line down the gutter, and from there to the mark.
fn leader(label: &Label, place: &Place) -> Html {
    let y = label.y + LINE / 2.0;
    html! {
        <g class="leader">
            { line("leader-line", (label.x, y), (label.pole, y)) }
            { line("leader-line", (label.pole, y), (label.pole, label.base)) }
            { line("leader-line", (label.pole, label.base), (place.tip, place.y)) }
        </g>
    }
}

fn label(ctx: &Ctx, event: &Event, label: &Label) -> Html {
    let undated = [ctx.words.undated_short.to_owned()];
    let date: &[String] = if event.when.is_none() { &undated } else { &label.date };
    let lines = |texts: &[String], x: f64, first: usize| {
        let line = |(at, text): (usize, &String)| {
            let y = LINE * (first + at + 1) as f64 - 4.0;
            // The space keeps the lines apart for those who hear or copy them.
            html! { <tspan x={px(x)} y={px(y)}>{ format!("{text} ") }</tspan> }
        };
        texts.iter().enumerate().map(line).collect::<Html>()
    };
    let middle = LINE * (label.title.len() as f64 + 0.5);
    html! {
        <svg class="label" x={percent(label.x)} y={px(label.y)} overflow="visible">
            <rect class="label-ground" y="-3" width={px(label.width)} height={px(label.height + 6.0)} rx="2" />
            <text class="label-title" font-size={px(TITLE_SIZE)}>{ lines(&label.title, INDENT, 0) }</text>
            <svg x={px(INDENT + 5.0)} y={px(middle)} overflow="visible">{ shape(event.grounds.evidence, 3.5) }</svg>
            <text class="label-date" font-size={px(DATE_SIZE)}>{ lines(date, INDENT + MARK_ROOM, label.title.len()) }</text>
        </svg>
    }
}

/// The mark on the axis: a dot or a bar, in brackets where the date is an estimate, dashed around where it is in doubt.
fn place(event: &Event, place: &Place) -> Html {
    let when = event.when.as_ref();
    let (about, perhaps) = when.map_or((false, false), |when| (when.approximate(), when.uncertain()));
    let drawn = match place.shape {
        Shape::Dot => dot(event, about, perhaps),
        Shape::Bar { width, open_start, open_end } => bar(width, (open_start, open_end), about, perhaps),
    };
    html! { <svg class="place" x={percent(place.x)} y={px(place.y)} overflow="visible">{ drawn }</svg> }
}

fn dot(event: &Event, about: bool, perhaps: bool) -> Html {
    html! {
        <g>
            { shape(event.grounds.evidence, RADIUS - 0.5) }
            if about { <path class="about" d="M-8,-6 Q-11,0 -8,6 M8,-6 Q11,0 8,6" /> }
            if perhaps { <circle class="perhaps" r="8.5" /> }
        </g>
    }
}

fn bar(width: f64, open: (bool, bool), about: bool, perhaps: bool) -> Html {
    let edge = |y: f64| html! { <line class="perhaps" y1={px(y)} x2={percent(width)} y2={px(y)} /> };
    html! {
        <g>
            <rect class="shape" y={px(-BAR)} width={percent(width)} height={px(BAR * 2.0)} rx={px(BAR)} />
            if open.0 { <path class="open-end" d="M0,-7 L-7,0 L0,7" /> }
            if about { <path class="about" d="M-2,-6 Q-6,0 -2,6" /> }
            <svg x={percent(width)} overflow="visible">
                if open.1 { <path class="open-end" d="M0,-7 L7,0 L0,7" /> }
                if about { <path class="about" d="M2,-6 Q6,0 2,6" /> }
            </svg>
            if perhaps { { edge(-6.5) }{ edge(6.5) } }
        </g>
    }
}

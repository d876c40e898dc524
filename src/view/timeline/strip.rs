//! The strip as SVG, from its layout: axis, ticks, phases, and a link for each event. Knows no browser.
//!
//! The SVG has no `viewBox`: across it is in percent, so that it fills any width while its text keeps its size. Something of a
//! fixed size stands in an inner `svg` at its percent. Two strips are drawn, of which CSS shows the one that has room.

use super::glyph::shape;
use super::{Ctx, Scene, classes_of};
use crate::layout::timeline::{
    Anchor, Axis, AxisTick, BAR, DATE_SIZE, HEADING_SIZE, INDENT, LINE, Label, MARK_ROOM, Mark, Piece, Place, RADIUS,
    Reading, Shape, Strip, TICK_SIZE, TITLE_SIZE, Zone,
};
use crate::state::Pick;
use crate::story::{Event, EventId};
use crate::text::strings::fill;
use crate::view::number::{percent, px};
use crate::view::part::{Kind, Look, part};
use yew::prelude::*;

/// The strips for the two widths; also the names of their groups of links for the arrow keys.
const NAMES: [&str; 2] = ["strip-narrow", "strip-wide"];

/// Radius of a bunch's number, in px.
const BUNCH: f64 = 6.5;

/// The line between two phases begins below their headings, in px.
const ZONE_EDGE: f64 = 28.0;

pub fn strips(ctx: &Ctx, scene: &Scene, reading: Reading) -> Html {
    let strips = ctx.content.strips.get(reading);
    let one = |(width, strip): (usize, &Strip)| {
        html! { <svg key={NAMES[width]} class={classes!("strip", NAMES[width])} width="100%" height={px(strip.height)}
        role="group" aria-label={ctx.words.strip} lang={ctx.lang()}>{ drawn(ctx, scene, strip, reading, width) }</svg> }
    };
    html! { <div class="strips">{ for strips.iter().enumerate().map(one) }</div> }
}

fn drawn(ctx: &Ctx, scene: &Scene, strip: &Strip, reading: Reading, width: usize) -> Html {
    html! {
        <>
            { part(ctx, scene, Kind::Ground(reading, width)) }
            <g key="marks" class="marks" lang={ctx.own_lang()}>{ for (0..strip.marks.len()).map(|at| part(ctx, scene, Kind::Mark(at, reading, width))) }</g>
        </>
    }
}

/// What the marks stand on: phases and axis.
pub fn ground(inside: Html) -> Html {
    html! { <g aria-hidden="true">{ inside }</g> }
}

pub fn ground_inside(ctx: &Ctx, reading: Reading, width: usize) -> Html {
    let Strip { zones, axis: along, .. } = &ctx.content.strips.get(reading)[width];
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

/// The events of a mark.
pub fn marked(ctx: &Ctx, at: usize, reading: Reading, width: usize) -> impl Iterator<Item = EventId> + Clone + use<> {
    ctx.content.strips.get(reading)[width].events(at, ctx.story.events.len()).map(EventId::new)
}

/// A mark of a strip by its index there, the reading, and the strip's width.
type At = (usize, Reading, usize);

/// Its events, and where they are a bunch, how many of them the filter shows.
fn bunch(ctx: &Ctx, look: Look, (at, reading, width): At) -> (usize, usize, Option<usize>) {
    let events = marked(ctx, at, reading, width);
    let (count, shown) = (events.clone().count(), events.filter(|id| look.shows(&ctx.story[*id].grounds)).count());
    (count, shown, (count > 1).then_some(shown))
}

/// A mark: a link to its event, or, for a bunch, to the first, which the explorer opens where the program runs.
pub fn mark(ctx: &Ctx, look: Look, at: At, inside: Html) -> Html {
    let Mark { event: id, label: words, .. } = mark_at(ctx, at);
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
            data-walk={(shown > 0).then_some(NAMES[at.2])} aria-label={accessible(ctx, event, words, bunch)}
            aria-current={look.picked.then_some("true")}>{ inside }</a>
    }
}

/// What is drawn of a mark.
pub fn mark_inside(ctx: &Ctx, look: Look, at: At) -> Html {
    let Mark { event: id, label: words, place: stands } = mark_at(ctx, at);
    let (event, (.., bunch)) = (&ctx.story[*id], bunch(ctx, look, at));
    html! {
        <>
            if let Some(place) = stands { { leader(words, place) } }
            { label(ctx, event, words, bunch) }
            if let Some(at) = stands { { place(event, at, bunch) } }
        </>
    }
}

fn mark_at(ctx: &Ctx, (at, reading, width): At) -> &Mark {
    &ctx.content.strips.get(reading)[width].marks[at]
}

/// "Paris meeting, 4 September 2025, context"; "Paris meeting and 4 more, 4 September 2025 – March 2026, 5 in all". The title is
/// what is seen of it, so that who speaks to the browser can say it; the list has it whole.
fn accessible(ctx: &Ctx, event: &Event, label: &Label, bunch: Option<usize>) -> String {
    let (title, date) = (ctx.aside(&label.title.join(" ")), dates(ctx, label).join(" "));
    if let Some(count) = bunch {
        let (more, count) = (more(ctx, count), count.to_string());
        let told = [("title", title.as_str()), ("more", &more), ("date", &date), ("count", &count)];
        return fill(ctx.words.strip_bunch, &told);
    }
    let date = if event.when.is_some() { date } else { ctx.sourced_text(ctx.words.undated) };
    let evidence = ctx.words.evidence[event.grounds.evidence as usize];
    fill(ctx.words.strip_mark, &[("title", &title), ("date", &date), ("evidence", evidence)])
}

/// The lines of a label's date, or the word for none.
fn dates(ctx: &Ctx, label: &Label) -> Vec<String> {
    if label.date.is_empty() { vec![ctx.words.undated_short.to_owned()] } else { label.date.clone() }
}

/// "and 4 more"; nothing where the filter leaves one.
fn more(ctx: &Ctx, count: usize) -> String {
    if count < 2 {
        return String::new();
    }
    fill(ctx.words.bunch_more, &[("count", &(count - 1).to_string())])
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

fn label(ctx: &Ctx, event: &Event, label: &Label, bunch: Option<usize>) -> Html {
    let date = dates(ctx, label);
    let title: Vec<String> = label.title.iter().cloned().chain(bunch.map(|count| more(ctx, count))).collect();
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
        return shape(event.grounds.evidence, 3.5);
    }
    html! {
        <g class="bunch">
            <circle cx="-2.5" r="3" />
            <circle cx="3" r="3" />
        </g>
    }
}

/// The mark on the axis: a dot or a bar, in brackets where the date is an estimate, dashed around where it is in doubt.
fn place(event: &Event, place: &Place, bunch: Option<usize>) -> Html {
    let when = event.when.as_ref().filter(|_| bunch.is_none());
    let (about, perhaps) = when.map_or((false, false), |when| (when.approximate(), when.uncertain()));
    let drawn = match place.shape {
        Shape::Dot => bunch.map_or_else(|| dot(event, about, perhaps), number),
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

/// How many events a bunch has.
fn number(count: usize) -> Html {
    html! {
        <g class="bunch">
            <circle r={px(BUNCH)} />
            <text text-anchor="middle" y="4" font-size="11">{ count }</text>
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

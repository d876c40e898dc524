//! The pictures of a whole large story on its first page: the explorer's own figures, drawn ahead,
//! with plain links as marks.

use super::split::Large;
use crate::figure::map::Network;
use crate::figure::svg::put;
use crate::figure::timeline::Timeline;
use crate::figure::{Camera, Color, Figure, FigureState, Link, Scene, Target, svg};
use crate::locale::Strings;
use crate::locale::strings::explorer::ExplorerStrings;
use crate::state::query::Lit;
use crate::state::{EvidenceSet, Pick};
use crate::story::ActorId;
use crate::text::escape::escape;
use yew::prelude::*;

/// The widths in px for which each picture is drawn, for a phone, a tablet and a desk; style shows
/// the one that fits.
const WIDTHS: [(&str, f64); 3] = [
    ("whole-narrow", 288.0),
    ("whole-middle", 640.0),
    ("whole-wide", 960.0),
];

pub fn pictures(large: &Large) -> Html {
    html! {
        <>
            if !large.whole.events.is_empty() { { timeline(large) } }
            if !large.whole.actors.is_empty() { { map(large) } }
        </>
    }
}

fn timeline(large: &Large) -> Html {
    let plan = Timeline::of(&large.whole);
    let starts = starts(large, &plan);
    let open = |(from, to): Part| {
        let middle = (from.0 + to.0) / 2.0;
        let page = starts
            .iter()
            .rev()
            .find(|(at, _)| *at <= middle)
            .or(starts.first());
        page.map(|(_, page)| page.clone()).unwrap_or_default()
    };
    figure(
        large,
        "overview-timeline",
        &plan,
        Strings::of(&large.whole.lang).timeline,
        &open,
    )
}

fn map(large: &Large) -> Html {
    let plan = Network::of_places(large.whole.clone(), &large.summary.places);
    let open = |part: Part| {
        nearest(large, part)
            .map(|id| large.pages.actor(id))
            .unwrap_or_default()
    };
    figure(
        large,
        "overview-map",
        &plan,
        Strings::of(&large.whole.lang).map,
        &open,
    )
}

/// The actor nearest to the middle of a part: a count on the map leads to the page of one whom it
/// counts.
fn nearest(large: &Large, (from, to): Part) -> Option<ActorId> {
    let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
    let away = |id: &ActorId| {
        let place = large.summary.places[id.index()];
        let (x, y) = (place.x - middle.0, place.y - middle.1);
        x * x + y * y
    };
    large
        .whole
        .each_actor()
        .map(|(id, _)| id)
        .min_by(|one, other| away(one).total_cmp(&away(other)))
}

/// What the explorer takes over. The section is named as the app's own, and told apart by what it
/// shows.
fn figure(
    large: &Large,
    id: &'static str,
    plan: &dyn Figure,
    name: &'static str,
    open: &dyn Fn(Part) -> String,
) -> Html {
    let picture = |(class, width): (&str, f64)| {
        let scene = plan.scene(&look(large), Camera::ALL, (width, plan.height(width)));
        drawn(large, &scene, (class, name), open)
    };
    let pictures: String = WIDTHS.into_iter().map(picture).collect();
    html! {
        <div class="whole-figure" {id}>
            <h3>{ large.ctx.say(name) }</h3>
            { Html::from_html_unchecked(pictures.into()) }
        </div>
    }
}

/// Where on the plan each section of events begins, and its page: a count on the line leads to the
/// page of what it counts.
fn starts(large: &Large, plan: &Timeline) -> Vec<(f64, String)> {
    let size = (WIDTHS[2].1, plan.height(WIDTHS[2].1));
    let mut starts: Vec<(f64, String)> = Vec::new();
    for section in &large.pages.events {
        let dated = section
            .entries
            .iter()
            .find(|id| large.whole[**id].when.is_some())
            .or(section.entries.first());
        let Some(at) = dated.and_then(|id| plan.camera_for(Pick::Event(*id), Camera::ALL, size))
        else {
            continue;
        };
        starts.push((at.x, large.pages.event(section.entries[0])));
    }
    starts.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    starts
}

/// Nothing picked, nothing lit, nothing switched off.
fn look(large: &Large) -> FigureState<'_> {
    static NOTHING: Lit = Lit {
        actors: Vec::new(),
        events: Vec::new(),
        passages: Vec::new(),
    };
    FigureState {
        story: &large.whole,
        picked: None,
        lit: &NOTHING,
        hidden: EvidenceSet::default(),
        words: Strings::of(&large.whole.lang),
        more: ExplorerStrings::of(&large.whole.lang),
    }
}

/// A part of a plan: from where to where.
type Part = ((f64, f64), (f64, f64));

/// A scene as an element; `open` gives the page on which the things of a part of the plan have
/// their entries.
fn drawn(
    large: &Large,
    scene: &Scene,
    (class, name): (&str, &str),
    open: &dyn Fn(Part) -> String,
) -> String {
    let (width, height) = (scene.width, scene.height);
    let mut out = format!(
        "<svg class=\"whole-picture {class}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{}\">",
        escape(name)
    );
    for item in &scene.items {
        let shapes = svg::item(item, &|Color(token)| format!("var(--{token})"));
        match &item.link {
            Some(link) => put(
                &mut out,
                format_args!("{}{shapes}</a>", opening(large, link, open)),
            ),
            None => put(
                &mut out,
                format_args!("<g aria-hidden=\"true\">{shapes}</g>"),
            ),
        }
    }
    out + "</svg>"
}

fn opening(large: &Large, link: &Link, open: &dyn Fn(Part) -> String) -> String {
    let href = match &link.to {
        Target::Pick(pick) => large.href(*pick),
        Target::Open { from, to } => open((*from, *to)),
    };
    format!("<a href=\"{href}\" aria-label=\"{}\">", escape(&link.name))
}

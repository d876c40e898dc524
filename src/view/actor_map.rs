//! The map of actors: relations as a network, positions along one issue.
//!
//! Both frames of the picture are in the page; style shows the one that fits. Links with
//! `data-walk="map"` are a group for arrow keys.

mod legend;
mod nodes;
mod table;
mod ties;

pub use nodes::{node, node_inside};
pub use table::as_text;
pub use ties::{ends, line, words, words_inside};

use super::part::{Kind, part};
use super::{Ctx, Scene, on, zoom};
use crate::layout::network::Frame;
use crate::layout::network::spectrum::{Spectrum, spectrum};
use crate::state::query::{self, Standing};
use crate::state::{MapReading, Msg, Pick};
use crate::story::{IssueId, Story};
use crate::text::number::{percent, px};
use yew::prelude::*;

pub fn actor_map(ctx: &Ctx, scene: &Scene) -> Html {
    let reading = Reading::of(&ctx.story, scene);
    html! {
        <section class="actor-map" id="map" aria-labelledby="map-title">
            <div class="map-head">
                <h2 id="map-title" class="part-title">{ ctx.say(ctx.words.map) }</h2>
                { readings(ctx, scene) }
                { zoom(ctx) }
            </div>
            { issues(ctx, &reading) }
            { for Frame::ALL.into_iter().map(|frame| picture(ctx, scene, &reading, frame)) }
            <div class="explorer" />
            { legend::legend(ctx, &reading) }
            { part(ctx, scene, Kind::MapAsText) }
        </section>
    }
}

/// What the picture shows now; `issue` and `standings` (by `ActorId`) are of the positions, empty
/// where the story has no issue.
struct Reading {
    positions: bool,
    issue: Option<IssueId>,
    standings: Vec<Standing>,
}

impl Reading {
    fn of(story: &Story, scene: &Scene) -> Self {
        let route = &scene.model.route;
        let issue = route
            .issue
            .or_else(|| story.each_issue().next().map(|(id, _)| id));
        let standing = |issue| {
            story
                .each_actor()
                .map(move |(actor, _)| query::standing(story, route.hidden, actor, issue))
                .collect()
        };
        Self {
            positions: route.map == MapReading::Positions && issue.is_some(),
            issue,
            standings: issue.map(standing).unwrap_or_default(),
        }
    }

    /// The picture of the positions.
    fn spectrum(&self, story: &Story, frame: Frame) -> Option<Spectrum> {
        let issue = self.issue.filter(|_| self.positions)?;
        let stands: Vec<_> = self
            .standings
            .iter()
            .map(|standing| standing.stand())
            .collect();
        Some(spectrum(story, frame, &story[issue], &stands))
    }
}

fn readings(ctx: &Ctx, scene: &Scene) -> Html {
    let button = |key: &'static str, words: &'static str, reading: MapReading| {
        html! {
            <button key={key} type="button" data-reading={key} aria-pressed={(scene.model.route.map == reading).to_string()}
                onclick={on::click(ctx, Msg::ReadMap(reading))}>{ ctx.say(words) }</button>
        }
    };
    html! {
        <div class="readings needs-program" role="group" aria-label={ctx.words.map_readings} lang={ctx.lang()} hidden={ctx.story.issues.is_empty()}>
            { button("relations", ctx.words.relations, MapReading::Relations) }
            { button("positions", ctx.words.positions, MapReading::Positions) }
        </div>
    }
}

/// The choice of an issue and its question; they keep their place while the relations are read, so
/// that the picture stays where it is.
fn issues(ctx: &Ctx, reading: &Reading) -> Html {
    let chosen = |id: IssueId| reading.positions && reading.issue == Some(id);
    let question = match reading.issue.filter(|_| reading.positions) {
        Some(issue) => ctx.isolated(
            ctx.story[issue]
                .question
                .as_deref()
                .unwrap_or(&ctx.story[issue].name),
        ),
        None => ctx.say(ctx.words.relations_note),
    };
    let choice = |id: IssueId, name: &str| {
        html! {
            <button key={ctx.story[id].key.clone()} type="button" data-issue={ctx.story[id].key.clone()} aria-pressed={chosen(id).to_string()}
                onclick={on::click(ctx, Msg::ReadIssue(id))} lang={ctx.own_lang()}>{ ctx.isolated(name) }</button>
        }
    };
    html! {
        <div class="issues">
            <div class="issue-choice needs-program" role="group" aria-label={ctx.words.issues} lang={ctx.lang()}>
                { for ctx.story.each_issue().map(|(id, issue)| choice(id, &issue.name)) }
            </div>
            <p class="issue-question">{ question }</p>
        </div>
    }
}

/// One frame: what stands behind, the lines, then the actors, who keep their identity in both
/// readings.
fn picture(ctx: &Ctx, scene: &Scene, reading: &Reading, frame: Frame) -> Html {
    let network = ctx.content.networks.get(frame);
    let spectrum = reading.spectrum(&ctx.story, frame);
    let height = spectrum
        .as_ref()
        .map_or(network.height, |spectrum| spectrum.height);
    let places = spectrum
        .as_ref()
        .map_or(&network.places, |spectrum| &spectrum.places);
    let (name, issue) = (name_of(frame), reading.issue.filter(|_| reading.positions));
    let shown = if reading.positions {
        "reads-positions"
    } else {
        "reads-relations"
    };
    let carded = matches!(scene.model.route.pick, Some(Pick::Actor(_))).then_some("has-card");
    html! {
        <svg key={name} class={classes!("map", name, shown, carded)} width="100%" height={px(height)} role="group" aria-label={ctx.words.map} lang={ctx.lang()}>
            <defs>{ ties::arrows(name) }</defs>
            <g class="network" aria-hidden="true">
                { ties::hulls(network) }
                { ties::ties(ctx, scene, network, frame) }
            </g>
            <g class="spectrum" aria-hidden="true">{ for spectrum.iter().map(|spectrum| nodes::scale(ctx, reading, spectrum, frame)) }</g>
            <g class="nodes" lang={ctx.own_lang()}>{ for ctx.story.each_actor().map(|(id, _)| part(ctx, scene, Kind::Node(id, frame, places[id.index()], issue))) }</g>
        </svg>
    }
}

/// The class of a frame's picture, which also keeps the ids of the two apart.
fn name_of(frame: Frame) -> &'static str {
    match frame {
        Frame::Narrow => "is-narrow",
        Frame::Wide => "is-wide",
    }
}

/// Lines of words around their middle, as spans of a `text` element.
fn lines(words: &crate::layout::network::Words, size: f64) -> Html {
    let leading = size * crate::layout::network::Words::LEADING;
    let first = leading * (0.5 - words.lines.len() as f64 / 2.0) + size * 0.35;
    let line = |(index, line): (usize, &String)| {
        // The space between lines is for those who hear or copy them; it takes no room.
        html! {
            <>
                <tspan x="0" y={px(first + leading * index as f64)}>{ line }</tspan>
                <tspan font-size="0">{ " " }</tspan>
            </>
        }
    };
    words.lines.iter().enumerate().map(line).collect()
}

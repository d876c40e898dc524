//! What each part shows and what it depends on, by its kind.

use super::ctx::{Ctx, Parts, Scene};
use super::kind::{Kind, PartState};
use super::{actor_card, actor_map, article, part, timeline};
use crate::layout::network::Frame;
use crate::state::Pick;
use crate::state::query;
use yew::prelude::*;

/// The parts of every page.
pub static PARTS: Parts = Parts {
    draw,
    inside,
    state,
};

fn draw(ctx: &Ctx, kind: Kind, look: PartState, inside: &dyn Fn() -> Html) -> Html {
    match kind {
        Kind::Passage(id) => article::passage(ctx, look, id),
        Kind::Node(id, frame, place, issue) => {
            actor_map::node(ctx, look, (id, frame, issue), place, inside())
        }
        Kind::Line(index, frame) => actor_map::line(ctx, look, index, frame),
        Kind::Words(index, frame) => actor_map::words(ctx, look, index, frame, inside()),
        Kind::Card(id) => actor_card::card(ctx, look, id, inside()),
        Kind::CardBody(id) => actor_card::body(ctx, look, id),
        Kind::MapAsText => actor_map::as_text(ctx, look),
        Kind::Event(id) => timeline::event(ctx, look, id, inside()),
        Kind::EventBody(id) => timeline::event_body(ctx, look, id),
        Kind::Ground => timeline::ground(inside()),
        Kind::Mark(index) => timeline::mark(ctx, look, index, inside()),
    }
}

/// The parts that have an inside in the prerendered page.
pub fn with_inside(ctx: &Ctx) -> Vec<Kind> {
    let strip_parts = (0..ctx.content.strip.marks.len())
        .map(Kind::Mark)
        .chain([Kind::Ground]);
    let map_parts = Frame::ALL.into_iter().flat_map(|frame| {
        let network = ctx.content.networks.get(frame);
        let nodes = ctx.story.each_actor().zip(&network.places);
        let words = (0..network.ties.len()).map(move |index| Kind::Words(index, frame));
        nodes
            .map(move |((id, _), place)| Kind::Node(id, frame, *place, None))
            .chain(words)
    });
    let cards = ctx.story.each_actor().map(|(id, _)| Kind::Card(id));
    let events = ctx.story.each_event().map(|(id, _)| Kind::Event(id));
    map_parts
        .chain(strip_parts)
        .chain(cards)
        .chain(events)
        .collect()
}

/// The inside of a part, for parts whose inside seldom changes.
pub fn inside(ctx: &Ctx, kind: Kind, look: PartState) -> Html {
    match kind {
        Kind::Card(id) => part::inner(ctx, look, Kind::CardBody(id)),
        Kind::Event(id) => part::inner(ctx, look, Kind::EventBody(id)),
        Kind::Node(id, frame, _, issue) => actor_map::node_inside(ctx, look, (id, frame, issue)),
        Kind::Words(index, frame) => actor_map::words_inside(ctx, index, frame),
        Kind::Ground => timeline::ground_inside(ctx),
        Kind::Mark(index) => timeline::mark_inside(ctx, look, index),
        Kind::Passage(_)
        | Kind::Line(..)
        | Kind::CardBody(_)
        | Kind::MapAsText
        | Kind::EventBody(_) => html! {},
    }
}

/// The part's key among those of its kind, and its state.
fn state(ctx: &Ctx, scene: &Scene, kind: Kind) -> (usize, PartState) {
    let route = &scene.model.route;
    let plain = PartState {
        hidden: route.hidden,
        ..PartState::PLAIN
    };
    let picked = |pick: Pick| PartState {
        picked: scene.is_picked(pick),
        ..plain
    };
    match kind {
        Kind::MapAsText => (0, plain),
        Kind::Ground => (0, PartState::PLAIN),
        Kind::Card(id) | Kind::CardBody(id) => (id.index(), picked(Pick::Actor(id))),
        Kind::Node(id, ..) => (
            id.index(),
            PartState {
                lit: scene.lit.actors.contains(&id),
                ..picked(Pick::Actor(id))
            },
        ),
        Kind::Line(index, frame) | Kind::Words(index, frame) => {
            let lit = actor_map::ends(ctx, index, frame)
                .into_iter()
                .any(|end| scene.is_picked(Pick::Actor(end)));
            (index, PartState { lit, ..plain })
        }
        Kind::Passage(id) => {
            let lit = scene.lit.passages.contains(&id);
            let within = scene
                .model
                .lit_by
                .filter(|_| query::mentions_any(&ctx.story, id, &scene.lit));
            (
                id.index(),
                PartState {
                    lit,
                    within,
                    ..picked(Pick::Passage(id))
                },
            )
        }
        Kind::Event(id) | Kind::EventBody(id) => {
            let lit = scene.lit.events.contains(&id);
            (
                id.index(),
                PartState {
                    lit,
                    judged: route.outlook.get(id),
                    ..picked(Pick::Event(id))
                },
            )
        }
        Kind::Mark(index) => {
            let mut events = timeline::marked(ctx, index);
            let lit = events.clone().any(|id| scene.lit.events.contains(&id));
            (
                index,
                PartState {
                    lit,
                    picked: events.any(|id| scene.is_picked(Pick::Event(id))),
                    ..plain
                },
            )
        }
    }
}

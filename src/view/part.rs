//! A part of the page that is made anew only when what it shows has changed. Knows no browser.
//!
//! A click changes a few of hundreds of entries: this is most of the work between it and the card. One component for all such parts,
//! as each further one costs the reader more than a kilobyte.

use super::{Ctx, Scene, actor_card, actor_map, article, timeline};
use crate::layout::map::{Frame, Point};
use crate::layout::timeline::Reading;
use crate::state::query;
use crate::state::{EvidenceSet, Likelihood, Pick};
use crate::story::{ActorId, EventId, Grounds, IssueId, PassageId};
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Passage(PassageId),
    /// An actor in the picture: its place, and the issue along which positions are read.
    Node(ActorId, Frame, Point, Option<IssueId>),
    /// The line of a tie of the network, by its index.
    Line(usize, Frame),
    /// The words on that line.
    Words(usize, Frame),
    Card(ActorId),
    /// What an open card shows.
    CardBody(ActorId),
    MapAsText,
    Event(EventId),
    /// What an event's entry says.
    EventBody(EventId),
    /// A mark on one of the two strips of a reading, by its index there.
    Mark(usize, Reading, usize),
}

/// All of the model that a part depends on.
#[derive(Clone, Copy, PartialEq)]
pub struct Look {
    pub picked: bool,
    pub lit: bool,
    /// The kinds of evidence that are switched off.
    pub hidden: EvidenceSet,
    pub judged: Option<Likelihood>,
    /// What is picked, where it lights something inside of the part.
    pub within: Option<Pick>,
}

impl Look {
    pub fn shows(&self, grounds: &Grounds) -> bool {
        query::shown(self.hidden, grounds)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    ctx: Ctx,
    kind: Kind,
    look: Look,
}

#[component]
pub fn Part(Props { ctx, kind, look }: &Props) -> Html {
    match *kind {
        Kind::Passage(id) => article::passage(ctx, *look, id),
        Kind::Node(id, frame, place, issue) => actor_map::node(ctx, *look, frame, id, place, issue),
        Kind::Line(index, frame) => actor_map::line(ctx, *look, index, frame),
        Kind::Words(index, frame) => actor_map::words(ctx, *look, index, frame),
        Kind::Card(id) => actor_card::card(ctx, *look, id),
        Kind::CardBody(id) => actor_card::body(ctx, *look, id),
        Kind::MapAsText => actor_map::as_text(ctx, *look),
        Kind::Event(id) => timeline::event(ctx, *look, id),
        Kind::EventBody(id) => timeline::event_body(ctx, *look, id),
        Kind::Mark(id, reading, width) => timeline::mark(ctx, *look, id, reading, width),
    }
}

/// The part of a kind as it looks in a scene.
pub fn part(ctx: &Ctx, scene: &Scene, kind: Kind) -> Html {
    let (key, look) = look(ctx, scene, kind);
    html! { <Part {key} ctx={ctx.clone()} {kind} {look} /> }
}

/// A part inside of another: it changes with the evidence filter and the reader's marks only, not with what is picked or lit.
pub fn inner(ctx: &Ctx, look: Look, kind: Kind) -> Html {
    let look = Look { picked: false, lit: false, within: None, ..look };
    html! { <Part ctx={ctx.clone()} {kind} {look} /> }
}

/// The part's place among those of its kind, and its look.
fn look(ctx: &Ctx, scene: &Scene, kind: Kind) -> (usize, Look) {
    let route = &scene.model.route;
    let plain = Look { picked: false, lit: false, hidden: route.hidden, judged: None, within: None };
    let picked = |pick: Pick| Look { picked: scene.is_picked(pick), ..plain };
    match kind {
        Kind::MapAsText => (0, plain),
        Kind::Card(id) | Kind::CardBody(id) => (id.index(), picked(Pick::Actor(id))),
        Kind::Node(id, ..) => (id.index(), Look { lit: scene.lit.actors.contains(&id), ..picked(Pick::Actor(id)) }),
        Kind::Line(index, frame) | Kind::Words(index, frame) => {
            let lit = actor_map::ends(ctx, index, frame).into_iter().any(|end| scene.is_picked(Pick::Actor(end)));
            (index, Look { lit, ..plain })
        }
        Kind::Passage(id) => {
            let lit = scene.lit.passages.contains(&id);
            let within = scene.model.lit_by.filter(|_| query::mentions_any(&ctx.story, id, &scene.lit));
            (id.index(), Look { lit, within, ..picked(Pick::Passage(id)) })
        }
        Kind::Event(id) | Kind::EventBody(id) => {
            let lit = scene.lit.events.contains(&id);
            (id.index(), Look { lit, judged: route.outlook.get(id), ..picked(Pick::Event(id)) })
        }
        Kind::Mark(at, reading, width) => {
            let mut events = timeline::marked(ctx, at, reading, width);
            let lit = events.clone().any(|id| scene.lit.events.contains(&id));
            (at, Look { lit, picked: events.any(|id| scene.is_picked(Pick::Event(id))), ..plain })
        }
    }
}

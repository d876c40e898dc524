//! A part of the page that is made anew only when what it shows has changed. Knows no browser.
//!
//! A click changes a few of hundreds of entries: this halves the work between it and the card. One component for all such parts, as
//! each further one costs the reader more than a kilobyte.

use super::{Ctx, Scene, actor_card, actor_map, timeline};
use crate::layout::timeline::Reading;
use crate::state::query;
use crate::state::{EvidenceSet, Likelihood, Pick};
use crate::story::{ActorId, EventId, Grounds};
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Card(ActorId),
    MapAsText,
    Event(EventId),
    /// An event's mark on one of the two strips of a reading.
    Mark(EventId, Reading, usize),
}

/// All of the model that a part depends on.
#[derive(Clone, Copy, PartialEq)]
pub struct Look {
    pub picked: bool,
    pub lit: bool,
    /// The kinds of evidence that are switched off.
    pub hidden: EvidenceSet,
    pub judged: Option<Likelihood>,
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
        Kind::Card(id) => actor_card::card(ctx, *look, id),
        Kind::MapAsText => actor_map::as_text(ctx, *look),
        Kind::Event(id) => timeline::event(ctx, *look, id),
        Kind::Mark(id, reading, width) => timeline::mark(ctx, *look, id, reading, width),
    }
}

/// The part of a kind as it looks in a scene.
pub fn part(ctx: &Ctx, scene: &Scene, kind: Kind) -> Html {
    let route = &scene.model.route;
    let look = |pick: Option<Pick>, lit: bool, judged: Option<Likelihood>| Look {
        picked: pick.is_some_and(|pick| scene.is_picked(pick)),
        lit,
        hidden: route.hidden,
        judged,
    };
    let of_event =
        |id: EventId| look(Some(Pick::Event(id)), scene.lit.events.contains(&id), route.outlook.get(&id).copied());
    let (key, look) = match kind {
        Kind::Card(id) => (id.index(), look(Some(Pick::Actor(id)), false, None)),
        Kind::MapAsText => (0, look(None, false, None)),
        Kind::Event(id) | Kind::Mark(id, ..) => (id.index(), of_event(id)),
    };
    html! { <Part {key} ctx={ctx.clone()} {kind} {look} /> }
}

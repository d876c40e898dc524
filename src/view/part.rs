//! A part of the page that is made anew only when what it shows has changed. Knows no browser.
//!
//! A click changes a few of hundreds of entries: this is most of the work between it and the card.
//! One component for all such parts, as each further one costs the reader more than a kilobyte.
//!
//! Most of what stands inside of the entries never changes. It stays as it was written, and the
//! program takes over only the elements around it, until what stands there is to look otherwise
//! than it was written: taking it all over held up the first click.

use super::{Ctx, Scene, actor_card, actor_map, article, timeline};
use crate::layout::network::{Frame, Point};
use crate::locale::Strings;
use crate::state::query;
use crate::state::{EvidenceSet, Likelihood, Pick};
use crate::story::{ActorId, EventId, Evidence, Grounds, IssueId, PassageId};
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
    /// Phases and axis of the strip.
    Ground,
    /// A mark on the strip, by its index there.
    Mark(usize),
}

/// All of the model that a part depends on.
#[derive(Clone, Copy, PartialEq)]
pub struct PartState {
    pub picked: bool,
    pub lit: bool,
    /// The kinds of evidence that are switched off.
    pub hidden: EvidenceSet,
    pub judged: Option<Likelihood>,
    /// What is picked, where it lights something inside of the part.
    pub within: Option<Pick>,
}

impl PartState {
    /// How a part looks while nothing is picked and nothing is switched off.
    pub const PLAIN: Self = Self {
        picked: false,
        lit: false,
        hidden: EvidenceSet::NONE,
        judged: None,
        within: None,
    };

    pub fn shows(&self, grounds: &Grounds) -> bool {
        query::shown(self.hidden, grounds)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    ctx: Ctx,
    kind: Kind,
    look: PartState,
}

#[component]
pub fn Part(Props { ctx, kind, look }: &Props) -> Html {
    let written = use_mut_ref(|| ctx.written.get());
    let inside = || {
        let mut written = written.borrow_mut();
        // What is once made anew is no longer known by what was written.
        *written = *written && stays(ctx, *kind, *look);
        let inside = if *written { ctx.inside(*kind) } else { None };
        inside.unwrap_or_else(|| self::inside(ctx, *kind, *look))
    };
    match *kind {
        Kind::Passage(id) => article::passage(ctx, *look, id),
        Kind::Node(id, frame, place, issue) => {
            actor_map::node(ctx, *look, (id, frame, issue), place, inside())
        }
        Kind::Line(index, frame) => actor_map::line(ctx, *look, index, frame),
        Kind::Words(index, frame) => actor_map::words(ctx, *look, index, frame, inside()),
        Kind::Card(id) => actor_card::card(ctx, *look, id, inside()),
        Kind::CardBody(id) => actor_card::body(ctx, *look, id),
        Kind::MapAsText => actor_map::as_text(ctx, *look),
        Kind::Event(id) => timeline::event(ctx, *look, id, inside()),
        Kind::EventBody(id) => timeline::event_body(ctx, *look, id),
        Kind::Ground => timeline::ground(inside()),
        Kind::Mark(at) => timeline::mark(ctx, *look, at, inside()),
    }
}

/// The insides of all parts that have one, as HTML.
#[cfg(not(target_arch = "wasm32"))]
pub type Insides = Vec<(Kind, AttrValue)>;

/// The parts that have an inside in the page as it is written.
#[cfg(not(target_arch = "wasm32"))]
pub fn with_inside(ctx: &Ctx) -> Vec<Kind> {
    let on_strip = (0..ctx.content.strip.marks.len())
        .map(Kind::Mark)
        .chain([Kind::Ground]);
    let on_maps = Frame::ALL.into_iter().flat_map(|frame| {
        let network = ctx.content.networks.get(frame);
        let nodes = ctx.story.each_actor().zip(&network.places);
        let words = (0..network.ties.len()).map(move |index| Kind::Words(index, frame));
        nodes
            .map(move |((id, _), place)| Kind::Node(id, frame, *place, None))
            .chain(words)
    });
    let cards = ctx.story.each_actor().map(|(id, _)| Kind::Card(id));
    let events = ctx.story.each_event().map(|(id, _)| Kind::Event(id));
    on_maps.chain(on_strip).chain(cards).chain(events).collect()
}

/// What stands inside of a part, where that seldom changes.
pub fn inside(ctx: &Ctx, kind: Kind, look: PartState) -> Html {
    match kind {
        Kind::Card(id) => inner(ctx, look, Kind::CardBody(id)),
        Kind::Event(id) => inner(ctx, look, Kind::EventBody(id)),
        Kind::Node(id, frame, _, issue) => actor_map::node_inside(ctx, look, (id, frame, issue)),
        Kind::Words(index, frame) => actor_map::words_inside(ctx, index, frame),
        Kind::Ground => timeline::ground_inside(ctx),
        Kind::Mark(at) => timeline::mark_inside(ctx, look, at),
        _ => html! {},
    }
}

/// Whether what stands inside of a part is to look as it was written. The fields in an event to
/// come need the program.
fn stays(ctx: &Ctx, kind: Kind, look: PartState) -> bool {
    std::ptr::eq(ctx.words, Strings::of(&ctx.story.lang))
        && match kind {
            Kind::Node(.., issue) => issue.is_none(),
            Kind::Event(id) => {
                look.hidden.is_empty() && ctx.story[id].grounds.evidence != Evidence::Forecast
            }
            Kind::Card(_) | Kind::Mark(..) => look.hidden.is_empty(),
            _ => true,
        }
}

/// The part of a kind as it looks in a scene.
pub fn part(ctx: &Ctx, scene: &Scene, kind: Kind) -> Html {
    let (key, look) = look(ctx, scene, kind);
    html! { <Part {key} ctx={ctx.clone()} {kind} {look} /> }
}

/// A part inside of another: it changes with the evidence filter and the reader's marks only, not
/// with what is picked or lit.
fn inner(ctx: &Ctx, look: PartState, kind: Kind) -> Html {
    let look = PartState {
        hidden: look.hidden,
        judged: look.judged,
        ..PartState::PLAIN
    };
    html! { <Part ctx={ctx.clone()} {kind} {look} /> }
}

/// The part's place among those of its kind, and its look.
fn look(ctx: &Ctx, scene: &Scene, kind: Kind) -> (usize, PartState) {
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
        Kind::Mark(at) => {
            let mut events = timeline::marked(ctx, at);
            let lit = events.clone().any(|id| scene.lit.events.contains(&id));
            (
                at,
                PartState {
                    lit,
                    picked: events.any(|id| scene.is_picked(Pick::Event(id))),
                    ..plain
                },
            )
        }
    }
}

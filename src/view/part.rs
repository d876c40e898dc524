//! A part of the page that renders again only when what it shows has changed.
//!
//! A click changes a few entries out of hundreds, and rendering them all would be most of the work
//! between the click and the card. All parts share one component, because each further component
//! adds more than a kilobyte to the program.
//!
//! Most of what is inside the entries never changes. The program hydrates only the elements around
//! it and keeps the prerendered inside until it must look different: hydrating everything delayed
//! the first click.

use super::{Ctx, Scene, actor_card, actor_map, article, timeline};
use crate::layout::network::{Frame, Point};
use crate::locale::Strings;
use crate::state::query;
use crate::state::{EvidenceSet, Likelihood, Pick};
use crate::story::{ActorId, EventId, Evidence, Grounds, IssueId, PassageId};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Passage(PassageId),
    /// An actor on the map, at a point; the issue along which positions are shown, if any.
    Node(ActorId, Frame, Point, Option<IssueId>),
    /// The line of a tie, by its index in the network.
    Line(usize, Frame),
    /// The label of that line.
    Words(usize, Frame),
    Card(ActorId),
    CardBody(ActorId),
    MapAsText,
    Event(EventId),
    EventBody(EventId),
    /// The phases and the axis of the strip.
    Ground,
    /// A mark on the strip, by its index.
    Mark(usize),
}

/// Everything in the model that a part depends on.
#[derive(Clone, Copy, PartialEq)]
pub struct PartState {
    pub picked: bool,
    pub lit: bool,
    /// The kinds of evidence that the filter hides.
    pub hidden: EvidenceSet,
    pub judged: Option<Likelihood>,
    /// The pick, if it lights something inside the part.
    pub within: Option<Pick>,
}

impl PartState {
    /// The state while nothing is picked and the filter hides nothing.
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
        // After the first re-render the prerendered markup no longer applies.
        *written = *written && stays(ctx, *kind, *look);
        let inside = if *written {
            ctx.insides.get(*kind)
        } else {
            None
        };
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
        Kind::Mark(index) => timeline::mark(ctx, *look, index, inside()),
    }
}

/// Where the insides of parts are that still look as prerendered.
#[derive(Clone, Default, PartialEq)]
pub enum Insides {
    /// In the page that the program takes over, so that it needs none itself.
    #[default]
    InPage,
    /// Here, for a page that is being written.
    Written(Rc<Vec<(Kind, AttrValue)>>),
}

impl Insides {
    fn get(&self, kind: Kind) -> Option<Html> {
        let inside = match self {
            Self::InPage => AttrValue::Static(""),
            Self::Written(all) => all.iter().find(|(part, _)| *part == kind)?.1.clone(),
        };
        Some(Html::from_html_unchecked(inside))
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
        Kind::Card(id) => inner(ctx, look, Kind::CardBody(id)),
        Kind::Event(id) => inner(ctx, look, Kind::EventBody(id)),
        Kind::Node(id, frame, _, issue) => actor_map::node_inside(ctx, look, (id, frame, issue)),
        Kind::Words(index, frame) => actor_map::words_inside(ctx, index, frame),
        Kind::Ground => timeline::ground_inside(ctx),
        Kind::Mark(index) => timeline::mark_inside(ctx, look, index),
        _ => html! {},
    }
}

/// Whether the inside of a part still looks as prerendered. A forecast never does: its fields need
/// the program's handlers.
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

/// Renders the part of a kind in a scene.
pub fn part(ctx: &Ctx, scene: &Scene, kind: Kind) -> Html {
    let (key, look) = look(ctx, scene, kind);
    html! { <Part {key} ctx={ctx.clone()} {kind} {look} /> }
}

/// A part inside another. It changes with the evidence filter and the reader's marks, but not with
/// what is picked or lit.
fn inner(ctx: &Ctx, look: PartState, kind: Kind) -> Html {
    let look = PartState {
        hidden: look.hidden,
        judged: look.judged,
        ..PartState::PLAIN
    };
    html! { <Part ctx={ctx.clone()} {kind} {look} /> }
}

/// The part's key among those of its kind, and its state.
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

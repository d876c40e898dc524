//! A part of the page that renders again only when what it shows has changed.
//!
//! A click changes a few entries out of hundreds, and rendering them all would be most of the work
//! between the click and the card. All parts share one component, because each further component
//! adds more than a kilobyte to the program.
//!
//! Most of what is inside the entries never changes. The program hydrates only the elements around
//! it and keeps the prerendered inside until it must look different: hydrating everything delayed
//! the first click.

use super::ctx::{Ctx, Scene};
use super::kind::{Kind, PartState};
use crate::locale::Strings;
use crate::story::Evidence;
use yew::prelude::*;

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
        inside.unwrap_or_else(|| (ctx.parts.inside)(ctx, *kind, *look))
    };
    (ctx.parts.draw)(ctx, *kind, *look, &inside)
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
            Kind::Passage(_)
            | Kind::Line(..)
            | Kind::Words(..)
            | Kind::CardBody(_)
            | Kind::MapAsText
            | Kind::EventBody(_)
            | Kind::Ground => true,
        }
}

/// Renders the part of a kind in a scene.
pub fn part(ctx: &Ctx, scene: &Scene, kind: Kind) -> Html {
    let (key, look) = (ctx.parts.state)(ctx, scene, kind);
    html! { <Part {key} ctx={ctx.clone()} {kind} {look} /> }
}

/// A part inside another. It changes with the evidence filter and the reader's marks, but not with
/// what is picked or lit.
pub fn inner(ctx: &Ctx, look: PartState, kind: Kind) -> Html {
    let look = PartState {
        hidden: look.hidden,
        judged: look.judged,
        ..PartState::PLAIN
    };
    html! { <Part ctx={ctx.clone()} {kind} {look} /> }
}

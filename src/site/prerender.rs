//! A story as the HTML that its readers get before, and without, the program. Knows no page around
//! it.

use crate::app::{App, Props, StoryRef};
use crate::browser::APP;
use crate::view::part::{Insides, Kind, PartState, inside, with_inside};
use crate::view::{self, Ctx};
use std::rc::Rc;
use yew::prelude::*;
use yew::{BaseComponent, LocalServerRenderer};

/// The whole explainer. `hydratable` adds the comments by which the program takes its part over;
/// they differ between debug and release builds, so goldens are taken without.
pub fn prerender(story: &StoryRef, hydratable: bool) -> String {
    prerender_between(story, hydratable, ("", ""))
}

/// The same with more before and behind the app, which the program does not know.
pub fn prerender_between(
    story: &StoryRef,
    hydratable: bool,
    (before, behind): (&str, &str),
) -> String {
    let props = |insides| Props {
        insides,
        ..Props::new(story.clone(), true)
    };
    let opening = render::<Opening>(props(None), false);
    let app = render::<App>(
        props(hydratable.then(|| Rc::new(insides(story)))),
        hydratable,
    );
    // Nothing but the app may stand in its element, not even white space: the program compares it
    // node by node.
    let closing = render::<Closing>(props(None), false);
    format!(
        "<div class=\"explainer\">{opening}{before}<div id=\"{APP}\">{app}</div>{behind}{closing}</div>"
    )
}

/// What stands inside of the parts: written for itself, without the marks by which the program
/// would take it over.
fn insides(story: &StoryRef) -> Insides {
    let ctx = Ctx::new(story.shared(), Callback::noop());
    let inside = |kind: Kind| {
        render::<Inside>(
            InsideProps {
                ctx: ctx.clone(),
                kind,
            },
            false,
        )
        .into()
    };
    with_inside(&ctx)
        .into_iter()
        .map(|kind| (kind, inside(kind)))
        .collect()
}

#[derive(Clone, PartialEq, Properties)]
struct InsideProps {
    ctx: Ctx,
    kind: Kind,
}

#[component]
fn Inside(InsideProps { ctx, kind }: &InsideProps) -> Html {
    inside(ctx, *kind, PartState::PLAIN)
}

/// A component as HTML.
pub fn render<C: BaseComponent>(props: C::Properties, hydratable: bool) -> String {
    let component = LocalServerRenderer::<C>::with_props(props).hydratable(hydratable);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without input and output needs nothing");
    tokio::task::LocalSet::new().block_on(&runtime, component.render())
}

#[component]
fn Opening(Props { story, .. }: &Props) -> Html {
    view::opening(&Ctx::new(story.shared(), Callback::noop()))
}

#[component]
fn Closing(Props { story, .. }: &Props) -> Html {
    view::closing(&Ctx::new(story.shared(), Callback::noop()))
}

//! Writes HTML by Yew's server renderer: the story as readers get it before, or without, the
//! program.

use crate::app::{App, Props, StoryRef};
use crate::browser::APP;
use crate::view::part::{Insides, PartState, inside, with_inside};
use crate::view::{Ctx, page};
use std::rc::Rc;
use yew::prelude::*;
use yew::{BaseComponent, LocalServerRenderer};

/// The whole explainer. `hydratable` adds the comments that the program needs to take over its
/// part; they differ between debug and release builds, so goldens are made without.
pub fn prerender(story: &StoryRef, hydratable: bool) -> String {
    prerender_between(story, hydratable, ("", ""))
}

/// The same with more HTML before and after the app, which the program does not read.
pub fn prerender_between(
    story: &StoryRef,
    hydratable: bool,
    (before, after): (&str, &str),
) -> String {
    let ctx = Ctx::new(story.shared(), Callback::noop());
    let opening = markup(page::opening(&ctx));
    let props = Props {
        insides: if hydratable {
            insides(&ctx)
        } else {
            Insides::default()
        },
        ..Props::new(story.clone(), hydratable)
    };
    let app = render::<App>(props, hydratable);
    let closing = markup(page::closing(&ctx));
    // The app's element has no white space around the app, because the program compares it node by
    // node.
    format!(
        "<div class=\"explainer\">{opening}{before}<div id=\"{APP}\">{app}</div>{after}{closing}</div>"
    )
}

/// The content of the parts, each rendered by itself and without the comments for the program.
fn insides(ctx: &Ctx) -> Insides {
    let written = with_inside(ctx)
        .into_iter()
        .map(|kind| (kind, markup(inside(ctx, kind, PartState::PLAIN)).into()));
    Insides::Written(Rc::new(written.collect()))
}

/// Elements as HTML, which no program takes over.
pub fn markup(html: Html) -> String {
    render::<Given>(GivenProps { html }, false)
}

#[derive(Clone, PartialEq, Properties)]
struct GivenProps {
    html: Html,
}

#[component]
fn Given(GivenProps { html }: &GivenProps) -> Html {
    html.clone()
}

/// A component as HTML.
fn render<C: BaseComponent>(props: C::Properties, hydratable: bool) -> String {
    let component = LocalServerRenderer::<C>::with_props(props).hydratable(hydratable);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without input and output needs nothing");
    tokio::task::LocalSet::new().block_on(&runtime, component.render())
}

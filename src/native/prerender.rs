//! A story as the HTML that its readers get before, and without, the program. Knows no page around it.

use crate::app::{App, Props, StoryRef};
use crate::shell::APP;
use crate::view::{self, Ctx};
use yew::prelude::*;
use yew::{BaseComponent, LocalServerRenderer};

/// The whole explainer. `hydratable` adds the comments by which the program takes its part over; they differ between debug and
/// release builds, so goldens are taken without.
pub fn prerender(story: &StoryRef, hydratable: bool) -> String {
    let opening = render::<Opening>(story, false);
    let app = render::<App>(story, hydratable);
    // Nothing but the app may stand in its element, not even white space: the program compares it node by node.
    let closing = render::<Closing>(story, false);
    format!("<div class=\"explainer\">{opening}<div id=\"{APP}\">{app}</div>{closing}</div>")
}

fn render<C: BaseComponent<Properties = Props>>(story: &StoryRef, hydratable: bool) -> String {
    let component = LocalServerRenderer::<C>::with_props(Props { story: story.clone() }).hydratable(hydratable);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without input and output needs nothing");
    tokio::task::LocalSet::new().block_on(&runtime, component.render())
}

#[component]
fn Opening(Props { story }: &Props) -> Html {
    view::opening(&Ctx::new(story.shared(), Callback::noop()))
}

#[component]
fn Closing(Props { story }: &Props) -> Html {
    view::closing(&Ctx::new(story.shared(), Callback::noop()))
}

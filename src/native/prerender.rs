//! A story as the HTML that its readers get before, and without, the program. Knows no page around it.

use crate::app::{App, Props, StoryRef};
use yew::LocalServerRenderer;

/// The app's first render. `hydratable` adds the comments by which the program takes the page over; they differ between
/// debug and release builds, so goldens are taken without.
pub fn prerender(story: &StoryRef, hydratable: bool) -> String {
    let app = LocalServerRenderer::<App>::with_props(Props { story: story.clone() }).hydratable(hydratable);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without input and output needs nothing");
    tokio::task::LocalSet::new().block_on(&runtime, app.render())
}

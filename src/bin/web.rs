//! The program in the browser: takes over the prerendered page, or fills an empty root.

use standpoint::app::{App, Props, StoryRef};
use standpoint::layout::Content;
use standpoint::pack::Unpack;
use standpoint::shell::start;

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| start::stopped(&panic.to_string())));
    let (Some(root), Some(story)) = (start::app(), start::story()) else {
        return start::stopped("this page holds no story; `standpoint build` writes pages that do");
    };
    let empty = root.child_element_count() == 0;
    let app = yew::Renderer::<App>::with_root_and_props(root, Props { story: StoryRef::from(Content::unpack(&story)) });
    if empty {
        app.render()
    } else {
        app.hydrate()
    };
}

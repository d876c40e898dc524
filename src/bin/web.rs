//! The program in the browser: takes over its part of the prerendered page, or fills it when it is
//! empty.

use standpoint::app::{App, Props};
use standpoint::browser::start;
use standpoint::layout::Content;

// 2.5 kB smaller to download than the default allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    yew::set_custom_panic_hook(Box::new(|panic| start::fail(&panic.to_string())));
    let (Some(place), Some(content)) = (start::app(), start::content::<Content>()) else {
        return start::fail(
            "this page holds no story of this version; `standpoint build` writes pages that do",
        );
    };
    let empty = place.child_element_count() == 0;
    let props = Props::new(content.into(), !empty);
    let app = yew::Renderer::<App>::with_root_and_props(place, props);
    // In a task of its own: reading the story and hydrating in one would make the page unresponsive
    // for too long.
    start::in_next_task(move || {
        if empty {
            app.render()
        } else {
            app.hydrate()
        };
    });
}

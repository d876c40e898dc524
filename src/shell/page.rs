//! Facts and marks of the page as a whole. Knows no state.

use super::{ROOT, by_id};

/// Whether the page stands in a frame of another page.
pub fn framed() -> bool {
    let window = gloo::utils::window();
    // Reading `parent` never throws; a page of its own is its own parent.
    window.parent().ok().flatten().is_some_and(|parent| !js_sys::Object::is(&parent, &window))
}

/// Whether a move of the focus would take it away from the page around the frame.
pub fn is_guest() -> bool {
    framed() && !gloo::utils::document().has_focus().unwrap_or(true)
}

pub fn title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// The positive sign that the program has taken over: boot and tests wait for it, style sheets show what needs it.
pub fn hydrated() {
    if let Some(root) = by_id(ROOT) {
        _ = root.set_attribute("data-state", "hydrated");
    }
}

//! Facts and marks of the page as a whole. Knows no state.

use super::{ROOT, by_id};
use gloo::events::EventListener;
use std::cell::Cell;
use web_sys::EventTarget;

thread_local! {
    static PRESSED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the page stands in a frame of another page.
pub fn framed() -> bool {
    let window = gloo::utils::window();
    // Reading `parent` never throws; a page of its own is its own parent.
    window.parent().ok().flatten().is_some_and(|parent| !js_sys::Object::is(&parent, &window))
}

/// Whether a move of the focus would take it away from the page around the frame. What the reader last pressed counts beside what the
/// browser says, because WebKit says that nothing has the focus while its window lies behind another.
pub fn is_guest() -> bool {
    framed() && !PRESSED.get() && !gloo::utils::document().has_focus().unwrap_or(true)
}

/// Notes whether the reader is at work in this frame or around it.
pub fn watch_presses() -> [EventListener; 3] {
    let noted = |target: &EventTarget, kind: &'static str, here: bool| {
        EventListener::new(target, kind, move |_| PRESSED.set(here))
    };
    let (document, window) = (gloo::utils::document(), gloo::utils::window());
    [noted(&document, "pointerdown", true), noted(&document, "keydown", true), noted(&window, "blur", false)]
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

//! Facts and marks of the page as a whole. Knows no state.

use super::{ROOT, by_id, find, host};
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
    window
        .parent()
        .ok()
        .flatten()
        .is_some_and(|parent| !js_sys::Object::is(&parent, &window))
}

/// Whether a move of the focus would take it away from the page around the frame. What the reader
/// last pressed counts beside what the browser says, because WebKit says that nothing has the focus
/// while its window lies behind another.
pub fn is_guest() -> bool {
    framed() && !PRESSED.get() && !gloo::utils::document().has_focus().unwrap_or(true)
}

/// Notes whether the reader is at work in this frame or around it.
pub fn watch_presses() -> [EventListener; 3] {
    let noted = |target: &EventTarget, kind: &'static str, here: bool| {
        EventListener::new(target, kind, move |_| PRESSED.set(here))
    };
    let (document, window) = (gloo::utils::document(), gloo::utils::window());
    [
        noted(&document, "pointerdown", true),
        noted(&document, "keydown", true),
        noted(&window, "blur", false),
    ]
}

pub fn title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// What the page shows, for the explorer, which is a program of its own and observes these marks:
/// the fragment of the state, and the anchor of what lights the views.
pub fn state(route: &str, lit: &str) {
    if let Some(root) = by_id(ROOT) {
        _ = root.set_attribute("data-route", route);
        _ = root.set_attribute("data-lit", lit);
    }
}

/// The positive sign that the program has taken over: boot and tests wait for it, style sheets show
/// what needs it.
pub fn hydrated() {
    if let Some(root) = by_id(ROOT) {
        _ = root.set_attribute("data-state", "hydrated");
    }
}

/// An option in the address.
pub fn option(name: &str) -> Option<String> {
    let search = gloo::utils::window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
}

/// Says that an option means nothing here; `options.js` says the same of those that it reads.
pub fn note(option: &str) {
    let words = format!("Standpoint: {option} in the address is not understood and left out");
    web_sys::console::info_1(&words.into());
}

/// The page's own absolute address, and that of the page to frame: a folder has one of its own for
/// that.
pub fn addresses() -> (String, String) {
    let page = host::url();
    let Some((folder, name)) = find("script[defer]").and(page.rsplit_once('/')) else {
        return (page.clone(), page);
    };
    let frame = String::from(folder) + "/embed.html";
    let page = if name == "embed.html" {
        String::from(folder) + "/index.html"
    } else {
        page
    };
    (page, frame)
}

/// The absolute address of the preview image.
pub fn image() -> Option<String> {
    find("meta[property='og:image']")?.get_attribute("content")
}

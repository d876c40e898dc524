//! The page as a whole: whether it is in a frame, its URLs and options, its title and attributes.

use super::dom::{ROOT, by_id, find};
use gloo::events::EventListener;
use std::cell::Cell;
use web_sys::EventTarget;

thread_local! {
    static PRESSED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the page is in a frame of another page.
pub fn framed() -> bool {
    let window = gloo::utils::window();
    // Reading `parent` never throws; a top-level page is its own parent.
    window
        .parent()
        .ok()
        .flatten()
        .is_some_and(|parent| !js_sys::Object::is(&parent, &window))
}

/// Whether moving the focus would take it away from the host page. The last press counts beside
/// what the browser reports, because WebKit reports no focus while its window is behind another.
pub fn would_steal_focus() -> bool {
    framed() && !PRESSED.get() && !gloo::utils::document().has_focus().unwrap_or(true)
}

/// Keeps track of whether the reader works in this frame or in the host page.
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

pub fn set_title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// Writes the state as attributes for the explorer, a program of its own that observes them: the
/// fragment, and the anchor of what is highlighted.
pub fn set_state(route: &str, lit: &str) {
    if let Some(root) = by_id(ROOT) {
        _ = root.set_attribute("data-route", route);
        _ = root.set_attribute("data-lit", lit);
    }
}

/// Marks the page as hydrated: the start scripts and tests wait for it, and style sheets show what
/// needs the app.
pub fn set_hydrated() {
    if let Some(root) = by_id(ROOT) {
        _ = root.set_attribute("data-state", "hydrated");
    }
}

/// The value of an option in the address.
pub fn option(name: &str) -> Option<String> {
    let search = gloo::utils::window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
}

/// Logs that an option is not understood; `options.js` does the same for those that it reads.
pub fn log_unknown(option: &str) {
    let words = format!("Standpoint: {option} in the address is not understood and left out");
    web_sys::console::info_1(&words.into());
}

/// The absolute addresses of the page and of the page to embed, which a folder has beside it.
pub fn addresses() -> (String, String) {
    let page = url();
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

/// The address to link to: the canonical one where the page names it.
pub fn url() -> String {
    let canonical = find("link[rel=canonical]").and_then(|link| {
        js_sys::Reflect::get(&link, &"href".into())
            .ok()?
            .as_string()
    });
    canonical.unwrap_or_else(|| {
        let own = gloo::utils::window().location().href().unwrap_or_default();
        own.split(['?', '#']).next().unwrap_or_default().to_owned()
    })
}

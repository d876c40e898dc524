//! The fragment of the URL, and the history.

use super::page;
use gloo::events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

thread_local! {
    // The fragment of the current state, so that showing it again adds no history entry.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The fragment of the URL, without `#`.
pub fn read() -> String {
    gloo::utils::window()
        .location()
        .hash()
        .unwrap_or_default()
        .trim_start_matches('#')
        .to_owned()
}

/// The fragment of the host page, where it passes its URL as pym does (`?parentUrl=…`); empty
/// otherwise.
pub fn of_host() -> String {
    let url = page::option("parentUrl").unwrap_or_default();
    let fragment = url.split_once('#').map(|(_, fragment)| fragment.to_owned());
    fragment.unwrap_or_default()
}

/// Remembers the state that the page starts with. The URL stays as the reader gave it.
pub fn start_with(fragment: &str) {
    SHOWN.set(fragment.to_owned());
}

/// Writes the state into the URL, with a new history entry unless the page is in a frame.
pub fn show(fragment: &str, framed: bool) {
    if SHOWN.replace(fragment.to_owned()) == fragment {
        return;
    }
    let window = gloo::utils::window();
    let (Ok(history), Ok(path), Ok(query)) = (
        window.history(),
        window.location().pathname(),
        window.location().search(),
    ) else {
        return;
    };
    let mark = if fragment.is_empty() { "" } else { "#" };
    let url = format!(
        "{}{query}{mark}{fragment}",
        path.rsplit('/').next().unwrap_or_default()
    );
    // An empty relative URL would keep the old fragment.
    let url = if url.is_empty() { "./".into() } else { url };
    let done = if framed {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    };
    // Opaque origins refuse this; the state then has no URL.
    _ = done;
}

/// Calls back when the reader goes back or forward, or follows a plain link to a fragment.
pub fn listen(visited: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "popstate", move |_| {
        SHOWN.set(read());
        visited();
    })
}

//! The fragment of the address, and the history.

use gloo::events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

thread_local! {
    // The fragment of the current state, so that showing it again adds no history entry.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The fragment of the address, without `#`.
pub fn read() -> String {
    gloo::utils::window()
        .location()
        .hash()
        .unwrap_or_default()
        .trim_start_matches('#')
        .to_owned()
}

/// The fragment of the host page, where it passes its address as pym does (`?parentUrl=…`); empty
/// otherwise.
pub fn of_host() -> String {
    let search = gloo::utils::window()
        .location()
        .search()
        .unwrap_or_default();
    let host = web_sys::UrlSearchParams::new_with_str(&search)
        .ok()
        .and_then(|query| query.get("parentUrl"));
    host.as_deref()
        .and_then(|address| address.split_once('#'))
        .map(|(_, fragment)| fragment.to_owned())
        .unwrap_or_default()
}

/// Remembers the state that the page starts with. The address stays as the reader gave it.
pub fn begin(fragment: &str) {
    SHOWN.set(fragment.to_owned());
}

/// Writes the state into the address, with a new history entry unless the page is in a frame.
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
    let address = format!(
        "{}{query}{mark}{fragment}",
        path.rsplit('/').next().unwrap_or_default()
    );
    // An empty relative address would keep the old fragment.
    let address = if address.is_empty() {
        "./".into()
    } else {
        address
    };
    let done = if framed {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    };
    // Opaque origins refuse this; the state then has no address.
    _ = done;
}

/// Calls back when the reader goes back or forward, or follows a plain link to a fragment.
pub fn listen(visited: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "popstate", move |_| {
        SHOWN.set(read());
        visited();
    })
}

//! The address's fragment, and the history. Knows no route: fragments are texts here.

use gloo::events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

thread_local! {
    // The fragment that the present state has: an effect that tells the same again must not add an
    // entry.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The fragment without `#`, as it stands in the address.
pub fn read() -> String {
    gloo::utils::window()
        .location()
        .hash()
        .unwrap_or_default()
        .trim_start_matches('#')
        .to_owned()
}

/// The fragment of the page around the frame, where it tells its address as pym does
/// (`?parentUrl=…`); empty otherwise.
pub fn of_host() -> String {
    let search = gloo::utils::window()
        .location()
        .search()
        .unwrap_or_default();
    let told = web_sys::UrlSearchParams::new_with_str(&search)
        .ok()
        .and_then(|query| query.get("parentUrl"));
    told.as_deref()
        .and_then(|address| address.split_once('#'))
        .map(|(_, fragment)| fragment.to_owned())
        .unwrap_or_default()
}

/// Takes note of the state that the page starts in; the address stays as the reader gave it.
pub fn begin(fragment: &str) {
    SHOWN.set(fragment.to_owned());
}

/// Puts the state into the address: a new history entry as a page of its own, none inside a frame.
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
    // An empty relative address would keep the old fragment; a query alone drops it.
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
    // Opaque origins refuse: the state then lives without an address.
    _ = done;
}

/// Calls back when the reader goes back, goes forward, or follows a plain link to a fragment.
pub fn listen(visited: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "popstate", move |_| {
        SHOWN.set(read());
        visited();
    })
}

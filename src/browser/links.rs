//! Links: one to something of the story does what the program makes of it. In a frame one to a
//! place in the page must not add to the history or scroll the page around, one that leads out must
//! not be lost where a sandbox lets no window open, and what one has opened stands where the reader
//! looks. Knows no state.

use super::{by_id, clipboard, focus, scroll_to, visible};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};
use yew::Callback;

/// Tells the address of each link within the page that is clicked, and whether it is one of those
/// that match `toggles`; where that does something, the link is not followed. One that opens
/// something by itself (`data-open`) is left alone.
pub fn take(toggles: &'static str, does: impl Fn(&str, bool) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "click", options, move |event| {
        let link = plain_link(event)
            .filter(|link| !event.default_prevented() && !link.has_attribute("data-open"));
        let address = link.as_ref().and_then(|link| link.get_attribute("href"));
        if let Some((link, address)) = link.zip(address)
            && does(&address, link.matches(toggles) == Ok(true))
        {
            event.prevent_default();
        }
    })
}

/// Follows the links that nothing has taken; tells the address of one that could not be opened.
pub fn follow(refused: Callback<String>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "click", options, move |event| {
        let Some(link) = plain_link(event) else {
            return;
        };
        let address = link.get_attribute("href").unwrap_or_default();
        if event.default_prevented() {
            // It is taken. What it opens may be open already, but left behind by the reader's
            // scrolling.
            if link.closest(".card").ok().flatten().is_none() {
                visible::place();
            }
        } else if let Some(id) = address.strip_prefix('#') {
            event.prevent_default();
            go(id);
        } else if link.has_attribute("target") {
            event.prevent_default();
            if !open(&address) {
                refused.emit(address);
            }
        }
    })
}

/// Copies what a button carries in `data-copy`, within the click as browsers demand it, and tells
/// when that worked.
pub fn copy(copied: Callback<()>) -> EventListener {
    EventListener::new(&gloo::utils::document(), "click", move |event| {
        let button = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let text = button.and_then(|button| button.get_attribute("data-copy"));
        if text.is_some_and(|text| clipboard::copy(&text)) {
            copied.emit(());
        }
    })
}

/// The link of a plain click; with a modifier key the browser does what readers expect of it.
fn plain_link(click: &Event) -> Option<Element> {
    // It may be the event of another page's realm.
    let click = click.unchecked_ref::<MouseEvent>();
    let modified = click.ctrl_key()
        || click.meta_key()
        || click.shift_key()
        || click.alt_key()
        || click.button() != 0;
    let target = click.target().filter(|_| !modified)?;
    target.dyn_into::<Element>().ok()?.closest("a[href]").ok()?
}

fn go(id: &str) {
    let Some(target) = by_id(id) else { return };
    if !target.has_attribute("tabindex") {
        _ = target.set_attribute("tabindex", "-1");
    }
    focus(&target);
    scroll_to(&target, 0.0);
}

/// Opens a window without asking for `noopener`, which would hide whether one has opened, and cuts
/// the tie before anything runs in it.
fn open(address: &str) -> bool {
    let opened = gloo::utils::window()
        .open_with_url_and_target(address, "_blank")
        .ok()
        .flatten();
    // A window out of a sandbox may be of another origin already, which cannot be touched and
    // cannot touch.
    opened
        .inspect(|window| _ = window.set_opener(&wasm_bindgen::JsValue::NULL))
        .is_some()
}

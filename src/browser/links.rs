//! Clicks on links. The app handles links to parts of the story. In a frame, a link within the page
//! must not add to the history or scroll the host page, and a link out of it must not be lost where
//! a sandbox lets no window open.

use super::{by_id, clipboard, focus, scroll_to, visible};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};
use yew::Callback;

/// Calls `handle` with the address of each clicked link and whether the link matches `toggles`.
/// Where it returns true the browser does not follow the link. Ignores links with `data-open`,
/// which open something themselves.
pub fn intercept(
    toggles: &'static str,
    handle: impl Fn(&str, bool) -> bool + 'static,
) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "click", options, move |event| {
        let link = plain_link(event)
            .filter(|link| !event.default_prevented() && !link.has_attribute("data-open"));
        let address = link.as_ref().and_then(|link| link.get_attribute("href"));
        if let Some((link, address)) = link.zip(address)
            && handle(&address, link.matches(toggles) == Ok(true))
        {
            event.prevent_default();
        }
    })
}

/// Follows the links that nothing has handled, and calls back with the address of one that a
/// sandbox blocked.
pub fn follow(blocked: Callback<String>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "click", options, move |event| {
        let Some(link) = plain_link(event).filter(|link| !link.has_attribute("data-open")) else {
            return;
        };
        let address = link.get_attribute("href").unwrap_or_default();
        if event.default_prevented() {
            // What it opens may be open already, but out of view.
            if link.closest(".card").ok().flatten().is_none() {
                visible::place();
            }
        } else if let Some(id) = address.strip_prefix('#') {
            event.prevent_default();
            go(id);
        } else if link.has_attribute("target") {
            event.prevent_default();
            if !open(&address) {
                blocked.emit(address);
            }
        }
    })
}

/// Copies the `data-copy` of a clicked button, within the click as browsers demand it, and calls
/// back when that worked.
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

/// The link of a plain click. Clicks with a modifier key are the browser's.
fn plain_link(click: &Event) -> Option<Element> {
    // The event may come from another realm, where `dyn_ref` fails.
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

/// Opens a window without `noopener`, which would hide whether one has opened, and clears its
/// opener before anything runs in it.
fn open(address: &str) -> bool {
    let opened = gloo::utils::window()
        .open_with_url_and_target(address, "_blank")
        .ok()
        .flatten();
    // A window opened from a sandbox may have another origin already; then neither can reach the
    // other.
    opened
        .inspect(|window| _ = window.set_opener(&wasm_bindgen::JsValue::NULL))
        .is_some()
}

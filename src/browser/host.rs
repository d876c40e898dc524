//! Messages to and from the host page, as docs/host-api.md describes them; `js/host.js` sends the
//! heights.
//!
//! Anyone can post a message, so only those of the parent are read, and each is validated before
//! anything is done.

use super::{document_element, page};
use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window, console};

/// The version of the protocol. A message of another version is logged, and nothing is done.
const VERSION: f64 = 1.0;

/// The longest fragment that can be a link to a state, bytes.
const MAX_FRAGMENT: usize = 4_000;

thread_local! {
    // The anchor of the pick that the host was last sent.
    static SENT: RefCell<String> = const { RefCell::new(String::new()) };
    static READY: Cell<bool> = const { Cell::new(false) };
    static NOTED: Cell<bool> = const { Cell::new(false) };
}

/// Sends once that the app runs and answers, with the address of the page without a state.
pub fn ready(title: &str, fragment: &str) {
    if READY.replace(true) {
        return;
    }
    send(
        "ready",
        &[
            ("title", title.into()),
            ("fragment", fragment.into()),
            ("url", page::url().into()),
        ],
    );
}

/// Sends what is picked, if that has changed: `anchor` is its kind and id (`actor-russia`), empty
/// when nothing is picked.
pub fn selected(anchor: &str, name: &str, fragment: &str) {
    if SENT.replace(anchor.to_owned()) == anchor {
        return;
    }
    let (kind, id, name) = match anchor.split_once('-') {
        Some((kind, id)) => (kind.into(), id.into(), name.into()),
        None => (JsValue::NULL, JsValue::NULL, JsValue::NULL),
    };
    send(
        "select",
        &[
            ("kind", kind),
            ("id", id),
            ("name", name),
            ("fragment", fragment.into()),
        ],
    );
}

/// Sends that the reader has copied a link or an embed code; `url` is the address in it.
pub fn shared(url: &str) {
    send("share", &[("url", url.into())]);
}

/// Listens to the parent. `goto` returns whether the fragment means something in this story.
pub fn listen(goto: impl Fn(&str) -> bool + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "message", move |event| {
        let event = event.unchecked_ref::<MessageEvent>();
        let message = event.data();
        let from_parent = parent().is_some_and(|parent| {
            event
                .source()
                .is_some_and(|source| Object::is(&source, &parent))
        });
        // Other protocols share the channel; messages that are not addressed to us are ignored.
        if from_parent && !field(&message, "standpoint").is_undefined() && !handle(&message, &goto)
        {
            note(&message);
        }
    })
}

fn handle(message: &JsValue, goto: &impl Fn(&str) -> bool) -> bool {
    let text = |name: &str| field(message, name).as_string().unwrap_or_default();
    if field(message, "standpoint").as_f64() != Some(VERSION) {
        return false;
    }
    match text("type").as_str() {
        "goto" => field(message, "fragment")
            .as_string()
            .is_some_and(|fragment| fragment.len() <= MAX_FRAGMENT && goto(&fragment)),
        "theme" => theme(&text("theme")),
        _ => false,
    }
}

fn theme(name: &str) -> bool {
    let Some(document) = document_element() else {
        return false;
    };
    match name {
        "light" | "dark" => document.set_attribute("data-theme", name).is_ok(),
        "auto" => document.remove_attribute("data-theme").is_ok(),
        _ => false,
    }
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// Logs once: a host that repeats a message must not fill the console.
fn note(message: &JsValue) {
    if !NOTED.replace(true) {
        console::info_2(
            &"Standpoint: a message from the host page was not understood; see docs/host-api.md"
                .into(),
            message,
        );
    }
}

fn parent() -> Option<Window> {
    gloo::utils::window()
        .parent()
        .ok()
        .flatten()
        .filter(|_| page::framed())
}

fn send(kind: &str, fields: &[(&str, JsValue)]) {
    let Some(parent) = parent() else { return };
    let message = Object::new();
    for (name, value) in [("standpoint", VERSION.into()), ("type", kind.into())]
        .iter()
        .chain(fields)
    {
        _ = Reflect::set(&message, &(*name).into(), value);
    }
    // The origin of the host cannot be known, and nothing in a message is secret.
    _ = parent.post_message(&message, "*");
}

//! Messages to and from the page around the frame, as docs/host-api.md tells them; `host.js` sends
//! the heights. Knows no story.
//!
//! Anybody can send a message, so only the parent's are heard, and each is taken apart before
//! anything is done.

use super::{document_element, find, page};
use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window, console};

/// Of the messages' form; a page that speaks another is not heard.
const VERSION: f64 = 1.0;

/// A longer fragment is no link to a state.
const LONGEST: usize = 4_000;

thread_local! {
    // The pick that the host knows of, by its anchor.
    static TOLD: RefCell<String> = const { RefCell::new(String::new()) };
    static READY: Cell<bool> = const { Cell::new(false) };
    static NOTED: Cell<bool> = const { Cell::new(false) };
}

/// The program runs and answers, which is told once; `url` is the page's own, without a state.
pub fn ready(title: &str, fragment: &str) {
    if READY.replace(true) {
        return;
    }
    send(
        "ready",
        &[
            ("title", title.into()),
            ("fragment", fragment.into()),
            ("url", url().into()),
        ],
    );
}

/// What is picked has changed: `anchor` is its kind and id (`actor-russia`), empty when nothing is.
pub fn selected(anchor: &str, name: &str, fragment: &str) {
    if TOLD.replace(anchor.to_owned()) == anchor {
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

/// The reader has copied a link or an embed code; `url` is the address in it.
pub fn shared(url: &str) {
    send("share", &[("url", url.into())]);
}

/// Hears the parent. `goto` answers whether the fragment means something in this story.
pub fn listen(goto: impl Fn(&str) -> bool + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "message", move |event| {
        let event = event.unchecked_ref::<MessageEvent>();
        let told = event.data();
        let ours = parent().is_some_and(|parent| {
            event
                .source()
                .is_some_and(|source| Object::is(&source, &parent))
        });
        // Other protocols share the channel; only what says that it is for us is judged.
        if ours && !field(&told, "standpoint").is_undefined() && !obey(&told, &goto) {
            note(&told);
        }
    })
}

fn obey(told: &JsValue, goto: &impl Fn(&str) -> bool) -> bool {
    let text = |name: &str| field(told, name).as_string().unwrap_or_default();
    if field(told, "standpoint").as_f64() != Some(VERSION) {
        return false;
    }
    match text("type").as_str() {
        "goto" => field(told, "fragment")
            .as_string()
            .is_some_and(|fragment| fragment.len() < LONGEST && goto(&fragment)),
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

/// Once: a host that sends the same again and again must not fill the console.
fn note(told: &JsValue) {
    if !NOTED.replace(true) {
        console::info_2(
            &"Standpoint: a message from the page around was not understood; see docs/host-api.md"
                .into(),
            told,
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
    // To whoever frames the page: its origin cannot be known, and nothing in a message is a secret.
    _ = parent.post_message(&message, "*");
}

/// The address to link to: the canonical one where the page names it.
pub(super) fn url() -> String {
    let named = find("link[rel=canonical]").and_then(|link| field(&link, "href").as_string());
    let own = || gloo::utils::window().location().href().unwrap_or_default();
    named.unwrap_or_else(|| {
        own()
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned()
    })
}

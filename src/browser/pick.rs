//! Picks of the explorer, which is a program of its own: it asks by an event on the root, whose
//! detail is the anchor of what is picked, and the app takes it by preventing its default.

use super::{ROOT, by_id};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit};

const PICK: &str = "standpoint:pick";

/// Asks the app to pick; `false` where it does not know the anchor.
pub fn ask(anchor: &str) -> bool {
    let options = CustomEventInit::new();
    options.set_cancelable(true);
    options.set_detail(&anchor.into());
    let event = CustomEvent::new_with_event_init_dict(PICK, &options);
    by_id(ROOT)
        .zip(event.ok())
        .is_some_and(|(root, event)| root.dispatch_event(&event) == Ok(false))
}

/// Calls `pick` with each anchor that the explorer asks for; it answers whether it has picked.
pub fn listen(pick: impl Fn(&str) -> bool + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let taken = move |event: &web_sys::Event| {
        let anchor = event.unchecked_ref::<CustomEvent>().detail().as_string();
        if anchor.is_some_and(|anchor| pick(&anchor)) {
            event.prevent_default();
        }
    };
    let root = by_id(ROOT)?;
    Some(EventListener::new_with_options(&root, PICK, options, taken))
}

//! The part of the page that the reader sees of a frame. A tall frame has no window of its own, so
//! the browser is asked, and what is opened is placed by its answer: `--visible-top` and
//! `--visible-height` on the root element, in px of the document. Knows no state.

use super::document_element;
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// What is opened gets at least this height, px, also where less of the frame is in sight.
const LEAST: f64 = 192.0;

/// With this height in sight, px, the reader's scrolling moves what is open no more.
const ENOUGH: f64 = 288.0;

/// How often the browser is asked for one placing: Firefox learns of the host's scrolling some
/// pictures late.
const TIMES: u8 = 6;

/// From the top of the document, px: where the visible part begins, and its height.
type Part = (f64, f64);

thread_local! {
    static OBSERVER: RefCell<Option<IntersectionObserver>> = const { RefCell::new(None) };
    static SEEN: Cell<Option<Part>> = const { Cell::new(None) };
    // How many answers are still waited for, because something was opened.
    static PLACING: Cell<u8> = const { Cell::new(0) };
}

/// Keeps what answers and asks; dropping it ends both.
pub struct Watch {
    _callback: Closure<dyn Fn(js_sys::Array)>,
    _asking: [EventListener; 3],
}

impl Drop for Watch {
    fn drop(&mut self) {
        stop();
        OBSERVER.set(None);
    }
}

/// Asks whenever the reader is about to open something, so that the answer is there when it opens.
pub fn watch() -> Watch {
    let callback =
        Closure::<dyn Fn(js_sys::Array)>::new(|entries: js_sys::Array| answered(&entries));
    let options = IntersectionObserverInit::new();
    // At its ends the visible part of a frame grows and shrinks as the page around it scrolls.
    options.set_threshold(
        &(0..=100)
            .map(|share| f64::from(share) / 100.0)
            .map(wasm_bindgen::JsValue::from)
            .collect::<js_sys::Array>(),
    );
    OBSERVER.set(
        IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok(),
    );
    let document = gloo::utils::document();
    let asking = ["pointerdown", "focusin", "keydown"]
        .map(|kind| EventListener::new(&document, kind, |_| ask()));
    Watch {
        _callback: callback,
        _asking: asking,
    }
}

/// Something opens: it stands in the visible part as far as that is known, and at once in the right
/// place when the browser has answered. A frame that is out of sight is told when it comes into
/// sight.
pub fn place() {
    PLACING.set(TIMES);
    if let Some(part) = SEEN.get() {
        show(part);
    }
    ask();
}

fn stop() {
    OBSERVER.with_borrow(|observer| observer.iter().for_each(IntersectionObserver::disconnect));
}

/// Each new observation is answered once, whatever the thresholds.
fn ask() {
    stop();
    if let Some(document) = document_element() {
        OBSERVER.with_borrow(|observer| {
            observer
                .iter()
                .for_each(|observer| observer.observe(&document))
        });
    }
}

fn answered(entries: &js_sys::Array) {
    let Some(entry) = entries
        .iter()
        .last()
        .map(JsCast::unchecked_into::<IntersectionObserverEntry>)
    else {
        return;
    };
    let (seen, whole) = (entry.intersection_rect(), entry.bounding_client_rect());
    if seen.height() == 0.0 {
        return;
    }
    let height = seen.height().max(LEAST).min(whole.height());
    let top = (seen.top() - whole.top())
        .min(whole.height() - height)
        .max(0.0);
    SEEN.set(Some((top, height)));
    let placing = PLACING.get();
    if placing > 0 {
        show((top, height));
    }
    if seen.height() >= ENOUGH.min(whole.height()) {
        PLACING.set(placing.saturating_sub(1));
        if placing > 1 { ask() } else { stop() }
    }
}

fn show((top, height): Part) {
    let Some(document) = document_element() else {
        return;
    };
    for (name, value) in [("--visible-top", top), ("--visible-height", height)] {
        _ = document
            .style()
            .set_property(name, &format!("{}px", value as i32));
    }
}

//! The part of a frame that is on screen. A tall frame has no viewport of its own, so an
//! IntersectionObserver measures it, and style places what opens by the answer: `--visible-top` and
//! `--visible-height` on the root element, px from the top of the document.

use super::document_element;
use gloo::events::EventListener;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// The least height for what opens, px, even where less of the frame is on screen.
const MIN_HEIGHT: f64 = 192.0;

/// With this height on screen, px, scrolling no longer moves what is open.
const SETTLED_HEIGHT: f64 = 288.0;

/// How often one placement measures: Firefox learns of the scrolling of the host some frames late.
const MEASUREMENTS: u8 = 6;

/// From the top of the document, px: where the visible part begins, and its height.
type Span = (f64, f64);

thread_local! {
    static OBSERVER: RefCell<Option<IntersectionObserver>> = const { RefCell::new(None) };
    static VISIBLE: Cell<Option<Span>> = const { Cell::new(None) };
    // How many measurements are still to come because something was opened.
    static PLACING: Cell<u8> = const { Cell::new(0) };
}

/// Keeps the observer and its listeners alive; dropping it ends both.
pub struct Watch {
    _callback: Closure<dyn Fn(js_sys::Array)>,
    _triggers: [EventListener; 3],
}

impl Drop for Watch {
    fn drop(&mut self) {
        stop();
        OBSERVER.set(None);
    }
}

/// Measures whenever the reader is about to open something, so that the answer is there in time.
pub fn watch() -> Watch {
    let callback =
        Closure::<dyn Fn(js_sys::Array)>::new(|entries: js_sys::Array| measured(&entries));
    let options = IntersectionObserverInit::new();
    // The visible part of a frame grows and shrinks as the host page scrolls.
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
    let triggers = ["pointerdown", "focusin", "keydown"]
        .map(|kind| EventListener::new(&document, kind, |_| measure()));
    Watch {
        _callback: callback,
        _triggers: triggers,
    }
}

/// Places what opens in the visible part, as last measured, and again when the browser has
/// answered: for a frame that is off screen, when it comes on screen.
pub fn place() {
    PLACING.set(MEASUREMENTS);
    if let Some(part) = VISIBLE.get() {
        show(part);
    }
    measure();
}

fn stop() {
    OBSERVER.with_borrow(|observer| observer.iter().for_each(IntersectionObserver::disconnect));
}

/// Starts a new observation, which is answered at least once.
fn measure() {
    stop();
    if let Some(document) = document_element() {
        OBSERVER.with_borrow(|observer| {
            observer
                .iter()
                .for_each(|observer| observer.observe(&document))
        });
    }
}

fn measured(entries: &js_sys::Array) {
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
    let height = seen.height().max(MIN_HEIGHT).min(whole.height());
    let top = (seen.top() - whole.top())
        .min(whole.height() - height)
        .max(0.0);
    VISIBLE.set(Some((top, height)));
    let placing = PLACING.get();
    if placing > 0 {
        show((top, height));
    }
    if seen.height() >= SETTLED_HEIGHT.min(whole.height()) {
        PLACING.set(placing.saturating_sub(1));
        if placing > 1 { measure() } else { stop() }
    }
}

fn show((top, height): Span) {
    let Some(document) = document_element() else {
        return;
    };
    for (name, value) in [("--visible-top", top), ("--visible-height", height)] {
        _ = document
            .style()
            .set_property(name, &format!("{}px", value as i32));
    }
}

//! The browser: the only web-sys and gloo code. Knows no story: it deals in ids, selectors and
//! callbacks. Everything here is called from effects only, so that nothing of it runs while
//! prerendering. `host.js` is the part that acts before the program: it marks the root element with
//! the kind of frame.

pub mod clipboard;
pub mod fragment;
pub mod focus;
pub mod keys;
pub mod page;
pub mod reading_position;
pub mod visible;
pub mod links;
pub mod pick;
pub mod host;
pub mod start;

use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Element, HtmlElement};

/// The part of the root that the program takes over; what stands around it never changes.
pub const APP: &str = "standpoint-app";

/// The explainer's root element.
const ROOT: &str = "standpoint";

/// How long a task waits at most, in ms, where no frame comes: engines draw none for a frame of
/// another site that is off screen.
const PATIENCE: i32 = 100;

thread_local! {
    static TASKS: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Does something once the reader has seen what the last message changed: what takes time and shows
/// nothing in the page would only hold that up. Tasks keep their order.
pub fn later(task: impl FnOnce() + 'static) {
    let waiting = TASKS.with_borrow_mut(|tasks| {
        tasks.push(Box::new(task));
        tasks.len()
    });
    if waiting > 1 {
        // The first of them has seen to when they are done.
        return;
    }
    let window = gloo::utils::window();
    let after = |wait: i32| {
        let all = Closure::once_into_js(|| TASKS.take().into_iter().for_each(|task| task()));
        _ = gloo::utils::window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(all.unchecked_ref(), wait);
    };
    let painted = Closure::once_into_js(move |_: JsValue| after(0));
    _ = window.request_animation_frame(painted.unchecked_ref());
    after(PATIENCE);
}

fn by_id(id: &str) -> Option<Element> {
    gloo::utils::document().get_element_by_id(id)
}

fn find(selector: &str) -> Option<Element> {
    gloo::utils::document()
        .query_selector(selector)
        .ok()
        .flatten()
}

fn find_all(selector: &str) -> Vec<Element> {
    let Ok(all) = gloo::utils::document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..all.length())
        .filter_map(|index| all.get(index)?.dyn_into().ok())
        .collect()
}

fn active() -> Option<Element> {
    gloo::utils::document().active_element()
}

/// The element of the whole document, which carries the marks of the frame.
fn document_element() -> Option<HtmlElement> {
    gloo::utils::document()
        .document_element()
        .map(JsCast::unchecked_into)
}

/// Focuses without scrolling: in a frame, scrolling would move the page around it.
fn focus(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // Links in an SVG have the same method, which web-sys knows of HTML elements only.
    _ = element
        .unchecked_ref::<HtmlElement>()
        .focus_with_options(&options);
}

/// Focuses and brings into sight: as browsers do it on a page of its own, in a frame as far as the
/// page scrolls inside.
fn focus_in_sight(element: &Element) {
    if !page::framed() {
        _ = element.unchecked_ref::<HtmlElement>().focus();
        return;
    }
    focus(element);
    let bounds = element.get_bounding_client_rect();
    let height = gloo::utils::window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or_default();
    if bounds.top() < 0.0 || bounds.bottom() > height {
        scroll_to(element, 0.5);
    }
}

/// The element that scrolls instead of the window, where the page scrolls inside a frame of fixed
/// height.
fn inner_scroller() -> Option<Element> {
    let contained = document_element()?.get_attribute("data-embed")? == "contained";
    by_id(ROOT).filter(|_| contained)
}

/// Scrolls so that an element begins at a share of the window's height; never scrolls a page around
/// a frame.
fn scroll_to(target: &Element, share: f64) {
    let window = gloo::utils::window();
    let room = window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or_default();
    let by = target.get_bounding_client_rect().top() - room * share;
    match inner_scroller() {
        Some(scroller) => scroller.scroll_by_with_x_and_y(0.0, by),
        None if page::framed() => {}
        None => window.scroll_by_with_x_and_y(0.0, by),
    }
}

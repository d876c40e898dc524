//! The browser: the only web-sys and gloo code. Knows no story: it deals in ids, selectors and callbacks.
//! Everything here is called from effects only, so that nothing of it runs while prerendering.

pub mod fragment;
pub mod focus;
pub mod keys;
pub mod page;
pub mod sight;
pub mod start;

use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Element, HtmlElement};

/// The explainer's root element.
const ROOT: &str = "standpoint";

/// How long a task waits at most, in ms, where no frame comes: engines draw none for a frame of another site that is off screen.
const PATIENCE: i32 = 100;

thread_local! {
    static TASKS: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Does something once the reader has seen what the last message changed: what takes time and shows nothing in the page would
/// only hold that up. Tasks keep their order.
pub fn later(task: impl FnOnce() + 'static) {
    TASKS.with_borrow_mut(|tasks| tasks.push(Box::new(task)));
    let window = gloo::utils::window();
    let after = |wait: i32| {
        let all = Closure::once_into_js(|| TASKS.take().into_iter().for_each(|task| task()));
        _ = gloo::utils::window().set_timeout_with_callback_and_timeout_and_arguments_0(all.unchecked_ref(), wait);
    };
    let painted = Closure::once_into_js(move |_: JsValue| after(0));
    _ = window.request_animation_frame(painted.unchecked_ref());
    after(PATIENCE);
}

fn by_id(id: &str) -> Option<Element> {
    gloo::utils::document().get_element_by_id(id)
}

fn find(selector: &str) -> Option<Element> {
    gloo::utils::document().query_selector(selector).ok().flatten()
}

fn find_all(selector: &str) -> Vec<Element> {
    let Ok(all) = gloo::utils::document().query_selector_all(selector) else { return Vec::new() };
    (0..all.length()).filter_map(|index| all.get(index)?.dyn_into().ok()).collect()
}

fn active() -> Option<Element> {
    gloo::utils::document().active_element()
}

/// Focuses without scrolling: in a frame, scrolling would move the page around it.
fn focus(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        _ = element.focus_with_options(&options);
    } else if let Some(element) = element.dyn_ref::<web_sys::SvgElement>() {
        // SvgElement has no binding that takes options; an SVG link in view does not scroll when focused.
        _ = element.focus();
    }
}

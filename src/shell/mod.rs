//! The browser: the only web-sys and gloo code. Knows no story: it deals in ids, selectors and callbacks.
//! Everything here is called from effects only, so that nothing of it runs while prerendering.

pub mod fragment;
pub mod focus;
pub mod keys;
pub mod page;
pub mod sight;
pub mod start;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The explainer's root element.
const ROOT: &str = "standpoint";

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

//! Elements of the page: finding them and focusing them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The id of the element that the app takes over; what surrounds it never changes.
pub const APP: &str = "standpoint-app";

/// The id of the explainer's root element.
pub(super) const ROOT: &str = "standpoint";

pub(super) fn by_id(id: &str) -> Option<Element> {
    gloo::utils::document().get_element_by_id(id)
}

pub(super) fn find(selector: &str) -> Option<Element> {
    gloo::utils::document()
        .query_selector(selector)
        .ok()
        .flatten()
}

pub(super) fn find_all(selector: &str) -> Vec<Element> {
    let Ok(all) = gloo::utils::document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..all.length())
        .filter_map(|index| all.get(index)?.dyn_into().ok())
        .collect()
}

/// The element that has the focus.
pub(super) fn active() -> Option<Element> {
    gloo::utils::document().active_element()
}

/// The `<html>` element, which carries the marks that say how the page is framed.
pub(super) fn document_element() -> Option<HtmlElement> {
    gloo::utils::document()
        .document_element()
        .map(JsCast::unchecked_into)
}

/// Focuses without scrolling: in a frame, scrolling would move the host page.
pub(super) fn focus(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // Links in an SVG have `focus` too, but web-sys declares it for HTML elements only.
    _ = element
        .unchecked_ref::<HtmlElement>()
        .focus_with_options(&options);
}

//! Scrolling within the page. Nothing here scrolls the host page of a frame.

use super::dom::{ROOT, by_id, document_element, focus};
use super::page::framed;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The height of the window, px.
pub(super) fn window_height() -> f64 {
    let height = gloo::utils::window().inner_height().ok();
    height
        .and_then(|height| height.as_f64())
        .unwrap_or_default()
}

/// Scrolls so that an element begins at a share of the window's height, from 0 to 1.
pub(super) fn scroll_to(target: &Element, share: f64) {
    let by = target.get_bounding_client_rect().top() - window_height() * share;
    match inner_scroller() {
        Some(scroller) => scroller.scroll_by_with_x_and_y(0.0, by),
        None if framed() => {}
        None => gloo::utils::window().scroll_by_with_x_and_y(0.0, by),
    }
}

/// Focuses an element and brings it into view: as the browser does it in a top-level page, and
/// within the inner scroller in a frame.
pub(super) fn focus_in_view(element: &Element) {
    if !framed() {
        _ = element.unchecked_ref::<HtmlElement>().focus();
        return;
    }
    focus(element);
    let bounds = element.get_bounding_client_rect();
    if bounds.top() < 0.0 || bounds.bottom() > window_height() {
        scroll_to(element, 0.5);
    }
}

/// The element that scrolls instead of the window, in a frame of fixed height.
fn inner_scroller() -> Option<Element> {
    let contained = document_element()?.get_attribute("data-embed")? == "contained";
    by_id(ROOT).filter(|_| contained)
}

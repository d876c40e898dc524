//! Focus: into a card, and back to where it was. It never scrolls a host page or takes its focus.

use super::{active, by_id, find, focus, page, scroll_to, window_height};
use std::cell::RefCell;
use web_sys::Element;

thread_local! {
    // What had the focus before the first of several cards opened.
    static OPENER: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Moves the focus to what `selector` finds, and remembers what had it.
pub fn enter(selector: &str) {
    if page::would_steal_focus() {
        return;
    }
    let from = active().filter(|element| {
        element.closest(".card").ok().flatten().is_none() && element.tag_name() != "BODY"
    });
    OPENER.with_borrow_mut(|opener| {
        if from.is_some() {
            *opener = from;
        }
    });
    if let Some(target) = find(selector) {
        focus(&target);
    }
}

/// Moves the focus to what `selector` finds.
pub fn set(selector: &str) {
    if let Some(target) = find(selector).filter(|_| !page::would_steal_focus()) {
        focus(&target);
    }
}

/// Moves the focus to what `selector` finds and, unless `skip_scroll`, scrolls it to below the
/// toolbar. The focus stays on the explorer's Previous and Next buttons, so that they can be
/// pressed repeatedly.
pub fn set_and_scroll(selector: &str, skip_scroll: bool) {
    let stepping = active().is_some_and(|element| {
        element
            .closest(".explorer-bar")
            .is_ok_and(|bar| bar.is_some())
    });
    let Some(target) = find(selector).filter(|_| !stepping) else {
        return;
    };
    if !page::would_steal_focus() {
        focus(&target);
    }
    if !skip_scroll {
        scroll_to(&target, 0.2);
    }
}

/// Scrolls to an element unless it begins in the upper quarter of the window. Keeps the focus.
pub fn reveal(id: &str) {
    let Some(target) = by_id(id) else { return };
    if !(0.0..0.25 * window_height()).contains(&target.get_bounding_client_rect().top()) {
        scroll_to(&target, 0.12);
    }
}

/// Returns the focus to what had it before a card opened.
pub fn back() {
    if let Some(opener) = OPENER
        .take()
        .filter(|opener| opener.is_connected() && !page::would_steal_focus())
    {
        focus(&opener);
    }
}

/// Returns the focus to an element that lost it by being moved in the document.
pub fn restore(element: &Element) {
    if !page::would_steal_focus() {
        focus(element);
    }
}

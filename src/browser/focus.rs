//! Focus: into a card, and back to where it was. Knows no state; never scrolls a page around a
//! frame, nor takes its focus.

use super::{active, by_id, find, focus, page, scroll_to};
use std::cell::RefCell;
use web_sys::Element;

thread_local! {
    // Where the focus was before the first of a row of cards opened.
    static OPENER: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Moves the focus to what `selector` finds, and remembers where it came from.
pub fn into(selector: &str) {
    if page::is_guest() {
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
pub fn to(selector: &str) {
    if let Some(target) = find(selector).filter(|_| !page::is_guest()) {
        focus(&target);
    }
}

/// Moves the focus to what `selector` finds and, unless `still`, scrolls it to below the tool bar.
/// Who walks from one to the next with the explorer's buttons is left there, to press again.
pub fn onto(selector: &str, still: bool) {
    let walks = active().is_some_and(|element| {
        element
            .closest(".explorer-bar")
            .is_ok_and(|bar| bar.is_some())
    });
    let Some(target) = find(selector).filter(|_| !walks) else {
        return;
    };
    if !page::is_guest() {
        focus(&target);
    }
    if !still {
        scroll_to(&target, 0.2);
    }
}

/// Scrolls to an element that does not begin in the upper quarter of the window, with the focus
/// where it is.
pub fn reveal(id: &str) {
    let Some(target) = by_id(id) else { return };
    let room = gloo::utils::window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or_default();
    if !(0.0..0.25 * room).contains(&target.get_bounding_client_rect().top()) {
        scroll_to(&target, 0.12);
    }
}

/// Puts the focus back to where it was before a card opened.
pub fn back() {
    if let Some(opener) = OPENER
        .take()
        .filter(|opener| opener.is_connected() && !page::is_guest())
    {
        focus(&opener);
    }
}

/// Gives the focus back to what lost it only because it was moved in the document.
pub fn keep(element: &Element) {
    if !page::is_guest() {
        focus(element);
    }
}

//! Keys that belong to no single element: Escape, and arrows among the links of a figure.

use super::{active, find_all, focus_in_view};
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::Callback;

fn on_key(handle: impl Fn(&KeyboardEvent) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            handle(event);
        }
    })
}

pub fn on_escape(escaped: Callback<()>) -> EventListener {
    on_key(move |event| {
        if event.key() == "Escape" {
            escaped.emit(());
        }
    })
}

/// Arrow keys, Home and End move the focus among the links that carry the same `data-walk`.
pub fn arrow_navigation() -> EventListener {
    on_key(|event| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
        if let Some(next) = active()
            .filter(|_| !modified)
            .and_then(|from| step(&from, &event.key()))
        {
            event.prevent_default();
            focus_in_view(&next);
        }
    })
}

fn step(from: &Element, key: &str) -> Option<Element> {
    let group = from.get_attribute("data-walk")?;
    let links = peers(&group);
    match (key, group.as_str()) {
        ("Home", _) => links.first().cloned(),
        ("End", _) => links.last().cloned(),
        ("ArrowLeft" | "ArrowUp" | "ArrowRight" | "ArrowDown", "map") => nearest(from, &links, key),
        ("ArrowLeft" | "ArrowUp", _) => neighbour(from, links.iter().rev()),
        ("ArrowRight" | "ArrowDown", _) => neighbour(from, links.iter()),
        _ => None,
    }
}

/// The visible links of a group, in the order of the document.
fn peers(group: &str) -> Vec<Element> {
    let mut elements = find_all(&format!("[data-walk='{group}']"));
    elements.retain(|element| element.get_bounding_client_rect().width() > 0.0);
    elements
}

fn neighbour<'a>(from: &Element, mut links: impl Iterator<Item = &'a Element>) -> Option<Element> {
    links.find(|element| *element == from)?;
    links.next().cloned()
}

/// The nearest link in the direction of the arrow. Distance across counts double, so that the focus
/// moves in a line.
fn nearest(from: &Element, links: &[Element], key: &str) -> Option<Element> {
    let here = centre(from);
    let ahead = |element: &Element| {
        let (dx, dy) = (centre(element).0 - here.0, centre(element).1 - here.1);
        let (along, across) = match key {
            "ArrowLeft" => (-dx, dy),
            "ArrowRight" => (dx, dy),
            "ArrowUp" => (-dy, dx),
            _ => (dy, dx),
        };
        (along > 1.0).then_some(along + 2.0 * across.abs())
    };
    let scored = links
        .iter()
        .filter_map(|element| Some((ahead(element)?, element)));
    scored
        .min_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, element)| element.clone())
}

fn centre(element: &Element) -> (f64, f64) {
    let bounds = element.get_bounding_client_rect();
    (
        bounds.left() + bounds.width() / 2.0,
        bounds.top() + bounds.height() / 2.0,
    )
}

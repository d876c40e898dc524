//! Elements of the page, and their attributes.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of the page, with attributes.
pub fn html(tag: &str, attributes: &[(&str, &str)]) -> HtmlElement {
    let element = document()
        .create_element(tag)
        .expect("the name of the tag is ours");
    set_all(&element, attributes);
    element.unchecked_into()
}

/// An element of an SVG.
pub fn svg(tag: &str) -> Element {
    document()
        .create_element_ns(Some(SVG), tag)
        .expect("the name of the tag is ours")
}

pub fn set_all<Value: AsRef<str>>(element: &Element, attributes: &[(&str, Value)]) {
    for (name, value) in attributes {
        set(element, name, value.as_ref());
    }
}

/// Sets an attribute: the names are ours, so that no browser refuses one.
pub fn set(element: &Element, name: &str, value: &str) {
    _ = element.set_attribute(name, value);
}

/// Sets an attribute, or removes it.
pub fn set_if(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => set(element, name, value),
        None => _ = element.remove_attribute(name),
    }
}

/// A button that shows `sign`; `name` is its accessible name.
pub fn button(sign: &str, name: &str) -> HtmlElement {
    let button = html(
        "button",
        &[("type", "button"), ("class", "explorer-button")],
    );
    button.set_text_content(Some(sign));
    if sign != name {
        set_all(&button, &[("aria-label", name), ("title", name)]);
    }
    button
}

/// Appends elements in order.
pub fn append(parent: &Element, children: &[&Element]) {
    for child in children {
        _ = parent.append_child(child);
    }
}

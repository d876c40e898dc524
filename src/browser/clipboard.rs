//! The clipboard. Knows no state: it copies texts, and tells whether it could.
//!
//! The old command first: it asks for no permission, so that it works in every frame, while the
//! interface that came after it is refused in frames without `allow` and on pages without
//! encryption.

use super::{ROOT, active, by_id, focus};
use gloo::utils::document;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Puts `text` into the clipboard, from within what a reader's click or key press has set off.
pub fn copy(text: &str) -> bool {
    let Some(root) = by_id(ROOT) else {
        return false;
    };
    let Some(field) = document()
        .create_element("textarea")
        .ok()
        .and_then(|field| field.dyn_into().ok())
    else {
        return false;
    };
    let field: HtmlTextAreaElement = field;
    field.set_class_name("visually-hidden");
    field.set_value(text);
    // Beside the root: inside it everything is the program's.
    _ = root.after_with_node_1(&field);
    let copied = copy_from(&field);
    field.remove();
    copied
}

/// Copies the text of a field, and tells whether that worked. Where it did not, the text stands
/// selected for the reader's own keys.
pub fn copy_field(id: &str, told: impl Fn(bool) + 'static) {
    let Some(field) = by_id(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    if copy_from(&field) {
        return told(true);
    }
    let Some(promise) = write(&field.value()) else {
        return told(false);
    };
    // One function for both: a kept promise gives nothing, a refusal its reason. It stays in
    // memory, as a promise tells nobody that it is done with it; that is some bytes for a click
    // that hardly any browser leads here.
    let answer =
        Closure::<dyn FnMut(JsValue)>::new(move |reason: JsValue| told(reason.is_undefined()));
    _ = promise.then2(&answer, &answer);
    answer.forget();
}

/// Selects a field and copies it; the focus is then again where it was, unless it did not work.
fn copy_from(field: &HtmlTextAreaElement) -> bool {
    let before = active();
    focus(field);
    field.select();
    let copied = document()
        .unchecked_into::<HtmlDocument>()
        .exec_command("copy")
        .unwrap_or_default();
    if let Some(before) = before.filter(|_| copied) {
        focus(&before);
    }
    copied
}

/// Asks the newer interface, where the browser has it.
fn write(text: &str) -> Option<Promise> {
    let clipboard = gloo::utils::window().navigator().clipboard();
    (!clipboard.is_undefined()).then(|| clipboard.write_text(text).unchecked_into())
}

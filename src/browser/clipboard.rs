//! The clipboard: copies texts and reports whether that worked.
//!
//! It tries the old `execCommand` first, which needs no permission and so works in every frame. The
//! asynchronous Clipboard API is refused in frames without `allow` and in insecure contexts.

use super::{ROOT, active, by_id, focus};
use gloo::utils::document;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Copies a text. Browsers allow it only while they handle a click or a key press.
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
    // Beside the root, because everything inside belongs to the app.
    _ = root.after_with_node_1(&field);
    let before = active();
    let copied = copy_from(&field);
    field.remove();
    if let Some(before) = before.filter(|_| !copied) {
        focus(&before);
    }
    copied
}

/// Copies the text of a field and calls back whether that worked. Otherwise the text stays
/// selected, so that the reader can copy it.
pub fn copy_field(id: &str, copied: impl Fn(bool) + 'static) {
    let Some(field) = by_id(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    if copy_from(&field) {
        return copied(true);
    }
    let Some(promise) = write(&field.value()) else {
        return copied(false);
    };
    // One function serves both: a fulfilled promise passes nothing, a rejected one its reason. It
    // is never freed: few browsers get here, and a click costs some bytes.
    let answer =
        Closure::<dyn FnMut(JsValue)>::new(move |reason: JsValue| copied(reason.is_undefined()));
    _ = promise.then2(&answer, &answer);
    answer.forget();
}

/// Selects a field and copies it, then returns the focus if that worked.
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

/// Copies by the asynchronous API, where the browser has it.
fn write(text: &str) -> Option<Promise> {
    let clipboard = gloo::utils::window().navigator().clipboard();
    (!clipboard.is_undefined()).then(|| clipboard.write_text(text).unchecked_into())
}

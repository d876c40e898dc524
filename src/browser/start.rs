//! The start of the program: its mount point, the story in the page, and what happens when it
//! cannot go on.

use super::{APP, ROOT, by_id};
use crate::pack::{Unpack, Value};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, console};

/// The element whose text is the story.
pub const STORY: &str = "standpoint-story";

/// The element that the program takes over, or fills when it is empty.
pub fn app() -> Option<Element> {
    by_id(APP)
}

/// The story that the page carries; `None` where there is none that this build can read.
pub fn content<Content: Unpack>() -> Option<Content> {
    let json = by_id(STORY)?.text_content()?;
    Content::unpack(&Data(js_sys::JSON::parse(&json).ok()?)).ok()
}

/// A value that the browser has parsed.
pub struct Data(pub JsValue);

impl Data {
    fn list(&self) -> Option<&js_sys::Array> {
        self.0.dyn_ref()
    }
}

impl Value for Data {
    fn item(&self, index: usize) -> Self {
        Self(
            self.list()
                .map_or(JsValue::NULL, |list| list.get(index as u32)),
        )
    }

    fn length(&self) -> Option<usize> {
        Some(self.list()?.length() as usize)
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn boolean(&self) -> Option<bool> {
        match (self.0.as_bool(), self.0.as_f64()) {
            (Some(value), _) => Some(value),
            (None, Some(0.0)) => Some(false),
            (None, Some(1.0)) => Some(true),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        self.0.is_null()
    }
}

/// Runs the next step of the start in a task of its own.
pub fn in_next_task(step: impl FnOnce() + 'static) {
    let step = Closure::once_into_js(step);
    _ = gloo::utils::window().set_timeout_with_callback(step.unchecked_ref());
}

/// The program cannot go on: logs why and marks it on the root. `js/keep.js` then puts back the
/// page as it was written.
pub fn fail(reason: &str) {
    console::error_1(&js_sys::Error::new(reason).into());
    if let Some(root) = by_id(ROOT) {
        _ = root.set_attribute("data-state", "failed");
    }
}

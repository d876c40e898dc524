//! What the program finds when it starts, and what it says when it cannot go on. Knows no story.

use super::{APP, ROOT, by_id};
use crate::pack::Value;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, console};

/// The element whose text is the story.
pub const STORY: &str = "standpoint-story";

/// The element that the program takes over, or fills when it is empty.
pub fn app() -> Option<Element> {
    by_id(APP)
}

/// The story's data as the browser's own parser reads it.
pub fn story() -> Option<Data> {
    js_sys::JSON::parse(&by_id(STORY)?.text_content()?)
        .ok()
        .map(Data)
}

/// A value that the browser has parsed.
pub struct Data(pub JsValue);

impl Value for Data {
    fn item(&self, index: usize) -> Self {
        Self(
            self.0
                .dyn_ref::<js_sys::Array>()
                .map_or(JsValue::NULL, |list| list.get(index as u32)),
        )
    }

    fn length(&self) -> usize {
        self.0
            .dyn_ref::<js_sys::Array>()
            .map_or(0, |list| list.length() as usize)
    }

    fn text(&self) -> String {
        self.0.as_string().unwrap_or_default()
    }

    fn number(&self) -> f64 {
        self.0.as_f64().unwrap_or_default()
    }

    fn is_true(&self) -> bool {
        self.0.is_truthy()
    }

    fn is_null(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }
}

/// Does the next step of the start when the browser has had its turn.
pub fn next(step: impl FnOnce() + 'static) {
    let step = Closure::once_into_js(step);
    _ = gloo::utils::window().set_timeout_with_callback(step.unchecked_ref());
}

/// The program cannot go on: says why to the console and marks it on the root; boot then puts back
/// the page as it was written.
pub fn stopped(reason: &str) {
    console::error_1(&js_sys::Error::new(reason).into());
    if let Some(root) = by_id(ROOT) {
        _ = root.set_attribute("data-state", "failed");
    }
}

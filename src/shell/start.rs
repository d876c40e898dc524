//! What the program finds when it starts, and what it says when it cannot go on. Knows no story.

use super::{ROOT, by_id};
use web_sys::{Element, console};

/// The element whose text is the story.
const STORY: &str = "standpoint-story";

/// The element that the program takes over, or fills when it is empty.
pub fn root() -> Option<Element> {
    by_id(ROOT)
}

/// The story's JSON.
pub fn story() -> Option<String> {
    by_id(STORY)?.text_content()
}

/// The program cannot go on: says why to the console and marks it on the root; boot then puts back the page as it was written.
pub fn stopped(reason: &str) {
    console::error_1(&js_sys::Error::new(reason).into());
    if let Some(root) = root() {
        _ = root.set_attribute("data-state", "failed");
    }
}

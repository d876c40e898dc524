//! The explorer in the browser: a second program, loaded when a reader first zooms.

fn main() {}

/// A figure of the page that is explored.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub struct Explorer {}

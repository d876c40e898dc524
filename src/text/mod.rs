//! Words: interface strings per language, their marks, order and letters, estimated widths of text,
//! inline markup. Knows no story and no drawing.

#[cfg(not(target_arch = "wasm32"))]
pub mod inline;
#[cfg(not(target_arch = "wasm32"))]
pub mod plain;
#[cfg(not(target_arch = "wasm32"))]
pub mod link;
#[cfg(not(target_arch = "wasm32"))]
pub mod markup;
pub mod direction;
pub mod fold;
pub mod grapheme;
#[cfg(not(target_arch = "wasm32"))]
pub mod order;
pub mod quotes;
pub mod strings;
pub mod width;

pub use strings::Strings;

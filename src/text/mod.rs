//! Words: interface strings per language, estimated widths of text, inline markup. Knows no story and no drawing.

pub mod strings;
pub mod width;

pub use strings::Strings;

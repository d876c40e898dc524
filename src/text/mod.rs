//! Text as it is laid out: estimated widths, and characters as readers see them.

pub mod escape;
pub mod grapheme;
pub mod number;
pub mod width;

//! Layout: stories to placed points, rounded and deterministic. Knows no state, no Yew and no browser.

pub mod map;
pub mod timeline;

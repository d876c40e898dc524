//! The browser: with the explorer, the only code that uses web-sys and gloo. It runs at the start
//! and from effects only, so that nothing of it runs while prerendering. The scripts in `js/` act
//! before the app starts.

pub mod dom;
pub mod page;
mod scroll;
mod after_paint;
pub mod clipboard;
pub mod fragment;
pub mod focus;
pub mod keys;
pub mod reading_position;
pub mod visible;
pub mod links;
pub mod pick;
pub mod host;
pub mod start;

pub use after_paint::after_paint;
pub use dom::APP;
use dom::{ROOT, active, by_id, document_element, find, find_all, focus};
use scroll::{focus_in_view, scroll_to, window_height};

//! The explorer: timeline and map at any zoom, in the place of a figure's picture. A program of its
//! own (`src/bin/explore.rs`), because few readers zoom and none should wait for it. Knows no Yew.
//!
//! It shows the same state as the app, which tells it by two marks on the root (`data-route`,
//! `data-lit`), and it changes that state only as a reader would: by the app's own links.

mod camera;
mod card;
mod controls;
mod element;
mod figure;
mod gestures;
mod image;
mod patch;
mod state;
pub mod save;

pub use figure::Explorer;

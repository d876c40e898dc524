//! The explorer: timeline and map at any zoom, in the place of a figure's picture. A program of its
//! own (`src/bin/explorer.rs`), because few readers zoom and none should wait for it.
//!
//! It shows the same state as the app, which it reads from two marks on the root (`data-route`,
//! `data-lit`), and it changes that state only by asking the app to pick (`browser/pick.rs`).

mod element;
mod camera;
mod drawing;
mod patch;
mod state;
mod controls;
mod figure;
mod card;
mod actions;
mod gestures;
mod image;
pub mod save;
mod commands;
mod start;

pub use figure::Explorer;

//! Standpoint turns a story into an interactive explainer: what happened when, who wants what, and
//! how we know.
//!
//! Table of contents in reading order; a module uses only modules above it (`tests/house`
//! enforces it).

// A kind that is missing somewhere must not compile.
#![deny(clippy::wildcard_enum_match_arm)]

pub mod pack;
pub mod date;
pub mod text;
pub mod locale;
pub mod story;
#[cfg(not(target_arch = "wasm32"))]
pub mod format;
pub mod geometry;
pub mod axis;
pub mod layout;
pub mod state;
pub mod figure;
pub mod view;
pub mod browser;
pub mod explorer;
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;

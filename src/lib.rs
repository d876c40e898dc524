//! Standpoint turns a story into an interactive explainer: what happened when, who wants what, and
//! how we know.
//!
//! Table of contents in reading order; a module uses only modules above it (`tests/tidy.rs`
//! enforces it).

pub mod pack;
pub mod date;
pub mod text;
pub mod diag;
pub mod story;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
pub mod scale;
pub mod layout;
pub mod state;
pub mod share;
pub mod draw;
pub mod view;
pub mod shell;
#[cfg(target_arch = "wasm32")]
pub mod explore;
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;

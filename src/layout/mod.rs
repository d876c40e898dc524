//! Layout: stories to placed points, rounded and deterministic.

pub mod rng;
pub mod graph;
pub mod stress;
pub mod network;
pub mod height;
pub mod timeline;
mod content;
pub mod large;

pub use content::Content;

//! `cargo xtask bench-story`: writes stories for benchmarks, invented ones of any size or stories
//! of exactly the data of a benchmark.
//!
//! The same arguments give the same bytes on every machine: the generator uses whole numbers only,
//! and a random sequence of its own.

mod command;
mod data;
mod toml;
mod invented;
mod random;
mod words;

pub use command::{command, write};
pub use data::of_data;
pub use invented::{Measure, invented};

/// The two files of a story's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    pub story: String,
    pub article: String,
}

//! Stories made to measure: invented ones of any size, and stories of exactly the data of a
//! benchmark. Knows no disk.
//!
//! The same arguments give the same bytes on every machine: whole numbers only, and a random
//! sequence of our own.

mod data;
mod entries;
mod invented;
mod random;
mod words;

pub use data::of_data;
pub use invented::{Measure, invented};

/// The texts of a story's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    pub story: String,
    pub article: String,
}

//! The part of xtask that the tests and benches of the main crate use too.

pub mod bench_story;

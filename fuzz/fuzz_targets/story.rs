//! Fuzzes the reader of a whole story: `story.toml` and `article.md`.
#![no_main]

#[path = "../readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|data: &[u8]| readers::story(data));

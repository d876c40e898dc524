//! Fuzzes the reader of an address's fragment.
#![no_main]

#[path = "../readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|data: &[u8]| readers::fragment(data));

//! Fuzzes the reader of dates, and the advice on what is no date.
#![no_main]

#[path = "../readers.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|data: &[u8]| readers::date(data));

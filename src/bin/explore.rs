//! The explorer in the browser: a second program, loaded when a reader first zooms. It shows timeline and map at any zoom.

fn main() {}

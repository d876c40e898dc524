//! The one table of pinned tools. wasm-bindgen-cli is not in it: its version must be the one of wasm-bindgen in Cargo.lock.

pub const TRUNK: &str = "0.21.14";
pub const GECKODRIVER: &str = "0.37.1";
pub const AXE_CORE: &str = "4.14.1";

/// Compiles the app.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

//! Gives the app in the browser memory enough from the start. Knows nothing else.
//!
//! A usual story needs under 8 MiB, so the memory seldom grows while somebody reads. The room itself costs no byte of the download.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=web=--initial-memory={}", 8 << 20);
    }
}

//! Joins the style sheets for the command line, and gives the app in the browser memory enough from
//! the start. Knows nothing else.
//!
//! A usual story needs under 8 MiB, so the memory seldom grows while somebody reads. The room
//! itself costs no byte of the download.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Lists the style sheets in their order, for Trunk too.
const PAGE: &str = "index.html";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=web=--initial-memory={}", 8 << 20);
        return Ok(());
    }
    println!("cargo::rerun-if-changed={PAGE}");
    let page = fs::read_to_string(PAGE)?;
    let names = page
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let sheets: Vec<&str> = names.filter(|name| name.ends_with(".css")).collect();
    // The one that only a page of contents needs.
    let (contents, story): (Vec<&str>, Vec<&str>) = sheets
        .into_iter()
        .partition(|name| name.ends_with("/contents.css"));
    let out = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    joined(&story, &out.join("story.css"))?;
    joined(&contents, &out.join("contents.css"))
}

fn joined(sheets: &[&str], to: &Path) -> io::Result<()> {
    let texts = sheets.iter().map(|name| {
        println!("cargo::rerun-if-changed={name}");
        fs::read_to_string(name)
    });
    fs::write(to, texts.collect::<io::Result<Vec<_>>>()?.join("\n"))
}

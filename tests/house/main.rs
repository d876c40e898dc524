//! The order of the rooms, which `src/lib.rs` lists, and that no modules import each other.

mod modules;

use modules::{circles, imports, upward};
use std::fs;
use std::path::{Path, PathBuf};

/// Every room of the library in reading order: each may use only those before it.
const LAYERS: [&str; 17] = [
    "pack", "date", "text", "locale", "story", "format", "geometry", "axis", "layout", "state",
    "figure", "view", "browser", "explorer", "app", "site", "cli",
];

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The modules of the library with their texts.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path
                .strip_prefix(src())
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.retain(|(name, _)| !name.starts_with("bin/") && name != "main.rs" && name != "lib.rs");
    found
}

fn text(name: &str, code: &str) -> (String, String) {
    (name.to_owned(), code.to_owned())
}

#[test]
fn rooms_use_only_rooms_above_them() {
    let rooms: Vec<String> = fs::read_to_string(src().join("lib.rs"))
        .unwrap()
        .lines()
        .filter_map(|line| {
            Some(
                line.strip_prefix("pub mod ")?
                    .trim_end_matches(';')
                    .to_owned(),
            )
        })
        .collect();
    assert_eq!(rooms, LAYERS, "src/lib.rs lists the rooms in this order");
    assert_eq!(
        upward(&imports(&files(&src())), &LAYERS),
        Vec::<String>::new()
    );
}

#[test]
fn no_modules_import_each_other() {
    let found = circles(&imports(&files(&src())));
    assert_eq!(found, Vec::<Vec<String>>::new());
}

#[test]
fn a_planted_circle_is_found() {
    let planted = [
        text(
            "map/mod.rs",
            "mod edges;\nmod nodes;\npub use nodes::Node;\n",
        ),
        text(
            "map/edges.rs",
            "use super::{\n    nodes::{self, Node},\n};\n",
        ),
        text(
            "map/nodes.rs",
            "pub struct Node;\nfn draw() { super::edges::draw() }\n",
        ),
    ];
    assert_eq!(circles(&imports(&planted)), [["map::edges", "map::nodes"]]);
}

#[test]
fn a_planted_import_from_below_is_found() {
    let planted = [
        text(
            "date.rs",
            "// crate::view is no import here\nuse crate::view::Page as Sheet;\n",
        ),
        text("view.rs", "use crate::date::When;\n"),
    ];
    assert_eq!(
        upward(&imports(&planted), &["date", "view"]),
        ["date uses view"]
    );
}

//! The order of the rooms, which `src/lib.rs` lists; that no modules import each other; the length
//! of lines.

mod lines;
mod modules;

use lines::too_long;
use modules::{circles, imports, upward};
use std::fs;
use std::path::{Path, PathBuf};

/// Every room of the library in reading order: each may use only those before it.
const LAYERS: [&str; 17] = [
    "pack", "date", "text", "locale", "story", "format", "geometry", "axis", "layout", "state",
    "figure", "view", "browser", "explorer", "app", "site", "cli",
];

/// What a room does not know although the order would allow it: what is in the browser knows
/// nothing of stories, and the explorer draws figures itself.
const STRANGERS: [(&str, &[&str]); 2] = [
    ("browser", &["story", "state", "view", "layout", "figure"]),
    ("explorer", &["view"]),
];

/// Of a line of code, without string literals.
const MAX_COLUMNS: usize = 100;

/// Rooms that still have longer lines; none may join them.
const UNWRAPPED: [&str; 4] = ["src/figure", "src/story", "src/text", "src/view"];

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
fn browser_and_explorer_use_no_strangers() {
    let imports = imports(&files(&src()));
    for (room, strangers) in STRANGERS {
        let modules = imports.iter().filter(|(module, _)| module[0] == room);
        for (module, others) in modules {
            let mut found = others
                .iter()
                .filter(|other| strangers.contains(&&*other[0]));
            assert_eq!(found.next(), None, "{}", module.join("::"));
        }
    }
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

#[test]
fn lines_have_at_most_a_hundred_columns() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in [
        "src", "style", "tests", "benches", "bench", "examples", "fuzz", "xtask",
    ] {
        for path in sources(&root.join(folder)) {
            let lines = too_long(&fs::read_to_string(&path).unwrap(), MAX_COLUMNS);
            let name = path.strip_prefix(root).unwrap();
            if !UNWRAPPED.iter().any(|room| name.starts_with(room)) {
                let name = name.display();
                found.extend(lines.into_iter().map(|line| format!("{name}:{line}")));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_long_line_is_found_unless_it_is_a_string() {
    let text = "let short = 1;\nlet a_longer_name = 2;\nlet text = \"as long as it is\";\n\
                let text = r#\"\nas long as \"it\" is\n\"#;\n// a \"comment\" may not be long\n\
                let mark = '\"'; let it = '\"';\n#[rustfmt::skip]\nconst TABLE: [u8; 2] = [\n\
                0,                    1,\n];\nlet a_longer_name = 3;\n";
    assert_eq!(too_long(text, 15), [2, 7, 8, 13]);
}

/// The files of a folder that people write code in.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if path.is_dir() {
            found.extend(sources(&path));
        } else if ending.is_some_and(|ending| ["rs", "css", "js"].contains(&ending)) {
            found.push(path);
        }
    }
    found
}

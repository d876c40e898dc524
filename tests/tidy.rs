//! House rules that no compiler checks: a pure core, the heads of files, colours as tokens, links
//! in the documents.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms that are pure: the same values give the same result on every machine.
const PURE: [&str; 10] = [
    "pack", "date", "text", "locale", "story", "format", "geometry", "axis", "layout", "state",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", name(path)))
}

fn report(rule: &str, breaches: Vec<String>) {
    assert!(breaches.is_empty(), "{rule}\n{}", breaches.join("\n"));
}

/// Whether a source file belongs to a pure room.
fn is_pure(path: &Path) -> bool {
    let inside = name(path);
    let room = inside
        .strip_prefix("src/")
        .and_then(|rest| rest.split('/').next());
    room.is_some_and(|room| PURE.contains(&room.trim_end_matches(".rs")))
}

/// Whether a line takes only the signs of figures and their shapes, no scenes, which the page's
/// program is without.
fn takes_signs(line: &str) -> bool {
    let signs = [
        "legend", "names", "svg", "symbols", "Color", "Paint", "Shape",
    ];
    line.split_once("crate::figure::").is_some_and(|(_, rest)| {
        let name = |part: &str| part.trim().split(':').next().unwrap_or_default().to_owned();
        let group = rest.trim_matches(['{', '}', ';']);
        match rest.starts_with('{') {
            true => group
                .split(',')
                .all(|part| signs.contains(&name(part).as_str())),
            false => signs.contains(&name(group).as_str()),
        }
    })
}

#[test]
fn views_take_only_signs_from_figures() {
    let mut breaches = Vec::new();
    for path in files(&root().join("src/view"), ".rs") {
        let text = read(&path);
        let lines = text.lines().filter(|line| line.contains("crate::figure"));
        let scenes = lines.filter(|line| !takes_signs(line));
        breaches.extend(scenes.map(|line| format!("{}: {line}", name(&path))));
    }
    report("a view draws no scene", breaches);
}

#[test]
fn the_pure_core_knows_no_yew_no_browser_no_clock_and_no_files() {
    let foreign = [
        "yew::",
        "web_sys",
        "gloo",
        "std::fs",
        "std::time",
        "std::env",
        "HashMap",
        "HashSet",
    ];
    let mut breaches = Vec::new();
    for path in files(&root().join("src"), ".rs")
        .into_iter()
        .filter(|path| is_pure(path))
    {
        let text = read(&path);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        breaches.extend(
            foreign
                .iter()
                .filter(|word| code.contains(**word))
                .map(|word| format!("{}: {word}", name(&path))),
        );
    }
    report("the pure core stays pure", breaches);
}

#[test]
fn only_browser_code_calls_the_browser() {
    let calls = ["web_sys::window", "gloo::utils", "window()", "document()"];
    let mut breaches = Vec::new();
    for path in files(&root().join("src/view"), ".rs") {
        let text = read(&path);
        breaches.extend(
            calls
                .iter()
                .filter(|call| text.contains(**call))
                .map(|call| format!("{}: {call}", name(&path))),
        );
    }
    report("a view asks the browser for nothing", breaches);
}

#[test]
fn every_source_file_opens_with_what_it_is() {
    let sources = ["src", "tests", "benches", "xtask", "fuzz"]
        .into_iter()
        .flat_map(|folder| files(&root().join(folder), ".rs"));
    let bare =
        sources.filter(|path| !name(path).contains("/target/") && !read(path).starts_with("//!"));
    report(
        "begin the file with a `//!` line",
        bare.map(|path| name(&path)).collect(),
    );
}

#[test]
fn colours_stand_in_the_tokens_only() {
    let mut breaches = Vec::new();
    for path in files(&root().join("style"), ".css")
        .into_iter()
        .filter(|path| !path.ends_with("tokens.css"))
    {
        for (number, line) in read(&path).lines().enumerate() {
            let hex = line
                .split('#')
                .skip(1)
                .any(|rest| rest.len() >= 3 && rest.chars().take(3).all(|c| c.is_ascii_hexdigit()));
            if hex
                || ["rgb(", "rgba(", "hsl(", "oklch(", "!important"]
                    .iter()
                    .any(|word| line.contains(word))
            {
                breaches.push(format!("{}:{}: {}", name(&path), number + 1, line.trim()));
            }
        }
    }
    report("name a token instead", breaches);
}

#[test]
fn no_view_writes_a_style_attribute() {
    let breaches = files(&root().join("src/view"), ".rs")
        .into_iter()
        .filter(|path| read(path).contains("style="));
    report(
        "a strict policy blocks style attributes",
        breaches.map(|path| name(&path)).collect(),
    );
}

#[test]
fn links_in_the_documents_lead_somewhere() {
    let mut breaches = Vec::new();
    let documents = files(&root().join("docs"), ".md").into_iter().chain(
        [
            "README.md",
            "ARCHITECTURE.md",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
        ]
        .map(|file| root().join(file)),
    );
    for path in documents {
        let text = read(&path);
        let targets = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| {
            !target.starts_with("http") && !target.starts_with('#') && !target.contains(':')
        }) {
            let file = path
                .parent()
                .unwrap_or(Path::new(""))
                .join(target.split('#').next().unwrap_or_default());
            if !file.exists() {
                breaches.push(format!("{}: {target}", name(&path)));
            }
        }
    }
    report("the document links to nothing", breaches);
}

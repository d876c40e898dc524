//! House rules that no compiler checks: the order of the modules, the heads of files, colours as
//! tokens, links in the documents.

use std::fs;
use std::path::{Path, PathBuf};

/// Every module of the library in reading order: each may use only those before it.
const LAYERS: [&str; 17] = [
    "pack", "date", "text", "locale", "story", "format", "geometry", "axis", "layout", "state",
    "figure", "view", "browser", "explorer", "app", "site", "cli",
];

/// `view` may not touch the browser, `browser` may not know the story; the order alone does not
/// say so.
const STRANGERS: [(&str, &[&str]); 3] = [
    ("view", &["browser"]),
    ("browser", &["story", "state", "view", "layout", "figure"]),
    ("explorer", &["view"]),
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

/// The library module that a source file belongs to.
fn layer_of(path: &Path) -> Option<usize> {
    let inside = name(path);
    let first = inside
        .strip_prefix("src/")?
        .split('/')
        .next()?
        .trim_end_matches(".rs")
        .to_owned();
    LAYERS.iter().position(|layer| *layer == first)
}

/// The modules that a line takes from the crate: `use crate::{date::When, text}` names two.
fn used(line: &str) -> Vec<String> {
    let Some((_, rest)) = line.split_once("crate::") else {
        return Vec::new();
    };
    let names = rest.trim_start_matches('{').split(',');
    names
        .map(|part| {
            part.trim()
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect()
        })
        .collect()
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
fn modules_use_only_modules_above_them() {
    let mut breaches = Vec::new();
    for path in files(&root().join("src"), ".rs") {
        let Some(layer) = layer_of(&path) else {
            continue;
        };
        for line in read(&path)
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            for module in used(line) {
                let Some(below) = LAYERS.iter().position(|name| *name == module) else {
                    continue;
                };
                let strange = STRANGERS
                    .iter()
                    .any(|(one, not)| *one == LAYERS[layer] && not.contains(&module.as_str()));
                let scenes = LAYERS[layer] == "view" && module == "figure" && !takes_signs(line);
                if below > layer || strange || scenes {
                    breaches.push(format!(
                        "{}: `{}` may not use `{module}`",
                        name(&path),
                        LAYERS[layer]
                    ));
                }
            }
        }
    }
    report("ARCHITECTURE.md tells the order of the modules", breaches);
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
        .filter(|path| layer_of(path).is_some_and(|layer| layer < 10))
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
    let documents = files(&root().join("docs"), ".md")
        .into_iter()
        .chain(["README.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(|file| root().join(file)));
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

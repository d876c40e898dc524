//! The modules of the library as a graph of imports, read from the text of the source files.

use std::collections::{BTreeMap, BTreeSet};

/// A module by its path: `["figure", "map"]`.
pub type Module = Vec<String>;

/// Which modules each module names.
pub type Imports = BTreeMap<Module, BTreeSet<Module>>;

/// Reads the imports of all modules from their texts, which are named by their paths in `src`.
pub fn imports(files: &[(String, String)]) -> Imports {
    let texts: BTreeMap<Module, String> = files
        .iter()
        .map(|(path, text)| (module(path), code(text)))
        .collect();
    let known: BTreeSet<&Module> = texts.keys().collect();
    let edges = |(module, text): (&Module, &String)| {
        let paths = paths(text)
            .into_iter()
            .filter_map(|path| resolve(module, &path, &known));
        (
            module.clone(),
            paths.filter(|other| other != module).collect(),
        )
    };
    texts.iter().map(edges).collect()
}

/// The groups of modules that import each other within a room, smallest first.
pub fn circles(imports: &Imports) -> Vec<Vec<String>> {
    let reached: BTreeMap<&Module, BTreeSet<&Module>> = imports
        .keys()
        .map(|module| (module, reachable(module, imports)))
        .collect();
    let mut circles = BTreeSet::new();
    for module in imports
        .keys()
        .filter(|module| reached[module].contains(module))
    {
        let circle: Vec<String> = reached[module]
            .iter()
            .filter(|other| reached[*other].contains(module))
            .map(|other| other.join("::"))
            .collect();
        circles.insert((circle.len(), circle));
    }
    circles.into_iter().map(|(_, circle)| circle).collect()
}

/// The imports that lead from a room to one that is not above it.
pub fn upward(imports: &Imports, layers: &[&str]) -> Vec<String> {
    let layer = |module: &Module| layers.iter().position(|layer| *layer == module[0]);
    let each = |(module, others): (&Module, &BTreeSet<Module>)| {
        let below = others.iter().filter(|other| layer(module) < layer(other));
        below
            .map(|other| format!("{} uses {}", module.join("::"), other.join("::")))
            .collect()
    };
    imports.iter().flat_map::<Vec<String>, _>(each).collect()
}

fn reachable<'a>(from: &'a Module, imports: &'a Imports) -> BTreeSet<&'a Module> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(module) = open.pop() {
        let same_room = imports[module].iter().filter(|other| other[0] == from[0]);
        open.extend(same_room.filter(|other| found.insert(*other)));
    }
    found
}

fn module(path: &str) -> Module {
    let path = path.trim_end_matches(".rs");
    path.strip_suffix("/mod")
        .unwrap_or(path)
        .split('/')
        .map(str::to_owned)
        .collect()
}

/// The text without tests, comments and string literals.
fn code(text: &str) -> String {
    let text = text
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default();
    let mut out = String::new();
    for line in text.lines() {
        let mut pieces = line.split('"');
        let before = pieces.next().unwrap_or_default();
        out += before.split("//").next().unwrap_or_default();
        if !before.contains("//") {
            out.extend(pieces.skip(1).step_by(2));
        }
        out.push('\n');
    }
    out
}

/// Every path in the code, with the groups of `use` lines spelt out.
fn paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for statement in code.split(';') {
        let uses = statement.rsplit_once("use ").filter(|(before, _)| {
            let before = before.trim_end();
            before.is_empty() || before.ends_with(['}', ')', ']', '\n']) || before.ends_with("pub")
        });
        match uses {
            Some((before, tree)) => {
                found.extend(words(before));
                spell_out("", tree.trim(), &mut found);
            }
            None => found.extend(words(statement)),
        }
    }
    found
}

/// The paths of at least two names.
fn words(code: &str) -> Vec<String> {
    let part = |c: char| !(c.is_alphanumeric() || c == '_' || c == ':');
    let words = code.split(part).map(|word| word.trim_matches(':'));
    words
        .filter(|word| word.contains("::"))
        .map(str::to_owned)
        .collect()
}

fn spell_out(before: &str, tree: &str, found: &mut Vec<String>) {
    let Some((head, rest)) = tree.split_once('{') else {
        let name = tree.split(" as ").next().unwrap_or_default().trim();
        found.push(format!("{before}{name}"));
        return;
    };
    let (mut depth, mut start) = (0, 0);
    let inside = rest.rsplit_once('}').map_or(rest, |(inside, _)| inside);
    for (at, letter) in inside.char_indices().chain([(inside.len(), ',')]) {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if letter == ',' && depth == 0 {
            let name = inside[start..at].trim();
            if !name.is_empty() {
                spell_out(&format!("{before}{head}"), name, found);
            }
            start = at + 1;
        }
    }
}

/// The module that a path leads into, as seen from a module.
fn resolve(from: &Module, path: &str, known: &BTreeSet<&Module>) -> Option<Module> {
    let mut names: Vec<&str> = path.split("::").map(str::trim).collect();
    let mut full = from.clone();
    match *names.first()? {
        "crate" => full.clear(),
        "self" => {}
        "super" => {
            while names.first() == Some(&"super") {
                names.remove(0);
                full.pop();
            }
            names.insert(0, "super");
        }
        child if known.contains(&[from.as_slice(), &[child.to_owned()]].concat()) => {
            names.insert(0, "self");
        }
        _ => return None,
    }
    full.extend(names[1..].iter().map(|name| (*name).to_owned()));
    while !full.is_empty() && !known.contains(&full) {
        full.pop();
    }
    (!full.is_empty()).then_some(full)
}

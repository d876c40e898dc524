//! A program for the browser as Trunk built it: WebAssembly, and the JavaScript that wasm-bindgen
//! wrote around it, both made shorter. Without this the first view would be 5,085 bytes larger
//! (brotli), 4,341 of them by the names of imports.

use super::policy;
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// A program and the glue that belongs to it.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// WebAssembly.
    pub wasm: Vec<u8>,
    /// A module that exports its start as `default`.
    pub glue: String,
}

impl Program {
    /// The program as pages load it: without comments, and with short names of imports.
    pub fn new(wasm: Vec<u8>, glue: String) -> Self {
        let glue = bare(glue);
        match shortened(&wasm, &glue) {
            Some((wasm, glue)) => Self { wasm, glue },
            // Both work as they are.
            None => Self { wasm, glue },
        }
    }
}

/// The glue without its line comments and indentation. Skipped when it contains a template literal
/// of several lines, which this would change.
fn bare(glue: String) -> String {
    let split = glue.lines().any(|line| line.matches('`').count() % 2 == 1);
    if split {
        glue
    } else {
        policy::strip(&glue) + "\n"
    }
}

/// Both with a short name for each import: each of wasm-bindgen's names ends with a hash, which
/// does not compress, and is in both. `None` where the bytes are not WebAssembly.
fn shortened(wasm: &[u8], glue: &str) -> Option<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.ok()?;
        if let Payload::ImportSection(section) = payload {
            let mut imports = ImportSection::new();
            for import in section.into_imports() {
                let import = import.ok()?;
                let count = names.len();
                let name = names
                    .entry(import.name.to_owned())
                    .or_insert_with(|| letters(count))
                    .clone();
                let ty = RoundtripReencoder.entity_type(import.ty).ok()?;
                imports.import(import.module, &name, ty);
            }
            module.section(&imports);
        } else if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection {
                id,
                data: &wasm[range],
            });
        }
    }
    Some((module.finish(), renamed(glue, &names)))
}

/// A script with every whole word that is a key of the table replaced by its value.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(part) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|letter| !part(letter)).unwrap_or(from.len()));
        out.push_str(before);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out + rest
}

/// The number as a name: a, b, … z, aa, ab and so on.
fn letters(number: usize) -> String {
    let mut name = if number < 26 {
        String::new()
    } else {
        letters(number / 26 - 1)
    };
    name.push(char::from(b'a' + (number % 26) as u8));
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use wasm_encoder::{EntityType, FunctionSection, TypeSection};

    fn program(imports: &[&str]) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut section = ImportSection::new();
        for name in imports {
            section.import("./web_bg.js", name, EntityType::Function(0));
        }
        module
            .section(&types)
            .section(&section)
            .section(&FunctionSection::new());
        module.finish()
    }

    #[test]
    fn imports_get_the_same_short_names_in_wasm_and_glue() {
        let glue = "const imports = {\n    __wbg_log_12ab: () => log(__wbg_log_12abc),\n    // Why.\n    __wbg_call_34cd: call,\n};\n";
        let program = Program::new(program(&["__wbg_log_12ab", "__wbg_call_34cd"]), glue.into());
        expect![[r"
            const imports = {
            a: () => log(__wbg_log_12abc),
            b: call,
            };
        "]]
        .assert_eq(&program.glue);
        let parsed = Parser::new(0)
            .parse_all(&program.wasm)
            .map(|payload| payload.unwrap());
        let names: Vec<String> = parsed
            .filter_map(|payload| {
                if let Payload::ImportSection(section) = payload {
                    Some(section)
                } else {
                    None
                }
            })
            .flat_map(|section| {
                section
                    .into_imports()
                    .map(|import| import.unwrap().name.to_owned())
            })
            .collect();
        assert_eq!(names, ["a", "b"]);
    }

    #[test]
    fn bytes_that_are_not_webassembly_stay_as_they_are() {
        assert_eq!(
            Program::new(b"something else".into(), String::new()).wasm,
            b"something else"
        );
    }

    #[test]
    fn numbers_become_names_of_letters() {
        assert_eq!(
            [0, 25, 26, 701, 702].map(letters),
            ["a", "z", "aa", "zz", "aaa"]
        );
    }
}

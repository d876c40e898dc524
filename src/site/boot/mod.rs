//! The scripts that start the program: from the files of a folder, or from within a page.

use super::policy::strip;
use super::program::Program;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

const KEEP: &str = include_str!("../../browser/js/keep.js");
const LOAD: &str = include_str!("../../browser/js/load.js");
const INSIDE: &str = include_str!("../../browser/js/inside.js");
const ZOOM: &str = include_str!("../../browser/js/zoom.js");
const GLIDE: &str = include_str!("../../browser/js/glide.js");
const EXPLORE: &str = include_str!("../../browser/js/explore.js");

/// Decodes base64; not every browser has `Uint8Array.fromBase64` yet.
const BYTES: &str =
    "const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));";

/// The names of the files beside the start in `load.js`; each is replaced by a hashed one.
pub const NAMES: [&str; 9] = [
    "./style.css",
    "./host.js",
    "./options.js",
    "./app.wasm",
    "./app.js",
    "./classic.js",
    "./explore.wasm",
    "./explore.js",
    "./explore-classic.js",
];

/// The start in a folder, with the names of the other files, in the order of [`NAMES`].
pub fn start(files: [&str; NAMES.len()]) -> String {
    let load = NAMES
        .iter()
        .zip(files)
        .fold(strip(LOAD), |load, (name, file)| {
            load.replace(name, &format!("./{file}"))
        });
    alone(&[&load, &strip(KEEP), &strip(ZOOM), &strip(GLIDE)])
}

/// The whole program as one classic script, which loads nothing else.
///
/// # Errors
///
/// When [`plain`] does not know the glue, with a sentence for whoever has updated wasm-bindgen.
pub fn classic(app: &Program) -> Result<String, String> {
    let program = format!(
        "document.currentScript.program = __wbg_init({{ module_or_path: bytes(\"{}\") }});",
        base64(app)
    );
    Ok(alone(&[&plain(&app.glue)?, BYTES, &program]))
}

/// The explorer as a classic script, which loads nothing and only defines the function by which the
/// page starts it. `style` is its own style sheet. Its WebAssembly is `inside`, or an argument of
/// that function.
///
/// # Errors
///
/// As [`classic`].
pub fn explorer(explorer: &Program, style: &str, inside: bool) -> Result<String, String> {
    let style = serde_json::to_string(style)
        .expect("text is JSON")
        .replace('<', "\\u003c");
    let program = if inside {
        base64(explorer)
    } else {
        String::new()
    };
    let program = format!("const program = \"{program}\";\nconst style = {style};");
    Ok(alone(&[
        &plain(&explorer.glue)?,
        BYTES,
        &program,
        &strip(EXPLORE),
    ]))
}

/// The start in a page that carries the program's bytes as [`base64`].
///
/// # Errors
///
/// As [`classic`].
pub fn inside(app: &Program) -> Result<String, String> {
    Ok(alone(&[
        &plain(&app.glue)?,
        BYTES,
        &strip(INSIDE),
        &strip(KEEP),
        &strip(ZOOM),
        &strip(GLIDE),
    ]))
}

/// The program's bytes as text.
pub fn base64(program: &Program) -> String {
    BASE64_STANDARD.encode(&program.wasm)
}

/// Scripts as one in a scope of its own; strict, as the module was that some of it comes from.
fn alone(scripts: &[&str]) -> String {
    format!(
        "(() => {{\n\"use strict\";\n{}\n}})();\n",
        scripts.join("\n")
    )
}

/// The glue, a module, as plain functions: it exports nothing, and never asks for `import.meta`.
///
/// wasm-bindgen's target `no-modules` writes such a script, but it begins with `new URL("",
/// location.href)` for a script within a page, which throws in a `srcdoc` frame; its glue is also
/// 65 bytes larger.
fn plain(glue: &str) -> Result<String, String> {
    let mut plain = glue.to_owned();
    let own = [
        "new URL('web_bg.wasm', import.meta.url)",
        "new URL('explore_bg.wasm', import.meta.url)",
    ];
    let own = own
        .into_iter()
        .find(|address| plain.contains(address))
        .unwrap_or(own[0]);
    for (module, script) in [
        ("\nexport { initSync, __wbg_init as default };", ""),
        (own, "undefined"),
    ] {
        if plain.matches(module).count() != 1 {
            return Err(unknown(module.trim()));
        }
        plain = plain.replacen(module, script, 1);
    }
    // `explore.js` is in the same scope and needs no export.
    let inward = |line: &str| {
        line.strip_prefix("export ")
            .filter(|rest| rest.starts_with("class ") || rest.starts_with("function "))
            .unwrap_or(line)
            .to_owned()
    };
    let plain = plain.lines().map(inward).collect::<Vec<_>>().join("\n");
    let module = |line: &&str| {
        line.starts_with("import ") || line.starts_with("export ") || line.contains("import.meta")
    };
    let markup = |line: &&str| line.contains("</script") || line.contains("<!--");
    match plain.lines().find(|line| module(line) || markup(line)) {
        Some(line) => Err(unknown(line)),
        None => Ok(plain.trim().to_owned()),
    }
}

fn unknown(text: &str) -> String {
    format!(
        "the app's glue is not what this version of standpoint can make a single script of ({text:?}); build the app with the \
         wasm-bindgen that Cargo.lock names, and where that has changed, src/site/boot/mod.rs with it"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    const GLUE: &str = "let wasm;\nasync function __wbg_init(at) {\n    at = new URL('web_bg.wasm', import.meta.url);\n}\n\nexport { initSync, __wbg_init as default };\n";

    fn check(glue: &str, expected: Expect) {
        expected.assert_eq(&plain(glue).unwrap_or_else(|message| format!("error: {message}")));
    }

    #[test]
    fn the_glue_becomes_plain_functions() {
        check(
            GLUE,
            expect![[r#"
            let wasm;
            async function __wbg_init(at) {
                at = undefined;
            }"#]],
        );
    }

    #[test]
    fn unknown_glue_is_refused() {
        check(
            &GLUE.replace("initSync, ", ""),
            expect![[
                r#"error: the app's glue is not what this version of standpoint can make a single script of ("export { initSync, __wbg_init as default };"); build the app with the wasm-bindgen that Cargo.lock names, and where that has changed, src/site/boot/mod.rs with it"#
            ]],
        );
        check(
            &format!("import * as more from './snippets/more.js';\n{GLUE}"),
            expect![[
                r#"error: the app's glue is not what this version of standpoint can make a single script of ("import * as more from './snippets/more.js';"); build the app with the wasm-bindgen that Cargo.lock names, and where that has changed, src/site/boot/mod.rs with it"#
            ]],
        );
        check(
            &GLUE.replace("let wasm;", "let wasm = '</script>';"),
            expect![[
                r#"error: the app's glue is not what this version of standpoint can make a single script of ("let wasm = '</script>';"); build the app with the wasm-bindgen that Cargo.lock names, and where that has changed, src/site/boot/mod.rs with it"#
            ]],
        );
    }

    #[test]
    fn the_start_names_all_its_files_and_no_other() {
        let files = [
            "style-0.css",
            "host-1.js",
            "options-2.js",
            "app-3.wasm",
            "app-4.js",
            "classic-5.js",
            "explore-6.wasm",
            "explore-7.js",
            "explore-classic-8.js",
        ];
        let start = start(files);
        let named: Vec<&str> = start
            .split("\"./")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        let mut all = named.clone();
        all.sort_unstable();
        let mut wanted = files.to_vec();
        wanted.sort_unstable();
        assert_eq!(all, wanted);
    }
}

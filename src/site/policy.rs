//! The inline scripts of a page, and the content security policy that allows exactly them and the
//! inline style sheet.

use super::style;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// An inline script, as the page has it.
pub struct Inline {
    /// The name of its file in the assets, for hosts that allow no inline scripts.
    pub name: &'static str,
    pub text: String,
}

/// The scripts that run before the first paint, first in the head, in this order.
pub static EARLY: LazyLock<[Inline; 2]> = LazyLock::new(|| {
    [
        Inline {
            name: "host",
            text: strip(include_str!("../browser/js/host.js")),
        },
        Inline {
            name: "options",
            text: strip(include_str!("../browser/js/options.js")),
        },
    ]
});

/// The script before the policy in a folder's page; it contains all of the policy but its own hash.
pub static FIRST: LazyLock<String> = LazyLock::new(|| {
    strip(include_str!("../browser/js/first.js")).replace("POLICY", &folder(&early()))
});

static POLICY: LazyLock<String> =
    LazyLock::new(|| folder(&format!("{} {}", source(&FIRST), early())));

fn folder(hashes: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' {hashes} 'wasm-unsafe-eval'; style-src 'self' {}; img-src 'self' data:; \
         connect-src 'self'; base-uri 'none'; form-action 'none'",
        source(&style::STORY)
    )
}

fn early() -> String {
    sources(EARLY.iter().map(|script| &script.text))
}

/// The policy of a page in a folder: run its own program, and load nothing from or send to anywhere
/// else. It is the same for every page that this version writes, so it can be a header of the host
/// too.
pub fn policy() -> &'static str {
    &POLICY
}

/// The policy as a header of a host at this origin (`https://example.org`). The origin is named
/// beside `'self'`, because in a sandbox WebKit matches nothing with `'self'`; the page corrects
/// its own policy there, but cannot correct a header.
pub fn policy_at(origin: &str) -> String {
    POLICY.replace("'self'", &format!("'self' {origin}"))
}

/// The policy of a single file: run these scripts, use this style, and request nothing.
pub fn inside<'a>(scripts: impl IntoIterator<Item = &'a String>, style: &str) -> String {
    let (scripts, style) = (sources(scripts), source(style));
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {style}; img-src data:; base-uri 'none'; \
         form-action 'none'"
    )
}

fn sources<'a>(scripts: impl IntoIterator<Item = &'a String>) -> String {
    scripts
        .into_iter()
        .map(|text| source(text))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The source expression for an inline script or style sheet: the hash of its bytes.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// A script without indentation and comment lines. It reads lines, not JavaScript: our scripts have
/// no comments after code, and no comments or texts over several lines.
pub fn strip(script: &str) -> String {
    let lines = script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn comments_and_indentation_go_and_lines_stay_lines() {
        let script = "// What it is.\n(() => {\n  // Why.\n  const a = \"//\"\n\n  go(a)\n})();\n";
        expect!["(() => {\nconst a = \"//\"\ngo(a)\n})();"].assert_eq(&strip(script));
    }

    #[test]
    fn inline_scripts_and_styles_can_be_stripped_and_inlined() {
        assert!(
            !style::STORY.contains("</"),
            "the style sheet would end too early"
        );
        let early = EARLY.iter().map(|script| (script.name, &script.text));
        for (name, text) in early.chain([("first", &*FIRST)]) {
            for sign in ["</script", "<!--", "/*", "*/"] {
                assert!(!text.contains(sign), "{name}.js holds {sign}");
            }
            let literals = text
                .lines()
                .filter(|line| line.matches('`').count() % 2 == 1);
            assert_eq!(
                literals.count(),
                0,
                "{name}.js has a template over several lines"
            );
        }
    }

    #[test]
    fn a_hash_is_what_browsers_compute() {
        // From the specification of Content Security Policy, level 3.
        expect!["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"]
            .assert_eq(&source("alert('Hello, world.');"));
    }

    #[test]
    fn the_height_script_is_at_most_a_kilobyte() {
        let host = EARLY
            .iter()
            .find(|script| script.name == "host")
            .expect("one of the early scripts");
        let mut packed = Vec::new();
        let best = brotli::enc::BrotliEncoderParams {
            quality: 11,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut host.text.as_bytes(), &mut packed, &best)
            .expect("writing to memory");
        assert!(
            packed.len() <= 1024,
            "host.js has {} bytes after brotli",
            packed.len()
        );
    }
}

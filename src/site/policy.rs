//! The inline scripts of a page, and the content security policy that allows exactly them and the
//! inline style sheet.

use super::style;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// A script in the page itself, as the page carries it.
pub struct Inline {
    /// Of its file in the assets, for hosts that let no inline script run.
    pub name: &'static str,
    pub text: String,
}

/// What acts before the first paint: first in the head, in this order.
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

/// What stands before the policy in a folder's page, and must know all of it but its own hash.
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

/// What a page in a folder may do: run its own program, and nothing from or to anywhere else. The
/// same for every page of every site that this version writes, so that it can be a header of the
/// host too.
pub fn policy() -> &'static str {
    &POLICY
}

/// The same as a header of a host at this origin (`https://example.org`). Named beside `'self'`,
/// because WebKit lets `'self'` stand for nothing in a sandbox; there the page mends its own policy
/// by itself, but cannot mend a header.
pub fn policy_at(origin: &str) -> String {
    POLICY.replace("'self'", &format!("'self' {origin}"))
}

/// What a page with everything inside may do: run these scripts, look like this, and ask nobody for
/// anything.
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

/// A script or style sheet that stands in the page, as the policy names it: by the hash of its very
/// bytes.
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// A script without its indentation and the lines that are comments. It reads lines, not
/// JavaScript: our scripts have no comment behind code or over several lines, and no text over
/// several lines.
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
    fn what_stands_in_the_page_holds_nothing_that_would_end_it_or_that_the_stripper_cannot_read() {
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
    fn a_hash_is_the_one_that_browsers_compute() {
        // From the specification of Content Security Policy, level 3.
        expect!["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"]
            .assert_eq(&source("alert('Hello, world.');"));
    }

    #[test]
    fn the_height_layer_is_at_most_a_kilobyte_as_it_stands_in_the_page() {
        let host = EARLY
            .iter()
            .find(|script| script.name == "host")
            .expect("it comes first");
        let mut packed = Vec::new();
        let best = brotli::enc::BrotliEncoderParams {
            quality: 11,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut host.text.as_bytes(), &mut packed, &best)
            .expect("memory takes it");
        assert!(
            packed.len() <= 1024,
            "host.js has {} bytes after brotli",
            packed.len()
        );
    }
}

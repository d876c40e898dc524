//! Addresses that links may have, and what to write instead of others.

use super::{loose, problem};

fn check(sound: bool, links: &[&str]) {
    for link in links {
        assert_eq!(
            problem(link).is_none(),
            sound,
            "{link:?}: {:?}",
            problem(link)
        );
    }
}

#[test]
fn http_and_relative_addresses_are_sound() {
    check(
        true,
        &[
            "https://example.org",
            "http://example.org/a?b=c#d",
            "HTTPS://example.org/",
            "a.html",
            "../a/b",
            "/a",
            "#part",
        ],
    );
    check(
        true,
        &["?page=2", "a/b:c", "#actor:russia", "a?b=javascript:c"],
    );
}

#[test]
fn other_schemes_are_not() {
    check(
        false,
        &[
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
            "mailto:a@b.c",
        ],
    );
    check(
        false,
        &[
            "blob:x",
            "about:blank",
            "view-source:https://example.org",
            "x-y+z.1:a",
        ],
    );
}

#[test]
fn what_browsers_read_in_another_way_is_not() {
    check(
        false,
        &[
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "\tjavascript:x",
            "\u{1}javascript:x",
            "java%0Ascript:x",
        ],
    );
    check(
        false,
        &[
            "//example.org",
            "\\\\example.org",
            "/\\example.org",
            "https:example.org",
            "https:///example.org",
            "https://",
            "",
        ],
    );
    check(
        false,
        &["a b.html", "https://exa mple.org", "jav\u{a0}ascript:x"],
    );
}

/// What is to be written instead of an address that cannot be taken, or that leads elsewhere.
fn mended(href: &str, instead: Option<&str>) {
    let problem = problem(href)
        .or_else(|| loose(href))
        .unwrap_or_else(|| panic!("{href:?} is taken"));
    assert_eq!(
        problem.instead.as_deref(),
        instead,
        "{href:?}: {}",
        problem.hint
    );
}

#[test]
fn an_address_is_told_as_it_was_meant() {
    mended(
        "//littlesis.org/person/15122",
        Some("https://littlesis.org/person/15122"),
    );
    mended(" https://example.org/", Some("https://example.org/"));
    mended("https://example.org/\n", Some("https://example.org/"));
    mended(
        "https://example.org/a b.html",
        Some("https://example.org/a%20b.html"),
    );
    mended("doi:10.1000/182", Some("https://doi.org/10.1000/182"));
    mended("www.example.org/page", Some("https://www.example.org/page"));
    mended("example.org", Some("https://example.org"));
    mended("example.museum/x", Some("https://example.museum/x"));
    for href in [
        "C:\\Users\\me\\scan.pdf",
        "General knowledge",
        "N/A",
        "mailto:a@b.c",
        "javascript:alert(1)",
    ] {
        mended(href, None);
    }
}

#[test]
fn files_beside_the_page_are_no_hosts() {
    for href in [
        "a.html",
        "report.pdf",
        "v1.2/a.html",
        "docs/example.org",
        "../example.org",
        "README.md",
        "notes",
        "#n/a",
    ] {
        assert_eq!(loose(href), None, "{href}");
    }
}

//! What is markup in a plain text, and what is not.

use super::{pieces, plain, unbalanced};

/// Checks what of a text is markup, and what the text comes to without it.
fn check(text: &str, markup: &[&str], bare: Option<&str>) {
    let found = pieces(text);
    assert_eq!(
        found
            .iter()
            .map(|piece| &text[piece.at.clone()])
            .collect::<Vec<_>>(),
        markup,
        "{text}"
    );
    let all: Vec<_> = found.iter().collect();
    assert_eq!(plain(text, &all, 0..text.len()).as_deref(), bare, "{text}");
}

#[test]
fn tags_are_markup() {
    check(
        "a <b>wider</b> bridge",
        &["<b>", "</b>"],
        Some("a wider bridge"),
    );
    check(
        "Houston<br/> 1963<br>on",
        &["<br/>", "<br>"],
        Some("Houston 1963 on"),
    );
    check("<p>A singer.</p>", &["<p>", "</p>"], Some("A singer."));
    check(
        "<script>alert(1)</script>",
        &["<script>", "</script>"],
        None,
    );
    check(
        "\"><img src=x onerror=alert(1)>",
        &["<img src=x onerror=alert(1)>"],
        None,
    );
    check("m<sup>2</sup>", &["<sup>", "</sup>"], None);
}

#[test]
fn entities_are_markup() {
    check(
        "Women&#x27;s &amp; friends",
        &["&#x27;", "&amp;"],
        Some("Women’s & friends"),
    );
    check(
        "the &quot;sheet&quot;",
        &["&quot;", "&quot;"],
        Some("the “sheet”"),
    );
    check(
        "a&nbsp;b &mdash; &lt;3",
        &["&nbsp;", "&mdash;", "&lt;"],
        Some("a b — <3"),
    );
    check("Caf&eacute;", &["&eacute;"], Some("Café"));
}

#[test]
fn markdown_is_markup() {
    check(
        "a *wider* [bridge](issue:bridge)",
        &["*wider*", "[bridge](issue:bridge)"],
        Some("a wider bridge"),
    );
    check(
        "**very** `so` _said_",
        &["**very**", "`so`", "_said_"],
        Some("very so said"),
    );
}

#[test]
fn addresses_are_no_words() {
    check(
        "See https://example.org/council.",
        &["https://example.org/council"],
        None,
    );
    check("(www.example.org)", &["www.example.org"], None);
}

#[test]
fn ordinary_words_are_not() {
    for text in [
        "5 < 6, 5 < 6 > 4, <3, x<y>z, a <name>",
        "R&D at AT&T, &c.; Q&A; Smith & Co;",
        "5 * 6 * 7, 2*3*4, snake_case_name, prices* and wages*",
        "[sic], [1] (see there), he said [that] (really)",
        "f***, *** of five, 10 %_",
        "a.m. and p.m.; e.g. 3.4.2024: no. 17, http, www",
        "a@www.example.org",
    ] {
        check(text, &[], Some(text));
    }
}

#[test]
fn what_turns_the_direction_is_turned_back() {
    let unclosed = |text: &str| unbalanced(text).map(|at| at.start);
    assert_eq!(
        unclosed("a \u{2067}b\u{2069} c \u{2066}\u{2068}d\u{2069}\u{2069}"),
        None
    );
    assert_eq!(unclosed("a \u{2067}b"), Some(2));
    assert_eq!(unclosed("a\u{2069}"), Some(1));
}

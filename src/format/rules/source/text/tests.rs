//! Words in a source, however it is written.

use super::{Source, objection};

/// Whether a quotation is proved by a source text.
fn check(quote: &str, source: &str, proved: bool) {
    assert_eq!(
        !Source::read(source).places(quote).is_empty(),
        proved,
        "{quote:?} in {source:?}"
    );
}

#[test]
fn the_ways_of_writing_a_text_make_no_difference() {
    check("wouldn't hear of it", "He wouldn’t hear of it.", true);
    check("the “old” bridge", "the ‘old’ bridge", true);
    check("1991-2003", "in 1991–2003", true);
    check("well-known", "the well\u{2011}known mill", true);
    check("which guarantees", "*which*\u{a0}  __guarantees__", true);
    check("no.", "He said no, and left.", true);
    check("cooperation", "co\u{ad}opera\u{200b}tion", true);
    check("and so on…", "and so on...", true);
}

#[test]
fn a_quotation_in_another_unicode_form_is_the_same() {
    check("Café für alle", "Cafe\u{301} fu\u{308}r alle", true);
    check("Cafe\u{301} fu\u{308}r alle", "Café für alle", true);
    check("first office", "the ﬁrst oﬃce", true);
    check("Cafe für alle", "Café für alle", false);
}

#[test]
fn letters_words_and_case_do() {
    check("too narrov", "too narrow", false);
    check("narrow", "too narrower", false);
    check("arrow", "too narrow", false);
    check("it rained", "It rained", false);
    check("re-form", "reform", false);
    check("row", "narrow row", true);
}

#[test]
fn words_left_out_are_marked() {
    check(
        "too narrow […] for carts",
        "too narrow, he said, for carts",
        true,
    );
    check("too narrow [...] for carts", "for carts too narrow", false);
    check("[…]", "for carts", false);
}

#[test]
fn lines_broken_at_a_width_are_one_paragraph() {
    let text = "The mayor said that the bridge is too narrow for\ntwo carts, and that she will see to it. The mil-\nler \
                did not like the well-known plan at all.\n\nIt rained.\n";
    let source = Source::read(text);
    assert!(source.wrapped);
    assert_eq!(source.places("too narrow for two carts"), [1]);
    assert_eq!(
        source.places("The miller did not like the well-known plan"),
        [1]
    );
    assert_eq!(source.places("It rained"), [2]);
    check(
        "We need a wider bridge, and soon",
        "The mayor said: “We need a wider\nbridge, and soon.”",
        true,
    );
}

#[test]
fn short_lines_are_paragraphs() {
    for text in [
        "It rained all day.\nThe mayor left.",
        "A title\nThe mayor left at noon, and it rained.",
        "One\nTwo\nThree, four\nFive",
    ] {
        assert!(!Source::read(text).wrapped, "{text}");
    }
    assert!(Source::read("It rained all\nday").runs_on("all day"));
}

#[test]
fn what_is_no_text_is_told() {
    assert!(objection("a\0b").is_some_and(|said| said.contains("no text")));
    assert!(
        objection("<p>The mayor said: &ldquo;No.&rdquo;</p>\n")
            .is_some_and(|said| said.contains("HTML"))
    );
    assert_eq!(objection("5 < 6"), None);
}

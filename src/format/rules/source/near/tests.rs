//! The nearest wording in a source for words that it does not have.

use super::{Found, Nearest};
use crate::format::rules::source::text::Source;

fn check(quote: &str, source: &str, expected: Option<Found>) {
    let source = Source::read(source);
    assert_eq!(Nearest::of(&source).find(quote), expected, "{quote}");
}

#[test]
fn the_nearest_wording_is_offered() {
    let near = |wording: &str| {
        Some(Found::Near {
            wording: wording.into(),
            paragraph: 1,
        })
    };
    let carts = "“Too narrow”, “too narrow for two carts”, he said";
    check(
        "to narrow for two carts",
        carts,
        near("too narrow for two carts"),
    );
    check("wet", "It went", near("went"));
    check("something else altogether is said", carts, None);
}

#[test]
fn the_same_words_say_what_differs() {
    let same = |wording: &str, capitals| {
        Some(Found::Same {
            wording: wording.into(),
            capitals,
            paragraph: 1,
        })
    };
    check(
        "We need a bridge",
        "“WE need a bridge.”",
        same("WE need a bridge", true),
    );
    check(
        "a wider bridge, and soon",
        "A wider bridge …, and soon.",
        same("A wider bridge …, and soon", false),
    );
}

#[test]
fn an_interruption_is_told() {
    let text = "“We need a wider bridge,” said the mayor, “and soon.”";
    let wording = "We need a wider bridge,” said the mayor, “and soon".into();
    let joined = "We need a wider bridge […] and soon".into();
    check(
        "We need a wider bridge, and soon",
        text,
        Some(Found::Interrupted {
            wording,
            joined,
            paragraph: 1,
        }),
    );
}

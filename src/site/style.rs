//! The style sheets of pages, without comments and needless white space. All other tokens stay as
//! they are.

use cssparser::{ParseError, Parser, Token};
use std::sync::LazyLock;

/// The style sheet of a story's page: the files of `style/` in the order of `index.html`. The
/// policy of this version names its hash.
pub static STORY: LazyLock<String> =
    LazyLock::new(|| strip(include_str!(concat!(env!("OUT_DIR"), "/story.css"))));

/// The style sheet that a page of contents has in addition.
pub static CONTENTS: LazyLock<String> =
    LazyLock::new(|| strip(include_str!(concat!(env!("OUT_DIR"), "/contents.css"))));

/// The explorer's style sheet, which a page does not have before a figure is opened.
pub static EXPLORER: LazyLock<String> =
    LazyLock::new(|| strip(include_str!("../../style/explorer.css")));

/// Removes comments and needless white space.
pub fn strip(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    block(&mut Parser::new(css), &mut out).expect("tokens are copied without judging them");
    out
}

#[expect(clippy::wildcard_enum_match_arm)] // Over an enum of another crate, which is long.
fn block(parser: &mut Parser, out: &mut String) -> Result<(), ParseError<()>> {
    // The space between two tokens is written only if the second one needs it.
    let mut between = "";
    loop {
        let start = parser.position();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else {
            return Ok(());
        };
        match token {
            Token::WhiteSpace(_) => between = " ",
            // A comment alone separates two tokens without being space: `.a/**/.b` is not `.a .b`.
            Token::Comment(_) if between.is_empty() => between = "/**/",
            Token::Comment(_) => {}
            token => {
                let lone = matches!(
                    token,
                    Token::CurlyBracketBlock | Token::Semicolon | Token::Comma
                );
                // Space after a colon has no meaning, unless the colon is escaped and so part of a
                // name.
                let ended = out.ends_with(['{', '}', ';', ',', '(', '['])
                    || out.ends_with(':') && !out.ends_with("\\:");
                if !lone && !out.is_empty() && !ended {
                    out.push_str(between);
                }
                between = "";
                out.push_str(parser.slice_from(start));
                nested(&token, parser, out);
            }
        }
    }
}

fn nested(opening: &Token, parser: &mut Parser, out: &mut String) {
    if let Some(close) = closing(opening) {
        let inside = parser.parse_nested_block(|inner| block(inner, out));
        inside.expect("a block is copied without judging it");
        out.push(close);
    }
}

#[expect(clippy::wildcard_enum_match_arm)] // Over an enum of another crate, which is long.
fn closing(token: &Token) -> Option<char> {
    match token {
        Token::Function(_) | Token::ParenthesisBlock => Some(')'),
        Token::SquareBracketBlock => Some(']'),
        Token::CurlyBracketBlock => Some('}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(css: &str, expected: Expect) {
        expected.assert_eq(&strip(css));
    }

    #[test]
    fn comments_and_idle_space_go() {
        check(
            "/* head */\n@layer reset, parts;\n\n.a,\n.b /* c */ {\n  color: red; /* why */\n  margin: 0 auto;\n}\n",
            expect!["@layer reset,parts;.a,.b{color:red;margin:0 auto;}"],
        );
    }

    #[test]
    fn space_that_means_something_stays() {
        check(
            ".a .b > .c :hover { width: calc( 1px + 2 * 3px ) }",
            expect![".a .b > .c :hover{width:calc(1px + 2 * 3px)}"],
        );
        check(
            "@media (width > 3px) and (hover) { .a/* x */.b { --x: ; } }",
            expect!["@media (width > 3px) and (hover){.a/**/.b{--x:;}}"],
        );
        check(
            "a[href^=\"/* x */  y\"]::after { content: \"}  {\" }",
            expect![[r#"a[href^="/* x */  y"]::after{content:"}  {"}"#]],
        );
        check(".a\\: b { --x: y }", expect![[r".a\: b{--x:y}"]]);
    }

    #[test]
    fn modern_values_stay_as_written() {
        let css = "@layer tokens{:root{--ink:light-dark(#1a1a1a,oklch(95% 0 0));inset-inline:0;}}@container (inline-size > 40em){.a{&:is(.b,.c){margin-block:1em}}}";
        check(
            css,
            expect![
                "@layer tokens{:root{--ink:light-dark(#1a1a1a,oklch(95% 0 0));inset-inline:0;}}@container (inline-size > 40em){.a{&:is(.b,.c){margin-block:1em}}}"
            ],
        );
    }
}

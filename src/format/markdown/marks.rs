//! The braces of a text: marks, marks that are not closed, and those that belong to none.

use std::ops::Range;

/// Longest word of a mark: longer ones are something else between braces.
const LONGEST: usize = 40;

/// Something with a brace, and its bytes in the text.
#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    /// `{word}`.
    Mark(Range<usize>),
    /// `{word` without its other brace.
    Open(Range<usize>),
    /// A brace that belongs to no mark.
    Stray(Range<usize>),
}

/// All of a text from an offset on. Looks at each byte once, however many braces there are.
pub(super) fn pieces(text: &str, from: usize) -> impl Iterator<Item = Piece> {
    let mut at = from;
    std::iter::from_fn(move || {
        let brace = at + text.get(at..)?.find(['{', '}'])?;
        let piece = piece(text, brace);
        at = match &piece {
            Piece::Mark(at) | Piece::Open(at) | Piece::Stray(at) => at.end,
        };
        Some(piece)
    })
}

fn piece(text: &str, brace: usize) -> Piece {
    let stray = Piece::Stray(brace..brace + 1);
    let Some(rest) = text[brace..].strip_prefix('{') else {
        return stray;
    };
    let other = |c: char| !(c.is_alphanumeric() || c.is_whitespace() || "-_,.#!?".contains(c));
    let near = rest
        .char_indices()
        .nth(LONGEST)
        .map_or(rest, |(end, _)| &rest[..end]);
    let end = near.find(other);
    if end.is_some_and(|end| near[end..].starts_with('}')) {
        return Piece::Mark(brace..brace + 1 + end.unwrap_or_default() + 1);
    }
    let word = near.bytes().take_while(u8::is_ascii_lowercase).count();
    // A sign of code behind the word says that it is none of ours.
    let code = rest[word..]
        .trim_start()
        .starts_with([':', '=', '{', '(', ';'])
        || word < 3;
    if code {
        stray
    } else {
        Piece::Open(brace..brace + 1 + word)
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    fn check(text: &str, expected: &[(&str, char)]) {
        let found: Vec<(&str, char)> = pieces(text, 0)
            .map(|piece| match piece {
                Piece::Mark(at) => (&text[at], 'm'),
                Piece::Open(at) => (&text[at], 'o'),
                Piece::Stray(at) => (&text[at], 's'),
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_and_braces_are_told_apart() {
        check(
            "It rose.{reported} So {.",
            &[("{reported}", 'm'), ("{", 's')],
        );
        check(
            "It rose.{reported It fell.{quoted}",
            &[("{reported", 'o'), ("{quoted}", 'm')],
        );
        check(".a{color:red}", &[("{", 's'), ("}", 's')]);
        check(
            "{{{x}}",
            &[("{", 's'), ("{", 's'), ("{x}", 'm'), ("}", 's')],
        );
        check("{é} {this one}", &[("{é}", 'm'), ("{this one}", 'm')]);
    }
}

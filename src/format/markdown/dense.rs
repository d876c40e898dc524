//! Blocks that are no prose: so full of brackets, braces, quotation marks and backslashes that they
//! were pasted from elsewhere, such as JSON. They are left out with one problem each, before the
//! Markdown parser makes a piece of every sign.

use super::article::{MAX_PROBLEMS, Problem};
use std::borrow::Cow;
use std::ops::Range;

/// So many signs are more than a paragraph has.
const MANY: usize = 1_000;

/// The article without blocks that are no prose, with spaces in their place, and what to say of
/// each.
pub(super) fn without(markdown: &str) -> (Cow<'_, str>, Vec<Problem>) {
    let blocks = dense(markdown);
    let mut problems: Vec<Problem> = blocks
        .iter()
        .take(MAX_PROBLEMS)
        .map(|(at, signs)| problem(at.clone(), *signs))
        .collect();
    let Some(last) = problems.last_mut() else {
        return (Cow::Borrowed(markdown), problems);
    };
    last.count += blocks.len().saturating_sub(MAX_PROBLEMS);
    let mut prose = String::with_capacity(markdown.len());
    let mut from = 0;
    for (at, _) in &blocks {
        prose += &markdown[from..at.start];
        prose.extend(std::iter::repeat_n(' ', at.len()));
        from = at.end;
    }
    prose += &markdown[from..];
    (Cow::Owned(prose), problems)
}

fn problem(at: Range<usize>, signs: usize) -> Problem {
    let message =
        format!("this is no prose: it has {signs} brackets, braces, quotation marks and the like");
    let hint =
        "take out what was pasted here, such as JSON or code, or write it as sentences".into();
    Problem {
        code: "no-prose",
        at,
        message,
        hint,
        replacement: None,
        count: 1,
    }
}

/// Each block of which more than a fifth is signs, and their number: prose with many mentions has
/// half as many.
fn dense(markdown: &str) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    let (mut start, mut at, mut signs) = (0, 0, 0);
    for line in markdown.split_inclusive('\n') {
        if line.trim_ascii().is_empty() {
            found.extend(block(start..at, signs));
            (start, signs) = (at + line.len(), 0);
        }
        signs += line.matches(SIGNS).count();
        at += line.len();
    }
    found.extend(block(start..at, signs));
    found
}

fn block(at: Range<usize>, signs: usize) -> Option<(Range<usize>, usize)> {
    (signs > MANY && signs * 5 > at.len()).then_some((at, signs))
}

/// What Markdown, JSON and code are made of, and quotation marks.
const SIGNS: &[char] = &[
    '[', ']', '{', '}', '<', '>', '\\', '"', '`', '*', '_', '|', '~', '&', '!', '$', '“', '”', '„',
    '«', '»',
];

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn prose_stays_and_what_was_pasted_goes() {
        let prose = "## A {#a}\n\nThe [mayor](actor:mayor) wants “it”.{reported}\n".repeat(100);
        assert!(without(&prose).1.is_empty());
        let pasted = format!("## A {{#a}}\n\n{}\n\nEnd.\n", "[{\"a\":1}],".repeat(300));
        let (text, problems) = without(&pasted);
        assert_eq!((text.len(), problems.len()), (pasted.len(), 1));
        assert_eq!(
            text.split_whitespace().collect::<Vec<_>>(),
            ["##", "A", "{#a}", "End."]
        );
    }
}

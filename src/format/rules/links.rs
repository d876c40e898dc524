//! Rules on links and mentions: slips that leave brackets in the text, and addresses that lead
//! nowhere.

use crate::format::diagnostic::Diagnostic;
use crate::format::file::Link;
use crate::format::link;
use crate::format::markdown::{self, Style};
use crate::format::plain::Plain;
use crate::format::{Draft, in_article, in_story};
use std::ops::Range;

/// What mentions begin with.
const SCHEMES: [&str; 3] = ["actor:", "event:", "issue:"];

/// How many bytes before and behind its middle a slip is looked for: words and addresses are
/// shorter, and cost stays in proportion.
const LONGEST: usize = 300;

/// The last offset up to `at` that lies between characters.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// A link that was not understood, and what to write in its place, where that is known.
struct Slip {
    at: Range<usize>,
    instead: Option<String>,
}

/// A slip in a link leaves its brackets in the text, where readers would see them.
pub fn links_are_links(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for plain in draft.article.paragraphs().map(Plain::of) {
        for slip in slips(&plain) {
            let hint = match &slip.instead {
                Some(instead) if instead.chars().count() <= 80 => format!("write `{instead}`"),
                _ => {
                    "write `[words](actor:id)`, without a space before or inside the round brackets"
                        .into()
                }
            };
            let at = Some(in_article(&plain.place(slip.at.clone())));
            let one = Diagnostic::error(
                "broken-link",
                at,
                "this looks like a link, but is none",
                hint,
            );
            let replacement = slip.instead.filter(|_| plain.exact(slip.at));
            found.push(Diagnostic { replacement, ..one });
        }
    }
    found
}

/// The slips of a paragraph, in its order.
fn slips(plain: &Plain) -> Vec<Slip> {
    let text = &plain.text;
    let starts = SCHEMES.iter().flat_map(|scheme| text.match_indices(scheme));
    let words = starts.filter(|(at, _)| !plain.linked(*at));
    let mut found: Vec<Slip> = words
        .filter_map(|(at, scheme)| mention(text, at, scheme))
        .collect();
    found.sort_by_key(|slip| slip.at.start);
    let known: Vec<Range<usize>> = found.iter().map(|slip| slip.at.clone()).collect();
    let other = |at: usize| {
        let before = known.partition_point(|slip| slip.start <= at);
        before
            .checked_sub(1)
            .is_none_or(|last| !known[last].contains(&at))
    };
    let torn = ["](", "] (http", "] (www."]
        .iter()
        .flat_map(|slip| text.match_indices(slip));
    found.extend(
        torn.filter(|(at, _)| other(*at))
            .map(|(at, _)| address(text, at)),
    );
    found.sort_by_key(|slip| slip.at.start);
    found
}

/// The slip around the bracket between words and an address.
fn address(text: &str, at: usize) -> Slip {
    let Some(start) = words(&text[..at + 1]) else {
        return Slip {
            at: at..at + 1,
            instead: None,
        };
    };
    let from = at + text[at..].find('(').map_or(0, |bracket| bracket + 1);
    let limit = boundary(text, from + LONGEST);
    let length = text[from..limit]
        .find(|c: char| c.is_whitespace() || c == ')')
        .unwrap_or(limit - from);
    let end = from + length + usize::from(text[from + length..].starts_with(')'));
    let href = &text[from..from + length];
    // An address with a space in it may be no address.
    let ends = from + length == text.len()
        || text[from + length..].starts_with(')')
        || text[..from].ends_with(" (");
    let known = ends && link::problem(href).is_none() && link::loose(href).is_none();
    Slip {
        at: start..end,
        instead: known.then(|| format!("[{}]({href})", text[start + 1..at].trim())),
    }
}

/// The slip around `actor:` at an offset; `None` where the word stands in a sentence.
fn mention(text: &str, at: usize, scheme: &str) -> Option<Slip> {
    let behind = &text[at + scheme.len()..];
    let gap = behind.len() - behind.trim_start().len();
    let id: String = behind[gap..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let end = at + scheme.len() + gap + id.len();
    let limit = boundary(text, at.saturating_sub(LONGEST));
    let bracket = text[limit..at].trim_end().strip_suffix('(')?;
    let bracket = &text[..limit + bracket.len()];
    let start = words(bracket)
        .filter(|_| gap == 0 || bracket.trim_end().ends_with(']'))
        .or_else(|| {
            // Without any bracket, the word before is meant.
            let before = bracket.trim_end();
            let from = boundary(before, before.len().saturating_sub(LONGEST));
            let word = before[from..]
                .split(char::is_whitespace)
                .next_back()
                .map_or(from, |word| before.len() - word.len());
            (gap == 0 && word < before.len()).then_some(word)
        })?;
    let shown = bracket[start..]
        .trim()
        .trim_start_matches('[')
        .trim_end_matches(']')
        .trim();
    let closed = text[end..].trim_start().starts_with(')');
    let close = if closed {
        text[end..].find(')').map_or(0, |close| close + 1)
    } else {
        0
    };
    let instead = (!id.is_empty() && !shown.is_empty()).then(|| format!("[{shown}]({scheme}{id})"));
    Some(Slip {
        at: start..end + close,
        instead,
    })
}

/// Where the bracket of a link's words opens, when one is open or has just been closed.
fn words(before: &str) -> Option<usize> {
    let from = boundary(before, before.len().saturating_sub(LONGEST));
    let open = from + before[from..].rfind('[')?;
    let inner = before[open..].trim_end();
    let inner = inner.strip_suffix(']').unwrap_or(inner);
    (!inner.contains(']')).then_some(open)
}

/// A bracket without its other half is what is left of a link or of a remark.
pub fn brackets_closed(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for plain in draft.article.paragraphs().map(Plain::of) {
        let slips = slips(&plain);
        let Some(at) =
            single(&plain.text).filter(|at| !slips.iter().any(|slip| slip.at.contains(at)))
        else {
            continue;
        };
        let (message, hint) = match plain.text[at..].starts_with('[') {
            true => (
                "this bracket is not closed",
                "close it with `]`; a link is written `[words](actor:id)`",
            ),
            false => (
                "this bracket is not opened",
                "open it with `[`; a link is written `[words](actor:id)`",
            ),
        };
        found.push(Diagnostic::warning(
            "single-bracket",
            Some(in_article(&plain.place(at..at + 1))),
            message,
            hint,
        ));
    }
    found
}

/// The first square bracket without its other half.
fn single(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            '[' => open.push(at),
            ']' if open.pop().is_none() => return Some(at),
            _ => {}
        }
    }
    open.into_iter().next()
}

/// An address without its beginning is taken for one in the page's own folder.
pub fn links_complete(draft: &Draft) -> Vec<Diagnostic> {
    let file = &draft.file;
    let source = file.source.iter().filter_map(|source| source.url.as_ref());
    let links = source.chain(
        file.reference
            .iter()
            .filter_map(|reference| reference.url.as_ref()),
    );
    let mut found: Vec<Diagnostic> = links.filter_map(key).collect();
    for statement in draft.article.statements() {
        found.extend(
            statement
                .elements()
                .filter_map(|(run, words)| element(run, &words)),
        );
    }
    found
}

fn key(link: &Link) -> Option<Diagnostic> {
    let loose = link::loose(link)?;
    let found = Diagnostic::warning(
        "loose-link",
        Some(in_story(&link.span())),
        loose.message,
        loose.hint,
    );
    let replacement = loose.instead.map(|href| super::texts::value(&href));
    Some(Diagnostic {
        replacement,
        ..found
    })
}

fn element(run: &markdown::Run, words: &str) -> Option<Diagnostic> {
    let Style::Link(href) = &run.style else {
        return None;
    };
    let loose = link::loose(href)?;
    let found = Diagnostic::warning(
        "loose-link",
        Some(in_article(&run.element)),
        loose.message,
        loose.hint,
    );
    let replacement = loose
        .instead
        .and_then(|href| markdown::link(run, words, &href));
    Some(Diagnostic {
        replacement,
        ..found
    })
}

#[cfg(test)]
mod tests {
    use super::{single, slips};
    use crate::format::markdown;
    use crate::format::plain::Plain;

    /// Checks what is written in place of each slip of a paragraph.
    fn check(markdown: &str, instead: &[&str]) {
        let article = markdown::read(&format!("## {{#a}}\n\n{markdown}"));
        let plain = Plain::of(&article.sections[0].paragraphs[0]);
        let found: Vec<_> = slips(&plain)
            .into_iter()
            .map(|slip| slip.instead.unwrap_or_default())
            .collect();
        assert_eq!(found, instead, "{markdown}");
    }

    #[test]
    fn a_slip_is_told_as_it_was_meant() {
        check(
            "The [miller(actor:miller) does not.",
            &["[miller](actor:miller)"],
        );
        check(
            "The [old miller] (actor:miller) does not.",
            &["[old miller](actor:miller)"],
        );
        check(
            "The [miller](actor: miller) does not.",
            &["[miller](actor:miller)"],
        );
        check(
            "The [miller](actor:miller does not.",
            &["[miller](actor:miller)"],
        );
        check(
            "The miller (actor:miller) does not.",
            &["[miller](actor:miller)"],
        );
        check(
            "The [mayor](actor:mayor and the [miller(actor:miller)",
            &["[mayor](actor:mayor)", "[miller](actor:miller)"],
        );
        let more = ["[more](https://example.org)", "[that](https://example.org)"];
        check(
            "See [more] (https://example.org) or [that](https://example.org",
            &more,
        );
        check("See [more] (www.example.org), [that](a page)", &["", ""]);
    }

    #[test]
    fn sentences_are_no_slips() {
        check(
            "The actor: a man (event: a flood) said [sic] (he is old), an issue:",
            &[],
        );
        check("The [actor:miller](actor:miller) and [x](issue:y).", &[]);
    }

    #[test]
    fn brackets_come_in_pairs() {
        assert_eq!(
            [single("a [b] c"), single("a [b c"), single("a b] c")],
            [None, Some(2), Some(3)]
        );
    }
}

//! Slips in links: brackets and mentions that a typing error leaves in the text.

use crate::format::link;
use crate::format::plain::Plain;
use std::ops::Range;

/// What mentions begin with.
const SCHEMES: [&str; 3] = ["actor:", "event:", "issue:"];

/// How many bytes a slip may have before and behind its middle: words and addresses are shorter,
/// and the search stays linear.
const MAX_REACH: usize = 300;

/// The last offset up to `at` that lies between characters.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// A link that was not understood, and what to write in its place, where that is known.
pub(super) struct Slip {
    pub(super) at: Range<usize>,
    pub(super) instead: Option<String>,
}

/// The slips of a paragraph, in its order.
pub(super) fn slips(plain: &Plain) -> Vec<Slip> {
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
    let limit = boundary(text, from + MAX_REACH);
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
    let limit = boundary(text, at.saturating_sub(MAX_REACH));
    let bracket = text[limit..at].trim_end().strip_suffix('(')?;
    let bracket = &text[..limit + bracket.len()];
    let start = words(bracket)
        .filter(|_| gap == 0 || bracket.trim_end().ends_with(']'))
        .or_else(|| {
            // Without any bracket, the word before is meant.
            let before = bracket.trim_end();
            let from = boundary(before, before.len().saturating_sub(MAX_REACH));
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
    let from = boundary(before, before.len().saturating_sub(MAX_REACH));
    let open = from + before[from..].rfind('[')?;
    let inner = before[open..].trim_end();
    let inner = inner.strip_suffix(']').unwrap_or(inner);
    (!inner.contains(']')).then_some(open)
}

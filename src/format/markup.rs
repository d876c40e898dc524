//! Markup in what is plain text: HTML tags, entities, Markdown and addresses, which readers would
//! see as they stand.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// What a piece of markup is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Tag,
    Entity,
    Markdown,
    Address,
}

/// A piece of markup.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub at: Range<usize>,
    pub kind: Kind,
    /// What it comes to without markup, where that is certain.
    pub plain: Option<String>,
}

/// Tags that only change the style of their words, so that nothing is lost without them.
const LOOKS: &str = " b i em strong u s small span font tt code abbr cite mark kbd big center a ";

/// The other names of elements. `<name>` and `<x>` are no markup.
const ELEMENTS: &str = " article blockquote body br button dd del div dl dt embed footer form h1 h2 h3 h4 h5 h6 head header hr html \
    iframe img input ins label li link main meta nav object ol p pre q script section strike style sub sup svg table tbody td \
    textarea th thead title tr ul video ";

/// Most bytes of an address that are looked at.
const LONGEST_ADDRESS: usize = 300;

/// Most characters of a text that are read as Markdown: a plain text has a few sentences, and what
/// was pasted costs more than prose.
const LONGEST_MARKDOWN: usize = 10_000;

/// The pieces of markup in a text, in its order; of those that overlap, the first.
pub fn pieces(text: &str) -> Vec<Piece> {
    if !text.contains(['<', '&', '*', '_', '[', '`', ':', '.']) {
        return Vec::new();
    }
    let mut found: Vec<Piece> = tags(text)
        .chain(entities(text))
        .chain(addresses(text))
        .collect();
    found.extend(markdown(text));
    found.sort_by_key(|piece| (piece.at.start, std::cmp::Reverse(piece.at.end)));
    let mut end = 0;
    found.retain(|piece| {
        let apart = piece.at.start >= end;
        end = if apart { piece.at.end } else { end };
        apart
    });
    found
}

/// The text with each piece as what it comes to; `None` where that is not certain for each.
pub fn plain(text: &str, pieces: &[&Piece], within: Range<usize>) -> Option<String> {
    let (mut out, mut done) = (String::new(), within.start);
    for piece in pieces {
        out += &text[done..piece.at.start];
        out += piece.plain.as_ref()?;
        done = piece.at.end;
    }
    Some(out + &text[done..within.end])
}

/// The first control character that turns the direction of writing and is never taken back, or
/// takes back what none has turned.
pub fn unbalanced(text: &str) -> Option<Range<usize>> {
    let mut open = Vec::new();
    for (at, character) in text.char_indices() {
        let place = at..at + character.len_utf8();
        match character {
            '\u{2066}'..='\u{2068}' => open.push(place),
            '\u{2069}' if open.pop().is_none() => return Some(place),
            _ => {}
        }
    }
    open.into_iter().next()
}

/// Whether a text is HTML rather than one with a tag in it.
pub fn is_html(text: &str) -> bool {
    let head: String = text
        .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
        .chars()
        .take(15)
        .collect();
    let declared = ["<!doctype html", "<html", "<?xml"]
        .iter()
        .any(|start| head.to_lowercase().starts_with(start));
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    declared || tags(text).count() >= (lines / 2).max(2)
}

fn tags(text: &str) -> impl Iterator<Item = Piece> {
    text.match_indices('<').filter_map(|(start, _)| {
        let (name, end) = tag(&text[start..])?;
        let plain = match name.as_str() {
            "br" => Some(if text[start + end..].starts_with([' ', '\n']) {
                ""
            } else {
                " "
            }),
            name if LOOKS.contains(&format!(" {name} ")) && name != "a" => Some(""),
            "p" | "div" if start == 0 || start + end == text.len() => Some(""),
            _ => None,
        };
        Some(Piece {
            at: start..start + end,
            kind: Kind::Tag,
            plain: plain.map(str::to_owned),
        })
    })
}

/// The name of the tag that a text begins with, and its length.
fn tag(text: &str) -> Option<(String, usize)> {
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let length = inner
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(inner.len());
    // Longer than any name of an element: not worth a style.
    let name = inner
        .get(..length)
        .filter(|name| (1..=10).contains(&name.len()))?
        .to_ascii_lowercase();
    let known = [LOOKS, ELEMENTS]
        .iter()
        .any(|list| list.contains(&format!(" {name} ")));
    let rest = &inner[length..];
    let close = rest
        .find(['>', '<'])
        .filter(|at| rest[*at..].starts_with('>'))?;
    let attributes = rest.starts_with([' ', '/', '\n', '\t']) || close == 0;
    (known && attributes).then(|| (name, text.len() - rest.len() + close + 1))
}

fn entities(text: &str) -> impl Iterator<Item = Piece> {
    text.match_indices('&').filter_map(|(start, _)| {
        let length = text[start + 1..]
            .bytes()
            .take(34)
            .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#')
            .count();
        let end = start + 1 + length;
        let written = text
            .get(start..end + 1)
            .filter(|written| written.ends_with(';') && length > 1)?;
        let plain = entity(written).filter(|plain| plain != written)?;
        Some(Piece {
            at: start..end + 1,
            kind: Kind::Entity,
            plain: Some(typographic(&plain, &text[..start])),
        })
    })
}

/// The character that an entity means.
fn entity(written: &str) -> Option<String> {
    let mut words = String::new();
    for event in Parser::new(written) {
        if let Event::Text(text) = event {
            words += &text;
        }
    }
    (!words.is_empty()).then_some(words)
}

/// Straight quotation marks as those of a printed text; white space of any kind as a space.
fn typographic(character: &str, before: &str) -> String {
    let opens = before
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || "([{“‘".contains(c));
    match character {
        "'" => "’".into(),
        "\"" if opens => "“".into(),
        "\"" => "”".into(),
        space if space.chars().all(char::is_whitespace) => " ".into(),
        other => other.into(),
    }
}

fn addresses(text: &str) -> impl Iterator<Item = Piece> {
    let starts = ["http://", "https://", "www."]
        .into_iter()
        .flat_map(|start| text.match_indices(start));
    starts.filter_map(|(start, head)| {
        if text[..start].ends_with(|c: char| c.is_alphanumeric() || "/.@".contains(c)) {
            return None;
        }
        // Longer ones are cut, so that cost stays in proportion.
        let ends = |(at, c): &(usize, char)| c.is_whitespace() || *at > LONGEST_ADDRESS;
        let length = text[start..]
            .char_indices()
            .find(ends)
            .map_or(text.len() - start, |(at, _)| at);
        let length = text[start..start + length]
            .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/')
            .len();
        (length > head.len()).then_some(Piece {
            at: start..start + length,
            kind: Kind::Address,
            plain: None,
        })
    })
}

/// Emphasis, links, images and code at the start of a text, as Markdown would read them.
#[expect(clippy::wildcard_enum_match_arm)] // Over an enum of another crate, which is long.
fn markdown(text: &str) -> Vec<Piece> {
    let end = text
        .char_indices()
        .nth(LONGEST_MARKDOWN)
        .map_or(text.len(), |(end, _)| end);
    let text = &text[..end];
    let (mut found, mut open, mut depth) = (Vec::new(), String::new(), 0usize);
    if !text.contains(['*', '_', '[', '`']) {
        return found;
    }
    for (event, at) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }) => {
                depth += 1
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {
                depth -= 1;
                if depth == 0 {
                    found.push(Piece {
                        at,
                        kind: Kind::Markdown,
                        plain: Some(std::mem::take(&mut open)),
                    });
                }
            }
            Event::Code(words) if depth == 0 => {
                found.push(Piece {
                    at,
                    kind: Kind::Markdown,
                    plain: Some(words.into_string()),
                });
            }
            Event::Text(words) | Event::Code(words) if depth > 0 => open += &words,
            _ => {}
        }
    }
    // `2*3*4` is a product.
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let inside = |at: &Range<usize>| {
        letter(text[..at.start].chars().next_back()) || letter(text[at.end..].chars().next())
    };
    found.retain(|piece| !inside(&piece.at));
    found
}

#[cfg(test)]
mod tests;

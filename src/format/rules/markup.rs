//! Rules on what stands in plain texts and is none: markup, addresses, characters that turn the
//! direction of writing.

use super::texts::{self, Told};
use crate::format::diagnostic::{At, Diagnostic};
use crate::format::draft::Draft;
use crate::format::markup::{self, Kind, Piece};
use crate::format::place::in_article;
use crate::format::plain::Plain;

/// Most characters of a text that a finding shows.
const SHOWN: usize = 80;

pub fn texts_without_markup(draft: &Draft) -> Vec<Diagnostic> {
    texts::all(&draft.file)
        .iter()
        .filter_map(marked_up)
        .collect()
}

/// One finding for all markup of a text, from its first piece to its last.
fn marked_up(told: &Told) -> Option<Diagnostic> {
    let pieces = markup::pieces(told.text);
    let pieces: Vec<&Piece> = pieces
        .iter()
        .filter(|piece| piece.kind != Kind::Address)
        .collect();
    let stretch = pieces.first()?.at.start..pieces.last()?.at.end;
    let bare = markup::plain(told.text, &pieces, stretch.clone());
    let hint = match &bare {
        Some(bare) => {
            let whole = format!(
                "{}{bare}{}",
                &told.text[..stretch.start],
                &told.text[stretch.end..]
            );
            format!(
                "write `{}`",
                short(if whole.chars().count() <= SHOWN {
                    &whole
                } else {
                    bare
                })
            )
        }
        None => {
            "take the markup out: emphasis and links have their place in article.md only".into()
        }
    };
    let message = format!(
        "`{}` is plain text: readers would see {} as typed",
        told.key,
        shown(told.text, &pieces)
    );
    let found = Diagnostic::warning(
        "plain-markup",
        Some(texts::place(told.text, stretch.clone())),
        message,
        hint,
    );
    Some(match bare {
        Some(bare) => texts::mended(found, told.text, stretch, &bare),
        None => found,
    })
}

/// The first pieces: `“<b>” and “</b>”`; a pair of one kind is told once.
fn shown(text: &str, pieces: &[&Piece]) -> String {
    let mut named: Vec<String> = pieces
        .iter()
        .map(|piece| format!("“{}”", short(&text[piece.at.clone()])))
        .collect();
    named.dedup();
    match named.as_slice() {
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        [one, other, ..] => format!("{one}, {other} and more"),
        [] => String::new(),
    }
}

/// At most so many characters of a text.
fn short(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.into(),
    }
}

/// An address in plain text cannot be followed; in the article it is a link without words.
pub fn addresses_are_links(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for told in texts::all(&draft.file) {
        if let Some(piece) = address(told.text) {
            let message = format!(
                "`{}` is plain text: readers cannot follow “{}”",
                told.key,
                short(&told.text[piece.at.clone()])
            );
            let hint = "put it into the `url` of [source] or of a [[reference]], or make it a link of article.md";
            found.push(Diagnostic::warning(
                "plain-address",
                Some(texts::place(told.text, piece.at)),
                message,
                hint,
            ));
        }
    }
    for plain in draft.article.paragraphs().map(Plain::of) {
        // Behind a bracket it is a slip in a link, which has its own rule.
        let alone = |piece: &Piece| {
            let before = &plain.text[..piece.at.start];
            !plain.linked(piece.at.start)
                && !before
                    .strip_suffix('(')
                    .is_some_and(|before| before.trim_end().ends_with(']'))
        };
        let Some(piece) = address(&plain.text).filter(alone) else {
            continue;
        };
        let address = &plain.text[piece.at.clone()];
        let full = if address.starts_with("www.") {
            format!("https://{address}")
        } else {
            address.into()
        };
        let message = format!("readers cannot follow “{}”: it is no link", short(address));
        let hint = format!("write `[words]({full})`");
        found.push(Diagnostic::warning(
            "plain-address",
            Some(in_article(&plain.place(piece.at))),
            message,
            hint,
        ));
    }
    found
}

fn address(text: &str) -> Option<Piece> {
    markup::pieces(text)
        .into_iter()
        .find(|piece| piece.kind == Kind::Address)
}

/// A direction that is not turned back turns what the page writes behind the text.
pub fn directions_turned_back(draft: &Draft) -> Vec<Diagnostic> {
    let texts = texts::all(&draft.file).into_iter().filter_map(|told| {
        let at = markup::unbalanced(told.text)?;
        let found = unbalanced(&told.text[at.clone()], texts::place(told.text, at.clone()));
        Some(texts::mended(found, told.text, at, ""))
    });
    let headings = draft
        .article
        .sections
        .iter()
        .filter(|section| markup::unbalanced(&section.heading).is_some());
    let headings = headings.map(|section| unbalanced(&section.heading, in_article(&section.at)));
    let paragraphs = draft.article.paragraphs().filter_map(|paragraph| {
        let plain = Plain::of(paragraph);
        let at = markup::unbalanced(&plain.text)?;
        Some(unbalanced(&plain.text[at.clone()], in_article(&plain.place(at))).replaced_by(""))
    });
    texts.chain(headings).chain(paragraphs).collect()
}

fn unbalanced(text: &str, at: At) -> Diagnostic {
    let turns = |c: &char| ('\u{2066}'..='\u{2069}').contains(c);
    let character = text.chars().find(turns).unwrap_or('\u{2066}') as u32;
    let (message, hint) = match character {
        0x2069 => (
            "the control character U+2069 turns a direction of writing back that nothing has turned".into(),
            "take it out, or put U+2066, U+2067 or U+2068 where the turned words begin",
        ),
        _ => (
            format!(
                "the control character U+{character:04X} turns the direction of writing, and nothing turns it back"
            ),
            "take it out: the page sets names apart by itself; or put U+2069 where the turned words end",
        ),
    };
    Diagnostic::error("unclosed-direction", Some(at), message, hint)
}

//! Renders SVG as PNG with embedded fonts, so that an image has the same bytes on every machine.
//! Only letters that these fonts lack are taken from the machine's own.

use crate::text::grapheme::clusters;
use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Font, FontFamily, FontResolver, Options, Tree, fontdb};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, Once, PoisonError};

pub const SANS: &str = "DejaVu Sans";
pub const SERIF: &str = "DejaVu Serif";

/// An image, and the letters and emoji that are left out because no font has them.
pub struct Picture {
    pub png: Vec<u8>,
    pub left_out: BTreeSet<String>,
}

impl Picture {
    /// What was left out, in a sentence for the editor; `None` if nothing was.
    pub fn note(&self) -> Option<String> {
        let all: Vec<&str> = self.left_out.iter().map(String::as_str).collect();
        (!all.is_empty()).then(|| {
            format!(
                "left out, because no type on this machine has it: {}",
                all.join(" ")
            )
        })
    }
}

/// The image as PNG, `scale` times as large as its own size.
///
/// # Errors
///
/// When it is not an SVG, or too large for memory.
pub fn png(svg: &str, scale: f32) -> Result<Picture> {
    let (mut tree, missing) = tree(svg)?;
    let mut left_out = BTreeSet::new();
    if !missing.is_empty() {
        // A letter without a glyph would be drawn as an empty box.
        (tree, _) = self::tree(&without(svg, &missing, &mut left_out))?;
    }
    Ok(Picture {
        png: drawn(&tree, scale)?,
        left_out,
    })
}

/// What to draw, and the letters that no font has.
fn tree(svg: &str) -> Result<(Tree, BTreeSet<char>)> {
    let missing = Arc::new(Mutex::new(BTreeSet::new()));
    let font_resolver = resolver(missing.clone());
    let options = Options {
        fontdb: Arc::new(fonts()),
        font_resolver,
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).context("the drawing is no SVG")?;
    let missing = std::mem::take(&mut *missing.lock().unwrap_or_else(PoisonError::into_inner));
    Ok((tree, missing))
}

/// Removes the letters that cannot be drawn, with everything that belongs to the same grapheme. The
/// markup around them is ASCII.
fn without(svg: &str, missing: &BTreeSet<char>, left_out: &mut BTreeSet<String>) -> String {
    let mut kept = String::new();
    for cluster in clusters(svg) {
        if !cluster.chars().any(|letter| missing.contains(&letter)) {
            kept.push_str(cluster);
            continue;
        }
        let markup = cluster.chars().next().filter(char::is_ascii);
        kept.extend(markup);
        left_out.insert(cluster[markup.map_or(0, char::len_utf8)..].to_owned());
    }
    kept
}

fn drawn(tree: &Tree, scale: f32) -> Result<Vec<u8>> {
    let size = tree
        .size()
        .to_int_size()
        .scale_by(scale)
        .context("the picture has no size")?;
    let mut pixmap =
        Pixmap::new(size.width(), size.height()).context("the picture is too large")?;
    resvg::render(
        tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    pixmap.encode_png().context("the picture cannot be encoded")
}

/// Joiners, variation selectors and direction marks, which have no glyph of their own.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    ) || letter >= '\u{E0000}'
}

fn fonts() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    for font in [
        dejavu::serif_condensed::bold(),
        dejavu::sans_condensed::regular(),
        dejavu::sans_condensed::bold(),
        dejavu::sans::regular(),
        dejavu::sans::bold(),
    ] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(font)));
    }
    fonts
}

/// Looks into the machine's own fonts only when a letter is in none of ours.
fn resolver(missing: Arc<Mutex<BTreeSet<char>>>) -> FontResolver<'static> {
    let (usual, once) = (FontResolver::default_fallback_selector(), Once::new());
    let select_fallback =
        move |letter: char, used: &[fontdb::ID], fonts: &mut Arc<fontdb::Database>| {
            let found = usual(letter, used, fonts).or_else(|| {
                once.call_once(|| Arc::make_mut(fonts).load_system_fonts());
                usual(letter, used, fonts)
            });
            if found.is_none() && !is_unseen(letter) {
                missing
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .insert(letter);
            }
            found
        };
    FontResolver {
        select_font: Box::new(face),
        select_fallback: Box::new(select_fallback),
    }
}

/// Our serif or our sans-serif face, whatever else a drawing would like: a name that the machine
/// happens to know would give other bytes. Both are condensed, so that words fit where room was
/// kept for wider ones.
#[expect(clippy::wildcard_enum_match_arm)] // Over an enum of another crate, which is long.
fn face(font: &Font, fonts: &mut Arc<fontdb::Database>) -> Option<fontdb::ID> {
    let serif = font.families().iter().any(|family| match family {
        FontFamily::Named(name) => name == SERIF,
        other => *other == FontFamily::Serif,
    });
    let query = fontdb::Query {
        families: &[fontdb::Family::Name(if serif { SERIF } else { SANS })],
        weight: fontdb::Weight(font.weight()),
        stretch: fontdb::Stretch::Condensed,
        ..fontdb::Query::default()
    };
    fonts.query(&query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_type_has_is_left_out_in_one_piece() {
        // A letter of no script: private use.
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"20\"><text y=\"15\">a\u{F8FE}\u{301}b</text></svg>";
        let picture = png(svg, 1.0).unwrap();
        assert_eq!(
            picture.left_out,
            BTreeSet::from(["\u{F8FE}\u{301}".to_owned()])
        );
        assert!(
            picture.png == png(&svg.replace("\u{F8FE}\u{301}", ""), 1.0).unwrap().png,
            "something stands in its place"
        );
        let mut left_out = BTreeSet::new();
        assert_eq!(
            without(
                "<t>\u{301}🇺🇦</t>",
                &BTreeSet::from(['\u{301}', '🇺']),
                &mut left_out
            ),
            "<t></t>"
        );
    }
}

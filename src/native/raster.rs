//! SVG to PNG, with type that the program carries, so that a picture has the same bytes on every machine. Only letters that this type
//! lacks are taken from the machine's own fonts. Knows no story.

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Font, FontFamily, FontResolver, Options, Tree, fontdb};
use std::sync::{Arc, Once};

pub const SANS: &str = "DejaVu Sans";
pub const SERIF: &str = "DejaVu Serif";

/// The picture as PNG, so many times as large as it says that it is.
///
/// # Errors
/// When it is no SVG, or larger than a picture in memory can be.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>> {
    let options = Options { fontdb: Arc::new(fonts()), font_resolver: resolver(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).context("the drawing is no SVG")?;
    let size = tree.size().to_int_size().scale_by(scale).context("the picture has no size")?;
    let mut pixmap = Pixmap::new(size.width(), size.height()).context("the picture is too large")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().context("the picture cannot be encoded")
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
fn resolver() -> FontResolver<'static> {
    let (usual, once) = (FontResolver::default_fallback_selector(), Once::new());
    let select_fallback = move |letter: char, used: &[fontdb::ID], fonts: &mut Arc<fontdb::Database>| {
        usual(letter, used, fonts).or_else(|| {
            once.call_once(|| Arc::make_mut(fonts).load_system_fonts());
            usual(letter, used, fonts)
        })
    };
    FontResolver { select_font: Box::new(face), select_fallback: Box::new(select_fallback) }
}

/// Our serif or our sans-serif face, whatever else a drawing would like: a name that the machine happens to know would give other bytes.
/// Both are condensed, so that words fit where room was kept for wider ones.
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

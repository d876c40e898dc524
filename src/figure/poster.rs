//! An image of a drawing that stands by itself: the story's title, what the figure shows, the
//! figure, what its marks mean, and the source.
//!
//! Words stay words in it. It asks for nothing outside of itself, so that it may be sent, printed
//! and opened anywhere.

mod edges;
mod legend;
mod sheet;
mod words;

use super::Color;
use crate::locale::direction::direction;
use crate::locale::strings::fill;
use crate::text::escape::escape;
use sheet::{PosterSheet, TextStyle, margin};
pub use words::{Poster, PosterFigure};

/// The least width of an image, px.
pub const LEAST: f64 = 320.0;

/// The width of the drawing in an image of this width, px.
pub fn room(width: f64) -> f64 {
    (width - 2.0 * margin(width)).round()
}

/// The image as the text of an SVG; `colour` gives the value for a token, which should be one that
/// every program reads (see [`plain`]).
pub fn poster(poster: &Poster, colour: &dyn Fn(Color) -> String) -> String {
    // A mark without a label tells nothing in an image, which nobody can ask.
    let scene = super::timeline::numbered(poster.scene);
    let poster = &Poster {
        scene: &scene,
        ..*poster
    };
    let story = poster.look.story;
    let mut sheet = PosterSheet::new(poster.scene.width, direction(&story.lang) == "rtl", colour);
    head(&mut sheet, poster);
    sheet.space(14.0);
    match poster.detail {
        false => sheet.drawing(poster.scene, false),
        true => sheet.drawing(
            &edges::tidied(poster.scene, poster.figure != PosterFigure::Timeline),
            true,
        ),
    }
    sheet.space(18.0);
    legend::legend(&mut sheet, poster);
    foot(&mut sheet, poster);
    document(poster, sheet, colour)
}

fn document(poster: &Poster, sheet: PosterSheet, colour: &dyn Fn(Color) -> String) -> String {
    let (story, heading) = (poster.look.story, words::heading(poster));
    let (width, height) = (sheet.width(), sheet.height());
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         xml:lang=\"{lang}\" lang=\"{lang}\" role=\"img\" font-family=\"{sans}\">\
         <title>{title}: {heading}</title><desc>{names}</desc>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>{body}</svg>\n",
        lang = escape(&story.lang),
        sans = TextStyle::SANS,
        title = escape(&story.title),
        heading = escape(&heading),
        names = escape(&words::names(poster)),
        ground = escape(&colour(Color::SURFACE)),
        body = sheet.body(),
    )
}

/// A mark of the house, the title, and what is shown.
fn head(sheet: &mut PosterSheet, poster: &Poster) {
    let width = sheet.width();
    sheet.tab();
    sheet.space(margin(width).max(20.0));
    let size = (14.4 + width * 0.0176).clamp(20.0, 34.0).round();
    sheet.words(&poster.look.story.title, &TextStyle::title(size));
    sheet.space(if width < 600.0 { 6.0 } else { 8.0 });
    sheet.words(
        &words::heading(poster),
        &TextStyle::label(if width < 600.0 { 14.0 } else { 16.0 }),
    );
    let notes = words::notes(poster);
    if !notes.is_empty() {
        sheet.space(2.0);
        sheet.words(
            &notes,
            &TextStyle::note(if width < 600.0 { 12.0 } else { 13.0 }),
        );
    }
}

/// The source under a rule.
fn foot(sheet: &mut PosterSheet, poster: &Poster) {
    let (look, size) = (poster.look, if sheet.width() < 600.0 { 11.0 } else { 12.0 });
    sheet.space(14.0);
    sheet.rule();
    sheet.space(8.0);
    let data = fill(
        look.more.image_data,
        &[("date", look.story.updated.words())],
    );
    sheet.signed(
        &[&words::source(poster), &data],
        look.more.image_made,
        &TextStyle::note(size),
    );
    sheet.space(margin(sheet.width()).max(16.0) - 4.0);
}

/// A colour as every program reads it, `#1b4f8f`, from what browsers compute: `rgb(27, 79, 143)`
/// and `color(srgb 0.1 0.3 0.5)`. What is neither stays as it is.
pub fn plain(colour: &str) -> String {
    let inside = |name: &str| colour.strip_prefix(name)?.strip_suffix(')');
    let (numbers, unit) = match (inside("rgb("), inside("rgba("), inside("color(srgb ")) {
        (Some(numbers), ..) | (_, Some(numbers), _) => (numbers, 1.0),
        (_, _, Some(numbers)) => (numbers, 255.0),
        _ => return colour.to_owned(),
    };
    let numbers = numbers
        .split([',', ' ', '/'])
        .filter(|number| !number.is_empty());
    let channels: Vec<f64> = numbers
        .take(3)
        .filter_map(|number| number.parse().ok())
        .collect();
    match channels[..] {
        [red, green, blue] => {
            let [red, green, blue] =
                [red, green, blue].map(|channel| (channel * unit).round().clamp(0.0, 255.0) as u8);
            format!("#{red:02x}{green:02x}{blue:02x}")
        }
        _ => colour.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn computed_colours_become_plain() {
        let check = |colour, expected: &str| assert_eq!(plain(colour), expected, "{colour}");
        check("rgb(27, 79, 143)", "#1b4f8f");
        check("rgba(27, 79, 143, 0.5)", "#1b4f8f");
        check("rgb(27 79 143 / 50%)", "#1b4f8f");
        check("color(srgb 0.5 1 0)", "#80ff00");
        check("#123456", "#123456");
        check("rgb(here)", "rgb(here)");
    }

    #[test]
    fn a_drawing_has_the_image_but_for_its_margins() {
        assert_eq!([320.0, 1000.0, 1600.0].map(room), [294.0, 920.0, 1520.0]);
    }
}

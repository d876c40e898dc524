//! The preview image that is shown where a story's address is shared: title, source and map, 1200
//! by 630 px.
//!
//! Drawn as SVG; [`raster`] makes the same bytes of it on every machine.

use super::palette;
use super::raster::{self, Picture, SANS, SERIF};
use crate::figure::map::tie::{self, Weight};
use crate::figure::{Color, svg};
use crate::geometry::Vec2;
use crate::layout::network::{Frame, Network, Point, Words};
use crate::locale::direction::direction;
use crate::locale::quotes::quoted;
use crate::locale::strings::{Strings, fill};
use crate::story::{ActorId, Story};
use crate::text::escape::escape;
use crate::text::width::{balance, is_whole, longest, truncate_lines, wrap_lines};
use std::fmt::Write;

/// The size in px that Open Graph and the large cards of social networks expect.
pub const SIZE: (u32, u32) = (1200, 630);

/// The margin, and the column of words, in px.
const MARGIN: f64 = 56.0;
const COLUMN_WIDTH: f64 = 452.0;
/// The size of the map in px, and its enlargement: names must be legible in a small card.
const MAP: (f64, f64) = (596.0, 518.0);
const ZOOM: f64 = 1.55;

/// The width of the title's letters as a factor of the estimate.
const WIDTH_FACTOR: f64 = 1.1;
const LEADING: f64 = 1.16;

/// The image as PNG.
pub fn png(story: &Story) -> Picture {
    raster::png(&picture(story), 1.0)
        .expect("the picture is well-formed, because its texts are escaped, and of a fixed size")
}

/// The alternative text of the image.
pub fn alternative(story: &Story) -> String {
    let words = Strings::of(&story.lang);
    let actors: Vec<&str> = story.actors.iter().map(|actor| actor.label()).collect();
    fill(
        words.page().preview,
        &[("title", &story.title), ("actors", &actors.join(", "))],
    )
}

/// The colour of a token in the light theme.
fn colour(token: &str) -> String {
    palette::colour(token, palette::Theme::Light)
}

/// The picture as SVG.
pub fn picture(story: &Story) -> String {
    let leftwards = direction(&story.lang) == "rtl";
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">\
         <rect width=\"{0}\" height=\"{1}\" fill=\"{2}\"/><rect width=\"{0}\" height=\"10\" fill=\"{3}\"/>",
        SIZE.0,
        SIZE.1,
        colour("surface"),
        colour("accent")
    );
    words(&mut out, story, leftwards);
    map(&mut out, story, leftwards);
    out + "</svg>"
}

/// A style of type: family, size in px, weight, colour.
struct Face(&'static str, f64, u32, String);

/// Lines from a baseline on; returns the next baseline.
fn lines(
    out: &mut String,
    lines: &[String],
    (x, mut y): (f64, f64),
    anchor: &str,
    face: &Face,
    leading: f64,
) -> f64 {
    let Face(family, size, weight, fill) = face;
    for line in lines {
        _ = write!(
            out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" font-family=\"{family}\" font-stretch=\"condensed\" \
             font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{fill}\">{}</text>",
            escape(line)
        );
        y += size * leading;
    }
    y
}

/// The kicker and the title from the top, the source at the foot.
fn words(out: &mut String, story: &Story, leftwards: bool) {
    let words = Strings::of(&story.lang);
    let (x, anchor) = if leftwards {
        (f64::from(SIZE.0) - MARGIN, "end")
    } else {
        (MARGIN, "start")
    };
    let kicker = Face(SANS, 20.0, 700, colour("accent"));
    lines(
        out,
        &[words.page().kicker.to_uppercase()],
        (x, 92.0),
        anchor,
        &kicker,
        1.0,
    );
    let source = source(story, words);
    let foot = f64::from(SIZE.1) - 54.0 - 26.0 * (source.len() - 1) as f64;
    let (size, title) = title(&story.title, foot - 60.0 - 112.0);
    lines(
        out,
        &title,
        (x, 112.0 + size),
        anchor,
        &Face(SERIF, size, 700, colour("ink")),
        LEADING,
    );
    _ = write!(
        out,
        "<rect x=\"{}\" y=\"{:.1}\" width=\"64\" height=\"2\" fill=\"{}\"/>",
        if leftwards { x - 64.0 } else { x },
        foot - 42.0,
        colour("ink")
    );
    lines(
        out,
        &source,
        (x, foot),
        anchor,
        &Face(SANS, 20.0, 400, colour("ink-muted")),
        1.3,
    );
}

/// The title as large as the height allows, in lines of similar length.
fn title(title: &str, max_height: f64) -> (f64, Vec<String>) {
    let set = |size: f64| (size, balance(title, size * WIDTH_FACTOR, COLUMN_WIDTH));
    let fits = |(size, lines): &(f64, Vec<String>)| {
        lines.len() as f64 * size * LEADING <= max_height
            && longest(lines, size * WIDTH_FACTOR) <= COLUMN_WIDTH
            && is_whole(lines, title)
    };
    let mut tries = (12..=27).rev().map(|half| set(f64::from(half) * 2.0));
    tries.find(fits).unwrap_or_else(|| {
        let (size, mut lines) = set(24.0);
        let max_lines = (max_height / (size * LEADING)) as usize;
        truncate_lines(&mut lines, size * WIDTH_FACTOR, COLUMN_WIDTH, max_lines);
        (size, lines)
    })
}

/// `Explains: “The talks”, Publisher`.
fn source(story: &Story, words: &Strings) -> Vec<String> {
    let quoted = quoted(&story.source.title, &story.lang);
    let by: Vec<&str> = [Some(quoted.as_str()), story.source.publisher.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    let text = format!("{} {}", words.page().explains, by.join(", "));
    wrap_lines(&text, 20.0 * 0.92, COLUMN_WIDTH, 3)
}

/// The network, enlarged, in the middle of its room.
fn map(out: &mut String, story: &Story, leftwards: bool) {
    let frame = (MAP.0 / ZOOM, MAP.1 / ZOOM);
    let network = Network::poster(story, frame);
    let zoom = ZOOM.min(MAP.1 / network.height);
    let left = if leftwards {
        MARGIN
    } else {
        f64::from(SIZE.0) - MARGIN - MAP.0
    };
    let (x, y) = (
        left + (MAP.0 - frame.0 * zoom) / 2.0,
        62.0 + (MAP.1 - network.height * zoom) / 2.0,
    );
    let drawing = Drawing {
        story,
        network: &network,
        width: frame.0,
    };
    _ = write!(
        out,
        "<g transform=\"translate({x:.2} {y:.2}) scale({zoom:.4})\">"
    );
    drawing.hulls(out);
    drawing.ties(out);
    drawing.titles(out);
    drawing.plates(out);
    out.push_str("</g>");
}

struct Drawing<'a> {
    story: &'a Story,
    network: &'a Network,
    width: f64,
}

impl Drawing<'_> {
    fn at(&self, point: Point) -> (f64, f64) {
        (point.x / 100.0 * self.width, point.y)
    }

    fn hulls(&self, out: &mut String) {
        for hull in &self.network.hulls {
            let (left, width) = (
                hull.left / 100.0 * self.width,
                hull.width / 100.0 * self.width,
            );
            _ = write!(
                out,
                "<rect x=\"{left:.2}\" y=\"{:.2}\" width=\"{width:.2}\" height=\"{:.2}\" rx=\"8\" fill=\"{}\"/>",
                hull.top,
                hull.height,
                colour("surface-raised")
            );
        }
    }

    /// The names of the groups, over the lines, as on the page.
    fn titles(&self, out: &mut String) {
        for hull in &self.network.hulls {
            let title = Words::title(&self.story[hull.group].name, Frame::Narrow);
            let middle = (hull.left + hull.width / 2.0) / 100.0 * self.width;
            let size = Frame::Narrow.note_size();
            let halo = format!(
                "stroke=\"{}\" stroke-width=\"4\" stroke-linejoin=\"round\"",
                colour("surface-raised")
            );
            let mut words = String::new();
            let first = hull.top
                + title.height / 2.0
                + size * (0.35 - 0.6 * (title.lines.len() as f64 - 1.0));
            let face = Face(SANS, size, 700, colour("ink-muted"));
            lines(
                &mut words,
                &title.lines,
                (middle, first),
                "middle",
                &face,
                Words::LEADING,
            );
            out.push_str(&words.replace("<text ", &format!("<text {halo} ")));
            out.push_str(&words);
        }
    }

    /// Lines with an arrowhead, as in the explorer.
    fn ties(&self, out: &mut String) {
        for tie in &self.network.ties {
            let relation = &self.story[tie.relation];
            let [from, to, head] = [
                self.place(relation.from),
                self.place(tie.to),
                self.at(tie.head),
            ]
            .map(|(x, y)| Vec2::new(x, y));
            let shapes = tie::line(relation, from, to, head, Weight::Plain);
            _ = write!(
                out,
                "<g transform=\"translate({:.2} {:.2})\">{}</g>",
                from.x + tie.aside.0,
                from.y + tie.aside.1,
                svg::shapes(&shapes, &|Color(token)| colour(token))
            );
        }
    }

    fn place(&self, actor: ActorId) -> (f64, f64) {
        self.at(self.network.places[actor.index()])
    }

    fn plates(&self, out: &mut String) {
        for (id, actor) in self.story.each_actor() {
            let plate = Words::name(actor.label(), Frame::Narrow);
            let (x, y) = self.place(id);
            _ = write!(
                out,
                "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{}\" height=\"{}\" rx=\"4\" fill=\"{}\" stroke=\"{}\"/>",
                x - plate.width / 2.0,
                y - plate.height / 2.0,
                plate.width,
                plate.height,
                colour("surface"),
                colour("rule-strong")
            );
            let size = Frame::Narrow.name_size();
            let first = y + size * (0.35 - 0.6 * (plate.lines.len() as f64 - 1.0));
            lines(
                out,
                &plate.lines,
                (x, first),
                "middle",
                &Face(SANS, size, 700, colour("ink")),
                Words::LEADING,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_any_length_keeps_to_its_room() {
        for words in [1, 5, 20, 80] {
            let text = ["guarantees"; 80][..words].join(" ");
            let (size, lines) = title(&text, 320.0);
            assert!(
                lines.len() as f64 * size * LEADING <= 320.0,
                "{words} words: {lines:?} at {size}"
            );
            assert!(size == 54.0 || words > 4, "{words} words at {size}");
        }
    }
}

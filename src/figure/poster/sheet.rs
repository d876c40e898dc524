//! The paper of an image: lines of words and drawings, one under the other.

use crate::figure::svg;
use crate::figure::{Color, Item, Paint, Scene, Shape, rounded};
use crate::text::escape::escape;
use crate::text::width::{balance, width, wrap};
use std::fmt::Write;

/// A style of type.
pub struct TextStyle {
    family: Option<&'static str>,
    pub size: f64,
    bold: bool,
    pub ink: Color,
    leading: f64,
}

impl TextStyle {
    /// The families of `tokens.css` for labels and for reading, which ends in a generic one; a name
    /// in it is quoted for an attribute.
    pub const SANS: &str =
        "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
    const SERIF: &str = "Charter, 'Palatino Linotype', Georgia, serif";

    pub fn title(size: f64) -> Self {
        Self {
            family: Some(Self::SERIF),
            size,
            bold: true,
            ink: Color::INK,
            leading: 1.18,
        }
    }

    pub fn label(size: f64) -> Self {
        Self {
            family: None,
            size,
            bold: true,
            ink: Color::INK,
            leading: 1.3,
        }
    }

    pub fn note(size: f64) -> Self {
        Self {
            family: None,
            size,
            bold: false,
            ink: Color::MUTED,
            leading: 1.4,
        }
    }

    /// Bold letters are wider than the estimate's.
    fn wide(&self) -> f64 {
        if self.bold {
            self.size * 1.08
        } else {
            self.size
        }
    }
}

pub struct PosterSheet<'a> {
    out: String,
    width: f64,
    margin: f64,
    y: f64,
    leftwards: bool,
    colour: &'a dyn Fn(Color) -> String,
}

impl<'a> PosterSheet<'a> {
    /// A sheet around a drawing of this width.
    pub fn new(drawing: f64, leftwards: bool, colour: &'a dyn Fn(Color) -> String) -> Self {
        // The margin depends on the width of the whole: the narrowest whole that leaves the drawing
        // its room.
        let margin = (12..=40)
            .map(f64::from)
            .find(|side| margin(drawing + 2.0 * side) <= *side)
            .unwrap_or(40.0);
        Self {
            out: String::new(),
            width: drawing + 2.0 * margin,
            margin,
            y: 0.0,
            leftwards,
            colour,
        }
    }

    pub fn width(&self) -> f64 {
        self.width
    }

    pub fn height(&self) -> f64 {
        self.y.ceil()
    }

    /// From margin to margin.
    pub fn room(&self) -> f64 {
        self.width - 2.0 * self.margin
    }

    pub fn body(self) -> String {
        self.out
    }

    pub fn space(&mut self, height: f64) {
        self.y += height;
    }

    /// A short bar at the upper edge, where the words begin.
    pub fn tab(&mut self) {
        let (long, high) = (44.0, 6.0);
        let x = self.across(0.0, long);
        self.shapes((x, 0.0), vec![rect(long, high, Color::ACCENT)]);
    }

    /// A thin line from margin to margin.
    pub fn rule(&mut self) {
        let room = self.room();
        self.shapes((self.margin, self.y), vec![rect(room, 1.0, Color::RULE)]);
        self.y += 1.0;
    }

    /// Words in lines of like length.
    pub fn words(&mut self, words: &str, face: &TextStyle) {
        let lines = balance(words, face.wide(), self.room());
        lines.iter().for_each(|line| self.line(line, face));
    }

    /// Sentences in full lines, and a signature at the far end of the last of them, or on a line of
    /// its own. A sentence that does not fit into the rest of a line begins a new one.
    pub fn signed(&mut self, sentences: &[&str], signature: &str, face: &TextStyle) {
        let mut lines: Vec<String> = Vec::new();
        for sentence in sentences {
            match lines.last_mut() {
                Some(last) if width(&format!("{last} {sentence}"), face.size) <= self.room() => {
                    *last = format!("{last} {sentence}");
                }
                _ => lines.extend(wrap(sentence, face.size, self.room())),
            }
        }
        lines.iter().for_each(|line| self.line(line, face));
        let last = lines.last().map_or(0.0, |line| width(line, face.size));
        if last + width(signature, face.size) + face.size > self.room() {
            return self.line(signature, face);
        }
        let baseline = self.y - face.size * (face.leading - 1.0);
        let (far, anchor) = if self.leftwards {
            (self.margin, "start")
        } else {
            (self.width - self.margin, "end")
        };
        self.text(signature, (far, baseline), anchor, face);
    }

    fn line(&mut self, words: &str, face: &TextStyle) {
        let (near, anchor) = (
            self.across(0.0, 0.0),
            if self.leftwards { "end" } else { "start" },
        );
        self.text(words, (near, self.y + face.size), anchor, face);
        self.y += face.size * face.leading;
    }

    /// One line of words with its start so far from the margin at which reading starts, on a
    /// baseline so far below.
    pub fn label(&mut self, words: &str, (from, below): (f64, f64), face: &TextStyle) {
        let (x, anchor) = (
            self.across(from, 0.0),
            if self.leftwards { "end" } else { "start" },
        );
        self.text(words, (x, self.y + below), anchor, face);
    }

    /// Shapes in a box so far from the margin at which reading starts, so far below.
    pub fn sample(&mut self, shapes: Vec<Shape>, (from, below): (f64, f64), long: f64) {
        self.shapes((self.across(from, long), self.y + below), shapes);
    }

    /// A drawing from margin to margin. A part of a figure is cut at its edges, and a line around
    /// it says so.
    pub fn drawing(&mut self, scene: &Scene, cut: bool) {
        let (x, y, width, height) = (
            rounded(self.margin),
            rounded(self.y),
            scene.width,
            rounded(scene.height),
        );
        let frame = format!(
            "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" overflow=\"hidden\">"
        );
        self.out += &(frame + &svg::items(scene, self.colour) + "</svg>");
        if cut {
            let paint = Paint::stroke(Color::RULE, 1.0);
            self.shapes(
                (x, y),
                vec![Shape::Rect {
                    x: 0.0,
                    y: 0.0,
                    width,
                    height,
                    round: 0.0,
                    paint,
                }],
            );
        }
        self.y += scene.height;
    }

    /// The left edge of a box so far from the margin at which reading starts.
    fn across(&self, from: f64, long: f64) -> f64 {
        if self.leftwards {
            self.width - self.margin - from - long
        } else {
            self.margin + from
        }
    }

    fn shapes(&mut self, (x, y): (f64, f64), shapes: Vec<Shape>) {
        let item = Item {
            at: (rounded(x), rounded(y)),
            shapes,
            ..Item::default()
        };
        self.out += &svg::item(&item, self.colour);
    }

    fn text(&mut self, words: &str, (x, y): (f64, f64), anchor: &str, face: &TextStyle) {
        let family = face
            .family
            .map(|family| format!(" font-family=\"{family}\""))
            .unwrap_or_default();
        let weight = if face.bold {
            " font-weight=\"600\""
        } else {
            ""
        };
        // Programs differ in what the attribute `direction` does to the anchor; the characters for
        // it they all know.
        let (open, close) = if self.leftwards {
            ("\u{202B}", "\u{202C}")
        } else {
            ("", "")
        };
        let (x, y, size, fill) = (
            rounded(x),
            rounded(y),
            face.size,
            escape(&(self.colour)(face.ink)),
        );
        let text = write!(
            self.out,
            "<text x=\"{x}\" y=\"{y}\"{family} font-size=\"{size}\"{weight} text-anchor=\"{anchor}\" fill=\"{fill}\">{open}{}{close}</text>",
            escape(words)
        );
        text.expect("text takes text");
    }
}

fn rect(width: f64, height: f64, ink: Color) -> Shape {
    Shape::Rect {
        x: 0.0,
        y: 0.0,
        width,
        height,
        round: 0.0,
        paint: Paint::fill(ink),
    }
}

/// The margin of an image of this width, px.
pub fn margin(width: f64) -> f64 {
    (width * 0.04).clamp(12.0, 40.0).round()
}

//! Legends: a sample of each sign that occurs in a figure, and the words for it; the same on the
//! page and in images.

use super::scene::{Color, Paint, Shape};
use super::symbols::{self, arrowhead, mark, tone_color};
use crate::locale::strings::Strings;
use crate::story::evidence::LinePattern;
use crate::story::{Evidence, Tone};

/// A sample in a box of this width, its middle line at y = 0, and the words for it.
pub struct LegendEntry {
    pub width: f64,
    pub sample: Vec<Shape>,
    pub words: String,
}

impl LegendEntry {
    pub const MARK_WIDTH: f64 = 16.0;
    pub const LINE_WIDTH: f64 = 30.0;

    pub fn new(width: f64, sample: Vec<Shape>, words: &str) -> Self {
        Self {
            width,
            sample,
            words: words.to_owned(),
        }
    }

    pub fn mark(evidence: Evidence, dated: bool, words: &str) -> Self {
        let middle = (Self::MARK_WIDTH / 2.0, 0.0);
        Self::new(Self::MARK_WIDTH, mark(evidence, dated, middle), words)
    }
}

/// The marks of the kinds that events rest on.
pub fn marks(kinds: impl Iterator<Item = Evidence>, words: &Strings) -> Vec<LegendEntry> {
    Evidence::occurring(kinds)
        .map(|kind| LegendEntry::mark(kind, true, kind.word(words)))
        .collect()
}

/// Lines with the arrowheads of the tones that relations have.
pub fn tones(tones: impl Iterator<Item = Tone>, words: &Strings) -> Vec<LegendEntry> {
    let tones: Vec<_> = tones.collect();
    let occurring = Tone::ALL.into_iter().filter(|tone| tones.contains(tone));
    let entry = |tone: Tone| {
        let line = symbols::line(Evidence::Reported, tone_color(tone));
        let head = arrowhead(tone, (18.0, 0.0), (1.0, 0.0));
        LegendEntry::new(
            LegendEntry::LINE_WIDTH,
            vec![sample_line(line), head],
            tone_word(tone, words),
        )
    };
    occurring.map(entry).collect()
}

/// The lines of the kinds that relations or positions rest on, where they do not all look alike.
pub fn lines(kinds: impl Iterator<Item = Evidence>, words: &Strings) -> Vec<LegendEntry> {
    let mut looks: Vec<((LinePattern, f64), LegendEntry)> = Vec::new();
    for kind in Evidence::occurring(kinds) {
        let (sign, word) = (kind.sign(), kind.word(words));
        let look = (sign.pattern, sign.line_width);
        match looks.last_mut().filter(|(last, _)| *last == look) {
            Some((_, entry)) => entry.words += &format!(", {word}"),
            None => {
                let sample = vec![sample_line(symbols::line(kind, Color::INK))];
                let entry = LegendEntry::new(LegendEntry::LINE_WIDTH, sample, word);
                looks.push((look, entry));
            }
        }
    }
    match looks.len() {
        1 => Vec::new(),
        _ => looks.into_iter().map(|(_, entry)| entry).collect(),
    }
}

fn sample_line(paint: Paint) -> Shape {
    Shape::Line {
        from: (0.0, 0.0),
        to: (LegendEntry::LINE_WIDTH, 0.0),
        paint,
    }
}

fn tone_word(tone: Tone, words: &Strings) -> &'static str {
    let [backs, opposes, neutral] = words.tones;
    match tone {
        Tone::For => backs,
        Tone::Against => opposes,
        Tone::Neutral => neutral,
    }
}

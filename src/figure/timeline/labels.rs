//! Events with their labels, and the stems that tie them to the line.

use super::entries::{DATE, EntryWords, LINE, TITLE};
use super::extents;
use super::lanes::Lanes;
use super::marks::{area, clear};
use super::pack::{BAR, BEFORE, BELOW, Form, Labelled, after};
use super::viewport::{Emphasis, MARGIN, Viewport};
use crate::figure::{Anchor, Color, Dash, Item, Link, Paint, Shape, Target, rounded};
use crate::state::Pick;

/// The widest label, px: what begins so far to the left may still reach into the box.
const MAX_LABEL_WIDTH: f64 = 290.0;
/// Beyond so many labels their stems would be a hatching.
const MAX_STEMS: usize = 90;
/// The shortest piece of a stem, px.
const SPECK: f64 = 14.0;

pub fn seen(sight: &Viewport, one: &Labelled) -> bool {
    let (from, to) = sight.drawn(one.fact);
    to.max(from + MAX_LABEL_WIDTH) > -MARGIN
        && from.min(to - MAX_LABEL_WIDTH) < sight.size.0 + MARGIN
}

/// Where a label stands.
pub struct LabelBox {
    /// The origin of its item, px.
    origin: (f64, f64),
    /// Its words, beside the origin.
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    /// The place of its stem, px; none for what lies at no point of the line.
    stem: Option<f64>,
}

impl LabelBox {
    pub fn of(sight: &Viewport, one: &Labelled) -> Self {
        let fact = sight.fact(one.fact);
        let words = fact.words(one.setting);
        let (from, to) = sight.drawn(one.fact);
        let middle = sight.middle(one.fact);
        let below = |row: f64| {
            // EntryWords of what begins outside stay in sight as long as it lasts, and those at the end
            // of the line stay on it.
            let sticky = (8.0 - from).clamp(BELOW, (to - from - row).max(BELOW));
            let last = sight.x(1.0) - from - row;
            sticky.min(last.max(sight.x(0.0) - from))
        };
        let (x, left, top, stem) = match one.form {
            Form::Right => (middle, after(fact), 0.0, Some(middle)),
            Form::Left => (middle, -after(fact) - words.width, 0.0, Some(middle)),
            Form::Below => (
                from,
                below(words.width),
                BAR,
                Some(sight.x(sight.line.places[one.fact].stem())),
            ),
            Form::Band(band) => {
                let row = if band.back {
                    to - from - band.row
                } else {
                    below(band.row)
                };
                (from + row + band.at, BEFORE + after(fact), BAR, None)
            }
        };
        Self {
            origin: (x, one.top),
            left,
            top,
            width: words.width,
            height: words.height,
            stem,
        }
    }

    /// Whether a stem at some px, from some height down, would meet its words; if so from where to
    /// where.
    fn covers(&self, x: f64, above: f64) -> Option<(f64, f64)> {
        let left = self.origin.0 + self.left;
        let top = self.origin.1 + self.top;
        let meets = x > left - 3.0 && x < left + self.width + 3.0 && top + self.height > above;
        meets.then_some((top - 1.0, top + self.height + 1.0))
    }
}

/// Thin lines from labels down to the line, where they stand in one lane; interrupted by what they
/// would cross.
pub fn stems(sight: &Viewport, seen: &[Labelled], frames: &[LabelBox]) -> Option<Item> {
    if sight.line.lanes != Lanes::One || seen.len() > MAX_STEMS {
        return None;
    }
    let mut shapes = Vec::new();
    for (one, frame) in seen.iter().zip(frames) {
        let Some(stem) = frame.stem else { continue };
        let lit = matches!(sight.emphasis(one.fact), Emphasis::Picked | Emphasis::Lit);
        let dated = sight.line.places[one.fact].dated();
        let (ink, width) = if lit {
            (Color::ACCENT, 1.2)
        } else {
            (Color::RULE_STRONG, 0.7)
        };
        let paint =
            Paint::stroke(ink, width).dashed(if dated { Dash::Solid } else { Dash::Dashed });
        let x = rounded(stem);
        if !(-MARGIN..=sight.size.0 + MARGIN).contains(&x) {
            continue;
        }
        let top = one.top
            + if matches!(one.form, Form::Below) {
                6.0
            } else {
                LINE / 2.0
            };
        let line = |(from, to): (f64, f64)| Shape::Line {
            from: (x, rounded(from)),
            to: (x, rounded(to)),
            paint,
        };
        shapes.extend(
            pieces(stem, (top, sight.axis()), frames)
                .into_iter()
                .map(line),
        );
        let foot = Paint::fill(if lit { Color::ACCENT } else { Color::INK });
        shapes.push(Shape::Circle {
            x,
            y: sight.axis(),
            radius: 2.0,
            paint: foot,
        });
    }
    Some(Item {
        key: "stems".into(),
        class: "stems",
        shapes,
        ..Item::default()
    })
}

/// What is left of a line down between the labels that it would cross.
pub fn pieces(x: f64, (top, foot): (f64, f64), frames: &[LabelBox]) -> Vec<(f64, f64)> {
    let mut holes: Vec<_> = frames
        .iter()
        .filter_map(|frame| frame.covers(x, top))
        .collect();
    holes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut from = top;
    let mut pieces = Vec::new();
    for (start, end) in holes {
        // What would look like a speck between two labels is left out.
        if start > from + SPECK {
            pieces.push((from, start.min(foot)));
        }
        from = from.max(end);
    }
    if from < foot {
        pieces.push((from, foot));
    }
    pieces
}

/// An event with its label.
pub fn item(sight: &Viewport, one: &Labelled) -> Item {
    let fact = sight.fact(one.fact);
    let emphasis = sight.emphasis(one.fact);
    let ink = match emphasis {
        Emphasis::None => Color::INK,
        Emphasis::Picked | Emphasis::Lit => Color::ACCENT,
        Emphasis::Dim => Color::MUTED,
    };
    let picked = emphasis == Emphasis::Picked;
    let frame = LabelBox::of(sight, one);
    // The area that takes clicks reaches from the mark to the end of the words.
    let (left, right) = match one.form {
        Form::Right => (-BEFORE, frame.left + frame.width + 3.0),
        Form::Left => (frame.left - 3.0, BEFORE),
        Form::Below => (frame.left - 3.0, frame.left + frame.width + 3.0),
        Form::Band(_) => (-2.0, frame.left + frame.width + 3.0),
    };
    let ground = if picked {
        Paint::fill(Color::ACCENT_SOFT)
    } else {
        clear()
    };
    let mut shapes = vec![area(
        (left, frame.top - 2.0),
        (right - left, frame.height + 4.0),
        ground,
    )];
    shapes.extend(words(fact.words(one.setting), (frame.left, frame.top), ink));
    shapes.extend(mark(sight, one.fact, frame.origin.0, one.form));
    Item {
        key: fact.key.clone(),
        class: match emphasis {
            Emphasis::None => "event",
            Emphasis::Picked => "event is-picked",
            Emphasis::Lit => "event is-lit",
            Emphasis::Dim => "event is-dim",
        },
        at: (rounded(frame.origin.0), rounded(frame.origin.1)),
        link: Some(Link {
            to: Target::Pick(Pick::Event(fact.event)),
            name: sight.name(one.fact),
            current: picked,
        }),
        shapes,
    }
}

/// The words of a label from a corner on.
pub fn words(words: &EntryWords, (x, y): (f64, f64), ink: Color) -> Vec<Shape> {
    let text = |(y, words, size, ink): (f64, &String, f64, Color)| Shape::Text {
        x: rounded(x),
        y: rounded(y),
        words: words.clone(),
        size,
        anchor: Anchor::Start,
        bold: false,
        ink,
        halo: false,
    };
    let title = words.title.iter().map(|line| (line, TITLE, ink));
    let date = words.date.iter().map(|line| (line, DATE, Color::MUTED));
    let lines = title.chain(date).enumerate();
    lines
        .map(|(at, (words, size, ink))| text((y + LINE * at as f64 + 11.5, words, size, ink)))
        .collect()
}

/// The mark of an event, beside its item's origin.
fn mark(sight: &Viewport, fact: usize, origin: f64, form: Form) -> Vec<Shape> {
    match form {
        Form::Right | Form::Left => extents::small(sight, fact, (0.0, LINE / 2.0)),
        Form::Below => extents::marks(sight, fact, origin, 6.0),
        // A part of the words: the band above them says when.
        Form::Band(_) => extents::small(sight, fact, (BEFORE, BAR + LINE / 2.0)),
    }
}

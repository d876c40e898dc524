//! The whole line as a strip: how many events there are where, and a brush on what is seen of it.

use super::prepared::Timeline;
use crate::figure::{Camera, Color, Dash, FigureState, Item, Paint, Scene, Shape, rounded};
use crate::story::Tense;

/// The width of a column, px.
const COLUMN: f64 = 4.0;

impl Timeline {
    /// The whole story as columns, with the window of the camera as a brush: keys "brush",
    /// "brush-from" and "brush-to".
    pub fn overview(&self, look: &FigureState, camera: Camera, size: (f64, f64)) -> Scene {
        let mut items = vec![self.tints(size), self.columns(look, size)];
        items.extend(brush(camera.inside(), size));
        Scene {
            width: size.0,
            height: size.1,
            items,
        }
    }

    fn tints(&self, (width, height): (f64, f64)) -> Item {
        let tint = |(at, phase): (usize, &crate::story::Phase)| {
            let (from, to) = (
                self.edges[at],
                self.edges.get(at + 1).copied().unwrap_or(1.0),
            );
            let paint = match phase.tense {
                Tense::Future => Paint::fill(Color::MUTED).faint(0.07),
                Tense::Past | Tense::Now if at % 2 == 0 => Paint::fill(Color::RAISED).faint(0.7),
                Tense::Past | Tense::Now => return None,
            };
            let (x, width) = (rounded(from * width), rounded((to - from) * width));
            Some(Shape::Rect {
                x,
                y: 0.0,
                width,
                height,
                round: 0.0,
                paint,
            })
        };
        let shapes = self.phases.iter().enumerate().filter_map(tint).collect();
        Item {
            key: "tints".into(),
            class: "bands",
            shapes,
            ..Item::default()
        }
    }

    /// One path for all columns: as high as the square root of their events.
    fn columns(&self, look: &FigureState, (width, height): (f64, f64)) -> Item {
        let mut counts = vec![0_u32; (width / COLUMN).max(1.0) as usize];
        let shown = self
            .facts
            .iter()
            .zip(&self.places)
            .filter(|(fact, _)| !look.hidden.contains(fact.evidence));
        let (floating, standing): (Vec<_>, Vec<_>) = shown.partition(|(_, place)| place.floats());
        for (_, place) in standing {
            let at = (place.anchor() * counts.len() as f64) as usize;
            let last = counts.len() - 1;
            counts[at.min(last)] += 1;
        }
        let most = f64::from(counts.iter().copied().max().unwrap_or(0).max(4)).sqrt();
        let (foot, room) = (height - 1.0, height - 8.0);
        let column = |(at, count): (usize, &u32)| {
            let (x, high) = (
                at as f64 * COLUMN,
                rounded(f64::from(*count).sqrt() / most * room),
            );
            (*count > 0).then(|| format!("M{} {foot}v-{high}h{}v{high}z", x + 0.5, COLUMN - 1.0))
        };
        let d: String = counts.iter().enumerate().filter_map(column).collect();
        let line = Shape::Line {
            from: (0.0, foot),
            to: (rounded(width), foot),
            paint: Paint::stroke(Color::RULE_STRONG, 1.0),
        };
        let columns = Shape::Path {
            d,
            paint: Paint::fill(Color::MUTED),
        };
        let mut shapes = vec![line, columns];
        // Undated events stand at no point of the line: a band tells between which they lie.
        let mut bands: Vec<(f64, f64)> = floating.iter().map(|(_, place)| place.extent()).collect();
        bands.dedup();
        let band = |(from, to): (f64, f64)| Shape::Line {
            from: (rounded(from * width), 4.0),
            to: (rounded((to * width).max(from * width + COLUMN)), 4.0),
            paint: Paint::stroke(Color::MUTED, 1.5).dashed(Dash::FineDotted),
        };
        shapes.extend(bands.into_iter().map(band));
        Item {
            key: "columns".into(),
            class: "columns",
            shapes,
            ..Item::default()
        }
    }
}

/// The window, and its two handles.
fn brush(camera: Camera, (width, height): (f64, f64)) -> [Item; 3] {
    let (from, to) = camera.across();
    let (mut from, mut to) = (from * width, to * width);
    // A window too small to be seen is still one to be grasped.
    if to - from < 6.0 {
        let middle = ((from + to) / 2.0).clamp(3.0, width - 3.0);
        (from, to) = (middle - 3.0, middle + 3.0);
    }
    let (from, to) = (rounded(from), rounded(to));
    let window = Paint::fill(Color::ACCENT).faint(0.14);
    let frame = Paint::stroke(Color::ACCENT, 1.5);
    let rect = |paint: Paint| Shape::Rect {
        x: 0.0,
        y: 0.8,
        width: rounded(to - from),
        height: rounded(height - 1.6),
        round: 2.0,
        paint,
    };
    let handle = |key: &str, x: f64| Item {
        key: key.into(),
        class: "brush-handle",
        at: (x, 0.0),
        link: None,
        shapes: vec![
            Shape::Rect {
                x: -12.0,
                y: 0.0,
                width: 24.0,
                height,
                round: 0.0,
                paint: Paint::fill(Color::SURFACE).faint(0.001),
            },
            Shape::Rect {
                x: -3.0,
                y: rounded(height / 2.0 - 9.0),
                width: 6.0,
                height: 18.0,
                round: 3.0,
                paint: Paint::fill(Color::SURFACE).edged(Color::ACCENT, 1.5),
            },
        ],
    };
    let window = Item {
        key: "brush".into(),
        class: "brush",
        at: (from, 0.0),
        link: None,
        shapes: vec![rect(window), rect(frame)],
    };
    [window, handle("brush-from", from), handle("brush-to", to)]
}

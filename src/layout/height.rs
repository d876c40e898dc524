//! The height of a story's page at some widths, estimated without a browser, so that embed codes
//! can reserve the right room. Follows `style/` part by part with estimated widths of text. Knows
//! no view, no drawing and no browser.
//!
//! `tests/browser` holds it to what Chromium shows. A page of fonts that are narrower than the
//! estimate is a little lower.

mod parts;

use super::Content;
use crate::text::width;

/// The widths in px for which heights are told: phones, columns of articles, tablets, desks.
pub const WIDTHS: [u32; 6] = [320, 480, 640, 768, 1024, 1280];

/// (width, height) of a story's page in px as it is at first: cards closed, the timeline in order,
/// the map of relations.
pub fn heights(content: &Content) -> Vec<(u32, u32)> {
    WIDTHS
        .map(|width| (width, parts::page(content, f64::from(width)).ceil() as u32))
        .to_vec()
}

/// How a run of text is set: font size and height of a line in px, and how wide its letters are
/// beside the estimate's.
#[derive(Clone, Copy, Debug)]
struct Face {
    size: f64,
    line: f64,
    wide: f64,
}

/// Letters of the reading face and of labels beside the estimate, which is that of the widest
/// common faces.
const READING: f64 = 0.97;
const LABEL: f64 = 0.97;
const BOLD: f64 = 1.08;

impl Face {
    const fn new(size: f64, leading: f64, wide: f64) -> Self {
        Self {
            size,
            line: size * leading,
            wide,
        }
    }

    /// Height of `text` in so much room; nothing for no text.
    fn height(self, text: &str, room: f64) -> f64 {
        width::wrap(text, self.size * self.wide, room).len() as f64 * self.line
    }

    fn width(self, text: &str) -> f64 {
        width::width(text, self.size * self.wide)
    }
}

/// How many rows boxes of these widths take side by side, as flexible boxes wrap.
fn rows(widths: impl IntoIterator<Item = f64>, gap: f64, room: f64) -> f64 {
    let (mut rows, mut used) = (0.0, f64::INFINITY);
    for width in widths {
        if used + gap + width > room {
            rows += 1.0;
            used = width;
        } else {
            used += gap + width;
        }
    }
    rows
}

/// Boxes in so many equal columns, row by row, each row as high as its highest box.
fn grid(heights: &[f64], columns: usize, gap: f64) -> f64 {
    let rows = heights
        .chunks(columns.max(1))
        .map(|row| row.iter().copied().fold(0.0, f64::max));
    let count = heights.len().div_ceil(columns.max(1));
    rows.sum::<f64>() + gap * count.saturating_sub(1) as f64
}

/// How many columns at least `least` px wide fit into `room`, and how wide each then is.
fn columns(least: f64, gap: f64, room: f64) -> (usize, f64) {
    let count = (((room + gap) / (least.min(room) + gap)) as usize).max(1);
    (count, (room - gap * (count - 1) as f64) / count as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_wrap_into_rows() {
        assert_eq!(rows([], 8.0, 100.0), 0.0);
        assert_eq!(rows([40.0, 40.0, 40.0], 8.0, 100.0), 2.0);
        assert_eq!(
            rows([200.0, 10.0], 8.0, 100.0),
            2.0,
            "what is too wide has a row of its own"
        );
    }

    #[test]
    fn columns_share_the_room() {
        assert_eq!(columns(320.0, 32.0, 672.0), (2, 320.0));
        assert_eq!(columns(320.0, 32.0, 288.0), (1, 288.0));
        assert_eq!(grid(&[10.0, 30.0, 20.0], 2, 5.0), 55.0);
    }
}

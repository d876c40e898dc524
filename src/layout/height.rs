//! Estimates the height of a story's page at several widths without a browser, so that embed codes
//! can reserve enough space. It follows `style/` part by part, with estimated text widths.
//!
//! `tests/browser` compares it with Chromium. With fonts narrower than the estimate a page is a
//! little lower.

mod parts;

use super::Content;
use crate::text::width;

/// The widths in px for which heights are estimated: phones, columns of articles, tablets,
/// desktops.
pub const WIDTHS: [u32; 6] = [320, 480, 640, 768, 1024, 1280];

/// Width and height in px of a story's page in its first state: cards closed, the timeline in
/// order, the map of relations.
pub fn heights(content: &Content) -> Vec<(u32, u32)> {
    WIDTHS
        .map(|width| (width, parts::page(content, f64::from(width)).ceil() as u32))
        .to_vec()
}

/// A style of type: font size and line height in px, and its letters' width as a factor of the
/// estimate.
#[derive(Clone, Copy, Debug)]
struct Face {
    size: f64,
    line: f64,
    width_factor: f64,
}

/// Width factors: the estimate is that of the widest common fonts.
const READING: f64 = 0.97;
const LABEL: f64 = 0.97;
const BOLD: f64 = 1.08;

impl Face {
    const fn new(size: f64, leading: f64, width_factor: f64) -> Self {
        Self {
            size,
            line: size * leading,
            width_factor,
        }
    }

    /// The height of a text that wraps at `max_width`; 0 for an empty text.
    fn height(self, text: &str, max_width: f64) -> f64 {
        width::wrap(text, self.size * self.width_factor, max_width).len() as f64 * self.line
    }

    fn width(self, text: &str) -> f64 {
        width::width(text, self.size * self.width_factor)
    }
}

/// The number of rows into which boxes of these widths wrap, as flex items do.
fn rows(widths: impl IntoIterator<Item = f64>, gap: f64, max_width: f64) -> f64 {
    let (mut rows, mut used) = (0.0, f64::INFINITY);
    for width in widths {
        if used + gap + width > max_width {
            rows += 1.0;
            used = width;
        } else {
            used += gap + width;
        }
    }
    rows
}

/// The height of boxes in equal columns: each row is as high as its highest box.
fn grid(heights: &[f64], columns: usize, gap: f64) -> f64 {
    let rows = heights
        .chunks(columns.max(1))
        .map(|row| row.iter().copied().fold(0.0, f64::max));
    let count = heights.len().div_ceil(columns.max(1));
    rows.sum::<f64>() + gap * count.saturating_sub(1) as f64
}

/// The number of columns of at least `min_width` px that fit side by side, and the width of each.
fn columns(min_width: f64, gap: f64, width: f64) -> (usize, f64) {
    let count = (((width + gap) / (min_width.min(width) + gap)) as usize).max(1);
    (count, (width - gap * (count - 1) as f64) / count as f64)
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
            "a box that is too wide has its own row"
        );
    }

    #[test]
    fn columns_share_the_width() {
        assert_eq!(columns(320.0, 32.0, 672.0), (2, 320.0));
        assert_eq!(columns(320.0, 32.0, 288.0), (1, 288.0));
        assert_eq!(grid(&[10.0, 30.0, 20.0], 2, 5.0), 55.0);
    }
}

//! Texts and boxes as a browser sets them, by estimate.

use crate::text::width;

/// A style of type: font size and line height in px, and its letters' width as a factor of the
/// estimate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    pub(super) size: f64,
    pub(super) line: f64,
    width_factor: f64,
}

/// Width factors: the estimate is that of the widest common fonts.
pub(super) const READING: f64 = 0.97;
pub(super) const LABEL: f64 = 0.97;
pub(super) const BOLD: f64 = 1.08;

impl Face {
    pub(super) const fn new(size: f64, leading: f64, width_factor: f64) -> Self {
        Self {
            size,
            line: size * leading,
            width_factor,
        }
    }

    /// The height of a text that wraps at `max_width`; 0 for an empty text.
    pub(super) fn height(self, text: &str, max_width: f64) -> f64 {
        width::wrap(text, self.size * self.width_factor, max_width).len() as f64 * self.line
    }

    pub(super) fn width(self, text: &str) -> f64 {
        width::width(text, self.size * self.width_factor)
    }
}

/// The number of rows into which boxes of these widths wrap, as flex items do.
pub(super) fn rows(widths: impl IntoIterator<Item = f64>, gap: f64, max_width: f64) -> f64 {
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
pub(super) fn grid(heights: &[f64], columns: usize, gap: f64) -> f64 {
    let rows = heights
        .chunks(columns.max(1))
        .map(|row| row.iter().copied().fold(0.0, f64::max));
    let count = heights.len().div_ceil(columns.max(1));
    rows.sum::<f64>() + gap * count.saturating_sub(1) as f64
}

/// The number of columns of at least `min_width` px that fit side by side, and the width of each.
pub(super) fn columns(min_width: f64, gap: f64, width: f64) -> (usize, f64) {
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

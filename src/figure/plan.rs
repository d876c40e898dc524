//! What the explorer asks of a drawing that can be zoomed, and where it looks.

use super::scene::{FigureState, Scene};
use crate::state::Pick;

/// A figure at every zoom. Its own units run from 0 to 1 across, and from 0 to 1 down where it has
/// two dimensions.
pub trait Figure {
    /// The height in px that the drawing wants in a box of this width, for the view of all.
    fn height(&self, width: f64) -> f64;

    /// The greatest zoom that shows more; at least 1.
    fn max_zoom(&self) -> f64;

    /// The drawing in a box of (width, height) px.
    fn scene(&self, look: &FigureState, camera: Camera, size: (f64, f64)) -> Scene;

    /// The nearest camera in which a thing is shown for itself, not inside of a cluster; `None` for
    /// what the figure does not show.
    fn camera_for(&self, pick: Pick, camera: Camera, size: (f64, f64)) -> Option<Camera>;

    /// What "next" and "previous" walk through, in order.
    fn walk(&self) -> Vec<Pick>;
}

/// Which part of a plan is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The middle of what is seen, in the units of the plan.
    pub x: f64,
    pub y: f64,
    /// 1 shows all; 2 shows half of the width and half of the height.
    pub zoom: f64,
}

impl Camera {
    /// All of a plan.
    pub const ALL: Self = Self {
        x: 0.5,
        y: 0.5,
        zoom: 1.0,
    };

    /// From the first to the last place across that is seen, in the units of the plan.
    pub fn across(self) -> (f64, f64) {
        (self.x - 0.5 / self.zoom, self.x + 0.5 / self.zoom)
    }

    /// Likewise down.
    pub fn down(self) -> (f64, f64) {
        (self.y - 0.5 / self.zoom, self.y + 0.5 / self.zoom)
    }

    /// The camera that sees this part across and down, as large as fits.
    pub fn on(from: (f64, f64), to: (f64, f64)) -> Self {
        let size = (to.0 - from.0).max(to.1 - from.1).max(f64::MIN_POSITIVE);
        Self {
            x: (from.0 + to.0) / 2.0,
            y: (from.1 + to.1) / 2.0,
            zoom: 1.0 / size,
        }
    }

    /// Zoomed by a factor, at most to `max_zoom`; what stands at `at`, a share of the box across and
    /// down, stays there.
    pub fn zoomed(self, factor: f64, at: (f64, f64), max_zoom: f64) -> Self {
        let zoom = (self.zoom * factor).clamp(1.0, max_zoom.max(1.0));
        let kept = (1.0 / self.zoom) - (1.0 / zoom);
        Self {
            x: self.x + (at.0 - 0.5) * kept,
            y: self.y + (at.1 - 0.5) * kept,
            zoom,
        }
        .inside()
    }

    /// Moved by a share of the box.
    pub fn moved(self, by: (f64, f64)) -> Self {
        Self {
            x: self.x + by.0 / self.zoom,
            y: self.y + by.1 / self.zoom,
            ..self
        }
        .inside()
    }

    /// Within the plan.
    pub fn inside(self) -> Self {
        let half = 0.5 / self.zoom.max(1.0);
        Self {
            x: self.x.clamp(half, 1.0 - half),
            y: self.y.clamp(half, 1.0 - half),
            zoom: self.zoom.max(1.0),
        }
    }

    /// On the way to another camera: 0 is here, 1 is there. Zoom changes by equal factors, so that
    /// the way looks even.
    pub fn toward(self, to: Self, share: f64) -> Self {
        let zoom = self.zoom * libm::pow(to.zoom / self.zoom, share);
        // What is seen moves in step with the size of it, so that the point that both see stays
        // where it is.
        let (here, there) = (1.0 / self.zoom, 1.0 / to.zoom);
        let moved = if (there - here).abs() < 1e-12 * here {
            share
        } else {
            (1.0 / zoom - here) / (there - here)
        };
        Self {
            x: self.x + (to.x - self.x) * moved,
            y: self.y + (to.y - self.y) * moved,
            zoom,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn zoom_keeps_the_point_under_the_pointer(x in 0.2f64..0.8, zoom in 4.0f64..1e9, factor in 1.0f64..8.0, at in 0.0f64..1.0) {
            let before = Camera { x, y: 0.5, zoom };
            let after = before.zoomed(factor, (at, 0.5), 1e13);
            let point = |camera: Camera| camera.across().0 + at / camera.zoom;
            prop_assert!((point(before) - point(after)).abs() * after.zoom < 1e-4);
        }

        #[test]
        fn a_camera_stays_within_the_plan(x in -2.0f64..3.0, y in -2.0f64..3.0, zoom in 0.1f64..1e6) {
            let camera = Camera { x, y, zoom }.inside();
            prop_assert!(camera.across().0 >= -1e-9 && camera.across().1 <= 1.0 + 1e-9);
            prop_assert!(camera.down().0 >= -1e-9 && camera.down().1 <= 1.0 + 1e-9);
        }

        #[test]
        fn a_way_starts_and_ends_where_it_should(x in 0.2f64..0.8, zoom in 1.0f64..1e6) {
            let to = Camera { x, y: 0.4, zoom };
            prop_assert_eq!(Camera::ALL.toward(to, 0.0), Camera::ALL);
            let end = Camera::ALL.toward(to, 1.0);
            prop_assert!((end.x - to.x).abs() < 1e-9 && (end.zoom / to.zoom - 1.0).abs() < 1e-9);
        }
    }
}

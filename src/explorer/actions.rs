//! What the page asks of the explorer: its script calls these by name (`zoom.js`), through
//! `src/bin/explorer.rs`.

use super::drawing::Drawing;
use super::element::{set, set_if};
use super::figure::{Explorer, now};
use crate::browser::focus;
use crate::figure::Camera;
use gloo::utils::document;

/// A step of a button or key.
const STEP: f64 = 1.6;
/// Zoom by a px of the wheel: a notch of 100 px is about a quarter.
const WHEEL: f64 = 0.0022;

impl Explorer {
    /// Shows the explorer; `false` when it is shown already.
    pub fn open(&self) -> bool {
        let closed = !self.figure.has_attribute("data-explorer");
        if closed {
            // Style hides the page's own picture, and with it what has the focus there.
            let had_focus = document()
                .active_element()
                .is_some_and(|element| element.matches(".whole-picture *").unwrap_or_default());
            set(&self.figure, "data-explorer", "resting");
            self.transition.borrow_mut().put(Camera::ALL);
            self.draw(now());
            let first = self.stage.query_selector("a").ok().flatten();
            first.filter(|_| had_focus).iter().for_each(focus::restore);
        }
        closed
    }

    /// Zooms by a step, around what is picked or the middle.
    pub fn step(&self, zoom_in: bool) {
        let opened = self.open_with_focus();
        // The first step is always in: little is to be seen in a map that all fits.
        let factor = if zoom_in || opened { STEP } else { 1.0 / STEP };
        self.zoom(factor, None);
    }

    /// Zooms by px of the wheel, in when positive, around a place of the window.
    pub fn wheel(&self, pointer: (f64, f64), delta: f64) {
        self.open();
        let factor = libm::exp((delta * WHEEL).clamp(-1.0, 1.0));
        self.zoom_at_once(factor, self.share(pointer));
    }

    /// Opens under two fingers, a step in around a place of the window; on the open explorer its
    /// own listener follows them.
    pub fn pinch(&self, pointer: (f64, f64)) {
        if self.open() {
            self.zoom(STEP, Some(self.share(pointer)));
        }
    }

    /// Moves to where all events from the `first` to the `last` are.
    pub fn show_events(&self, first: usize, last: usize) {
        self.open_with_focus();
        let stretch = match &*self.drawing.borrow() {
            Drawing::Timeline(timeline) => timeline.stretch(first..=last),
            Drawing::Map(_) => None,
        };
        if let Some((from, to)) = stretch {
            self.go(self.camera_on((from, 0.0), (to, 0.0)));
        }
    }

    fn open_with_focus(&self) -> bool {
        let opened = self.open();
        if opened {
            self.controls.focus();
        }
        opened
    }

    /// Back to the picture of the page.
    pub(super) fn close(&self) {
        set_if(&self.figure, "data-explorer", None);
        if let Ok(Some(button)) = self.figure.query_selector("[data-zoom]") {
            focus::restore(&button);
        }
    }
}

//! From the plan's units to px of the box, and what of it is seen.

use crate::figure::plan::Camera;
use crate::figure::{Item, Shape, rounded};
use crate::geometry::{Rect, Vec2};
use crate::layout::network::Frame;

/// What is drawn around the box too, px, so that it is there when the reader moves.
const MARGIN: f64 = 48.0;

/// A box that looks at a plan.
#[derive(Clone, Copy)]
pub struct Viewport {
    camera: Camera,
    size: Vec2,
}

impl Viewport {
    pub fn new(camera: Camera, (width, height): (f64, f64)) -> Self {
        Self {
            camera,
            size: Vec2::new(width, height),
        }
    }

    /// The size of the whole plan, px.
    pub fn whole(&self) -> Vec2 {
        self.size * self.camera.zoom
    }

    /// Where the plan's origin stands in the box, px.
    pub fn origin(&self) -> Vec2 {
        Vec2::new(
            -self.camera.across().0 * self.whole().x,
            -self.camera.down().0 * self.whole().y,
        )
    }

    /// Whether a part of the whole plan, px, can be seen.
    pub fn sees(&self, area: &Rect) -> bool {
        let area = area.translated(self.origin());
        let (low, high) = (area.top_left(), area.bottom_right());
        high.x >= -MARGIN
            && high.y >= -MARGIN
            && low.x <= self.size.x + MARGIN
            && low.y <= self.size.y + MARGIN
    }

    /// An item that is not a control, at a place of the whole plan, px; `None` where its area is not
    /// seen.
    pub fn item(
        &self,
        key: String,
        class: &'static str,
        at: Vec2,
        shapes: Vec<Shape>,
        around: &Rect,
    ) -> Option<Item> {
        let place = at + self.origin();
        let at = (rounded(place.x), rounded(place.y));
        self.sees(around).then_some(Item {
            key,
            class,
            at,
            link: None,
            shapes,
        })
    }
}

/// The camera as it is where it sees a place of the plan well inside of the box, else moved there.
pub fn moved_to((x, y): (f64, f64), camera: Camera) -> Camera {
    let inside = |at: f64, (low, high): (f64, f64)| {
        let edge = 0.15 * (high - low);
        at >= low + edge && at <= high - edge
    };
    if inside(x, camera.across()) && inside(y, camera.down()) || camera.zoom <= 1.0 {
        camera
    } else {
        Camera {
            x,
            y,
            zoom: camera.zoom,
        }
        .inside()
    }
}

/// That of the two which is for a frame; they are in the order of [`Frame::ALL`].
pub fn of_frame<T>(both: &[T; 2], frame: Frame) -> &T {
    let [narrow, wide] = both;
    match frame {
        Frame::Narrow => narrow,
        Frame::Wide => wide,
    }
}

//! Where the explorer looks, and the way there. Knows no story and no drawing.

use crate::figure::Camera;

/// How long a way takes, ms.
const TIME: f64 = 240.0;

/// A camera that is at rest or on its way to another.
#[derive(Clone, Copy, Debug)]
pub struct CameraTransition {
    from: Camera,
    to: Camera,
    /// When it set out, in the time of frames; `None` before the first frame.
    since: Option<f64>,
    moving: bool,
}

impl CameraTransition {
    pub fn new(at: Camera) -> Self {
        Self {
            from: at,
            to: at,
            since: None,
            moving: false,
        }
    }

    /// Where it is going, or stands.
    pub fn goal(&self) -> Camera {
        self.to
    }

    pub fn is_moving(&self) -> bool {
        self.moving
    }

    /// Is there at once.
    pub fn put(&mut self, to: Camera) {
        *self = Self::new(to);
    }

    /// Sets out from where it is at this time.
    pub fn go(&mut self, to: Camera, now: f64) {
        *self = Self {
            from: self.at(now),
            to,
            since: None,
            moving: true,
        };
    }

    /// Where it is at a time; it rests once it has arrived.
    pub fn at(&mut self, now: f64) -> Camera {
        if !self.moving {
            return self.to;
        }
        let since = *self.since.get_or_insert(now);
        let share = ((now - since) / TIME).clamp(0.0, 1.0);
        self.moving = share < 1.0;
        // Slower and slower, as what has weight.
        let eased = 1.0 - (1.0 - share) * (1.0 - share) * (1.0 - share);
        if self.moving {
            self.from.toward(self.to, eased)
        } else {
            self.to
        }
    }
}

//! A camera that moves: an eased transition from one to another.

use crate::figure::Camera;

/// How long a transition takes, ms.
const DURATION: f64 = 240.0;

/// A camera that is at rest or on its way to another.
#[derive(Clone, Copy, Debug)]
pub struct CameraTransition {
    from: Camera,
    to: Camera,
    /// When it started, in the time of frames; `None` before the first frame.
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

    /// The camera at its end.
    pub fn goal(&self) -> Camera {
        self.to
    }

    pub fn is_moving(&self) -> bool {
        self.moving
    }

    /// Jumps to a camera.
    pub fn put(&mut self, to: Camera) {
        *self = Self::new(to);
    }

    /// Starts from where it is at this time.
    pub fn go(&mut self, to: Camera, now: f64) {
        *self = Self {
            from: self.at(now),
            to,
            since: None,
            moving: true,
        };
    }

    /// The camera at a time; it rests once it has arrived.
    pub fn at(&mut self, now: f64) -> Camera {
        if !self.moving {
            return self.to;
        }
        let since = *self.since.get_or_insert(now);
        let share = ((now - since) / DURATION).clamp(0.0, 1.0);
        self.moving = share < 1.0;
        // Ease out: it slows down towards its end.
        let eased = 1.0 - (1.0 - share) * (1.0 - share) * (1.0 - share);
        if self.moving {
            self.from.toward(self.to, eased)
        } else {
            self.to
        }
    }
}

//! Boxes and lines in px. Knows no story.

/// A point or a size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
}

impl Spot {
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    pub fn plus(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }

    pub fn minus(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }

    pub fn times(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }

    /// The point at a share of the way to `other`.
    pub fn towards(self, other: Self, share: f64) -> Self {
        self.plus(other.minus(self).times(share))
    }

    pub fn length(self) -> f64 {
        libm::sqrt(self.x * self.x + self.y * self.y)
    }

    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }
}

/// A box by its centre and half its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub centre: Spot,
    pub half: Spot,
}

impl Area {
    pub fn new(centre: Spot, half: Spot) -> Self {
        Self { centre, half }
    }

    /// The smallest box around all; `None` around nothing.
    pub fn around(areas: impl Iterator<Item = Self>) -> Option<Self> {
        areas.reduce(|all, one| all.with(&one))
    }

    /// The smallest box around both.
    pub fn with(&self, other: &Self) -> Self {
        let (low, high) = (self.low(), self.high());
        let low = Spot::new(low.x.min(other.low().x), low.y.min(other.low().y));
        let high = Spot::new(high.x.max(other.high().x), high.y.max(other.high().y));
        Self::between(low, high)
    }

    pub fn between(low: Spot, high: Spot) -> Self {
        Self {
            centre: low.towards(high, 0.5),
            half: high.minus(low).times(0.5),
        }
    }

    pub fn low(&self) -> Spot {
        self.centre.minus(self.half)
    }

    pub fn high(&self) -> Spot {
        self.centre.plus(self.half)
    }

    pub fn moved(&self, by: Spot) -> Self {
        Self {
            centre: self.centre.plus(by),
            half: self.half,
        }
    }

    /// How far the boxes reach into each other or come nearer than `gap`; zero where they do not.
    pub fn overlap(&self, other: &Self, gap: f64) -> f64 {
        let x = self.half.x + other.half.x + gap - (self.centre.x - other.centre.x).abs();
        let y = self.half.y + other.half.y + gap - (self.centre.y - other.centre.y).abs();
        if x <= 0.0 || y <= 0.0 { 0.0 } else { x.min(y) }
    }

    pub fn contains(&self, other: &Self) -> bool {
        let off = other.centre.minus(self.centre);
        off.x.abs() + other.half.x <= self.half.x && off.y.abs() + other.half.y <= self.half.y
    }

    /// How deep a line from `start` to `end` cuts through the box and `gap` around it: 0 not at
    /// all, 1 through the middle.
    pub fn cut(&self, start: Spot, end: Spot, gap: f64) -> f64 {
        let (run_x, run_y) = ((end.x - start.x) / 2.0, (end.y - start.y) / 2.0);
        let (off_x, off_y) = (
            start.x + run_x - self.centre.x,
            start.y + run_y - self.centre.y,
        );
        let (half_x, half_y) = (self.half.x + gap, self.half.y + gap);
        if off_x.abs() >= half_x + run_x.abs() || off_y.abs() >= half_y + run_y.abs() {
            return 0.0;
        }
        let reach = half_x * run_y.abs() + half_y * run_x.abs();
        let aside = (run_x * off_y - run_y * off_x).abs();
        if aside >= reach {
            0.0
        } else {
            1.0 - aside / reach
        }
    }

    /// The share of the way from the centre to `end` at which a line leaves the box; more than 1
    /// where it ends inside.
    pub fn exit(&self, end: Spot) -> f64 {
        let run = end.minus(self.centre);
        let (x, y) = (
            self.half.x / run.x.abs().max(0.001),
            self.half.y / run.y.abs().max(0.001),
        );
        x.min(y)
    }
}

/// Whether two lines cross, ends not counted.
pub fn crosses(a: Spot, b: Spot, c: Spot, d: Spot) -> bool {
    let side = |from: Spot, to: Spot, of: Spot| {
        (to.x - from.x) * (of.y - from.y) - (to.y - from.y) * (of.x - from.x)
    };
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// One decimal: enough to draw, the same bytes everywhere.
pub fn rounded(value: f64) -> f64 {
    libm::round(value * 10.0) / 10.0
}

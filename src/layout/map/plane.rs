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

    pub fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
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
        areas.reduce(|all, one| {
            let (low, high) = (all.low(), all.high());
            let low = Spot::new(low.x.min(one.low().x), low.y.min(one.low().y));
            let high = Spot::new(high.x.max(one.high().x), high.y.max(one.high().y));
            Self::between(low, high)
        })
    }

    pub fn between(low: Spot, high: Spot) -> Self {
        Self { centre: low.towards(high, 0.5), half: high.minus(low).times(0.5) }
    }

    pub fn low(&self) -> Spot {
        self.centre.minus(self.half)
    }

    pub fn high(&self) -> Spot {
        self.centre.plus(self.half)
    }

    pub fn grown(&self, by: f64) -> Self {
        Self { centre: self.centre, half: self.half.plus(Spot::new(by, by)) }
    }

    pub fn moved(&self, by: Spot) -> Self {
        Self { centre: self.centre.plus(by), half: self.half }
    }

    /// How far the boxes reach into each other; zero where they are apart or touch.
    pub fn overlap(&self, other: &Self) -> f64 {
        let apart = self.centre.minus(other.centre);
        let x = self.half.x + other.half.x - apart.x.abs();
        let y = self.half.y + other.half.y - apart.y.abs();
        x.min(y).max(0.0)
    }

    pub fn touches(&self, other: &Self) -> bool {
        self.overlap(other) > 0.0
    }

    /// How deep a line from `start` to `end` cuts through: 0 not at all, 1 through the middle.
    pub fn cut(&self, start: Spot, end: Spot) -> f64 {
        let run = end.minus(start).times(0.5);
        let off = start.plus(run).minus(self.centre);
        let reach = self.half.x * run.y.abs() + self.half.y * run.x.abs();
        let aside = run.cross(off).abs();
        let misses = off.x.abs() >= self.half.x + run.x.abs() || off.y.abs() >= self.half.y + run.y.abs();
        if misses || aside >= reach { 0.0 } else { 1.0 - aside / reach }
    }

    /// The share of the way from the centre to `end` at which a line leaves the box; more than 1 where it ends inside.
    pub fn exit(&self, end: Spot) -> f64 {
        let run = end.minus(self.centre);
        let (x, y) = (self.half.x / run.x.abs().max(0.001), self.half.y / run.y.abs().max(0.001));
        x.min(y)
    }
}

/// Whether two lines cross, ends not counted.
pub fn crosses(a: Spot, b: Spot, c: Spot, d: Spot) -> bool {
    let (first, second) = (b.minus(a), d.minus(c));
    let one = first.cross(c.minus(a)) * first.cross(d.minus(a));
    let two = second.cross(a.minus(c)) * second.cross(b.minus(c));
    one < 0.0 && two < 0.0
}

/// Two decimals: enough to draw, the same bytes everywhere.
pub fn rounded(value: f64) -> f64 {
    libm::round(value * 100.0) / 100.0
}

//! Room for labels above the line: how far to the left each height is free.

/// The grid of heights, px, and a height in its units that is beyond that of labels.
const UNIT: f64 = 5.0;
const HIGHEST: usize = 24;

/// How far to the left each height is free, from the foot up.
pub struct Shelf {
    foot: f64,
    /// Beside labels, and beside labels and stems.
    free: Vec<(f64, f64)>,
    /// By height: what reaches further to the right fits nowhere; most of thousands are told so
    /// without a search.
    limits: [f64; HIGHEST],
}

impl Shelf {
    pub fn new(top: f64, foot: f64) -> Self {
        let units = ((foot - top) / UNIT).max(0.0) as usize;
        Self {
            foot,
            free: vec![(f64::INFINITY, f64::INFINITY); units],
            limits: [f64::INFINITY; HIGHEST],
        }
    }

    /// The top of the lowest place that is free and ends above `below`: past no stem where there is
    /// one such, else behind stems.
    pub fn settle(
        &mut self,
        (from, to): (f64, f64),
        height: f64,
        stem: f64,
        below: f64,
    ) -> Option<f64> {
        let units = (height / UNIT).ceil() as usize;
        let limit = units.min(HIGHEST - 1);
        if to > self.limits[limit] {
            return None;
        }
        let start = ((self.foot - below) / UNIT).ceil().max(0.0) as usize;
        let low = self
            .find(start, units, |free| free.1 >= to)
            .or_else(|| self.find(start, units, |free| free.0 >= to));
        let Some(low) = low else {
            self.limits[limit] = self.widest(limit);
            return None;
        };
        for free in &mut self.free[low..low + units] {
            *free = (free.0.min(from), free.1.min(from));
        }
        for free in &mut self.free[..low] {
            free.1 = free.1.min(stem - 3.0);
        }
        Some(self.foot - (low + units) as f64 * UNIT)
    }

    /// How far to the right a label of so many units could reach anywhere.
    fn widest(&self, units: usize) -> f64 {
        let least =
            |free: &[(f64, f64)]| free.iter().map(|free| free.0).fold(f64::INFINITY, f64::min);
        self.free
            .windows(units.max(1))
            .map(least)
            .fold(f64::NEG_INFINITY, f64::max)
    }

    fn find(
        &self,
        start: usize,
        units: usize,
        fits: impl Fn(&(f64, f64)) -> bool,
    ) -> Option<usize> {
        let mut low = start;
        for (at, free) in self.free.iter().enumerate().skip(start) {
            if !fits(free) {
                low = at + 1;
            } else if at + 1 - low >= units {
                return Some(low);
            }
        }
        None
    }
}

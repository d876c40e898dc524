//! Pseudorandom numbers, the same on every machine: a linear congruential generator.

/// The state of the generator; its first value is the seed.
pub struct Rng(pub u64);

impl Rng {
    fn next(&mut self) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.0 >> 33) as u32
    }

    /// Below `count`; 0 if that is 0.
    pub fn below(&mut self, count: usize) -> usize {
        self.next() as usize % count.max(1)
    }

    /// From 0 to 1.
    pub fn share(&mut self) -> f64 {
        f64::from(self.next()) / f64::from(u32::MAX >> 1)
    }

    /// From `-span` to `span`.
    pub fn spread(&mut self, span: f64) -> f64 {
        (self.share() * 2.0 - 1.0) * span
    }

    /// The numbers below `count`, shuffled.
    pub fn order(&mut self, count: usize) -> Vec<usize> {
        let mut all: Vec<_> = (0..count).collect();
        for index in (1..count).rev() {
            all.swap(index, self.below(index + 1));
        }
        all
    }
}

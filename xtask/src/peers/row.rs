//! A row of the table: a figure of ours, the limit for it, and whether it is met.

/// The duration of two frames at 60 Hz, so that at most one is dropped.
const MAX_FRAME_MS: f64 = 33.0;

/// One line of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub criterion: u8,
    pub name: String,
    pub ours: String,
    pub target: String,
    pub verdict: Verdict,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Met,
    Missed,
    /// Ours or the peers' figure is missing.
    Unmeasured,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Ms,
    Px,
    Count,
    /// A share without a unit, to four places.
    Share,
}

/// What a figure of ours has to keep.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    bound: Bound,
    value: Option<f64>,
    /// What the value is computed from: `0.6 × timelinejs`.
    basis: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    AtMost,
    AtLeast,
}

impl Limit {
    pub fn at_most(value: f64) -> Self {
        Self {
            bound: Bound::AtMost,
            value: Some(value),
            basis: String::new(),
        }
    }

    pub fn at_least(value: f64) -> Self {
        Self {
            bound: Bound::AtLeast,
            ..Self::at_most(value)
        }
    }

    /// At most a share of a peer's figure; `None` where no peer has one.
    pub fn share_of(factor: f64, peer: Option<(String, f64)>) -> Self {
        let times = if factor == 1.0 {
            String::new()
        } else {
            format!("{factor} × ")
        };
        let (name, value) = peer.unzip();
        let name = name.unwrap_or_else(|| "the peers, not measured".to_owned());
        Self {
            bound: Bound::AtMost,
            value: value.map(|value| value * factor),
            basis: format!("{times}{name}"),
        }
    }

    fn show(&self, unit: Unit) -> String {
        let sign = match self.bound {
            Bound::AtMost => "≤",
            Bound::AtLeast => "≥",
        };
        let basis = if self.basis.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.basis)
        };
        format!("{sign} {}{basis}", unit.show(self.value))
    }

    fn judge(&self, ours: Option<f64>) -> Verdict {
        let (Some(ours), Some(limit)) = (ours, self.value) else {
            return Verdict::Unmeasured;
        };
        let is_met = match self.bound {
            Bound::AtMost => ours <= limit,
            Bound::AtLeast => ours >= limit,
        };
        if is_met {
            Verdict::Met
        } else {
            Verdict::Missed
        }
    }
}

impl Row {
    pub fn new(
        criterion: u8,
        name: impl Into<String>,
        ours: Option<f64>,
        limit: Limit,
        unit: Unit,
    ) -> Self {
        Self {
            criterion,
            name: name.into(),
            ours: unit.show(ours),
            target: limit.show(unit),
            verdict: limit.judge(ours),
        }
    }

    /// The 95th percentile of the frames of a gesture, ms.
    pub fn frame(criterion: u8, name: String, ours: Option<f64>) -> Self {
        let limit = Limit::at_most(MAX_FRAME_MS);
        Self::new(criterion, name + ", p95", ours, limit, Unit::Ms)
    }

    /// A count that must be zero.
    pub fn zero(criterion: u8, name: impl Into<String>, ours: Option<f64>) -> Self {
        Self::new(criterion, name, ours, Limit::at_most(0.0), Unit::Count)
    }

    pub fn is_true(criterion: u8, name: impl Into<String>, ours: Option<bool>) -> Self {
        let (shown, verdict) = match ours {
            Some(true) => ("yes", Verdict::Met),
            Some(false) => ("no", Verdict::Missed),
            None => ("–", Verdict::Unmeasured),
        };
        Self {
            criterion,
            name: name.into(),
            ours: shown.to_owned(),
            target: "yes".to_owned(),
            verdict,
        }
    }
}

impl Unit {
    fn show(self, value: Option<f64>) -> String {
        let Some(value) = value else {
            return "–".to_owned();
        };
        match self {
            Self::Ms if value >= 100.0 => format!("{value:.0} ms"),
            Self::Ms => format!("{value:.1} ms"),
            Self::Px => format!("{value:.1} px"),
            Self::Count => format!("{value:.0}"),
            Self::Share => format!("{value:.4}"),
        }
    }
}

/// The largest of some figures, if all are there.
pub fn largest(figures: &[Option<f64>]) -> Option<f64> {
    figures
        .iter()
        .copied()
        .try_fold(f64::MIN, |max, figure| Some(max.max(figure?)))
}

/// The sum of some figures, if all are there.
pub fn sum(figures: &[Option<f64>]) -> Option<f64> {
    figures.iter().copied().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_figure_is_neither_met_nor_missed() {
        let limit = || Limit::share_of(0.5, Some(("vis".to_owned(), 900.0)));
        let row = |ours| Row::new(2, "ready", ours, limit(), Unit::Ms);
        assert_eq!(row(Some(450.0)).verdict, Verdict::Met);
        assert_eq!(row(Some(450.1)).verdict, Verdict::Missed);
        assert_eq!(row(None).verdict, Verdict::Unmeasured);
        assert_eq!(
            Row::new(2, "ready", Some(1.0), Limit::share_of(0.5, None), Unit::Ms).verdict,
            Verdict::Unmeasured
        );
        assert_eq!(row(Some(12.34)).target, "≤ 450 ms (0.5 × vis)");
        assert_eq!(row(Some(12.34)).ours, "12.3 ms");
    }

    #[test]
    fn a_figure_of_which_a_part_is_missing_is_missing() {
        assert_eq!(largest(&[Some(1.0), Some(3.0)]), Some(3.0));
        assert_eq!(largest(&[Some(1.0), None]), None);
        assert_eq!(sum(&[Some(1.0), None]), None);
    }
}

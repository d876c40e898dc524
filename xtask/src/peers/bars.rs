//! A row of the table: a figure of ours, the limit for it, and whether it is met.

/// One line of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub bar: u8,
    pub what: String,
    pub ours: String,
    pub wanted: String,
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

/// A figure and whose it is: `0.6 × timelinejs`.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    pub value: Option<f64>,
    pub whence: String,
}

impl Limit {
    /// A figure that the bar states itself.
    pub fn fixed(value: f64) -> Self {
        Self {
            value: Some(value),
            whence: String::new(),
        }
    }

    /// A share of a peer's figure; `None` where no peer has one.
    pub fn of(factor: f64, peer: Option<(String, f64)>) -> Self {
        let times = if factor == 1.0 {
            String::new()
        } else {
            format!("{factor} × ")
        };
        match peer {
            Some((name, value)) => Self {
                value: Some(value * factor),
                whence: format!("{times}{name}"),
            },
            None => Self {
                value: None,
                whence: format!("{times}the peers, not measured"),
            },
        }
    }
}

impl Row {
    pub fn at_most(
        bar: u8,
        what: impl Into<String>,
        ours: Option<f64>,
        limit: Limit,
        unit: Unit,
    ) -> Self {
        Self::judged(
            bar,
            what.into(),
            ours,
            &limit,
            unit,
            "≤",
            |ours, limit| ours <= limit,
        )
    }

    pub fn at_least(
        bar: u8,
        what: impl Into<String>,
        ours: Option<f64>,
        limit: Limit,
        unit: Unit,
    ) -> Self {
        Self::judged(
            bar,
            what.into(),
            ours,
            &limit,
            unit,
            "≥",
            |ours, limit| ours >= limit,
        )
    }

    /// None of a kind.
    pub fn none(bar: u8, what: impl Into<String>, ours: Option<f64>) -> Self {
        Self::at_most(bar, what, ours, Limit::fixed(0.0), Unit::Count)
    }

    pub fn holds(bar: u8, what: impl Into<String>, ours: Option<bool>) -> Self {
        let (shown, verdict) = match ours {
            Some(true) => ("yes", Verdict::Met),
            Some(false) => ("no", Verdict::Missed),
            None => ("–", Verdict::Unmeasured),
        };
        Self {
            bar,
            what: what.into(),
            ours: shown.to_owned(),
            wanted: "yes".to_owned(),
            verdict,
        }
    }

    fn judged(
        bar: u8,
        what: String,
        ours: Option<f64>,
        limit: &Limit,
        unit: Unit,
        sign: &str,
        fits: impl Fn(f64, f64) -> bool,
    ) -> Self {
        let verdict = match (ours, limit.value) {
            (Some(ours), Some(limit)) if fits(ours, limit) => Verdict::Met,
            (Some(_), Some(_)) => Verdict::Missed,
            _ => Verdict::Unmeasured,
        };
        let whence = if limit.whence.is_empty() {
            String::new()
        } else {
            format!(" ({})", limit.whence)
        };
        let wanted = format!("{sign} {}{whence}", unit.show(limit.value));
        Self {
            bar,
            what,
            ours: unit.show(ours),
            wanted,
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
        .try_fold(f64::MIN, |most, figure| Some(most.max(figure?)))
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
        let limit = || Limit::of(0.5, Some(("vis".to_owned(), 900.0)));
        let row = |ours| Row::at_most(2, "ready", ours, limit(), Unit::Ms);
        assert_eq!(row(Some(450.0)).verdict, Verdict::Met);
        assert_eq!(row(Some(450.1)).verdict, Verdict::Missed);
        assert_eq!(row(None).verdict, Verdict::Unmeasured);
        assert_eq!(
            Row::at_most(2, "ready", Some(1.0), Limit::of(0.5, None), Unit::Ms).verdict,
            Verdict::Unmeasured
        );
        assert_eq!(row(Some(12.34)).wanted, "≤ 450 ms (0.5 × vis)");
        assert_eq!(row(Some(12.34)).ours, "12.3 ms");
    }

    #[test]
    fn a_figure_of_which_a_part_is_missing_is_missing() {
        assert_eq!(largest(&[Some(1.0), Some(3.0)]), Some(3.0));
        assert_eq!(largest(&[Some(1.0), None]), None);
        assert_eq!(sum(&[Some(1.0), None]), None);
    }
}

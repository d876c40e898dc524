//! Ticks for a scale that is zoomed: from seconds to millions of years, at a step that depends on the zoom and not on where one looks.
//! Knows no pixels, no story, no browser.

use super::{Step, Tick, clock};
use crate::date::civil::{self, Day, month_short, month_start, year_words};

/// A step of the clock or of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fine {
    /// So many seconds, at most a day.
    Seconds(i64),
    /// Every so many days, from the 1st of each month on.
    Days(i64),
    Calendar(Step),
}

const CLOCK: [i64; 14] = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200];
const CALENDAR: [Fine; 7] = [
    Fine::Days(1),
    Fine::Days(2),
    Fine::Calendar(Step::InMonth(6)),
    Fine::Calendar(Step::InMonth(3)),
    Fine::Calendar(Step::Months(1)),
    Fine::Calendar(Step::Months(3)),
    Fine::Calendar(Step::Months(6)),
];
const SECONDS: f64 = 86_400.0;

/// The round dates within `seen`, in the finest step whose ticks are at least as far apart as `needs`, in days, says for their words.
/// `all` is what one may look at on this scale: the words at its ends decide, so that moving along it changes no step.
pub fn ticks(seen: (f64, f64), all: (f64, f64), needs: &dyn Fn(&str) -> f64, lang: &str) -> Vec<Tick> {
    let steps = CLOCK.into_iter().map(Fine::Seconds).chain(CALENDAR);
    let years = (0..13).flat_map(|power| [1, 2, 5].map(|digit| Fine::Calendar(Step::Years(digit * 10i64.pow(power)))));
    let fits = |step: &Fine| {
        let samples = [all.0, all.1].map(|end| step.sample(end));
        // A step that is finer than its words by far is not worth the wording.
        samples.into_iter().all(|at| step.days() >= needs(&step.words(at, lang)))
    };
    let steps: Vec<Fine> = steps.chain(years).collect();
    let fitting = steps.iter().position(fits).unwrap_or(steps.len() - 1);
    // Where a step that fits has no tick at all, one tick of a finer step is better than none.
    let Some(step) = steps[..=fitting].iter().rev().find(|step| step.any(all)) else { return Vec::new() };
    let tick = |at: f64| Tick { at, words: step.words(at, lang), under: step.under(at, lang) };
    step.within(seen).into_iter().map(tick).collect()
}

impl Fine {
    /// About how long it is.
    fn days(self) -> f64 {
        match self {
            Self::Seconds(seconds) => seconds as f64 / SECONDS,
            Self::Days(days) => days as f64,
            Self::Calendar(Step::Hours(hours)) => hours as f64 / 24.0,
            Self::Calendar(Step::Days(days)) => days as f64,
            Self::Calendar(Step::InMonth(parts)) => 30.0 / parts as f64,
            Self::Calendar(Step::Months(months)) => months as f64 * 30.4,
            Self::Calendar(Step::Years(years)) => years as f64 * 365.24,
        }
    }

    /// An instant of this step near another one.
    fn sample(self, near: f64) -> f64 {
        match self {
            Self::Calendar(step) => step.instant(civil::day(near), 0),
            _ => near.floor(),
        }
    }

    fn any(self, (from, to): (f64, f64)) -> bool {
        match self {
            Self::Calendar(step) => step.within((from, to)).next().is_some(),
            _ => to - from >= self.days() * 2.0,
        }
    }

    /// All its instants in a stretch, in order; a stretch is at most some hundred steps long.
    fn within(self, (from, to): (f64, f64)) -> Vec<f64> {
        match self {
            Self::Seconds(seconds) => of_day(from, to, seconds),
            Self::Days(days) => of_month(from, to, days),
            Self::Calendar(step) => step.within((from, to)).collect(),
        }
    }

    fn words(self, at: f64, lang: &str) -> String {
        match self {
            Self::Seconds(seconds) if seconds % 60 == 0 => clock(at),
            Self::Seconds(_) => {
                let second = ((at - at.floor()) * SECONDS).round() as u32;
                format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
            }
            Self::Days(_) => Step::Days(1).words(at, lang),
            Self::Calendar(step) => step.words(at, lang),
        }
    }

    fn under(self, at: f64, lang: &str) -> String {
        match self {
            Self::Seconds(_) => {
                // The last instants of a day are closer to the next one than a double can tell.
                let Day { year, month, day } = civil::day(at + 0.5 / SECONDS);
                format!("{day} {} {}", month_short(month, lang), year_words(year, lang))
            }
            Self::Days(_) => Step::Days(1).under(at, lang),
            Self::Calendar(step) => step.under(at, lang),
        }
    }
}

/// Every so many seconds, counted from each day's start.
fn of_day(from: f64, to: f64, seconds: i64) -> Vec<f64> {
    let day = from.floor();
    let first = ((from - day) * SECONDS / seconds as f64).floor() as i64;
    let instant = |index: i64| {
        let second = index * seconds;
        (day + second.div_euclid(SECONDS as i64) as f64) + second.rem_euclid(SECONDS as i64) as f64 / SECONDS
    };
    (first..).map(instant).skip_while(|at| *at < from).take_while(|at| *at <= to).collect()
}

/// Every so many days from the 1st on, at noon, and none so late that the next 1st comes too soon.
fn of_month(from: f64, to: f64, days: i64) -> Vec<f64> {
    let Day { year, month, .. } = civil::day(from);
    let months = (0..)
        .map(|index| (month_start(year, i64::from(month) + index), month_start(year, i64::from(month) + index + 1)));
    let of = |(start, end): (f64, f64)| {
        let length = (end - start) as i64;
        (0..length)
            .step_by(days as usize)
            .filter(move |day| day + days <= length)
            .map(move |day| start + day as f64 + 0.5)
    };
    months.take_while(|month| month.0 <= to).flat_map(of).filter(|at| (from..=to).contains(at)).collect()
}

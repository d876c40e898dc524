//! Ticks of a time scale that is zoomed: from seconds to billions of years, at a step that depends
//! on the zoom and not on where one looks. Knows no pixels, no story, no browser.

use crate::date::civil::{self, Day, month_start};
use crate::locale::Locale;

/// A round date on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Days since 1970-01-01.
    pub at: f64,
    /// As short as its neighbours allow: "4 Sept".
    pub words: String,
    /// What they leave out, said once for all that share it: "2025". Empty for years.
    pub under: String,
}

/// What is asked of ticks.
pub struct Ask<'a> {
    /// What is in sight, in days.
    pub seen: (f64, f64),
    /// What one may look at on this scale: the words at its ends decide, so that moving along it
    /// changes no step.
    pub all: (f64, f64),
    /// How exactly the finest date is known, in days: no step is finer.
    pub finest: f64,
    pub lang: &'a str,
    /// The clock that hours are told by: "UTC+2". May be empty.
    pub zone: &'a str,
}

/// A step of the clock or of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// So many seconds, at most a day.
    Seconds(i64),
    /// Every so many days, from the 1st of each month on.
    Days(i64),
    /// So many in each month, from the 1st on: three are the 1st, 11th and 21st.
    InMonth(i64),
    Months(i64),
    Years(i64),
}

const CLOCK: [i64; 14] = [
    1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200,
];
const CALENDAR: [Step; 7] = [
    Step::Days(1),
    Step::Days(2),
    Step::InMonth(6),
    Step::InMonth(3),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
];
const SECONDS: f64 = 86_400.0;
/// Steps of a kind are not all of one length: a month may have 31 days, a year 366.
const UNEVEN: f64 = 1.05;
/// The first year that has months and days, in days since 1970-01-01: about 10,000 BCE.
const FIRST_MONTHS: f64 = -4_371_000.0;

/// The round dates in sight, in the finest step whose ticks are at least as far apart as `needs`,
/// in days, says for their words.
pub fn ticks(ask: &Ask, needs: &dyn Fn(&str) -> f64) -> Vec<Tick> {
    let fits = |step: &Step| {
        let samples = [ask.all.0, ask.all.1].map(|end| step.near(end));
        samples
            .into_iter()
            .all(|at| step.days() >= needs(&step.words(at, ask.lang)))
    };
    let steps: Vec<Step> = steps(ask).collect();
    let fitting = steps.iter().position(fits).unwrap_or(steps.len() - 1);
    // Where a step that fits has no tick at all, one tick of a finer step is better than none.
    let Some(first) = (0..=fitting).rev().find(|at| steps[*at].any(ask.all)) else {
        return Vec::new();
    };
    // Of years beyond counting several may have the same words.
    let told = steps[first..]
        .iter()
        .map(|step| step.ticks(ask))
        .find(|ticks| are_distinct(ticks));
    told.unwrap_or_default()
}

/// What all ticks of a stretch would leave out, for one that is so short that none is in sight:
/// "373 CE", "4 Sept 2025".
pub fn around(at: f64, finest: f64, lang: &str) -> String {
    let Day { year, month, day } = civil::day(at);
    let locale = Locale::of(lang);
    let year = locale.year(year);
    match finest * UNEVEN {
        _ if at < FIRST_MONTHS => year,
        finest if finest < 2.0 => format!("{} {year}", locale.day(month, day)),
        finest if finest < 33.0 => format!("{} {year}", locale.month(month)),
        _ => year,
    }
}

/// From the finest to the longest, without those that are finer than the finest date.
fn steps(ask: &Ask) -> impl Iterator<Item = Step> {
    let years =
        (0..13).flat_map(|power| [1, 2, 5].map(|digit| Step::Years(digit * 10i64.pow(power))));
    let all = CLOCK
        .into_iter()
        .map(Step::Seconds)
        .chain(CALENDAR)
        .chain(years);
    let finest = if ask.seen.0 < FIRST_MONTHS {
        ask.finest.max(365.0)
    } else {
        ask.finest
    };
    // The longest step stays in any case.
    all.filter(move |step| {
        step.days() * UNEVEN >= finest || *step == Step::Years(5_000_000_000_000)
    })
}

fn are_distinct(ticks: &[Tick]) -> bool {
    ticks
        .windows(2)
        .all(|pair| (&pair[0].words, &pair[0].under) != (&pair[1].words, &pair[1].under))
}

impl Step {
    /// About how long it is.
    fn days(self) -> f64 {
        match self {
            Self::Seconds(seconds) => seconds as f64 / SECONDS,
            Self::Days(days) => days as f64,
            Self::InMonth(parts) => 30.0 / parts as f64,
            Self::Months(months) => months as f64 * 30.4,
            Self::Years(years) => years as f64 * 365.24,
        }
    }

    /// An instant of this step near another one.
    fn near(self, at: f64) -> f64 {
        match self {
            Self::Seconds(_) | Self::Days(_) => at.floor(),
            Self::InMonth(_) | Self::Months(_) | Self::Years(_) => self.instant(civil::day(at), 0),
        }
    }

    fn any(self, (from, to): (f64, f64)) -> bool {
        match self {
            Self::Seconds(_) | Self::Days(_) => to - from >= self.days() * 2.0,
            Self::InMonth(_) | Self::Months(_) | Self::Years(_) => {
                self.regular(from, to).next().is_some()
            }
        }
    }

    fn ticks(self, ask: &Ask) -> Vec<Tick> {
        let (from, to) = ask.seen;
        let tick = |at: f64| Tick {
            at,
            words: self.words(at, ask.lang),
            under: self.under(at, ask),
        };
        match self {
            Self::Seconds(seconds) => of_day(from, to, seconds).into_iter().map(tick).collect(),
            Self::Days(days) => of_month(from, to, days).into_iter().map(tick).collect(),
            Self::InMonth(_) | Self::Months(_) | Self::Years(_) => {
                self.regular(from, to).map(tick).collect()
            }
        }
    }

    /// All its instants in a stretch, in order; lazily, for fine steps over long times have many.
    fn regular(self, from: f64, to: f64) -> impl Iterator<Item = f64> {
        let first = civil::day(from);
        let instants = (0..).map(move |index| self.instant(first, index));
        instants
            .skip_while(move |at| *at < from)
            .take_while(move |at| *at <= to)
    }

    /// The `index`th instant of this step, counted from one at or before `first`. A day's tick
    /// stands at its noon: in the middle of the day, where the day's events are drawn.
    fn instant(self, first: Day, index: i64) -> f64 {
        match self {
            Self::Seconds(_) | Self::Days(_) => civil::days(first),
            Self::InMonth(parts) => {
                let month =
                    month_start(first.year, i64::from(first.month) + index.div_euclid(parts));
                month + (index.rem_euclid(parts) * (30 / parts)) as f64 + 0.5
            }
            Self::Months(months) => {
                let round = (i64::from(first.month) - 1).div_euclid(months) * months + 1;
                month_start(first.year, round + index * months)
            }
            Self::Years(years) => {
                let round = (first.year.div_euclid(years) + index) * years;
                // There is no year 0 in words: what reads as round, 500 BCE, is the year -499.
                month_start(
                    round + i64::from(years > 1 && (-9_999..=0).contains(&round)),
                    1,
                )
            }
        }
    }

    fn words(self, at: f64, lang: &str) -> String {
        let Day { year, month, day } = civil::day(at);
        let locale = Locale::of(lang);
        match self {
            Self::Seconds(seconds) => clock(at, seconds % 60 != 0),
            Self::Days(_) | Self::InMonth(_) => locale.day(month, day),
            Self::Months(_) => locale.month(month).into(),
            Self::Years(_) => locale.year(year),
        }
    }

    fn under(self, at: f64, Ask { lang, zone, .. }: &Ask) -> String {
        match self {
            Self::Seconds(_) => {
                // The last instants of a day are closer to the next one than a double can tell.
                let Day { year, month, day } = civil::day(at + 0.5 / SECONDS);
                let locale = Locale::of(lang);
                let day = format!("{} {} {zone}", locale.day(month, day), locale.year(year));
                day.trim_end().to_owned()
            }
            Self::Days(_) | Self::InMonth(_) | Self::Months(_) => {
                Locale::of(lang).year(civil::day(at).year)
            }
            Self::Years(_) => String::new(),
        }
    }
}

/// "09:30", or "09:30:05".
fn clock(at: f64, seconds: bool) -> String {
    let second = ((at - at.floor()) * SECONDS).round() as u32;
    let minutes = format!("{:02}:{:02}", second / 3600, second / 60 % 60);
    if seconds {
        format!("{minutes}:{:02}", second % 60)
    } else {
        minutes
    }
}

/// Every so many seconds, counted from each day's start.
fn of_day(from: f64, to: f64, seconds: i64) -> Vec<f64> {
    let day = from.floor();
    let first = ((from - day) * SECONDS / seconds as f64).floor() as i64;
    let instant = |index: i64| {
        let second = index * seconds;
        (day + second.div_euclid(SECONDS as i64) as f64)
            + second.rem_euclid(SECONDS as i64) as f64 / SECONDS
    };
    (first..)
        .map(instant)
        .skip_while(|at| *at < from)
        .take_while(|at| *at <= to)
        .collect()
}

/// Every so many days from the 1st on, at noon, and none so late that the next 1st comes too soon.
fn of_month(from: f64, to: f64, days: i64) -> Vec<f64> {
    let Day { year, month, .. } = civil::day(from);
    let months = (0..).map(|index| {
        (
            month_start(year, i64::from(month) + index),
            month_start(year, i64::from(month) + index + 1),
        )
    });
    let of = |(start, end): (f64, f64)| {
        let length = (end - start) as i64;
        (0..length)
            .step_by(days as usize)
            .filter(move |day| day + days <= length)
            .map(move |day| start + day as f64 + 0.5)
    };
    months
        .take_while(|month| month.0 <= to)
        .flat_map(of)
        .filter(|at| (from..=to).contains(at))
        .collect()
}

#[cfg(test)]
mod tests;

//! Ticks of a zoomable time scale: from seconds to billions of years, at a step that depends on the
//! zoom and not on the visible part.

use crate::date::civil::{self, Day, month_start};
use crate::locale::Locale;

/// A round date on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Days since 1970-01-01.
    pub at: f64,
    /// As short as its neighbours allow: "4 Sept".
    pub words: String,
    /// What they leave out, written once for all that share it: "2025". Empty for years.
    pub under: String,
}

/// Which ticks to make.
pub struct TickQuery<'a> {
    /// The visible part, in days.
    pub visible: (f64, f64),
    /// The whole scale, in days: the words at its ends decide, so that panning does not change the
    /// step.
    pub range: (f64, f64),
    /// How exactly the finest date is known, in days: no step is finer.
    pub finest: f64,
    pub lang: &'a str,
    /// The time zone of hours: "UTC+2". May be empty.
    pub zone: &'a str,
}

/// A step of the clock or of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// A number of seconds, at most a day.
    Seconds(i64),
    /// A number of days, counted from the 1st of each month.
    Days(i64),
    /// A number of parts of each month: three begin on the 1st, 11th and 21st.
    MonthParts(i64),
    Months(i64),
    Years(i64),
}

const CLOCK_STEPS: [i64; 14] = [
    1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200,
];
const CALENDAR_STEPS: [Step; 7] = [
    Step::Days(1),
    Step::Days(2),
    Step::MonthParts(6),
    Step::MonthParts(3),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
];
const DAY_SECONDS: f64 = 86_400.0;
/// Steps of a kind differ in length: a month may have 31 days, a year 366.
const MAX_UNEVENNESS: f64 = 1.05;
/// The first year that has months and days, in days since 1970-01-01: about 10,000 BCE.
const FIRST_MONTHS: f64 = -4_371_000.0;

/// The visible round dates, in the finest step whose ticks are at least `required_days` of their
/// words apart.
pub fn ticks(query: &TickQuery, required_days: &dyn Fn(&str) -> f64) -> Vec<Tick> {
    let fits = |step: &Step| {
        let samples = [query.range.0, query.range.1].map(|end| step.instant_near(end));
        samples
            .into_iter()
            .all(|at| step.days() >= required_days(&step.words(at, query.lang)))
    };
    let steps: Vec<Step> = steps(query).collect();
    let fitting = steps.iter().position(fits).unwrap_or(steps.len() - 1);
    // If a step that fits has no tick at all, one tick of a finer step is better than none.
    let Some(first) = (0..=fitting)
        .rev()
        .find(|at| steps[*at].has_tick(query.range))
    else {
        return Vec::new();
    };
    // Years of very large numbers may share their words.
    let distinct = steps[first..]
        .iter()
        .map(|step| step.ticks(query))
        .find(|ticks| are_distinct(ticks));
    distinct.unwrap_or_default()
}

/// What all ticks of a range would leave out, for a range too short to show any: "373 CE",
/// "4 Sept 2025".
pub fn around(at: f64, finest: f64, lang: &str) -> String {
    let Day { year, month, day } = civil::day(at);
    let locale = Locale::of(lang);
    let year = locale.year(year);
    match finest * MAX_UNEVENNESS {
        _ if at < FIRST_MONTHS => year,
        finest if finest < 2.0 => format!("{} {year}", locale.day(month, day)),
        finest if finest < 33.0 => format!("{} {year}", locale.month(month)),
        _ => year,
    }
}

/// From the finest to the longest step, without those finer than the finest date.
fn steps(query: &TickQuery) -> impl Iterator<Item = Step> {
    let years =
        (0..13).flat_map(|power| [1, 2, 5].map(|digit| Step::Years(digit * 10i64.pow(power))));
    let all = CLOCK_STEPS
        .into_iter()
        .map(Step::Seconds)
        .chain(CALENDAR_STEPS)
        .chain(years);
    let finest = if query.visible.0 < FIRST_MONTHS {
        query.finest.max(365.0)
    } else {
        query.finest
    };
    // The longest step is always kept.
    all.filter(move |step| {
        step.days() * MAX_UNEVENNESS >= finest || *step == Step::Years(5_000_000_000_000)
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
            Self::Seconds(seconds) => seconds as f64 / DAY_SECONDS,
            Self::Days(days) => days as f64,
            Self::MonthParts(parts) => 30.0 / parts as f64,
            Self::Months(months) => months as f64 * 30.4,
            Self::Years(years) => years as f64 * 365.24,
        }
    }

    /// An instant of this step near another one.
    fn instant_near(self, at: f64) -> f64 {
        match self {
            Self::Seconds(_) | Self::Days(_) => at.floor(),
            Self::MonthParts(_) | Self::Months(_) | Self::Years(_) => {
                self.instant(civil::day(at), 0)
            }
        }
    }

    fn has_tick(self, (from, to): (f64, f64)) -> bool {
        match self {
            Self::Seconds(_) | Self::Days(_) => to - from >= self.days() * 2.0,
            Self::MonthParts(_) | Self::Months(_) | Self::Years(_) => {
                self.regular(from, to).next().is_some()
            }
        }
    }

    fn ticks(self, query: &TickQuery) -> Vec<Tick> {
        let (from, to) = query.visible;
        let tick = |at: f64| Tick {
            at,
            words: self.words(at, query.lang),
            under: self.under(at, query),
        };
        match self {
            Self::Seconds(seconds) => of_day(from, to, seconds).into_iter().map(tick).collect(),
            Self::Days(days) => of_month(from, to, days).into_iter().map(tick).collect(),
            Self::MonthParts(_) | Self::Months(_) | Self::Years(_) => {
                self.regular(from, to).map(tick).collect()
            }
        }
    }

    /// All its instants in a range, in order; lazily, because a fine step has many in a long range.
    fn regular(self, from: f64, to: f64) -> impl Iterator<Item = f64> {
        let first = civil::day(from);
        let instants = (0..).map(move |index| self.instant(first, index));
        instants
            .skip_while(move |at| *at < from)
            .take_while(move |at| *at <= to)
    }

    /// The `index`th instant of this step, counted from one at or before `first`. A day's tick is
    /// at noon: in the middle of the day, where the day's events are drawn.
    fn instant(self, first: Day, index: i64) -> f64 {
        match self {
            Self::Seconds(_) | Self::Days(_) => civil::days(first),
            Self::MonthParts(parts) => {
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
                // There is no year 0 in words: the round 500 BCE is the year -499.
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
            Self::Days(_) | Self::MonthParts(_) => locale.day(month, day),
            Self::Months(_) => locale.month(month).into(),
            Self::Years(_) => locale.year(year),
        }
    }

    fn under(self, at: f64, TickQuery { lang, zone, .. }: &TickQuery) -> String {
        match self {
            Self::Seconds(_) => {
                // A double cannot distinguish the last instants of a day from the next day.
                let Day { year, month, day } = civil::day(at + 0.5 / DAY_SECONDS);
                let locale = Locale::of(lang);
                let day = format!("{} {} {zone}", locale.day(month, day), locale.year(year));
                day.trim_end().to_owned()
            }
            Self::Days(_) | Self::MonthParts(_) | Self::Months(_) => {
                Locale::of(lang).year(civil::day(at).year)
            }
            Self::Years(_) => String::new(),
        }
    }
}

/// "09:30", or "09:30:05".
fn clock(at: f64, seconds: bool) -> String {
    let second = ((at - at.floor()) * DAY_SECONDS).round() as u32;
    let minutes = format!("{:02}:{:02}", second / 3600, second / 60 % 60);
    if seconds {
        format!("{minutes}:{:02}", second % 60)
    } else {
        minutes
    }
}

/// Multiples of `seconds` from the start of each day.
fn of_day(from: f64, to: f64, seconds: i64) -> Vec<f64> {
    let day = from.floor();
    let first = ((from - day) * DAY_SECONDS / seconds as f64).floor() as i64;
    let instant = |index: i64| {
        let second = index * seconds;
        (day + second.div_euclid(DAY_SECONDS as i64) as f64)
            + second.rem_euclid(DAY_SECONDS as i64) as f64 / DAY_SECONDS
    };
    (first..)
        .map(instant)
        .skip_while(|at| *at < from)
        .take_while(|at| *at <= to)
        .collect()
}

/// Multiples of `days` from the 1st of each month, at noon, except those too close to the next 1st.
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

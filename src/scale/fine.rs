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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::When;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    /// The ticks of a scale 800 px wide on which a letter takes 7 px.
    fn check(from: &str, to: &str, expected: Expect) {
        let edge = |text: &str| When::parse(text).unwrap().start().unwrap().0;
        let (from, to) = (edge(from), edge(to));
        let needs = |words: &str| (words.chars().count() as f64 * 7.0 + 20.0) * (to - from) / 800.0;
        let told = ticks((from, to), (from, to), &needs, "en");
        let told: Vec<_> = told.iter().map(|tick| format!("{} | {}", tick.words, tick.under)).collect();
        expected.assert_eq(&told.join("\n"));
    }

    #[test]
    fn seconds_minutes_and_hours() {
        check(
            "2024-05-01T23:59:56",
            "2024-05-02T00:00:02",
            expect![[r#"
            23:59:56 | 1 May 2024
            23:59:57 | 1 May 2024
            23:59:58 | 1 May 2024
            23:59:59 | 1 May 2024
            00:00:00 | 2 May 2024
            00:00:01 | 2 May 2024
            00:00:02 | 2 May 2024"#]],
        );
        check(
            "2024-05-01T09:58:00",
            "2024-05-01T10:03:00",
            expect![[r#"
            09:58:00 | 1 May 2024
            09:58:30 | 1 May 2024
            09:59:00 | 1 May 2024
            09:59:30 | 1 May 2024
            10:00:00 | 1 May 2024
            10:00:30 | 1 May 2024
            10:01:00 | 1 May 2024
            10:01:30 | 1 May 2024
            10:02:00 | 1 May 2024
            10:02:30 | 1 May 2024
            10:03:00 | 1 May 2024"#]],
        );
        check(
            "2024-05-01T09:00:00",
            "2024-05-02T12:00:00",
            expect![[r#"
            09:00 | 1 May 2024
            12:00 | 1 May 2024
            15:00 | 1 May 2024
            18:00 | 1 May 2024
            21:00 | 1 May 2024
            00:00 | 2 May 2024
            03:00 | 2 May 2024
            06:00 | 2 May 2024
            09:00 | 2 May 2024
            12:00 | 2 May 2024"#]],
        );
    }

    #[test]
    fn days_and_months() {
        check(
            "2024-02-25",
            "2024-03-06",
            expect![[r#"
            25 Feb | 2024
            26 Feb | 2024
            27 Feb | 2024
            28 Feb | 2024
            29 Feb | 2024
            1 Mar | 2024
            2 Mar | 2024
            3 Mar | 2024
            4 Mar | 2024
            5 Mar | 2024"#]],
        );
        check(
            "2023-02-20",
            "2023-03-10",
            expect![[r#"
            21 Feb | 2023
            23 Feb | 2023
            25 Feb | 2023
            27 Feb | 2023
            1 Mar | 2023
            3 Mar | 2023
            5 Mar | 2023
            7 Mar | 2023
            9 Mar | 2023"#]],
        );
        check(
            "2024-02-10",
            "2024-12-06",
            expect![[r#"
            Mar | 2024
            Apr | 2024
            May | 2024
            June | 2024
            July | 2024
            Aug | 2024
            Sept | 2024
            Oct | 2024
            Nov | 2024
            Dec | 2024"#]],
        );
    }

    #[test]
    fn years_and_ages() {
        check(
            "1985",
            "2031",
            expect![[r#"
            1985 | 
            1990 | 
            1995 | 
            2000 | 
            2005 | 
            2010 | 
            2015 | 
            2020 | 
            2025 | 
            2030 | "#]],
        );
        check(
            "-0752",
            "0020",
            expect![[r#"
            700 BCE | 
            600 BCE | 
            500 BCE | 
            400 BCE | 
            300 BCE | 
            200 BCE | 
            100 BCE | 
            1 CE | "#]],
        );
        check(
            "Y-1000000",
            "2000",
            expect![[r#"
                1 million years ago | 
                800,000 BCE | 
                600,000 BCE | 
                400,000 BCE | 
                200,000 BCE | 
                1 CE | "#]],
        );
    }

    proptest! {
        #[test]
        fn ticks_are_ordered_inside_and_apart(from in -4e8f64..4e8, depth in 0f64..1.0, start in 0f64..0.9, share in 0.01f64..0.1) {
            let length = 1e9 * libm::pow(1e-14, depth);
            let all = (from, from + length);
            let seen = (from + start * length, from + (start + share) * length);
            let needs = |words: &str| (words.chars().count() as f64 * 7.0 + 20.0) * (seen.1 - seen.0) / 800.0;
            let ticks = ticks(seen, all, &needs, "en");
            prop_assert!(ticks.len() < 40);
            prop_assert!(ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
            prop_assert!(ticks.iter().all(|tick| (seen.0..=seen.1).contains(&tick.at)));
            prop_assert!(ticks.windows(2).all(|pair| (&pair[0].words, &pair[0].under) != (&pair[1].words, &pair[1].under)));
        }
    }
}

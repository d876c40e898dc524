//! Ticks of a time scale that is zoomed: from seconds to billions of years, at a step that depends on the zoom and not on where one
//! looks. Knows no pixels, no story, no browser.

use crate::date::civil::{self, Day, month_short, month_start, year_words};

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
    /// What one may look at on this scale: the words at its ends decide, so that moving along it changes no step.
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

const CLOCK: [i64; 14] = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200];
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

/// The round dates in sight, in the finest step whose ticks are at least as far apart as `needs`, in days, says for their words.
pub fn ticks(ask: &Ask, needs: &dyn Fn(&str) -> f64) -> Vec<Tick> {
    let fits = |step: &Step| {
        let samples = [ask.all.0, ask.all.1].map(|end| step.near(end));
        samples.into_iter().all(|at| step.days() >= needs(&step.words(at, ask.lang)))
    };
    let steps: Vec<Step> = steps(ask).collect();
    let fitting = steps.iter().position(fits).unwrap_or(steps.len() - 1);
    // Where a step that fits has no tick at all, one tick of a finer step is better than none.
    let Some(first) = (0..=fitting).rev().find(|at| steps[*at].any(ask.all)) else { return Vec::new() };
    // Of years beyond counting several may have the same words.
    let told = steps[first..].iter().map(|step| step.ticks(ask)).find(|ticks| are_distinct(ticks));
    told.unwrap_or_default()
}

/// What all ticks of a stretch would leave out, for one that is so short that none is in sight: "373 CE", "4 Sept 2025".
pub fn around(at: f64, finest: f64, lang: &str) -> String {
    let Day { year, month, day } = civil::day(at);
    let year = year_words(year, lang);
    match finest * UNEVEN {
        _ if at < FIRST_MONTHS => year,
        finest if finest < 2.0 => format!("{day} {} {year}", month_short(month, lang)),
        finest if finest < 33.0 => format!("{} {year}", month_short(month, lang)),
        _ => year,
    }
}

/// From the finest to the longest, without those that are finer than the finest date.
fn steps(ask: &Ask) -> impl Iterator<Item = Step> {
    let years = (0..13).flat_map(|power| [1, 2, 5].map(|digit| Step::Years(digit * 10i64.pow(power))));
    let all = CLOCK.into_iter().map(Step::Seconds).chain(CALENDAR).chain(years);
    let finest = if ask.seen.0 < FIRST_MONTHS { ask.finest.max(365.0) } else { ask.finest };
    // The longest step stays in any case.
    all.filter(move |step| step.days() * UNEVEN >= finest || *step == Step::Years(5_000_000_000_000))
}

fn are_distinct(ticks: &[Tick]) -> bool {
    ticks.windows(2).all(|pair| (&pair[0].words, &pair[0].under) != (&pair[1].words, &pair[1].under))
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
            Self::InMonth(_) | Self::Months(_) | Self::Years(_) => self.regular(from, to).next().is_some(),
        }
    }

    fn ticks(self, ask: &Ask) -> Vec<Tick> {
        let (from, to) = ask.seen;
        let tick = |at: f64| Tick { at, words: self.words(at, ask.lang), under: self.under(at, ask) };
        match self {
            Self::Seconds(seconds) => of_day(from, to, seconds).into_iter().map(tick).collect(),
            Self::Days(days) => of_month(from, to, days).into_iter().map(tick).collect(),
            Self::InMonth(_) | Self::Months(_) | Self::Years(_) => self.regular(from, to).map(tick).collect(),
        }
    }

    /// All its instants in a stretch, in order; lazily, for fine steps over long times have many.
    fn regular(self, from: f64, to: f64) -> impl Iterator<Item = f64> {
        let first = civil::day(from);
        let instants = (0..).map(move |index| self.instant(first, index));
        instants.skip_while(move |at| *at < from).take_while(move |at| *at <= to)
    }

    /// The `index`th instant of this step, counted from one at or before `first`. A day's tick stands at its noon: in the
    /// middle of the day, where the day's events are drawn.
    fn instant(self, first: Day, index: i64) -> f64 {
        match self {
            Self::Seconds(_) | Self::Days(_) => civil::days(first),
            Self::InMonth(parts) => {
                let month = month_start(first.year, i64::from(first.month) + index.div_euclid(parts));
                month + (index.rem_euclid(parts) * (30 / parts)) as f64 + 0.5
            }
            Self::Months(months) => {
                let round = (i64::from(first.month) - 1).div_euclid(months) * months + 1;
                month_start(first.year, round + index * months)
            }
            Self::Years(years) => {
                let round = (first.year.div_euclid(years) + index) * years;
                // There is no year 0 in words: what reads as round, 500 BCE, is the year -499.
                month_start(round + i64::from(years > 1 && (-9_999..=0).contains(&round)), 1)
            }
        }
    }

    fn words(self, at: f64, lang: &str) -> String {
        let Day { year, month, day } = civil::day(at);
        match self {
            Self::Seconds(seconds) => clock(at, seconds % 60 != 0),
            Self::Days(_) | Self::InMonth(_) => format!("{day} {}", month_short(month, lang)),
            Self::Months(_) => month_short(month, lang).into(),
            Self::Years(_) => year_words(year, lang),
        }
    }

    fn under(self, at: f64, Ask { lang, zone, .. }: &Ask) -> String {
        match self {
            Self::Seconds(_) => {
                // The last instants of a day are closer to the next one than a double can tell.
                let Day { year, month, day } = civil::day(at + 0.5 / SECONDS);
                let day = format!("{day} {} {} {zone}", month_short(month, lang), year_words(year, lang));
                day.trim_end().to_owned()
            }
            Self::Days(_) | Self::InMonth(_) | Self::Months(_) => year_words(civil::day(at).year, lang),
            Self::Years(_) => String::new(),
        }
    }
}

/// "09:30", or "09:30:05".
fn clock(at: f64, seconds: bool) -> String {
    let second = ((at - at.floor()) * SECONDS).round() as u32;
    let minutes = format!("{:02}:{:02}", second / 3600, second / 60 % 60);
    if seconds { format!("{minutes}:{:02}", second % 60) } else { minutes }
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
        let ask = Ask { seen: (from, to), all: (from, to), finest: 0.0, lang: "en", zone: "" };
        let told = ticks(&ask, &needs);
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
            1 million BCE | 
            800,000 BCE | 
            600,000 BCE | 
            400,000 BCE | 
            200,000 BCE | 
            1 CE | "#]],
        );
    }

    #[test]
    fn no_tick_is_finer_than_the_finest_date() {
        let of = |text: &str, finest: f64| {
            let seen = When::parse(text).unwrap().start().unwrap();
            let ask = Ask { seen, all: seen, finest, lang: "en", zone: "" };
            ticks(&ask, &|_| 0.0).into_iter().map(|tick| tick.words).collect::<Vec<_>>()
        };
        assert_eq!(of("0373", 366.0), ["373 CE", "374 CE"]);
        assert_eq!(of("2024", 31.0).len(), 13, "months where months are known");
        assert_eq!(of("2024-05", 1.0).len(), 31);
        assert_eq!(of("196X", 3653.0), ["1960", "1970"]);
        assert!(of("2024-05-01", 1.0).len() == 1, "no hours where days are known");
        let first = of("Y-100000000", 1.0);
        assert!(first.len() <= 2 && first.iter().all(|words| words.contains("million")), "{first:?}");
    }

    proptest! {
        #[test]
        fn ticks_are_ordered_inside_and_apart(from in -4e8f64..4e8, depth in 0f64..1.0, start in 0f64..0.9, share in 0.01f64..0.1) {
            let length = 1e9 * libm::pow(1e-14, depth);
            let all = (from, from + length);
            let seen = (from + start * length, from + (start + share) * length);
            let needs = |words: &str| (words.chars().count() as f64 * 7.0 + 20.0) * (seen.1 - seen.0) / 800.0;
            let ticks = ticks(&Ask { seen, all, finest: 0.0, lang: "en", zone: "" }, &needs);
            prop_assert!(ticks.len() < 40);
            prop_assert!(ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
            prop_assert!(ticks.iter().all(|tick| (seen.0..=seen.1).contains(&tick.at)));
            prop_assert!(ticks.windows(2).all(|pair| (&pair[0].words, &pair[0].under) != (&pair[1].words, &pair[1].under)));
        }
    }
}

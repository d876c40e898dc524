//! Time scale: instants to percent, and the calendar's round dates between them. Knows no pixels, no story, no browser.

pub mod fine;

use crate::date::civil::{self, Day, month_short, month_start, year_words};

/// A linear map from a stretch of days to a stretch of percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    domain: (f64, f64),
    range: (f64, f64),
}

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

/// The steps of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Hours(i64),
    /// Every so many days, wherever months begin.
    Days(i64),
    /// So many in each month, from the 1st on: three are the 1st, 11th and 21st.
    InMonth(i64),
    Months(i64),
    Years(i64),
}

const CALENDAR: [Step; 11] = [
    Step::Hours(1),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::InMonth(6),
    Step::InMonth(3),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
];

impl Scale {
    /// `domain` in days since 1970-01-01, `range` in percent; both run upwards. A domain of no length lies in the middle.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self { domain, range }
    }

    /// Where an instant lies, in percent; instants outside of the domain lie outside of the range.
    pub fn at(&self, instant: f64) -> f64 {
        let ((from, to), (start, end)) = (self.domain, self.range);
        let share = if to > from { (instant - from) / (to - from) } else { 0.5 };
        start + share * (end - start)
    }

    /// The round dates within the domain, at most `most` of them, in the finest of the calendar's steps that allows it;
    /// hours only if `clock` says that times of day matter. The first day where there is room for none.
    pub fn ticks(&self, most: usize, clock: bool, lang: &str) -> Vec<Tick> {
        let step = self.step(most, clock).unwrap_or(Step::Days(1));
        let instants = step.within(self.domain).take(most.max(1));
        instants.map(|at| Tick { at, words: step.words(at, lang), under: step.under(at, lang) }).collect()
    }

    fn step(&self, most: usize, clock: bool) -> Option<Step> {
        let fits = |step: &Step| (1..=most).contains(&step.within(self.domain).take(most + 1).count());
        let calendar = CALENDAR.into_iter().filter(|step| clock || !matches!(step, Step::Hours(_)));
        let decimal = (0..13).flat_map(|power| [1, 2, 5].map(|digit| Step::Years(digit * 10i64.pow(power))));
        calendar.chain(decimal).find(fits)
    }
}

impl Step {
    /// All its instants in a domain, in order; lazily, for fine steps over long times have many.
    fn within(self, (from, to): (f64, f64)) -> impl Iterator<Item = f64> {
        let first = civil::day(from);
        let instants = (0..).map(move |index| self.instant(first, index));
        instants.skip_while(move |at| *at < from).take_while(move |at| *at <= to)
    }

    /// The `index`th instant of this step, counted from one at or before `first`. A day's tick stands at its noon: in the
    /// middle of the day, where the day's events are drawn.
    fn instant(self, first: Day, index: i64) -> f64 {
        match self {
            Self::Hours(hours) => civil::days(first) + (index * hours) as f64 / 24.0,
            Self::Days(days) => civil::days(first) + (index * days) as f64 + 0.5,
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
            Self::Hours(_) => clock(at),
            Self::Days(_) | Self::InMonth(_) => format!("{day} {}", month_short(month, lang)),
            Self::Months(_) => month_short(month, lang).into(),
            Self::Years(_) => year_words(year, lang),
        }
    }

    fn under(self, at: f64, lang: &str) -> String {
        let Day { year, month, day } = civil::day(at);
        match self {
            Self::Hours(_) => format!("{day} {} {}", month_short(month, lang), year_words(year, lang)),
            Self::Days(_) | Self::InMonth(_) | Self::Months(_) => year_words(year, lang),
            Self::Years(_) => String::new(),
        }
    }
}

fn clock(at: f64) -> String {
    let minutes = ((at - at.floor()) * 1440.0).round() as u32;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::When;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    /// The ticks between two dates, each with its place.
    fn check(from: &str, to: &str, most: usize, expected: Expect) {
        let edge = |text: &str| When::parse(text).unwrap().start().unwrap().0;
        let scale = Scale::new((edge(from), edge(to)), (0.0, 100.0));
        let ticks = scale.ticks(most, from.contains('T'), "en");
        let told = ticks.iter().map(|tick| format!("{:.1} {} | {}\n", scale.at(tick.at), tick.words, tick.under));
        expected.assert_eq(&told.collect::<String>());
    }

    #[test]
    fn hours() {
        check(
            "2025-09-04T08:00:00",
            "2025-09-05T02:00:00",
            6,
            expect![[r#"
                5.6 09:00 | 4 Sept 2025
                22.2 12:00 | 4 Sept 2025
                38.9 15:00 | 4 Sept 2025
                55.6 18:00 | 4 Sept 2025
                72.2 21:00 | 4 Sept 2025
                88.9 00:00 | 5 Sept 2025
            "#]],
        );
    }

    #[test]
    fn days() {
        check(
            "2025-09-03",
            "2025-09-07",
            6,
            expect![[r#"
                12.5 3 Sept | 2025
                37.5 4 Sept | 2025
                62.5 5 Sept | 2025
                87.5 6 Sept | 2025
            "#]],
        );
        check(
            "2025-02-20",
            "2025-03-12",
            6,
            expect![[r#"
                7.5 21 Feb | 2025
                32.5 26 Feb | 2025
                47.5 1 Mar | 2025
                72.5 6 Mar | 2025
                97.5 11 Mar | 2025
            "#]],
        );
    }

    #[test]
    fn months() {
        check(
            "2025-09-03",
            "2026-03-01",
            8,
            expect![[r#"
                15.6 Oct | 2025
                33.0 Nov | 2025
                49.7 Dec | 2025
                67.0 Jan | 2026
                84.4 Feb | 2026
                100.0 Mar | 2026
            "#]],
        );
        check(
            "2022-02-24",
            "2025-01-01",
            8,
            expect![[r#"
                12.2 July | 2022
                29.8 Jan | 2023
                47.2 July | 2023
                64.9 Jan | 2024
                82.3 July | 2024
                100.0 Jan | 2025
            "#]],
        );
    }

    #[test]
    fn years_and_ages() {
        check(
            "1894-06",
            "2003-10",
            6,
            expect![[r#"
                5.1 1900 | 
                23.4 1920 | 
                41.7 1940 | 
                60.0 1960 | 
                78.3 1980 | 
                96.6 2000 | 
            "#]],
        );
        check(
            "-0500",
            "1500",
            6,
            expect![[r#"
                0.0 500 BCE | 
                25.1 1 CE | 
                50.0 500 CE | 
                75.0 1000 | 
                100.0 1500 | 
            "#]],
        );
        check(
            "Y-170000000",
            "2000",
            4,
            expect![[r#"
                11.8 150 million years ago | 
                41.2 100 million years ago | 
                70.6 50 million years ago | 
                100.0 1 CE | 
            "#]],
        );
    }

    #[test]
    fn a_domain_of_no_length_lies_in_the_middle() {
        assert_eq!(Scale::new((3.0, 3.0), (20.0, 40.0)).at(3.0), 30.0);
    }

    proptest! {
        #[test]
        fn ticks_are_few_ordered_and_inside(from in -4e8f64..4e8, length in 0f64..1e7, fine in any::<bool>(), most in 1usize..20) {
            let length = if fine { length / 1e5 } else { length };
            let scale = Scale::new((from, from + length), (10.0, 90.0));
            let ticks = scale.ticks(most, fine, "en");
            prop_assert!(ticks.len() <= most);
            prop_assert!(length < 40.0 || most < 8 || ticks.len() >= 2, "{ticks:?}");
            prop_assert!(ticks.windows(2).all(|pair| pair[0].at < pair[1].at && (&pair[0].words, &pair[0].under) != (&pair[1].words, &pair[1].under)));
            prop_assert!(ticks.iter().all(|tick| (9.999..90.001).contains(&scale.at(tick.at))));
        }
    }
}

//! Ticks by example, and what holds for all of them.

use super::*;
use crate::date::When;
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// The ticks of a scale 800 px wide on which a letter takes 7 px.
fn check(from: &str, to: &str, expected: Expect) {
    let edge = |text: &str| When::parse(text).unwrap().start().unwrap().0;
    let (from, to) = (edge(from), edge(to));
    let required_days =
        |words: &str| (words.chars().count() as f64 * 7.0 + 20.0) * (to - from) / 800.0;
    let query = TickQuery {
        visible: (from, to),
        range: (from, to),
        finest: 0.0,
        lang: "en",
        zone: "",
    };
    let found = ticks(&query, &required_days);
    let found: Vec<_> = found
        .iter()
        .map(|tick| format!("{} | {}", tick.words, tick.under))
        .collect();
    expected.assert_eq(&found.join("\n"));
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

#[test]
fn no_tick_is_finer_than_the_finest_date() {
    let of = |text: &str, finest: f64| {
        let seen = When::parse(text).unwrap().start().unwrap();
        let query = TickQuery {
            visible: seen,
            range: seen,
            finest,
            lang: "en",
            zone: "",
        };
        ticks(&query, &|_| 0.0)
            .into_iter()
            .map(|tick| tick.words)
            .collect::<Vec<_>>()
    };
    assert_eq!(of("0373", 366.0), ["373 CE", "374 CE"]);
    assert_eq!(of("2024", 31.0).len(), 13, "months where months are known");
    assert_eq!(of("2024-05", 1.0).len(), 31);
    assert_eq!(of("196X", 3653.0), ["1960", "1970"]);
    assert!(
        of("2024-05-01", 1.0).len() <= 1,
        "no hours where days are known"
    );
    let first = of("Y-100000000", 1.0);
    assert!(
        first.len() <= 2
            && first
                .iter()
                .all(|words| words.ends_with(" ago") || words.ends_with(" BCE")),
        "{first:?}"
    );
}

proptest! {
    #[test]
    fn ticks_are_visible_ordered_and_apart(
        from in -4e8f64..4e8,
        depth in 0f64..1.0,
        start in 0f64..0.9,
        share in 0.01f64..0.1,
    ) {
        let length = 1e9 * libm::pow(1e-14, depth);
        let all = (from, from + length);
        let seen = (from + start * length, from + (start + share) * length);
        let days_per_px = (seen.1 - seen.0) / 800.0;
        let required_days = |words: &str| (words.chars().count() as f64 * 7.0 + 20.0) * days_per_px;
        let query = TickQuery { visible: seen, range: all, finest: 0.0, lang: "en", zone: "" };
        let ticks = ticks(&query, &required_days);
        prop_assert!(ticks.len() < 40);
        prop_assert!(ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
        prop_assert!(ticks.iter().all(|tick| (seen.0..=seen.1).contains(&tick.at)));
        let words = |tick: &Tick| (tick.words.clone(), tick.under.clone());
        prop_assert!(ticks.windows(2).all(|pair| words(&pair[0]) != words(&pair[1])));
    }
}

//! Dates by example and by property, through the public surface.

use super::civil::{Day, day, days, month_start};
use super::{END_BEFORE_START, When};
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// One line a date: the text, its bounds as days, its doubts, its words.
fn check(texts: &[&str], expected: Expect) {
    let lines: Vec<_> = texts.iter().map(|text| format!("{text:<26} {}\n", told(text))).collect();
    expected.assert_eq(&lines.concat());
}

fn told(text: &str) -> String {
    match When::parse(text) {
        Err(error) => format!("! {error}"),
        Ok(when) => {
            let side = |stretch: Option<(f64, f64)>| {
                stretch.map_or("—".into(), |(from, to)| format!("{}…{}", date(from), date(to)))
            };
            let bounds = match (when.start(), when.end()) {
                (start, end) if start == end => side(start),
                (start, end) => format!("{} / {}", side(start), side(end)),
            };
            format!("{bounds} | {}", when.words("en"))
        }
    }
}

fn date(instant: f64) -> String {
    let Day { year, month, day } = day(instant);
    let minutes = ((instant - instant.floor()) * 1440.0).round() as u32;
    let time = if minutes > 0 { format!("T{:02}:{:02}", minutes / 60, minutes % 60) } else { String::new() };
    format!("{year}-{month:02}-{day:02}{time}")
}

#[test]
fn plain_dates() {
    let texts = [
        "2025-09-04",
        "2025-09",
        "2025",
        "2024-02-29",
        "0079-10-24",
        "0000",
        "-0043-03-15",
        "2025-09-04T10:15:00",
        "2025-09-04T10:15:30+02:00",
        "2025-09-04T23:30:00-05:30",
        "2025-09-04T10:15:00Z",
    ];
    check(
        &texts,
        expect![[r#"
            2025-09-04                 2025-09-04…2025-09-05 | 4 September 2025
            2025-09                    2025-09-01…2025-10-01 | September 2025
            2025                       2025-01-01…2026-01-01 | 2025
            2024-02-29                 2024-02-29…2024-03-01 | 29 February 2024
            0079-10-24                 79-10-24…79-10-25 | 24 October 79 CE
            0000                       0-01-01…1-01-01 | 1 BCE
            -0043-03-15                -43-03-15…-43-03-16 | 15 March 44 BCE
            2025-09-04T10:15:00        2025-09-04T10:15…2025-09-04T10:15 | 4 September 2025, 10:15
            2025-09-04T10:15:30+02:00  2025-09-04T08:16…2025-09-04T08:16 | 4 September 2025, 10:15:30 UTC+2
            2025-09-04T23:30:00-05:30  2025-09-05T05:00…2025-09-05T05:00 | 4 September 2025, 23:30 UTC−5:30
            2025-09-04T10:15:00Z       2025-09-04T10:15…2025-09-04T10:15 | 4 September 2025, 10:15 UTC
        "#]],
    );
}

#[test]
fn long_years() {
    let texts = ["Y12000", "Y-12000", "Y-12345", "Y-17E7", "Y17E8", "Y1E30", "1950S2", "Y171010000S3"];
    check(
        &texts,
        expect![[r#"
        Y12000                     12000-01-01…12001-01-01 | 12,000 CE
        Y-12000                    -12000-01-01…-11999-01-01 | 12,000 BCE
        Y-12345                    -12345-01-01…-12344-01-01 | 12,346 BCE
        Y-17E7                     -170000000-01-01…-169999999-01-01 | 170 million BCE
        Y17E8                      1700000000-01-01…1700000001-01-01 | 1700 million CE
        Y1E30                      — | the year 1 × 10^30
        1950S2                     1900-01-01…2000-01-01 | about 1950
        Y171010000S3               171000000-01-01…172000000-01-01 | about 171,010,000 CE
    "#]],
    );
}

#[test]
fn seasons() {
    let texts = ["2001-21", "2001-24", "2001-27", "2001-29", "2001-34", "2001-39", "2001-41", "2001-21~"];
    check(
        &texts,
        expect![[r#"
        2001-21                    2001-03-01…2001-06-01 | spring 2001
        2001-24                    2001-12-01…2002-03-01 | winter 2001
        2001-27                    2001-09-01…2001-12-01 | autumn 2001 (northern hemisphere)
        2001-29                    2001-09-01…2001-12-01 | spring 2001 (southern hemisphere)
        2001-34                    2001-04-01…2001-07-01 | second quarter of 2001
        2001-39                    2001-09-01…2002-01-01 | last four months of 2001
        2001-41                    2001-07-01…2002-01-01 | second half of 2001
        2001-21~                   2001-03-01…2001-06-01 | about spring 2001
    "#]],
    );
}

#[test]
fn unspecified_digits() {
    let texts = [
        "199X",
        "19XX",
        "000X",
        "007X",
        "20XX",
        "XXXX",
        "1X9X",
        "2004-XX",
        "1985-04-XX",
        "1985-04-1X",
        "1985-XX-XX",
        "XXXX-12-XX",
        "199X-05",
    ];
    check(
        &texts,
        expect![[r#"
            199X                       1990-01-01…2000-01-01 | the 1990s
            19XX                       1900-01-01…2000-01-01 | the 20th century
            000X                       0-01-01…10-01-01 | the first decade CE
            007X                       70-01-01…80-01-01 | the 70s CE
            20XX                       2000-01-01…2100-01-01 | the 21st century
            XXXX                       — | an unknown year
            1X9X                       1090-01-01…2000-01-01 | a year from 1090 to 1999
            2004-XX                    2004-01-01…2005-01-01 | a month in 2004
            1985-04-XX                 1985-04-01…1985-05-01 | a day in April 1985
            1985-04-1X                 1985-04-10…1985-04-20 | a day from 10 to 19 of April 1985
            1985-XX-XX                 1985-01-01…1986-01-01 | a day in 1985
            XXXX-12-XX                 — | a day in December in an unknown year
            199X-05                    1990-05-01…1999-06-01 | May in the 1990s
        "#]],
    );
}

#[test]
fn doubts() {
    let texts = ["2024~", "2024?", "2024%", "2025-09-04~", "2004-06~-11", "?2004-06-11", "199X~", "1987~"];
    check(
        &texts,
        expect![[r#"
        2024~                      2024-01-01…2025-01-01 | about 2024
        2024?                      2024-01-01…2025-01-01 | perhaps 2024
        2024%                      2024-01-01…2025-01-01 | perhaps about 2024
        2025-09-04~                2025-09-04…2025-09-05 | about 4 September 2025
        2004-06~-11                2004-06-11…2004-06-12 | about 11 June 2004
        ?2004-06-11                2004-06-11…2004-06-12 | perhaps 11 June 2004
        199X~                      1990-01-01…2000-01-01 | about the 1990s
        1987~                      1987-01-01…1988-01-01 | about 1987
    "#]],
    );
}

#[test]
fn spans() {
    let texts = [
        "2025-09-03/2025-09-06",
        "2025-08-28/2025-09-06",
        "2024-12-28/2025-01-03",
        "2020-02/2020-11",
        "2019-11/2020-02",
        "2011/2013",
        "-0049/-0043",
        "-0009/0014",
        "1991/1991",
        "2020-02/2020-11-05",
        "1990~/1995",
        "199X/2004?",
        "2001-21/2001-23",
    ];
    check(
        &texts,
        expect![[r#"
        2025-09-03/2025-09-06      2025-09-03…2025-09-04 / 2025-09-06…2025-09-07 | 3–6 September 2025
        2025-08-28/2025-09-06      2025-08-28…2025-08-29 / 2025-09-06…2025-09-07 | 28 August – 6 September 2025
        2024-12-28/2025-01-03      2024-12-28…2024-12-29 / 2025-01-03…2025-01-04 | 28 December 2024 – 3 January 2025
        2020-02/2020-11            2020-02-01…2020-03-01 / 2020-11-01…2020-12-01 | February–November 2020
        2019-11/2020-02            2019-11-01…2019-12-01 / 2020-02-01…2020-03-01 | November 2019 – February 2020
        2011/2013                  2011-01-01…2012-01-01 / 2013-01-01…2014-01-01 | 2011–2013
        -0049/-0043                -49-01-01…-48-01-01 / -43-01-01…-42-01-01 | 50 BCE – 44 BCE
        -0009/0014                 -9-01-01…-8-01-01 / 14-01-01…15-01-01 | 10 BCE – 14 CE
        1991/1991                  1991-01-01…1992-01-01 | 1991
        2020-02/2020-11-05         2020-02-01…2020-03-01 / 2020-11-05…2020-11-06 | February 2020 – 5 November 2020
        1990~/1995                 1990-01-01…1991-01-01 / 1995-01-01…1996-01-01 | about 1990 to 1995
        199X/2004?                 1990-01-01…2000-01-01 / 2004-01-01…2005-01-01 | the 1990s to perhaps 2004
        2001-21/2001-23            2001-03-01…2001-06-01 / 2001-09-01…2001-12-01 | spring 2001 to autumn 2001
    "#]],
    );
}

#[test]
fn open_and_unknown_ends() {
    let texts =
        ["1991/..", "../1991", "1991/", "/1991", "1991~/..", "2023-05/..", "..1991/2000", "1991/2000..", "..1991/.."];
    check(
        &texts,
        expect![[r#"
        1991/..                    1991-01-01…1992-01-01 / — | since 1991
        ../1991                    — / 1991-01-01…1992-01-01 | until 1991
        1991/                      1991-01-01…1992-01-01 / — | from 1991, end unknown
        /1991                      — / 1991-01-01…1992-01-01 | until 1991, start unknown
        1991~/..                   1991-01-01…1992-01-01 / — | since about 1991
        2023-05/..                 2023-05-01…2023-06-01 / — | since May 2023
        ..1991/2000                — / 2000-01-01…2001-01-01 | until 2000, start 1991 or earlier
        1991/2000..                1991-01-01…1992-01-01 / — | from 1991, end 2000 or later
        ..1991/..                  — | start 1991 or earlier, end open
    "#]],
    );
}

#[test]
fn sets() {
    let texts = [
        "{1667,1668,1670..1672}",
        "[1667,1668]",
        "[..1760-12]",
        "[1760-12..]",
        "{1960,1961-12}",
        "{2025-09-04}",
        "{..1983-12-31,1984-10-10}",
    ];
    check(
        &texts,
        expect![[r#"
        {1667,1668,1670..1672}     1667-01-01…1673-01-01 | 1667, 1668 and 1670–1672
        [1667,1668]                1667-01-01…1669-01-01 | 1667 or 1668
        [..1760-12]                — / 1761-01-01…1761-01-01 | December 1760 or earlier
        [1760-12..]                1760-12-01…1760-12-01 / — | December 1760 or later
        {1960,1961-12}             1960-01-01…1962-01-01 | 1960 and December 1961
        {2025-09-04}               2025-09-04…2025-09-05 | 4 September 2025
        {..1983-12-31,1984-10-10}  — / 1984-10-11…1984-10-11 | 31 December 1983 or earlier and 10 October 1984
    "#]],
    );
}

#[test]
fn errors_are_one_sentence() {
    let texts = [
        "",
        "soon",
        "2025-13",
        "2025-02-30",
        "2025-9-4",
        "4 September",
        "2025-09-06/2025-09-03",
        "2025/2024",
        "../..",
        "{}",
        "2025–09",
        "{1672..1670}",
    ];
    check(
        &texts,
        expect![[r#"
                                   ! not a date that EDTF knows: empty input
        soon                       ! not a date that EDTF knows: year must have exactly four digits (or X)
        2025-13                    ! not a date that EDTF knows: month must be 01-12 or a sub-year code 21-41, at “13”
        2025-02-30                 ! not a date that EDTF knows: day is out of range for the month, at “30”
        2025-9-4                   ! not a date that EDTF knows: month must be two digits (or X), at “-4”
        4 September                ! not a date that EDTF knows: whitespace is not allowed, at “ September”
        2025-09-06/2025-09-03      ! the end lies before the start
        2025/2024                  ! the end lies before the start
        ../..                      ! not a date that EDTF knows: interval needs at least one dated endpoint
        {}                         ! not a date that EDTF knows: set must contain at least one element, at “}”
        2025–09                    ! not a date that EDTF knows: EDTF permits ASCII characters only, at “–09”
        {1672..1670}               ! the end lies before the start
    "#]],
    );
    assert_eq!(When::parse("2025/2024").unwrap_err(), END_BEFORE_START);
}

#[test]
fn html_gets_the_values_that_it_allows() {
    let datetime = |text| When::parse(text).unwrap().datetime().is_some();
    for text in ["2025-09-04", "2025-09", "2025", "2025-09-04T10:15:00", "2025-09-04T10:15:00Z"] {
        assert!(datetime(text), "{text}");
    }
    for text in ["2025~", "2025-21", "199X", "2025/2026", "-0043", "0000", "Y12000", "[2025]"] {
        assert!(!datetime(text), "{text}");
    }
}

#[test]
fn it_travels_small() {
    let json = |text| serde_json::to_string(&When::parse(text).unwrap()).unwrap();
    expect![[r#"["2025-09-04",[20335.0,20336.0],[20335.0,20336.0],false,false,"4 September 2025"]"#]]
        .assert_eq(&json("2025-09-04"));
    expect![[r#"["1991~/..",[7670.0,8035.0],null,true,false,"since about 1991"]"#]].assert_eq(&json("1991~/.."));
}

/// A calendar date as EDTF, of some grain and perhaps in doubt.
fn some_date() -> impl Strategy<Value = String> {
    let day = (1i64..=9999, 1u8..=12, 1u8..=28);
    (day, 0..3u8, prop::sample::select(vec!["", "~", "?", "%"])).prop_map(|((year, month, day), grain, doubt)| {
        match grain {
            0 => format!("{year:04}{doubt}"),
            1 => format!("{year:04}-{month:02}{doubt}"),
            _ => format!("{year:04}-{month:02}-{day:02}{doubt}"),
        }
    })
}

proptest! {
    #[test]
    fn days_and_dates_are_inverse(number in -800_000_000i64..800_000_000) {
        let there = day(number as f64);
        prop_assert_eq!(days(there), number as f64);
        prop_assert_eq!(day(number as f64 + 0.999), there);
        prop_assert!(there < day(number as f64 + 1.0));
        prop_assert_eq!(month_start(there.year, i64::from(there.month)) + f64::from(there.day) - 1.0, number as f64);
        prop_assert_eq!(month_start(there.year - 1, i64::from(there.month) + 12), month_start(there.year, i64::from(there.month)));
    }

    #[test]
    fn any_text_gives_a_date_or_a_sentence(text in "[-0-9XYES~?%/.,TZ:{}\\[\\]+]{0,24}") {
        match When::parse(&text) {
            Err(error) => prop_assert!(error == END_BEFORE_START || error.starts_with("not a date that EDTF knows: ")),
            Ok(when) => {
                prop_assert_eq!(when.edtf(), &text);
                prop_assert!(!when.words("en").is_empty() && when.words("en") == when.words("en").trim());
                let stretches: Vec<_> = when.start().into_iter().chain(when.end()).collect();
                prop_assert!(stretches.iter().all(|(from, to)| from <= to));
                let sent = serde_json::to_string(&when).unwrap();
                prop_assert_eq!(<When as crate::pack::Unpack>::unpack(&serde_json::from_str::<serde_json::Value>(&sent).unwrap()), when);
            }
        }
    }

    #[test]
    fn spans_run_forward_or_say_so(first in some_date(), second in some_date()) {
        let (start, end) = (When::parse(&first).unwrap().start().unwrap(), When::parse(&second).unwrap().end().unwrap());
        match When::parse(&format!("{first}/{second}")) {
            Ok(span) => {
                prop_assert_eq!((span.start(), span.end()), (Some(start), Some(end)));
                prop_assert!(start.0 < end.1);
            }
            Err(error) => {
                prop_assert_eq!(error, END_BEFORE_START);
                prop_assert!(end.0 < start.1);
            }
        }
    }
}

//! Each form of EDTF: the time that it means, and its words in English.

use crate::when;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use standpoint::date::civil::{Day, day, days, month_start};
use standpoint::date::{END_BEFORE_START, Extent, Side, When};
use standpoint::locale::Locale;
use standpoint::pack::Unpack;

/// One line a date: the text, its bounds as days, its doubts, its words.
fn check(texts: &[&str], expected: Expect) {
    let lines: Vec<_> = texts
        .iter()
        .map(|text| format!("{text:<26} {}\n", told(text)))
        .collect();
    expected.assert_eq(&lines.concat());
}

fn told(text: &str) -> String {
    match when(text) {
        Err(error) => format!("! {error}"),
        Ok(when) => format!("{} | {}", extent(when.extent()), when.words()),
    }
}

/// "once 1985-01-01…1986-01-01", "lasting 1991-01-01…1992-01-01 to open".
pub fn extent(extent: &Extent) -> String {
    match extent {
        Extent::Once((from, to)) if from == to => format!("once {}", date(*from)),
        Extent::Once((from, to)) => format!("once {}…{}", date(*from), date(*to)),
        Extent::Before(at) => format!("before {}", date(*at)),
        Extent::After(at) => format!("after {}", date(*at)),
        Extent::Lasting { start, end } => format!("lasting {} to {}", side(start), side(end)),
        Extent::Each(all) => format!(
            "each of {}",
            all.iter().map(self::extent).collect::<Vec<_>>().join(", ")
        ),
        Extent::Nowhere => "nowhere".into(),
    }
}

fn side(side: &Side) -> String {
    match side {
        Side::Within((from, to)) => format!("{}…{}", date(*from), date(*to)),
        Side::Before(at) => format!("{} or before", date(*at)),
        Side::After(at) => format!("{} or after", date(*at)),
        Side::Open => "open".into(),
        Side::Unknown => "unknown".into(),
    }
}

fn date(instant: f64) -> String {
    let Day { year, month, day } = day(instant);
    let minutes = ((instant - instant.floor()) * 1440.0).round() as u32;
    let time = if minutes > 0 {
        format!("T{:02}:{:02}", minutes / 60, minutes % 60)
    } else {
        String::new()
    };
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
            2025-09-04                 once 2025-09-04…2025-09-05 | 4 September 2025
            2025-09                    once 2025-09-01…2025-10-01 | September 2025
            2025                       once 2025-01-01…2026-01-01 | 2025
            2024-02-29                 once 2024-02-29…2024-03-01 | 29 February 2024
            0079-10-24                 once 79-10-24…79-10-25 | 24 October 79 CE
            0000                       once 0-01-01…1-01-01 | 1 BCE
            -0043-03-15                once -43-03-15…-43-03-16 | 15 March 44 BCE
            2025-09-04T10:15:00        once 2025-09-04T10:15 | 4 September 2025, 10:15
            2025-09-04T10:15:30+02:00  once 2025-09-04T10:15 | 4 September 2025, 10:15:30 UTC+2
            2025-09-04T23:30:00-05:30  once 2025-09-04T23:30 | 4 September 2025, 23:30 UTC−5:30
            2025-09-04T10:15:00Z       once 2025-09-04T10:15 | 4 September 2025, 10:15 UTC
        "#]],
    );
}

#[test]
fn long_years() {
    let texts = [
        "Y12000",
        "Y-12000",
        "Y-12345",
        "Y-17E7",
        "Y17E8",
        "Y1E30",
        "1950S2",
        "Y171010000S3",
        "Y3388E2S3",
        "Y-13800000000",
        "Y-13799630000",
        "Y-251902000",
        "Y-315000",
        "Y-170000002",
        "Y1500000",
        "Y-4E12",
    ];
    check(
        &texts,
        expect![[r#"
            Y12000                     once 12000-01-01…12001-01-01 | 12,000 CE
            Y-12000                    once -12000-01-01…-11999-01-01 | 12,000 BCE
            Y-12345                    once -12345-01-01…-12344-01-01 | 12,346 BCE
            Y-17E7                     once -170000000-01-01…-169999999-01-01 | 170 million years ago
            Y17E8                      once 1700000000-01-01…1700000001-01-01 | 1.7 billion CE
            Y1E30                      nowhere | the year 1 × 10^30
            1950S2                     once 1900-01-01…2000-01-01 | about 1950 (some year from 1900 to 1999)
            Y171010000S3               once 171000000-01-01…172000000-01-01 | about 171.01 million CE (some year from 171 million to 171,999,999 CE)
            Y3388E2S3                  once 338000-01-01…339000-01-01 | about 338,800 CE (some year from 338,000 to 338,999 CE)
            Y-13800000000              once -13800000000-01-01…-13799999999-01-01 | 13.8 billion years ago
            Y-13799630000              once -13799630000-01-01…-13799629999-01-01 | 13.79963 billion years ago
            Y-251902000                once -251902000-01-01…-251901999-01-01 | 251.902 million years ago
            Y-315000                   once -315000-01-01…-314999-01-01 | 315,000 BCE
            Y-170000002                once -170000002-01-01…-170000001-01-01 | 170,000,003 BCE
            Y1500000                   once 1500000-01-01…1500001-01-01 | 1.5 million CE
            Y-4E12                     once -4000000000000-01-01…-3999999999999-01-01 | 4,000 billion years ago
        "#]],
    );
}

#[test]
fn seasons() {
    let texts = [
        "2001-21", "2001-24", "2001-27", "2001-29", "2001-34", "2001-39", "2001-41", "2001-21~",
    ];
    check(
        &texts,
        expect![[r#"
            2001-21                    once 2001-03-01…2001-06-01 | spring 2001
            2001-24                    once 2000-12-01…2002-03-01 | winter 2001
            2001-27                    once 2001-09-01…2001-12-01 | autumn 2001 (northern hemisphere)
            2001-29                    once 2001-09-01…2001-12-01 | spring 2001 (southern hemisphere)
            2001-34                    once 2001-04-01…2001-07-01 | the second quarter of 2001
            2001-39                    once 2001-09-01…2002-01-01 | the last four months of 2001
            2001-41                    once 2001-07-01…2002-01-01 | the second half of 2001
            2001-21~                   once 2001-03-01…2001-06-01 | about spring 2001
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
        "1XXX-12",
        "1XXX-XX",
        "1X99-01-XX",
        "15XX-12-25",
        "15XX-XX-XX",
        "15XX-21",
        "1560-XX-25",
        "156X-12-25",
        "192X-33",
        "192X-40",
        "1922?-40",
        "1984-1X",
        "1985-0X",
        "1985-X1",
        "1984-1X-25",
        "1985-0X-XX",
        "1985-X1-1X",
        "1801-XX-1X",
        "1985-02-2X",
        "1985-04-3X",
        "1985-04-X5",
        "1985-04-X1",
        "20X4",
        "2X14",
        "XX85",
        "1XXX",
        "0XXX",
        "00XX",
        "05XX",
        "001X",
        "XXXX-12",
        "XXXX-12-25",
        "XXXX-XX",
        "XXXX-XX-XX",
        "XXXX-21",
    ];
    check(
        &texts,
        expect![[r#"
            199X                       once 1990-01-01…2000-01-01 | the 1990s
            19XX                       once 1900-01-01…2000-01-01 | the 20th century
            000X                       once 0-01-01…10-01-01 | some year from 1 BCE to 9 CE
            007X                       once 70-01-01…80-01-01 | the 70s CE
            20XX                       once 2000-01-01…2100-01-01 | the 21st century
            XXXX                       nowhere | year unknown
            1X9X                       once 1090-01-01…2000-01-01 | some year from 1090 to 1999 of the form 1X9X
            2004-XX                    once 2004-01-01…2005-01-01 | some month of 2004
            1985-04-XX                 once 1985-04-01…1985-05-01 | some day in April 1985
            1985-04-1X                 once 1985-04-10…1985-04-20 | some day from 10 to 19 April 1985
            1985-XX-XX                 once 1985-01-01…1986-01-01 | some day in 1985
            XXXX-12-XX                 nowhere | some day in December, year unknown
            199X-05                    once 1990-05-01…1999-06-01 | May of some year of the 1990s
            1XXX-12                    once 1000-12-01…2000-01-01 | December of some year from 1000 to 1999
            1XXX-XX                    once 1000-01-01…2000-01-01 | some month of a year from 1000 to 1999
            1X99-01-XX                 once 1099-01-01…1999-02-01 | some day in January of a year from 1099 to 1999 that ends in 99
            15XX-12-25                 once 1500-12-25…1599-12-26 | 25 December of some year from 1500 to 1599
            15XX-XX-XX                 once 1500-01-01…1600-01-01 | some day of a year from 1500 to 1599
            15XX-21                    once 1500-03-01…1599-06-01 | spring of some year from 1500 to 1599
            1560-XX-25                 once 1560-01-25…1560-12-26 | the 25th of some month of 1560
            156X-12-25                 once 1560-12-25…1569-12-26 | 25 December of some year of the 1560s
            192X-33                    once 1920-01-01…1929-04-01 | the first quarter of some year of the 1920s
            192X-40                    once 1920-01-01…1929-07-01 | the first half of some year of the 1920s
            1922?-40                   once 1922-01-01…1922-07-01 | the first half of 1922 (year uncertain)
            1984-1X                    once 1984-10-01…1985-01-01 | October, November or December 1984
            1985-0X                    once 1985-01-01…1985-10-01 | some month from January to September 1985
            1985-X1                    once 1985-01-01…1985-12-01 | January or November 1985
            1984-1X-25                 once 1984-10-25…1984-12-26 | the 25th of October, November or December 1984
            1985-0X-XX                 once 1985-01-01…1985-10-01 | some day from January to September 1985
            1985-X1-1X                 once 1985-01-10…1985-11-20 | some day from the 10th to the 19th of January or November 1985
            1801-XX-1X                 once 1801-01-10…1801-12-20 | some day from the 10th to the 19th of some month of 1801
            1985-02-2X                 once 1985-02-20…1985-03-01 | some day from 20 to 28 February 1985
            1985-04-3X                 once 1985-04-30…1985-05-01 | 30 April 1985
            1985-04-X5                 once 1985-04-05…1985-04-26 | 5, 15 or 25 April 1985
            1985-04-X1                 once 1985-04-01…1985-04-22 | 1, 11 or 21 April 1985
            20X4                       once 2004-01-01…2095-01-01 | one of 2004, 2014, … 2094
            2X14                       once 2014-01-01…2915-01-01 | one of 2014, 2114, … 2914
            XX85                       nowhere | some year that ends in 85
            1XXX                       once 1000-01-01…2000-01-01 | some year from 1000 to 1999
            0XXX                       once 0-01-01…1000-01-01 | some year from 1 BCE to 999 CE
            00XX                       once 0-01-01…100-01-01 | the 1st century CE
            05XX                       once 500-01-01…600-01-01 | the 6th century CE
            001X                       once 10-01-01…20-01-01 | some year from 10 to 19 CE
            XXXX-12                    nowhere | December, year unknown
            XXXX-12-25                 nowhere | 25 December, year unknown
            XXXX-XX                    nowhere | some month, year unknown
            XXXX-XX-XX                 nowhere | day and year unknown
            XXXX-21                    nowhere | spring, year unknown
        "#]],
    );
}

#[test]
fn digits_left_out_before_our_era() {
    let texts = [
        "-04XX",
        "-044X",
        "-035X",
        "-00XX",
        "-000X",
        "-1XXX",
        "-04XX~",
        "?-044X",
        "-04XX-12",
        "-044X-12-25",
        "-00XX-02-29",
        "-04XX-21",
        "-04XX/-03XX",
        "-03XX/-04XX",
        "-05XX/-0431",
        "-00XX/00XX",
        "../-04XX",
        "-04XX/..",
        "-04XX/",
        "..-04XX/-0399",
        "[-04XX,-03XX]",
        "[..-04XX]",
        "{-0446,-043X}",
        "-20X4",
        "-04XX-13",
        "[-04XX",
        "-04XX/soon",
    ];
    check(
        &texts,
        expect![[r#"
        -04XX                      once -499-01-01…-399-01-01 | the 5th century BCE
        -044X                      once -449-01-01…-439-01-01 | some year from 450 to 441 BCE
        -035X                      once -359-01-01…-349-01-01 | some year from 360 to 351 BCE
        -00XX                      once -99-01-01…1-01-01 | the 1st century BCE
        -000X                      once -9-01-01…1-01-01 | some year from 10 to 1 BCE
        -1XXX                      once -1999-01-01…-999-01-01 | some year from 2000 to 1001 BCE
        -04XX~                     once -499-01-01…-399-01-01 | about the 5th century BCE
        ?-044X                     once -449-01-01…-439-01-01 | perhaps some year from 450 to 441 BCE
        -04XX-12                   once -499-12-01…-399-01-01 | December of some year from 500 to 401 BCE
        -044X-12-25                once -449-12-25…-440-12-26 | 25 December of some year from 450 to 441 BCE
        -00XX-02-29                once -99-01-01…0-03-01 | 29 February of some year from 100 to 1 BCE
        -04XX-21                   once -499-03-01…-400-06-01 | spring of some year from 500 to 401 BCE
        -04XX/-03XX                lasting -499-01-01…-399-01-01 to -399-01-01…-299-01-01 | from the 5th to the 4th century BCE
        -03XX/-04XX                ! the end lies before the start
        -05XX/-0431                lasting -599-01-01…-499-01-01 to -431-01-01…-430-01-01 | from the 6th century to 432 BCE
        -00XX/00XX                 lasting -99-01-01…1-01-01 to 0-01-01…100-01-01 | from the 1st century BCE to the 1st century CE
        ../-04XX                   lasting open to -499-01-01…-399-01-01 | until the 5th century BCE, with no beginning
        -04XX/..                   lasting -499-01-01…-399-01-01 to open | since the 5th century BCE
        -04XX/                     lasting -499-01-01…-399-01-01 to unknown | from the 5th century BCE, end unknown
        ..-04XX/-0399              lasting -399-01-01 or before to -399-01-01…-398-01-01 | from the 5th century BCE or earlier to 400 BCE
        [-04XX,-03XX]              once -499-01-01…-299-01-01 | the 5th century BCE or the 4th century BCE
        [..-04XX]                  before -399-01-01 | the 5th century BCE or earlier
        {-0446,-043X}              each of once -446-01-01…-445-01-01, once -439-01-01…-429-01-01 | 447 BCE, and some year from 440 to 431 BCE
        -20X4                      once -2094-01-01…-2003-01-01 | some year from 2095 to 2005 BCE of the form −20X4
        -04XX-13                   ! not a date that EDTF knows: month must be 01-12 or a sub-year code 21-41, at “-13”
        [-04XX                     ! not a date that EDTF knows: unterminated set, at “X”
        -04XX/soon                 ! not a date that EDTF knows: year must have exactly four digits (or X)
    "#]],
    );
}

#[test]
fn doubts() {
    let texts = [
        "2024~",
        "2024?",
        "2024%",
        "2025-09-04~",
        "2004-06~-11",
        "?2004-06-11",
        "199X~",
        "1987~",
        "1984-~03",
        "2004-%06-11",
        "?2004-06-~11",
        "2004-06-?11",
        "2004-06?-11",
        "2004-~06-~11",
        "2001?-21",
        "1950S2",
    ];
    check(
        &texts,
        expect![[r#"
            2024~                      once 2024-01-01…2025-01-01 | about 2024
            2024?                      once 2024-01-01…2025-01-01 | perhaps 2024
            2024%                      once 2024-01-01…2025-01-01 | perhaps about 2024
            2025-09-04~                once 2025-09-04…2025-09-05 | about 4 September 2025
            2004-06~-11                once 2004-06-11…2004-06-12 | 11 June 2004 (year and month approximate)
            ?2004-06-11                once 2004-06-11…2004-06-12 | 11 June 2004 (year uncertain)
            199X~                      once 1990-01-01…2000-01-01 | about the 1990s
            1987~                      once 1987-01-01…1988-01-01 | about 1987
            1984-~03                   once 1984-03-01…1984-04-01 | about March 1984
            2004-%06-11                once 2004-06-11…2004-06-12 | 11 June 2004 (month uncertain and approximate)
            ?2004-06-~11               once 2004-06-11…2004-06-12 | about 11 June 2004 (year uncertain)
            2004-06-?11                once 2004-06-11…2004-06-12 | 11 June 2004 (day uncertain)
            2004-06?-11                once 2004-06-11…2004-06-12 | 11 June 2004 (year and month uncertain)
            2004-~06-~11               once 2004-06-11…2004-06-12 | 11 June 2004 (month and day approximate)
            2001?-21                   once 2001-03-01…2001-06-01 | spring 2001 (year uncertain)
            1950S2                     once 1900-01-01…2000-01-01 | about 1950 (some year from 1900 to 1999)
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
        "2001-33/2001-35",
        "-0446/-0431",
        "-0200-01/-0200-04",
        "0079/0081",
        "~-0100/~2020",
        "1700~/1842",
        "1700/1842~",
        "1984~/2004~",
        "1984?/2004?",
        "1950-~01/1950-~04",
        "~198X-01-01/~198X-12-31",
        "198X-01/198X-12",
        "196X/197X",
        "2004-02-01/2005",
        "2005/2006-02",
        "2020-03-05/2020-06",
        "Y-538800000/Y-251902000",
        "Y-13800000000/Y-4600000000",
        "-0043-03-12/-0043-03-15",
        "2004-06-XX/2004-07-03",
    ];
    check(
        &texts,
        expect![[r#"
            2025-09-03/2025-09-06      lasting 2025-09-03…2025-09-04 to 2025-09-06…2025-09-07 | 3–6 September 2025
            2025-08-28/2025-09-06      lasting 2025-08-28…2025-08-29 to 2025-09-06…2025-09-07 | 28 August – 6 September 2025
            2024-12-28/2025-01-03      lasting 2024-12-28…2024-12-29 to 2025-01-03…2025-01-04 | 28 December 2024 – 3 January 2025
            2020-02/2020-11            lasting 2020-02-01…2020-03-01 to 2020-11-01…2020-12-01 | February–November 2020
            2019-11/2020-02            lasting 2019-11-01…2019-12-01 to 2020-02-01…2020-03-01 | November 2019 – February 2020
            2011/2013                  lasting 2011-01-01…2012-01-01 to 2013-01-01…2014-01-01 | 2011–2013
            -0049/-0043                lasting -49-01-01…-48-01-01 to -43-01-01…-42-01-01 | 50–44 BCE
            -0009/0014                 lasting -9-01-01…-8-01-01 to 14-01-01…15-01-01 | 10 BCE – 14 CE
            1991/1991                  once 1991-01-01…1992-01-01 | 1991
            2020-02/2020-11-05         lasting 2020-02-01…2020-03-01 to 2020-11-05…2020-11-06 | from February to 5 November 2020
            1990~/1995                 lasting 1990-01-01…1991-01-01 to 1995-01-01…1996-01-01 | from about 1990 to 1995
            199X/2004?                 lasting 1990-01-01…2000-01-01 to 2004-01-01…2005-01-01 | from the 1990s to perhaps 2004
            2001-21/2001-23            lasting 2001-03-01…2001-06-01 to 2001-09-01…2001-12-01 | from spring to autumn 2001
            2001-33/2001-35            lasting 2001-01-01…2001-04-01 to 2001-07-01…2001-10-01 | from the first to the third quarter of 2001
            -0446/-0431                lasting -446-01-01…-445-01-01 to -431-01-01…-430-01-01 | 447–432 BCE
            -0200-01/-0200-04          lasting -200-01-01…-200-02-01 to -200-04-01…-200-05-01 | January–April 201 BCE
            0079/0081                  lasting 79-01-01…80-01-01 to 81-01-01…82-01-01 | 79–81 CE
            ~-0100/~2020               lasting -100-01-01…-99-01-01 to 2020-01-01…2021-01-01 | about 101 BCE – 2020 CE
            1700~/1842                 lasting 1700-01-01…1701-01-01 to 1842-01-01…1843-01-01 | from about 1700 to 1842
            1700/1842~                 lasting 1700-01-01…1701-01-01 to 1842-01-01…1843-01-01 | from 1700 to about 1842
            1984~/2004~                lasting 1984-01-01…1985-01-01 to 2004-01-01…2005-01-01 | about 1984–2004
            1984?/2004?                lasting 1984-01-01…1985-01-01 to 2004-01-01…2005-01-01 | perhaps 1984–2004
            1950-~01/1950-~04          lasting 1950-01-01…1950-02-01 to 1950-04-01…1950-05-01 | about January–April 1950
            ~198X-01-01/~198X-12-31    lasting 1980-01-01…1989-01-02 to 1980-12-31…1990-01-01 | about the 1980s
            198X-01/198X-12            lasting 1980-01-01…1989-02-01 to 1980-12-01…1990-01-01 | the 1980s
            196X/197X                  lasting 1960-01-01…1970-01-01 to 1970-01-01…1980-01-01 | from the 1960s to the 1970s
            2004-02-01/2005            lasting 2004-02-01…2004-02-02 to 2005-01-01…2006-01-01 | from 1 February 2004 to 2005
            2005/2006-02               lasting 2005-01-01…2006-01-01 to 2006-02-01…2006-03-01 | from 2005 to February 2006
            2020-03-05/2020-06         lasting 2020-03-05…2020-03-06 to 2020-06-01…2020-07-01 | from 5 March to June 2020
            Y-538800000/Y-251902000    lasting -538800000-01-01…-538799999-01-01 to -251902000-01-01…-251901999-01-01 | 538.8 to 251.902 million years ago
            Y-13800000000/Y-4600000000 lasting -13800000000-01-01…-13799999999-01-01 to -4600000000-01-01…-4599999999-01-01 | 13.8 to 4.6 billion years ago
            -0043-03-12/-0043-03-15    lasting -43-03-12…-43-03-13 to -43-03-15…-43-03-16 | 12–15 March 44 BCE
            2004-06-XX/2004-07-03      lasting 2004-06-01…2004-07-01 to 2004-07-03…2004-07-04 | from some day in June to 3 July 2004
        "#]],
    );
}

#[test]
fn open_and_unknown_ends() {
    let texts = [
        "1991/..",
        "../1991",
        "1991/",
        "/1991",
        "1991~/..",
        "2023-05/..",
        "..1991/2000",
        "1991/2000..",
        "..1991/..",
        "/1991..",
        "..1860/1870",
        "1880/1890..",
        "..1991/2000..",
        "2001-21/..",
        "2001-33/..",
    ];
    check(
        &texts,
        expect![[r#"
            1991/..                    lasting 1991-01-01…1992-01-01 to open | since 1991
            ../1991                    lasting open to 1991-01-01…1992-01-01 | until 1991, with no beginning
            1991/                      lasting 1991-01-01…1992-01-01 to unknown | from 1991, end unknown
            /1991                      lasting unknown to 1991-01-01…1992-01-01 | until 1991, beginning unknown
            1991~/..                   lasting 1991-01-01…1992-01-01 to open | since about 1991
            2023-05/..                 lasting 2023-05-01…2023-06-01 to open | since May 2023
            ..1991/2000                lasting 1992-01-01 or before to 2000-01-01…2001-01-01 | from 1991 or earlier to 2000
            1991/2000..                lasting 1991-01-01…1992-01-01 to 2000-01-01 or after | from 1991 to 2000 or later
            ..1991/..                  lasting 1992-01-01 or before to open | since 1991 or earlier
            /1991..                    lasting unknown to 1991-01-01 or after | until 1991 or later, beginning unknown
            ..1860/1870                lasting 1861-01-01 or before to 1870-01-01…1871-01-01 | from 1860 or earlier to 1870
            1880/1890..                lasting 1880-01-01…1881-01-01 to 1890-01-01 or after | from 1880 to 1890 or later
            ..1991/2000..              lasting 1992-01-01 or before to 2000-01-01 or after | from 1991 or earlier to 2000 or later
            2001-21/..                 lasting 2001-03-01…2001-06-01 to open | since spring 2001
            2001-33/..                 lasting 2001-01-01…2001-04-01 to open | since the first quarter of 2001
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
        "[1801..1812]",
        "{1801..1812}",
        "[2024-01..2024-08]",
        "{2024-05-03..2024-05-12}",
        "[2024-05-02,2024-05-03]",
        "{2024-01-15,2024-02-12,2024-03-11,2024-04-15}",
        "{2024-01-15,2024-01-16,2024-03-11,2025-04-15}",
        "[1667,1668,1670..1692]",
        "[1760-01,1760-02,1760-12..]",
        "[1667?,1668~]",
        "{..1984}",
        "{1984..}",
        "{1984-05..}",
        "[2025..]",
        "[1999..2001]",
    ];
    check(
        &texts,
        expect![[r#"
            {1667,1668,1670..1672}     each of once 1667-01-01…1668-01-01, once 1668-01-01…1669-01-01, lasting 1670-01-01…1671-01-01 to 1672-01-01…1673-01-01 | 1667, 1668, 1670, 1671 and 1672
            [1667,1668]                once 1667-01-01…1669-01-01 | 1667 or 1668
            [..1760-12]                before 1761-01-01 | December 1760 or earlier
            [1760-12..]                after 1760-12-01 | December 1760 or later
            {1960,1961-12}             each of once 1960-01-01…1961-01-01, once 1961-12-01…1962-01-01 | 1960 and December 1961
            {2025-09-04}               once 2025-09-04…2025-09-05 | 4 September 2025
            {..1983-12-31,1984-10-10}  each of lasting open to 1983-12-31…1984-01-01, once 1984-10-10…1984-10-11 | 31 December 1983 and every earlier day, and 10 October 1984
            [1801..1812]               once 1801-01-01…1813-01-01 | one year from 1801 to 1812
            {1801..1812}               lasting 1801-01-01…1802-01-01 to 1812-01-01…1813-01-01 | every year from 1801 to 1812
            [2024-01..2024-08]         once 2024-01-01…2024-09-01 | one month from January to August 2024
            {2024-05-03..2024-05-12}   lasting 2024-05-03…2024-05-04 to 2024-05-12…2024-05-13 | every day from 3 to 12 May 2024
            [2024-05-02,2024-05-03]    once 2024-05-02…2024-05-04 | 2 or 3 May 2024
            {2024-01-15,2024-02-12,2024-03-11,2024-04-15} each of once 2024-01-15…2024-01-16, once 2024-02-12…2024-02-13, once 2024-03-11…2024-03-12, once 2024-04-15…2024-04-16 | 15 January, 12 February, 11 March and 15 April 2024
            {2024-01-15,2024-01-16,2024-03-11,2025-04-15} each of once 2024-01-15…2024-01-16, once 2024-01-16…2024-01-17, once 2024-03-11…2024-03-12, once 2025-04-15…2025-04-16 | 15, 16 January, 11 March 2024 and 15 April 2025
            [1667,1668,1670..1692]     once 1667-01-01…1693-01-01 | 1667 or 1668, or one year from 1670 to 1692
            [1760-01,1760-02,1760-12..] after 1760-01-01 | January or February 1760, or December 1760 or later
            [1667?,1668~]              once 1667-01-01…1669-01-01 | perhaps 1667 or about 1668
            {..1984}                   lasting open to 1984-01-01…1985-01-01 | 1984 and every earlier year
            {1984..}                   lasting 1984-01-01…1985-01-01 to open | 1984 and every later year
            {1984-05..}                lasting 1984-05-01…1984-06-01 to open | May 1984 and every later month
            [2025..]                   after 2025-01-01 | 2025 or later
            [1999..2001]               once 1999-01-01…2002-01-01 | one year from 1999 to 2001
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
    assert_eq!(when("2025/2024").unwrap_err(), END_BEFORE_START);
}

#[test]
fn html_gets_the_values_that_it_allows() {
    let datetime = |text| when(text).unwrap().datetime().is_some();
    for text in [
        "2025-09-04",
        "2025-09",
        "2025",
        "2025-09-04T10:15:00",
        "2025-09-04T10:15:00Z",
    ] {
        assert!(datetime(text), "{text}");
    }
    for text in [
        "2025~",
        "2025-21",
        "199X",
        "2025/2026",
        "-0043",
        "0000",
        "Y12000",
        "[2025]",
    ] {
        assert!(!datetime(text), "{text}");
    }
}

#[test]
fn it_travels_small() {
    let json = |text| serde_json::to_string(&when(text).unwrap()).unwrap();
    expect![[r#"["2025-09-04",[0,[20335.0,20336.0]],false,false,"4 September 2025",null]"#]]
        .assert_eq(&json("2025-09-04"));
    expect![[r#"["1991~/..",[3,[0,[7670.0,8035.0]],[3]],true,false,"since about 1991",null]"#]]
        .assert_eq(&json("1991~/.."));
}

#[test]
fn a_date_can_be_told_as_the_source_words_it() {
    let told = when("1411-11-11")
        .unwrap()
        .told(Some("St Martin’s Day 1411".into()));
    assert_eq!(told.words(), "St Martin’s Day 1411");
    assert_eq!(told.plain_words(), "11 November 1411");
    assert_eq!(told.in_full(), "St Martin’s Day 1411 (11 November 1411)");
    assert_eq!(when("1411").unwrap().in_full(), "1411");
}

#[test]
fn two_dates_are_told_as_one_time() {
    let pairs = [
        ("2024-05-14T18:00:00", "2024-05-14T18:09:00"),
        ("2024-05-14T18:00:00+02:00", "2024-05-14T18:09:30+02:00"),
        ("2024-05-14T18:00:00+02:00", "2024-05-14T18:09:00Z"),
        ("2024-05-14T23:50:00", "2024-05-15T00:10:00"),
        ("2024-05-14T18:00:00", "2024-05-15T18:00:00"),
        ("2024-05-14", "2024-05-14T18:00:00"),
        ("2024-05-14", "2024-05-20"),
        ("2024-05-14", "2024-06-20"),
        ("2024", "2024-05-14"),
        ("2024-05-14", "2024-05-14"),
        ("-0446", "-0431"),
        ("1984~", "2004~"),
        ("1984", "2004~"),
        ("199X", "2004"),
        ("[1667,1668]", "1670"),
        ("1990/1993", "1995"),
        ("2024-05-14", "2024-05-14T18:00:00Z"),
    ];
    let words = pairs.map(|(first, last)| {
        let [first, last] = [first, last].map(|text| when(text).unwrap());
        format!("{}\n", Locale::of("en").span(&first, &last))
    });
    expect![[r#"
        14 May 2024, 18:00–18:09
        14 May 2024, 18:00–18:09:30 UTC+2
        14 May 2024, 18:00 UTC+2 – 18:09 UTC
        14 May 2024, 23:50 – 15 May 2024, 00:10
        14 May 2024, 18:00 – 15 May 2024, 18:00
        from 14 May 2024 to 14 May 2024, 18:00
        14–20 May 2024
        14 May – 20 June 2024
        from 2024 to 14 May 2024
        14 May 2024
        447–432 BCE
        about 1984–2004
        from 1984 to about 2004
        from the 1990s to 2004
        from 1667 or 1668 to 1670
        from 1990–1993 to 1995
        from 14 May 2024 to 14 May 2024, 18:00 UTC
    "#]]
    .assert_eq(&words.concat());
}

/// A calendar date as EDTF, of some grain and perhaps in doubt.
fn some_date() -> impl Strategy<Value = String> {
    let day = (1i64..=9999, 1u8..=12, 1u8..=28);
    (day, 0..3u8, prop::sample::select(vec!["", "~", "?", "%"])).prop_map(
        |((year, month, day), grain, doubt)| match grain {
            0 => format!("{year:04}{doubt}"),
            1 => format!("{year:04}-{month:02}{doubt}"),
            _ => format!("{year:04}-{month:02}-{day:02}{doubt}"),
        },
    )
}

proptest! {
    #[test]
    fn days_and_dates_are_inverse(number in -800_000_000i64..800_000_000) {
        let there = day(number as f64);
        prop_assert_eq!(days(there), number as f64);
        prop_assert_eq!(day(number as f64 + 0.999), there);
        prop_assert!(there < day(number as f64 + 1.0));
        let (year, month) = (there.year, i64::from(there.month));
        let start = month_start(year, month);
        prop_assert_eq!(start + f64::from(there.day) - 1.0, number as f64);
        prop_assert_eq!(month_start(year - 1, month + 12), start);
    }

    #[test]
    fn any_text_gives_a_date_or_a_sentence(text in "[-0-9XYES~?%/.,TZ:{}\\[\\]+]{0,24}") {
        match when(&text) {
            Err(error) => prop_assert!(error == END_BEFORE_START || error.starts_with("not a date that EDTF knows: ")),
            Ok(when) => {
                prop_assert_eq!(when.edtf(), &text);
                prop_assert!(!when.words().is_empty() && when.words() == when.words().trim());
                let stretches: Vec<_> = when.start().into_iter().chain(when.end()).collect();
                prop_assert!(stretches.iter().all(|(from, to)| from <= to));
                let sent = serde_json::to_string(&when).unwrap();
                let received: serde_json::Value = serde_json::from_str(&sent).unwrap();
                prop_assert_eq!(When::unpack(&received), Ok(when));
            }
        }
    }

    #[test]
    fn spans_run_forward_or_say_so(first in some_date(), second in some_date()) {
        let start = when(&first).unwrap().start().unwrap();
        let end = when(&second).unwrap().end().unwrap();
        match when(&format!("{first}/{second}")) {
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

//! What editors type for dates, and what they are told to write.

use crate::when;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use standpoint::format::date_advice as advice;

/// One line a text: what is certain behind an arrow, what is only told behind a dash.
fn check(texts: &[&str], expected: Expect) {
    let row = |text: &&str| match advice::of(text) {
        None => format!("{text:<32} ?\n"),
        Some(advice) => match advice.replacement {
            Some(value) => {
                let words = when(&value).unwrap();
                let more = advice
                    .hint
                    .strip_prefix(&format!("write `{value}`"))
                    .unwrap()
                    .to_owned();
                format!("{text:<32} → {value:<22} {}{more}\n", words.words())
            }
            None => format!("{text:<32} – {}\n", advice.hint),
        },
    };
    expected.assert_eq(&texts.iter().map(row).collect::<String>());
}

#[test]
fn days_months_and_years() {
    let texts = [
        "4 Sept 2025",
        "4 September 2025",
        "September 4, 2025",
        "Sept. 4th, 2025",
        "2025-9-4",
        "2025/09/04",
        "2025.09.04",
        "20250904",
        "2025–09–04",
        " 2025-09-04 ",
        "04/09/2025",
        "31/12/2025",
        "5/14/2024",
        "14/05/2024",
        "04.09.2025",
        "4.9.2025",
        "4/9/25",
        "Sept 2025",
        "09/2025",
        "2025/09",
        "2025-9",
        "14 mai 2024",
        "1er mai 2024",
        "4. September 2025",
        "14 de mayo de 2024",
        "14 травня 2024",
        "14 мая 2024",
        "2024-W20",
        "2024-W20-3",
        "2024-135",
        "2025-31-12",
        "2025-02-30",
        "2025-13",
        "September",
        "1801AD",
    ];
    check(
        &texts,
        expect![[r#"
        4 Sept 2025                      → 2025-09-04             4 September 2025
        4 September 2025                 → 2025-09-04             4 September 2025
        September 4, 2025                → 2025-09-04             4 September 2025
        Sept. 4th, 2025                  → 2025-09-04             4 September 2025
        2025-9-4                         → 2025-09-04             4 September 2025
        2025/09/04                       → 2025-09-04             4 September 2025
        2025.09.04                       → 2025-09-04             4 September 2025
        20250904                         → 2025-09-04             4 September 2025
        2025–09–04                       → 2025-09-04             4 September 2025
         2025-09-04                      → 2025-09-04             4 September 2025
        04/09/2025                       – write `2025-09-04` (4 September 2025) or `2025-04-09` (9 April 2025)
        31/12/2025                       → 2025-12-31             31 December 2025
        5/14/2024                        → 2024-05-14             14 May 2024
        14/05/2024                       → 2024-05-14             14 May 2024
        04.09.2025                       → 2025-09-04             4 September 2025
        4.9.2025                         → 2025-09-04             4 September 2025
        4/9/25                           – write the year with four digits, and year, month and day in this order: `2025-09-04`
        Sept 2025                        → 2025-09                September 2025
        09/2025                          → 2025-09                September 2025
        2025/09                          → 2025-09                September 2025
        2025-9                           → 2025-09                September 2025
        14 mai 2024                      → 2024-05-14             14 May 2024
        1er mai 2024                     → 2024-05-01             1 May 2024
        4. September 2025                → 2025-09-04             4 September 2025
        14 de mayo de 2024               → 2024-05-14             14 May 2024
        14 травня 2024                   → 2024-05-14             14 May 2024
        14 мая 2024                      → 2024-05-14             14 May 2024
        2024-W20                         – write `2024-05-13/2024-05-19` (all that week) or `[2024-05-13..2024-05-19]` (one day of that week)
        2024-W20-3                       → 2024-05-15             15 May 2024
        2024-135                         → 2024-05-14             14 May 2024
        2025-31-12                       → 2025-12-31             31 December 2025
        2025-02-30                       – February 2025 has 28 days
        2025-13                          – the months are `2025-01` to `2025-12`, the seasons `2025-21` to `2025-24`
        September                        ?
        1801AD                           → 1801                   1801
    "#]],
    );
}

#[test]
fn eras_centuries_and_parts_of_years() {
    let texts = [
        "447 BC",
        "447 BCE",
        "1 BC",
        "12,000 BC",
        "AD 79",
        "79 CE",
        "447",
        "-447",
        "-12000",
        "12000",
        "Y1985",
        "−0446",
        "66 million years ago",
        "13.8 billion years ago",
        "6th century",
        "the 19th century",
        "5th century BC",
        "1st century BC",
        "XVI century",
        "XVIe siècle",
        "16. Jahrhundert",
        "5. Jh. v. Chr.",
        "XIX век",
        "fifth century BC",
        "1960s",
        "the 1960s",
        "1960's",
        "440s BC",
        "1900s",
        "199x",
        "199u",
        "198?",
        "19??",
        "early 1960s",
        "late 1960s",
        "mid-1970s",
        "early 19th century",
        "late 5th century BC",
        "early 2024",
        "spring 2021",
        "fall of 2021",
        "winter 2021/22",
        "Q1 2021",
        "second half of 2021",
        "Frühjahr 1848",
    ];
    check(
        &texts,
        expect![[r#"
        447 BC                           → -0446                  447 BCE
        447 BCE                          → -0446                  447 BCE
        1 BC                             → 0000                   1 BCE
        12,000 BC                        → Y-12000                12,000 BCE
        AD 79                            → 0079                   79 CE
        79 CE                            → 0079                   79 CE
        447                              – write `0447` (447 CE) or `-0446` (447 BCE)
        -447                             – write `-0447` (448 BCE) or `-0446` (447 BCE)
        -12000                           → Y-12000                12,000 BCE
        12000                            → Y12000                 12,000 CE
        Y1985                            → 1985                   1985
        −0446                            → -0446                  447 BCE
        66 million years ago             → Y-66000000             66 million years ago
        13.8 billion years ago           → Y-13800000000          13.8 billion years ago
        6th century                      → 05XX                   the 6th century CE
        the 19th century                 → 18XX                   the 19th century
        5th century BC                   → -04XX                  the 5th century BCE
        1st century BC                   → -00XX                  the 1st century BCE
        XVI century                      → 15XX                   the 16th century
        XVIe siècle                      → 15XX                   the 16th century
        16. Jahrhundert                  → 15XX                   the 16th century
        5. Jh. v. Chr.                   → -04XX                  the 5th century BCE
        XIX век                          → 18XX                   the 19th century
        fifth century BC                 → -04XX                  the 5th century BCE
        1960s                            → 196X                   the 1960s
        the 1960s                        → 196X                   the 1960s
        1960's                           → 196X                   the 1960s
        440s BC                          → [-0448..-0439]         one year from 449 to 440 BCE
        1900s                            – write `190X` (the 1900s) or `19XX` (the 20th century)
        199x                             → 199X                   the 1990s
        199u                             → 199X                   the 1990s
        198?                             → 198X                   the 1980s
        19??                             → 19XX                   the 20th century
        early 1960s                      – EDTF has no “early”: write the time that you mean, such as `[1960..1963]` (once, within it) or `1960/1963` (all of it)
        late 1960s                       – EDTF has no “late”: write the time that you mean, such as `[1967..1969]` (once, within it) or `1967/1969` (all of it)
        mid-1970s                        – EDTF has no “mid”: write the time that you mean, such as `[1974..1976]` (once, within it) or `1974/1976` (all of it)
        early 19th century               – EDTF has no “early”: write the time that you mean, such as `[1800..1829]` (once, within it) or `1800/1829` (all of it)
        late 5th century BC              – EDTF has no “late”: write the time that you mean, such as `[-0429..-0400]` (once, within it) or `-0429/-0400` (all of it)
        early 2024                       – EDTF has no “early”: write the time that you mean, such as `[2024-01..2024-04]` (once, within it) or `2024-01/2024-04` (all of it)
        spring 2021                      → 2021-21                spring 2021
        fall of 2021                     → 2021-23                autumn 2021
        winter 2021/22                   → 2021-24                winter 2021
        Q1 2021                          → 2021-33                the first quarter of 2021
        second half of 2021              → 2021-41                the second half of 2021
        Frühjahr 1848                    → 1848-21                spring 1848
    "#]],
    );
}

#[test]
fn doubts_bounds_and_spans() {
    let texts = [
        "c. 1801",
        "ca 1801",
        "ca. 1801",
        "c1801",
        "circa 1801",
        "about 1801",
        "c. 447 BC",
        "c. 1960s",
        "c. 6th century",
        "c. 1914–18",
        "probably 1801",
        "1801 (?)",
        "before 1450",
        "before March 1450",
        "before 4 Sept 2025",
        "before 447 BC",
        "after 1450",
        "after 1 BC",
        "1450 or earlier",
        "by 1450",
        "not before 1450",
        "since 1991",
        "since May 2023",
        "1991–present",
        "1991–",
        "until 1840",
        "between 1801 and 1812",
        "1801..1812",
        "1801 or 1802",
        "1801, 1802 and 1804",
        "from 1801 to 1812",
        "1801–1812",
        "1801-1812",
        "1914–18",
        "1914-18",
        "447–432 BC",
        "3–6 Sept 2025",
        "3-6 September 2025",
        "September 3–6, 2025",
        "28 August – 6 September 2025",
        "Sept–Nov 2020",
        "2025-09-03 – 2025-09-06",
        "2025-09-06/2025-09-03",
        "1985/open",
        "unknown/1985",
        "1991/present",
        "[1667, 1668]",
        "5th–4th century BC",
    ];
    check(
        &texts,
        expect![[r#"
        c. 1801                          → 1801~                  about 1801
        ca 1801                          → 1801~                  about 1801
        ca. 1801                         → 1801~                  about 1801
        c1801                            → 1801~                  about 1801
        circa 1801                       → 1801~                  about 1801
        about 1801                       → 1801~                  about 1801
        c. 447 BC                        → -0446~                 about 447 BCE
        c. 1960s                         → 196X~                  about the 1960s
        c. 6th century                   → 05XX~                  about the 6th century CE
        c. 1914–18                       → 1914~/1918~            about 1914–1918
        probably 1801                    → 1801?                  perhaps 1801
        1801 (?)                         → 1801?                  perhaps 1801
        before 1450                      → [..1449]               1449 or earlier; for 1450 or earlier, `[..1450]`
        before March 1450                → [..1450-02]            February 1450 or earlier; for March 1450 or earlier, `[..1450-03]`
        before 4 Sept 2025               → [..2025-09-03]         3 September 2025 or earlier; for 4 September 2025 or earlier, `[..2025-09-04]`
        before 447 BC                    → [..-0447]              448 BCE or earlier; for 447 BCE or earlier, `[..-0446]`
        after 1450                       → [1451..]               1451 or later; for 1450 or later, `[1450..]`
        after 1 BC                       → [0001..]               1 CE or later; for 1 BCE or later, `[0000..]`
        1450 or earlier                  → [..1450]               1450 or earlier
        by 1450                          → [..1450]               1450 or earlier
        not before 1450                  → [1450..]               1450 or later
        since 1991                       → 1991/..                since 1991
        since May 2023                   → 2023-05/..             since May 2023
        1991–present                     → 1991/..                since 1991
        1991–                            – write `1991/..` (it goes on) or `1991/` (its end is unknown)
        until 1840                       – write `../1840` (it has no beginning) or `/1840` (its beginning is unknown)
        between 1801 and 1812            – write `[1801..1812]` (once, at some time from one to the other) or `1801/1812` (all the time from one to the other)
        1801..1812                       – write `[1801..1812]` (once, at some time from one to the other) or `1801/1812` (all the time from one to the other)
        1801 or 1802                     → [1801,1802]            1801 or 1802
        1801, 1802 and 1804              → {1801,1802,1804}       1801, 1802 and 1804
        from 1801 to 1812                → 1801/1812              1801–1812
        1801–1812                        → 1801/1812              1801–1812
        1801-1812                        → 1801/1812              1801–1812
        1914–18                          → 1914/1918              1914–1918
        1914-18                          → 1914/1918              1914–1918
        447–432 BC                       → -0446/-0431            447–432 BCE
        3–6 Sept 2025                    → 2025-09-03/2025-09-06  3–6 September 2025
        3-6 September 2025               → 2025-09-03/2025-09-06  3–6 September 2025
        September 3–6, 2025              → 2025-09-03/2025-09-06  3–6 September 2025
        28 August – 6 September 2025     → 2025-08-28/2025-09-06  28 August – 6 September 2025
        Sept–Nov 2020                    → 2020-09/2020-11        September–November 2020
        2025-09-03 – 2025-09-06          → 2025-09-03/2025-09-06  3–6 September 2025
        2025-09-06/2025-09-03            → 2025-09-03/2025-09-06  3–6 September 2025, the earlier date first
        1985/open                        → 1985/..                since 1985
        unknown/1985                     → /1985                  until 1985, beginning unknown
        1991/present                     → 1991/..                since 1991
        [1667, 1668]                     → [1667,1668]            1667 or 1668
        5th–4th century BC               → -04XX/-03XX            from the 5th to the 4th century BCE
    "#]],
    );
}

#[test]
fn times_of_day() {
    let texts = [
        "2024-05-14T18:00",
        "2024-05-14 18:00:00",
        "2024-05-14T24:00:00",
        "18:00",
        "2024-05-14T18:00:00.5",
        "2024-05-14T06:00:00 PM",
        "14 May 2024, 6:30 pm",
        "14 May 2024 at 18:00",
        "2024-05-14T18:00+02:00",
        "2024-05-14T18:00-0400",
        "2024-05-14 18:00 UTC+2",
        "2024-05-14 18:00Z",
        "2024-05-14 18:00 CET",
        "18:00–19:30",
        "2024-05-14 18:00–19:30",
        "2024-05-14T18:00:00/2024-05-14T20:00:00",
        "2024-05-14T25:00",
        "soon: maybe",
    ];
    check(
        &texts,
        expect![[r#"
        2024-05-14T18:00                 → 2024-05-14T18:00:00    14 May 2024, 18:00
        2024-05-14 18:00:00              → 2024-05-14T18:00:00    14 May 2024, 18:00
        2024-05-14T24:00:00              → 2024-05-15T00:00:00    15 May 2024, 00:00
        18:00                            – a time needs its day: `2024-05-14T18:00:00`
        2024-05-14T18:00:00.5            – write `2024-05-14T18:00:00`: EDTF has no fractions of a second
        2024-05-14T06:00:00 PM           → 2024-05-14T18:00:00    14 May 2024, 18:00
        14 May 2024, 6:30 pm             → 2024-05-14T18:30:00    14 May 2024, 18:30
        14 May 2024 at 18:00             → 2024-05-14T18:00:00    14 May 2024, 18:00
        2024-05-14T18:00+02:00           → 2024-05-14T18:00:00+02:00 14 May 2024, 18:00 UTC+2
        2024-05-14T18:00-0400            → 2024-05-14T18:00:00-04:00 14 May 2024, 18:00 UTC−4
        2024-05-14 18:00 UTC+2           → 2024-05-14T18:00:00+02:00 14 May 2024, 18:00 UTC+2
        2024-05-14 18:00Z                → 2024-05-14T18:00:00Z   14 May 2024, 18:00 UTC
        2024-05-14 18:00 CET             – write `2024-05-14T18:00:00`, with its shift from UTC behind it where that is known: `2024-05-14T18:00:00+02:00`
        18:00–19:30                      – a time needs its day, and EDTF has no spans of times of day: `2024-05-14T18:00:00`
        2024-05-14 18:00–19:30           – EDTF has no spans of times of day: write the start, `2024-05-14T18:00:00`, and tell the end in `text`, or make two events
        2024-05-14T18:00:00/2024-05-14T20:00:00 – EDTF has no spans of times of day: write the start, `2024-05-14T18:00:00`, and tell the end in `text`, or make two events
        2024-05-14T25:00                 – the hours of a day are 00 to 23, the minutes and seconds 00 to 59
        soon: maybe                      ?
    "#]],
    );
}

#[test]
fn no_dates() {
    check(
        &[
            "undated",
            "unknown",
            "n.d.",
            "last week",
            "today",
            "soon",
            "",
            "?",
            "the flood",
            "4 September",
            "XVI",
        ],
        expect![[r#"
        undated                          – leave the key out: an event without `when` is told as undated
        unknown                          – leave the key out: an event without `when` is told as undated
        n.d.                             – leave the key out: an event without `when` is told as undated
        last week                        – write the date itself, such as `2025-09-04`: readers come on another day
        today                            – write the date itself, such as `2025-09-04`: readers come on another day
        soon                             ?
                                         ?
        ?                                – leave the key out: an event without `when` is told as undated
        the flood                        ?
        4 September                      ?
        XVI                              ?
    "#]],
    );
}

#[test]
fn the_value_of_toml_without_quotation_marks() {
    let values = [
        "2025-09-04",
        "2025-9-4",
        "2024",
        "2025-09-04T10:15:00Z",
        "2025-09-04 10:15:00",
        "true",
        "1.5",
        "79",
    ]
    .map(advice::value);
    expect![[r#"
        [
            Some(
                "2025-09-04",
            ),
            Some(
                "2025-09-04",
            ),
            Some(
                "2024",
            ),
            Some(
                "2025-09-04T10:15:00Z",
            ),
            Some(
                "2025-09-04T10:15:00",
            ),
            None,
            None,
            None,
        ]
    "#]]
    .assert_debug_eq(&values);
}

/// Words and numbers that dates are made of, put together anyhow.
fn like_a_date() -> impl Strategy<Value = String> {
    let words = [
        "4",
        "31",
        "2025",
        "447",
        "0",
        "19",
        "-",
        "–",
        "/",
        ".",
        "..",
        ":",
        "T",
        " ",
        " ",
        " ",
        ",",
        "sept",
        "May",
        "mai",
        "spring",
        "BC",
        "ce",
        "AD ",
        "c.",
        "before ",
        "after ",
        "until ",
        "since ",
        "early ",
        "century",
        "th",
        "s",
        "XVI",
        "X",
        "X",
        "?",
        "~",
        "[",
        "]",
        "{",
        "}",
        "Z",
        "+02",
        "pm",
        "q1 ",
        "million years ago",
        "or",
        "and",
        "between ",
        "u",
        "W",
        "é",
        "т",
        "’",
        "\u{a0}",
        "99999999999999999999",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..9)
        .prop_map(|words| words.concat())
}

fn sound(text: &str) {
    if let Some(advice) = advice::of(text) {
        assert!(!advice.hint.is_empty() && !advice.hint.ends_with('.'));
        if let Some(value) = advice.replacement {
            assert!(when(&value).is_ok(), "{text}: {value}");
            assert!(
                advice.hint.contains(&format!("`{value}`")),
                "{text}: {}",
                advice.hint
            );
        }
        // What stands in back quotes is EDTF, or a key of the format.
        for code in advice.hint.split('`').skip(1).step_by(2) {
            assert!(
                when(code).is_ok() || ["when", "text"].contains(&code),
                "{text}: {code}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_gets_sound_advice_or_none(text in "\\PC{0,40}") {
        sound(&text);
    }

    #[test]
    fn what_looks_like_a_date_gets_sound_advice_or_none(text in like_a_date()) {
        sound(&text);
    }
}

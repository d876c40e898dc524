//! Words around dates: before, after, since, until, between, or, and, from … to, early, late; and
//! words for no date at all.

use super::advice::{Advice, english};
use super::spans::span;
use super::text::{before, behind};
use super::values::one;
use crate::date::When;
use crate::date::civil::{Day, day};

/// "undated", "last week".
pub fn no_date(text: &str) -> Option<Advice> {
    const UNKNOWN: [&str; 17] = [
        "unknown",
        "undated",
        "no date",
        "not dated",
        "n.d.",
        "nd",
        "n. d.",
        "s.d.",
        "s. d.",
        "o. d.",
        "o.j.",
        "tbd",
        "tba",
        "n/a",
        "?",
        "none",
        "–",
    ];
    const TODAY: [&str; 11] = [
        "today",
        "yesterday",
        "tomorrow",
        "now",
        "present",
        "recently",
        "last week",
        "last month",
        "last year",
        "this week",
        "next week",
    ];
    if UNKNOWN.contains(&text) {
        return Advice::only("leave the key out: an event without `when` is told as undated");
    }
    if TODAY.contains(&text) {
        Advice::only("write the date itself, such as `2025-09-04`: readers come on another day")
    } else {
        None
    }
}

pub fn phrase(text: &str) -> Option<Advice> {
    let readers = [bound, from_or_until, between, several, part, span];
    readers.into_iter().find_map(|read| read(text))
}

/// "before 1450" is 1449 at the latest, "1450 or earlier" is 1450 at the latest.
fn bound(text: &str) -> Option<Advice> {
    const BEFORE: [&str; 8] = [
        "before ",
        "prior to ",
        "earlier than ",
        "pre-",
        "< ",
        "<",
        "vor ",
        "avant ",
    ];
    const AFTER: [&str; 7] = [
        "after ",
        "later than ",
        "post-",
        "> ",
        ">",
        "nach ",
        "après ",
    ];
    if let Some(date) = behind(text, &BEFORE).and_then(one) {
        return Advice::certain(format!("[..{}]", beside(&date, -1)?))?
            .noting(&format!("; for {} or earlier, `[..{date}]`", told(&date)));
    }
    if let Some(date) = behind(text, &AFTER).and_then(one) {
        return Advice::certain(format!("[{}..]", beside(&date, 1)?))?
            .noting(&format!("; for {} or later, `[{date}..]`", told(&date)));
    }
    let latest =
        before(text, &[" or earlier", " or before", " at the latest", "?-"]).or_else(|| {
            behind(
                text,
                &[
                    "by ",
                    "no later than ",
                    "not later than ",
                    "not after ",
                    "≤",
                    "<=",
                ],
            )
        });
    if let Some(date) = latest.and_then(one) {
        return Advice::certain(format!("[..{date}]"));
    }
    let earliest = before(text, &[" or later", " or after", " at the earliest"]).or_else(|| {
        behind(
            text,
            &[
                "not before ",
                "no earlier than ",
                "not earlier than ",
                "≥",
                ">=",
            ],
        )
    });
    Advice::certain(format!("[{}..]", one(earliest?)?))
}

fn told(date: &str) -> String {
    english()
        .when(date)
        .map_or_else(|_| date.to_owned(), |when| when.words().to_owned())
}

/// The year, month or day before or after a plain one.
fn beside(date: &str, way: i8) -> Option<String> {
    let places = date.trim_start_matches('-');
    if !places
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-')
    {
        return None;
    }
    let (from, to) = When::parse(date).ok()?.start()?;
    let Day { year, month, day } = day(if way < 0 { from - 1.0 } else { to });
    let year = if year < 0 {
        format!("-{:04}", -year)
    } else {
        format!("{year:04}")
    };
    match places.len() {
        4 => Some(year),
        7 => Some(format!("{year}-{month:02}")),
        10 => Some(format!("{year}-{month:02}-{day:02}")),
        _ => None,
    }
}

/// "since 1991", "1991–present", "until 1840", "1991–".
fn from_or_until(text: &str) -> Option<Advice> {
    let since = behind(text, &["since ", "seit ", "depuis ", "ab "])
        .or_else(|| {
            before(
                text,
                &[
                    "–present",
                    "-present",
                    " to present",
                    " to date",
                    "–now",
                    "-now",
                    " onwards",
                    " onward",
                    " on",
                ],
            )
        })
        .or_else(|| {
            before(
                text,
                &[
                    " – present",
                    " - present",
                    " – now",
                    " - now",
                    " – today",
                    "–today",
                ],
            )
        })
        .map(|rest| behind(rest, &["from "]).unwrap_or(rest));
    if let Some(date) = since.and_then(one) {
        return Advice::certain(format!("{date}/.."));
    }
    if let Some(date) = before(text, &["–", " -"])
        .or_else(|| text.strip_suffix('-'))
        .and_then(one)
    {
        return Advice::choice(&[
            (format!("{date}/.."), "it goes on".into()),
            (format!("{date}/"), "its end is unknown".into()),
        ]);
    }
    let date = behind(
        text,
        &["until ", "till ", "up to ", "to ", "bis ", "jusqu'en ", "–"],
    )
    .and_then(one)?;
    Advice::choice(&[
        (format!("../{date}"), "it has no beginning".into()),
        (format!("/{date}"), "its beginning is unknown".into()),
    ])
}

/// "between 1801 and 1812" is once, or as long.
fn between(text: &str) -> Option<Advice> {
    let pair = behind(text, &["between ", "zwischen ", "entre "])
        .and_then(|rest| {
            [" and ", " und ", " et "]
                .iter()
                .find_map(|and| rest.split_once(and))
        })
        .or_else(|| text.split_once(".."))?;
    let (start, end) = (one(pair.0)?, one(pair.1)?);
    Advice::choice(&[
        (
            format!("[{start}..{end}]"),
            "once, at some time from one to the other".into(),
        ),
        (
            format!("{start}/{end}"),
            "all the time from one to the other".into(),
        ),
    ])
}

/// "1801 or 1802", "1801, 1802 and 1804".
fn several(text: &str) -> Option<Advice> {
    let list = |word: &str, open: char, close: char| {
        let (start, last) = text.split_once(word)?;
        let all: Vec<String> = start
            .split(", ")
            .chain([last])
            .map(one)
            .collect::<Option<_>>()?;
        Advice::certain(format!("{open}{}{close}", all.join(",")))
    };
    list(" or ", '[', ']')
        .or_else(|| list(" and ", '{', '}'))
        .or_else(|| list(" & ", '{', '}'))
}

/// "early 1960s": EDTF has no word for it.
fn part(text: &str) -> Option<Advice> {
    const PARTS: [(&str, [u8; 4]); 9] = [
        ("early ", [0, 3, 0, 29]),
        ("beginning of ", [0, 3, 0, 29]),
        ("anfang ", [0, 3, 0, 29]),
        ("mid-", [4, 6, 30, 69]),
        ("mid ", [4, 6, 30, 69]),
        ("mitte ", [4, 6, 30, 69]),
        ("late ", [7, 9, 70, 99]),
        ("end of ", [7, 9, 70, 99]),
        ("ende ", [7, 9, 70, 99]),
    ];
    let (rest, which) = PARTS
        .iter()
        .find_map(|(word, which)| Some((text.strip_prefix(word)?, which)))?;
    let value = one(rest)?;
    let word = text[..text.len() - rest.len()].trim_end_matches([' ', '-']);
    let such = |start: String, end: String| {
        Advice::only(format!(
            "EDTF has no “{word}”: write the time that you mean, such as `[{start}..{end}]` (once, within it) or `{start}/{end}` (all of it)"
        ))
    };
    let known = value.trim_end_matches('X');
    let [from, to, first, last] = which;
    match (value.len() - known.len(), value.len()) {
        (1, 4) => such(format!("{known}{from}"), format!("{known}{to}")),
        (2, 4) => such(format!("{known}{first:02}"), format!("{known}{last:02}")),
        // Before our era the years count down to the end of a century.
        (2, 5) => such(
            format!("{known}{:02}", 99 - first),
            format!("{known}{:02}", 99 - last),
        ),
        (0, 4) => {
            let months = [(1, 4), (5, 8), (9, 12)][usize::from(*from / 4).min(2)];
            such(
                format!("{value}-{:02}", months.0),
                format!("{value}-{:02}", months.1),
            )
        }
        _ => Advice::only(format!(
            "EDTF has no “{word}”: write the time that you mean, such as `[2025-03-01..2025-03-10]`"
        )),
    }
}

//! One date in words: its parts, known or not, and what is in doubt of it, each doubt said once.

use super::years::{self, Behind, the};
use crate::date::civil::month_start;
use crate::locale::en::calendar::{month_name, year_words};
use crate::locale::en::join::{from_to, listed};
use edtf_core::{Bound, Date, DateField, Edtf, Qualifier};

/// A date with its doubts: before it where all of it is in doubt, or the finest of its parts is an
/// estimate; otherwise behind it.
pub fn of(date: &Date) -> String {
    let parts = parts(date);
    let which = |has: fn(&Qualifier) -> bool| {
        parts
            .iter()
            .filter(|(_, doubt)| has(doubt))
            .map(|(name, _)| *name)
            .collect::<Vec<_>>()
    };
    let (unsure, about) = (
        which(|doubt| doubt.uncertain),
        which(|doubt| doubt.approximate),
    );
    let finest: Vec<_> = parts.last().map(|(name, _)| *name).into_iter().collect();
    let before_unsure = unsure.len() == parts.len();
    let before_about =
        about.len() == parts.len() || about == finest || date.year.significant_digits.is_some();
    let words = format!(
        "{}{}{}",
        if before_unsure { "perhaps " } else { "" },
        if before_about { "about " } else { "" },
        plain(date)
    );
    let notes = notes(
        if before_unsure { &[] } else { &unsure },
        if before_about { &[] } else { &about },
    );
    let notes: Vec<String> = significant(date).into_iter().chain(notes).collect();
    if notes.is_empty() {
        words
    } else {
        format!("{words} ({})", notes.join(", "))
    }
}

/// The parts that are given, from the year on, with the doubts of each.
fn parts(date: &Date) -> Vec<(&'static str, Qualifier)> {
    let month = date.month.map(|month| {
        let name = match month.value() {
            Some(21..=32) => "season",
            Some(33..=36) => "quarter",
            Some(37..=41) => "part of the year",
            Some(_) | None => "month",
        };
        (name, month.qualifier)
    });
    let day = date.day.map(|day| ("day", day.qualifier));
    [Some(("year", date.year.qualifier)), month, day]
        .into_iter()
        .flatten()
        .collect()
}

/// "year uncertain, month and day approximate".
fn notes(unsure: &[&str], about: &[&str]) -> Vec<String> {
    let told = |parts: &[&str], words: &str| {
        (!parts.is_empty()).then(|| format!("{} {words}", parts.join(" and ")))
    };
    if unsure == about {
        return told(unsure, "uncertain and approximate")
            .into_iter()
            .collect();
    }
    [told(unsure, "uncertain"), told(about, "approximate")]
        .into_iter()
        .flatten()
        .collect()
}

/// The years that the significant digits allow: `1950S2` is about 1950, some year from 1900 to
/// 1999.
fn significant(date: &Date) -> Option<String> {
    date.year.significant_digits?;
    let bounds = Edtf::Date(*date).bounds();
    match (bounds.earliest, bounds.latest) {
        (Bound::Date(first), Bound::Date(last)) => Some(format!(
            "some year {}",
            from_to(&year_words(first.year), &year_words(last.year))
        )),
        _ => None,
    }
}

/// A date without its doubts.
fn plain(date: &Date) -> String {
    let Some(month) = date.month else {
        return years::alone(&date.year);
    };
    match (month.value(), date.day) {
        (Some(code @ 13..), _) => season(code, date),
        (Some(month), None) => with_year(month_name(month).into(), date),
        (None, None) => some_month(month, date),
        (Some(number), Some(day)) => of_known_month(number, day, date),
        (None, Some(day)) => of_some_month(month, day, date),
    }
}

/// "April 1985", "April of some year from 1500 to 1599", "April, year unknown".
fn with_year(words: String, date: &Date) -> String {
    match years::behind(&date.year) {
        Behind::Known(year) => format!("{words} {year}"),
        Behind::Some(_) | Behind::Unknown => of_year(words, date),
    }
}

/// "some month of 1985".
fn of_year(words: String, date: &Date) -> String {
    match years::behind(&date.year) {
        Behind::Known(year) => format!("{words} of {year}"),
        Behind::Some(rest) => {
            let which = if words.starts_with("some") {
                "a"
            } else {
                "some"
            };
            format!("{words} of {which} {rest}")
        }
        Behind::Unknown => format!("{words}, year unknown"),
    }
}

fn some_month(month: DateField, date: &Date) -> String {
    match months(month) {
        Months::Any => of_year("some month".into(), date),
        Months::Few(names) => with_year(names, date),
        Months::From(names) => with_year(format!("some month {names}"), date),
    }
}

fn of_known_month(month: u8, day: DateField, date: &Date) -> String {
    let name = month_name(month);
    let days = fitting(day, 1..=longest(month, date));
    match (day.value().or(only(&days)), &days[..]) {
        (Some(day), _) => with_year(format!("{day} {name}"), date),
        (None, _) if day.digits == [None, None] => with_year(format!("some day in {name}"), date),
        (None, [first, .., last]) if in_a_row(&days) => {
            with_year(format!("some day from {first} to {last} {name}"), date)
        }
        (None, _) => {
            let days: Vec<String> = days.iter().map(ToString::to_string).collect();
            with_year(format!("{} {name}", listed(&days, "or")), date)
        }
    }
}

fn of_some_month(month: DateField, day: DateField, date: &Date) -> String {
    let days = fitting(day, 1..=31);
    let any_day = day.digits == [None, None];
    let day = match (day.value().or(only(&days)), &days[..]) {
        (Some(day), _) => the(day),
        (None, _) if any_day => "some day".into(),
        (None, [first, .., last]) if in_a_row(&days) => {
            format!("some day from {} to {}", the(*first), the(*last))
        }
        (None, _) => listed(&days.iter().map(|day| the(*day)).collect::<Vec<_>>(), "or"),
    };
    match months(month) {
        Months::Any if any_day => match years::behind(&date.year) {
            Behind::Known(year) => format!("some day in {year}"),
            Behind::Some(_) => of_year(day, date),
            Behind::Unknown => "day and year unknown".into(),
        },
        Months::Any => of_year(format!("{day} of some month"), date),
        Months::Few(names) if any_day => with_year(format!("some day in {names}"), date),
        Months::Few(names) => with_year(format!("{day} of {names}"), date),
        Months::From(names) if any_day => with_year(format!("some day {names}"), date),
        Months::From(names) => with_year(format!("{day} of some month {names}"), date),
    }
}

/// The months that the digits allow.
enum Months {
    Any,
    /// "October, November or December".
    Few(String),
    /// "from January to September".
    From(String),
}

fn months(month: DateField) -> Months {
    let all = fitting(month, 1..=12);
    let names: Vec<String> = all
        .iter()
        .map(|month| month_name(*month).to_owned())
        .collect();
    match &names[..] {
        _ if month.digits == [None, None] => Months::Any,
        [first, _, _, .., last] => Months::From(format!("from {first} to {last}")),
        _ => Months::Few(listed(&names, "or")),
    }
}

/// The numbers of a range that the digits allow.
fn fitting(field: DateField, range: std::ops::RangeInclusive<u8>) -> Vec<u8> {
    let fits = |digit: Option<u8>, value: u8| digit.is_none_or(|digit| digit == value);
    range
        .filter(|value| fits(field.digits[0], value / 10) && fits(field.digits[1], value % 10))
        .collect()
}

fn only(numbers: &[u8]) -> Option<u8> {
    if let [one] = numbers {
        Some(*one)
    } else {
        None
    }
}

fn in_a_row(numbers: &[u8]) -> bool {
    numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Of a February whose year is not known, the longest.
fn longest(month: u8, date: &Date) -> u8 {
    match month {
        2 => date.year.value().map_or(29, |year| {
            (month_start(year, 3) - month_start(year, 2)) as u8
        }),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The codes 21 to 41 in the month's place.
fn season(code: u8, date: &Date) -> String {
    let at = |first: u8, names: &[&str]| {
        names[usize::from(code.saturating_sub(first)).min(names.len() - 1)].to_owned()
    };
    let seasons = |first: u8| with_year(at(first, &["spring", "summer", "autumn", "winter"]), date);
    let part = |first: u8, names: &[&str], of: &str| {
        of_year(format!("the {} {of}", at(first, names)), date)
    };
    match code {
        ..=24 => seasons(21),
        25..=28 => format!("{} (northern hemisphere)", seasons(25)),
        29..=32 => format!("{} (southern hemisphere)", seasons(29)),
        33..=36 => part(33, &["first", "second", "third", "last"], "quarter"),
        37..=39 => part(37, &["first", "middle", "last"], "four months"),
        40.. => part(40, &["first", "second"], "half"),
    }
}

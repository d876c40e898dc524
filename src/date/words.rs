//! EDTF in words, for readers of English: "3–6 September 2025", "about 2024", "since 1991". Native only.
//! Knows no drawing and no story.

use super::civil::{month_name, year_words};
use edtf_core::{
    Bound, Date, DateField, DateTime, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind, TimeShift, YearKind,
};

const LANG: &str = "en";

/// The words for any EDTF date.
pub fn of(date: &Edtf) -> String {
    match date {
        Edtf::Date(date) => of_date(date),
        Edtf::DateTime(moment) => of_moment(moment),
        Edtf::Interval(interval) => of_interval(interval),
        Edtf::Set(set) => of_set(set),
    }
}

/// A date with its doubts before it. Which of its parts the doubt is about is left out: words for that read worse than they help.
fn of_date(date: &Date) -> String {
    let doubt = match (date.is_uncertain(), date.is_approximate() || date.year.significant_digits.is_some()) {
        (false, false) => "",
        (false, true) => "about ",
        (true, false) => "perhaps ",
        (true, true) => "perhaps about ",
    };
    format!("{doubt}{}", plain(date))
}

/// A date without its doubts.
fn plain(date: &Date) -> String {
    let year = of_year(date);
    let Some(month) = date.month else { return year };
    let Some(number) = month.value() else { return unknown_month(date, &year) };
    if number > 12 {
        return season(number, &year);
    }
    let month = month_name(number, LANG);
    let joined = if date.year.has_unspecified() { format!("{month} in {year}") } else { format!("{month} {year}") };
    match date.day {
        None => joined,
        Some(day) => match day.value() {
            Some(day) => format!("{day} {joined}"),
            None => format!("{} {joined}", some_day(day)),
        },
    }
}

fn some_day(day: DateField) -> String {
    match day.digits {
        [Some(tens), None] => format!("a day from {} to {} of", (tens * 10).max(1), (tens * 10 + 9).min(31)),
        _ => "a day in".into(),
    }
}

fn unknown_month(date: &Date, year: &str) -> String {
    let part = if date.day.is_some() { "day" } else { "month" };
    format!("a {part} in {year}")
}

fn of_year(date: &Date) -> String {
    match date.year.kind {
        YearKind::Standard { digits: [Some(a), Some(b), Some(c), None], .. } => {
            format!("the {}", tens(a, b, c))
        }
        YearKind::Standard { digits: [Some(a), Some(b), None, None], .. } => {
            format!("the {} century", ordinal(a * 10 + b + 1))
        }
        YearKind::Standard { digits: [None, None, None, None], .. } => "an unknown year".into(),
        YearKind::Standard { .. } => match date.year.value() {
            Some(year) => year_words(year, LANG),
            None => a_year_between(date),
        },
        YearKind::Big { value } => year_words(value, LANG),
        YearKind::Exponential { significand, exponent } => match date.year.value() {
            Some(year) => year_words(year, LANG),
            None => format!("the year {significand} × 10^{exponent}"),
        },
    }
}

/// "1990s"; the years 0000 to 0009 have no such name.
fn tens(a: u8, b: u8, c: u8) -> String {
    match [a, b, c] {
        [0, 0, 0] => "first decade CE".into(),
        [0, 0, c] => format!("{c}0s CE"),
        [0, b, c] => format!("{b}{c}0s CE"),
        [a, b, c] => format!("{a}{b}{c}0s"),
    }
}

/// Digits are unknown in the middle of the year: only its bounds can be put in words.
fn a_year_between(date: &Date) -> String {
    let bounds = Edtf::Date(Date { month: None, day: None, ..*date }).bounds();
    match (bounds.earliest, bounds.latest) {
        (Bound::Date(first), Bound::Date(last)) => {
            format!("a year from {} to {}", year_words(first.year, LANG), year_words(last.year, LANG))
        }
        _ => "an unknown year".into(),
    }
}

fn ordinal(number: u8) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// The codes 21 to 41 in the month's place.
fn season(code: u8, year: &str) -> String {
    let seasons = ["spring", "summer", "autumn", "winter"];
    let at = |first: u8, names: &[&str]| names[usize::from(code - first)].to_owned();
    match code {
        21..=24 => format!("{} {year}", at(21, &seasons)),
        25..=28 => format!("{} {year} (northern hemisphere)", at(25, &seasons)),
        29..=32 => format!("{} {year} (southern hemisphere)", at(29, &seasons)),
        33..=36 => format!("{} quarter of {year}", at(33, &["first", "second", "third", "last"])),
        37..=39 => format!("{} four months of {year}", at(37, &["first", "middle", "last"])),
        _ => format!("{} half of {year}", if code == 40 { "first" } else { "second" }),
    }
}

/// "4 September 2025, 10:15 UTC+2"; seconds only where there are some.
fn of_moment(moment: &DateTime) -> String {
    let time = moment.time;
    let seconds = if time.second == 0 { String::new() } else { format!(":{:02}", time.second) };
    let shift = match time.shift {
        None => String::new(),
        Some(TimeShift::Utc) => " UTC".into(),
        Some(TimeShift::Offset { minutes: 0, .. }) => " UTC".into(),
        Some(TimeShift::Offset { minutes, .. }) => {
            let (sign, minutes) = (if minutes < 0 { '−' } else { '+' }, minutes.unsigned_abs());
            let rest = if minutes % 60 == 0 { String::new() } else { format!(":{:02}", minutes % 60) };
            format!(" UTC{sign}{}{rest}", minutes / 60)
        }
    };
    format!("{}, {:02}:{:02}{seconds}{shift}", of_date(&moment.date), time.hour, time.minute)
}

fn of_interval(interval: &Interval) -> String {
    use IntervalEndpoint::{Date, OnOrAfter, OnOrBefore, Open, Unknown};
    match (&interval.start, &interval.end) {
        (Date(start), Date(end)) => of_span(start, end),
        (Date(start), Open) => format!("since {}", of_date(start)),
        (Date(start), _) => format!("from {}, end {}", of_date(start), side(&interval.end)),
        (Open, Date(end)) => format!("until {}", of_date(end)),
        (_, Date(end)) => format!("until {}, start {}", of_date(end), side(&interval.start)),
        (OnOrBefore(_) | OnOrAfter(_), _) | (_, OnOrBefore(_) | OnOrAfter(_)) => {
            format!("start {}, end {}", side(&interval.start), side(&interval.end))
        }
        (Open | Unknown, Open | Unknown) => "time unknown".into(),
    }
}

fn side(endpoint: &IntervalEndpoint) -> String {
    match endpoint {
        IntervalEndpoint::Date(date) => of_date(date),
        IntervalEndpoint::Open => "open".into(),
        IntervalEndpoint::Unknown => "unknown".into(),
        IntervalEndpoint::OnOrBefore(date) => format!("{} or earlier", of_date(date)),
        IntervalEndpoint::OnOrAfter(date) => format!("{} or later", of_date(date)),
    }
}

/// From one date to another, naming once what both share: "3–6 September 2025", "28 August – 6 September 2025".
fn of_span(start: &Date, end: &Date) -> String {
    let numbers = |date: &Date| {
        let plain = !(date.is_uncertain() || date.is_approximate() || date.year.significant_digits.is_some());
        let field = |field: Option<DateField>| field.map_or(Some(0), DateField::value);
        Some((date.year.value()?, field(date.month)?, field(date.day)?)).filter(|(_, month, _)| plain && *month <= 12)
    };
    let (Some(from), Some(to)) = (numbers(start), numbers(end)) else {
        return format!("{} to {}", of_date(start), of_date(end));
    };
    let year = year_words(to.0, LANG);
    let month = |number| month_name(number, LANG);
    match (from, to) {
        _ if from == to => of_date(start),
        ((y, 0, 0), (_, 0, 0)) if y > 999 => format!("{y}–{year}"),
        ((y, m, d), (z, n, e)) if (y, m) == (z, n) && d > 0 && e > 0 => format!("{d}–{e} {} {year}", month(m)),
        ((y, m, 0), (z, n, 0)) if y == z && m > 0 && n > 0 => format!("{}–{} {year}", month(m), month(n)),
        ((y, m, d), (z, n, e)) if y == z && d > 0 && e > 0 => format!("{d} {} – {e} {} {year}", month(m), month(n)),
        _ => format!("{} – {}", of_date(start), of_date(end)),
    }
}

fn of_set(set: &Set) -> String {
    let elements: Vec<_> = set.elements.iter().map(of_element).collect();
    let last = match set.kind {
        SetKind::AllMembers => " and ",
        SetKind::OneMember => " or ",
    };
    match elements.split_last() {
        Some((one, [])) => one.clone(),
        Some((end, others)) => format!("{}{last}{end}", others.join(", ")),
        None => "time unknown".into(),
    }
}

fn of_element(element: &SetElement) -> String {
    match element {
        SetElement::Date(date) => of_date(date),
        SetElement::OnOrBefore(date) => format!("{} or earlier", of_date(date)),
        SetElement::OnOrAfter(date) => format!("{} or later", of_date(date)),
        SetElement::Range(start, end) => of_span(start, end),
    }
}

//! What lasts, in words: "3–6 September 2025", "since 1991", "until 1850, beginning unknown".

use super::dates;
use crate::locale::en::join::{from_to, join};
use edtf_core::{Date, DateField, Interval, IntervalEndpoint};

pub fn of(interval: &Interval) -> String {
    use IntervalEndpoint::{Date, Open, Unknown};
    let (start, end) = (&interval.start, &interval.end);
    match (start, end) {
        (Date(start), Date(end)) => between(start, end),
        (Open | Unknown, Open | Unknown) => "time unknown".into(),
        (_, Open) => format!("since {}", side(start)),
        (_, Unknown) => format!("from {}, end unknown", side(start)),
        (Open, _) => format!("until {}, with no beginning", side(end)),
        (Unknown, _) => format!("until {}, beginning unknown", side(end)),
        (_, _) => from_to(&side(start), &side(end)),
    }
}

fn side(endpoint: &IntervalEndpoint) -> String {
    match endpoint {
        IntervalEndpoint::Date(date) => dates::of(date),
        IntervalEndpoint::OnOrBefore(date) => format!("{} or earlier", dates::of(date)),
        IntervalEndpoint::OnOrAfter(date) => format!("{} or later", dates::of(date)),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => String::new(),
    }
}

/// From one date to another, naming once what both share. Of different grain they are told apart:
/// "from 1 February 2004 to 2005".
pub fn between(start: &Date, end: &Date) -> String {
    let (from, to) = whole_years(start, end).unwrap_or((*start, *end));
    let words = (dates::of(&from), dates::of(&to));
    let grain = |date: &Date| (date.precision(), date.has_unspecified());
    match words {
        (from, to) if from == to => from,
        (from, to) if grain(start) != grain(end) => from_to(&from, &to),
        // Without CE behind it, a year of four digits would be one before our era too.
        (from, to)
            if from.ends_with(" BCE")
                && !to.ends_with("CE")
                && to.ends_with(|c: char| c.is_ascii_digit()) =>
        {
            join(&from, &format!("{to} CE"))
        }
        (from, to) => join(&from, &to),
    }
}

/// From the first day or month of a year with digits left out to the last one of the same:
/// "198X-01-01/198X-12-31" is a decade.
fn whole_years(start: &Date, end: &Date) -> Option<(Date, Date)> {
    let at = |date: &Date, month: u8, day: u8| {
        date.month.and_then(DateField::value) == Some(month)
            && date.day.is_none_or(|field| field.value() == Some(day))
            && date.year.has_unspecified()
    };
    let whole = |date: &Date| Date {
        month: None,
        day: None,
        ..*date
    };
    let same = start.year.kind == end.year.kind && start.day.is_some() == end.day.is_some();
    (same && at(start, 1, 1) && at(end, 12, 31)).then(|| (whole(start), whole(end)))
}

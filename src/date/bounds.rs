//! From EDTF to stretches of days.

use super::civil::{Day, LAST_YEAR, days, month_start};
use super::extent::{Extent, Side, Stretch};
use edtf_core::{
    Bound, BoundDate, Bounds, Date, DateTime, Edtf, Interval, IntervalEndpoint, Set, SetElement,
    SetKind,
};
use edtf_core::{Year, YearKind};

/// What a date says of time.
pub fn of(date: &Edtf) -> Extent {
    match date {
        Edtf::Date(date) => once(stretch(date)),
        Edtf::DateTime(moment) => once(instant(moment).map(|instant| (instant, instant))),
        Edtf::Interval(interval) => of_interval(interval),
        Edtf::Set(set) => match set.kind {
            SetKind::OneMember => one_of(set),
            SetKind::AllMembers => all_of(set),
        },
    }
}

/// Whether an extent certainly ends before it starts.
pub fn runs_backwards(extent: &Extent) -> bool {
    match extent {
        Extent::Lasting {
            start: Side::Within((start, _)),
            end: Side::Within((_, end)),
        } => end <= start,
        Extent::Once(_)
        | Extent::Before(_)
        | Extent::After(_)
        | Extent::Lasting { .. }
        | Extent::Each(_)
        | Extent::Nowhere => false,
    }
}

fn once(stretch: Option<Stretch>) -> Extent {
    stretch.map_or(Extent::Nowhere, Extent::Once)
}

fn of_interval(interval: &Interval) -> Extent {
    let side = |endpoint: &IntervalEndpoint| match endpoint {
        IntervalEndpoint::Date(date) => stretch(date).map_or(Side::Unknown, Side::Within),
        IntervalEndpoint::OnOrBefore(date) => {
            stretch(date).map_or(Side::Unknown, |(_, end)| Side::Before(end))
        }
        IntervalEndpoint::OnOrAfter(date) => {
            stretch(date).map_or(Side::Unknown, |(start, _)| Side::After(start))
        }
        IntervalEndpoint::Open => Side::Open,
        IntervalEndpoint::Unknown => Side::Unknown,
    };
    match (side(&interval.start), side(&interval.end)) {
        (Side::Open | Side::Unknown, Side::Open | Side::Unknown) => Extent::Nowhere,
        (Side::Within(start), Side::Within(end)) if start == end => Extent::Once(start),
        (start, end) => Extent::Lasting { start, end },
    }
}

/// Once, at some time between the first and the last of several.
fn one_of(set: &Set) -> Extent {
    let (mut first, mut last) = (Some(f64::INFINITY), Some(f64::NEG_INFINITY));
    for element in &set.elements {
        let (from, to) = match element {
            SetElement::Date(date) => stretch(date).unzip(),
            SetElement::OnOrBefore(date) => (None, stretch(date).map(|(_, to)| to)),
            SetElement::OnOrAfter(date) => (stretch(date).map(|(from, _)| from), None),
            SetElement::Range(start, end) => (
                stretch(start).map(|(from, _)| from),
                stretch(end).map(|(_, to)| to),
            ),
        };
        first = first.zip(from).map(|(one, other)| one.min(other));
        last = last.zip(to).map(|(one, other)| one.max(other));
    }
    match (first, last) {
        (Some(first), Some(last)) if first <= last => Extent::Once((first, last)),
        (None, Some(last)) => Extent::Before(last),
        (Some(first), None) => Extent::After(first),
        (Some(_), Some(_)) | (None, None) => Extent::Nowhere,
    }
}

fn all_of(set: &Set) -> Extent {
    let mut all: Vec<Extent> = set
        .elements
        .iter()
        .map(of_element)
        .filter(|one| *one != Extent::Nowhere)
        .collect();
    if all.len() > 1 {
        Extent::Each(all)
    } else {
        all.pop().unwrap_or(Extent::Nowhere)
    }
}

fn of_element(element: &SetElement) -> Extent {
    let within = |date: &Date| stretch(date).map(Side::Within);
    let lasting = |start: Option<Side>, end: Option<Side>| match (start, end) {
        (Some(start), Some(end)) => Extent::Lasting { start, end },
        _ => Extent::Nowhere,
    };
    match element {
        SetElement::Date(date) => once(stretch(date)),
        SetElement::OnOrBefore(date) => lasting(Some(Side::Open), within(date)),
        SetElement::OnOrAfter(date) => lasting(within(date), Some(Side::Open)),
        SetElement::Range(start, end) => lasting(within(start), within(end)),
    }
}

/// A year whose millennium nobody knows is no time at all, though EDTF bounds `XXXX` to 0000–9999.
fn stretch(date: &Date) -> Option<Stretch> {
    if let YearKind::Standard {
        digits: [None, ..], ..
    } = date.year.kind
    {
        return None;
    }
    if let Some(season) = over_new_year(date) {
        return Some(season);
    }
    let Bounds { earliest, latest } = match years(&date.year) {
        Some((first, last)) if date.year.value().is_none() && first < 0 => Bounds {
            earliest: in_year(date, first).earliest,
            latest: in_year(date, last).latest,
        },
        _ => Edtf::Date(*date).bounds(),
    };
    Some((first(earliest)?, after(latest)?))
}

/// The first and the last year that the digits allow, astronomically: `-04XX` is −499 to −400, the
/// 5th century BCE.
pub fn years(year: &Year) -> Option<(i64, i64)> {
    let YearKind::Standard { negative, digits } = year.kind else {
        return year.value().map(|year| (year, year));
    };
    let filled = |fill: u8| {
        digits
            .iter()
            .fold(0, |sum, digit| sum * 10 + i64::from(digit.unwrap_or(fill)))
    };
    Some(if negative {
        (-filled(9), -filled(0))
    } else {
        (filled(0), filled(9))
    })
}

/// The bounds of the same month and day in a year of at most four digits; those of the year where
/// it has no such day.
fn in_year(date: &Date, year: i64) -> Bounds {
    let place = |power: u32| Some((year.unsigned_abs() / 10u64.pow(power) % 10) as u8);
    let kind = YearKind::Standard {
        negative: year < 0,
        digits: [place(3), place(2), place(1), place(0)],
    };
    let whole = Date {
        year: Year { kind, ..date.year },
        month: None,
        day: None,
    };
    let bounds = Edtf::Date(Date {
        month: date.month,
        day: date.day,
        ..whole
    })
    .bounds();
    if matches!(bounds.earliest, Bound::Date(_)) {
        bounds
    } else {
        Edtf::Date(whole).bounds()
    }
}

/// A winter (or a summer of the southern hemisphere) runs over New Year: “winter 2021” may have
/// begun or ended in 2021.
fn over_new_year(date: &Date) -> Option<Stretch> {
    let code = date.month.and_then(edtf_core::DateField::value)?;
    let (first, last) = years(&date.year)?;
    matches!(code, 24 | 28 | 30).then(|| (month_start(first - 1, 12), month_start(last + 1, 3)))
}

fn first(bound: Bound) -> Option<f64> {
    let Bound::Date(BoundDate { year, month, day }) = bound else {
        return None;
    };
    (year.abs() <= LAST_YEAR).then(|| days(Day { year, month, day }))
}

fn after(bound: Bound) -> Option<f64> {
    first(bound).map(|day| day + 1.0)
}

/// A moment by its own clock, whatever its shift from UTC: what is worded “1 January 2020” lies in
/// 2020.
fn instant(moment: &DateTime) -> Option<f64> {
    let (day, _) = stretch(&moment.date)?;
    let time = moment.time;
    let minutes =
        f64::from(time.hour) * 60.0 + f64::from(time.minute) + f64::from(time.second) / 60.0;
    Some(day + minutes / 1440.0)
}

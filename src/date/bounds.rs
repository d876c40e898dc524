//! From EDTF to stretches of days. Native only. Knows no words and no drawing.

use super::civil::{Day, LAST_YEAR, days};
use super::{Extent, Side, Stretch};
use edtf_core::{
    Bound, BoundDate, Bounds, Date, DateTime, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind, TimeShift,
    YearKind,
};

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

fn once(stretch: Option<Stretch>) -> Extent {
    stretch.map_or(Extent::Nowhere, Extent::Once)
}

fn of_interval(interval: &Interval) -> Extent {
    let side = |endpoint: &IntervalEndpoint| match endpoint {
        IntervalEndpoint::Date(date) => stretch(date).map_or(Side::Unknown, Side::Within),
        IntervalEndpoint::OnOrBefore(date) => stretch(date).map_or(Side::Unknown, |(_, end)| Side::Before(end)),
        IntervalEndpoint::OnOrAfter(date) => stretch(date).map_or(Side::Unknown, |(start, _)| Side::After(start)),
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
    let Bounds { earliest, latest } = Edtf::Set(set.clone()).bounds();
    match (first(earliest), after(latest)) {
        (Some(first), Some(last)) => Extent::Once((first, last)),
        (None, Some(last)) => Extent::Before(last),
        (Some(first), None) => Extent::After(first),
        (None, None) => Extent::Nowhere,
    }
}

fn all_of(set: &Set) -> Extent {
    let mut all: Vec<Extent> = set.elements.iter().map(of_element).filter(|one| *one != Extent::Nowhere).collect();
    if all.len() > 1 { Extent::Each(all) } else { all.pop().unwrap_or(Extent::Nowhere) }
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

/// A year without any digit is no time at all, though EDTF bounds it to 0000–9999.
fn stretch(date: &Date) -> Option<Stretch> {
    if let YearKind::Standard { digits: [None, None, None, None], .. } = date.year.kind {
        return None;
    }
    let Bounds { earliest, latest } = Edtf::Date(*date).bounds();
    Some((first(earliest)?, after(latest)?))
}

fn first(bound: Bound) -> Option<f64> {
    match bound {
        Bound::Date(BoundDate { year, month, day }) if year.abs() <= LAST_YEAR => Some(days(Day { year, month, day })),
        _ => None,
    }
}

fn after(bound: Bound) -> Option<f64> {
    first(bound).map(|day| day + 1.0)
}

/// A moment as an instant in UTC; a time without a shift counts as UTC.
fn instant(moment: &DateTime) -> Option<f64> {
    let (day, _) = stretch(&moment.date)?;
    let time = moment.time;
    let shift = match time.shift {
        Some(TimeShift::Offset { minutes, .. }) => i64::from(minutes),
        _ => 0,
    };
    let minutes = i64::from(time.hour) * 60 + i64::from(time.minute) - shift;
    Some(day + (minutes as f64 + f64::from(time.second) / 60.0) / 1440.0)
}

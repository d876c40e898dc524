//! From EDTF to stretches of days. Native only. Knows no words and no drawing.

use super::Stretch;
use super::civil::{Day, LAST_YEAR, days};
use edtf_core::{Bound, BoundDate, Bounds, Date, DateTime, Edtf, Interval, IntervalEndpoint, TimeShift, YearKind};

/// The stretch in which a date starts and that in which it ends; `None` where that side is open, unknown or beyond counting.
pub fn of(date: &Edtf) -> (Option<Stretch>, Option<Stretch>) {
    match date {
        Edtf::Date(date) => twice(stretch(date)),
        Edtf::DateTime(moment) => twice(instant(moment).map(|instant| (instant, instant))),
        Edtf::Interval(interval) => of_interval(interval),
        // A set's members lie within its bounds, whether it means all of them or one.
        Edtf::Set(_) => {
            let (first, last) = (first(date.bounds().earliest), after(date.bounds().latest));
            match (first, last) {
                (Some(first), Some(last)) => twice(Some((first, last))),
                _ => (first.map(|first| (first, first)), last.map(|last| (last, last))),
            }
        }
    }
}

fn twice(stretch: Option<Stretch>) -> (Option<Stretch>, Option<Stretch>) {
    (stretch, stretch)
}

fn of_interval(interval: &Interval) -> (Option<Stretch>, Option<Stretch>) {
    let side = |endpoint: &IntervalEndpoint| match endpoint {
        IntervalEndpoint::Date(date) => stretch(date),
        // "On or before" leaves the start open, "on or after" the end.
        _ => None,
    };
    (side(&interval.start), side(&interval.end))
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

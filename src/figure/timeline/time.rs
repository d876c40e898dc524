//! The time of events: which stretches of it are known and how exactly, and the clock that they are
//! told by.

use super::axis::Span;
use crate::date::civil::{self, Day};
use crate::date::{Extent, Side, Stretch, When};

/// A second, a minute and a day, in days.
const SECOND: f64 = 1.0 / 86_400.0;
const MINUTE: f64 = 1.0 / 1_440.0;
const DAY: f64 = 1.0;
/// So many members of a set are told apart.
const MOST_MEMBERS: i64 = 12;

/// The stretches of an extent that are known. An open or unknown side has none, as have the times
/// beyond a limit.
pub fn spans(extent: &Extent) -> Vec<Span> {
    let within = |(from, to): Stretch| Span {
        from,
        to,
        reaches: (false, false),
        exact: length((from, to)),
    };
    let limit = |at: f64, reaches: (bool, bool)| Span {
        from: at,
        to: at,
        reaches,
        exact: grain(at),
    };
    match extent {
        Extent::Once(stretch) => vec![within(*stretch)],
        Extent::Before(at) => vec![limit(*at, (true, false))],
        Extent::After(at) => vec![limit(*at, (false, true))],
        Extent::Lasting { start, end } => lasting(*start, *end),
        Extent::Each(all) => all.iter().flat_map(spans).collect(),
        Extent::Nowhere => Vec::new(),
    }
}

/// From the earliest start to the latest end; one span, for what lasts is not to be torn by a
/// break.
fn lasting(start: Side, end: Side) -> Vec<Span> {
    let known = |side: Side| match side {
        Side::Within(stretch) => Some((stretch, length(stretch))),
        Side::Before(at) | Side::After(at) => Some(((at, at), grain(at))),
        Side::Open | Side::Unknown => None,
    };
    let (Some(from), Some(to)) = (known(start).or(known(end)), known(end).or(known(start))) else {
        return Vec::new();
    };
    let reaches = (
        matches!(start, Side::Before(_) | Side::Unknown),
        matches!(end, Side::After(_) | Side::Unknown),
    );
    vec![Span {
        from: from.0.0,
        to: to.0.1.max(from.0.0),
        reaches,
        exact: from.1.min(to.1),
    }]
}

/// The members of a set, each by itself: of "1670 to 1672" the three years. A range of many stays a
/// stretch.
pub fn each(all: &[Extent]) -> Vec<Extent> {
    let members = all.iter().flat_map(|one| match one {
        Extent::Lasting {
            start: Side::Within(start),
            end: Side::Within(end),
        } => range(*start, *end),
        other => vec![other.clone()],
    });
    members.collect()
}

fn range(start: Stretch, end: Stretch) -> Vec<Extent> {
    let first = civil::day(start.0);
    let month = i64::from(first.month);
    let instant = |index: i64| match start.1 - start.0 {
        day if day <= DAY => start.0 + index as f64,
        month_long if month_long < 32.0 => civil::month_start(first.year, month + index),
        _ => civil::month_start(first.year + index, month),
    };
    let last = (1..=MOST_MEMBERS).find(|index| instant(*index) >= end.1);
    match last {
        Some(last) => (0..last)
            .map(|index| Extent::Once((instant(index), instant(index + 1))))
            .collect(),
        // As a set names all of it, there is no doubt about where it begins and ends.
        None => vec![Extent::Lasting {
            start: Side::Within((start.0, start.0)),
            end: Side::Within((end.1, end.1)),
        }],
    }
}

/// How long a stretch is; a time of day is exact to the minute, unless it has seconds.
fn length((from, to): Stretch) -> f64 {
    match to - from {
        moment if moment <= 0.0 => moment_grain(from),
        long => long,
    }
}

fn moment_grain(at: f64) -> f64 {
    let minutes = (at - at.floor()) * 1_440.0;
    if (minutes - minutes.round()).abs() * 60.0 < 0.5 {
        MINUTE
    } else {
        SECOND
    }
}

/// How exact a limit is: one at a year's turn is that of a year, one at a month's that of a month.
fn grain(at: f64) -> f64 {
    match civil::day(at) {
        _ if at.fract() != 0.0 => moment_grain(at),
        Day {
            month: 1, day: 1, ..
        } => 366.0,
        Day { day: 1, .. } => 31.0,
        Day { .. } => DAY,
    }
}

/// The clock by which all times of day of a story are told; empty where there is none, or more than
/// one.
pub fn zone<'a>(dates: impl Iterator<Item = &'a When>) -> String {
    let mut shifts = dates.filter_map(shift);
    let first = shifts.next();
    first
        .filter(|first| shifts.all(|shift| shift == *first))
        .map_or_else(String::new, named)
}

/// By how many minutes the clock of a time of day is ahead of UTC; `None` for what is no time of
/// day, or names no clock.
fn shift(when: &When) -> Option<i32> {
    let (_, time) = when.edtf().split_once('T')?;
    if time.ends_with('Z') {
        return Some(0);
    }
    let at = time.find(['+', '-'])?;
    let (sign, clock) = (
        if time[at..].starts_with('-') { -1 } else { 1 },
        &time[at + 1..],
    );
    let (hours, minutes) = clock.split_once(':').unwrap_or((clock, "0"));
    Some(sign * (hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?))
}

/// "UTC", "UTC+2", "UTC−3:30".
fn named(shift: i32) -> String {
    let sign = if shift < 0 { "−" } else { "+" };
    match (shift.abs() / 60, shift.abs() % 60) {
        (0, 0) => "UTC".into(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

//! EDTF in English words: "3–6 September 2025", "about 2024", "since 1991".

mod dates;
mod sets;
mod spans;
mod years;

use edtf_core::{DateTime, Edtf, TimeShift};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month (1–12) in full.
fn month_name(month: u8) -> &'static str {
    MONTHS[usize::from(month.clamp(1, 12)) - 1]
}

/// The words for any EDTF date.
pub fn of(date: &Edtf) -> String {
    match date {
        Edtf::Date(date) => dates::of(date),
        Edtf::DateTime(moment) => of_moment(moment),
        Edtf::Interval(interval) => spans::of(interval),
        Edtf::Set(set) => sets::of(set),
    }
}

/// "4 September 2025, 10:15 UTC+2"; seconds only where there are some. A time without a shift is
/// local time, of whatever place: nothing is said of its zone.
fn of_moment(moment: &DateTime) -> String {
    let time = moment.time;
    let seconds = if time.second == 0 {
        String::new()
    } else {
        format!(":{:02}", time.second)
    };
    let shift = match time.shift {
        None => String::new(),
        Some(TimeShift::Utc | TimeShift::Offset { minutes: 0, .. }) => " UTC".into(),
        Some(TimeShift::Offset { minutes, .. }) => {
            let (sign, minutes) = (if minutes < 0 { '−' } else { '+' }, minutes.unsigned_abs());
            let rest = if minutes % 60 == 0 {
                String::new()
            } else {
                format!(":{:02}", minutes % 60)
            };
            format!(" UTC{sign}{}{rest}", minutes / 60)
        }
    };
    format!(
        "{}, {:02}:{:02}{seconds}{shift}",
        dates::of(&moment.date),
        time.hour,
        time.minute
    )
}

/// "1667, 1668 or 1670".
fn listed(all: &[String], last: &str) -> String {
    match all.split_last() {
        Some((one, [])) => one.clone(),
        Some((end, others)) => format!("{} {last} {end}", others.join(", ")),
        None => String::new(),
    }
}

//! EDTF in English words: "3–6 September 2025", "about 2024", "since 1991".

mod dates;
mod sets;
mod spans;
mod years;

use edtf_core::{DateTime, Edtf, TimeShift};

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

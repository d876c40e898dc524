//! The proleptic Gregorian calendar: days since 1970-01-01 to year, month and day, and back.

/// A calendar day; the year is astronomical: 0 is 1 BCE, -43 is 44 BCE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: i64,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: u8,
}

/// Years beyond this are out of a double's reach as whole days; callers treat such dates as beyond
/// counting.
pub const LAST_YEAR: i64 = 4_000_000_000_000;

/// Days since 1970-01-01 of a calendar day, after Howard Hinnant's `days_from_civil`; the year at
/// most [`LAST_YEAR`] off 0.
pub fn days(day: Day) -> f64 {
    let (month, year) = (i64::from(day.month), day.year - i64::from(day.month <= 2));
    let era = year.div_euclid(400);
    let day_of_year =
        (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(day.day) - 1;
    let year_of_era = year.rem_euclid(400);
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (era * 146_097 + day_of_era - 719_468) as f64
}

/// The calendar day in which an instant lies; the inverse of [`days`].
pub fn day(instant: f64) -> Day {
    let shifted = instant.floor() as i64 + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    Day {
        year: year_of_era + era * 400 + i64::from(month <= 2),
        month: month as u8,
        day: (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u8,
    }
}

/// Days since 1970-01-01 of the first day of a month; months run on past 12 and below 1 into other
/// years.
pub fn month_start(year: i64, month: i64) -> f64 {
    let months = month - 1;
    days(Day {
        year: year + months.div_euclid(12),
        month: months.rem_euclid(12) as u8 + 1,
        day: 1,
    })
}

//! The English words of the calendar: months and years.

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
pub fn month_name(month: u8) -> &'static str {
    MONTHS[usize::from(month.clamp(1, 12)) - 1]
}

/// A year as readers write it: "1990", "79 CE", "44 BCE", "12,000 BCE", "13.8 billion years ago".
pub fn year_words(year: i64) -> String {
    match year {
        // A year so long past is a round figure in which neither the missing year 0 nor the years
        // since our era play a part.
        ..=-1_000_000 if year % 1000 == 0 => format!("{} years ago", round(year.unsigned_abs())),
        ..=-10_000 if year % 1000 == 0 => format!("{} BCE", threes(year.unsigned_abs())),
        ..=-9_999 => format!("{} BCE", threes(year.unsigned_abs() + 1)),
        -9_998..=0 => format!("{} BCE", 1 - year),
        1..=999 => format!("{year} CE"),
        1000..=9999 => year.to_string(),
        1_000_000.. if year % 1000 == 0 => format!("{} CE", round(year.unsigned_abs())),
        10_000.. => format!("{} CE", threes(year.unsigned_abs())),
    }
}

/// Thousands as millions or billions: "251.902 million", "13.8 billion".
fn round(number: u64) -> String {
    let (unit, name) = if number >= 1_000_000_000 {
        (1_000_000_000, "billion")
    } else {
        (1_000_000, "million")
    };
    let rest = format!("{:09}", number % unit * (1_000_000_000 / unit));
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    format!("{}{point}{rest} {name}", threes(number / unit))
}

/// Digits in threes: "12,500".
fn threes(number: u64) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", threes(number / 1000), number % 1000)
    }
}

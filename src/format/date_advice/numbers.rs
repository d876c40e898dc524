//! What is nearly EDTF: other numbers of digits, weeks, days of the year, ends in the wrong order,
//! the signs of older drafts.

use super::advice::{Advice, english};
use crate::date::When;
use crate::date::civil::{Day, day, days, month_start};

pub fn near_edtf(text: &str) -> Option<Advice> {
    let readers = [
        typed_with_dashes,
        short_year,
        long_year,
        run_together,
        week,
        day_of_year,
        of_older_drafts,
        swapped,
        no_such_day,
        backwards,
        short_end,
    ];
    readers.into_iter().find_map(|read| read(text))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// "2025–09–04", as word processors make of hyphens.
fn typed_with_dashes(text: &str) -> Option<Advice> {
    let value = text.replace('–', "-");
    let date = value.len() == 10 && value.split('-').all(digits) && text.matches('–').count() > 0;
    if date { Advice::certain(value) } else { None }
}

/// "447" can be of either era, and "-447" is typed for both 447 and 448 BCE.
fn short_year(text: &str) -> Option<Advice> {
    let number = text.strip_prefix('-').unwrap_or(text);
    let year: i64 = number
        .parse()
        .ok()
        .filter(|year| digits(number) && number.len() < 4 && *year > 1)?;
    let before = (format!("-{:04}", year - 1), english().year(1 - year));
    let other = match text.starts_with('-') {
        true => (format!("-{year:04}"), english().year(-year)),
        false => (format!("{year:04}"), english().year(year)),
    };
    Advice::choice(&[other, before])
}

/// Years of more than four digits begin with Y, others do not.
fn long_year(text: &str) -> Option<Advice> {
    let number = text.strip_prefix('y').unwrap_or(text);
    let (sign, figures) = number
        .strip_prefix('-')
        .map_or(("", number), |figures| ("-", figures));
    let figures = figures.replace(',', "");
    if !digits(&figures) || figures == "00000" {
        return None;
    }
    match (figures.len(), text.starts_with('y')) {
        (1..=4, true) => Advice::certain(format!("{sign}{figures:0>4}")),
        (5..=7 | 9..=12, false) => Advice::certain(format!("Y{sign}{figures}")),
        _ => None,
    }
}

/// "20250904".
fn run_together(text: &str) -> Option<Advice> {
    let date = text.len() == 8 && digits(text);
    if date {
        Advice::certain(format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]))
    } else {
        None
    }
}

/// "2024-W20": a week lasts from Monday to Sunday; the first has 4 January in it.
fn week(text: &str) -> Option<Advice> {
    let (year, rest) = text.split_once("-w")?;
    let (week, weekday) = rest
        .split_once('-')
        .map_or((rest, None), |(week, day)| (week, Some(day)));
    let year: i64 = year.parse().ok().filter(|_| year.len() == 4)?;
    let week: i64 = week.parse().ok().filter(|week| (1..=53).contains(week))?;
    let fourth = days(Day {
        year,
        month: 1,
        day: 4,
    });
    // 1970-01-01 was a Thursday.
    let monday = fourth - (fourth + 3.0).rem_euclid(7.0) + ((week - 1) * 7) as f64;
    if let Some(weekday) = weekday {
        let weekday: u8 = weekday
            .parse()
            .ok()
            .filter(|weekday| (1..=7).contains(weekday))?;
        return Advice::certain(iso(monday + f64::from(weekday) - 1.0));
    }
    let (first, last) = (iso(monday), iso(monday + 6.0));
    Advice::choice(&[
        (format!("{first}/{last}"), "all that week".into()),
        (format!("[{first}..{last}]"), "one day of that week".into()),
    ])
}

/// "2024-135" is the 135th day of 2024.
fn day_of_year(text: &str) -> Option<Advice> {
    let (year, number) = text.split_once('-')?;
    let fits = digits(year) && year.len() == 4 && digits(number) && number.len() == 3;
    let (year, number): (i64, u16) = (year.parse().ok().filter(|_| fits)?, number.parse().ok()?);
    let at = month_start(year, 1) + f64::from(number) - 1.0;
    if number > 0 && day(at).year == year {
        Advice::certain(iso(at))
    } else {
        None
    }
}

fn iso(at: f64) -> String {
    let Day { year, month, day } = day(at);
    format!("{year:04}-{month:02}-{day:02}")
}

/// "199u", "198?", "1985/open", "unknown/1985", "1991/present".
fn of_older_drafts(text: &str) -> Option<Advice> {
    if let Some((start, end)) = text.split_once('/') {
        let side = |side: &str| match side.trim() {
            "open" | "present" | "now" | "today" | "ongoing" => "..".to_owned(),
            "unknown" | "uuuu" => String::new(),
            other => other.replace('u', "x").to_uppercase(),
        };
        return Advice::certain(format!("{}/{}", side(start), side(end)));
    }
    let marks = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_digit() || b"ux?".contains(&byte))
    };
    let year =
        text.len() == 4 && marks(text) && text.starts_with(|first: char| first.is_ascii_digit());
    let parts = text
        .split('-')
        .all(|part| (part.len() == 2 || part.len() == 4) && marks(part) && !part.contains('?'));
    if year || parts {
        Advice::certain(text.replace(['u', 'x', '?'], "X"))
    } else {
        None
    }
}

/// Year, day and month: "2025-31-12".
fn swapped(text: &str) -> Option<Advice> {
    let [year, day, month] = three(text)?;
    if day > 12 && (1..=12).contains(&month) {
        Advice::certain(format!("{year:04}-{month:02}-{day:02}"))
    } else {
        None
    }
}

fn three(text: &str) -> Option<[u16; 3]> {
    let parts: Vec<u16> = text
        .split('-')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let parts: [u16; 3] = parts.try_into().ok()?;
    text.split('-')
        .next()
        .is_some_and(|year| year.len() == 4)
        .then_some(parts)
}

/// "2025-02-30", "2025-13".
fn no_such_day(text: &str) -> Option<Advice> {
    if let Some([year, month @ 1..=12, day]) = three(text) {
        let (year, next) = (i64::from(year), i64::from(month) + 1);
        let length = month_start(year, next) - month_start(year, next - 1);
        let name = english().when(&format!("{year:04}-{month:02}")).ok()?;
        return if f64::from(day) > length {
            Advice::only(format!("{} has {length} days", name.words()))
        } else {
            None
        };
    }
    let (year, month) = text.split_once('-')?;
    let month: u8 = month
        .parse()
        .ok()
        .filter(|_| month.len() == 2 && year.len() == 4 && digits(year))?;
    let late: u8 = year[2..].parse().ok()?;
    (month > late).then_some(()).map_or_else(
        || {
            Advice::only(format!(
                "the months are `{year}-01` to `{year}-12`, the seasons `{year}-21` to `{year}-24`"
            ))
        },
        |()| None,
    )
}

/// The end before the start.
fn backwards(text: &str) -> Option<Advice> {
    let (start, end) = text.split_once('/')?;
    let value = format!("{end}/{start}").to_uppercase();
    let whole = |side: &str| When::parse(&side.to_uppercase()).is_ok();
    if whole(start) && whole(end) {
        Advice::certain(value)?.noting(", the earlier date first")
    } else {
        None
    }
}

/// "4/9/25".
fn short_end(text: &str) -> Option<Advice> {
    let parts: Vec<&str> = text.split(['/', '.']).collect();
    let short = parts.len() == 3 && parts.iter().all(|part| digits(part) && part.len() <= 2);
    if short {
        Advice::only(
            "write the year with four digits, and year, month and day in this order: `2025-09-04`",
        )
    } else {
        None
    }
}

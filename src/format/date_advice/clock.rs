//! Times of day as people note them: "2024-05-14 18:00", "14 May 2024, 6 pm", "18:00–19:30". Knows
//! no other dates.

use super::advice::Advice;
use super::text::behind;
use super::values;
use crate::date::When;
use crate::date::civil::{Day, day, days};

/// A time of day, its zone as EDTF writes it, and what stands behind it.
struct Time<'t> {
    clock: (u32, u32, u32),
    /// It has a fraction of a second.
    fraction: bool,
    zone: String,
    rest: &'t str,
}

pub fn time(text: &str) -> Option<Advice> {
    let colon = text.find(':')?;
    let start = text[..colon]
        .trim_end_matches(|digit: char| digit.is_ascii_digit())
        .len();
    let iso = text[..start].ends_with('t')
        && text[..start - 1].ends_with(|last: char| last.is_ascii_digit());
    let date = text[..start - usize::from(iso)]
        .trim_end()
        .trim_end_matches(" at")
        .trim_end_matches([',', ' ']);
    let time = read(&text[start..], iso)?;
    let (hour, minute, second) = time.clock;
    if !(hour < 24 && minute < 60 && second < 61 || time.clock == (24, 0, 0)) {
        return Advice::only("the hours of a day are 00 to 23, the minutes and seconds 00 to 59");
    }
    let span = behind(time.rest, &["–", "-", "/", "to ", "until ", "bis "]).is_some();
    let clock = format!("{:02}:{minute:02}:{second:02}", hour % 24);
    if date.is_empty() {
        let spans = if span {
            ", and EDTF has no spans of times of day"
        } else {
            ""
        };
        return Advice::only(format!("a time needs its day{spans}: `2024-05-14T{clock}`"));
    }
    let date = plain_day(date)?;
    let date = if hour == 24 { next(&date)? } else { date };
    let value = format!("{date}T{clock}{}", time.zone);
    if When::parse(&value).is_err() {
        return None;
    }
    match time.rest {
        "" if time.fraction => Advice::only(format!(
            "write `{value}`: EDTF has no fractions of a second"
        )),
        "" => Advice::certain(value),
        _ if span => Advice::only(format!(
            "EDTF has no spans of times of day: write the start, `{value}`, and tell the end in `text`, or make two events"
        )),
        _ if time.zone.is_empty() => Advice::only(format!(
            "write `{value}`, with its shift from UTC behind it where that is known: `{value}+02:00`"
        )),
        _ => None,
    }
}

fn read(text: &str, iso: bool) -> Option<Time<'_>> {
    let (hour, rest) = number(text)?;
    let (minute, rest) = number(rest.strip_prefix(':')?)?;
    let (second, rest) = rest.strip_prefix(':').and_then(number).unwrap_or((0, rest));
    let (fraction, rest) = match rest.strip_prefix(['.', ',']) {
        Some(part) if part.starts_with(|digit: char| digit.is_ascii_digit()) => (
            true,
            part.trim_start_matches(|digit: char| digit.is_ascii_digit()),
        ),
        _ => (false, rest),
    };
    let rest = rest.trim();
    let (hour, rest) = match (behind(rest, &["pm", "p.m."]), behind(rest, &["am", "a.m."])) {
        (Some(rest), _) if hour <= 12 => (hour % 12 + 12, rest),
        (None, Some(rest)) if hour <= 12 => (hour % 12, rest),
        _ => (hour, behind(rest, &["uhr"]).unwrap_or(rest)),
    };
    let (zone, rest) = zone(rest, iso);
    Some(Time {
        clock: (hour, minute, second),
        fraction,
        zone,
        rest,
    })
}

/// One or two digits.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// "Z", "UTC", "+0200", "UTC+2"; a minus may only be one where the time stands in ISO form, for
/// elsewhere it is a dash.
fn zone(text: &str, iso: bool) -> (String, &str) {
    let (named, rest) = match behind(text, &["utc", "gmt", "z"]) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if rest.is_empty() {
        return (if named { "Z".into() } else { String::new() }, rest);
    }
    let sign = rest
        .chars()
        .next()
        .filter(|sign| *sign == '+' || (*sign == '-' && (iso || named)));
    let Some(sign) = sign else {
        return (String::new(), text);
    };
    let digits: String = rest[1..]
        .chars()
        .filter(|character| *character != ':')
        .collect();
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return (String::new(), text);
    }
    let (hours, minutes) = if digits.len() > 2 {
        digits.split_at(digits.len() - 2)
    } else {
        (digits.as_str(), "00")
    };
    (format!("{sign}{hours:0>2}:{minutes}"), "")
}

/// The day in EDTF, if it is one.
fn plain_day(text: &str) -> Option<String> {
    let value = values::one(text)?;
    let day = value.len() == 10
        && value
            .split('-')
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    day.then_some(value)
}

fn next(date: &str) -> Option<String> {
    let parts: Vec<i64> = date
        .split('-')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [year, month, of_month] = parts[..] else {
        return None;
    };
    let Day { year, month, day } = day(days(Day {
        year,
        month: month as u8,
        day: of_month as u8,
    }) + 1.0);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

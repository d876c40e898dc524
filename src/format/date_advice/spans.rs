//! Spans of time in words: "3–6 Sept 2025", "from 1801 to 1812", and what is said once for both
//! ends.

use super::advice::Advice;
use super::months;
use super::text::behind;
use super::values::one;
use super::years::era;

/// "3–6 Sept 2025", "September 3–6, 2025", "447–432 BC", "from 1801 to 1812", "1801–1812".
pub(super) fn span(text: &str) -> Option<Advice> {
    let text = behind(text, &["from ", "von "]).unwrap_or(text);
    let breaks = [
        " – ",
        "–",
        " - ",
        " to ",
        " until ",
        " through ",
        " bis ",
        "-",
    ];
    let (start, end) = breaks.iter().find_map(|mark| text.split_once(mark))?;
    let (start, end) = (start.trim(), end.trim());
    let [start, end] = shared_month(start, end)
        .or_else(|| shared_era(start, end))
        .or_else(|| shared_rest(start, end))
        .unwrap_or([start.into(), end.into()]);
    Advice::certain(format!("{}/{}", one(&start)?, one(&full(&start, &end))?))
}

/// The month and the year that stand once: behind both days, or around them.
fn shared_month(start: &str, end: &str) -> Option<[String; 2]> {
    let is_day = |word: &str| {
        (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (first, rest) = end.split_once(' ')?;
    let bare = |word: &str| word.trim_end_matches(['.', ',']).to_owned();
    if is_day(start.trim_end_matches('.')) && rest.split(' ').any(months::is_month) {
        return Some([format!("{} {rest}", bare(start)), end.to_owned()]);
    }
    let (month, day) = start.split_once(' ')?;
    (months::is_month(month) && is_day(day) && is_day(&bare(first))).then(|| {
        [
            format!("{day} {month} {rest}"),
            format!("{} {month} {rest}", bare(first)),
        ]
    })
}

/// "447–432 BC": the era stands once.
fn shared_era(start: &str, end: &str) -> Option<[String; 2]> {
    let (number, before_ours) = era(end)?;
    let bare = start.bytes().all(|byte| byte.is_ascii_digit());
    let era = if before_ours { "bce" } else { "ce" };
    bare.then(|| [format!("{start} {era}"), format!("{number} {era}")])
}

/// "5th–4th century BC": all behind the first word stands once.
fn shared_rest(start: &str, end: &str) -> Option<[String; 2]> {
    let (_, rest) = end.split_once(' ')?;
    let whole = format!("{start} {rest}");
    (!start.contains(' ') && one(start).is_none() && one(&whole).is_some())
        .then(|| [whole, end.to_owned()])
}

/// "1914–18": the end of a year of the same century.
fn full(start: &str, end: &str) -> String {
    let digits = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if digits(start, 4) && digits(end, 2) {
        format!("{}{end}", &start[..2])
    } else {
        end.to_owned()
    }
}

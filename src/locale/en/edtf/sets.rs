//! Several dates in words: one of them ("1667 or 1668", "one year from 1801 to 1812") or all
//! ("every year from 1801 to 1812").

use super::dates;
use crate::locale::en::calendar::{month_name, year_words};
use crate::locale::en::join::{from_to, listed};
use edtf_core::{Date, DateField, Precision, Set, SetElement, SetKind, YearKind};

/// A range of at most so many is told one by one.
const FEW: usize = 4;

pub fn of(set: &Set) -> String {
    let elements: Vec<SetElement> = set.elements.iter().flat_map(few).collect();
    let mut words: Vec<String> = elements
        .iter()
        .map(|element| of_element(element, set.kind))
        .collect();
    for (at, pair) in elements.windows(2).enumerate() {
        let [SetElement::Date(one), SetElement::Date(next)] = pair else {
            continue;
        };
        if let Some(shared) = shared(one, next)
            && let Some(short) = words[at].strip_suffix(&shared)
        {
            words[at] = short.to_owned();
        }
    }
    let and = match set.kind {
        SetKind::AllMembers => "and",
        SetKind::OneMember => "or",
    };
    together(&words, and)
}

/// What has an "or" or an "and" of its own stands behind a comma: "January or February 1760, or
/// December 1760 or later".
fn together(words: &[String], and: &str) -> String {
    let long = |words: &String| {
        [" or ", " and ", " from "]
            .iter()
            .any(|word| words.contains(word))
    };
    match words.iter().position(long) {
        None => listed(words, and),
        Some(_) if words.len() == 1 => words[0].clone(),
        Some(first) => {
            let mut pieces = vec![listed(&words[..first], and)];
            pieces.extend_from_slice(&words[first..]);
            pieces.retain(|piece| !piece.is_empty());
            pieces.join(&format!(", {and} "))
        }
    }
}

/// Month and year, or the year, that a date shares with the next one, with which it is said.
fn shared(one: &Date, next: &Date) -> Option<String> {
    let sure =
        |date: &Date| !(date.is_uncertain() || date.is_approximate() || date.has_unspecified());
    let month = |date: &Date| date.month.and_then(DateField::value);
    let year = one
        .year
        .value()
        .filter(|year| Some(*year) == next.year.value())?;
    match (one.precision(), next.precision()) {
        _ if !(sure(one) && sure(next)) => None,
        (Precision::Day, Precision::Day) if month(one) == month(next) => {
            Some(format!(" {} {}", month_name(month(one)?), year_words(year)))
        }
        (Precision::Day, Precision::Day) | (Precision::Month, Precision::Month) => {
            Some(format!(" {}", year_words(year)))
        }
        (Precision::Year | Precision::Month | Precision::Season | Precision::Day, _) => None,
    }
}

fn of_element(element: &SetElement, kind: SetKind) -> String {
    match (element, kind) {
        (SetElement::Date(date), _) => dates::of(date),
        (SetElement::OnOrBefore(date), SetKind::OneMember) => {
            format!("{} or earlier", dates::of(date))
        }
        (SetElement::OnOrAfter(date), SetKind::OneMember) => {
            format!("{} or later", dates::of(date))
        }
        (SetElement::OnOrBefore(date), SetKind::AllMembers) => {
            format!("{} and every earlier {}", dates::of(date), grain(date))
        }
        (SetElement::OnOrAfter(date), SetKind::AllMembers) => {
            format!("{} and every later {}", dates::of(date), grain(date))
        }
        (SetElement::Range(start, end), kind) => {
            let which = if kind == SetKind::OneMember {
                "one"
            } else {
                "every"
            };
            format!(
                "{which} {} {}",
                grain(start),
                from_to(&dates::of(start), &dates::of(end))
            )
        }
    }
}

fn grain(date: &Date) -> &'static str {
    match date.precision() {
        Precision::Year => "year",
        Precision::Month => "month",
        Precision::Season => "season",
        Precision::Day => "day",
    }
}

/// The members of a short range, each by itself.
fn few(element: &SetElement) -> Vec<SetElement> {
    let SetElement::Range(start, end) = element else {
        return vec![*element];
    };
    let mut members = vec![*start];
    while members.len() <= FEW && members.last() != Some(end) {
        let Some(next) = members.last().and_then(next) else {
            break;
        };
        members.push(next);
    }
    if members.last() == Some(end) && members.len() <= FEW {
        members.into_iter().map(SetElement::Date).collect()
    } else {
        vec![*element]
    }
}

/// The next year, month or day within the same century, year or month.
fn next(date: &Date) -> Option<Date> {
    let mut next = *date;
    match (&mut next.day, &mut next.month, &mut next.year.kind) {
        (Some(day), ..) => count_on(&mut day.digits)?,
        (None, Some(month), _) => count_on(&mut month.digits)?,
        (
            None,
            None,
            YearKind::Standard {
                negative: false,
                digits,
            },
        ) => count_on(digits)?,
        (None, None, _) => return None,
    }
    Some(next)
}

/// One more, in the last two digits.
fn count_on(digits: &mut [Option<u8>]) -> Option<()> {
    let [.., tens, ones] = digits else {
        return None;
    };
    let number = tens.unwrap_or_default() * 10 + (*ones)? + 1;
    if number > 99 {
        return None;
    }
    (*tens, *ones) = (Some(number / 10), Some(number % 10));
    Some(())
}

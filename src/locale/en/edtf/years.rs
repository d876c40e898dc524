//! Years in words, with digits left out or not: "the 1990s", "the 5th century BCE", "some year from
//! 450 to 441 BCE".

use crate::date::year_range;
use crate::locale::en::calendar::year_words;
use crate::locale::en::join::from_to;
use edtf_core::{Year, YearKind};

/// A year as it stands behind a month or a season.
pub enum Behind {
    /// "1985", so that "April 1985".
    Known(String),
    /// "year from 1500 to 1599", so that "April of some year from 1500 to 1599".
    Some(String),
    Unknown,
}

/// A year that stands alone.
pub fn alone(year: &Year) -> String {
    match behind(year) {
        Behind::Known(words) => words,
        Behind::Unknown => "year unknown".into(),
        Behind::Some(rest) => named(year).unwrap_or_else(|| format!("some {rest}")),
    }
}

pub fn behind(year: &Year) -> Behind {
    let YearKind::Standard { negative, digits } = year.kind else {
        return Behind::Known(long(year));
    };
    if let Some(year) = year.value() {
        return Behind::Known(year_words(year));
    }
    if digits == [None; 4] {
        return Behind::Unknown;
    }
    Behind::Some(match decade(negative, digits) {
        Some(decade) => format!("year of {decade}"),
        // Of a year without a millennium the bounds say nothing.
        None if digits[0].is_none() => format!("year{}", ending(negative, digits)),
        None => format!("year {}{}", between(year), ending(negative, digits)),
    })
}

/// "from 450 to 441 BCE": the first and the last year that it can be.
fn between(year: &Year) -> String {
    let (first, last) = year_range(year).unwrap_or_default();
    from_to(&year_words(first), &year_words(last))
}

fn long(year: &Year) -> String {
    match (year.value(), year.kind) {
        (Some(year), _) => year_words(year),
        (
            None,
            YearKind::Exponential {
                significand,
                exponent,
            },
        ) => format!("the year {significand} × 10^{exponent}"),
        (None, YearKind::Big { .. } | YearKind::Standard { .. }) => "year unknown".into(),
    }
}

/// What has a name of its own: decades and centuries, and the few years of which one digit in the
/// middle is missing.
fn named(year: &Year) -> Option<String> {
    let YearKind::Standard { negative, digits } = year.kind else {
        return None;
    };
    decade(negative, digits)
        .or_else(|| century(negative, digits))
        .or_else(|| ten_years(negative, digits))
}

/// "the 1990s". Those of the years before our era do not begin with a round year, so that they have
/// no such name.
fn decade(negative: bool, digits: [Option<u8>; 4]) -> Option<String> {
    let [Some(a), Some(b), Some(c), None] = digits else {
        return None;
    };
    match [a, b, c] {
        _ if negative => None,
        [0, 0, 0 | 1] => None,
        [0, 0, c] => Some(format!("the {c}0s CE")),
        [0, b, c] => Some(format!("the {b}{c}0s CE")),
        [a, b, c] => Some(format!("the {a}{b}{c}0s")),
    }
}

/// "the 20th century", "the 6th century CE"; the years −499 to −400 are 500 to 401 BCE: "the 5th
/// century BCE".
fn century(negative: bool, digits: [Option<u8>; 4]) -> Option<String> {
    let [Some(a), Some(b), None, None] = digits else {
        return None;
    };
    let number = a * 10 + b + 1;
    let era = if negative {
        " BCE"
    } else if number <= 10 {
        " CE"
    } else {
        ""
    };
    Some(format!("the {} century{era}", ordinal(number)))
}

/// "one of 2004, 2014, … 2094".
fn ten_years(negative: bool, digits: [Option<u8>; 4]) -> Option<String> {
    let missing = digits.iter().filter(|digit| digit.is_none()).count();
    if negative || missing != 1 || digits[0].is_none() || digits[3].is_none() {
        return None;
    }
    let with = |fill: u8| {
        digits
            .iter()
            .fold(0, |sum, digit| sum * 10 + i64::from(digit.unwrap_or(fill)))
    };
    let [first, second, last] = [0, 1, 9].map(|fill| year_words(with(fill)));
    Some(format!("one of {first}, {second}, … {last}"))
}

/// What is known of the digits behind those that are missing: " that ends in 99".
fn ending(negative: bool, digits: [Option<u8>; 4]) -> String {
    let known = |digits: &[Option<u8>]| {
        digits
            .iter()
            .flatten()
            .map(ToString::to_string)
            .collect::<String>()
    };
    let last = digits
        .iter()
        .rposition(Option::is_none)
        .map_or(0, |at| at + 1);
    let first = digits.iter().position(Option::is_none).unwrap_or(0);
    let gap = digits[first..last].iter().all(Option::is_none);
    match known(&digits[last..]) {
        rest if gap && rest.is_empty() => String::new(),
        rest if gap && !negative => format!(" that ends in {rest}"),
        _ => {
            let form = digits
                .map(|digit| digit.map_or("X".into(), |digit| digit.to_string()))
                .concat();
            format!(" of the form {}{form}", if negative { "−" } else { "" })
        }
    }
}

fn ordinal(number: u8) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// "the 25th".
pub fn the(number: u8) -> String {
    format!("the {}", ordinal(number))
}

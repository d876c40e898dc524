//! One date in words, as values of EDTF: estimates, parts of a year, days, numbers.

use super::advice::{self, Advice};
use super::months;
use super::text::{before, behind};
use super::years::{century, long_ago, year};
use crate::date::When;
use edtf_normalize::{Language, Note, Options, Outcome, normalize_with};

/// A value and, where there are several, what it means.
pub type Values = Vec<(String, String)>;

pub fn advice(text: &str) -> Option<Advice> {
    Advice::choice(&values(text))
}

/// The one value of a text; `None` where there are several or none.
pub fn one(text: &str) -> Option<String> {
    match &values(text)[..] {
        [(value, _)] => Some(value.clone()),
        _ => None,
    }
}

/// All that a text can mean.
pub fn values(text: &str) -> Values {
    let text = text.trim().trim_start_matches("the ");
    let readers = [
        as_edtf,
        doubtful,
        long_ago,
        century,
        part_of_year,
        year,
        numeric,
    ];
    let single = readers.into_iter().find_map(|read| read(text));
    single.map_or_else(|| plain(text), |value| vec![(value, String::new())])
}

/// What is EDTF but for its case and its spaces.
fn as_edtf(text: &str) -> Option<String> {
    let value = text.to_uppercase().replace(' ', "");
    let first = value.bytes().next()?;
    let begins = first.is_ascii_digit() || b"-Y[{~?%./".contains(&first);
    (begins && When::parse(&value).is_ok()).then_some(value)
}

const ABOUT: [&str; 15] = [
    "circa ",
    "ca. ",
    "ca ",
    "c. ",
    "c ",
    "c.",
    "about ",
    "around ",
    "approx. ",
    "approximately ",
    "roughly ",
    "um ",
    "vers ",
    "etwa ",
    "близько ",
];
const PERHAPS: [&str; 8] = [
    "probably ",
    "possibly ",
    "perhaps ",
    "maybe ",
    "presumably ",
    "wohl ",
    "vermutlich ",
    "peut-être ",
];

fn doubtful(text: &str) -> Option<String> {
    let marked = |rest: &str, mark: char| {
        let value = one(rest)?;
        let sides: Vec<String> = value
            .split('/')
            .map(|side| format!("{side}{mark}"))
            .collect();
        (!value.contains(['[', '{', '~', '?', '%'])).then(|| sides.join("/"))
    };
    if let Some(rest) = behind(text, &ABOUT) {
        return marked(rest, '~');
    }
    let sure = behind(text, &PERHAPS).or_else(|| before(text, &["(?)", "[?]", " ?"]))?;
    marked(sure, '?')
}

/// "Q1 2021", "second half of 2021", "fall of 2021", "winter 2021/22".
fn part_of_year(text: &str) -> Option<String> {
    const PARTS: [(&[&str], u8); 12] = [
        (&["q1 ", "first quarter ", "1st quarter "], 33),
        (&["q2 ", "second quarter ", "2nd quarter "], 34),
        (&["q3 ", "third quarter ", "3rd quarter "], 35),
        (
            &["q4 ", "fourth quarter ", "last quarter ", "4th quarter "],
            36,
        ),
        (&["h1 ", "first half ", "1st half "], 40),
        (&["h2 ", "second half ", "2nd half "], 41),
        (
            &[
                "spring ",
                "frühling ",
                "frühjahr ",
                "printemps ",
                "primavera ",
            ],
            21,
        ),
        (&["summer ", "sommer ", "été ", "verano "], 22),
        (&["autumn ", "fall ", "herbst ", "automne ", "otoño "], 23),
        (&["winter ", "hiver ", "invierno "], 24),
        (&["early spring ", "late spring "], 21),
        (&["весна "], 21),
    ];
    let (rest, code) = PARTS
        .iter()
        .find_map(|(starts, code)| Some((behind(text, starts)?, code)))?;
    let year = behind(rest, &["of ", "in "]).unwrap_or(rest);
    let year = year.split(['/', '–', '-']).next()?;
    (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| format!("{year}-{code}"))
}

/// Numbers of which the order is plain: "09/2025", "2025/9", "04.09.2025", where dots stand behind
/// the day first.
fn numeric(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '.']).collect();
    let number = |part: &&str| part.trim().parse::<u16>().ok().filter(|_| part.len() <= 4);
    let numbers: Vec<u16> = parts.iter().map(number).collect::<Option<_>>()?;
    match (&numbers[..], parts.first()?.len(), parts.last()?.len()) {
        ([month @ 1..=12, year], _, 4) | ([year, month @ 1..=12], 4, _) => {
            Some(format!("{year:04}-{month:02}"))
        }
        ([day, month, year], _, 4) if text.contains('.') && !text.contains('/') => {
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        _ => None,
    }
    .filter(|value| When::parse(value).is_ok())
}

/// Days, months, years and decades as people write them.
fn plain(text: &str) -> Values {
    let english = months::in_english(text);
    let cyrillic = text.chars().any(|letter| ('а'..='я').contains(&letter)) && english == text;
    let language = if cyrillic {
        Language::Russian
    } else {
        Language::English
    };
    match normalize_with(
        &english,
        Options {
            language,
            ..Options::default()
        },
    ) {
        Outcome::Normalized(read) if read.notes.iter().all(|note| is_told_so(*note)) => {
            vec![(read.edtf, String::new())]
        }
        Outcome::Ambiguous(all)
            if all
                .interpretations
                .iter()
                .all(|one| one.notes.iter().all(|note| is_told_so(*note))) =>
        {
            let words = |edtf: &str| {
                advice::english()
                    .when(edtf)
                    .map_or(String::new(), |when| when.words().to_owned())
            };
            all.interpretations
                .into_iter()
                .map(|one| (words(&one.edtf), one.edtf))
                .map(|(words, edtf)| (edtf, words))
                .collect()
        }
        Outcome::Normalized(_) | Outcome::Ambiguous(_) | Outcome::NoMatch { .. } => Vec::new(),
    }
}

/// Whether a reading says what was typed, in our words: not where a word of it was dropped or read
/// as something that lasts.
fn is_told_so(note: Note) -> bool {
    !matches!(
        note,
        Note::ModifierDropped
            | Note::CenturyPartInterval
            | Note::BcCenturyInterval
            | Note::OpenInterval
            | Note::MissingYearMasked
            | Note::OrAlternatives
            | Note::AlreadyValidEdtf
    )
}

//! One date in words, as values of EDTF: years of either era, decades, centuries, seasons, days.
//! Knows no spans and no times.

use super::{Advice, before, behind, months};
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

/// "66 million years ago", "13.8 billion years ago".
fn long_ago(text: &str) -> Option<String> {
    let text = before(text, &[" years ago", " year ago", " years bp"])
        .map(str::to_owned)
        .or_else(|| before(text, &[" mya", " ma"]).map(|number| format!("{number} million")))
        .or_else(|| before(text, &[" bya", " ga"]).map(|number| format!("{number} billion")))?;
    let (number, zeros) = before(&text, &[" million"])
        .map(|number| (number, 6))
        .or_else(|| before(&text, &[" billion"]).map(|number| (number, 9)))?;
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{}{part}", whole.replace(',', ""));
    let fits =
        part.len() <= zeros && digits.len() < 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let digits = digits.trim_start_matches('0');
    (fits && !digits.is_empty()).then(|| format!("Y-{digits}{}", "0".repeat(zeros - part.len())))
}

const BEFORE_OUR_ERA: [&str; 10] = [
    "bce",
    "bc",
    "b.c.e.",
    "b.c.",
    "v. chr.",
    "v. chr",
    "v.chr.",
    "av. j.-c.",
    "a.c.",
    "до н. е.",
];
const OUR_ERA: [&str; 8] = [
    "ce",
    "ad",
    "c.e.",
    "a.d.",
    "n. chr.",
    "n. chr",
    "ap. j.-c.",
    "н. е.",
];

/// A text without its era, and whether that is before ours; `None` where none is named.
pub fn era(text: &str) -> Option<(&str, bool)> {
    let bare = behind(text, &["ad ", "a.d. ", "ce "]);
    before(text, &BEFORE_OUR_ERA)
        .map(|rest| (rest, true))
        .or_else(|| before(text, &OUR_ERA).map(|rest| (rest, false)))
        .or_else(|| bare.map(|rest| (rest, false)))
}

/// "447 BC" is the year −446: there is a year 0, which is 1 BCE.
fn year(text: &str) -> Option<String> {
    let (number, before_ours) = era(text)?;
    if let Some(decade) = number.strip_suffix('s') {
        let first: i64 = decade.parse().ok().filter(|_| before_ours)?;
        // The 440s BC are 449 to 440 BC, which are no ten years with the same digits in EDTF.
        return (first % 10 == 0 && first < 9_000)
            .then(|| format!("[-{:04}..-{:04}]", first + 8, (first - 1).max(1)));
    }
    let number = number.replace(',', "");
    let digits =
        !number.is_empty() && number.len() <= 7 && number.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = number.parse().ok().filter(|number| digits && *number > 0)?;
    Some(match (number, before_ours) {
        (10_000.., true) if number % 1000 == 0 => format!("Y-{number}"),
        (10_001.., true) => format!("Y-{}", number - 1),
        (1, true) => "0000".into(),
        (_, true) => format!("-{:04}", number - 1),
        (10_000.., false) => format!("Y{number}"),
        (_, false) => format!("{number:04}"),
    })
}

const CENTURY: [&str; 13] = [
    " century",
    " cent.",
    " c.",
    " siècle",
    " s.",
    " jahrhundert",
    " jh.",
    " jhdt.",
    " siglo",
    " secolo",
    " eeuw",
    " століття",
    " ст.",
];
const ORDINALS: [&str; 21] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
];

/// "6th century", "XVI century", "5. Jahrhundert v. Chr."; the 5th century BCE is −499 to −400,
/// `-04XX`.
pub fn century(text: &str) -> Option<String> {
    let (text, before_ours) = era(text).unwrap_or((text, false));
    let number = before(text, &CENTURY).or_else(|| behind(text, &["siglo ", "secolo ", "s. "]))?;
    let number = number.trim_end_matches('-').trim();
    let ordinal = ORDINALS
        .iter()
        .position(|word| *word == number)
        .map(|at| at + 1);
    let arabic = || {
        before(
            number,
            &["th", "st", "nd", "rd", ".", "e", "ème", "º", "-е"],
        )
        .unwrap_or(number)
        .parse()
        .ok()
    };
    let roman = || roman(before(number, &["th", "e", "ème", "."]).unwrap_or(number));
    let number: usize = ordinal
        .or_else(arabic)
        .or_else(roman)
        .filter(|number| (1..=99).contains(number))?;
    Some(format!(
        "{}{:02}XX",
        if before_ours { "-" } else { "" },
        number - 1
    ))
}

fn roman(text: &str) -> Option<usize> {
    let value = |letter: char| match letter {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let values: Vec<usize> = text.chars().map(value).collect::<Option<_>>()?;
    let plus = |at: usize| values.get(at + 1).is_none_or(|next| *next <= values[at]);
    let (more, less): (usize, usize) = (0..values.len()).fold((0, 0), |(more, less), at| {
        if plus(at) {
            (more + values[at], less)
        } else {
            (more, less + values[at])
        }
    });
    more.checked_sub(less).filter(|number| *number > 0)
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
                super::english()
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

//! Years, decades and centuries in words, of either era: "447 BC", "XVI century".

use super::text::{before, behind};

/// "66 million years ago", "13.8 billion years ago".
pub(super) fn long_ago(text: &str) -> Option<String> {
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
pub(super) fn year(text: &str) -> Option<String> {
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

//! Quotation marks, by language. A quotation travels with its marks, so that the page's program has
//! no table of them.

/// Outer marks, then inner ones, each an opening and a closing one.
type Marks = [&'static str; 4];

const ENGLISH: Marks = ["“", "”", "‘", "’"];

/// By language or by language and region or script, from the delimiters of CLDR 47; where it has
/// the same marks within as without (`fr`, `nl`), the others that are usual there. French has a
/// narrow space within its marks, which does not break.
const BY_LANGUAGE: [(&str, Marks); 19] = [
    ("am fa gsw az-arab az-cyrl", ["«", "»", "‹", "›"]),
    ("ar ur syr ms-arab", ["”", "“", "’", "‘"]),
    (
        "ast br ca el eu ie it kab kk lij mg pt-pt sc sq ti es-us",
        ["«", "»", "“", "”"],
    ),
    ("be cv ky ru sah uk", ["«", "»", "„", "“"]),
    ("bg lt", ["„", "“", "„", "“"]),
    ("bs", ["„", "”", "‘", "’"]),
    (
        "cs de dsb et hr hsb is lb mk sk sl bs-cyrl",
        ["„", "“", "‚", "‘"],
    ),
    ("fi he rn sn sv", ["”", "”", "’", "’"]),
    ("fr", ["«\u{202F}", "\u{202F}»", "“", "”"]),
    (
        "fr-ch",
        ["«\u{202F}", "\u{202F}»", "‹\u{202F}", "\u{202F}›"],
    ),
    ("hu", ["„", "”", "»", "«"]),
    ("hy", ["«", "»", "«", "»"]),
    ("ja yue zh-hant zh-hk zh-mo zh-tw", ["「", "」", "『", "』"]),
    ("ka", ["„", "“", "«", "»"]),
    ("nl tn nso ia", ["‘", "’", "“", "”"]),
    ("no nb nn rw", ["«", "»", "‘", "’"]),
    ("pl ro", ["„", "”", "«", "»"]),
    ("shi zgh", ["«", "»", "„", "”"]),
    ("sr", ["„", "”", "’", "’"]),
];

/// The text between the quotation marks of a language (a BCP 47 tag), with those in it turned: “He
/// said ‘no’.”
pub fn quoted(text: &str, lang: &str) -> String {
    let marks = of(lang);
    [marks[0], &turned(text, &marks), marks[1]].concat()
}

/// The marks of the language with its script or region, or else of the language alone.
fn of(lang: &str) -> Marks {
    let lang = lang.to_ascii_lowercase().replace('_', "-");
    let language = lang.split('-').next().unwrap_or_default();
    let find = |tag: &str| {
        BY_LANGUAGE
            .iter()
            .find(|(tags, _)| tags.split(' ').any(|one| one == tag))
    };
    let parts = lang
        .split('-')
        .skip(1)
        .map(|part| [language, "-", part].concat());
    let found = parts
        .chain([language.to_owned()])
        .find_map(|tag| find(&tag).map(|(_, marks)| *marks));
    found.unwrap_or(ENGLISH)
}

/// A quotation within a text: where its marks stand, and how deep within others.
struct Pair {
    open: usize,
    close: usize,
    depth: usize,
}

/// The text as it stands within outer marks: each quotation in it has the marks of its depth.
fn turned(text: &str, marks: &Marks) -> String {
    let mut changes: Vec<(usize, bool, &str)> = Vec::new();
    for Pair { open, close, depth } in pairs(text, marks) {
        let first = if depth % 2 == 0 { 2 } else { 0 };
        changes.push((open, true, marks[first]));
        changes.push((close, false, marks[first + 1]));
    }
    changes.sort_by_key(|(at, ..)| *at);
    let (mut turned, mut done) = (String::new(), 0);
    for (at, opens, mark) in changes {
        let behind = at + text[at..].chars().next().map_or(0, char::len_utf8);
        // The marks bring their own spaces.
        match opens {
            true => {
                turned += &text[done..at];
                done = behind + (text[behind..].len() - text[behind..].trim_start().len());
            }
            false => {
                turned += text[done..at].trim_end();
                done = behind;
            }
        }
        turned += mark;
    }
    turned + &text[done..]
}

/// The quotations within a text, by marks of this language and by straight ones.
fn pairs(text: &str, marks: &Marks) -> Vec<Pair> {
    let bare = |mark: &str| {
        mark.chars()
            .find(|letter| !letter.is_whitespace())
            .unwrap_or('"')
    };
    let kinds = [
        (bare(marks[0]), bare(marks[1])),
        (bare(marks[2]), bare(marks[3])),
        ('"', '"'),
    ];
    let (mut open, mut found): (Vec<(usize, char)>, Vec<Pair>) = (Vec::new(), Vec::new());
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let next = text[at + letter.len_utf8()..].chars().next();
        let inside = open
            .iter()
            .rposition(|(_, closing)| *closing == letter && !within_a_word(letter, before, next));
        let starts = kinds.iter().find(|(opening, closing)| {
            *opening == letter && (opening != closing || begins(before))
        });
        match (inside, starts) {
            // A mark that may be both closes what is open, unless a word begins with it.
            (Some(index), start) if start.is_none() || !begins(before) => {
                let (from, _) = open[index];
                open.truncate(index);
                found.push(Pair {
                    open: from,
                    close: at,
                    depth: index,
                });
            }
            (_, Some((_, closing))) => open.push((at, *closing)),
            _ => {}
        }
        before = Some(letter);
    }
    found
}

/// Whether what stands here begins a word.
fn begins(before: Option<char>) -> bool {
    before.is_none_or(|letter| letter.is_whitespace() || "([{–—-/«„“‘‚‹”’\"".contains(letter))
}

/// Whether a mark is an apostrophe: l’eau, the ’90s.
fn within_a_word(mark: char, before: Option<char>, next: Option<char>) -> bool {
    let joins = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    matches!(mark, '’' | '‘') && joins(next) && (joins(before) || begins(before))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    fn check(lang: &str, text: &str, expected: &str) {
        assert_eq!(quoted(text, lang), expected, "{lang}");
    }

    #[test]
    fn each_language_has_its_own_marks() {
        check("en-GB", "no", "“no”");
        check("tlh", "no", "“no”");
        check("de-AT", "nein", "„nein“");
        check("fr", "non", "«\u{202F}non\u{202F}»");
        check("fr-CH", "non", "«\u{202F}non\u{202F}»");
        check("uk", "ні", "«ні»");
        check("ru", "нет", "«нет»");
        check("sv", "nej", "”nej”");
        check("ja", "否", "「否」");
        check("zh", "不", "“不”");
        check("zh-Hant-TW", "不", "「不」");
        check("zh-TW", "不", "「不」");
        check("pt", "não", "“não”");
        check("pt-PT", "não", "«não»");
        check("ar", "لا", "”لا“");
        check("nb", "nei", "«nei»");
    }

    #[test]
    fn marks_within_are_turned() {
        check("en", "He said “no”, and left", "“He said ‘no’, and left”");
        check("en", "He said \"no\"", "“He said ‘no’”");
        check("en", "“No”, he said", "“‘No’, he said”");
        check(
            "en",
            "He wrote “she said ‘no’ twice”",
            "“He wrote ‘she said “no” twice’”",
        );
        check(
            "de",
            "Das ist „kein Spaß“, sagt sie",
            "„Das ist ‚kein Spaß‘, sagt sie“",
        );
        check("de", "Wir sind ‚müde‘", "„Wir sind ‚müde‘“");
        check(
            "fr",
            "c’est « une honte »",
            "«\u{202F}c’est “une honte”\u{202F}»",
        );
        check(
            "fr",
            "L’« affaire » du siècle ?",
            "«\u{202F}L’“affaire” du siècle ?\u{202F}»",
        );
        check("sv", "Han sa ”nej” igen", "”Han sa ’nej’ igen”");
        check("uk", "Він сказав «ні»", "«Він сказав „ні“»");
        check("ja", "彼は「いいえ」と言った", "「彼は『いいえ』と言った」");
        check("pl", "To „nie” jest", "„To «nie» jest”");
    }

    #[test]
    fn an_apostrophe_closes_nothing() {
        check(
            "en",
            "It isn’t “the residents’ plan”",
            "“It isn’t ‘the residents’ plan’”",
        );
        check(
            "nl",
            "‘Ons plan’, zegt ’t college, foto’s incluis",
            "‘“Ons plan”, zegt ’t college, foto’s incluis’",
        );
        check(
            "fr",
            "l’eau et l’« île »",
            "«\u{202F}l’eau et l’“île”\u{202F}»",
        );
        check("sv", "Lars’ bil", "”Lars’ bil”");
    }

    #[test]
    fn what_is_no_pair_stays() {
        check("en", "5\" and 6\" wide", "“5\" and 6\" wide”");
        check("en", "open “ only", "“open “ only”");
        check("de", "Er sagte “no”", "„Er sagte “no”“");
        check("en", "", "“”");
    }
}

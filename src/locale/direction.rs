//! Which way a language is written, and a text within it.

/// Which way a language is written: by its script where the tag names one, else by the languages
/// whose usual script runs to the left.
pub fn direction(lang: &str) -> &'static str {
    const SCRIPTS: [&str; 11] = [
        "adlm", "arab", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi",
    ];
    const LANGUAGES: [&str; 14] = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ];
    let lang = lang.to_ascii_lowercase();
    let mut subtags = lang.split('-');
    let language = subtags.next().unwrap_or_default();
    let leftwards = match subtags
        .find(|tag| tag.len() == 4 && tag.bytes().all(|byte| byte.is_ascii_alphabetic()))
    {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&language),
    };
    if leftwards { "rtl" } else { "ltr" }
}

/// Whether a text has letters that run against the lines around it, so that it must be isolated
/// from what stands beside it.
pub fn runs_against(text: &str, leftwards: bool) -> bool {
    text.chars().any(|letter| match leftwards {
        true => {
            letter.is_ascii_alphanumeric()
                || letter > '\u{BF}' && !is_leftwards(letter) && !is_a_sign(letter)
        }
        false => is_leftwards(letter),
    })
}

/// The text for where there are no elements, between the characters that isolate it if it has to
/// be.
pub fn isolated(text: &str, leftwards: bool) -> String {
    let marks = if runs_against(text, leftwards) {
        ["\u{2068}", "\u{2069}"]
    } else {
        [""; 2]
    };
    [marks[0], text, marks[1]].concat()
}

/// Punctuation and symbols, which take the direction of what is around them.
fn is_a_sign(letter: char) -> bool {
    matches!(letter, '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}')
}

/// Letters of scripts that are written to the left, and characters that turn the line.
fn is_leftwards(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8FF}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(langs: &[&str], expected: &str) {
        for lang in langs {
            assert_eq!(direction(lang), expected, "{lang}");
        }
    }

    #[test]
    fn the_script_decides_the_direction_before_the_language() {
        check(
            &[
                "ar",
                "AR-eg",
                "he",
                "fa-IR",
                "ur",
                "az-Arab",
                "ks-Arab-IN",
                "yi",
            ],
            "rtl",
        );
        check(
            &[
                "en",
                "uk",
                "de-CH",
                "az",
                "ar-Latn",
                "he-Latn-IL",
                "zh-Hant-TW",
                "sl-nedis",
                "",
            ],
            "ltr",
        );
    }

    #[test]
    fn only_what_runs_the_other_way_is_isolated() {
        for (text, in_english, in_arabic) in [
            ("Smith & Co. (2)", false, true),
            ("משרד החוץ", true, false),
            ("190 م", true, true),
            ("邹虎", false, true),
            ("–", false, false),
        ] {
            assert_eq!(
                [false, true].map(|leftwards| runs_against(text, leftwards)),
                [in_english, in_arabic],
                "{text}"
            );
        }
    }
}

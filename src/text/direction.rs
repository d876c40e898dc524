//! Which way a language is written. Knows nothing but its tag.

/// Which way a language is written: by its script where the tag names one, else by the languages whose usual script runs to the left.
pub fn direction(lang: &str) -> &'static str {
    const SCRIPTS: [&str; 11] =
        ["adlm", "arab", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi"];
    const LANGUAGES: [&str; 14] =
        ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];
    let lang = lang.to_ascii_lowercase();
    let mut subtags = lang.split('-');
    let language = subtags.next().unwrap_or_default();
    let leftwards = match subtags.find(|tag| tag.len() == 4 && tag.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&language),
    };
    if leftwards { "rtl" } else { "ltr" }
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
        check(&["ar", "AR-eg", "he", "fa-IR", "ur", "az-Arab", "ks-Arab-IN", "yi"], "rtl");
        check(&["en", "uk", "de-CH", "az", "ar-Latn", "he-Latn-IL", "zh-Hant-TW", "sl-nedis", ""], "ltr");
    }
}

//! What editors write for the words of the format: other words for keys and values, names of
//! languages, and keys for what a story does not have. Tables only.

use super::near;

/// Keys by what editors call them. Where a table has several of the second, the first of these
/// counts.
const KEYS: [(&str, &[&str]); 22] = [
    ("headline", &["title"]),
    ("heading", &["title"]),
    ("language", &["lang"]),
    ("locale", &["lang"]),
    ("version", &["format"]),
    ("summary", &["standfirst", "text", "about"]),
    ("subtitle", &["standfirst"]),
    ("intro", &["standfirst"]),
    ("lead", &["standfirst"]),
    ("description", &["about", "text", "standfirst", "question"]),
    ("bio", &["about"]),
    ("body", &["text"]),
    ("content", &["text"]),
    ("type", &["kind"]),
    ("aliases", &["also"]),
    ("side", &["stance"]),
    ("date", &["when", "updated"]),
    ("time", &["when"]),
    ("start", &["when"]),
    ("quotation", &["quote"]),
    ("link", &["url"]),
    ("website", &["url"]),
];

/// Words by what editors call them: of `evidence`, of `tone` and of `tense`.
const WORDS: [(&str, &[&str]); 11] = [
    (
        "quoted",
        &[
            "said",
            "says",
            "quote",
            "quotation",
            "verbatim",
            "cited",
            "citation",
        ],
    ),
    (
        "reported",
        &[
            "stated",
            "states",
            "claimed",
            "claim",
            "announced",
            "fact",
            "confirmed",
            "news",
        ],
    ),
    (
        "inferred",
        &[
            "inference",
            "implied",
            "assumed",
            "assumption",
            "interpretation",
            "analysis",
            "opinion",
            "deduced",
        ],
    ),
    (
        "forecast",
        &[
            "prediction",
            "predicted",
            "expected",
            "prognosis",
            "projection",
            "planned",
            "possible",
        ],
    ),
    (
        "context",
        &[
            "background",
            "external",
            "public",
            "outside",
            "added",
            "known",
        ],
    ),
    (
        "for",
        &[
            "positive",
            "pro",
            "supports",
            "support",
            "friendly",
            "supportive",
            "allied",
            "good",
        ],
    ),
    (
        "against",
        &[
            "negative", "con", "contra", "opposes", "oppose", "hostile", "opposed", "critical",
            "bad",
        ],
    ),
    ("neutral", &["none", "mixed", "neither", "unclear"]),
    ("past", &["before", "history", "earlier", "background"]),
    ("now", &["present", "current", "today", "ongoing"]),
    (
        "future",
        &["upcoming", "planned", "next", "later", "expected", "after"],
    ),
];

/// Languages by their English name and by their own.
const LANGUAGES: [(&str, &[&str]); 30] = [
    ("en", &["english", "eng"]),
    ("de", &["german", "deutsch", "ger", "deu"]),
    ("fr", &["french", "français", "francais", "fre", "fra"]),
    (
        "es",
        &["spanish", "español", "espanol", "castellano", "spa"],
    ),
    ("it", &["italian", "italiano", "ita"]),
    ("pt", &["portuguese", "português", "portugues", "por"]),
    ("nl", &["dutch", "nederlands", "nld"]),
    ("pl", &["polish", "polski", "pol"]),
    ("cs", &["czech", "čeština", "cesky"]),
    ("sk", &["slovak", "slovenčina"]),
    ("uk", &["ukrainian", "українська", "ua", "ukr"]),
    ("ru", &["russian", "русский", "rus"]),
    ("ar", &["arabic", "العربية", "ara"]),
    ("he", &["hebrew", "עברית", "heb"]),
    ("fa", &["persian", "farsi", "فارسی"]),
    ("tr", &["turkish", "türkçe", "turkce", "tur"]),
    ("el", &["greek", "ελληνικά"]),
    ("hu", &["hungarian", "magyar"]),
    ("ro", &["romanian", "română"]),
    ("bg", &["bulgarian", "български"]),
    ("sv", &["swedish", "svenska"]),
    ("da", &["danish", "dansk"]),
    ("nb", &["norwegian", "norsk"]),
    ("fi", &["finnish", "suomi"]),
    ("ja", &["japanese", "日本語", "jp"]),
    ("zh", &["chinese", "中文", "cn"]),
    ("ko", &["korean", "한국어"]),
    ("hi", &["hindi", "हिन्दी"]),
    ("th", &["thai", "ไทย"]),
    ("id", &["indonesian", "bahasa indonesia"]),
];

/// The key that is meant by another word for it, among those that a table has.
pub(super) fn key<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let word = word.to_lowercase();
    let (_, keys) = KEYS.iter().find(|(other, _)| *other == word)?;
    keys.iter()
        .find_map(|key| known.iter().find(|known| *known == key))
        .copied()
}

/// The word that is meant by another one, among those that may stand here.
pub(super) fn word<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let word = word.trim().to_lowercase();
    let mut all = WORDS
        .iter()
        .filter(|(_, others)| others.contains(&word.as_str()));
    all.find_map(|(meant, _)| known.iter().find(|known| *known == meant))
        .copied()
}

/// What to say of a word that may mean two of the format.
pub(super) fn doubtful(word: &str, known: &[&str]) -> Option<String> {
    let said = ["said", "says"].contains(&word.trim().to_lowercase().as_str())
        && known.contains(&"quoted");
    said.then(|| {
        "write `quoted`, and the words in `quote`; or `reported`, where the words themselves are not given".into()
    })
}

/// What to say of a key for something that stories do not have.
pub(super) fn without(key: &str) -> Option<&'static str> {
    Some(match key.to_lowercase().as_str() {
        "image" | "img" | "picture" | "photo" | "portrait" | "logo" | "flag" | "icon"
        | "avatar" | "thumbnail" | "media" | "video" | "audio" => {
            "stories have no pictures, sounds or films yet: take this line out"
        }
        "color" | "colour" => "colours are given by stance and tone: take this line out",
        "url" | "link" | "website" | "homepage" | "href" => {
            "only [source] and [[reference]] have a link: give the address there, or take this line out"
        }
        "when" | "date" | "since" | "until" | "from_date" | "to_date" | "start" | "end"
        | "time" => {
            "dates are not known here yet: say when in `text`, or tell it as an [[event]] with `when`"
        }
        "quote_lang" | "translation" | "speaker" | "original" => {
            "quotations have no language, translation or speaker of their own yet: say it in `text`"
        }
        "order" | "weight" | "size" | "position_x" | "x" | "y" => {
            "places and sizes follow from the story: take this line out"
        }
        _ => return None,
    })
}

/// The language tag that is meant: by a name of the language, by `_` for `-`, by a wrong case.
pub fn language(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    if let Some((tag, _)) = LANGUAGES
        .iter()
        .find(|(_, names)| names.contains(&lower.as_str()))
    {
        return Some((*tag).into());
    }
    // `en_GB.UTF-8`, as systems write it.
    let tag = lower
        .split('.')
        .next()
        .unwrap_or_default()
        .replace('_', "-");
    let (language, region) = tag.split_once('-')?;
    let letters = |part: &str, count: usize| {
        part.len() == count && part.bytes().all(|b| b.is_ascii_lowercase())
    };
    (letters(language, 2) && letters(region, 2))
        .then(|| format!("{language}-{}", region.to_uppercase()))
}

/// What to say of a word that is none of those that may stand here, and which of them is certainly
/// meant.
pub fn word_hint<'w>(word: &str, words: &[&'w str]) -> (String, Option<&'w str>) {
    let near = near::nearest(word.trim(), words);
    match near.or_else(|| self::word(word, words)) {
        Some(meant) if near.is_some() => (near::did_you_mean(meant), Some(meant)),
        Some(meant) => (
            format!("write `{meant}`; it is one of {}", near::words(words)),
            Some(meant),
        ),
        None => (format!("it is one of {}", near::words(words)), None),
    }
}

#[cfg(test)]
mod tests {
    use super::{key, language, word};

    #[test]
    fn other_words_lead_to_those_of_the_format() {
        assert_eq!(key("Headline", &["id", "title"]), Some("title"));
        assert_eq!(key("description", &["text", "label"]), Some("text"));
        assert_eq!(key("description", &["id"]), None);
        assert_eq!(word("Present", &["past", "now", "future"]), Some("now"));
        assert_eq!(word("planned", &["past", "now", "future"]), Some("future"));
        assert_eq!(word("planned", &["quoted", "forecast"]), Some("forecast"));
        assert_eq!(word("green", &["past"]), None);
    }

    #[test]
    fn a_language_is_given_as_its_tag() {
        let tags = [
            "English",
            "en_GB",
            "pt_br",
            "Deutsch",
            "en_US.UTF-8",
            "Klingon",
            "en",
        ]
        .map(language);
        let tags: Vec<_> = tags.iter().map(Option::as_deref).collect();
        assert_eq!(
            tags,
            [
                Some("en"),
                Some("en-GB"),
                Some("pt-BR"),
                Some("de"),
                Some("en-US"),
                None,
                None
            ]
        );
    }
}

//! Names of months in languages that `edtf-normalize` does not read.

/// For each month its names and short names in German, French, Spanish, Italian, Portuguese, Dutch
/// and Ukrainian.
const NAMES: [&str; 12] = [
    "januar jänner janvier janv enero gennaio janeiro januari січня січень",
    "februar feber février fevrier févr febrero febbraio fevereiro februari лютого лютий",
    "märz maerz mrz mär mars marzo março maart березня березень",
    "avril avr abril aprile квітня квітень",
    "mai mayo maggio maio mei травня травень",
    "juni juin junio giugno junho червня червень",
    "juli juillet juil julio luglio julho липня липень",
    "août aout agosto augustus серпня серпень",
    "septembre septiembre setiembre settembre setembro вересня вересень",
    "oktober okt octobre octubre ottobre outubro жовтня жовтень",
    "novembre noviembre novembro листопада листопад",
    "dezember dez décembre decembre déc diciembre dicembre dezembro грудня грудень",
];

const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The text with months in English, days without a dot or an ending behind them, and without the
/// "de" between.
pub fn in_english(text: &str) -> String {
    let words = text
        .split(' ')
        .filter(|word| !["de", "del", "den", "of", "року", "р."].contains(word));
    words.map(word).collect::<Vec<_>>().join(" ")
}

fn word(word: &str) -> String {
    let bare = word.trim_end_matches(['.', ',']);
    let month = NAMES
        .iter()
        .position(|names| names.split(' ').any(|name| name == bare));
    if let Some(month) = month {
        return ENGLISH[month].to_owned();
    }
    let day = bare.strip_suffix("er").unwrap_or(bare);
    let is_day = (1..=2).contains(&day.len()) && day.bytes().all(|byte| byte.is_ascii_digit());
    if is_day && !word.ends_with(',') {
        day.to_owned()
    } else {
        word.to_owned()
    }
}

/// Whether a word names a month, in English or in one of the others.
pub fn is_month(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ',']);
    let short =
        bare.len() >= 3 && ENGLISH.iter().any(|month| month.starts_with(bare)) || bare == "sept";
    short
        || NAMES
            .iter()
            .any(|names| names.split(' ').any(|name| name == bare))
}

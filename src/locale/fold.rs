//! Text as a search compares it: without case, accents and other forms of the same letters, so that
//! "zurich" finds Zürich.
//!
//! The browser has Unicode's tables, so that the page's program need not; natively they come from
//! ICU.

/// The letters alone, in small letters.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase().replace('\'', "");
    }
    let mut folded = String::new();
    for letter in small(text).chars() {
        match plain(letter) {
            Some(plain) => folded.push_str(plain),
            None if is_accent(letter) => {}
            None => folded.push(letter),
        }
    }
    folded
}

/// What does not fall apart into a letter and its accent, and what readers may not type at all.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ς' => "σ",
        '\''
        | '’'
        | '‘'
        | 'ʼ'
        | 'ʻ'
        | '\u{640}'
        | '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'..='\u{2069}' => "",
        '‐'..='―' => "-",
        _ => return None,
    })
}

/// Accents, and points that Hebrew and Arabic are mostly written without. Signs of vowels elsewhere
/// are letters.
fn is_accent(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36F}'
            | '\u{591}'..='\u{5C7}'
            | '\u{64B}'..='\u{65F}'
            | '\u{670}'
            | '\u{1DC0}'..='\u{1DFF}'
    )
}

/// Taken apart and in small letters.
#[cfg(not(target_arch = "wasm32"))]
fn small(text: &str) -> String {
    icu_normalizer::DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(&text.to_lowercase())
        .to_lowercase()
}

#[cfg(target_arch = "wasm32")]
fn small(text: &str) -> String {
    js_sys::JsString::from(text)
        .to_lower_case()
        .normalize("NFKD")
        .to_lower_case()
        .into()
}

#[cfg(test)]
mod tests {
    use super::fold;

    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected, "{text}");
    }

    #[test]
    fn accents_and_case_are_nothing() {
        check("Zürich", "zurich");
        check("Zu\u{308}rich", "zurich");
        check("İSTANBUL", "istanbul");
        check("ISPARTA, ılık", "isparta, ilik");
        check("Nguyễn Thị Định", "nguyen thi dinh");
        check("ΑΘΉΝΑ", "αθηνα");
        check("Ёлка", "елка");
    }

    #[test]
    fn letters_of_their_own_are_as_they_are_typed() {
        check("Straße ẞ", "strasse ss");
        check("Łódź", "lodz");
        check("Åre Østergård", "are ostergard");
        check("Ĳsselmeer", "ijsselmeer");
        check("Œuvre, Þór, Đặng, Ærø", "oeuvre, thor, dang, aero");
        check("O’Brien, O'Brien", "obrien, obrien");
        check("Jean‐Luc ﬁx Ｆｕｌｌ", "jean-luc fix full");
    }

    #[test]
    fn vowel_signs_stay() {
        check("हिन्दी", "हिन्दी");
        check("مُحَمَّد", "محمد");
    }
}

//! Grapheme clusters: what readers take for one letter or picture.
//!
//! The page's program cuts text too, and all of Unicode's table would weigh more there than its
//! layout does. So this is the cautious half of the rule: it never parts what Unicode keeps
//! together, and may keep together what Unicode parts. A test holds it to `unicode-segmentation`.

/// The text in pieces, none of which may be cut.
pub fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (cluster, behind) = rest.split_at(first(rest));
        rest = behind;
        (!cluster.is_empty()).then_some(cluster)
    })
}

/// The length of the first cluster in bytes.
fn first(text: &str) -> usize {
    let mut letters = text.char_indices();
    let Some((_, start)) = letters.next() else {
        return 0;
    };
    let (mut half_a_flag, mut bound) = (is_half_a_flag(start), binds(start));
    for (at, letter) in letters {
        let (joined, pair) = (joins(letter), half_a_flag && is_half_a_flag(letter));
        if !(joined || bound || pair) {
            return at;
        }
        half_a_flag = is_half_a_flag(letter) && !pair;
        bound = binds(letter) || bound && joined;
    }
    text.len()
}

/// Two of these letters are one flag.
fn is_half_a_flag(letter: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&letter)
}

/// Whether a letter belongs to the one before it: a mark, a joiner, a selector, a tone of skin, the
/// rest of a syllable.
pub(super) fn joins(letter: char) -> bool {
    let code = u32::from(letter);
    match u16::try_from(code) {
        Ok(code) => {
            let after = MARKS.partition_point(|(from, _)| *from <= code);
            after > 0 && code <= MARKS[after - 1].1
        }
        Err(_) => RARE_MARKS
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&code)),
    }
}

/// Whether a letter belongs to the one behind it: joiners, the signs that stack consonants, the
/// start of a Hangul syllable.
fn binds(letter: char) -> bool {
    matches!(letter,
        '\u{200D}' | '\u{94D}' | '\u{9CD}' | '\u{ACD}' | '\u{B4D}' | '\u{C4D}' | '\u{D4D}' | '\u{1039}' | '\u{17D2}'
        | '\u{1A60}' | '\u{1B44}' | '\u{1BAB}' | '\u{A9C0}' | '\u{AAF6}' | '\u{1100}'..='\u{115F}' | '\u{A960}'..='\u{A97C}'
        | '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{70F}' | '\u{890}' | '\u{891}' | '\u{8E2}' | '\u{D4E}'
        | '\u{10A00}'..='\u{11FFF}')
}

/// From Unicode's property Grapheme_Cluster_Break: what extends a cluster. Gaps of one letter are
/// closed.
#[rustfmt::skip]
const MARKS: [(u16, u16); 152] = [
    (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC),
    (0x6DF, 0x6E4), (0x6E7, 0x6ED), (0x711, 0x711), (0x730, 0x74A), (0x7A6, 0x7B0), (0x7EB, 0x7F3), (0x7FD, 0x7FD),
    (0x816, 0x82D), (0x859, 0x85B), (0x897, 0x89F), (0x8CA, 0x903), (0x93A, 0x957), (0x962, 0x963), (0x981, 0x983),
    (0x9BC, 0x9C4), (0x9C7, 0x9C8), (0x9CB, 0x9CD), (0x9D7, 0x9D7), (0x9E2, 0x9E3), (0x9FE, 0x9FE), (0xA01, 0xA03),
    (0xA3C, 0xA42), (0xA47, 0xA48), (0xA4B, 0xA4D), (0xA51, 0xA51), (0xA70, 0xA71), (0xA75, 0xA75), (0xA81, 0xA83),
    (0xABC, 0xACD), (0xAE2, 0xAE3), (0xAFA, 0xB03), (0xB3C, 0xB44), (0xB47, 0xB48), (0xB4B, 0xB4D), (0xB55, 0xB57),
    (0xB62, 0xB63), (0xB82, 0xB82), (0xBBE, 0xBC2), (0xBC6, 0xBCD), (0xBD7, 0xBD7), (0xC00, 0xC04), (0xC3C, 0xC4D),
    (0xC55, 0xC56), (0xC62, 0xC63), (0xC81, 0xC83), (0xCBC, 0xCCD), (0xCD5, 0xCD6), (0xCE2, 0xCE3), (0xCF3, 0xCF3),
    (0xD00, 0xD03), (0xD3B, 0xD4D), (0xD57, 0xD57), (0xD62, 0xD63), (0xD81, 0xD83), (0xDCA, 0xDCA), (0xDCF, 0xDDF),
    (0xDF2, 0xDF3), (0xE31, 0xE3A), (0xE47, 0xE4E), (0xEB1, 0xEBC), (0xEC8, 0xECE), (0xF18, 0xF19), (0xF35, 0xF39),
    (0xF3E, 0xF3F), (0xF71, 0xF87), (0xF8D, 0xFBC), (0xFC6, 0xFC6), (0x102D, 0x103E), (0x1056, 0x1059),
    (0x105E, 0x1060), (0x1071, 0x1074), (0x1082, 0x1086), (0x108D, 0x108D), (0x109D, 0x109D), (0x1160, 0x11FF),
    (0x135D, 0x135F), (0x1712, 0x1715), (0x1732, 0x1734), (0x1752, 0x1753), (0x1772, 0x1773), (0x17B4, 0x17D3),
    (0x17DD, 0x17DD), (0x180B, 0x180F), (0x1885, 0x1886), (0x18A9, 0x18A9), (0x1920, 0x192B), (0x1930, 0x193B),
    (0x1A17, 0x1A1B), (0x1A55, 0x1A62), (0x1A65, 0x1A7C), (0x1A7F, 0x1A7F), (0x1AB0, 0x1ADD), (0x1AE0, 0x1AEB),
    (0x1B00, 0x1B04), (0x1B34, 0x1B44), (0x1B6B, 0x1B73), (0x1B80, 0x1B82), (0x1BA1, 0x1BAD), (0x1BE6, 0x1BF3),
    (0x1C24, 0x1C37), (0x1CD0, 0x1CE8), (0x1CED, 0x1CED), (0x1CF4, 0x1CF4), (0x1CF7, 0x1CF9), (0x1DC0, 0x1DFF),
    (0x200C, 0x200D), (0x20D0, 0x20F0), (0x2CEF, 0x2CF1), (0x2D7F, 0x2D7F), (0x2DE0, 0x2DFF), (0x302A, 0x302F),
    (0x3099, 0x309A), (0xA66F, 0xA67D), (0xA69E, 0xA69F), (0xA6F0, 0xA6F1), (0xA802, 0xA802), (0xA806, 0xA806),
    (0xA80B, 0xA80B), (0xA823, 0xA827), (0xA82C, 0xA82C), (0xA880, 0xA881), (0xA8B4, 0xA8C5), (0xA8E0, 0xA8F1),
    (0xA8FF, 0xA8FF), (0xA926, 0xA92D), (0xA947, 0xA953), (0xA980, 0xA983), (0xA9B3, 0xA9C0), (0xA9E5, 0xA9E5),
    (0xAA29, 0xAA36), (0xAA43, 0xAA43), (0xAA4C, 0xAA4D), (0xAA7C, 0xAA7C), (0xAAB0, 0xAAB4), (0xAAB7, 0xAAB8),
    (0xAABE, 0xAAC1), (0xAAEB, 0xAAEF), (0xAAF5, 0xAAF6), (0xABE3, 0xABED), (0xD7B0, 0xD7C6), (0xD7CB, 0xD7FB),
    (0xFB1E, 0xFB1E), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xFF9E, 0xFF9F),
];

/// The same beyond the first 65,536 letters: scripts that hardly anybody writes, with gaps of up to
/// 256 closed.
#[rustfmt::skip]
const RARE_MARKS: [(u32, u32); 20] = [
    (0x101FD, 0x1037A), (0x10A01, 0x10AE6), (0x10D24, 0x10D6D), (0x10EAB, 0x11D97), (0x11EF3, 0x11F5A),
    (0x13440, 0x13455), (0x1611E, 0x1612F), (0x16AF0, 0x16B36), (0x16D63, 0x16D6A), (0x16F4F, 0x16FF1),
    (0x1BC9D, 0x1BC9E), (0x1CF00, 0x1CF46), (0x1D165, 0x1D244), (0x1DA00, 0x1DAAF), (0x1E000, 0x1E136),
    (0x1E2AE, 0x1E2EF), (0x1E4EC, 0x1E6F5), (0x1E8D0, 0x1E94A), (0x1F3FB, 0x1F3FF), (0xE0020, 0xE01EF),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// Each place where this cuts is one where Unicode does.
    fn check(text: &str) {
        let mut cuts = vec![0];
        cuts.extend(
            text.grapheme_indices(true)
                .map(|(at, cluster)| at + cluster.len()),
        );
        let mut at = 0;
        for cluster in clusters(text) {
            at += cluster.len();
            assert!(cuts.contains(&at), "{text:?} is cut behind {cluster:?}");
        }
        assert_eq!(at, text.len());
    }

    #[test]
    fn every_mark_stays_with_its_letter() {
        ('\u{20}'..=char::MAX)
            .filter(|letter| !letter.is_control())
            .for_each(|letter| {
                check(&format!("a{letter}b"));
                check(&format!("{letter}क"));
            });
    }

    #[test]
    fn what_readers_take_for_one_is_one() {
        let whole = [
            "👨‍👩‍👧‍👦",
            "🇺🇦",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "🏳️‍🌈",
            "👍🏽",
            "1️⃣",
            "e\u{301}",
            "T\u{302}",
            "क्ष्म",
            "กำ",
            "한",
        ];
        for one in whole {
            assert_eq!(clusters(one).collect::<Vec<_>>(), [one]);
        }
        assert_eq!(clusters("🇺🇦🇵🇱").collect::<Vec<_>>(), ["🇺🇦", "🇵🇱"]);
        assert_eq!(clusters("café 1").count(), 6);
        assert_eq!(clusters("東京都").count(), 3);
    }

    proptest! {
        #[test]
        fn nothing_is_cut_where_unicode_does_not(text in "\\PC{0,30}", hard in "[क\u{94D}\u{93C}\u{200D}\u{FE0F}👩🏽🇺🇦e\u{301}\u{1100}\u{1161}\u{600}x ]{0,12}") {
            check(&text);
            check(&hard);
        }
    }
}

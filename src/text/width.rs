//! Estimated width of text in the interface's sans-serif face, without a browser, and wrapping by
//! it.

use super::grapheme::{clusters, joins};

/// Estimated advance width in px of `text` at a font size of `size` px: never less than what common
/// system sans faces need in regular weight.
pub fn width(text: &str, size: f64) -> f64 {
    let advances = if text.is_ascii() {
        text.chars().map(advance).sum()
    } else {
        clusters(text).map(whole).sum::<f64>()
    };
    advances * size / 100.0
}

/// Advance of a grapheme cluster in hundredths of the font size: a flag and a family are one
/// picture, and most marks stand over their letter.
fn whole(cluster: &str) -> f64 {
    let mut letters = cluster.chars();
    let first = letters.next().unwrap_or_default();
    if first >= '\u{1F000}' || cluster.contains('\u{FE0F}') {
        return PICTURE;
    }
    advance(first)
        + letters
            .map(|letter| {
                if joins(letter) {
                    beside(letter)
                } else {
                    advance(letter)
                }
            })
            .sum::<f64>()
}

/// Advance of a mark: signs of vowels stand beside their letter in the scripts of India and around,
/// and in Thai.
fn beside(mark: char) -> f64 {
    match (mark, u32::from(mark) % 0x80) {
        ('\u{900}'..='\u{DFF}', 0x03 | 0x3E..=0x40 | 0x46..=0x4C | 0x57) => 50.0,
        (
            '\u{E33}'
            | '\u{EB3}'
            | '\u{102B}'
            | '\u{102C}'
            | '\u{1031}'
            | '\u{1038}'
            | '\u{17B6}'
            | '\u{17BE}'..='\u{17C8}',
            _,
        ) => 60.0,
        _ => 0.0,
    }
}

/// Advance of an emoji.
const PICTURE: f64 = 140.0;

/// Advances of U+0020 to U+007E in hundredths of the font size: of each the widest among DejaVu
/// Sans, Verdana and Arial.
#[rustfmt::skip]
const ASCII: [u8; 95] = [
    36, 41, 46, 84, 64, 100, 78, 28, 46, 46, 64, 84, 37, 46, 37, 46, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 46, 46, 84, 84, 84, 56,
    102, 69, 69, 73, 78, 67, 62, 78, 76, 43, 51, 70, 56, 87, 75, 79, 67, 79, 73, 69, 62, 74, 69, 99, 69, 67, 69, 46, 46, 46, 84, 64,
    64, 62, 64, 56, 64, 62, 36, 64, 64, 28, 35, 60, 28, 98, 64, 62, 64, 64, 43, 53, 40, 64, 60, 82, 60, 60, 53, 64, 46, 64, 84,
];

/// Advance of one character in hundredths of the font size.
fn advance(character: char) -> f64 {
    match character {
        ' '..='~' => f64::from(ASCII[character as usize - 0x20]),
        '\u{300}'..='\u{36F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}' => 0.0,
        '\u{A0}' | '\u{202F}' => 36.0,
        '’' | '‘' | '·' => 37.0,
        'æ' | 'Æ' | 'œ' | 'Œ' | '—' | '…' | '©' | '®' => 108.0,
        'Ж' | 'М' | 'Ф' | 'Ш' | 'Щ' | 'Ы' | 'Ю' | 'ж' | 'ф' | 'ш' | 'щ' | 'ы' | 'ю' | 'м' => {
            110.0
        }
        'À'..='Þ' | 'Ā'..='ž' | 'Α'..='Ω' | 'А'..='Я' | '\u{600}'..='\u{6FF}' => 84.0,
        '\u{1F000}'..='\u{1FFFF}' => PICTURE,
        '\u{2E80}'.. => 105.0,
        _ => 69.0,
    }
}

/// Breaks `text` at spaces into lines of at most `room` px at `size` px; a word that is longer
/// still is cut where the room ends.
pub fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words(text).flat_map(|word| pieces(word, size, room)) {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(" ", size) + width(word, size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

/// Like [`wrap`], with as many lines, each about as long as the others: "Other European /
/// countries", not "Other / European countries".
pub fn balance(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut best = wrap(text, size, room);
    let mut tighter = room;
    while tighter > size {
        tighter -= size / 2.0;
        let lines = wrap(text, size, tighter);
        if lines.len() > best.len() || words(text).any(|word| width(word, size) > tighter) {
            break;
        }
        best = lines;
    }
    best
}

/// The longest of `lines` in px.
pub fn longest(lines: &[String], size: f64) -> f64 {
    lines
        .iter()
        .map(|line| width(line, size))
        .fold(0.0, f64::max)
}

/// The text where it fits into `room` px, else as much of it as does, and an ellipsis.
pub fn truncate(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        text.to_owned()
    } else {
        shortened(text, size, room)
    }
}

/// Wraps `text` into at most `max_lines` lines; an ellipsis says that more was there.
pub fn wrap_lines(text: &str, size: f64, room: f64, max_lines: usize) -> Vec<String> {
    let mut lines = wrap(text, size, room);
    truncate_lines(&mut lines, size, room, max_lines);
    lines
}

/// Leaves at most `max_lines` of these lines; an ellipsis says that more was there.
pub fn truncate_lines(lines: &mut Vec<String>, size: f64, room: f64, max_lines: usize) {
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(last) = lines.last_mut() {
            *last = shortened(last, size, room);
        }
    }
}

/// Whether lines have all words of a text, none of them cut.
pub fn is_whole(lines: &[String], text: &str) -> bool {
    lines
        .iter()
        .flat_map(|line| line.split_whitespace())
        .eq(text.split_whitespace())
}

/// As much of the text as fits into `room` px with an ellipsis behind it, which says that more was
/// there.
fn shortened(text: &str, size: f64, room: f64) -> String {
    let kept = &text[..fitting(text, size, room - width("…", size))];
    [kept.trim_end(), "…"].concat()
}

/// How many bytes of a text fit into `room` px, cut between its grapheme clusters.
fn fitting(text: &str, size: f64, room: f64) -> usize {
    let (mut used, mut end) = (0.0, 0);
    for cluster in clusters(text) {
        used += width(cluster, size);
        if used > room {
            break;
        }
        end += cluster.len();
    }
    end
}

/// Words between spaces that may break.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let breaks = |letter: char| {
        letter.is_whitespace() && !matches!(letter, '\u{A0}' | '\u{202F}' | '\u{2007}')
    };
    text.split(breaks).filter(|word| !word.is_empty())
}

/// A word in pieces that fit into `room`; whole wherever it fits.
fn pieces(word: &str, size: f64, room: f64) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), word);
    while width(rest, size) > room {
        // At least one cluster a piece, or a room narrower than a letter would never end.
        let first = clusters(rest).next().map_or(0, str::len);
        let cut = fitting(rest, size, room).max(first);
        if cut == rest.len() {
            break;
        }
        pieces.push(&rest[..cut]);
        rest = &rest[cut..];
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn never_narrower_than_dejavu_sans() {
        // Advances of DejaVu Sans 2.37 at 100 px, from its own tables.
        for (text, true_width) in [
            ("Russia", 312.1),
            ("Volunteer coalition", 914.6),
            ("United States", 671.6),
        ] {
            let estimate = width(text, 100.0);
            assert!(
                estimate >= true_width && estimate < true_width * 1.1,
                "{text}: {estimate} for {true_width}"
            );
        }
    }

    #[test]
    fn lines_are_balanced() {
        assert_eq!(
            balance("Other European countries", 12.0, 130.0),
            ["Other European", "countries"]
        );
        assert_eq!(
            balance("Countries of the Global South", 12.0, 130.0),
            ["Countries of the", "Global South"]
        );
        assert_eq!(balance("", 12.0, 130.0), Vec::<String>::new());
    }

    #[test]
    fn a_word_longer_than_the_room_is_cut() {
        assert_eq!(
            wrap("Donaudampfschifffahrt", 12.0, 70.0),
            ["Donaudam", "pfschifffahr", "t"]
        );
        assert_eq!(wrap("ab", 12.0, 1.0), ["a", "b"]);
    }

    #[test]
    fn one_picture_is_as_wide_as_one() {
        let one = width("😀", 100.0);
        for picture in ["🇺🇦", "👨‍👩‍👧‍👦", "👍🏽", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️", "1️⃣"]
        {
            assert_eq!(width(picture, 100.0), one, "{picture}");
        }
        assert_eq!(width("cafe\u{301}", 100.0), width("cafe", 100.0));
        assert!(width("नदी", 100.0) < width("नदह", 100.0));
    }

    #[test]
    fn nothing_that_readers_take_for_one_is_cut() {
        assert_eq!(truncate("🇺🇦🇵🇱🇩🇪", 10.0, 30.0), "🇺🇦…");
        assert_eq!(
            truncate("e\u{301}e\u{301}e\u{301}", 10.0, 18.0),
            "e\u{301}…"
        );
        assert_eq!(truncate("fits", 10.0, 100.0), "fits");
        assert_eq!(wrap("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 10.0, 15.0), ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]);
        assert_eq!(wrap("« une honte »", 10.0, 60.0), ["« une", "honte »"]);
    }

    proptest! {
        #[test]
        fn wrapping_keeps_every_letter_and_the_room(text in "\\PC{0,60}", room in 20.0..200.0) {
            let lines = wrap(&text, 12.0, room);
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            // What is one to readers is not cut, however little room there is.
            let whole = |line: &String| clusters(line).count() == 1;
            prop_assert!(lines.iter().all(|line| whole(line) || width(line, 12.0) <= room + 0.001));
        }
    }
}

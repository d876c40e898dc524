//! Decodes the bytes of a file: text in UTF-8, in another encoding, or no text at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::ops::Range;

/// Some editors write it before UTF-8; it is not text.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The first bytes of files that are not text.
const FOREIGN: [(&[u8], &str); 9] = [
    (
        b"PK\x03\x04",
        "a word processor’s document or another packed file (ZIP)",
    ),
    (b"\xD0\xCF\x11\xE0", "a document of an old word processor"),
    (b"{\\rtf", "a word processor’s document (RTF)"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xFF\xD8\xFF", "an image"),
    (b"GIF8", "an image"),
    (b"\x1F\x8B", "a packed file (gzip)"),
    (b"SQLite format", "a database"),
];

/// A file's text, as far as it has one.
pub struct Decoded {
    /// With its own line ends, but with line feeds in place of single carriage returns.
    pub text: String,
    pub problem: Option<Problem>,
}

/// Why a file cannot be accepted as it is.
pub struct Problem {
    /// The part of the text to show.
    pub at: Range<usize>,
    /// As the end of a sentence: `is a PDF`.
    pub what: String,
}

/// Decodes bytes. Text that is not UTF-8 is decoded as what it seems to be, so that the rest can be
/// checked too.
pub fn decode(bytes: &[u8]) -> Decoded {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if let Some((_, what)) = FOREIGN.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Decoded {
            text: String::new(),
            problem: Some(Problem {
                at: 0..0,
                what: format!("is {what}"),
            }),
        };
    }
    if let Some(encoding) = utf_16(bytes) {
        let text = lines(encoding.decode(bytes).0.into_owned());
        let at = 0..text.find(['\r', '\n']).unwrap_or(text.len());
        let what = "is in UTF-16, which Windows calls “Unicode”".into();
        return Decoded {
            text,
            problem: Some(Problem { at, what }),
        };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: lines(text.into()),
            problem: None,
        },
        Err(error) => other(bytes, error.valid_up_to()),
    }
}

/// UTF-16 has a byte order mark, or a zero beside most letters.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding != UTF_8 => return Some(encoding),
        _ => {}
    }
    let start = &bytes[..bytes.len().min(1_000)];
    let zeros = |first: usize| {
        start
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
            * 3
            > start.len()
    };
    match (start.len() > 3 && zeros(0), start.len() > 3 && zeros(1)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// A file of single bytes is in an older encoding; a file with UTF-8 elsewhere is damaged here.
fn other(bytes: &[u8], valid: usize) -> Decoded {
    let mixed = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    let encoding = if mixed { None } else { Some(guess(bytes)) };
    let read = encoding.map(|encoding| (encoding, encoding.decode_without_bom_handling(bytes)));
    let Some((encoding, (text, false))) = read else {
        let text = lines(String::from_utf8_lossy(bytes).into_owned());
        let what = "has bytes here that are not UTF-8".into();
        return Decoded {
            text,
            problem: Some(Problem {
                at: valid..valid + '\u{FFFD}'.len_utf8(),
                what,
            }),
        };
    };
    let (start, letter) = text
        .char_indices()
        .find(|(_, c)| !c.is_ascii())
        .unwrap_or((0, ' '));
    let what = format!(
        "is not in UTF-8, but seems to be in {}, as with “{letter}” here",
        name(encoding)
    );
    let at = start..(start + letter.len_utf8()).min(text.len());
    Decoded {
        text: lines(text.into_owned()),
        problem: Some(Problem { at, what }),
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn name(encoding: &'static Encoding) -> String {
    match encoding.name() {
        "windows-1252" => "Windows-1252 (Latin-1)".into(),
        name => name.replace("windows", "Windows"),
    }
}

/// Old Macs end lines with a carriage return alone.
fn lines(text: String) -> String {
    if text.contains('\r') && !text.contains('\n') {
        text.replace('\r', "\n")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn check(bytes: &[u8], text: &str, what: &str) {
        let decoded = decode(bytes);
        let said = decoded.problem.map(|problem| {
            assert!(
                decoded.text.get(problem.at.clone()).is_some(),
                "{:?} in {:?}",
                problem.at,
                decoded.text
            );
            problem.what
        });
        assert_eq!(
            (decoded.text.as_str(), said.unwrap_or_default().as_str()),
            (text, what)
        );
    }

    #[test]
    fn what_is_not_utf_8_is_said_to_be_what_it_is() {
        check("\u{FEFF}é".as_bytes(), "é", "");
        check(b"one\rtwo\r", "one\ntwo\n", "");
        let latin = "is not in UTF-8, but seems to be in Windows-1252 (Latin-1), as with “é” here";
        check(b"The caf\xE9 is open.", "The café is open.", latin);
        check("é \u{0}".as_bytes(), "é \u{0}", "");
        let utf_16 = "is in UTF-16, which Windows calls “Unicode”";
        let bytes = |swap: bool| {
            "Ab é\n".encode_utf16().flat_map(move |unit| {
                if swap {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
        };
        check(
            &[0xFF, 0xFE]
                .into_iter()
                .chain(bytes(false))
                .collect::<Vec<_>>(),
            "Ab é\n",
            utf_16,
        );
        check(&bytes(true).collect::<Vec<_>>(), "Ab é\n", utf_16);
        check(
            b"\xC3\xA9 and \xFF",
            "é and \u{FFFD}",
            "has bytes here that are not UTF-8",
        );
        check(b"%PDF-1.7 \xFF", "", "is a PDF");
        check(
            b"PK\x03\x04\x14",
            "",
            "is a word processor’s document or another packed file (ZIP)",
        );
    }

    #[test]
    fn any_bytes_are_read() {
        for byte in 0..=255_u8 {
            for bytes in [
                vec![byte],
                vec![byte, byte],
                vec![b'a', byte, b'b'],
                vec![byte; 9],
            ] {
                let decoded = decode(&bytes);
                assert!(
                    decoded
                        .problem
                        .is_none_or(|problem| decoded.text.get(problem.at).is_some()),
                    "{bytes:?}"
                );
            }
        }
    }
}

//! Repairs typing errors that would make a whole `story.toml` unreadable: curly quotation marks
//! around texts, straight ones inside, single backslashes, texts that are not closed, control
//! characters, a flood of brackets. Reports each and mends it in a copy of the same length, so that
//! the rest is read too and keeps its places.

mod curly;
mod quotes;

use super::characters::control;
use super::place::in_story;
use crate::format::diagnostic::{self, Diagnostic, Severity};
use std::ops::Range;

/// More brackets than this outside of texts are on no line of a story.
const MAX_BRACKETS: usize = 2_000;

/// What word processors and keyboards make of quotation marks.
pub(super) const CURLY: [char; 11] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '″', '＂'];

/// A file that can be read on, and what was mended in it.
pub(super) struct Mended {
    pub text: String,
    pub found: Vec<Diagnostic>,
    /// A text is open at the end of the file: what is missing may have been cut off.
    pub torn: bool,
}

pub(super) fn mend(text: &str) -> Mended {
    let mut mender = Mender {
        text,
        copy: text.as_bytes().to_vec(),
        at: 0,
        depth: 0,
        curly: Vec::new(),
        straight: false,
        found: Vec::new(),
        torn: false,
    };
    mender.control_characters();
    while mender.at < text.len() {
        mender.line();
    }
    mender.curly_marks();
    let text = String::from_utf8(mender.copy).unwrap_or_else(|_| text.to_owned());
    Mended {
        text,
        found: mender.found,
        torn: mender.torn,
    }
}

struct Mender<'t> {
    text: &'t str,
    copy: Vec<u8>,
    /// What comes next.
    at: usize,
    /// How many brackets and braces are open.
    depth: usize,
    /// Texts between curly marks: with the marks, and how many bytes the marks have.
    curly: Vec<(Range<usize>, usize, usize)>,
    /// Some text has straight marks.
    straight: bool,
    found: Vec<Diagnostic>,
    torn: bool,
}

impl<'t> Mender<'t> {
    fn add(&mut self, finding: Diagnostic) {
        diagnostic::add(&mut self.found, Severity::Error, || finding);
    }

    fn error(
        &mut self,
        code: &'static str,
        at: Range<usize>,
        message: &str,
        hint: &str,
        text: Option<String>,
    ) {
        diagnostic::add(&mut self.found, Severity::Error, || {
            let finding = Diagnostic::error(code, Some(in_story(&at)), message, hint);
            text.map_or(finding.clone(), |text| finding.replaced_by(text))
        });
    }

    /// Writes spaces over a stretch.
    fn blank(&mut self, at: Range<usize>) {
        self.copy[at].fill(b' ');
    }

    /// Writes one sign over another that may be longer.
    fn put(&mut self, at: Range<usize>, sign: u8) {
        self.blank(at.clone());
        self.copy[at.start] = sign;
    }

    /// One finding for all: a file that is no text is full of them.
    fn control_characters(&mut self) {
        let bad = |byte: &u8| byte.is_ascii_control() && !matches!(byte, b'\n' | b'\r' | b'\t');
        let all: Vec<usize> = self
            .copy
            .iter()
            .enumerate()
            .filter(|(_, byte)| bad(byte))
            .map(|(at, _)| at)
            .collect();
        let Some(&first) = all.first() else { return };
        let name = control(char::from(self.copy[first]));
        let message = match all.len() {
            1 => format!("story.toml contains the control character {name}"),
            count => {
                format!("story.toml contains {count} control characters, the first of them {name}")
            }
        };
        all.iter().for_each(|at| self.copy[*at] = b' ');
        self.error(
            "control-character",
            first..first + 1,
            &message,
            "take it out: it cannot be shown",
            None,
        );
    }

    /// Reads what stands outside of texts, up to the end of the line.
    fn line(&mut self) {
        let start = self.at;
        if self
            .rest()
            .trim_start_matches([' ', '\t', '['])
            .starts_with(|c: char| c.is_ascii_alphabetic())
        {
            self.depth = 0;
        }
        if self.depth == 0
            && self
                .rest()
                .trim_start_matches([' ', '\t'])
                .starts_with(['{', '}'])
        {
            return self.pasted(start);
        }
        let mut brackets = 0;
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            match byte {
                b'\n' => break,
                b'#' => self.at = self.line_end(self.at),
                b'"' => self.basic(),
                b'\'' => self.literal(),
                b'[' | b'{' => {
                    (self.depth, brackets, self.at) = (self.depth + 1, brackets + 1, self.at + 1)
                }
                b']' | b'}' => {
                    (self.depth, brackets, self.at) =
                        (self.depth.saturating_sub(1), brackets + 1, self.at + 1)
                }
                byte if byte.is_ascii() => self.at += 1,
                _ => self.foreign(start),
            }
        }
        if brackets > MAX_BRACKETS {
            self.flood(start, brackets);
        }
        self.at += 1;
    }

    /// A block between braces where a key should begin: JSON, or a style sheet.
    fn pasted(&mut self, start: usize) {
        let mut open = 0_usize;
        let closes = self.text.as_bytes()[start..].iter().position(|byte| {
            open = match byte {
                b'{' => open + 1,
                b'}' => open.saturating_sub(1),
                _ => open,
            };
            open == 0 && *byte == b'}'
        });
        self.torn |= closes.is_none();
        self.at = closes.map_or(self.text.len(), |length| self.line_end(start + length));
        let at = start..self.text[..self.at].trim_end().len().max(start + 1);
        let hint = "take it out, or write it as TOML: `[[actor]]`, and below it lines such as `name = \"…\"`";
        self.error(
            "not-toml",
            at,
            "this looks like JSON or code, not like TOML",
            hint,
            None,
        );
        self.put(start..self.at, b'#');
        self.at += 1;
    }

    fn flood(&mut self, start: usize, brackets: usize) {
        let message = format!("this line is no TOML: it has {brackets} brackets and braces");
        self.error(
            "not-toml",
            start..self.at,
            &message,
            "take it out, or write each value on a line of its own",
            None,
        );
        self.put(start..self.at, b'#');
        self.depth = 0;
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn line_end(&self, from: usize) -> usize {
        self.text[from..]
            .find('\n')
            .map_or(self.text.len(), |length| from + length)
    }

    /// Whether a text may end before this place: nothing follows on the line, or what separates it
    /// from the next.
    fn ends(&self, at: usize) -> bool {
        match self.text[at..]
            .trim_start_matches([' ', '\t', '\r'])
            .chars()
            .next()
        {
            None | Some('\n' | '#' | '=') => true,
            Some(',' | ']' | '}') => self.depth > 0,
            Some(_) => false,
        }
    }

    /// The first of the marks from here on, on this line, behind which a text may end.
    fn closing(&self, from: usize, marks: &[char]) -> Option<Range<usize>> {
        let line = &self.text[from..self.line_end(from)];
        let each = line
            .char_indices()
            .filter(|(_, c)| *c == '"' || marks.contains(c));
        each.map(|(at, c)| from + at..from + at + c.len_utf8())
            .find(|mark| self.ends(mark.end))
    }

    fn literal(&mut self) {
        let long = self.rest().starts_with("'''");
        let (open, close) = if long { (3, "'''") } else { (1, "'") };
        let start = self.at + open;
        let end = if long {
            self.text.len()
        } else {
            self.line_end(start)
        };
        self.at = self.text[start..end]
            .find(close)
            .map_or(end, |length| start + length + close.len());
    }
}

#[cfg(test)]
mod tests;

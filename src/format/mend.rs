//! Slips of the keyboard that would tear a whole `story.toml`: curly quotation marks around texts,
//! straight ones inside, single backslashes, texts that are not closed, control characters, a flood
//! of brackets. Names each and mends it in a copy of the same length, so that the rest is read too
//! and keeps its places. Knows no key and no value.

use super::in_story;
use crate::format::diagnostic::{self, Diagnostic, Severity};
use std::ops::Range;

/// So many brackets outside of texts stand on no line of a story.
const FLOOD: usize = 2_000;

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
        let name = super::control(char::from(self.copy[first]));
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
        if brackets > FLOOD {
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

    /// A text between straight marks.
    fn basic(&mut self) {
        self.straight = true;
        if self.rest().starts_with("\"\"\"") {
            return self.long();
        }
        let start = self.at;
        let end = self.line_end(start);
        let (close, escapes) = self.scan(start + 1, end, "\"");
        match close {
            Some(close) if self.ends(close + 1) || self.text[close + 1..].starts_with(':') => {
                self.at = close + 1
            }
            Some(close) => self.quoted_inside(start, close),
            None => self.unclosed(start, end),
        }
        self.backslashes(start, escapes);
    }

    fn long(&mut self) {
        let start = self.at;
        let (close, escapes) = self.scan(start + 3, self.text.len(), "\"\"\"");
        match close {
            Some(close) => {
                let more = self.text[close + 3..]
                    .bytes()
                    .take_while(|byte| *byte == b'"')
                    .count();
                self.at = close + 3 + more;
            }
            None => {
                self.error(
                    "unclosed-text",
                    start..start + 3,
                    "this text is not closed",
                    "close it with `\"\"\"`",
                    None,
                );
                (self.at, self.torn) = (self.text.len(), true);
                self.blank(start..self.text.len());
                self.copy[start] = b'#';
            }
        }
        self.backslashes(start, escapes);
    }

    /// Where a text closes, and its backslashes that begin no escape.
    fn scan(&self, start: usize, end: usize, close: &str) -> (Option<usize>, Vec<usize>) {
        let (mut at, mut bad) = (start, Vec::new());
        while at < end {
            match self.text.as_bytes()[at] {
                b'\\' if escape(&self.text[at + 1..end]) => at += 2,
                b'\\' => {
                    bad.push(at);
                    at += 1;
                }
                b'"' if self.text[at..].starts_with(close) => return (Some(at), bad),
                _ => at += 1,
            }
        }
        (None, bad)
    }

    /// Marks inside of a text end it too early.
    fn quoted_inside(&mut self, start: usize, first: usize) {
        let Some(close) = self.closing(first + 1, &[]) else {
            self.at = self.line_end(start);
            return;
        };
        let marks = self.text[first..close.start]
            .match_indices('"')
            .map(|(at, _)| first + at);
        let inner: Vec<usize> = marks.filter(|at| self.bare(*at)).collect();
        let last = inner.last().copied().unwrap_or(first);
        let (mut escaped, mut from) = (String::new(), first);
        for at in &inner {
            escaped += &self.text[from..*at];
            escaped += "\\\"";
            from = at + 1;
            self.copy[*at] = b'\'';
        }
        let message = "a straight quotation mark inside of a text ends it";
        let hint = "inside of a text write “ and ”, or `\\\"`";
        self.error(
            "quote-in-text",
            first..last + 1,
            message,
            hint,
            Some(escaped),
        );
        self.at = close.end;
    }

    /// Whether no backslash stands before it.
    fn bare(&self, at: usize) -> bool {
        !self.text[..at].ends_with('\\')
    }

    fn unclosed(&mut self, start: usize, end: usize) {
        let line = self.text[start..end].trim_end();
        let stop = start + line.len();
        self.at = end;
        if let Some(mark) = self
            .closing(start + 1, &CURLY)
            .filter(|mark| !self.closes_another(start, mark))
        {
            self.at = mark.end;
            return self.curly_text(start..mark.end, 1, mark.len());
        }
        if let Some(close) = self.goes_on(end) {
            let text = format!("\"\"{}\"\"", &self.text[start..close]);
            let hint = "write it on one line, or put `\"\"\"` before and behind it";
            self.error(
                "unclosed-text",
                start..close,
                "this text goes on in the next line",
                hint,
                Some(text),
            );
            for at in start..close {
                if matches!(self.copy[at], b'\n' | b'\r') {
                    self.copy[at] = b' ';
                }
            }
            self.at = close;
            return;
        }
        let hint = "close it with the mark `\"` at its end";
        self.error(
            "unclosed-text",
            start..stop,
            "this text is not closed",
            hint,
            Some(format!("{line}\"")),
        );
        self.torn |= end == self.text.len();
        match line[1..].char_indices().next_back() {
            Some((at, last)) => self.put(start + 1 + at..start + 1 + at + last.len_utf8(), b'"'),
            None => self.put(start..start + 1, b'0'),
        }
    }

    /// Whether a curly mark belongs to one that opens inside of the text.
    fn closes_another(&self, start: usize, mark: &Range<usize>) -> bool {
        let inside = &self.text[start + 1..mark.start];
        let count = |marks: &[char]| inside.chars().filter(|c| marks.contains(c)).count();
        count(&['“', '„', '«', '‘']) > count(&['”', '»', '’'])
    }

    /// Behind the mark that closes a text some lines below, before anything else begins.
    fn goes_on(&self, mut from: usize) -> Option<usize> {
        for _ in 0..20 {
            let line = self.text.get(from + 1..)?.split('\n').next()?;
            let words = line.trim();
            if words.is_empty() || words.starts_with(['[', '#']) || words.contains('=') {
                return None;
            }
            if let Some(at) = words.find('"') {
                let closes = at + 1 == words.len();
                return closes.then(|| from + 1 + line.trim_end().len());
            }
            from = self.line_end(from + 1);
        }
        None
    }

    fn backslashes(&mut self, start: usize, bad: Vec<usize>) {
        let (Some(first), true) = (bad.first(), self.at > start) else {
            return;
        };
        let end = self.at.min(self.text.len());
        let raw = &self.text[start..end];
        let sign = self.text[first + 1..]
            .chars()
            .next()
            .filter(|c| !c.is_control())
            .unwrap_or(' ');
        let message =
            format!("a backslash in a text begins an escape such as `\\n`, but `\\{sign}` is none");
        let doubled = raw
            .replace("\\\\", "\\")
            .replace("\\\"", "\"")
            .replace('\\', "\\\\");
        let inner = doubled
            .get(1..doubled.len().saturating_sub(1))
            .unwrap_or_default()
            .replace('"', "\\\"");
        let text =
            (!raw.starts_with("\"\"\"") && raw.ends_with('"')).then(|| format!("\"{inner}\""));
        self.error(
            "bad-escape",
            start..end,
            &message,
            "write each backslash twice: `\\\\`",
            text,
        );
        bad.iter().for_each(|at| self.copy[*at] = b'/');
    }

    /// Something that is not ASCII, outside of texts: a curly mark where a value or a key begins
    /// opens a text.
    fn foreign(&mut self, line: usize) {
        let c = self.rest().chars().next().unwrap_or_default();
        let before = self.text[line..self.at].trim_end().chars().next_back();
        let begins = before.is_none_or(|before| matches!(before, '=' | '[' | ',' | '{'));
        if !CURLY.contains(&c) || !begins {
            self.at += c.len_utf8();
            return;
        }
        match self.closing(self.at + c.len_utf8(), &CURLY) {
            Some(close) => {
                self.curly_text(self.at..close.end, c.len_utf8(), close.len());
                self.at = close.end;
            }
            None => self.at = self.line_end(self.at),
        }
    }

    fn curly_text(&mut self, at: Range<usize>, open: usize, close: usize) {
        let (first, last) = (at.start + open, at.end - close);
        for at in first..last {
            match self.copy[at] {
                b'"' => self.copy[at] = b'\'',
                b'\\' => self.copy[at] = b'/',
                _ => {}
            }
        }
        self.blank(at.start..first);
        self.copy[first - 1] = b'"';
        self.put(last..at.end, b'"');
        self.curly.push((at, open, close));
    }

    /// One finding for the whole file, with all that is to be written.
    fn curly_marks(&mut self) {
        let (Some(first), Some(last)) = (self.curly.first(), self.curly.last()) else {
            return;
        };
        let at = first.0.start..last.0.end;
        let (mut written, mut from) = (String::new(), at.start);
        for (text, open, close) in &self.curly {
            written += &self.text[from..text.start];
            let inner = &self.text[text.start + open..text.end - close];
            written += &format!("\"{}\"", inner.replace('\\', "\\\\").replace('"', "\\\""));
            from = text.end;
        }
        let message = match (self.curly.len(), self.straight) {
            (1, _) => "the quotation marks around this text are curly".into(),
            (count, true) => {
                format!("{count} texts have curly quotation marks around them, here the first")
            }
            (count, false) => {
                format!("all quotation marks are curly, around {count} texts, here the first")
            }
        };
        let hint = "replace “ and ” around a text by the straight mark `\"`; inside of a text they are right";
        let finding = Diagnostic::error("curly-quotes", Some(in_story(&at)), message, hint)
            .replaced_by(written);
        self.add(finding);
    }
}

/// Whether what follows a backslash makes it an escape.
fn escape(rest: &str) -> bool {
    let digits = |count: usize| {
        rest.len() > count
            && rest
                .bytes()
                .skip(1)
                .take(count)
                .all(|b| b.is_ascii_hexdigit())
    };
    match rest.chars().next() {
        Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\' | '\n' | '\r' | ' ' | '\t') => true,
        Some('x') => digits(2),
        Some('u') => digits(4),
        Some('U') => digits(8),
        _ => false,
    }
}

#[cfg(test)]
mod tests;

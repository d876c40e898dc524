//! Texts between straight quotation marks: where they end, and what tears them.

use super::{CURLY, Mender};
use std::ops::Range;

impl Mender<'_> {
    /// A text between straight marks.
    pub(super) fn basic(&mut self) {
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

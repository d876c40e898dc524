//! Texts between curly quotation marks, where the format has straight ones.

use super::{CURLY, Mender};
use crate::format::diagnostic::Diagnostic;
use crate::format::place::in_story;
use std::ops::Range;

impl Mender<'_> {
    /// Something that is not ASCII, outside of texts: a curly mark where a value or a key begins
    /// opens a text.
    pub(super) fn foreign(&mut self, line: usize) {
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

    pub(super) fn curly_text(&mut self, at: Range<usize>, open: usize, close: usize) {
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
    pub(super) fn curly_marks(&mut self) {
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

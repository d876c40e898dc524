//! Statements of a paragraph: its text, split at the marks that say how we know.

use super::super::article::{Run, Statement, Style, Words};
use super::super::marks::{self, Piece};
use super::{Block, Reader};
use std::ops::Range;

impl Reader<'_> {
    /// Splits text at its marks.
    pub(super) fn marked(&mut self, text: &str, at: Range<usize>) {
        // An escaped character or entity differs from its source; then the place is that of the
        // whole text.
        let exact = self.markdown.get(at.clone()) == Some(text);
        let place = |piece: Range<usize>| {
            if exact {
                at.start + piece.start..at.start + piece.end
            } else {
                at.clone()
            }
        };
        let escaped =
            exact && self.markdown[..at.start].ends_with('\\') && text.starts_with(['{', '}']);
        let mut done = 0;
        for piece in marks::pieces(text, usize::from(escaped)) {
            match piece {
                Piece::Mark(mark) => {
                    self.run(&text[done..mark.start], place(done..mark.start));
                    self.mark(&text[mark.start + 1..mark.end - 1], place(mark.clone()));
                    done = mark.end;
                }
                Piece::Open(mark) => {
                    self.run(&text[done..mark.start], place(done..mark.start));
                    let word = &text[mark.start + 1..mark.end];
                    let better = Some(format!("{{{word}}}")).filter(|_| exact);
                    let hint = format!("close it: `{{{word}}}`");
                    self.add(
                        "stray-brace",
                        place(mark.clone()),
                        "this mark is not closed",
                        &hint,
                        better,
                    );
                    self.mark(word, place(mark.clone()));
                    done = mark.end;
                }
                Piece::Stray(brace) => self.stray.push(place(brace)),
            }
        }
        self.run(&text[done..], place(done..text.len()));
    }

    /// One problem for all that a paragraph has: they come together, as when code was pasted.
    pub(super) fn stray_braces(&mut self) {
        let stray = std::mem::take(&mut self.stray);
        let Some(first) = stray.first().cloned() else {
            return;
        };
        let (message, hint) = match stray.len() {
            1 => (
                "a brace that belongs to no mark".into(),
                "write a mark such as `{reported}`, or `\\{` and `\\}` for braces in the text",
            ),
            2..=5 => (
                "braces that belong to no mark".into(),
                "write marks such as `{reported}`, or `\\{` and `\\}` for braces in the text",
            ),
            count => (
                format!("{count} braces in this paragraph belong to no mark"),
                "take out what was pasted here, such as code or a style sheet, or write `\\{` and `\\}` for braces in the text",
            ),
        };
        self.problem_full("stray-brace", first, &message, hint);
    }

    fn run(&mut self, words: &str, at: Range<usize>) {
        let Block::Paragraph(paragraph) = &mut self.block else {
            return;
        };
        let Some(statement) = paragraph.statements.last_mut() else {
            return;
        };
        if words.is_empty() {
            return;
        }
        let (style, element) = self.open.clone().unwrap_or((Style::Plain, 0..0));
        statement.runs.push(Run {
            style,
            element,
            words: words.into(),
            at,
        });
    }

    fn mark(&mut self, word: &str, at: Range<usize>) {
        if self.open.is_some() {
            let hint = "put the mark behind the closing `*`, `**` or `)`";
            return self.problem_full(
                "misplaced-mark",
                at,
                "a mark inside of emphasis or of a link",
                hint,
            );
        }
        let Block::Paragraph(paragraph) = &mut self.block else {
            return;
        };
        let Some(statement) = paragraph.statements.last_mut() else {
            return;
        };
        if statement.is_blank() {
            let hint = "put one mark behind each statement, right after its full stop";
            return self.problem_full(
                "misplaced-mark",
                at,
                "a mark without a statement before it",
                hint,
            );
        }
        statement.trim_end();
        statement.mark = Some(Words {
            words: word.into(),
            at,
        });
        paragraph.statements.push(Statement::default());
    }
}

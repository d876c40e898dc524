//! Walks the events of the CommonMark parser and keeps what is markup of ours. Knows no story.

use super::marks::{self, Piece};
use super::{Article, MOST, Paragraph, Problem, Run, Section, Statement, Style, Words, dense};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

pub(super) fn read(markdown: &str) -> Article {
    let options =
        Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader {
        markdown,
        article: Article::default(),
        block: Block::None,
        open: None,
        skip: 0,
        open_heading: None,
        stray: Vec::new(),
    };
    let (prose, problems) = dense::without(markdown);
    reader.article.problems = problems;
    for (event, at) in Parser::new_ext(&prose, options).into_offset_iter() {
        reader.take(event, at);
    }
    reader.article
}

/// The block that is being read.
enum Block {
    None,
    Heading(Section),
    Paragraph(Paragraph),
}

struct Reader<'m> {
    markdown: &'m str,
    article: Article,
    block: Block,
    /// The inline element that is being read, and its bytes.
    open: Option<(Style, Range<usize>)>,
    /// How many elements are open inside of one that is left out, with itself.
    skip: usize,
    /// How long the heading is that is being read, where it runs on into an id whose brace is not
    /// closed.
    open_heading: Option<usize>,
    /// Braces of this paragraph that belong to no mark.
    stray: Vec<Range<usize>>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event, at: Range<usize>) {
        if self.skip > 0 {
            match event {
                Event::Start(_) => self.skip += 1,
                Event::End(_) => self.skip -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag, at),
            Event::Text(text) => self.text(&text, at),
            Event::SoftBreak => self.text(" ", at),
            Event::HardBreak => self.problem(
                "unsupported-markup",
                at,
                "a forced line break",
                "end the line without two spaces or a backslash, or start a new paragraph",
            ),
            Event::Code(_) => self.problem(
                "unsupported-markup",
                at,
                "text in backticks",
                "write it without the backticks",
            ),
            Event::Html(_) | Event::InlineHtml(_) => self.html(at),
            Event::Rule => self.problem(
                "unsupported-markup",
                at,
                "a rule",
                "take it out; a passage starts with `## Heading {#id}`",
            ),
            _ => self.problem(
                "unsupported-markup",
                at,
                "a footnote",
                "write it into the text, or make it a reference of a context entry",
            ),
        }
    }

    fn start(&mut self, tag: Tag, at: Range<usize>) {
        match tag {
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let plain = classes.is_empty() && attrs.is_empty();
                self.heading(level, id.map(|id| id.into_string()), plain, at);
            }
            Tag::Paragraph => {
                self.block = Block::Paragraph(Paragraph {
                    at,
                    statements: vec![Statement::default()],
                })
            }
            Tag::Emphasis => self.element(Style::Emphasis, at),
            Tag::Strong => self.element(Style::Strong, at),
            Tag::Link { dest_url, .. } => self.element(Style::Link(dest_url.into_string()), at),
            Tag::HtmlBlock => self.skipped(at, Self::html),
            tag => self.skipped(at, |reader, at| {
                let (what, hint) = unsupported(&tag);
                reader.problem("unsupported-markup", at, what, hint);
            }),
        }
    }

    fn skipped(&mut self, at: Range<usize>, report: impl FnOnce(&mut Self, Range<usize>)) {
        report(self, at);
        self.skip = 1;
    }

    fn end(&mut self, tag: TagEnd, at: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.close(at),
            TagEnd::Heading(_) | TagEnd::Paragraph => {
                match std::mem::replace(&mut self.block, Block::None) {
                    Block::Heading(mut section) => {
                        if let Some(length) = self.open_heading.take() {
                            // The words before the brace, unless an entity among them is shorter
                            // than it is written.
                            if let Some(words) = section.heading.get(..length) {
                                section.heading.truncate(words.len());
                            }
                        }
                        self.article.sections.push(section);
                    }
                    Block::Paragraph(paragraph) => self.paragraph(paragraph),
                    Block::None => {}
                }
            }
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<String>, plain: bool, at: Range<usize>) {
        let at = trim(self.markdown, at);
        let raw = self.markdown.get(at.clone()).unwrap_or_default();
        let id = id.map(|id| {
            let place = raw
                .rfind(&id)
                .map(|from| at.start + from..at.start + from + id.len());
            Words {
                words: id,
                at: place.unwrap_or(at.clone()),
            }
        });
        // Of a heading without an id, whoever knows the ids says what to write.
        if level != HeadingLevel::H2 && id.is_some() {
            let better = raw
                .starts_with('#')
                .then(|| format!("## {}", raw.trim_start_matches('#').trim_start()));
            let hint = match &better {
                Some(better) if raw.chars().count() < 100 => format!("write `{better}`"),
                _ => "start each passage with `## Heading {#id}`".into(),
            };
            self.add(
                "unsupported-markup",
                at.clone(),
                "a heading of another level is not supported",
                &hint,
                better,
            );
        }
        let (open, id) = match (id.is_none(), plain) {
            (true, true) => self.open_id(raw, &at),
            (true, false) => (None, self.bare_id(raw, &at)),
            (false, false) => {
                self.attribute(&at, None);
                (None, id)
            }
            (false, true) => (None, id),
        };
        self.block = Block::Heading(Section {
            id,
            heading: String::new(),
            at,
            paragraphs: Vec::new(),
        });
        self.open_heading = open;
    }

    fn attribute(&mut self, at: &Range<usize>, better: Option<String>) {
        let hint = match &better {
            Some(better) => format!("write only the id into the braces: `{better}`"),
            None => "write only the id into the braces: `## Heading {#id}`".into(),
        };
        self.add(
            "unsupported-markup",
            at.clone(),
            "an attribute that is no id is not supported",
            &hint,
            better,
        );
    }

    /// The id of a heading that has no `#` before it.
    fn bare_id(&mut self, raw: &str, at: &Range<usize>) -> Option<Words> {
        let inside = raw
            .trim_end()
            .strip_suffix('}')
            .and_then(|raw| raw.rsplit_once('{'));
        let word = |id: &str| {
            !id.is_empty()
                && id
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        let Some((heading, id)) = inside.filter(|(_, id)| word(id)) else {
            self.attribute(at, None);
            return Some(Words {
                words: "passage".into(),
                at: at.clone(),
            });
        };
        self.attribute(at, Some(format!("{heading}{{#{id}}}")));
        let start = at.start + heading.len() + 1;
        Some(Words {
            words: id.into(),
            at: start..start + id.len(),
        })
    }

    /// The id of a heading whose brace is not closed.
    fn open_id(&mut self, raw: &str, at: &Range<usize>) -> (Option<usize>, Option<Words>) {
        let Some((words, id)) = raw.rsplit_once("{#").filter(|(_, id)| !id.contains('}')) else {
            return (None, None);
        };
        let better = format!("{}}}", raw.trim_end());
        let hint = format!("close it: `{{#{id}}}`");
        self.add(
            "missing-passage-id",
            at.clone(),
            "the brace around this passage id is not closed",
            &hint,
            Some(better),
        );
        let start = at.start + words.len() + 2;
        let heading = words.trim_start_matches('#').trim().len();
        (
            Some(heading),
            Some(Words {
                words: id.trim().into(),
                at: start..start + id.trim_end().len(),
            }),
        )
    }

    fn element(&mut self, style: Style, at: Range<usize>) {
        match (&self.open, &self.block) {
            (Some(_), _) => self.skipped(at, |reader, at| {
                reader.problem(
                    "unsupported-markup",
                    at,
                    "markup inside of other markup",
                    "use only one of *emphasis*, **strong** and [links](…) for these words",
                );
            }),
            (None, Block::Heading(_)) => self.skipped(at, |reader, at| {
                reader.problem(
                    "unsupported-markup",
                    at,
                    "markup in a heading",
                    "write plain words",
                );
            }),
            _ => self.open = Some((style, at)),
        }
    }

    fn close(&mut self, at: Range<usize>) {
        let last = match &self.block {
            Block::Paragraph(paragraph) => paragraph
                .statements
                .last()
                .and_then(|statement| statement.runs.last()),
            _ => None,
        };
        let link = matches!(self.open, Some((Style::Link(_), _)));
        if link && last.is_none_or(|run| run.element != at) {
            self.problem_full(
                "empty-link",
                at,
                "a link without words",
                "write the words into the brackets: `[words](…)`",
            );
        }
        self.open = None;
    }

    fn html(&mut self, at: Range<usize>) {
        let at = trim(self.markdown, at);
        self.problem(
            "unsupported-markup",
            at,
            "raw HTML",
            "write it in words and with the markup that docs/story-format.md lists",
        );
    }

    fn text(&mut self, text: &str, at: Range<usize>) {
        match &mut self.block {
            Block::Heading(section) => section.heading.push_str(text),
            Block::Paragraph(_) => self.marked(text, at),
            Block::None => {}
        }
    }

    /// Splits text at its marks.
    fn marked(&mut self, text: &str, at: Range<usize>) {
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
    fn stray_braces(&mut self) {
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

    fn paragraph(&mut self, mut paragraph: Paragraph) {
        self.stray_braces();
        paragraph.at = trim(self.markdown, paragraph.at);
        paragraph
            .statements
            .retain(|statement| !statement.is_blank());
        if paragraph.statements.is_empty() {
            return;
        }
        match self.article.sections.last_mut() {
            Some(section) => section.paragraphs.push(paragraph),
            None => self.problem_full(
                "text-before-passage",
                paragraph.at,
                "text before the first passage",
                "start the article with `## {#lead}`, or with a heading: `## Heading {#id}`",
            ),
        }
    }

    fn problem(&mut self, code: &'static str, at: Range<usize>, what: &str, hint: &str) {
        self.problem_full(code, at, &format!("{what} is not supported"), hint);
    }

    fn problem_full(&mut self, code: &'static str, at: Range<usize>, message: &str, hint: &str) {
        self.add(code, at, message, hint, None);
    }

    fn add(
        &mut self,
        code: &'static str,
        at: Range<usize>,
        message: &str,
        hint: &str,
        replacement: Option<String>,
    ) {
        let full = self.article.problems.len() >= MOST;
        match self.article.problems.last_mut().filter(|_| full) {
            Some(last) => last.count += 1,
            None => {
                let (message, hint) = (message.into(), hint.into());
                self.article.problems.push(Problem {
                    code,
                    at,
                    message,
                    hint,
                    replacement,
                    count: 1,
                });
            }
        }
    }
}

fn unsupported(tag: &Tag) -> (&'static str, &'static str) {
    match tag {
        Tag::List(_) | Tag::Item => ("a list", "write its points as sentences of a paragraph"),
        Tag::Table(_) => ("a table", "write what it says as sentences of a paragraph"),
        Tag::Image { .. } => ("an image", "take it out; a story is text, timeline and map"),
        Tag::BlockQuote(_) => (
            "a block quotation",
            "quote in the sentence, between “ and ”",
        ),
        Tag::CodeBlock(_) => (
            "an indented or fenced block",
            "start the line at the margin, without a fence",
        ),
        Tag::FootnoteDefinition(_) => (
            "a footnote",
            "write it into the text, or make it a reference of a context entry",
        ),
        _ => (
            "this markup",
            "write it in words and with the markup that docs/story-format.md lists",
        ),
    }
}

/// The range without the white space at its ends.
fn trim(text: &str, at: Range<usize>) -> Range<usize> {
    let Some(slice) = text.get(at.clone()) else {
        return at;
    };
    let start = at.start + slice.len() - slice.trim_start().len();
    start..(start + slice.trim().len())
}

//! Reads the events of the CommonMark parser and keeps the markup that articles may have.

#![expect(clippy::wildcard_enum_match_arm)] // Over enums of the parser, which are long.

mod headings;
mod statements;

use super::article::{Article, MAX_PROBLEMS, Paragraph, Problem, Section, Statement, Style};
use super::dense;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
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
            Block::None | Block::Heading(_) => None,
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
        let full = self.article.problems.len() >= MAX_PROBLEMS;
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

//! The markup of `article.md`: a small part of CommonMark, read into passages, statements and runs
//! of text with their places. Ids, evidence words and link addresses are plain text here.

mod dense;
mod marks;
mod reader;

use std::ops::Range;

/// An article as its markup says, and what of it is no markup of ours.
#[derive(Debug, Default, PartialEq)]
pub struct Article {
    pub sections: Vec<Section>,
    pub problems: Vec<Problem>,
}

impl Article {
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.sections.iter().flat_map(|section| &section.paragraphs)
    }

    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.paragraphs()
            .flat_map(|paragraph| &paragraph.statements)
    }
}

/// A heading and the paragraphs under it.
#[derive(Debug, PartialEq)]
pub struct Section {
    /// What `{#…}` says; `None` where that is missing.
    pub id: Option<Words>,
    /// Empty for a section without visible heading.
    pub heading: String,
    /// Bytes of the heading.
    pub at: Range<usize>,
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph as statements; never empty.
#[derive(Debug, PartialEq)]
pub struct Paragraph {
    pub at: Range<usize>,
    pub statements: Vec<Statement>,
}

/// Text up to its mark, or what stands behind the last mark of a paragraph.
#[derive(Debug, Default, PartialEq)]
pub struct Statement {
    /// The word in the braces; the place includes them.
    pub mark: Option<Words>,
    pub runs: Vec<Run>,
}

/// A word and its place in bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub words: String,
    pub at: Range<usize>,
}

/// Text of one style. A link with an escaped character in it is several runs of the same element.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub style: Style,
    /// Bytes of the whole element that the text stands in; runs of plain text share an empty one.
    pub element: Range<usize>,
    pub words: String,
    /// Bytes of these words.
    pub at: Range<usize>,
}

/// How a run looks and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Style {
    Plain,
    Strong,
    Emphasis,
    /// An address as written: `actor:russia`, `https://…`.
    Link(String),
}

/// Markup that cannot be taken, for a diagnostic.
#[derive(Debug, PartialEq)]
pub struct Problem {
    pub code: &'static str,
    pub at: Range<usize>,
    pub message: String,
    pub hint: String,
    /// What to write at `at`, where that is certain.
    pub replacement: Option<String>,
    /// How many problems it stands for, with itself.
    pub count: usize,
}

/// Maximum number of problems that are reported one by one; the last of them counts the rest.
const MAX_PROBLEMS: usize = 100;

/// Reads an article. Never fails: what cannot be taken is left out and named in `problems`.
pub fn read(markdown: &str) -> Article {
    reader::read(markdown)
}

/// A link as it is written with another address; `None` where its words are more than words, or the
/// address is written in another way.
pub fn link(run: &Run, words: &str, href: &str) -> Option<String> {
    let Style::Link(old) = &run.style else {
        return None;
    };
    // `[words](address)`: nothing is escaped, and there is no title.
    let plain = run.element.len() == words.len() + old.len() + 4;
    plain.then(|| format!("[{words}]({href})"))
}

impl Statement {
    /// The statement's elements: the first run of each, and the words of all of its runs.
    pub fn elements(&self) -> impl Iterator<Item = (&Run, String)> {
        let same = |one: &Run, next: &Run| one.style == next.style && one.element == next.element;
        self.runs.chunk_by(same).map(|runs| {
            (
                &runs[0],
                runs.iter().map(|run| run.words.as_str()).collect(),
            )
        })
    }

    fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.words.trim().is_empty())
    }

    fn trim_end(&mut self) {
        if let Some(run) = self.runs.last_mut().filter(|run| run.style == Style::Plain) {
            run.words.truncate(run.words.trim_end().len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Paragraph, Run, Style, read};
    use expect_test::{Expect, expect};

    /// Shows an article: each statement on a line with its mark, each element that is not plain
    /// with its style.
    fn check(markdown: &str, expected: Expect) {
        let article = read(markdown);
        let mut shown = String::new();
        for section in &article.sections {
            let id = section
                .id
                .as_ref()
                .map_or("–", |id| &markdown[id.at.clone()]);
            shown += &format!("#{id} {:?}\n", section.heading);
            section
                .paragraphs
                .iter()
                .for_each(|paragraph| shown += &lines(paragraph));
        }
        for problem in &article.problems {
            shown += &format!(
                "{}: {} at {:?}\n",
                problem.code,
                problem.message,
                &markdown[problem.at.clone()]
            );
        }
        expected.assert_eq(&shown);
    }

    fn lines(paragraph: &Paragraph) -> String {
        let element = |(run, words): (&Run, String)| match &run.style {
            Style::Plain => words,
            Style::Strong => format!("<strong {words}>"),
            Style::Emphasis => format!("<em {words}>"),
            Style::Link(href) => format!("<{href} {words}>"),
        };
        let line = |statement: &super::Statement| {
            let mark = statement.mark.as_ref().map_or("-", |mark| &mark.words);
            format!(
                "  {mark}: {}\n",
                statement.elements().map(element).collect::<String>()
            )
        };
        paragraph.statements.iter().map(line).collect()
    }

    #[test]
    fn statements_end_with_their_mark() {
        check(
            "## One {#one}\n\nA said.{quoted} B\nread.{inferred} And so on.\n\n## {#two}\n\nC.{context}\n",
            expect![[r#"
                #one "One"
                  quoted: A said.
                  inferred:  B read.
                  -:  And so on.
                #two ""
                  context: C.
            "#]],
        );
    }

    #[test]
    fn emphasis_and_links_are_elements() {
        check(
            "## A {#a}\n\nThe *old* [Mayor & Son\\*](actor:mayor) is **here**, see <https://example.org/?a=b&amp;c>.",
            expect![[r##"
                #a "A"
                  -: The <em old> <actor:mayor Mayor & Son*> is <strong here>, see <https://example.org/?a=b&amp;c https://example.org/?a=b&amp;c>.
            "##]],
        );
    }

    #[test]
    fn a_brace_can_be_escaped() {
        check(
            "## A {#a}\n\nWrite \\{quoted} or {.\n\nAnd \\\\{quoted}",
            expect![[r##"
                #a "A"
                  -: Write {quoted} or {.
                  quoted: And \
                stray-brace: braces that belong to no mark at "}"
            "##]],
        );
    }

    #[test]
    fn what_is_not_supported_is_named_with_its_place() {
        check(
            "Early.\n\n### A {#a}\n\n![x](y.png) `code` *a **b*** <i>\n\n1. one\n2. two\n\n## B\n\n[](actor:a) **{quoted}**",
            expect![[r####"
                #a "A"
                  -:   <em a > 
                #– "B"
                text-before-passage: text before the first passage at "Early."
                unsupported-markup: a heading of another level is not supported at "### A {#a}"
                unsupported-markup: an image is not supported at "![x](y.png)"
                unsupported-markup: text in backticks is not supported at "`code`"
                unsupported-markup: markup inside of other markup is not supported at "**b**"
                unsupported-markup: raw HTML is not supported at "<i>"
                unsupported-markup: a list is not supported at "1. one\n2. two\n\n"
                empty-link: a link without words at "[](actor:a)"
                misplaced-mark: a mark inside of emphasis or of a link at "{quoted}"
            "####]],
        );
    }

    #[test]
    fn places_are_bytes_of_the_file() {
        let markdown = "## Über uns {#über}\n\nÄ *é* ö.{quoted}";
        let article = read(markdown);
        let statement = &article.sections[0].paragraphs[0].statements[0];
        let places: Vec<&str> = statement
            .runs
            .iter()
            .map(|run| &markdown[run.at.clone()])
            .collect();
        assert_eq!(places, ["Ä ", "é", " ö."]);
        assert_eq!(
            &markdown[statement.mark.as_ref().unwrap().at.clone()],
            "{quoted}"
        );
    }
}

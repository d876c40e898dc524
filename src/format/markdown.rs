//! The markup of `article.md`: a small part of CommonMark, read into passages, statements and runs
//! of text with their places. Ids, evidence words and link addresses are plain text here.

mod article;
mod marks;
mod dense;
mod reader;

pub use article::{Article, Paragraph, Problem, Run, Section, Statement, Style, Words};

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

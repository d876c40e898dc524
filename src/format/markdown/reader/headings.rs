//! Headings of an article, and the ids of its passages in their braces.

use super::super::article::{Section, Words};
use super::{Block, Reader, trim};
use pulldown_cmark::HeadingLevel;
use std::ops::Range;

impl Reader<'_> {
    pub(super) fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<String>,
        plain: bool,
        at: Range<usize>,
    ) {
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
}

//! An article as its markup says.

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
pub const MAX_PROBLEMS: usize = 100;

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

    pub(super) fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.words.trim().is_empty())
    }

    pub(super) fn trim_end(&mut self) {
        if let Some(run) = self.runs.last_mut().filter(|run| run.style == Style::Plain) {
            run.words.truncate(run.words.trim_end().len());
        }
    }
}

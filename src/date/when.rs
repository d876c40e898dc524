//! A date with all that is asked of it: order, place on an axis, words.

use super::extent::{Extent, Side, Stretch};
use super::{bounds, read};
use crate::pack::packed;
use edtf_core::Edtf;
use std::borrow::Cow;

packed! {
    /// An EDTF date with what is needed to order, draw and word it; parsed once, natively. Instants
    /// are days since 1970-01-01T00:00 (proleptic Gregorian calendar), with fractions for times of
    /// day; a time of day stands where its own clock has it, whatever its shift from UTC, so that
    /// what is worded “1 January 2020” lies in 2020.
    #[derive(Clone, Debug, PartialEq)]
    pub struct When {
        edtf: String,
        extent: Extent,
        approximate: bool,
        uncertain: bool,
        words: String,
        /// How the source words it, where that is shown instead.
        told: Option<String>,
    }
}

impl When {
    /// The text as the editor wrote it, for `datetime` attributes and data.
    pub fn edtf(&self) -> &str {
        &self.edtf
    }

    /// What it says of time.
    pub fn extent(&self) -> &Extent {
        &self.extent
    }

    /// When it starts: the earliest instant at which it can, and the first at which it surely has;
    /// `None` where no first instant is known.
    pub fn start(&self) -> Option<Stretch> {
        self.extent.start()
    }

    /// When it ends, as [`When::start`]; `None` where no last instant is known. "2024" starts and
    /// ends within 2024.
    pub fn end(&self) -> Option<Stretch> {
        self.extent.end()
    }

    /// Given as an estimate (`~`, `%`).
    pub fn approximate(&self) -> bool {
        self.approximate
    }

    /// Given on a doubtful source (`?`, `%`).
    pub fn uncertain(&self) -> bool {
        self.uncertain
    }

    /// In words, for readers: as the source words it (“St Martin’s Day 1411”), or else plainly:
    /// "3–6 September 2025", "about 2024", "since 1991". Plain words are in the language of the
    /// [`crate::locale::Locale`] that made the date.
    pub fn words(&self) -> &str {
        self.told.as_deref().unwrap_or(&self.words)
    }

    /// In plain words, whatever the source says.
    pub fn plain_words(&self) -> &str {
        &self.words
    }

    /// In words where there is room: "St Martin’s Day 1411 (11 November 1411)".
    pub fn in_full(&self) -> Cow<'_, str> {
        match &self.told {
            Some(told) => format!("{told} ({})", self.words).into(),
            None => self.words.as_str().into(),
        }
    }

    /// The value for the `datetime` attribute of HTML's `time`, which knows plain years, months,
    /// days and times only.
    pub fn datetime(&self) -> Option<&str> {
        let shape: String = self
            .edtf
            .chars()
            .map(|character| {
                if character.is_ascii_digit() {
                    '0'
                } else {
                    character
                }
            })
            .collect();
        let known = [
            "0000",
            "0000-00",
            "0000-00-00",
            "0000-00-00T00:00:00",
            "0000-00-00T00:00:00Z",
        ];
        // A season takes the place of a month in EDTF, and HTML has no year 0.
        let season = self.edtf.get(5..7).is_some_and(|month| month > "12");
        (known.contains(&shape.as_str()) && !season && !self.edtf.starts_with("0000"))
            .then_some(&self.edtf)
    }
}

/// The sentence for a date whose end lies before its start; [`When::parse`] gives exactly this one
/// for it.
pub const END_BEFORE_START: &str = "the end lies before the start";

impl When {
    /// Reads an EDTF text of level 0, 1 or 2, for what needs no words: they are the text itself.
    /// The error is one plain sentence for the editor, without a full stop.
    pub fn parse(edtf: &str) -> Result<Self, String> {
        Self::worded(edtf, |_| edtf.to_owned())
    }

    /// The same with the words of a language.
    pub fn worded(edtf: &str, words: impl Fn(&Edtf) -> String) -> Result<Self, String> {
        let date = read::parse(edtf).map_err(|error| sentence(edtf, &error))?;
        let extent = bounds::of(&date);
        if bounds::runs_backwards(&extent) {
            return Err(END_BEFORE_START.into());
        }
        Ok(Self {
            edtf: edtf.into(),
            extent,
            approximate: is_estimate(&date),
            uncertain: date.is_uncertain(),
            words: words(&date),
            told: None,
        })
    }

    /// The same date, shown as the source words it.
    pub fn told(self, told: Option<String>) -> Self {
        Self { told, ..self }
    }

    /// From when one date starts to when another ends.
    pub fn over(first: &Self, last: &Self, words: String) -> Self {
        let side = |stretch: Option<Stretch>| stretch.map_or(Side::Unknown, Side::Within);
        Self {
            edtf: format!("{}/{}", first.edtf, last.edtf),
            extent: Extent::Lasting {
                start: side(first.start()),
                end: side(last.end()),
            },
            approximate: first.approximate || last.approximate,
            uncertain: first.uncertain || last.uncertain,
            words,
            told: None,
        }
    }
}

/// Whether a date is an estimate, by a sign (`~`, `%`) or by how few of its digits count
/// (`1950S2`).
fn is_estimate(date: &Edtf) -> bool {
    let few = matches!(date, Edtf::Date(date) if date.year.significant_digits.is_some());
    few || date.is_approximate()
}

/// The parser's message with the place that it means; the end before the start has a sentence of
/// its own.
fn sentence(edtf: &str, error: &edtf_core::ParseError) -> String {
    if error.message.contains("precedes") {
        return END_BEFORE_START.into();
    }
    let rest = edtf.get(error.offset..).unwrap_or_default();
    let place = if rest.is_empty() || rest == edtf {
        String::new()
    } else {
        format!(", at “{rest}”")
    };
    format!("not a date that EDTF knows: {}{place}", error.message)
}

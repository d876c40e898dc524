//! What to write for a date, as an answer to an editor.

use crate::date::When;
use crate::locale::Locale;

/// Editors are answered in English.
pub fn english() -> &'static Locale {
    Locale::of("en")
}

/// What to write instead of what an editor typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// As one sentence without a full stop: "write `2025-09-04`".
    pub hint: String,
    /// The EDTF value, where there is no doubt which; it always parses.
    pub replacement: Option<String>,
}

impl Advice {
    pub(super) fn only(hint: impl Into<String>) -> Option<Self> {
        Some(Self {
            hint: hint.into(),
            replacement: None,
        })
    }

    /// There is no doubt what was meant.
    pub(super) fn certain(value: impl Into<String>) -> Option<Self> {
        let value = value.into();
        When::parse(&value).is_ok().then(|| Self {
            hint: format!("write `{value}`"),
            replacement: Some(value),
        })
    }

    /// The same with more to know.
    pub(super) fn noting(self, note: &str) -> Option<Self> {
        Some(Self {
            hint: format!("{}{note}", self.hint),
            ..self
        })
    }

    /// Each of several values, with what it means.
    pub(super) fn choice(values: &[(String, String)]) -> Option<Self> {
        let told = |(value, meaning): &(String, String)| match meaning.as_str() {
            "" => format!("`{value}`"),
            meaning => format!("`{value}` ({meaning})"),
        };
        match values {
            [] => None,
            [(one, _)] => Self::certain(one),
            all if all.iter().all(|(value, _)| When::parse(value).is_ok()) => Self::only(format!(
                "write {}",
                all.iter().map(told).collect::<Vec<_>>().join(" or ")
            )),
            _ => None,
        }
    }
}

//! Dates and addresses of a draft: read, or reported with what to write instead.

use super::Names;
use crate::date::{END_BEFORE_START, When};
use crate::format::diagnostic::{self, At, Diagnostic, Severity};
use crate::format::file::{Date, Link};
use crate::format::place::in_story;
use crate::format::{date_advice, link};
use crate::locale::Locale;

impl Names<'_> {
    pub fn date(&mut self, date: &Option<Date>) -> Option<When> {
        let date = date.as_ref()?;
        let when = Locale::of(self.lang).when(date);
        if let Err(reason) = &when {
            diagnostic::add(&mut self.found, Severity::Error, || {
                wrong_date(date, reason)
            });
        }
        when.ok()
    }

    /// `Some(None)` when there is none, `None` when there is a wrong one.
    pub fn optional_date(&mut self, date: &Option<Date>) -> Option<Option<When>> {
        if date.is_none() {
            Some(None)
        } else {
            self.date(date).map(Some)
        }
    }

    pub fn link(&mut self, link: &Option<Link>) -> Option<Option<String>> {
        let Some(link) = link else { return Some(None) };
        let written = |href: &str| Some(toml::Value::String(href.into()).to_string());
        self.address(link, in_story(&link.span()), written)
            .then(|| Some(link.to_string()))
    }

    /// Whether an address can be taken; `written` is how another one is written in its place.
    pub fn address(
        &mut self,
        href: &str,
        at: At,
        written: impl Fn(&str) -> Option<String>,
    ) -> bool {
        let Some(problem) = link::problem(href) else {
            return true;
        };
        let replacement = problem.instead.as_deref().and_then(written);
        let found = Diagnostic::error("bad-link", Some(at), problem.message, problem.hint);
        self.found.push(Diagnostic {
            replacement,
            ..found
        });
        false
    }
}

/// What is wrong with a date, and what to write instead, as far as that is known.
fn wrong_date(date: &Date, reason: &str) -> Diagnostic {
    let code = if reason == END_BEFORE_START {
        "end-before-start"
    } else {
        "invalid-date"
    };
    let (at, text) = (Some(in_story(&date.span())), date.as_str());
    let Some(advice) = date_advice::of(text) else {
        let hint = "write it as `2025-09-04`, `2025-09`, `2024~` (about), `199X` or `2025-09-03/2025-09-06`";
        return Diagnostic::error(code, at, format!("“{text}”: {reason}"), hint);
    };
    let message = match reason == END_BEFORE_START {
        true => format!("“{text}”: {reason}"),
        false => format!("“{text}” is not written as EDTF, the format of dates"),
    };
    let found = Diagnostic::error(code, at, message, advice.hint);
    match advice.replacement {
        Some(value) => found.replaced_by(format!("\"{value}\"")),
        None => found,
    }
}

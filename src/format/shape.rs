//! Fits the parsed `story.toml` to the schema: unknown and missing keys, wrong types, words and ids
//! that are not well-formed. Takes out what does not fit, so that the rest can be read and checked
//! too. All that it knows of a key is in the schema.

mod types;
mod values;

use super::place::in_story;
use super::wording::{example, meaning, one_of, strings};
use super::{meant, near};
use crate::format::diagnostic::{self, Diagnostic, Severity};
use serde_json::Value;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

/// The longest list that typed ids can count.
pub(super) const MAX_ITEMS: usize = u16::MAX as usize;

/// Fits `tree` to `schema`. `torn`: the file has syntax errors, so that what is missing may only be
/// unreadable.
pub(super) fn fit(
    tree: &mut Spanned<DeTable>,
    schema: &Value,
    text: &str,
    torn: bool,
) -> Vec<Diagnostic> {
    let top = tree
        .get_ref()
        .keys()
        .map(|key| key.get_ref().to_string())
        .collect();
    let mut shape = Shape {
        schema,
        text,
        torn,
        top,
        found: Vec::new(),
    };
    shape.table(tree.get_mut(), schema, 0..0, "the story");
    shape.found
}

struct Shape<'a> {
    schema: &'a Value,
    text: &'a str,
    torn: bool,
    /// Keys at the top of the file, and those that were meant to stand there.
    top: BTreeSet<String>,
    found: Vec<Diagnostic>,
}

/// The value of one key, for messages.
#[derive(Clone, Copy)]
struct Slot<'s> {
    key: &'s str,
    /// What the key belongs to: `the actor “russia”`.
    owner: &'s str,
    /// Without the key its table cannot be.
    required: bool,
}

impl<'a> Shape<'a> {
    /// `text`: what to write instead, where that is certain.
    fn error(
        &mut self,
        code: &'static str,
        span: Range<usize>,
        message: String,
        hint: impl Into<String>,
        text: Option<String>,
    ) {
        diagnostic::add(&mut self.found, Severity::Error, || {
            let found = Diagnostic::error(code, Some(in_story(&span)), message, hint);
            Diagnostic {
                replacement: text,
                ..found
            }
        });
    }

    fn table(&mut self, table: &mut DeTable, schema: &'a Value, span: Range<usize>, owner: &str) {
        let keys: Vec<_> = table
            .keys()
            .map(|key| (key.get_ref().to_string(), key.span()))
            .collect();
        let known = names(schema);
        for (key, span) in &keys {
            let meant = match property(schema, key) {
                Some(_) => Some(key.as_str()),
                None => self.unknown_key(key, span.clone(), &known, table, owner),
            };
            let Some(meant) = meant else {
                table.remove(key.as_str());
                continue;
            };
            rename(table, key, meant);
            let required = strings(&schema["required"]).any(|required| required == meant);
            let slot = Slot {
                key: meant,
                owner,
                required,
            };
            let Some(schema) = property(schema, meant) else {
                continue;
            };
            if table
                .get_mut(meant)
                .is_some_and(|value| !self.value(value, schema, slot))
            {
                // The key was there, so that it is not missing as well.
                table.remove(meant);
            }
        }
        self.missing(&keys, &known, schema, span, owner);
    }

    fn missing(
        &mut self,
        keys: &[(String, Range<usize>)],
        known: &[&str],
        schema: &'a Value,
        span: Range<usize>,
        owner: &str,
    ) {
        let required = strings(&schema["required"])
            .filter(|required| !keys.iter().any(|(key, _)| key == required));
        let missing: Vec<_> = required.filter(|_| !self.torn).collect();
        if missing.is_empty() {
            return;
        }
        // A key that was only misspelt, or stands in another place, is not missing as well.
        let meant: BTreeSet<&str> = keys
            .iter()
            .take(diagnostic::KEPT)
            .filter_map(|(key, _)| meant(key, known))
            .collect();
        let top = std::ptr::eq(schema, self.schema);
        for key in missing.into_iter().filter(|key| !meant.contains(key)) {
            if top && self.top.contains(key) {
                continue;
            }
            let schema = property(schema, key).unwrap_or(&Value::Null);
            let full = self.resolve(schema);
            let example = example(key, full);
            let hint = format!("add `{example}`{}{}", one_of(full), meaning(schema));
            // At the top there is a place for it, and of a constant the value is known.
            let text = (top && full["const"].is_number()).then(|| format!("{example}\n"));
            self.error(
                "missing-key",
                span.clone(),
                format!("{owner} has no `{key}`"),
                hint,
                text,
            );
        }
    }

    /// Says what is wrong with a key; gives the one that is certainly meant, so that its value is
    /// read all the same.
    fn unknown_key<'k>(
        &mut self,
        key: &str,
        span: Range<usize>,
        known: &[&'k str],
        table: &DeTable,
        owner: &str,
    ) -> Option<&'k str> {
        if self.found.len() >= diagnostic::KEPT {
            self.error("unknown-key", span, String::new(), "", None);
            return None;
        }
        let shown = near::cut(key);
        if self.belongs_to_the_top(key) {
            let message = format!(
                "`{key}` stands below the head of {owner}, but belongs to the top of the file"
            );
            self.top.insert(key.into());
            self.error(
                "misplaced-key",
                span,
                message,
                "move this line above the first `[…]`",
                None,
            );
            return None;
        }
        let message = format!("{owner} has no key `{shown}`");
        let meant = meant(key, known).filter(|meant| !table.contains_key(*meant));
        let hint = match (meant, meant::without(key)) {
            (Some(meant), _) => near::did_you_mean(meant),
            (None, Some(hint)) => hint.into(),
            (None, None) => near::hint(key, known, "the keys here are"),
        };
        self.error("unknown-key", span, message, hint, meant.map(str::to_owned));
        meant
    }

    /// Whether it is a single value of the top that is not there: what stands behind a `[table]` is
    /// of that table.
    fn belongs_to_the_top(&self, key: &str) -> bool {
        let schema = self.schema["properties"]
            .get(key)
            .map(|schema| self.resolve(schema));
        let single = schema.is_some_and(|schema| {
            ["string", "integer"]
                .iter()
                .any(|kind| schema["type"] == *kind)
        });
        single && !self.top.contains(key)
    }

    fn resolve(&self, schema: &'a Value) -> &'a Value {
        match schema["$ref"]
            .as_str()
            .and_then(|reference| reference.strip_prefix('#'))
        {
            Some(pointer) => self.schema.pointer(pointer).unwrap_or(&Value::Null),
            None => schema,
        }
    }
}

/// The key that is meant by one that is not known: by another word for it, or by the nearest.
fn meant<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    meant::key(key, known).or_else(|| near::nearest(key, known))
}

/// Puts a value under the key that was meant for it.
fn rename(table: &mut DeTable, from: &str, to: &str) {
    if from != to
        && let Some((key, value)) = table.remove_entry(from)
    {
        table.insert(Spanned::new(key.span(), to.to_owned().into()), value);
    }
}

/// The keys that a table may have.
fn names(schema: &Value) -> Vec<&str> {
    schema["properties"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, _)| key.as_str())
        .collect()
}

/// The schema of a key: its own, or the one that all keys of the table share.
fn property<'s>(schema: &'s Value, key: &str) -> Option<&'s Value> {
    let of_all = Some(&schema["additionalProperties"]).filter(|schema| schema.is_object());
    schema["properties"].get(key).or(of_all)
}

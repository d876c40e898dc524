//! Fits the value of one key to its schema: its type, its word, its length.

use super::{MAX_ITEMS, Shape, Slot};
use crate::format::characters::{control, hidden};
use crate::format::diagnostic::{self, Diagnostic, Severity};
use crate::format::place::in_story;
use crate::format::wording::{entry, id_hint, is_id, meaning, quoted, words};
use crate::format::{meant, near};
use serde_json::Value;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeValue};

/// Keys whose texts are drawn, or listed, on one line.
const ONE_LINE: [&str; 6] = ["title", "name", "inline", "short", "label", "kind"];

impl<'a> Shape<'a> {
    /// Whether the value fits and stays.
    pub(super) fn value(
        &mut self,
        value: &mut Spanned<DeValue>,
        schema: &'a Value,
        slot: Slot,
    ) -> bool {
        let schema = self.resolve(schema);
        if let Some(list) = schema["anyOf"]
            .as_array()
            .and_then(|options| options.last())
        {
            wrap(value);
            return self.value(value, list, slot);
        }
        let span = value.span();
        let words = words(schema);
        match (schema["type"].as_str(), value.get_mut()) {
            (_, DeValue::String(word)) if !words.is_empty() => {
                let meant = self.word(word, &words, span, slot);
                if let Some(meant) = meant.filter(|meant| *meant != word.as_ref()) {
                    *value.get_mut() = DeValue::String(meant.to_owned().into());
                }
                meant.is_some()
            }
            (Some("string"), DeValue::String(text)) => self.string(text, schema, span, slot),
            (Some("integer"), DeValue::Integer(number)) => {
                let number = i64::from_str_radix(number.as_str(), number.radix());
                self.integer(number.ok(), schema, span, slot)
            }
            (Some("array"), DeValue::Array(list)) => self.list(list, schema, span, slot),
            (Some("object"), DeValue::Table(table)) => {
                let owner = entry(slot.key, table).unwrap_or_else(|| format!("[{}]", slot.key));
                self.table(table, schema, span, &owner);
                true
            }
            (kind, other) => {
                self.wrong_type(other.type_str(), schema, span, &slot);
                // Where the brackets alone are wrong, what is in them can be read all the same.
                match kind {
                    Some("array") if matches!(other, DeValue::Table(_) | DeValue::String(_)) => {
                        wrap(value)
                    }
                    Some("object") if unwrap(value) => {}
                    _ => return false,
                }
                self.value(value, schema, slot)
            }
        }
    }

    /// The word itself, or the one that is certainly meant.
    fn word<'w>(
        &mut self,
        word: &str,
        words: &[&'w str],
        span: Range<usize>,
        slot: Slot,
    ) -> Option<&'w str> {
        let known = words.iter().find(|known| **known == word).copied();
        if known.is_some() {
            return known;
        }
        let message = format!(
            "`{}` of {} cannot be “{}”",
            slot.key,
            slot.owner,
            near::cut(word)
        );
        let (hint, meant) = match meant::doubtful(word, words) {
            Some(hint) => (hint, None),
            None => meant::word_hint(word, words),
        };
        self.error("unknown-word", span, message, hint, meant.map(quoted));
        meant
    }

    fn string(&mut self, text: &str, schema: &Value, span: Range<usize>, slot: Slot) -> bool {
        if text.trim().is_empty() {
            let message = format!("`{}` of {} is empty", slot.key, slot.owner);
            let or = if slot.required {
                ""
            } else {
                ", or take the line out"
            };
            let hint = format!(
                "write something between the quotation marks{or}{}",
                meaning(schema)
            );
            self.error("empty-text", span, message, hint, None);
            return false;
        }
        if let Some(bad) = text.chars().find(|&c| hidden(c)) {
            let message = format!(
                "`{}` of {} contains the control character {}",
                slot.key,
                slot.owner,
                control(bad)
            );
            self.error(
                "control-character",
                span.clone(),
                message,
                "take it out: it cannot be shown",
                None,
            );
        }
        if schema["pattern"].is_string() && !is_id(text) {
            let message = format!("“{}” is not an id", near::cut(text));
            // What refers to it would have to change too, so that no replacement alone is certain.
            self.error("malformed-id", span, message, id_hint(text), None);
        } else if ONE_LINE.contains(&slot.key) && text.trim().contains('\n') {
            let message = format!("`{}` of {} has a line break in it", slot.key, slot.owner);
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let finding = Diagnostic::warning(
                "line-break",
                Some(in_story(&span)),
                message,
                "write it on one line",
            );
            diagnostic::add(&mut self.found, Severity::Warning, || {
                finding.replaced_by(quoted(&line))
            });
        }
        true
    }

    fn integer(
        &mut self,
        number: Option<i64>,
        schema: &Value,
        span: Range<usize>,
        slot: Slot,
    ) -> bool {
        let min = schema["minimum"].as_i64().unwrap_or(0);
        let fits = number.is_some_and(|number| (min..=u32::MAX.into()).contains(&number));
        if !fits {
            let message = format!("`{}` of {} is out of range", slot.key, slot.owner);
            self.error(
                "wrong-type",
                span,
                message,
                format!("write a whole number from {min} upwards"),
                None,
            );
        }
        fits
    }

    fn list(
        &mut self,
        list: &mut DeArray,
        schema: &'a Value,
        span: Range<usize>,
        slot: Slot,
    ) -> bool {
        let min = schema["minItems"].as_u64().unwrap_or(0) as usize;
        let length = list.len();
        if length > MAX_ITEMS {
            let message = format!(
                "{} has {length} of `{}`, more than can be counted",
                slot.owner, slot.key
            );
            self.error(
                "too-many",
                span,
                message,
                format!("keep at most {MAX_ITEMS}, or split the story"),
                None,
            );
            return false;
        }
        if length < min {
            let message = format!(
                "{} has {length} of `{}`, but needs at least {min}",
                slot.owner, slot.key
            );
            let or = if slot.required {
                ""
            } else {
                ", or take the line out"
            };
            self.error(
                "too-few",
                span,
                message,
                format!("add what is missing{or}"),
                None,
            );
        }
        let slot = Slot {
            required: false,
            ..slot
        };
        let items = std::mem::replace(list, DeArray::new()).into_iter();
        *list = items
            .filter_map(|mut item| {
                self.value(&mut item, &schema["items"], slot)
                    .then_some(item)
            })
            .collect();
        true
    }
}

/// A single value stands for a list of one.
fn wrap(value: &mut Spanned<DeValue>) {
    let span = value.span();
    if !value.get_ref().is_array() {
        let single = std::mem::replace(value.get_mut(), DeValue::Boolean(false));
        let list = std::iter::once(Spanned::new(span, single)).collect();
        *value.get_mut() = DeValue::Array(list);
    }
}

/// A list of tables stands for its first; whether there is one.
#[expect(clippy::wildcard_enum_match_arm)] // Over an enum of another crate, which is long.
fn unwrap(value: &mut Spanned<DeValue>) -> bool {
    let first = match value.get_mut() {
        DeValue::Array(list) => std::mem::replace(list, DeArray::new()).into_iter().next(),
        _ => None,
    };
    let table = first.filter(|first| first.get_ref().is_table());
    table.map(|table| *value = table).is_some()
}

//! Fits the parsed `story.toml` to the schema: unknown and missing keys, wrong types, words and ids that are not well-formed.
//! Takes out what does not fit, so that the rest can be read and checked too. Knows no key by name: all is in the schema.

use super::wording::{article, example, id_hint, kind, meaning, one_of, strings, words};
use super::{STORY_FILE, hidden, is_id, near};
use crate::date::advice;
use crate::diag::{At, Diagnostic};
use serde_json::Value;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// Longest list that typed ids can count.
pub(super) const MOST: usize = u16::MAX as usize;

/// Fits `tree` to `schema`. `torn`: the file has syntax errors, so that what is missing may only be unreadable.
pub(super) fn fit(tree: &mut Spanned<DeTable>, schema: &Value, text: &str, torn: bool) -> Vec<Diagnostic> {
    let mut shape = Shape { schema, text, torn, found: Vec::new() };
    shape.table(tree.get_mut(), schema, 0..0, "the story");
    shape.found
}

struct Shape<'a> {
    schema: &'a Value,
    text: &'a str,
    torn: bool,
    found: Vec<Diagnostic>,
}

/// The value of one key, for messages.
struct Slot<'s> {
    key: &'s str,
    /// What the key belongs to: `the actor “russia”`.
    owner: &'s str,
}

impl<'a> Shape<'a> {
    fn error(&mut self, code: &'static str, span: Range<usize>, message: String, hint: impl Into<String>) {
        let at = At { file: STORY_FILE.into(), start: span.start, end: span.end };
        self.found.push(Diagnostic::error(code, Some(at), message, hint));
    }

    fn table(&mut self, table: &mut DeTable, schema: &'a Value, span: Range<usize>, owner: &str) {
        let keys: Vec<_> = table.keys().map(|key| (key.get_ref().to_string(), key.span())).collect();
        for (key, span) in &keys {
            let keep = match property(schema, key) {
                Some(schema) => {
                    table.get_mut(key.as_str()).is_none_or(|value| self.value(value, schema, Slot { key, owner }))
                }
                None => {
                    self.unknown_key(key, span.clone(), schema, owner);
                    false
                }
            };
            if !keep {
                table.remove(key.as_str());
            }
        }
        let missing = strings(&schema["required"]).filter(|required| !keys.iter().any(|(key, _)| key == required));
        // A key that was only misspelt is not missing as well.
        let meant = |required: &str| keys.iter().any(|(key, _)| near::nearest(key, &names(schema)) == Some(required));
        let missing = missing.filter(|required| !meant(required));
        for key in missing.filter(|_| !self.torn).collect::<Vec<_>>() {
            let schema = property(schema, key).unwrap_or(&Value::Null);
            let full = self.resolve(schema);
            let hint = format!("add `{}`{}{}", example(key, full), one_of(full), meaning(schema));
            self.error("missing-key", span.clone(), format!("{owner} has no `{key}`"), hint);
        }
    }

    fn unknown_key(&mut self, key: &str, span: Range<usize>, schema: &Value, owner: &str) {
        let hint = near::hint(key, &names(schema), "the keys here are");
        self.error("unknown-key", span, format!("{owner} has no key `{key}`"), hint);
    }

    /// Whether the value fits and stays.
    fn value(&mut self, value: &mut Spanned<DeValue>, schema: &'a Value, slot: Slot) -> bool {
        let schema = self.resolve(schema);
        if let Some(list) = schema["anyOf"].as_array().and_then(|options| options.last()) {
            wrap(value);
            return self.value(value, list, slot);
        }
        let span = value.span();
        let words = words(schema);
        match (schema["type"].as_str(), value.get_mut()) {
            (_, DeValue::String(word)) if !words.is_empty() => self.word(word, &words, span, slot),
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
                    Some("array") if matches!(other, DeValue::Table(_) | DeValue::String(_)) => wrap(value),
                    Some("object") if unwrap(value) => {}
                    _ => return false,
                }
                self.value(value, schema, slot)
            }
        }
    }

    fn resolve(&self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#')) {
            Some(pointer) => self.schema.pointer(pointer).unwrap_or(&Value::Null),
            None => schema,
        }
    }

    fn word(&mut self, word: &str, words: &[&str], span: Range<usize>, slot: Slot) -> bool {
        let known = words.contains(&word);
        if !known {
            let message = format!("`{}` of {} cannot be “{word}”", slot.key, slot.owner);
            self.error("unknown-word", span, message, near::hint(word, words, "it is one of"));
        }
        known
    }

    fn string(&mut self, text: &str, schema: &Value, span: Range<usize>, slot: Slot) -> bool {
        if text.trim().is_empty() {
            let message = format!("`{}` of {} is empty", slot.key, slot.owner);
            self.error("empty-text", span, message, "write something between the quotation marks, or take the key out");
            return false;
        }
        if let Some(bad) = text.chars().find(|&c| hidden(c)) {
            let message =
                format!("`{}` of {} contains the control character U+{:04X}", slot.key, slot.owner, bad as u32);
            self.error("control-character", span.clone(), message, "take it out: it cannot be shown");
        }
        if schema["pattern"].is_string() && !is_id(text) {
            let message = format!("“{text}” is not an id");
            self.error("malformed-id", span, message, id_hint(text));
        }
        true
    }

    fn integer(&mut self, number: Option<i64>, schema: &Value, span: Range<usize>, slot: Slot) -> bool {
        let least = schema["minimum"].as_i64().unwrap_or(0);
        let fits = number.is_some_and(|number| (least..=u32::MAX.into()).contains(&number));
        if !fits {
            let message = format!("`{}` of {} is out of range", slot.key, slot.owner);
            self.error("wrong-type", span, message, format!("write a whole number from {least} upwards"));
        }
        fits
    }

    fn list(&mut self, list: &mut DeArray, schema: &'a Value, span: Range<usize>, slot: Slot) -> bool {
        let least = schema["minItems"].as_u64().unwrap_or(0) as usize;
        let length = list.len();
        if length > MOST {
            let message = format!("{} has {length} of `{}`, more than can be counted", slot.owner, slot.key);
            self.error("too-many", span, message, format!("keep at most {MOST}, or split the story"));
            return false;
        }
        if length < least {
            let message = format!("{} has {length} of `{}`, but needs at least {least}", slot.owner, slot.key);
            self.error("too-few", span, message, "add what is missing, or take the key out");
        }
        let (key, owner) = (slot.key, slot.owner);
        let items = std::mem::replace(list, DeArray::new()).into_iter();
        *list = items
            .filter_map(|mut item| self.value(&mut item, &schema["items"], Slot { key, owner }).then_some(item))
            .collect();
        true
    }

    fn wrong_type(&mut self, found: &str, schema: &Value, span: Range<usize>, slot: &Slot) {
        let key = slot.key;
        let raw = self.text.get(span.clone()).unwrap_or("…");
        let is_date = schema["format"] == "edtf";
        let date = if is_date { advice::value(raw) } else { None };
        let unsure = if is_date && date.is_none() { advice::of(raw) } else { None };
        let raw = date.as_deref().unwrap_or(raw);
        let hint = match (schema["type"].as_str(), found) {
            (Some("array"), "table") => format!("write double brackets, `[[{key}]]`, once for each"),
            (Some("object"), "array") => format!("write single brackets, `[{key}]`, once"),
            (Some("array"), _) => format!("put it into a list: `{key} = [{raw}]`"),
            (Some("object"), "string" | "integer") if property(schema, "id").is_some() => {
                format!("write `[[{key}]]` and its keys below")
            }
            (Some("integer"), _) => "write a whole number without quotation marks".into(),
            (_, "array" | "table") => "write one text in quotation marks".into(),
            _ => match unsure {
                Some(advice) => format!("put it in quotation marks, and {}", advice.hint),
                None => format!("put it in quotation marks: `{key} = \"{raw}\"`"),
            },
        };
        let message = format!("`{key}` of {} is {}, not {}", slot.owner, article(found), kind(schema));
        self.error("wrong-type", span, message, hint);
        if let (Some(date), Some(found)) = (date, self.found.last_mut()) {
            found.replacement = Some(format!("\"{date}\""));
        }
    }
}

/// The keys that a table may have.
fn names(schema: &Value) -> Vec<&str> {
    schema["properties"].as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect()
}

/// The schema of a key: its own, or the one that all keys of the table share.
fn property<'s>(schema: &'s Value, key: &str) -> Option<&'s Value> {
    let of_all = Some(&schema["additionalProperties"]).filter(|schema| schema.is_object());
    schema["properties"].get(key).or(of_all)
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
fn unwrap(value: &mut Spanned<DeValue>) -> bool {
    let first = match value.get_mut() {
        DeValue::Array(list) => std::mem::replace(list, DeArray::new()).into_iter().next(),
        _ => None,
    };
    let table = first.filter(|first| first.get_ref().is_table());
    table.map(|table| *value = table).is_some()
}

/// How messages call an entry: `the actor “russia”`, by whatever names it best.
fn entry(key: &str, table: &DeTable) -> Option<String> {
    let name = ["id", "actor", "from"].into_iter().find_map(|name| table.get(name)?.get_ref().as_str())?;
    let of = if table.contains_key("id") { "" } else { "of " };
    Some(format!("the {key} {of}“{name}”"))
}

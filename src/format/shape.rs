//! Fits the parsed `story.toml` to the schema: unknown and missing keys, wrong types, words and ids
//! that are not well-formed. Takes out what does not fit, so that the rest can be read and checked
//! too. Knows no key by name: all is in the schema.

use super::wording::{
    article, entry, example, id_hint, kind, meaning, one_of, quoted, strings, words,
};
use super::{date_advice, hidden, in_story, is_id, meant, near};
use crate::format::diagnostic::{self, Diagnostic, Severity};
use serde_json::Value;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// Longest list that typed ids can count.
pub(super) const MOST: usize = u16::MAX as usize;

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

    /// Whether the value fits and stays.
    fn value(&mut self, value: &mut Spanned<DeValue>, schema: &'a Value, slot: Slot) -> bool {
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

    fn resolve(&self, schema: &'a Value) -> &'a Value {
        match schema["$ref"]
            .as_str()
            .and_then(|reference| reference.strip_prefix('#'))
        {
            Some(pointer) => self.schema.pointer(pointer).unwrap_or(&Value::Null),
            None => schema,
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
            None => super::word_meant(word, words),
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
                super::control(bad)
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
        let least = schema["minimum"].as_i64().unwrap_or(0);
        let fits = number.is_some_and(|number| (least..=u32::MAX.into()).contains(&number));
        if !fits {
            let message = format!("`{}` of {} is out of range", slot.key, slot.owner);
            self.error(
                "wrong-type",
                span,
                message,
                format!("write a whole number from {least} upwards"),
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
        let least = schema["minItems"].as_u64().unwrap_or(0) as usize;
        let length = list.len();
        if length > MOST {
            let message = format!(
                "{} has {length} of `{}`, more than can be counted",
                slot.owner, slot.key
            );
            self.error(
                "too-many",
                span,
                message,
                format!("keep at most {MOST}, or split the story"),
                None,
            );
            return false;
        }
        if length < least {
            let message = format!(
                "{} has {length} of `{}`, but needs at least {least}",
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

    fn wrong_type(&mut self, found: &str, schema: &Value, span: Range<usize>, slot: &Slot) {
        let key = slot.key;
        let raw = self.text.get(span.clone()).unwrap_or("…");
        let shown = near::cut(raw);
        let heads = |from: &str, to: &str| (raw == from).then(|| to.to_owned());
        let (list, table) = (format!("[[{key}]]"), format!("[{key}]"));
        let (hint, text) = match (schema["type"].as_str(), found) {
            (Some("array"), "table") => (
                format!("write double brackets, `{list}`, once for each"),
                heads(&table, &list),
            ),
            (Some("object"), "array") if self.repeated(&list) => {
                let hint = format!(
                    "keep the first as `{table}`, and make a [[reference]] of each further one"
                );
                (hint, None)
            }
            (Some("object"), "array") => (
                format!("write single brackets, `{table}`, once"),
                heads(&list, &table),
            ),
            (Some("array"), _) => (
                format!("put it into a list: `{key} = [{shown}]`"),
                Some(format!("[{raw}]")),
            ),
            (Some("object"), "string" | "integer") if property(schema, "id").is_some() => {
                (format!("write `{list}` and its keys below"), None)
            }
            (Some("integer"), "string") if raw.trim_matches('"').parse::<u32>().is_ok() => {
                let number = raw.trim_matches('"');
                (
                    format!("write it without quotation marks: `{key} = {number}`"),
                    Some(number.into()),
                )
            }
            (Some("integer"), _) => ("write a whole number without quotation marks".into(), None),
            (_, "array" | "table") => ("write one text in quotation marks".into(), None),
            _ if schema["format"] == "edtf" => self.bare_date(key, raw),
            _ => (
                format!("put it in quotation marks: `{key} = \"{shown}\"`"),
                Some(quoted(raw)),
            ),
        };
        let message = format!(
            "`{key}` of {} is {}, not {}",
            slot.owner,
            article(found),
            kind(schema)
        );
        self.error("wrong-type", span, message, hint, text);
    }

    /// What to write for a date without quotation marks.
    fn bare_date(&self, key: &str, raw: &str) -> (String, Option<String>) {
        match (date_advice::value(raw), date_advice::of(raw)) {
            (Some(date), _) => {
                let date = quoted(&date);
                (
                    format!("put it in quotation marks: `{key} = {date}`"),
                    Some(date),
                )
            }
            (None, Some(advice)) => (
                format!("put it in quotation marks, and {}", advice.hint),
                None,
            ),
            (None, None) => (
                format!(
                    "put it in quotation marks: `{key} = \"{}\"`",
                    near::cut(raw)
                ),
                Some(quoted(raw)),
            ),
        }
    }

    /// Whether a head stands more than once in the file.
    fn repeated(&self, head: &str) -> bool {
        self.text.match_indices(head).nth(1).is_some()
    }
}

/// Keys whose texts are drawn, or listed, on one line.
const ONE_LINE: [&str; 6] = ["title", "name", "inline", "short", "label", "kind"];

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

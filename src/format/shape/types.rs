//! Values of another type than the schema asks for, and how to write them.

use super::{Shape, Slot, property};
use crate::format::wording::{article, kind, quoted};
use crate::format::{date_advice, near};
use serde_json::Value;
use std::ops::Range;

impl Shape<'_> {
    pub(super) fn wrong_type(
        &mut self,
        found: &str,
        schema: &Value,
        span: Range<usize>,
        slot: &Slot,
    ) {
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

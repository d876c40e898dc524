//! How messages word what the schema says of a key.

use super::near;
use serde_json::Value;
use toml::de::DeTable;

/// The words that the schema allows; empty for free text.
pub(super) fn words(schema: &Value) -> Vec<&str> {
    let each = schema["oneOf"].as_array().into_iter().flatten();
    each.filter_map(|word| word["const"].as_str())
        .chain(strings(&schema["enum"]))
        .collect()
}

/// The texts of a list.
pub(super) fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

/// A line to add for a missing key.
pub(super) fn example(key: &str, schema: &Value) -> String {
    match schema["type"].as_str() {
        Some("object") => format!("[{key}]"),
        Some("array") => format!("{key} = […]"),
        Some("integer") => format!("{key} = {}", schema["const"].as_u64().unwrap_or(1)),
        _ => format!("{key} = \"…\""),
    }
}

/// The words to choose from, to go behind an example.
pub(super) fn one_of(schema: &Value) -> String {
    let words = words(schema);
    if words.is_empty() {
        String::new()
    } else {
        format!(" with {}", near::words(&words))
    }
}

/// The first sentence of the schema's description, to go behind an example.
pub(super) fn meaning(schema: &Value) -> String {
    let text = schema["description"]
        .as_str()
        .unwrap_or_default()
        .replace('\n', " ");
    let sentence = text
        .split(". ")
        .next()
        .unwrap_or_default()
        .trim_end_matches('.');
    if sentence.is_empty() {
        String::new()
    } else {
        format!(": {}", lower_first(sentence))
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

pub(super) fn kind(schema: &Value) -> &'static str {
    match schema["type"].as_str() {
        Some("integer") => "a whole number",
        Some("array") => "a list",
        Some("object") => "a table",
        _ => "a text",
    }
}

pub(super) fn article(found: &str) -> &'static str {
    match found {
        "string" => "a text",
        "integer" => "a number",
        "float" => "a number with a fraction",
        "boolean" => "true or false",
        "datetime" => "a TOML date",
        "array" => "a list",
        _ => "a table",
    }
}

/// Whether `text` is lower-case letters and digits, joined by single hyphens.
pub(crate) fn is_id(text: &str) -> bool {
    let piece = |piece: &str| {
        !piece.is_empty()
            && piece
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.split('-').all(piece)
}

/// What to write instead of a text that is no id.
pub(super) fn id_hint(text: &str) -> String {
    let id = slug(text).unwrap_or_else(|| "a-name".into());
    format!("use lower-case letters, digits and hyphens, such as `{id}`")
}

/// The nearest id to any text, if there is one.
pub(super) fn slug(text: &str) -> Option<String> {
    let start: String = text.chars().take(LONGEST_ID).collect();
    let lower = start.to_lowercase().replace(
        |c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit(),
        "-",
    );
    let pieces: Vec<&str> = lower.split('-').filter(|piece| !piece.is_empty()).collect();
    (!pieces.is_empty()).then(|| pieces.join("-"))
}

/// Longest id that is made of a text.
const LONGEST_ID: usize = 60;

/// A text as a value of TOML.
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// How messages call an entry: `the actor “russia”`, by whatever names it best.
pub(super) fn entry(key: &str, table: &DeTable) -> Option<String> {
    let name = ["id", "actor", "from"]
        .into_iter()
        .find_map(|name| table.get(name)?.get_ref().as_str())?;
    let of = if table.contains_key("id") { "" } else { "of " };
    Some(format!("the {key} {of}“{}”", near::cut(name)))
}

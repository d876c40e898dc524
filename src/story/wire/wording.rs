//! How messages word what the schema says of a key. Knows no file and no finding.

use super::near;
use serde_json::Value;

/// The words that the schema allows; empty for free text.
pub(super) fn words(schema: &Value) -> Vec<&str> {
    let each = schema["oneOf"].as_array().into_iter().flatten();
    each.filter_map(|word| word["const"].as_str()).chain(strings(&schema["enum"])).collect()
}

/// The texts of a list.
pub(super) fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
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
    if words.is_empty() { String::new() } else { format!(" with {}", near::words(&words)) }
}

/// The first sentence of the schema's description, to go behind an example.
pub(super) fn meaning(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default().replace('\n', " ");
    let sentence = text.split(". ").next().unwrap_or_default().trim_end_matches('.');
    if sentence.is_empty() { String::new() } else { format!(": {}", lower_first(sentence)) }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
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

/// What to write instead of a text that is no id.
pub(super) fn id_hint(text: &str) -> String {
    format!("use lower-case letters, digits and hyphens, such as `{}`", slug(text))
}

/// The nearest id to any text.
fn slug(text: &str) -> String {
    let lower = text.to_lowercase().replace(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit(), "-");
    let pieces: Vec<&str> = lower.split('-').filter(|piece| !piece.is_empty()).collect();
    if pieces.is_empty() { "a-name".into() } else { pieces.join("-") }
}

//! The JSON Schema of `story.toml`.

use super::file::StoryFile;
use serde_json::Value;
use std::sync::LazyLock;

/// The schema, generated from [`StoryFile`] and its documentation.
pub fn schema() -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(generate);
    &SCHEMA
}

fn generate() -> Value {
    let mut schema = schemars::generate::SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<StoryFile>();
    schemars::transform::transform_subschemas(&mut no_null, &mut schema);
    schema.to_value()
}

/// TOML knows no null: an optional key is left out.
fn no_null(schema: &mut schemars::Schema) {
    schemars::transform::transform_subschemas(&mut no_null, schema);
    if let Some(types) = schema.get("type").and_then(Value::as_array)
        && let Some(single) = types.iter().find(|name| *name != "null").cloned()
    {
        schema.insert("type".into(), single);
    }
    if let Some(options) = schema.get("anyOf").and_then(Value::as_array)
        && options.iter().any(|option| option["type"] == "null")
        && let Some(Value::Object(single)) = options
            .iter()
            .find(|option| option["type"] != "null")
            .cloned()
    {
        schema.remove("anyOf");
        schema.ensure_object().extend(single);
    }
}

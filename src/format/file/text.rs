//! The values of `story.toml`: each with its place in the file, and texts by what the schema says
//! of them.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use std::borrow::Cow;
use std::ops::{Deref, Range};

/// A value and its place in the file, in bytes.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Placed<T>(toml::Spanned<T>);

impl<T> Placed<T> {
    pub fn span(&self) -> Range<usize> {
        self.0.span()
    }
}

impl<T: Deref<Target = str>> Placed<T> {
    pub fn as_str(&self) -> &str {
        self.0.get_ref()
    }
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.get_ref()
    }
}

impl<T: JsonSchema> JsonSchema for Placed<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

/// Kinds of text, which differ in what the schema says of them.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = Placed<$inner:ident>: $schema:tt;)*) => {$(
        $(#[$doc])*
        pub type $name = Placed<$inner>;

        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(transparent)]
        pub struct $inner(String);

        impl Deref for $inner {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl JsonSchema for $inner {
            fn schema_name() -> Cow<'static, str> {
                stringify!($inner).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

texts! {
    /// Plain text, not empty.
    Text = Placed<PlainText>: { "type": "string", "minLength": 1 };
    /// Lower-case letters, digits and hyphens; each kind of thing has ids of its own.
    Id = Placed<IdText>: { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" };
    /// The id of something in the story.
    Ref = Placed<RefText>: { "type": "string", "minLength": 1 };
    /// An EDTF date (ISO 8601-2), such as `2025-09-04`, `2024~`, `199X`, `2025-09-03/2025-09-06` or
    /// `1991/..`.
    Date = Placed<DateText>: { "type": "string", "format": "edtf" };
    /// An http(s) or relative address.
    Link = Placed<LinkText>: { "type": "string", "format": "uri-reference" };
}

/// One id or a list of them; [`crate::format::shape`] turns a single one into a list.
pub(super) fn one_or_more(generator: &mut SchemaGenerator) -> Schema {
    let id = RefText::json_schema(generator);
    json_schema!({ "anyOf": [id, { "type": "array", "items": id, "minItems": 1 }] })
}

//! The entries that claim something: positions, relations and events. Each says how we know.

use super::text::{Date, Id, Placed, Ref, Text, one_or_more};
use crate::story::{Evidence, Tone};
use schemars::JsonSchema;
use serde::Deserialize;
use std::ops::Range;

/// What positions, relations and events have in common.
pub struct Claim<'f> {
    /// Bytes of the entry's head, `[[position]]`.
    pub span: Range<usize>,
    pub kind: &'static str,
    pub evidence: Option<&'f Placed<Evidence>>,
    pub quote: Option<&'f Text>,
    pub passage: &'f [Ref],
    pub reference: &'f [Ref],
}

/// Entries with their own keys, and behind them the keys that say how we know.
macro_rules! claims {
    ($($(#[$doc:meta])* $kind:literal $entry:ident {
        $($(#[$about:meta])* $key:ident: $value:ty,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $entry {
            $($(#[$about])* pub $key: $value,)*
            /// How we know.
            #[schemars(required)]
            pub evidence: Option<Placed<Evidence>>,
            /// Word for word from the source, without quotation marks. Required for `quoted`.
            pub quote: Option<Text>,
            /// The passage that it is from, or a list of them. Not for `context`.
            #[serde(default)]
            #[schemars(schema_with = "one_or_more")]
            pub passage: Vec<Ref>,
            /// The reference that says so, or a list of them. Required for `context`.
            #[serde(default)]
            #[schemars(schema_with = "one_or_more")]
            pub reference: Vec<Ref>,
        }

        impl Placed<$entry> {
            pub fn claim(&self) -> Claim<'_> {
                Claim {
                    span: self.span(),
                    kind: $kind,
                    evidence: self.evidence.as_ref(),
                    quote: self.quote.as_ref(),
                    passage: &self.passage,
                    reference: &self.reference,
                }
            }
        }
    )*};
}

claims! {
    /// What an actor states on an issue.
    "position" PositionEntry {
        /// Who states it.
        #[schemars(required)]
        actor: Option<Ref>,
        /// On which issue.
        #[schemars(required)]
        issue: Option<Ref>,
        /// The side taken, by its id on the issue’s scale; without it the position stands on no
        /// side of the scale.
        stance: Option<Ref>,
        /// The position in our words, in one or two sentences.
        #[schemars(required)]
        text: Option<Text>,
    }

    /// What ties one actor to others, read from `from` to `to`.
    "relation" RelationEntry {
        /// The actor that the relation starts from.
        #[schemars(required)]
        from: Option<Ref>,
        /// The actor that it leads to, or a list of them: one link to each.
        #[schemars(required, schema_with = "one_or_more")]
        to: Option<Vec<Ref>>,
        /// A few words on the line: `speaks for`.
        #[schemars(required)]
        label: Option<Text>,
        /// Which way it pulls: `for`, `against` or `neutral`; `neutral` without it.
        tone: Option<Placed<Tone>>,
        /// The relation in our words, in one or two sentences.
        #[schemars(required)]
        text: Option<Text>,
    }

    /// Something that happened, happens or may happen.
    "event" EventEntry {
        /// Lower-case letters, digits and hyphens; no two of a kind are the same.
        #[schemars(required)]
        id: Option<Id>,
        /// What happened, in a few words.
        #[schemars(required)]
        title: Option<Text>,
        /// When (EDTF). Without it the event is undated and follows the one listed before it.
        when: Option<Date>,
        /// How the source words the date, to be shown instead of its own words:
        /// `St Martin’s Day 1411`. Not without `when`.
        date_text: Option<Text>,
        /// The phase that it belongs to; required when there are phases.
        phase: Option<Ref>,
        /// What happened, in our words.
        #[schemars(required)]
        text: Option<Text>,
        /// Who takes part.
        #[serde(default)]
        actors: Vec<Ref>,
        /// Which issues it touches.
        #[serde(default)]
        issues: Vec<Ref>,
    }
}

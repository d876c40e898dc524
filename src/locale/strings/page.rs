//! The words of what is written once, which the page's program does not carry.

use super::template::Plural;

/// The words of what is written once: the head and foot of a page, the page of contents of several
/// stories, the preview image.
#[derive(Debug)]
pub struct PageStrings {
    pub lang: &'static str,
    pub evidence_means: [&'static str; 5],
    pub skip: &'static str,
    pub about: &'static str,
    pub foot: &'static str,
    pub kicker: &'static str,
    pub explains: &'static str,
    pub updated: &'static str,
    pub how: &'static str,
    pub how_keys: &'static str,
    pub without_program: &'static str,
    pub context_sources: &'static str,
    pub context_note: &'static str,
    pub made_with: &'static str,
    pub contents: &'static str,
    pub contents_note: Plural,
    pub count_actors: Plural,
    pub count_positions: Plural,
    pub count_events: Plural,
    pub data_of: &'static str,
    pub preview: &'static str,
    /// Where a passage of the source is: the numbers of its paragraphs.
    pub paragraphs: Plural,
    /// Words of an actor's kind by its type in schema.org, such as "state" for `Country`.
    pub actor_types: &'static [(&'static str, &'static [&'static str])],
    /// In a kind that names several actors: "group of states".
    pub kind_of_several: &'static str,
}

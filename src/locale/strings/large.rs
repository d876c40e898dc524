//! The words of a large story's pages: what its first page leaves to others, and the ways there.

use super::template::Plural;

/// In one language. `{…}` marks what [`super::fill`] puts in.
#[derive(Debug)]
pub struct LargeStrings {
    pub lang: &'static str,
    pub whole: &'static str,
    /// What there is, and what the first page shows of it.
    pub counts: &'static str,
    pub shown: &'static str,
    pub all_events: &'static str,
    pub all_actors: &'static str,
    pub full_cards: &'static str,
    pub count_groups: Plural,
    pub count_relations: Plural,
    /// A section: its phase or group, and from where to where.
    pub section: &'static str,
    /// A section's first and last month, or its first and last name.
    pub span: &'static str,
    pub pages: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    /// The way back to the story's first page.
    pub start: &'static str,
    pub issues: &'static str,
    /// What a card of the first page leaves out.
    pub card_part: &'static str,
    pub also_involved: &'static str,
}

//! The words of a large story's pages: what its first page leaves to others, and the ways there.
//! Written natively only.

/// In one language. `{…}` marks what [`super::fill`] puts in; two forms are for one and for
/// several.
#[derive(Debug, PartialEq)]
pub struct LargeStrings {
    pub lang: &'static str,
    pub whole: &'static str,
    /// What there is, and what the first page shows of it.
    pub counts: &'static str,
    pub shown: &'static str,
    pub all_events: &'static str,
    pub all_actors: &'static str,
    pub full_cards: &'static str,
    pub count_groups: [&'static str; 2],
    pub count_relations: [&'static str; 2],
    /// A section: its phase or group, and from where to where.
    pub section: &'static str,
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

impl LargeStrings {
    /// The words for a BCP 47 tag; English where a language is not translated yet.
    pub fn of(_lang: &str) -> &'static Self {
        &EN
    }
}

static EN: LargeStrings = LargeStrings {
    lang: "en",
    whole: "The whole story",
    counts: "{events}, {actors} in {groups}, {relations}, {positions}.",
    shown: "This page shows {events} and {actors}: those that the text names first. Every entry stands on the page of its period or group.",
    all_events: "All events by period",
    all_actors: "All actors by group",
    full_cards: "The cards of this page in full",
    count_groups: ["{count} group", "{count} groups"],
    count_relations: ["{count} relation", "{count} relations"],
    section: "{of}: {span}",
    pages: "Pages",
    previous: "Previous: {page}",
    next: "Next: {page}",
    start: "To the start of the story",
    issues: "The issues",
    card_part: "Shown here: {relations} of {all_relations} and {events} of {all_events}; the actor’s own page has them all.",
    also_involved: "Also involved: {names}.",
};

//! Sentences that the interface makes of a story's own words.

use super::{Relation, Story};
use crate::text::strings::Strings;

impl Story {
    /// A relation as one sentence without a full stop: "Russia opposes the expansion of NATO".
    pub fn relation_sentence(&self, relation: &Relation, words: &Strings) -> String {
        let mut sentence = format!("{} {}", self[relation.from].name, relation.label);
        for (index, to) in relation.to.iter().enumerate() {
            sentence += if index == 0 { " " } else { words.separator(index, relation.to.len()) };
            sentence += self[*to].within();
        }
        sentence
    }

    /// What is known of the explained text and what is not, one item each: publisher, author, date, and that there is no link.
    pub fn source_details(&self, words: &Strings) -> Vec<String> {
        let source = &self.source;
        let or = |known: Option<&str>, unknown: &str| known.unwrap_or(unknown).to_owned();
        let date = source.date.as_ref().map(|date| date.words(words.lang));
        let mut details = vec![
            or(source.publisher.as_deref(), words.no_publisher),
            or(source.author.as_deref(), words.no_author),
            or(date, words.no_date),
        ];
        details.extend(source.url.is_none().then(|| words.no_link.to_owned()));
        details
    }
}

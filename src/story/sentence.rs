//! Sentences that the interface makes of a story's own words.

use super::{Relation, Story};
use crate::locale::strings::Strings;

impl Story {
    /// A relation as one sentence without a full stop: "Russia opposes the expansion of NATO".
    pub fn relation_sentence(&self, relation: &Relation, words: &Strings) -> String {
        let mut sentence = format!("{} {}", self[relation.from].beginning(), relation.label);
        for (index, to) in relation.to.iter().enumerate() {
            sentence += if index == 0 {
                " "
            } else {
                words.separator(index, relation.to.len())
            };
            sentence += self[*to].within();
        }
        sentence
    }

    /// What is known of the explained text and what is not: publisher, author, date, and last that
    /// there is no link, where there is none.
    pub fn source_details(&self, words: &Strings) -> Vec<Detail> {
        let source = &self.source;
        let own = |known: &Option<String>, unknown: &str| {
            known
                .clone()
                .map_or_else(|| Detail::Said(unknown.to_owned()), Detail::Own)
        };
        let date = source
            .date
            .as_ref()
            .map_or(words.no_date, |date| date.words());
        let mut details = vec![
            own(&source.publisher, words.no_publisher),
            own(&source.author, words.no_author),
            Detail::Said(date.to_owned()),
        ];
        details.extend(
            source
                .url
                .is_none()
                .then(|| Detail::Said(words.no_link.to_owned())),
        );
        details
    }
}

/// A detail of the source line.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// Words of the story.
    Own(String),
    /// Words of the interface.
    Said(String),
}

impl Detail {
    pub fn words(self) -> String {
        match self {
            Self::Own(text) | Self::Said(text) => text,
        }
    }
}

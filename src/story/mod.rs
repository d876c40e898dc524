//! The story: what an explainer explains, as plain linked data. Knows no file format, no drawing
//! and no browser.
//!
//! A [`Story`] is built by `format` from the editor's files, and travels to the browser as JSON of
//! exactly these types. Things refer to each other by typed index ids, which only `format` makes, so
//! that a dangling reference cannot be built.

#[cfg(not(target_arch = "wasm32"))]
mod subset;
pub mod evidence;
pub mod sentence;

use crate::date::When;
use crate::pack::{Items, Unpack, Value, expected, mismatch, packed};
use serde::{Deserialize, Serialize};
use std::ops::Index;

pub use evidence::Evidence;

packed! {
    /// A whole story. Every list stands in the order of the editor's files.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Story {
        /// The name of the story's folder; stands in addresses.
        pub slug: String,
        /// BCP 47 language tag of the text.
        pub lang: String,
        pub title: String,
        pub standfirst: String,
        /// The date of the data.
        pub updated: When,
        pub source: Source,
        pub groups: Vec<Group>,
        pub issues: Vec<Issue>,
        pub actors: Vec<Actor>,
        pub passages: Vec<Passage>,
        pub positions: Vec<Position>,
        pub relations: Vec<Relation>,
        /// At least one; a story without phases has a single unnamed past phase.
        pub phases: Vec<Phase>,
        /// In the order of time: by phase, then as listed.
        pub events: Vec<Event>,
        pub references: Vec<Reference>,
    }

    /// The text that the story explains.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Source {
        /// How sentences of the interface refer to it: "the article".
        pub name: String,
        pub title: String,
        pub publisher: Option<String>,
        pub author: Option<String>,
        pub date: Option<When>,
        pub url: Option<String>,
        pub note: Option<String>,
    }

    /// The evidence behind one entry, and where to look it up.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Grounds {
        pub evidence: Evidence,
        /// Word for word from the source, between the quotation marks of the story's language.
        pub quote: Option<String>,
        /// Where in the source.
        pub passages: Vec<PassageId>,
        /// Where outside of it; not empty for context.
        pub references: Vec<ReferenceId>,
    }

    /// A set of actors that belong together.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Group {
        pub key: String,
        pub name: String,
    }

    /// A question on which actors take positions, along a scale of stances.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Issue {
        pub key: String,
        pub name: String,
        pub question: Option<String>,
        /// From one pole to the other; at least two.
        pub scale: Vec<Stance>,
    }
}

impl Issue {
    /// Where a stance stands between the poles, 0 to 1.
    pub fn share(&self, stance: StanceId) -> f64 {
        stance.index() as f64 / (self.scale.len() - 1) as f64
    }
}

packed! {
    /// One side that can be taken on an issue.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Stance {
        pub key: String,
        pub label: String,
    }

    /// Somebody with a stake: a state, a person, a firm.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Actor {
        pub key: String,
        pub name: String,
        /// The name in the middle of a sentence, where that differs: "the United States".
        pub inline: Option<String>,
        pub short: Option<String>,
        pub also: Vec<String>,
        /// In the story's own words: "state".
        pub kind: String,
        pub group: GroupId,
        pub about: String,
    }
}

impl Actor {
    /// The name within a sentence, which it does not begin.
    pub fn within(&self) -> &str {
        self.inline.as_deref().unwrap_or(&self.name)
    }

    /// The name at the beginning of a sentence: "The United States". Of a letter that is not ASCII
    /// nothing is made large: such a name begins as it is listed.
    pub fn beginning(&self) -> String {
        match self
            .inline
            .as_ref()
            .filter(|inline| inline.starts_with(|first: char| first.is_ascii()))
        {
            Some(inline) => [&inline[..1].to_ascii_uppercase(), &inline[1..]].concat(),
            None => self.name.clone(),
        }
    }

    /// The name to draw where there is little room.
    pub fn label(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

packed! {
    /// What an actor states on an issue.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Position {
        pub actor: ActorId,
        pub issue: IssueId,
        /// The side it takes; `None` for a statement that takes none.
        pub stance: Option<StanceId>,
        pub text: String,
        pub grounds: Grounds,
    }

    /// Which way a relation pulls.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
    #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
    pub enum Tone {
        For = "for",
        Against = "against",
        #[default]
        Neutral = "neutral",
    }

    /// What ties one actor to others, read from `from` to `to`.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Relation {
        pub from: ActorId,
        /// At least one; the same sentence holds for each.
        pub to: Vec<ActorId>,
        /// Words on the line: "speaks for".
        pub label: String,
        pub tone: Tone,
        pub text: String,
        pub grounds: Grounds,
    }

    /// Where a phase lies relative to the story's present.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
    #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
    pub enum Tense {
        #[default]
        Past = "past",
        Now = "now",
        Future = "future",
    }

    /// A stretch of the timeline: what led here, now, what may follow.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Phase {
        pub key: String,
        pub name: String,
        pub tense: Tense,
    }

    /// Something that happened, happens or may happen.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Event {
        pub key: String,
        pub title: String,
        /// `None`: undated, placed by order.
        pub when: Option<When>,
        pub phase: PhaseId,
        pub text: String,
        pub actors: Vec<ActorId>,
        pub issues: Vec<IssueId>,
        pub grounds: Grounds,
    }

    /// A part of the text.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Passage {
        pub key: String,
        /// Empty for a passage without a visible heading.
        pub heading: String,
        /// The paragraphs of the source that it retells: non-blank lines of its text, from 1. Empty
        /// where the story does not say.
        pub retells: Vec<u32>,
        pub paragraphs: Vec<Vec<Statement>>,
    }

    /// A run of text with one kind of evidence; `None` for our own linking words.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Statement {
        pub evidence: Option<Evidence>,
        pub spans: Vec<Span>,
    }
}

/// A piece of text that is drawn in one way.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    Text(String),
    Strong(String),
    Emphasis(String),
    Actor(ActorId, String),
    Event(EventId, String),
    Issue(IssueId, String),
    /// An http(s) or relative address, and its words.
    Link(String, String),
}

impl Span {
    pub fn words(&self) -> &str {
        match self {
            Self::Text(words) | Self::Strong(words) | Self::Emphasis(words) => words,
            Self::Actor(_, words)
            | Self::Event(_, words)
            | Self::Issue(_, words)
            | Self::Link(_, words) => words,
        }
    }
}

packed! {
    /// A published source of context.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Reference {
        pub key: String,
        pub title: String,
        pub publisher: String,
        pub date: Option<When>,
        pub url: Option<String>,
    }
}

/// A span travels as its kind, what it leads to, and its words.
impl Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(words) => ("", (), words).serialize(serializer),
            Self::Strong(words) => ("strong", (), words).serialize(serializer),
            Self::Emphasis(words) => ("emphasis", (), words).serialize(serializer),
            Self::Actor(id, words) => ("actor", id, words).serialize(serializer),
            Self::Event(id, words) => ("event", id, words).serialize(serializer),
            Self::Issue(id, words) => ("issue", id, words).serialize(serializer),
            Self::Link(url, words) => ("link", url, words).serialize(serializer),
        }
    }
}

impl Unpack for Span {
    fn read<V: Value>(value: &V) -> Self {
        let mut items = Items::of(value, 3);
        let kind: String = items.read();
        let (target, words) = (value.item(1), expected(value.item(2).text()));
        match kind.as_str() {
            "" => Self::Text(words),
            "strong" => Self::Strong(words),
            "emphasis" => Self::Emphasis(words),
            "actor" => Self::Actor(Unpack::read(&target), words),
            "event" => Self::Event(Unpack::read(&target), words),
            "issue" => Self::Issue(Unpack::read(&target), words),
            "link" => Self::Link(Unpack::read(&target), words),
            _ => {
                mismatch();
                Self::Text(words)
            }
        }
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident => $field:ident: $thing:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $id(u16);

        impl $id {
            /// Only `format` and iterators over the list itself know that an index is in range.
            pub(crate) fn new(index: usize) -> Self {
                Self(u16::try_from(index).expect("the reader refuses longer lists"))
            }

            pub fn index(self) -> usize {
                self.0.into()
            }
        }

        impl Unpack for $id {
            fn read<V: Value>(value: &V) -> Self {
                Self(u16::read(value))
            }
        }

        impl Index<$id> for Story {
            type Output = $thing;

            fn index(&self, id: $id) -> &$thing {
                &self.$field[id.index()]
            }
        }
    )*};
}

ids! {
    /// Index into [`Story::groups`].
    GroupId => groups: Group;
    /// Index into [`Story::issues`].
    IssueId => issues: Issue;
    /// Index into [`Story::actors`].
    ActorId => actors: Actor;
    /// Index into [`Story::passages`].
    PassageId => passages: Passage;
    /// Index into [`Story::positions`].
    PositionId => positions: Position;
    /// Index into [`Story::relations`].
    RelationId => relations: Relation;
    /// Index into [`Story::phases`].
    PhaseId => phases: Phase;
    /// Index into [`Story::events`].
    EventId => events: Event;
    /// Index into [`Story::references`].
    ReferenceId => references: Reference;
}

/// Index into the [`Issue::scale`] of the issue that it is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct StanceId(u16);

impl Unpack for StanceId {
    fn read<V: Value>(value: &V) -> Self {
        Self(u16::read(value))
    }
}

impl StanceId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u16::try_from(index).expect("the reader refuses longer lists"))
    }

    pub fn index(self) -> usize {
        self.0.into()
    }
}

/// The things of one list with their ids, in order.
macro_rules! lists {
    ($($name:ident => $field:ident: $id:ident, $thing:ty;)*) => {
        impl Story {$(
            pub fn $name(&self) -> impl DoubleEndedIterator<Item = ($id, &$thing)> + ExactSizeIterator {
                self.$field.iter().enumerate().map(|(index, thing)| ($id::new(index), thing))
            }
        )*}
    };
}

lists! {
    each_group => groups: GroupId, Group;
    each_issue => issues: IssueId, Issue;
    each_actor => actors: ActorId, Actor;
    each_passage => passages: PassageId, Passage;
    each_position => positions: PositionId, Position;
    each_relation => relations: RelationId, Relation;
    each_phase => phases: PhaseId, Phase;
    each_event => events: EventId, Event;
    each_reference => references: ReferenceId, Reference;
}

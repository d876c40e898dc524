//! Large stories: which they are, and what the explorer reads of one.

use super::network::Point;
use crate::pack::packed;
use crate::story::{ActorId, EventId, Story};
use std::rc::Rc;

/// A story with more events or actors than this is large: one page of all would be slow to load
/// and too long to read.
pub const MAX_EVENTS: usize = 150;
pub const MAX_ACTORS: usize = 80;

/// Whether a story takes several pages.
pub fn is_large(story: &Story) -> bool {
    story.events.len() > MAX_EVENTS || story.actors.len() > MAX_ACTORS
}

packed! {
    /// A large story for the explorer: what it draws and highlights, without the texts that only
    /// entries show, and the page of each entry.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Summary {
        pub story: Rc<Story>,
        /// The centre of each actor on the map, by [`ActorId`]: x and y from 0 to 1.
        pub places: Vec<Point>,
        /// The number of the page with the entry of each event and each actor.
        pub events: Vec<u32>,
        pub actors: Vec<u32>,
    }
}

impl Summary {
    /// The page with an event's entry, relative to the story's folder.
    pub fn event_page(&self, id: EventId) -> String {
        event_page(self.events[id.index()])
    }

    /// The page with an actor's card.
    pub fn actor_page(&self, id: ActorId) -> String {
        actor_page(self.actors[id.index()])
    }
}

/// The folder of the pages of entries, in the story's folder.
pub const FOLDER: &str = "all";

pub fn event_page(number: u32) -> String {
    format!("{FOLDER}/events-{number}.html")
}

pub fn actor_page(number: u32) -> String {
    format!("{FOLDER}/actors-{number}.html")
}

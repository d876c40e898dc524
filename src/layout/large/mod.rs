//! Large stories: which are, what of them stands on the first page, on which page everything else
//! has its home, and the story in summary for the explorer. Knows no HTML, no state and no browser.

#[cfg(not(target_arch = "wasm32"))]
mod excerpt;
#[cfg(not(target_arch = "wasm32"))]
mod pagination;

#[cfg(not(target_arch = "wasm32"))]
pub use excerpt::excerpt;
#[cfg(not(target_arch = "wasm32"))]
pub use pagination::{Pages, Section};

use super::network::Point;
#[cfg(not(target_arch = "wasm32"))]
use super::network::places;
use crate::pack::packed;
use crate::story::{ActorId, EventId, Story};
use std::rc::Rc;

/// A story with more events or actors than this is large: a page of all would be slow to load and
/// too long to read.
pub const MOST_EVENTS: usize = 150;
pub const MOST_ACTORS: usize = 80;

/// Whether a story takes several pages.
pub fn is_large(story: &Story) -> bool {
    story.events.len() > MOST_EVENTS || story.actors.len() > MOST_ACTORS
}

packed! {
    /// A large story for the explorer: all that is drawn and lit, without the texts that only
    /// entries show, and where each thing has its entry.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Summary {
        pub story: Rc<Story>,
        /// The middle of each actor on the map, by [`ActorId`]: x and y from 0 to 1.
        pub places: Vec<Point>,
        /// The number of the page on which each event and each actor has its entry.
        pub events: Vec<u32>,
        pub actors: Vec<u32>,
    }
}

impl Summary {
    /// The page that holds an event's entry, relative to the story's folder.
    pub fn event_page(&self, id: EventId) -> String {
        event_page(self.events[id.index()])
    }

    /// The page that holds an actor's card.
    pub fn actor_page(&self, id: ActorId) -> String {
        actor_page(self.actors[id.index()])
    }
}

/// The folder of the pages of entries, in that of the story.
pub const FOLDER: &str = "all";

fn event_page(number: u32) -> String {
    format!("{FOLDER}/events-{number}.html")
}

fn actor_page(number: u32) -> String {
    format!("{FOLDER}/actors-{number}.html")
}

#[cfg(not(target_arch = "wasm32"))]
impl Summary {
    pub fn of(story: &Story, pages: &Pages) -> Self {
        Self {
            places: places(story),
            events: pages.event_pages.clone(),
            actors: pages.actor_pages.clone(),
            story: Rc::new(bare(story)),
        }
    }
}

/// The story without the texts of its entries.
#[cfg(not(target_arch = "wasm32"))]
fn bare(story: &Story) -> Story {
    let mut bare = story.clone();
    bare.passages
        .iter_mut()
        .for_each(|passage| passage.paragraphs.clear());
    bare.references.clear();
    bare.actors.iter_mut().for_each(|actor| actor.about.clear());
    let positions = bare
        .positions
        .iter_mut()
        .map(|one| (&mut one.text, &mut one.grounds));
    let relations = bare
        .relations
        .iter_mut()
        .map(|one| (&mut one.text, &mut one.grounds));
    let events = bare
        .events
        .iter_mut()
        .map(|one| (&mut one.text, &mut one.grounds));
    for (text, grounds) in positions.chain(relations).chain(events) {
        text.clear();
        grounds.quote = None;
        grounds.references.clear();
    }
    bare
}

//! Writes the summary of a large story that the explorer reads.

use super::pagination::Pages;
use crate::layout::large::Summary;
use crate::layout::network::places;
use crate::story::Story;
use std::rc::Rc;

pub fn summary(story: &Story, pages: &Pages) -> Summary {
    Summary {
        places: places(story),
        events: pages.event_pages.clone(),
        actors: pages.actor_pages.clone(),
        story: Rc::new(without_texts(story)),
    }
}

/// The story without the texts of its entries.
fn without_texts(story: &Story) -> Story {
    let mut story = story.clone();
    for passage in &mut story.passages {
        passage.paragraphs.clear();
    }
    story.references.clear();
    for actor in &mut story.actors {
        actor.about.clear();
    }
    let positions = story
        .positions
        .iter_mut()
        .map(|position| (&mut position.text, &mut position.grounds));
    let relations = story
        .relations
        .iter_mut()
        .map(|relation| (&mut relation.text, &mut relation.grounds));
    let events = story
        .events
        .iter_mut()
        .map(|event| (&mut event.text, &mut event.grounds));
    for (text, grounds) in positions.chain(relations).chain(events) {
        text.clear();
        grounds.quote = None;
        grounds.references.clear();
    }
    story
}

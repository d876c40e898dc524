//! Lays strips out: natively only, as they travel with the story. Knows no state, no Yew and no browser.

mod bunches;
mod columns;
mod places;

use super::{LINE, Mark, Reading, Strip, Strips, WIDTHS, Zone};
use crate::story::{EventId, Story};

impl Strips {
    pub fn of(story: &Story) -> Self {
        let both = |reading| WIDTHS.map(|least| strip(story, reading, least));
        Self { in_order: both(Reading::InOrder), to_scale: has_scale(story).then(|| both(Reading::ToScale)) }
    }
}

/// Lays out the strip of a story, for a strip at least `least` px wide. Never fails; an empty story has an empty strip.
pub fn strip(story: &Story, reading: Reading, least: f64) -> Strip {
    let bunches = bunches::bunches(story);
    let story = &*bunches::gathered(story, &bunches);
    let bands = columns::bands(story, least);
    let (zones, labels, base) = columns::set(story, &bunches, &bands, least);
    let ground = places::Ground { story, bands: &bands, least, base };
    let (places, axis, edges) = match reading {
        Reading::InOrder => places::in_order(&ground),
        Reading::ToScale => places::to_scale(&ground),
    };
    let marks = bunches.iter().zip(labels.into_iter().zip(places));
    let lines = match &axis.ticks[..] {
        [] => 0.0,
        ticks if ticks.iter().all(|tick| tick.under.is_empty()) => 1.0,
        _ => 2.0,
    };
    Strip {
        height: axis.foot + lines * LINE + 6.0,
        zones: zones.into_iter().zip(edges).map(|(zone, edge)| Zone { edge, ..zone }).collect(),
        marks: marks.map(|(bunch, (label, place))| Mark { event: EventId::new(bunch.start), label, place }).collect(),
        axis,
    }
}

/// Whether there is something to read to scale: at least two events with a place in time.
fn has_scale(story: &Story) -> bool {
    story.events.iter().filter(|event| places::span(event).is_some()).nth(1).is_some()
}

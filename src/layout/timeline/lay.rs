//! Lays strips out: natively only, as they travel with the story.

use super::columns::Band;
use super::strip::{Axis, Mark, Piece, RADIUS, Strip, Zone};
use super::{bunches, columns};
use crate::geometry::rounded as round;
use crate::story::{EventId, Story};

/// From the foot of the columns to the axis, in px.
const FAN: f64 = 46.0;
/// Below the marks, in px.
const FOOT: f64 = 9.0;

/// Lays out the strip of a story, for a strip at least `least` px wide. Never fails; an empty story
/// has an empty strip.
pub fn strip(story: &Story, least: f64) -> Strip {
    let bunches = bunches::bunches(story);
    let story = &*bunches::gathered(story, &bunches);
    let bands = columns::bands(story, least);
    let (zones, labels, base) = columns::set(story, &bunches, &bands, least);
    let share = |index: f64| round(index / story.events.len().max(1) as f64 * 100.0);
    let marks = bunches
        .iter()
        .zip(labels)
        .enumerate()
        .map(|(at, (bunch, label))| Mark {
            event: EventId::new(bunch.start),
            label,
            at: share(at as f64 + 0.5),
        });
    let edge = |band: &Band| (band.events.start > 0).then(|| share(band.events.start as f64));
    let piece = |band: &Band| Piece {
        from: share(band.events.start as f64),
        to: share(band.events.end as f64),
        future: band.future(),
    };
    let y = round(base + FAN);
    Strip {
        height: y + RADIUS + FOOT,
        zones: zones
            .into_iter()
            .zip(&bands)
            .map(|(zone, band)| Zone {
                edge: edge(band),
                ..zone
            })
            .collect(),
        marks: marks.collect(),
        axis: Axis {
            y,
            pieces: bands.iter().map(piece).collect(),
        },
    }
}

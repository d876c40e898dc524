//! A placed network at greater zoom: distances grow, plates and words do not, so that more words find room. Knows no window.
//!
//! What has room at one zoom has it at every greater one, because all places move away from each other alike. So the words that are
//! there stay where they are on their lines, and others join them.

use super::labels::{Desk, Wire, spread};
use super::plane::{Area, Spot};
use super::{Frame, Network, Words, wires};
use crate::story::Story;

/// The zooms at which room is looked for.
const LEVELS: [f64; 8] = [1.0, 1.3, 1.7, 2.2, 2.9, 3.8, 5.0, 6.5];

/// The words of a tie: where they stand at zoom 1, before the line is moved aside, px of the frame's least width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    pub at: Spot,
    /// The zoom from which they stand there beside all others; below it, or without it, they are spare.
    pub from: Option<f64>,
}

/// A network with what is needed to draw it at any zoom.
#[derive(Clone, Debug)]
pub struct Zoomed {
    pub frame: Frame,
    /// px; the picture at zoom 1.
    pub size: Spot,
    /// The middle of each actor's plate, by its id, px at zoom 1 in the frame's least width.
    pub at: Vec<Spot>,
    pub plates: Vec<Words>,
    /// By the network's ties.
    pub words: Vec<Words>,
    pub rooms: Vec<Option<Room>>,
    /// By the network's hulls: their names.
    pub titles: Vec<Words>,
}

impl Zoomed {
    pub fn of(story: &Story, network: &Network, frame: Frame) -> Self {
        let size = Spot::new(frame.width(), network.height.max(1.0));
        let spot = |place: &super::Point| Spot::new(place.x / 100.0 * size.x, place.y);
        let still = |tie: &super::Tie| {
            let label = tie.label.as_ref()?;
            Some(Room { at: spot(&label.at), from: (!label.spare).then_some(1.0) })
        };
        let mut zoomed = Self {
            frame,
            size,
            at: network.places.iter().map(spot).collect(),
            plates: story.actors.iter().map(|actor| Words::name(actor.label(), frame)).collect(),
            words: network.ties.iter().map(|tie| Words::tie(&story[tie.relation].label, frame)).collect(),
            rooms: network.ties.iter().map(still).collect(),
            titles: network.hulls.iter().map(|hull| Words::title(&story[hull.group].name, frame)).collect(),
        };
        LEVELS.into_iter().skip(1).for_each(|zoom| zoomed.fill(story, network, zoom));
        zoomed
    }

    /// The zoom at which all words have room, as far as they find any; at least 1.
    pub fn deepest(&self) -> f64 {
        self.rooms.iter().flatten().filter_map(|room| room.from).fold(1.0, f64::max)
    }

    /// Room for more words at this zoom.
    fn fill(&mut self, story: &Story, network: &Network, zoom: f64) {
        if self.rooms.iter().all(|room| room.is_some_and(|room| room.from.is_some())) {
            return;
        }
        let at: Vec<_> = self.at.iter().map(|spot| spot.times(zoom)).collect();
        let wires = spread(&at, wires(story, self.frame));
        let mut labels: Vec<_> =
            self.rooms.iter().map(|room| room.map(|room| (room.at.times(zoom), room.from.is_none()))).collect();
        self.desk(network, &at, &wires, self.size.times(zoom)).fill(&mut labels);
        for (room, label) in self.rooms.iter_mut().zip(labels) {
            let was = room.and_then(|room| room.from);
            *room = label
                .map(|(middle, spare)| Room { at: middle.times(1.0 / zoom), from: was.or((!spare).then_some(zoom)) });
        }
    }

    /// What stands in the way of words and arrowheads in a picture of this size, its plates at these places.
    pub fn desk<'a>(&self, network: &Network, at: &'a [Spot], wires: &'a [Wire], size: Spot) -> Desk<'a> {
        let title = |(index, words): (usize, &Words)| {
            let hull = self.hull(network, index, size);
            Area::new(Spot::new(hull.centre.x, hull.low().y + words.height / 2.0), words.half())
        };
        Desk {
            frame: Area::between(Spot::default(), size),
            at,
            wires,
            plates: at.iter().zip(&self.plates).map(|(spot, plate)| Area::new(*spot, plate.half())).collect(),
            titles: self.titles.iter().enumerate().map(title).collect(),
        }
    }

    /// The area of a group in a picture of this size.
    pub fn hull(&self, network: &Network, index: usize, size: Spot) -> Area {
        let (hull, down) = (&network.hulls[index], size.y / self.size.y);
        let low = Spot::new(hull.left / 100.0 * size.x, hull.top * down);
        Area::between(low, low.plus(Spot::new(hull.width / 100.0 * size.x, hull.height * down)))
    }
}

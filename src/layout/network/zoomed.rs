//! A placed network at greater zoom: distances grow, plates and words do not, so that more words
//! find room. Knows no window.
//!
//! What has room at one zoom has it at every greater one, because all places move away from each
//! other alike. So the words that are there stay where they are on their lines, and others join
//! them.

use super::labels::{Desk, Wire, spread};
use super::{Frame, Network, Words, wires};
use crate::geometry::{Rect, Vec2};
use crate::story::Story;

/// The zooms at which room is looked for.
const LEVELS: [f64; 8] = [1.0, 1.3, 1.7, 2.2, 2.9, 3.8, 5.0, 6.5];

/// Places for the words of a tie, each with the zoom from which they have room there: px at zoom 1
/// in the frame's least width, before the line is moved aside.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Room {
    /// Beside all other words.
    pub free: Option<(f64, Vec2)>,
    /// Beside those of the same actor.
    pub spare: Option<(f64, Vec2)>,
}

impl Room {
    /// Where the words stand at a zoom, and whether beside all others.
    pub fn at(&self, zoom: f64) -> Option<(Vec2, bool)> {
        let has_room =
            |place: Option<(f64, Vec2)>| place.filter(|(from, _)| *from <= zoom).map(|(_, at)| at);
        has_room(self.free)
            .map(|at| (at, true))
            .or(has_room(self.spare).map(|at| (at, false)))
    }
}

/// A network with what is needed to draw it at any zoom.
#[derive(Clone, Debug)]
pub struct Zoomed {
    pub frame: Frame,
    /// px; the picture at zoom 1.
    pub size: Vec2,
    /// The middle of each actor's plate, by its id, px at zoom 1 in the frame's least width.
    pub at: Vec<Vec2>,
    pub plates: Vec<Words>,
    /// By the network's ties.
    pub words: Vec<Words>,
    pub rooms: Vec<Room>,
    /// By the network's hulls: their names.
    pub titles: Vec<Words>,
}

impl Zoomed {
    pub fn of(story: &Story, network: &Network, frame: Frame) -> Self {
        let size = Vec2::new(frame.width(), network.height.max(1.0));
        let spot = |place: &super::Point| Vec2::new(place.x / 100.0 * size.x, place.y);
        let still = |tie: &super::Tie| match &tie.label {
            Some(label) if label.spare => Room {
                spare: Some((1.0, spot(&label.at))),
                free: None,
            },
            Some(label) => Room {
                free: Some((1.0, spot(&label.at))),
                spare: None,
            },
            None => Room::default(),
        };
        let mut zoomed = Self {
            frame,
            size,
            at: network.places.iter().map(spot).collect(),
            plates: story
                .actors
                .iter()
                .map(|actor| Words::name(actor.label(), frame))
                .collect(),
            words: network
                .ties
                .iter()
                .map(|tie| Words::tie(&story[tie.relation].label, frame))
                .collect(),
            rooms: network.ties.iter().map(still).collect(),
            titles: network
                .hulls
                .iter()
                .map(|hull| Words::title(&story[hull.group].name, frame))
                .collect(),
        };
        LEVELS
            .into_iter()
            .skip(1)
            .for_each(|zoom| zoomed.fill(story, network, zoom));
        zoomed
    }

    /// The zoom at which all words have room, as far as they find any; at least 1.
    pub fn max_zoom(&self) -> f64 {
        self.rooms
            .iter()
            .filter_map(|room| room.free)
            .map(|(from, _)| from)
            .fold(1.0, f64::max)
    }

    /// Room for more words at this zoom.
    fn fill(&mut self, story: &Story, network: &Network, zoom: f64) {
        if self.rooms.iter().all(|room| room.free.is_some()) {
            return;
        }
        let at: Vec<_> = self.at.iter().map(|spot| *spot * zoom).collect();
        let wires = spread(&at, wires(story, self.frame));
        let placed = |room: &Room| room.at(zoom).map(|(at, free)| (at * zoom, !free));
        let mut labels: Vec<_> = self.rooms.iter().map(placed).collect();
        self.desk(network, &at, &wires, self.size * zoom)
            .fill(&mut labels);
        for (room, label) in self.rooms.iter_mut().zip(labels) {
            match label.map(|(at, spare)| ((zoom, at * (1.0 / zoom)), spare)) {
                Some((place, false)) => room.free = room.free.or(Some(place)),
                Some((place, true)) => room.spare = room.spare.or(Some(place)),
                None => {}
            }
        }
    }

    /// What stands in the way of words and arrowheads in a picture of this size, its plates at
    /// these places.
    pub fn desk<'a>(
        &self,
        network: &Network,
        at: &'a [Vec2],
        wires: &'a [Wire],
        size: Vec2,
    ) -> Desk<'a> {
        let title = |(index, words): (usize, &Words)| {
            let hull = self.hull(network, index, size);
            Rect::new(
                Vec2::new(hull.centre.x, hull.top_left().y + words.height / 2.0),
                words.half(),
            )
        };
        Desk {
            frame: Rect::from_points(Vec2::default(), size),
            at,
            wires,
            plates: at
                .iter()
                .zip(&self.plates)
                .map(|(spot, plate)| Rect::new(*spot, plate.half()))
                .collect(),
            titles: self.titles.iter().enumerate().map(title).collect(),
        }
    }

    /// The area of a group in a picture of this size.
    pub fn hull(&self, network: &Network, index: usize, size: Vec2) -> Rect {
        let (hull, down) = (&network.hulls[index], size.y / self.size.y);
        let low = Vec2::new(hull.left / 100.0 * size.x, hull.top * down);
        Rect::from_points(
            low,
            low + Vec2::new(hull.width / 100.0 * size.x, hull.height * down),
        )
    }
}

//! An arranged network at greater zoom: distances grow, plates and labels do not, so that more
//! labels fit.
//!
//! What fits at one zoom fits at every greater one, because all distances grow alike. So labels
//! that are shown keep their points on their arrows, and others join them.

use super::frame::{Frame, Point};
use super::labels::{Arrow, LabelSpace, spread};
use super::relations::{Network, Tie};
use super::ties::arrows;
use super::words::Words;
use crate::geometry::{Rect, Vec2};
use crate::story::Story;

/// The zooms at which labels are placed.
const ZOOM_LEVELS: [f64; 8] = [1.0, 1.3, 1.7, 2.2, 2.9, 3.8, 5.0, 6.5];

/// The points of an arrow's label, each with the zoom from which it fits: px at zoom 1 in the
/// frame's minimum width, before the arrow is moved aside.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LabelZooms {
    /// Beside all other labels.
    pub free: Option<(f64, Vec2)>,
    /// Beside those of the same actor.
    pub spare: Option<(f64, Vec2)>,
}

impl LabelZooms {
    /// The label's point at a zoom, and whether it fits beside all others.
    pub fn at(&self, zoom: f64) -> Option<(Vec2, bool)> {
        let fitting =
            |place: Option<(f64, Vec2)>| place.filter(|(from, _)| *from <= zoom).map(|(_, at)| at);
        fitting(self.free)
            .map(|at| (at, true))
            .or(fitting(self.spare).map(|at| (at, false)))
    }
}

/// A network with what is needed to draw it at any zoom.
#[derive(Clone, Debug)]
pub struct Zoomed {
    pub frame: Frame,
    /// px; the picture at zoom 1.
    pub size: Vec2,
    /// The middle of each actor's plate, by its id, px at zoom 1 in the frame's minimum width.
    pub at: Vec<Vec2>,
    pub plates: Vec<Words>,
    /// By the network's ties.
    pub words: Vec<Words>,
    pub rooms: Vec<LabelZooms>,
    /// By the network's hulls: their names.
    pub titles: Vec<Words>,
}

impl Zoomed {
    pub fn of(story: &Story, network: &Network, frame: Frame) -> Self {
        let size = Vec2::new(frame.width(), network.height.max(1.0));
        let point = |place: &Point| Vec2::new(place.x / 100.0 * size.x, place.y);
        let still = |tie: &Tie| match &tie.label {
            Some(label) if label.spare => LabelZooms {
                spare: Some((1.0, point(&label.at))),
                free: None,
            },
            Some(label) => LabelZooms {
                free: Some((1.0, point(&label.at))),
                spare: None,
            },
            None => LabelZooms::default(),
        };
        let mut zoomed = Self {
            frame,
            size,
            at: network.places.iter().map(point).collect(),
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
        ZOOM_LEVELS
            .into_iter()
            .skip(1)
            .for_each(|zoom| zoomed.fill(story, network, zoom));
        zoomed
    }

    /// The zoom at which all labels fit that fit at any; at least 1.
    pub fn max_zoom(&self) -> f64 {
        self.rooms
            .iter()
            .filter_map(|room| room.free)
            .map(|(from, _)| from)
            .fold(1.0, f64::max)
    }

    /// Places more labels at this zoom.
    fn fill(&mut self, story: &Story, network: &Network, zoom: f64) {
        if self.rooms.iter().all(|room| room.free.is_some()) {
            return;
        }
        let at: Vec<_> = self.at.iter().map(|point| *point * zoom).collect();
        let arrows = spread(&at, arrows(story, self.frame));
        let placed = |room: &LabelZooms| room.at(zoom).map(|(at, free)| (at * zoom, !free));
        let mut labels: Vec<_> = self.rooms.iter().map(placed).collect();
        self.label_space(network, &at, &arrows, self.size * zoom)
            .fill(&mut labels);
        for (room, label) in self.rooms.iter_mut().zip(labels) {
            match label.map(|(at, spare)| ((zoom, at * (1.0 / zoom)), spare)) {
                Some((place, false)) => room.free = room.free.or(Some(place)),
                Some((place, true)) => room.spare = room.spare.or(Some(place)),
                None => {}
            }
        }
    }

    /// What labels and arrowheads must not cover in a picture of this size, with its plates at
    /// these points.
    pub fn label_space<'a>(
        &self,
        network: &Network,
        at: &'a [Vec2],
        arrows: &'a [Arrow],
        size: Vec2,
    ) -> LabelSpace<'a> {
        let title = |(index, words): (usize, &Words)| {
            let hull = self.hull(network, index, size);
            Rect::new(
                Vec2::new(hull.centre.x, hull.top_left().y + words.height / 2.0),
                words.half(),
            )
        };
        LabelSpace {
            frame: Rect::from_points(Vec2::default(), size),
            at,
            arrows,
            plates: at
                .iter()
                .zip(&self.plates)
                .map(|(point, plate)| Rect::new(*point, plate.half()))
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

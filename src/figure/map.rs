//! The map of actors at any zoom: relations, or positions along an issue.
//!
//! Zoom makes distances grow, not plates, so that more words find room. At zoom 1 a small story
//! looks as it does on its page.

pub(super) mod areas;
pub(super) mod clusters;
mod grid;
mod lod;
mod prepared;
pub(super) mod node;
pub(super) mod viewport;
mod small;
mod edges;
mod dense;
pub mod tie;
mod paths;

pub use paths::{path, within};
pub use prepared::{Asked, Network};

use super::plan::{Camera, Figure};
use super::positions::{self, Positions};
use super::{FigureState, Scene, names};
use crate::layout::Content;
use crate::layout::large::MAX_ACTORS;
use crate::layout::network::zoomed::Zoomed;
use crate::layout::network::{self, Frame, Point};
use crate::locale::strings::{Strings, fill};
use crate::state::{EvidenceSet, Pick};
use crate::story::{IssueId, Story};
use clusters::Clusters;
use prepared::{ReadPositions, Relations};
use std::cell::RefCell;
use std::rc::Rc;
use viewport::of_frame;

/// The least height of a picture, px.
const MIN_HEIGHT: f64 = 120.0;

impl Network {
    pub fn of(content: &Content) -> Self {
        let story = &content.story;
        // Few actors all stand with their names, and all relations with their words, as on the
        // page.
        if story.actors.len() > MAX_ACTORS {
            return Self::of_places(story.clone(), &network::places(story));
        }
        let sheet = |frame| Zoomed::of(story, content.networks.get(frame), frame);
        let sheets = Box::new(Frame::ALL.map(sheet));
        Self::new(
            story.clone(),
            Relations::Few(content.networks.clone(), sheets),
        )
    }

    /// Of a large story whose actors are placed, as by [`network::places`].
    pub fn of_places(story: Rc<Story>, places: &[Point]) -> Self {
        let crowd = Clusters::of_groups(&story, places);
        Self::new(story, Relations::Many(Box::new(crowd)))
    }

    fn new(story: Rc<Story>, relations: Relations) -> Self {
        let ids = story.each_actor().map(|(id, _)| id).collect();
        Self {
            asked: Asked::default(),
            ids,
            ties: names::relation_counts(&story),
            story,
            relations,
            read: RefCell::default(),
        }
    }

    fn frame(width: f64) -> Frame {
        if width < Frame::Wide.width() {
            Frame::Narrow
        } else {
            Frame::Wide
        }
    }

    /// Where everybody stands on an issue.
    fn read(&self, issue: IssueId, hidden: EvidenceSet) -> Rc<ReadPositions> {
        let mut last = self.read.borrow_mut();
        if let Some(read) = last
            .as_ref()
            .filter(|read| (read.positions.issue, read.positions.hidden) == (issue, hidden))
        {
            return read.clone();
        }
        let positions = Positions::of(&self.story, issue, hidden);
        let source = [("source", &*self.story.source.name)];
        let apart = Strings::of(&self.story.lang)
            .apart
            .map(|words| fill(words, &source));
        let is_many = matches!(self.relations, Relations::Many(_));
        let swarm = is_many.then(|| positions::swarm(&self.story, &positions, apart));
        let read = Rc::new(ReadPositions { positions, swarm });
        *last = Some(read.clone());
        read
    }

    fn positions(
        &self,
        look: &FigureState,
        issue: IssueId,
        camera: Camera,
        size: (f64, f64),
    ) -> Scene {
        let read = self.read(issue, look.hidden);
        let items = match &read.swarm {
            Some(swarm) => {
                dense::DenseMap::new(self, swarm, Some(&read.positions), look, camera, size)
                    .items(look)
            }
            None => {
                let (story, frame) = (&*self.story, Self::frame(size.0));
                let tall = positions::height(story, issue, frame);
                let (ties, groups_off) = (&*self.ties, &*self.asked.groups_off);
                let positions = &read.positions;
                positions::PositionsMap {
                    story,
                    positions,
                    frame,
                    tall,
                    camera,
                    size,
                    ties,
                    groups_off,
                }
                .items(look)
            }
        };
        Scene {
            width: size.0,
            height: size.1,
            items,
        }
    }
}

impl Figure for Network {
    fn height(&self, width: f64) -> f64 {
        match (&self.relations, self.asked.positions) {
            (Relations::Few(..), Some(issue)) => {
                positions::height(&self.story, issue, Self::frame(width)).max(1.0)
            }
            (Relations::Few(networks, _), None) => {
                networks.get(Self::frame(width)).height.max(MIN_HEIGHT)
            }
            (Relations::Many(_), Some(_)) => (0.62 * width)
                .round()
                .max(positions::crowd_height(&self.story)),
            (Relations::Many(_), None) => (0.62 * width).round().max(420.0),
        }
    }

    fn max_zoom(&self) -> f64 {
        match &self.relations {
            _ if self.story.actors.len() < 2 => 1.0,
            Relations::Few(_, sheets) => sheets.iter().map(Zoomed::max_zoom).fold(3.0, f64::max),
            Relations::Many(crowd) => match self.asked.positions {
                Some(issue) => self
                    .read(issue, EvidenceSet::default())
                    .swarm
                    .as_ref()
                    .map_or(1.0, Clusters::max_zoom),
                None => crowd.max_zoom(),
            },
        }
    }

    fn scene(&self, look: &FigureState, camera: Camera, size: (f64, f64)) -> Scene {
        if let Some(issue) = self.asked.positions {
            return self.positions(look, issue, camera, size);
        }
        let items = match &self.relations {
            Relations::Few(networks, sheets) => {
                let frame = Self::frame(size.0);
                let sheet = small::SmallMap::new(
                    self,
                    of_frame(sheets, frame),
                    networks.get(frame),
                    camera,
                    size,
                );
                sheet.items(look)
            }
            Relations::Many(crowd) => {
                dense::DenseMap::new(self, crowd, None, look, camera, size).items(look)
            }
        };
        Scene {
            width: size.0,
            height: size.1,
            items,
        }
    }

    fn camera_for(&self, pick: Pick, camera: Camera, size: (f64, f64)) -> Option<Camera> {
        let Pick::Actor(actor) = pick else {
            return None;
        };
        let read = self
            .asked
            .positions
            .map(|issue| self.read(issue, EvidenceSet::default()));
        let crowd = read.as_ref().and_then(|read| read.swarm.as_ref());
        if let Some(read) = read.as_ref().filter(|read| read.swarm.is_none()) {
            let frame = Self::frame(size.0);
            let place = read.positions.spectrum(&self.story, frame).places[actor.index()];
            let tall = positions::height(&self.story, read.positions.issue, frame);
            return Some(viewport::moved_to(
                (place.x / 100.0, place.y / tall),
                camera,
            ));
        }
        Some(match &self.relations {
            Relations::Few(_, sheets) => {
                let sheet = of_frame(sheets, Self::frame(size.0));
                let at = sheet.at[actor.index()];
                viewport::moved_to((at.x / sheet.size.x, at.y / sheet.size.y), camera)
            }
            Relations::Many(all) => {
                dense::camera_for(self, crowd.unwrap_or(all), actor, camera, size)
            }
        })
    }

    fn walk(&self) -> Vec<Pick> {
        let on = self
            .story
            .each_actor()
            .filter(|(_, actor)| !self.asked.groups_off.contains(&actor.group));
        on.map(|(id, _)| Pick::Actor(id)).collect()
    }
}

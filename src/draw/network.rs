//! The map of actors at any zoom: relations, or positions along an issue. Knows no browser.
//!
//! Zoom makes distances grow, not plates, so that more words find room. At zoom 1 a small story looks as it does on its page.

mod crowd;
mod grid;
mod level;
mod names;
mod node;
mod seen;
mod sheet;
mod threads;
mod throng;
mod tie;
mod ways;

pub use ways::{path, within};

use super::plan::{Camera, Plan};
use super::{Look, Scene};
use crate::layout::Content;
use crate::layout::map::zoomed::Zoomed;
use crate::layout::map::{self, Frame, Networks, Point};
use crate::state::Pick;
use crate::state::query::{self, Standing};
use crate::story::{ActorId, GroupId, IssueId, Story, Tone};
use crowd::Crowd;
use std::rc::Rc;

/// Up to so many actors, all stand with their names, and all relations with their words, as on the page.
const SMALL: usize = 80;

/// What the reader asks of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// Read the positions along this issue instead of the relations.
    pub positions: Option<IssueId>,
    /// An actor, and how many relations away others still stand out.
    pub focus: Option<(ActorId, u8)>,
    /// From one actor to another.
    pub path: Option<(ActorId, ActorId)>,
    pub groups_off: Vec<GroupId>,
    pub tones_off: Vec<Tone>,
}

/// The map of a story, ready to be drawn.
pub struct Network {
    pub asked: Asked,
    story: Rc<Story>,
    ids: Vec<ActorId>,
    /// By actor: how many relations it has.
    ties: Vec<usize>,
    relations: Relations,
}

enum Relations {
    /// As on the page.
    Few(Networks, Box<[Zoomed; 2]>),
    /// In more or less detail, by zoom.
    Many(Box<Crowd>),
}

impl Network {
    pub fn of(content: &Content) -> Self {
        let story = &content.story;
        if story.actors.len() > SMALL {
            return Self::of_places(story.clone(), &map::places(story));
        }
        let sheet = |frame| Zoomed::of(story, content.networks.get(frame), frame);
        let sheets = Box::new(Frame::ALL.map(sheet));
        Self::new(story.clone(), Relations::Few(content.networks.clone(), sheets))
    }

    /// Of a large story whose actors are placed, as by [`map::places`].
    pub fn of_places(story: Rc<Story>, places: &[Point]) -> Self {
        let crowd = Crowd::of_groups(&story, places);
        Self::new(story, Relations::Many(Box::new(crowd)))
    }

    fn new(story: Rc<Story>, relations: Relations) -> Self {
        let ids = story.each_actor().map(|(id, _)| id).collect();
        Self { asked: Asked::default(), ids, ties: names::ties(&story), story, relations }
    }

    fn frame(width: f64) -> Frame {
        if width < Frame::Wide.width() { Frame::Narrow } else { Frame::Wide }
    }

    fn standing(&self, look: &Look, id: ActorId, issue: IssueId) -> Standing {
        query::standing(&self.story, look.hidden, id, issue)
    }
}

impl Plan for Network {
    fn height(&self, width: f64) -> f64 {
        match &self.relations {
            Relations::Few(networks, _) => networks.get(Self::frame(width)).height,
            Relations::Many(_) => (0.62 * width).round().max(420.0),
        }
    }

    fn deepest(&self) -> f64 {
        match &self.relations {
            _ if self.story.actors.len() < 2 => 1.0,
            Relations::Few(_, sheets) => sheets.iter().map(Zoomed::deepest).fold(3.0, f64::max),
            Relations::Many(crowd) => crowd.deepest(),
        }
    }

    fn scene(&self, look: &Look, camera: Camera, size: (f64, f64)) -> Scene {
        let items = match &self.relations {
            Relations::Few(networks, sheets) => {
                let frame = Self::frame(size.0);
                let sheet = sheet::Sheet::new(self, &sheets[frame as usize], networks.get(frame), camera, size);
                sheet.items(look)
            }
            Relations::Many(crowd) => throng::Throng::new(self, crowd, look, camera, size).items(look),
        };
        Scene { width: size.0, height: size.1, items }
    }

    fn showing(&self, pick: Pick, camera: Camera, size: (f64, f64)) -> Option<Camera> {
        let Pick::Actor(actor) = pick else { return None };
        Some(match &self.relations {
            Relations::Few(_, sheets) => {
                let sheet = &sheets[Self::frame(size.0) as usize];
                let at = sheet.at[actor.index()];
                seen::moved_to((at.x / sheet.size.x, at.y / sheet.size.y), camera)
            }
            Relations::Many(crowd) => throng::showing(self, crowd, actor, camera, size),
        })
    }

    fn walk(&self) -> Vec<Pick> {
        let on = self.story.each_actor().filter(|(_, actor)| !self.asked.groups_off.contains(&actor.group));
        on.map(|(id, _)| Pick::Actor(id)).collect()
    }
}

//! The map of actors at any zoom: relations, or positions along an issue. Knows no browser.
//!
//! Zoom makes distances grow, not plates, so that more words find room. At zoom 1 a small story looks as it does on its page.

mod names;
mod node;
mod seen;
mod sheet;
mod tie;
mod ways;

pub use ways::{path, within};

use super::plan::{Camera, Plan};
use super::{Look, Scene};
use crate::layout::Content;
use crate::layout::map::Frame;
use crate::layout::map::zoomed::Zoomed;
use crate::state::Pick;
use crate::story::{ActorId, GroupId, IssueId, Story, Tone};
use std::rc::Rc;

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
    networks: crate::layout::map::Networks,
    sheets: [Zoomed; 2],
}

impl Network {
    pub fn of(content: &Content) -> Self {
        let sheet = |frame| Zoomed::of(&content.story, content.networks.get(frame), frame);
        Self {
            asked: Asked::default(),
            story: content.story.clone(),
            networks: content.networks.clone(),
            sheets: Frame::ALL.map(sheet),
        }
    }

    fn frame(width: f64) -> Frame {
        if width < Frame::Wide.width() { Frame::Narrow } else { Frame::Wide }
    }
}

impl Plan for Network {
    fn height(&self, width: f64) -> f64 {
        self.networks.get(Self::frame(width)).height
    }

    fn deepest(&self) -> f64 {
        if self.story.actors.len() < 2 {
            return 1.0;
        }
        self.sheets.iter().map(Zoomed::deepest).fold(3.0, f64::max)
    }

    fn scene(&self, look: &Look, camera: Camera, size: (f64, f64)) -> Scene {
        let frame = Self::frame(size.0);
        let sheet = sheet::Sheet::new(self, &self.sheets[frame as usize], self.networks.get(frame), camera, size);
        Scene { width: size.0, height: size.1, items: sheet.items(look) }
    }

    fn showing(&self, pick: Pick, camera: Camera, size: (f64, f64)) -> Option<Camera> {
        let Pick::Actor(actor) = pick else { return None };
        let sheet = &self.sheets[Self::frame(size.0) as usize];
        let at = sheet.at[actor.index()];
        Some(seen::moved_to((at.x / sheet.size.x, at.y / sheet.size.y), camera))
    }

    fn walk(&self) -> Vec<Pick> {
        let on = self.story.each_actor().filter(|(_, actor)| !self.asked.groups_off.contains(&actor.group));
        on.map(|(id, _)| Pick::Actor(id)).collect()
    }
}

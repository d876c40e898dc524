//! The drawing of a figure: a timeline or a map.

use crate::figure::Figure;
use crate::figure::map::Network;
use crate::figure::timeline::Timeline;
use crate::layout::Content;
use crate::layout::large::Summary;
use crate::state::{MapReading, Route};
use crate::story::IssueId;

/// What a figure draws.
pub enum Drawing {
    Timeline(Box<Timeline>),
    Map(Box<Network>),
}

impl Drawing {
    pub fn plan(&self) -> &dyn Figure {
        match self {
            Self::Timeline(timeline) => &**timeline,
            Self::Map(network) => &**network,
        }
    }

    /// The drawing of a figure that is called `kind`.
    ///
    /// # Errors
    ///
    /// When there is none of this kind, with a sentence for the console.
    pub fn of(kind: &str, content: &Content, whole: Option<&Summary>) -> Result<Self, String> {
        match kind {
            "timeline" => Ok(Self::Timeline(Timeline::of(&content.story).into())),
            "map" => Ok(Self::Map(network(content, whole).into())),
            _ => Err(format!(
                "there is nothing to explore in a figure of the kind {kind:?}"
            )),
        }
    }
}

/// The map of the whole story, from the places that came with it, or of what the page holds.
fn network(content: &Content, whole: Option<&Summary>) -> Network {
    match whole {
        Some(whole) => Network::of_places(whole.story.clone(), &whole.places),
        None => Network::of(content),
    }
}

/// The issue along which the map is read.
pub fn positions(content: &Content, route: &Route) -> Option<IssueId> {
    let first = content.story.each_issue().next().map(|(id, _)| id);
    route
        .issue
        .or(first)
        .filter(|_| route.map == MapReading::Positions)
}

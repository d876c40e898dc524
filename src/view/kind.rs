//! The kinds of parts of a page, and what each depends on.

use crate::layout::network::{Frame, Point};
use crate::state::query;
use crate::state::{EvidenceSet, Likelihood, Pick};
use crate::story::{ActorId, EventId, Grounds, IssueId, PassageId};
use std::rc::Rc;
use yew::prelude::*;

/// A part that renders by itself.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Passage(PassageId),
    /// An actor on the map, at a point; the issue along which positions are shown, if any.
    Node(ActorId, Frame, Point, Option<IssueId>),
    /// The line of a tie, by its index in the network.
    Line(usize, Frame),
    /// The label of that line.
    Words(usize, Frame),
    Card(ActorId),
    CardBody(ActorId),
    MapAsText,
    Event(EventId),
    EventBody(EventId),
    /// The phases and the axis of the strip.
    Ground,
    /// A mark on the strip, by its index.
    Mark(usize),
}

/// Everything in the model that a part depends on.
#[derive(Clone, Copy, PartialEq)]
pub struct PartState {
    pub picked: bool,
    pub lit: bool,
    /// The kinds of evidence that the filter hides.
    pub hidden: EvidenceSet,
    pub judged: Option<Likelihood>,
    /// The pick, if it lights something inside the part.
    pub within: Option<Pick>,
}

impl PartState {
    /// The state while nothing is picked and the filter hides nothing.
    pub const PLAIN: Self = Self {
        picked: false,
        lit: false,
        hidden: EvidenceSet::NONE,
        judged: None,
        within: None,
    };

    pub fn shows(&self, grounds: &Grounds) -> bool {
        query::shown(self.hidden, grounds)
    }
}

/// Where the insides of parts are that still look as prerendered.
#[derive(Clone, Default, PartialEq)]
pub enum Insides {
    /// In the page that the program takes over, so that it needs none itself.
    #[default]
    InPage,
    /// Here, for a page that is being written.
    Written(Rc<Vec<(Kind, AttrValue)>>),
}

impl Insides {
    pub fn get(&self, kind: Kind) -> Option<Html> {
        let inside = match self {
            Self::InPage => AttrValue::Static(""),
            Self::Written(all) => all.iter().find(|(part, _)| *part == kind)?.1.clone(),
        };
        Some(Html::from_html_unchecked(inside))
    }
}

//! State: one [`Model`], one closed [`Msg`], one pure [`update`].

pub mod query;
pub mod route;
pub mod options;
pub mod share;

use crate::story::{ActorId, EventId, Evidence, IssueId, PassageId, Story};
pub use route::Route;
pub use share::{Place, Share};
use std::rc::Rc;

/// Everything that can change. A link restores the [`Route`]; the rest is transient.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    pub route: Route,
    /// Whether the program runs, so that controls that need it may be shown.
    pub ready: bool,
    /// Whether the page is in a frame: no history entries, no scrolling.
    pub framed: bool,
    /// The pick that lights the other views. Set after what the pick opens is painted, so that the
    /// opening does not wait for them.
    pub lit_by: Option<Pick>,
    /// The passage on screen.
    pub in_view: Option<PassageId>,
    /// The text in the search field.
    pub sought: String,
    /// Whether the route came from the browser's history, which restores the scroll position.
    pub travelled: bool,
    /// The address of an external link that a sandbox blocked.
    pub refused: Option<Refused>,
    /// The page's addresses, options and language.
    pub place: Rc<Place>,
    /// The panel "Share or embed"; `None` until it is first opened.
    pub share: Option<Share>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    pub address: String,
    /// Whether the address is in the clipboard.
    pub copied: bool,
}

/// The one thing that is picked, in whichever view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    Actor(ActorId),
    Event(EventId),
    Passage(PassageId),
}

/// The two readings of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapReading {
    #[default]
    Relations,
    Positions,
}

/// A set of evidence kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EvidenceSet(u8);

impl EvidenceSet {
    pub fn contains(self, evidence: Evidence) -> bool {
        self.0 & (1 << evidence.sign().rank) != 0
    }

    pub fn toggled(self, evidence: Evidence) -> Self {
        Self(self.0 ^ (1 << evidence.sign().rank))
    }

    pub const NONE: Self = Self(0);

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// How likely the reader thinks a forecast is: 1 (very unlikely) to 5 (very likely).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likelihood(u8);

impl Likelihood {
    pub fn new(level: u8) -> Option<Self> {
        (1..=5).contains(&level).then_some(Self(level))
    }

    pub fn level(self) -> u8 {
        self.0
    }

    pub fn all() -> impl Iterator<Item = Self> {
        (1..=5).map(Self)
    }
}

/// The reader's own marks on the forecasts, in the order of the events. A list, because a tree
/// would add a hundredth to the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook(Vec<(EventId, Likelihood)>);

impl Outlook {
    pub fn get(&self, event: EventId) -> Option<Likelihood> {
        self.iter()
            .find(|(marked, _)| *marked == event)
            .map(|(_, likelihood)| likelihood)
    }

    /// Marks an event in place of an earlier mark; `None` takes the mark back.
    pub fn mark(&mut self, event: EventId, likelihood: Option<Likelihood>) {
        self.0.retain(|(marked, _)| *marked != event);
        let index = self.0.partition_point(|(marked, _)| *marked < event);
        self.0.splice(
            index..index,
            likelihood.map(|likelihood| (event, likelihood)),
        );
    }

    pub fn iter(&self) -> impl Iterator<Item = (EventId, Likelihood)> {
        self.0.iter().copied()
    }
}

/// Everything that can happen; each interaction is exactly one of these.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// What the page's head and address say about it; sent before `Started`.
    Placed(Rc<Place>),
    /// The program has taken over the page; `framed` if that is embedded in another.
    Started {
        route: Route,
        framed: bool,
    },
    /// The address changed: Back, Forward or a pasted link.
    Visited(Route),
    /// The host page asks for a state.
    Directed(Route),
    /// The frame's sandbox blocked an external link with this address.
    Refused(String),
    /// The blocked address is in the clipboard.
    AddressCopied,
    Picked(Pick),
    /// Picks, or drops the pick if it is this one.
    Toggled(Pick),
    /// Closes the blocked address, or else the panel, or else the card by dropping the pick.
    Closed,
    ReadMap(MapReading),
    /// Shows the map's positions along an issue.
    ReadIssue(IssueId),
    Filtered(Evidence),
    /// Shows every kind of evidence again.
    Unfiltered,
    Sought(String),
    /// A search result is picked, which ends the search.
    Found(Pick),
    Scrolled(Option<PassageId>),
    /// What the last pick opened is painted; the other views may follow.
    Seen,
    /// The panel "Share or embed" opens, changes or closes.
    Share(Share),
    /// Whether the panel's text reached the clipboard.
    Copied(bool),
    /// The reader marks a forecast; `None` takes the mark back.
    Judged(EventId, Option<Likelihood>),
}

/// The next model. Pure: the same story, model and message give the same model.
pub fn update(story: &Story, model: &Model, msg: Msg) -> Model {
    let mut next = Model {
        travelled: matches!(msg, Msg::Visited(_)),
        ..model.clone()
    };
    // The reader's next action replaces the blocked address; scrolling and painting do not.
    let refused = if matches!(msg, Msg::Scrolled(_) | Msg::Seen) {
        None
    } else {
        next.refused.take()
    };
    let route = &mut next.route;
    match msg {
        Msg::Placed(place) => next.place = place,
        Msg::Started { route, framed } => {
            next = Model {
                route,
                framed,
                ready: true,
                ..next
            }
        }
        Msg::Visited(visited) | Msg::Directed(visited) => *route = visited,
        Msg::Refused(address) => {
            next.refused = Some(Refused {
                address,
                copied: false,
            })
        }
        Msg::AddressCopied => {
            next.refused = refused.map(|refused| Refused {
                copied: true,
                ..refused
            })
        }
        Msg::Picked(pick) => route.pick = Some(pick),
        Msg::Toggled(pick) => route.pick = (route.pick != Some(pick)).then_some(pick),
        Msg::Closed if refused.is_some() => {}
        Msg::Closed if model.share.is_some_and(|share| share.open) => {
            next.share = model.share.map(|share| share.opened(false));
        }
        Msg::Closed => route.pick = None,
        Msg::ReadMap(reading) => route.map = reading,
        Msg::ReadIssue(issue) => (route.map, route.issue) = (MapReading::Positions, Some(issue)),
        Msg::Filtered(evidence) => route.hidden = route.hidden.toggled(evidence),
        Msg::Unfiltered => route.hidden = EvidenceSet::default(),
        Msg::Sought(sought) => next.sought = sought,
        Msg::Found(pick) => {
            route.pick = Some(pick);
            next.sought.clear();
        }
        Msg::Scrolled(passage) => next.in_view = passage,
        Msg::Seen => next.lit_by = route.pick,
        Msg::Share(share) => next.share = Some(share),
        Msg::Copied(done) => next.share = next.share.map(|share| share.answered(done)),
        Msg::Judged(event, likelihood) if story[event].grounds.evidence == Evidence::Forecast => {
            route.outlook.mark(event, likelihood);
        }
        Msg::Judged(..) => {}
    }
    if next.route != model.route {
        // The text to copy has changed, so "copied" no longer holds.
        next.share = next.share.map(|share| share.opened(share.open));
    }
    next
}

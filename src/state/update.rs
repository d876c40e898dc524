//! What can happen, and what becomes of the model: one closed [`Msg`], one pure [`update`].

use super::choices::{EvidenceSet, Likelihood, MapReading, Pick};
use super::model::{BlockedLink, Model};
use super::route::{Route, issue_of, pick_of};
use super::share::{Place, Share};
use crate::story::{EventId, Evidence, IssueId, PassageId, Story};
use std::rc::Rc;

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
    Painted,
    /// The panel "Share or embed" opens, changes or closes.
    Share(Share),
    /// Whether the panel's text reached the clipboard.
    Copied(bool),
    /// The reader marks a forecast; `None` takes the mark back.
    Judged(EventId, Option<Likelihood>),
}

impl Msg {
    /// The message for a click on a link within the page; with `toggles`, a second click deselects.
    /// `None` for a link to something that is not part of the story.
    pub fn from_link(story: &Story, address: &str, toggles: bool) -> Option<Self> {
        let anchor = address.strip_prefix('#')?;
        match (pick_of(story, anchor), anchor.strip_prefix("issue-")) {
            (Some(pick), _) if toggles => Some(Self::Toggled(pick)),
            (Some(pick), _) => Some(Self::Picked(pick)),
            (None, Some(issue)) => issue_of(story, issue).map(Self::ReadIssue),
            (None, None) => None,
        }
    }
}

/// The next model. Pure: the same story, model and message give the same model.
pub fn update(story: &Story, model: &Model, msg: Msg) -> Model {
    let mut next = Model {
        from_history: matches!(msg, Msg::Visited(_)),
        ..model.clone()
    };
    // The reader's next action replaces the blocked address; scrolling and painting do not.
    let blocked_link = if matches!(msg, Msg::Scrolled(_) | Msg::Painted) {
        None
    } else {
        next.blocked_link.take()
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
            next.blocked_link = Some(BlockedLink {
                address,
                copied: false,
            })
        }
        Msg::AddressCopied => {
            next.blocked_link = blocked_link.map(|blocked_link| BlockedLink {
                copied: true,
                ..blocked_link
            })
        }
        Msg::Picked(pick) => route.pick = Some(pick),
        Msg::Toggled(pick) => route.pick = (route.pick != Some(pick)).then_some(pick),
        Msg::Closed if blocked_link.is_some() => {}
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
        Msg::Painted => next.lit_by = route.pick,
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

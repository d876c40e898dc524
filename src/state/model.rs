//! Everything that can change in the page.

use super::choices::Pick;
use super::route::Route;
use super::share::{Place, Share};
use crate::story::PassageId;
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
    pub from_history: bool,
    /// The address of an external link that a sandbox blocked.
    pub blocked_link: Option<BlockedLink>,
    /// The page's addresses, options and language.
    pub place: Rc<Place>,
    /// The panel "Share or embed"; `None` until it is first opened.
    pub share: Option<Share>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BlockedLink {
    pub address: String,
    /// Whether the address is in the clipboard.
    pub copied: bool,
}

//! The pages of a large story: a first page with a part of it, and pages of sections on which
//! everything has its one entry.
//!
//! The first page is the usual app with a story of limited size. The sections are plain pages
//! without a program: complete entries with links from page to page, which the app does not have.

mod excerpt;
mod pagination;
mod summary;
mod overview;
mod picture;
mod section;
mod sections;

use crate::app::StoryRef;
use crate::layout::Content;
use crate::layout::large::{FOLDER, Summary, is_large};
use crate::site::prerender::markup;
use crate::state::{Pick, route};
use crate::story::{Span, Story};
use crate::view::Ctx;
use std::rc::Rc;
use yew::Callback;

pub use excerpt::excerpt;
pub use pagination::Pages;
pub use summary::summary;

/// The style sheet that only pages of large stories have.
pub const STYLE: &str = include_str!("../../../style/large.css");

/// A large story and the part of it on its first page.
pub struct Large {
    pub whole: Rc<Story>,
    pub pages: Pages,
    pub first: StoryRef,
    /// The whole for the explorer.
    pub summary: Summary,
    /// The whole story for views.
    ctx: Ctx,
}

impl Large {
    /// `None` for a story that fits on one page.
    pub fn of(story: &Rc<Story>) -> Option<Self> {
        if !is_large(story) {
            return None;
        }
        let (whole, pages) = (story.clone(), Pages::of(story));
        let elsewhere = |span: &Span| address(&whole, &pages, span);
        let content = Content::part(excerpt(&whole, &elsewhere));
        let heights = content
            .heights
            .iter()
            .map(|(width, height)| (*width, height + around(&pages, *width)))
            .collect();
        let first = StoryRef::from(Content { heights, ..content });
        let summary = summary(&whole, &pages);
        Some(Self {
            whole: story.clone(),
            pages,
            first,
            summary,
            ctx: Ctx::new(Rc::new(Content::bare(whole)), Callback::noop()),
        })
    }

    /// The whole story for the explorer, as JSON.
    pub fn data(&self) -> Vec<u8> {
        super::page::terse(&self.summary).into_bytes()
    }

    /// The HTML before and after the app on the first page.
    pub fn around(&self) -> (String, String) {
        (
            markup(overview::overview(self)),
            markup(sections::all(self)),
        )
    }

    /// The pages of all sections.
    pub fn sections(&self) -> Vec<section::Page> {
        section::pages(self)
    }

    /// The address of an entry or a passage, seen from the first page.
    fn href(&self, pick: Pick) -> String {
        let anchor = route::anchor(&self.whole, pick);
        match pick {
            Pick::Event(id) => format!("{}#{anchor}", self.pages.event(id)),
            Pick::Actor(id) => format!("{}#{anchor}", self.pages.actor(id)),
            Pick::Passage(_) => format!("#{anchor}"),
        }
    }
}

/// Estimates the height in px of what is around the app on a page of this width: two pictures with
/// room for the explorer's controls, and the lists of sections in columns of one line each.
fn around(pages: &Pages, width: u32) -> u32 {
    let pictures = 640 + 2 * 220 + (width * 62 / 100).max(420);
    let columns = (width / 300).max(1);
    let lines = (pages.events.len() + pages.actors.len()) as u32;
    pictures + 200 + 30 * (lines / columns + 8)
}

/// The address of a mention without an entry on the first page.
fn address(story: &Story, pages: &Pages, span: &Span) -> String {
    match span {
        Span::Event(id, _) => format!(
            "{}#{}",
            pages.event(*id),
            route::anchor(story, Pick::Event(*id))
        ),
        Span::Actor(id, _) => format!(
            "{}#{}",
            pages.actor(*id),
            route::anchor(story, Pick::Actor(*id))
        ),
        _ => String::new(),
    }
}

/// From a page of a section to the story's folder.
const UP: &str = "../";

/// A page's own name, without the folder of the sections.
fn name(page: &str) -> &str {
    page.strip_prefix(FOLDER)
        .map_or(page, |name| name.trim_start_matches('/'))
}

//! The pages of a large story: a first page that holds a part of it, and pages of sections on which
//! everything has its one entry. Knows no disk.
//!
//! The first page is the same app as ever, with a story of its own that is bounded at any size of
//! the whole. The sections are plain pages without a program: complete entries whose links cross
//! from page to page, which the app's own cannot.

mod overview;
mod picture;
mod section;
mod sections;

use crate::app::StoryRef;
use crate::layout::Content;
use crate::layout::large::{FOLDER, Pages, Summary, excerpt, is_large};
use crate::state::{Pick, route};
use crate::story::{Span, Story};
use std::rc::Rc;

/// The style that only pages of large stories have.
pub const STYLE: &str = include_str!("../../../style/large.css");

/// A large story and the part of it that stands on its first page.
pub struct Large {
    pub whole: Rc<Story>,
    pub pages: Pages,
    pub first: StoryRef,
    /// The whole for the explorer.
    pub summary: Summary,
}

impl Large {
    /// `None` for a story that one page holds.
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
        let summary = Summary::of(&whole, &pages);
        Some(Self {
            whole: story.clone(),
            pages,
            first,
            summary,
        })
    }

    /// The whole story for the explorer, as JSON.
    pub fn data(&self) -> Vec<u8> {
        super::page::terse(&self.summary).into_bytes()
    }

    /// What stands on the first page before the app, and behind it.
    pub fn around(&self) -> (String, String) {
        (overview::overview(self), sections::all(self))
    }

    /// Every page of a section: its name in the story's folder, its title, and what stands in its
    /// root.
    pub fn sections(&self) -> Vec<section::Page> {
        section::pages(self)
    }

    /// The address of something from the first page.
    fn href(&self, pick: Pick) -> String {
        let anchor = route::anchor(&self.whole, pick);
        match pick {
            Pick::Event(id) => format!("{}#{anchor}", self.pages.event(id)),
            Pick::Actor(id) => format!("{}#{anchor}", self.pages.actor(id)),
            Pick::Passage(_) => format!("#{anchor}"),
        }
    }
}

/// About how many px what stands around the app adds to a page of this width: two pictures with
/// room for the explorer's controls, and the lists of sections, a line each in columns.
fn around(pages: &Pages, width: u32) -> u32 {
    let pictures = 640 + 2 * 220 + (width * 62 / 100).max(420);
    let columns = (width / 300).max(1);
    let lines = (pages.events.len() + pages.actors.len()) as u32;
    pictures + 200 + 30 * (lines / columns + 8)
}

/// Where a mention leads that the first page has no entry for.
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

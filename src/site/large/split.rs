//! A large story, split into a first page and pages of sections.

use super::excerpt::excerpt;
use super::pagination::Pages;
use super::summary::summary;
use crate::app::StoryRef;
use crate::layout::Content;
use crate::layout::large::{Summary, is_large};
use crate::site::page::terse;
use crate::state::{Pick, route};
use crate::story::{Span, Story};
use crate::view::Ctx;
use std::rc::Rc;
use yew::Callback;

/// A large story and the part of it on its first page.
pub struct Large {
    pub whole: Rc<Story>,
    pub pages: Pages,
    pub first: StoryRef,
    /// The whole for the explorer.
    pub summary: Summary,
    /// The whole story for views.
    pub(super) ctx: Ctx,
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
        terse(&self.summary).into_bytes()
    }

    /// The address of an entry or a passage, seen from the first page.
    pub(super) fn href(&self, pick: Pick) -> String {
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
        Span::Text(_) | Span::Strong(_) | Span::Emphasis(_) | Span::Issue(..) | Span::Link(..) => {
            String::new()
        }
    }
}

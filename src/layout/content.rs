//! A story with what is laid out ahead.

use super::height::heights;
use super::network::Networks;
use super::timeline::{self, Strip};
use crate::pack::packed;
use crate::story::Story;
use std::rc::Rc;

packed! {
    /// A story with what is laid out ahead: made natively, prerendered, and sent along as the
    /// page's JSON.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Content {
        pub story: Rc<Story>,
        pub networks: Networks,
        pub strip: Strip,
        /// (width, height) of the page in px, by rising width: estimated, for embed codes.
        pub heights: Vec<(u32, u32)>,
    }
}

impl Content {
    pub fn of(story: Story) -> Self {
        let strip = timeline::strip(&story, timeline::LEAST);
        Self::with(story, strip)
    }

    /// The same without a strip, for a part of a story whose whole timeline is drawn elsewhere on
    /// the page.
    pub fn part(story: Story) -> Self {
        Self::with(story, Strip::default())
    }

    fn with(story: Story, strip: Strip) -> Self {
        let networks = Networks::of(&story);
        Self {
            heights: heights(&story, &networks, &strip),
            networks,
            strip,
            story: Rc::new(story),
        }
    }

    /// A story without any layout, for what does not draw from it.
    pub fn bare(story: Rc<Story>) -> Self {
        Self {
            story,
            networks: Default::default(),
            strip: Default::default(),
            heights: Vec::new(),
        }
    }
}

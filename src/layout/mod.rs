//! Layout: stories to placed points, rounded and deterministic. Knows no state, no Yew and no browser.

pub mod map;
pub mod timeline;

use crate::pack::unpack;
use crate::story::Story;
use serde_tuple::Serialize_tuple;
use std::rc::Rc;

/// A story with what is laid out ahead: made natively, prerendered, and sent along as the page's JSON.
#[derive(Clone, Debug, PartialEq, Serialize_tuple)]
pub struct Content {
    pub story: Rc<Story>,
    pub networks: map::Networks,
    pub strips: timeline::Strips,
}

impl Content {
    pub fn of(story: Story) -> Self {
        Self { networks: map::Networks::of(&story), strips: timeline::Strips::of(&story), story: Rc::new(story) }
    }
}

unpack! {
    Content { story, networks, strips }
}

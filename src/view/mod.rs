//! Views: story and model to HTML, one file a part. Knows Yew and messages; never asks the browser for anything.

pub mod on;
pub mod actor_map;
pub mod timeline;

use crate::state::{Model, Msg, Pick, query::Lit, route};
use crate::story::Story;
use crate::text::Strings;
use std::rc::Rc;
use yew::prelude::*;

/// What never changes while the page lives: passed to every part.
#[derive(Clone)]
pub struct Ctx {
    pub story: Rc<Story>,
    pub words: &'static Strings,
    pub dispatch: Callback<Msg>,
}

/// What changes: the model, and what follows from it for every view.
pub struct Scene<'a> {
    pub model: &'a Model,
    pub lit: Lit,
}

impl Ctx {
    /// The plain link to something: works without the program, and is what its click's message leads to.
    pub fn href(&self, pick: Pick) -> String {
        format!("#{}", route::anchor(&self.story, pick))
    }
}

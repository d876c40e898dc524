//! What every part of a page gets: the story, the words, and what the reader has chosen.

use super::kind::{Insides, Kind, PartState};
use super::lang::InterfaceLang;
use crate::layout::Content;
use crate::locale::{Strings, strings::fill};
use crate::state::{Model, Msg, Pick, query, route};
use crate::story::{Grounds, Story};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// What never changes while the page lives. Passed to every part.
#[derive(Clone)]
pub struct Ctx {
    pub story: Rc<Story>,
    /// The same story with its layouts.
    pub content: Rc<Content>,
    pub words: &'static Strings,
    pub interface: InterfaceLang,
    pub dispatch: Callback<Msg>,
    /// Whether the markup is as prerendered: true while a page is written and while the program
    /// hydrates it.
    pub written: Rc<Cell<bool>>,
    pub insides: Insides,
    pub parts: &'static Parts,
    /// The addresses of links on a page that has only a section of its story.
    pub elsewhere: Option<Rc<dyn Fn(Pick) -> String>>,
}

/// How parts are drawn. The functions call the views, which themselves contain parts.
pub struct Parts {
    pub draw: fn(&Ctx, Kind, PartState, &dyn Fn() -> Html) -> Html,
    /// The inside of a part, for parts whose inside seldom changes.
    pub inside: fn(&Ctx, Kind, PartState) -> Html,
    /// The part's key among those of its kind, and its state.
    pub state: fn(&Ctx, &Scene, Kind) -> (usize, PartState),
}

/// What changes: the model, and what every view derives from it.
pub struct Scene<'a> {
    pub model: &'a Model,
    pub lit: query::Lit,
}

impl Ctx {
    /// Switches the language of the interface; an empty `lang` keeps the story's.
    pub fn with_interface_lang(self, lang: &str) -> Self {
        if lang.is_empty() {
            return self;
        }
        let words = Strings::of(lang);
        Self {
            words,
            interface: InterfaceLang::of(words, &self.story.lang),
            ..self
        }
    }

    /// The link to a pick. It works without the program; a click on it leads to the same state.
    pub fn href(&self, pick: Pick) -> String {
        if let Some(address) = &self.elsewhere {
            return address(pick);
        }
        format!("#{}", route::anchor(&self.story, pick))
    }

    /// Fills the name of the source into a sentence of the interface.
    pub fn sourced(&self, template: &str) -> Html {
        self.sentence(template, &[("source", &self.story.source.name)])
    }

    /// The same as text, for attributes and drawings, which cannot hold elements.
    pub fn sourced_text(&self, template: &str) -> String {
        fill(
            template,
            &[("source", &self.aside(&self.story.source.name))],
        )
    }
}

/// Two contexts are equal for the same page in the same language.
impl PartialEq for Ctx {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.content, &other.content) && std::ptr::eq(self.words, other.words)
    }
}

impl Scene<'_> {
    /// Whether the evidence filter lets an entry through.
    pub fn shows(&self, grounds: &Grounds) -> bool {
        query::shown(self.model.route.hidden, grounds)
    }

    pub fn is_picked(&self, pick: Pick) -> bool {
        self.model.route.pick == Some(pick)
    }
}

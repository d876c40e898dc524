//! Words of the interface and of the story beside each other: of which language each is, and which
//! way it runs.
//!
//! A page whose story has no interface in its language speaks English around it. Screen readers
//! then have to be told what is English, and what within it is of the story. Where both are of one
//! language nothing of it stands in the page.

use super::{Ctx, evidence};
use crate::locale::Strings;
use crate::locale::direction::{direction, isolated, runs_against};
use crate::locale::strings::places;
use yew::prelude::*;
use yew::virtual_dom::VText;

/// How the interface stands in the page.
#[derive(Clone, Copy)]
pub struct Tongue {
    /// Its language is not the story's.
    foreign: bool,
    /// Its direction, where that is not the page's.
    dir: Option<&'static str>,
    /// The page is written to the left.
    leftwards: bool,
}

impl Tongue {
    /// Of an interface in a page of this language.
    pub fn of(words: &Strings, lang: &str) -> Self {
        let (page, own) = (direction(lang), direction(words.lang));
        let language = lang.split('-').next().unwrap_or_default();
        Self {
            foreign: !language.eq_ignore_ascii_case(words.lang),
            dir: (page != own).then_some(own),
            leftwards: page == "rtl",
        }
    }
}

impl Ctx {
    /// The language of the interface, for an element that it names; `None` where it is the page's.
    pub fn lang(&self) -> Option<&'static str> {
        self.tongue.foreign.then_some(self.words.lang)
    }

    /// Its direction, for an element in which all is the interface's.
    pub fn dir(&self) -> Option<&'static str> {
        self.tongue.dir
    }

    /// The language of the story, for what is of it within such an element.
    pub fn own_lang(&self) -> Option<AttrValue> {
        self.tongue.foreign.then(|| self.story.lang.clone().into())
    }

    /// Words of the interface.
    pub fn say(&self, words: impl Into<AttrValue>) -> Html {
        self.said(VText::new(words).into())
    }

    fn said(&self, words: Html) -> Html {
        if !self.tongue.foreign {
            return words;
        }
        html! { <span lang={self.words.lang} dir={self.tongue.dir}>{ words }</span> }
    }

    /// A sentence of the interface with texts of the story in its places.
    pub fn sentence(&self, template: &str, values: &[(&str, &str)]) -> Html {
        let value = |name: Option<&str>| {
            values
                .iter()
                .find(|(of, _)| Some(*of) == name)
                .map(|(_, value)| *value)
        };
        self.said(self.composed(template, |name| {
            value(name)
                .map(|value| self.quoting(value))
                .unwrap_or_default()
        }))
    }

    /// The same with a list in its only place.
    pub fn listing(&self, template: &str, values: &[String]) -> Html {
        let all = || evidence::joined(values.iter().map(|value| self.quoting(value)));
        self.said(self.composed(template, |name| name.map(|_| all()).unwrap_or_default()))
    }

    fn composed(&self, template: &str, value: impl Fn(Option<&str>) -> Html) -> Html {
        places(template)
            .flat_map(|(words, name)| [VText::new(words.to_owned()).into(), value(name)])
            .collect()
    }

    /// Text of the story within words of the interface.
    fn quoting(&self, text: &str) -> Html {
        match self.own_lang() {
            Some(lang) => html! { <bdi {lang}>{ text }</bdi> },
            None => self.isolated(text),
        }
    }

    /// Text of the story beside other text, which it must not turn around.
    pub fn isolated(&self, text: &str) -> Html {
        let against = runs_against(text, self.tongue.leftwards);
        if against {
            html! { <bdi>{ text }</bdi> }
        } else {
            VText::new(text.to_owned()).into()
        }
    }

    /// The same in an attribute, which has no elements: between the characters that isolate.
    pub fn aside(&self, text: &str) -> String {
        isolated(text, self.tongue.leftwards)
    }
}

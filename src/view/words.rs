//! Words of the interface and of the story, each with its language and its direction.
//!
//! If the interface has no strings in the story's language, it is in English. Then a screen reader
//! must know what is English, and which words within it are the story's. If both are in one
//! language, the page needs no marks.

use super::ctx::Ctx;
use super::evidence;
use crate::locale::direction::{isolated, runs_against};
use crate::locale::strings::places;
use yew::prelude::*;
use yew::virtual_dom::VText;

impl Ctx {
    /// The language of the interface, for an element that it names; `None` where it is the page's.
    pub fn lang(&self) -> Option<&'static str> {
        self.interface.foreign.then_some(self.words.lang)
    }

    /// Its direction, for an element in which all is the interface's.
    pub fn dir(&self) -> Option<&'static str> {
        self.interface.dir
    }

    /// The language of the story, for what is of it within such an element.
    pub fn own_lang(&self) -> Option<AttrValue> {
        self.interface
            .foreign
            .then(|| self.story.lang.clone().into())
    }

    /// Words of the interface.
    pub fn say(&self, words: impl Into<AttrValue>) -> Html {
        self.said(VText::new(words).into())
    }

    fn said(&self, words: Html) -> Html {
        if !self.interface.foreign {
            return words;
        }
        html! { <span lang={self.words.lang} dir={self.interface.dir}>{ words }</span> }
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
        let against = runs_against(text, self.interface.leftwards);
        if against {
            html! { <bdi>{ text }</bdi> }
        } else {
            VText::new(text.to_owned()).into()
        }
    }

    /// The same in an attribute, which has no elements: between the characters that isolate.
    pub fn aside(&self, text: &str) -> String {
        isolated(text, self.interface.leftwards)
    }
}

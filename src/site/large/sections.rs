//! The lists of a large story's sections: plain links to every page, by phase and by group.

use super::pagination::Section;
use super::split::Large;
use crate::layout::large::FOLDER;
use crate::locale::Strings;
use crate::locale::strings::large::LargeStrings;
use crate::locale::strings::{Plural, counted, fill};
use crate::state::{Pick, query};
use crate::story::{Actor, ActorId};
use yew::prelude::*;

/// The two kinds of sections.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Events,
    Actors,
}

/// What lists and pages say about a section.
pub struct Entry {
    /// Its page, relative to the story's folder.
    pub page: String,
    /// The phase or group.
    pub of: String,
    pub span: String,
    pub count: String,
}

impl Entry {
    /// "Planning: March 1995 to June 1995".
    pub fn title(&self, words: &LargeStrings) -> String {
        match (self.of.as_str(), self.span.as_str()) {
            ("", "") => self.count.clone(),
            ("", title) | (title, "") => title.to_owned(),
            (of, span) => fill(words.section, &[("of", of), ("span", span)]),
        }
    }

    /// Its title in a list below the name of its phase or group.
    fn short(&self) -> &str {
        if self.span.is_empty() {
            &self.of
        } else {
            &self.span
        }
    }
}

pub fn entries(large: &Large, kind: Kind) -> Vec<Entry> {
    let (story, words) = (&large.whole, Strings::of(&large.whole.lang));
    fn entry<Of, Id>(section: &Section<Of, Id>, page: String, of: &str, forms: Plural) -> Entry {
        Entry {
            page,
            of: of.to_owned(),
            span: section.span.clone(),
            count: counted(forms, section.entries.len()),
        }
    }
    match kind {
        Kind::Events => {
            let sections = large.pages.events.iter();
            sections
                .map(|section| {
                    entry(
                        section,
                        large.pages.event(section.entries[0]),
                        &story[section.of].name,
                        words.page().count_events,
                    )
                })
                .collect()
        }
        Kind::Actors => {
            let sections = large.pages.actors.iter();
            sections
                .map(|section| {
                    entry(
                        section,
                        large.pages.actor(section.entries[0]),
                        &story[section.of].name,
                        words.page().count_actors,
                    )
                })
                .collect()
        }
    }
}

/// The lists after the app on the first page.
pub fn lists(large: &Large) -> Html {
    let href = |page: &str| page.to_owned();
    html! {
        <>
            { full_cards(large) }
            { list(large, Kind::Events, None, &href) }
            { list(large, Kind::Actors, None, &href) }
        </>
    }
}

/// One list; `current` is the page that it is on, `href` gives the address of another page.
pub fn list(
    large: &Large,
    kind: Kind,
    current: Option<&str>,
    href: &dyn Fn(&str) -> String,
) -> Html {
    let (entries, words) = (entries(large, kind), LargeStrings::of(&large.whole.lang));
    if entries.is_empty() {
        return Html::default();
    }
    let (id, title_id, title) = match kind {
        Kind::Events => ("all-events", "all-events-title", words.all_events),
        Kind::Actors => ("all-actors", "all-actors-title", words.all_actors),
    };
    let item = |entry: &Entry| {
        let current = (current == Some(entry.page.as_str())).then_some("page");
        html! {
            <li>
                <a href={href(&entry.page)} aria-current={current}>{ entry.short().to_owned() }</a>
                { " " }
                <span class="count">{ "(" }{ large.ctx.say(entry.count.clone()) }{ ")" }</span>
            </li>
        }
    };
    let group = |entries: &[Entry]| {
        html! {
            <>
                if !entries[0].of.is_empty() { <h3>{ entries[0].of.clone() }</h3> }
                <ul role="list">{ for entries.iter().map(item) }</ul>
            </>
        }
    };
    html! {
        <nav class="sections" {id} aria-labelledby={title_id}>
            <h2 class="part-title" id={title_id}>{ large.ctx.say(title) }</h2>
            { for entries.chunk_by(|a, b| a.of == b.of).map(group) }
        </nav>
    }
}

/// Links from the actors of the first page to their full cards.
fn full_cards(large: &Large) -> Html {
    if large.first.actors.is_empty() {
        return Html::default();
    }
    let shown: Vec<&str> = large
        .first
        .actors
        .iter()
        .map(|actor| actor.key.as_str())
        .collect();
    let actors = large
        .whole
        .each_actor()
        .filter(|(_, actor)| shown.contains(&actor.key.as_str()));
    let item = |(id, actor): (ActorId, &Actor)| {
        let name = query::told_apart(&large.whole, id, &actor.name).to_string();
        html! { <li><a href={large.href(Pick::Actor(id))}>{ name }</a></li> }
    };
    let title = LargeStrings::of(&large.whole.lang).full_cards;
    html! {
        <nav class="sections" aria-labelledby="full-title">
            <h2 class="part-title" id="full-title">{ large.ctx.say(title) }</h2>
            <ul role="list">{ for actors.map(item) }</ul>
        </nav>
    }
}

/// The address of a section from another one: its path without the folder of the sections.
pub fn between(page: &str) -> String {
    let path = page.strip_prefix(FOLDER).unwrap_or(page);
    path.trim_start_matches('/').to_owned()
}

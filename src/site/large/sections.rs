//! The lists of a large story's sections: plain links to every page, by phase and by group. Knows
//! no page around them.

use super::{Large, name};
use crate::figure::svg::put;
use crate::layout::large::Section;
use crate::locale::Strings;
use crate::locale::strings::large::LargeStrings;
use crate::locale::strings::{Plural, counted, fill};
use crate::site::page::Escaped;
use crate::site::spoken::spoken;
use crate::state::{Pick, query};

/// Which of the two kinds of sections a list is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Events,
    Actors,
}

/// A section as lists and pages name it.
pub struct Entry {
    /// Its page in the story's folder.
    pub page: String,
    /// The phase or group.
    pub of: String,
    pub span: String,
    pub count: String,
}

impl Entry {
    /// "Planning: March 1995 to June 1995".
    pub fn title(&self) -> String {
        let words = LargeStrings::of("");
        match (self.of.as_str(), self.span.as_str()) {
            ("", "") => self.count.clone(),
            ("", one) | (one, "") => one.to_owned(),
            (of, span) => fill(words.section, &[("of", of), ("span", span)]),
        }
    }

    /// How a list below the name of its phase or group calls it.
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
                .map(|one| {
                    entry(
                        one,
                        large.pages.event(one.entries[0]),
                        &story[one.of].name,
                        words.page.count_events,
                    )
                })
                .collect()
        }
        Kind::Actors => {
            let sections = large.pages.actors.iter();
            sections
                .map(|one| {
                    entry(
                        one,
                        large.pages.actor(one.entries[0]),
                        &story[one.of].name,
                        words.page.count_actors,
                    )
                })
                .collect()
        }
    }
}

/// All that stands behind the app on the first page.
pub fn all(large: &Large) -> String {
    let plain = |page: &str| page.to_owned();
    [
        full_cards(large),
        list(large, Kind::Events, None, &plain),
        list(large, Kind::Actors, None, &plain),
    ]
    .concat()
}

/// One list; `current` is the page on which it stands, `href` the way to another from there.
pub fn list(
    large: &Large,
    kind: Kind,
    current: Option<&str>,
    href: &dyn Fn(&str) -> String,
) -> String {
    let (entries, words) = (entries(large, kind), LargeStrings::of(&large.whole.lang));
    if entries.is_empty() {
        return String::new();
    }
    let (id, title) = [
        ("all-events", words.all_events),
        ("all-actors", words.all_actors),
    ][kind as usize];
    let mut out = format!(
        "<nav class=\"sections\" id=\"{id}\" aria-labelledby=\"{id}-title\"><h2 class=\"part-title\" id=\"{id}-title\">{}</h2>",
        spoken(&large.whole, title)
    );
    for group in entries.chunk_by(|one, other| one.of == other.of) {
        if !group[0].of.is_empty() {
            put(&mut out, format_args!("<h3>{}</h3>", Escaped(&group[0].of)));
        }
        out.push_str("<ul role=\"list\">");
        for entry in group {
            let here = if current == Some(entry.page.as_str()) {
                " aria-current=\"page\""
            } else {
                ""
            };
            let (page, title, count) = (
                href(&entry.page),
                Escaped(entry.short()),
                spoken(&large.whole, &entry.count),
            );
            put(
                &mut out,
                format_args!(
                    "<li><a href=\"{page}\"{here}>{title}</a> <span class=\"count\">({count})</span></li>"
                ),
            );
        }
        out.push_str("</ul>");
    }
    out + "</nav>"
}

/// From each card of the first page to the actor's own, which has all of its relations and events.
fn full_cards(large: &Large) -> String {
    let words = LargeStrings::of(&large.whole.lang);
    let shown: Vec<&str> = large
        .first
        .actors
        .iter()
        .map(|actor| actor.key.as_str())
        .collect();
    let links: String = large
        .whole
        .each_actor()
        .filter(|(_, actor)| shown.contains(&actor.key.as_str()))
        .map(|(id, actor)| {
            format!(
                "<li><a href=\"{}\">{}</a></li>",
                large.href(Pick::Actor(id)),
                Escaped(&query::told_apart(&large.whole, id, &actor.name))
            )
        })
        .collect();
    if links.is_empty() {
        return links;
    }
    format!(
        "<nav class=\"sections\" aria-labelledby=\"full-title\"><h2 class=\"part-title\" id=\"full-title\">{}</h2><ul role=\"list\">{links}</ul></nav>",
        spoken(&large.whole, words.full_cards)
    )
}

/// The way from a page of a section to another.
pub fn between(page: &str) -> String {
    name(page).to_owned()
}

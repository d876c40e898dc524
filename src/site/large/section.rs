//! The page of one section: complete entries without a program, with links to the other pages.

use super::sections::{self, Entry, Kind, between};
use super::split::Large;
use crate::locale::strings::fill;
use crate::locale::strings::large::LargeStrings;
use crate::site::prerender::markup;
use crate::state::{Pick, route};
use crate::story::{ActorId, EventId, Issue};
use crate::view::kind::PartState;
use crate::view::{Ctx, actor_card, timeline};
use std::rc::Rc;
use yew::prelude::*;

/// From a page of a section to the story's folder.
const UP: &str = "../";

/// A page without its head.
pub struct Page {
    /// Its path in the story's folder.
    pub path: String,
    pub title: String,
    /// The content of the root element.
    pub body: String,
}

pub fn pages(large: &Large) -> Vec<Page> {
    let writer = Writer {
        large,
        words: LargeStrings::of(&large.whole.lang),
    };
    let events = sections::entries(large, Kind::Events);
    let actors = sections::entries(large, Kind::Actors);
    let event_pages = large
        .pages
        .events
        .iter()
        .enumerate()
        .map(|(index, section)| {
            writer.page(Kind::Events, &events, index, |ctx| {
                event_list(ctx, &section.entries)
            })
        });
    let actor_pages = large
        .pages
        .actors
        .iter()
        .enumerate()
        .map(|(index, section)| {
            writer.page(Kind::Actors, &actors, index, |ctx| {
                card_list(ctx, &section.entries)
            })
        });
    event_pages.chain(actor_pages).collect()
}

struct Writer<'a> {
    large: &'a Large,
    words: &'static LargeStrings,
}

impl Writer<'_> {
    fn page(
        &self,
        kind: Kind,
        entries: &[Entry],
        index: usize,
        list: impl Fn(&Ctx) -> Html,
    ) -> Page {
        let entry = &entries[index];
        let ctx = Ctx {
            elsewhere: Some(self.links(entry.page.clone())),
            ..self.large.ctx.clone()
        };
        let turn = self.turn(entries, index);
        let body = html! {
            <div class="explainer">
                { self.head(entry) }
                <nav class="section-turn" aria-label={self.words.pages} lang={ctx.lang()}>{ turn.clone() }</nav>
                // The same links after the entries are not another landmark.
                <main class="section-entries">{ list(&ctx) }<div class="section-turn">{ turn }</div></main>
                if kind == Kind::Actors { { self.issues() } }
                { sections::list(self.large, kind, Some(&entry.page), &|page| between(page)) }
            </div>
        };
        Page {
            path: entry.page.clone(),
            title: entry.title(self.words),
            body: markup(body),
        }
    }

    /// The addresses of entries on this page or another, and of passages on the first page.
    fn links(&self, here: String) -> Rc<dyn Fn(Pick) -> String> {
        let (story, pages) = (self.large.whole.clone(), self.large.pages.clone());
        Rc::new(move |pick| {
            let page = match pick {
                Pick::Event(id) => pages.event(id),
                Pick::Actor(id) => pages.actor(id),
                Pick::Passage(_) => {
                    return format!("{UP}index.html#{}", route::anchor(&story, pick));
                }
            };
            let anchor = route::anchor(&story, pick);
            if page == here {
                format!("#{anchor}")
            } else {
                format!("{}#{anchor}", between(&page))
            }
        })
    }

    fn head(&self, entry: &Entry) -> Html {
        html! {
            <header class="section-head">
                <p class="kicker"><a href={first_page()}>{ self.large.whole.title.clone() }</a></p>
                <h1>{ entry.title(self.words) }</h1>
                <p class="part-note">{ self.large.ctx.say(entry.count.clone()) }</p>
            </header>
        }
    }

    /// Links to the previous page, the first page and the next page.
    fn turn(&self, entries: &[Entry], index: usize) -> Html {
        let ctx = &self.large.ctx;
        let link = |entry: Option<&Entry>, rel: &'static str, template: &str| {
            let entry = entry?;
            let words = fill(template, &[("page", &entry.title(self.words))]);
            Some(html! { <a {rel} href={between(&entry.page)}>{ ctx.say(words) }</a> })
        };
        let previous = index.checked_sub(1).map(|index| &entries[index]);
        html! {
            <>
                { link(previous, "prev", self.words.previous) }
                <a href={first_page()}>{ ctx.say(self.words.start) }</a>
                { link(entries.get(index + 1), "next", self.words.next) }
            </>
        }
    }

    /// The questions of the issues, to which the cards link.
    fn issues(&self) -> Html {
        let issues = &self.large.whole.issues;
        if issues.is_empty() {
            return Html::default();
        }
        html! {
            <section class="sections" aria-labelledby="issues-title">
                <h2 class="part-title" id="issues-title">{ self.large.ctx.say(self.words.issues) }</h2>
                <ul role="list">{ for issues.iter().map(issue) }</ul>
            </section>
        }
    }
}

fn first_page() -> String {
    format!("{UP}index.html")
}

fn issue(issue: &Issue) -> Html {
    let stances: Vec<&str> = issue
        .scale
        .iter()
        .map(|stance| stance.label.as_str())
        .collect();
    html! {
        <li id={format!("issue-{}", issue.key)}>
            <strong>{ issue.name.clone() }</strong>
            { format!(" {} ", issue.question.as_deref().unwrap_or_default()) }
            <span class="count">{ format!("({})", stances.join(" – ")) }</span>
        </li>
    }
}

fn event_list(ctx: &Ctx, events: &[EventId]) -> Html {
    html! { <ol class="events">{ for events.iter().map(|id| event(ctx, *id)) }</ol> }
}

/// Cards have headings of the third level, so the list needs one of the second.
fn card_list(ctx: &Ctx, actors: &[ActorId]) -> Html {
    html! {
        <>
            <h2 class="visually-hidden">{ ctx.say(ctx.words.actors) }</h2>
            <ul class="card-list">{ for actors.iter().map(|id| card(ctx, *id)) }</ul>
        </>
    }
}

fn event(ctx: &Ctx, id: EventId) -> Html {
    let event = &ctx.story[id];
    html! {
        <li id={format!("event-{}", event.key)} class="event" data-evidence={event.grounds.evidence.key()}>
            { timeline::when(ctx, event) }
            <p class="event-title"><a href={ctx.href(Pick::Event(id))}>{ ctx.isolated(&event.title) }</a></p>
            { timeline::details(ctx, event) }
        </li>
    }
}

/// An open card, because a link to it cannot open it without a program.
fn card(ctx: &Ctx, id: ActorId) -> Html {
    let actor = &ctx.story[id];
    html! {
        <li class="card-slot">
            <details id={format!("actor-{}", actor.key)} class="card" open=true>
                <summary>
                    <h3 class="card-name">{ ctx.isolated(&actor.name) }</h3>
                    <span class="card-kind">{ actor_card::kind_and_group(ctx, id) }</span>
                </summary>
                { actor_card::body(ctx, PartState::PLAIN, id) }
            </details>
        </li>
    }
}

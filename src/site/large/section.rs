//! The page of one section: complete entries without a program, whose links cross to other pages.
//! Knows no head and no file.

use super::sections::{self, Entry, Kind, between};
use super::{Large, UP, name};
use crate::app::StoryRef;
use crate::layout::Content;
use crate::locale::strings::fill;
use crate::locale::strings::large::LargeStrings;
use crate::site::page::Escaped;
use crate::site::prerender::render;
use crate::site::spoken::{attributes, spoken};
use crate::state::{Pick, route};
use crate::story::{ActorId, EventId, Issue};
use crate::view::part::PartState;
use crate::view::{Ctx, actor_card, timeline};
use std::rc::Rc;
use yew::prelude::*;

/// A page that is ready but for its head.
pub struct Page {
    /// Its path in the story's folder.
    pub path: String,
    pub title: String,
    /// What stands in the root.
    pub body: String,
}

pub fn pages(large: &Large) -> Vec<Page> {
    let writer = Writer::new(large);
    let events = large
        .pages
        .events
        .iter()
        .map(|one| one.entries.iter().map(|id| Pick::Event(*id)).collect());
    let actors = large
        .pages
        .actors
        .iter()
        .map(|one| one.entries.iter().map(|id| Pick::Actor(*id)).collect());
    let (events, actors): (Vec<Vec<Pick>>, Vec<Vec<Pick>>) = (events.collect(), actors.collect());
    [(Kind::Events, events), (Kind::Actors, actors)]
        .into_iter()
        .flat_map(|(kind, all)| {
            let entries = sections::entries(large, kind);
            (0..all.len())
                .map(|index| writer.page(kind, &entries, index, all[index].clone()))
                .collect::<Vec<_>>()
        })
        .collect()
}

struct Writer<'a> {
    large: &'a Large,
    ctx: Ctx,
}

impl<'a> Writer<'a> {
    fn new(large: &'a Large) -> Self {
        let whole = StoryRef::from(Content::bare(large.whole.clone()));
        Self {
            large,
            ctx: Ctx::new(whole.shared(), Callback::noop()),
        }
    }

    fn page(&self, kind: Kind, entries: &[Entry], index: usize, picks: Vec<Pick>) -> Page {
        let Entry { page, .. } = &entries[index];
        let ctx = Ctx {
            elsewhere: Some(self.links(page.clone())),
            ..self.ctx.clone()
        };
        let listed = render::<Entries>(
            EntriesProps {
                ctx,
                picks: Rc::new(picks),
            },
            false,
        );
        let turn = self.turn(entries, index);
        let title = entries[index].title();
        let list = sections::list(self.large, kind, Some(page), &|page| between(page));
        let issues = if kind == Kind::Actors {
            self.issues()
        } else {
            String::new()
        };
        let words = LargeStrings::of(&self.large.whole.lang);
        // The same again below the entries is no landmark of its own.
        let body = format!(
            "<div class=\"explainer\">{}<nav class=\"section-turn\" aria-label=\"{}\"{}>{turn}</nav>\
             <main class=\"section-entries\">{listed}<div class=\"section-turn\">{turn}</div></main>{issues}{list}</div>",
            self.head(&title, &entries[index]),
            words.pages,
            attributes(&self.large.whole).unwrap_or_default()
        );
        Page {
            path: page.clone(),
            title,
            body,
        }
    }

    /// Where links of a page lead: here, to another section, or to the text on the first page.
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
                format!("{}#{anchor}", name(&page))
            }
        })
    }

    fn head(&self, title: &str, entry: &Entry) -> String {
        format!(
            "<header class=\"section-head\"><p class=\"kicker\"><a href=\"{UP}index.html\">{}</a></p><h1>{}</h1><p class=\"part-note\">{}</p></header>",
            Escaped(&self.large.whole.title),
            Escaped(title),
            spoken(&self.large.whole, &entry.count)
        )
    }

    /// To the pages before and behind, and to the start.
    fn turn(&self, entries: &[Entry], index: usize) -> String {
        let words = LargeStrings::of(&self.large.whole.lang);
        let link = |entry: Option<&Entry>, rel: &str, template: &str| {
            let entry = entry?;
            let words = fill(template, &[("page", &entry.title())]);
            Some(format!(
                "<a rel=\"{rel}\" href=\"{}\">{}</a>",
                between(&entry.page),
                spoken(&self.large.whole, &words)
            ))
        };
        let before = link(
            index.checked_sub(1).map(|before| &entries[before]),
            "prev",
            words.previous,
        );
        let start = format!(
            "<a href=\"{UP}index.html\">{}</a>",
            spoken(&self.large.whole, words.start)
        );
        let behind = link(entries.get(index + 1), "next", words.next);
        before.into_iter().chain([start]).chain(behind).collect()
    }

    /// What the cards' issues ask; each has a link to here.
    fn issues(&self) -> String {
        let words = LargeStrings::of(&self.large.whole.lang);
        let issue = |issue: &Issue| {
            let stances: Vec<&str> = issue
                .scale
                .iter()
                .map(|stance| stance.label.as_str())
                .collect();
            let question = issue.question.as_deref().unwrap_or_default();
            format!(
                "<li id=\"issue-{}\"><strong>{}</strong> {} <span class=\"count\">({})</span></li>",
                issue.key,
                Escaped(&issue.name),
                Escaped(question),
                Escaped(&stances.join(" – "))
            )
        };
        let all: String = self.large.whole.issues.iter().map(issue).collect();
        if all.is_empty() {
            return all;
        }
        format!(
            "<section class=\"sections\" aria-labelledby=\"issues-title\"><h2 class=\"part-title\" id=\"issues-title\">{}</h2><ul role=\"list\">{all}</ul></section>",
            spoken(&self.large.whole, words.issues)
        )
    }
}

#[derive(Clone, PartialEq, Properties)]
struct EntriesProps {
    ctx: Ctx,
    picks: Rc<Vec<Pick>>,
}

/// The entries of a section, all of one kind.
#[component]
fn Entries(EntriesProps { ctx, picks }: &EntriesProps) -> Html {
    match picks.first() {
        Some(Pick::Event(_)) => {
            html! { <ol class="events">{ for picks.iter().filter_map(event_of).map(|id| event(ctx, id)) }</ol> }
        }
        // Cards have headings of the third level.
        _ => html! {
            <>
                <h2 class="visually-hidden">{ ctx.say(ctx.words.actors) }</h2>
                <ul class="card-list">{ for picks.iter().filter_map(actor_of).map(|id| card(ctx, id)) }</ul>
            </>
        },
    }
}

fn event_of(pick: &Pick) -> Option<EventId> {
    if let Pick::Event(id) = pick {
        Some(*id)
    } else {
        None
    }
}

fn actor_of(pick: &Pick) -> Option<ActorId> {
    if let Pick::Actor(id) = pick {
        Some(*id)
    } else {
        None
    }
}

fn event(ctx: &Ctx, id: EventId) -> Html {
    let event = &ctx.story[id];
    html! {
        <li id={format!("event-{}", event.key)} class="event" data-evidence={event.grounds.evidence.key()}>
            { timeline::when(ctx, event) }
            <p class="event-title"><a href={ctx.href(Pick::Event(id))}>{ ctx.isolated(&event.title) }</a></p>
            { timeline::told(ctx, event) }
        </li>
    }
}

/// Open, because without a program a link to it could not open it.
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

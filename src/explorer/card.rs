//! Picking, and the card of what the page itself has no entry for: the page of a large story
//! carries only a part of it. What the explorer knows is shown at once, the rest of the entry is
//! taken from its page.

use super::element::{append, html, set, set_all};
use super::figure::Explorer;
use crate::browser::{focus, pick};
use crate::layout::large::Summary;
use crate::locale::direction::{direction, isolated};
use crate::state::{Pick, Route, route};
use crate::story::{ActorId, Event, EventId, Story};
use gloo::utils::{document, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomParser, Element, HtmlElement, KeyboardEvent, Response, SupportedType, Url};

/// The card lists no more links of a kind; the entry's own page has them all.
const MAX_LINKS: usize = 12;

/// Links in the card pick, its button and Escape close it.
pub fn listen(explorer: &Explorer) {
    explorer.on(
        &explorer.card,
        "click",
        |explorer, event: &web_sys::Event| {
            let target: Option<Element> = event.target().map(JsCast::unchecked_into);
            let link = target.and_then(|target| {
                let links = "[data-pick], .explorer-card-close";
                target.closest(links).ok().flatten()
            });
            let Some(link) = link else { return };
            event.prevent_default();
            let named = link.get_attribute("data-pick").unwrap_or_default();
            match Route::parse(&explorer.content.story, &named).and_then(|route| route.pick) {
                Some(pick) => explorer.pick(pick),
                None => explorer.close_card(),
            }
        },
    );
    explorer.on(
        &explorer.card,
        "keydown",
        |explorer, event: &KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                explorer.close_card();
            }
        },
    );
}

impl Explorer {
    /// Lets the app pick a thing; opens its card where the page has no entry for it.
    pub(super) fn pick(&self, pick: Pick) {
        if !pick::ask(&self.anchor(pick)) {
            self.open_card(pick);
        }
    }

    /// Opens the card of a thing that the page has no entry for.
    fn open_card(&self, pick: Pick) {
        let Some(whole) = &self.whole else { return };
        self.own.set(Some(pick));
        let card = &self.card;
        card.set_text_content(None);
        fill_card(card, whole, pick, self);
        _ = card.remove_attribute("hidden");
        if let Ok(Some(close)) = card.query_selector(".explorer-card-close") {
            focus::restore(&close);
        }
        self.show(pick);
        self.ask();
        fetch_entry(card, &self.address(pick), &self.anchor(pick));
    }

    /// Closes it; the focus goes back to what it was opened from.
    fn close_card(&self) {
        let Some(pick) = self.own.get() else { return };
        self.hide_card();
        self.to_focus.replace(Some(self.anchor(pick)));
        self.ask();
    }

    /// Closes it and leaves the focus where it is.
    pub(super) fn hide_card(&self) {
        self.own.set(None);
        set(&self.card, "hidden", "");
    }
}

fn text(tag: &str, class: &str, words: &str) -> HtmlElement {
    let element = html(tag, &[("class", class)]);
    element.set_text_content(Some(words));
    element
}

fn fill_card(card: &HtmlElement, whole: &Summary, pick: Pick, explorer: &Explorer) {
    let (story, words) = (&*whole.story, explorer.words);
    let leftwards = direction(&story.lang) == "rtl";
    let (name, about) = match pick {
        Pick::Actor(id) => {
            let actor = &story[id];
            (
                actor.name.as_str(),
                format!("{} · {}", actor.kind, story[actor.group].name),
            )
        }
        Pick::Event(id) => {
            let event = &story[id];
            let date = event
                .when
                .as_ref()
                .map_or(words.undated_short.into(), |when| when.in_full());
            (
                event.title.as_str(),
                format!("{date} · {}", event.grounds.evidence.word(words)),
            )
        }
        Pick::Passage(_) => return,
    };
    set(card, "aria-label", name);
    let close = text("button", "explorer-button explorer-card-close", words.close);
    set(&close, "type", "button");
    append(
        card,
        &[
            &close,
            &text("h3", "explorer-card-name", &isolated(name, leftwards)),
            &text("p", "explorer-card-about", &about),
        ],
    );
    let entry = html("div", &[("class", "explorer-card-entry")]);
    match pick {
        Pick::Actor(id) => {
            list(&entry, words.relations, relations(story, id), leftwards);
            list(&entry, words.events, events(story, id), leftwards);
        }
        Pick::Event(id) => list(&entry, words.event_actors, actors(story, id), leftwards),
        Pick::Passage(_) => {}
    }
    let more = text("a", "explorer-card-more", explorer.more.whole_entry);
    set(&more, "href", &explorer.address(pick));
    append(card, &[&entry, &more]);
}

/// A name to be picked, and the words before and after it.
struct Line {
    anchor: String,
    before: String,
    name: String,
    after: String,
}

/// A list of links, in a page that is read leftwards or not.
fn list(parent: &Element, name: &str, lines: Vec<Line>, leftwards: bool) {
    if lines.is_empty() {
        return;
    }
    let all = html("ul", &[("class", "explorer-card-list")]);
    for line in lines.iter().take(MAX_LINKS) {
        let (item, link) = (
            html("li", &[]),
            text("a", "", &isolated(&line.name, leftwards)),
        );
        set_all(
            &link,
            &[
                ("href", format!("#{}", line.anchor)),
                ("data-pick", line.anchor.clone()),
            ],
        );
        append(
            &item,
            &[
                &text("span", "", &line.before),
                &link,
                &text("span", "", &line.after),
            ],
        );
        append(&all, &[&item]);
    }
    append(parent, &[&text("h4", "", name), &all]);
}

/// The relations of an actor as sentences, each with the name of the other actor as its link.
fn relations(story: &Story, actor: ActorId) -> Vec<Line> {
    let link = |other: ActorId| Line {
        name: story[other].beginning(),
        ..Line::of(story, Pick::Actor(other))
    };
    let own = story
        .relations
        .iter()
        .filter(|tie| tie.from == actor)
        .flat_map(|tie| {
            let before = format!("{} {} ", story[actor].beginning(), tie.label);
            let line = move |to: &ActorId| Line {
                before: before.clone(),
                name: story[*to].within().into(),
                ..link(*to)
            };
            tie.to.iter().map(line)
        });
    let others = story
        .relations
        .iter()
        .filter(|tie| tie.from != actor && tie.to.contains(&actor));
    let others = others.map(|tie| Line {
        after: format!(" {} {}", tie.label, story[actor].within()),
        ..link(tie.from)
    });
    own.chain(others).collect()
}

fn events(story: &Story, actor: ActorId) -> Vec<Line> {
    let own = story
        .each_event()
        .filter(|(_, event)| event.actors.contains(&actor));
    let date = |event: &Event| event.when.as_ref().map(|when| format!("{} ", when.words()));
    let line = |(id, event): (EventId, &Event)| Line {
        before: date(event).unwrap_or_default(),
        name: event.title.clone(),
        ..Line::of(story, Pick::Event(id))
    };
    own.map(line).collect()
}

fn actors(story: &Story, event: EventId) -> Vec<Line> {
    let line = |id: &ActorId| Line {
        name: story[*id].name.clone(),
        ..Line::of(story, Pick::Actor(*id))
    };
    story[event].actors.iter().map(line).collect()
}

impl Line {
    fn of(story: &Story, pick: Pick) -> Self {
        Self {
            anchor: route::anchor(story, pick),
            before: String::new(),
            name: String::new(),
            after: String::new(),
        }
    }
}

/// Puts the entry of another page into the card, as that page has it. Where it cannot be fetched
/// (from a file, in a sandbox) the card stays as it is, with its link to that page.
fn fetch_entry(card: &HtmlElement, address: &str, anchor: &str) {
    let (card, page, anchor) = (card.clone(), address.to_owned(), anchor.to_owned());
    let asked = window().fetch_with_str(address);
    let read = Closure::once(move |answer: JsValue| {
        let Ok(text) = answer.unchecked_into::<Response>().text() else {
            return;
        };
        let show = Closure::once(move |text: JsValue| show(&card, &page, &anchor, &text));
        _ = text.then(&show);
        show.forget();
    });
    _ = asked.then(&read);
    read.forget();
}

fn show(card: &HtmlElement, page: &str, anchor: &str, text: &JsValue) {
    let parsed = DomParser::new().and_then(|parser| {
        parser.parse_from_string(
            &text.as_string().unwrap_or_default(),
            SupportedType::TextHtml,
        )
    });
    let entry = parsed
        .ok()
        .and_then(|parsed| parsed.get_element_by_id(anchor));
    let here = card.query_selector(".explorer-card-entry").ok().flatten();
    let open = card
        .query_selector(".explorer-card-more")
        .ok()
        .flatten()
        .and_then(|more| more.get_attribute("href"));
    // Meanwhile the reader may have opened another.
    let (Some(entry), Some(here), true) = (entry, here, open.as_deref() == Some(page)) else {
        return;
    };
    // The card has its name already, and its id belongs to its own page.
    _ = entry.remove_attribute("id");
    let Ok(copy) = document().import_node_with_deep(&entry, true) else {
        return;
    };
    here.set_text_content(None);
    append(&here, &[copy.unchecked_ref()]);
    resolve_links(&here, page);
}

/// Resolves the links of an entry, which are relative to its own page.
fn resolve_links(entry: &Element, page: &str) {
    let base = Url::new_with_base(
        page,
        &document().base_uri().ok().flatten().unwrap_or_default(),
    );
    let (Ok(base), Ok(links)) = (base, entry.query_selector_all("a[href]")) else {
        return;
    };
    for index in 0..links.length() {
        let Some(link) = links.get(index).map(JsCast::unchecked_into::<Element>) else {
            continue;
        };
        let href = link.get_attribute("href").unwrap_or_default();
        if let Ok(url) = Url::new_with_base(&href, &base.href()) {
            set(&link, "href", &url.href());
        }
        if let Some(anchor) = href.split_once('#').map(|(_, anchor)| anchor) {
            set(&link, "data-pick", anchor);
        }
    }
}

//! Large stories: what their first page holds is bounded, everything has exactly one entry, and
//! every way leads somewhere. Read from the written files by a real parser of HTML; the app is not
//! needed for it.

mod support;

use scraper::{Html, Selector};
use serde_json::Value;
use standpoint::layout::large::{Summary, is_large};
use standpoint::pack::Unpack;
use standpoint::site::files::Files;
use standpoint::site::large::{Pages, excerpt, summary};
use standpoint::site::publish::{single, site};
use standpoint::story::{Span, Story};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use support::{app_build, read_story};
use xtask::bench_story::{Measure, invented};

fn story(events: usize, actors: usize) -> Story {
    let texts = invented(Measure {
        events,
        actors,
        seed: 1,
    });
    read_story("bench", &texts.story, &texts.article)
}

/// A large story and its site.
static LARGE: LazyLock<(Story, Files)> = LazyLock::new(|| {
    let story = story(400, 200);
    let files = site(&app_build(), vec![story.clone()], None).unwrap();
    (story, files)
});

struct Page {
    ids: Vec<String>,
    links: Vec<String>,
    elements: usize,
}

fn page(html: &[u8]) -> Page {
    let page = Html::parse_document(std::str::from_utf8(html).unwrap());
    let all = |selector: &str, name: &str| {
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector)
            .filter_map(|element| element.value().attr(name))
            .map(str::to_owned)
            .collect()
    };
    let elements = page.select(&Selector::parse("*").unwrap()).count();
    Page {
        ids: all("[id]", "id"),
        links: all("a[href]", "href"),
        elements,
    }
}

fn pages(files: &Files) -> BTreeMap<&str, Page> {
    files
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, html)| (name.as_str(), page(html)))
        .collect()
}

/// The file that a link of a page leads to, and the id in it.
fn resolved(from: &str, href: &str) -> (String, String) {
    let (file, id) = href.split_once('#').unwrap_or((href, ""));
    let mut folder: Vec<&str> = from.split('/').collect();
    folder.pop();
    if file.is_empty() {
        return (from.into(), id.into());
    }
    for part in file.split('/') {
        if part == ".." {
            _ = folder.pop()
        } else {
            folder.push(part)
        }
    }
    (folder.join("/"), id.into())
}

#[test]
fn every_event_and_actor_has_exactly_one_entry_among_the_sections() {
    let (story, files) = &*LARGE;
    let pages = pages(files);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, page) in pages.iter().filter(|(name, _)| name.starts_with("all/")) {
        page.ids
            .iter()
            .for_each(|id| *seen.entry(id).or_default() += 1);
    }
    let events = story
        .events
        .iter()
        .map(|event| format!("event-{}", event.key));
    let actors = story
        .actors
        .iter()
        .map(|actor| format!("actor-{}", actor.key));
    for id in events.chain(actors) {
        assert_eq!(seen.get(id.as_str()), Some(&1), "{id}");
    }
}

#[test]
fn no_link_leads_nowhere_and_no_id_stands_twice_on_a_page() {
    let (_, files) = &*LARGE;
    let pages = pages(files);
    for (name, page) in &pages {
        let ids: BTreeSet<&String> = page.ids.iter().collect();
        assert_eq!(ids.len(), page.ids.len(), "{name}: an id stands twice");
        for href in page.links.iter().filter(|href| !href.contains(':')) {
            let (file, id) = resolved(name, href);
            let target = pages
                .get(file.as_str())
                .unwrap_or_else(|| panic!("{name}: {href}"));
            assert!(id.is_empty() || target.ids.contains(&id), "{name}: {href}");
        }
    }
}

#[test]
fn everything_is_two_clicks_from_the_first_page() {
    let (_, files) = &*LARGE;
    let pages = pages(files);
    let near: BTreeSet<String> = pages["index.html"]
        .links
        .iter()
        .map(|href| resolved("index.html", href).0)
        .collect();
    for name in pages.keys().filter(|name| name.starts_with("all/")) {
        assert!(
            near.contains(*name),
            "{name} is not linked from the first page"
        );
    }
}

#[test]
fn the_first_page_is_as_large_for_a_larger_story() {
    let (_, files) = &*LARGE;
    let larger = site(&app_build(), vec![story(800, 400)], None).unwrap();
    let [small, large] = [files, &larger].map(|files| {
        (
            files["index.html"].len(),
            page(&files["index.html"]).elements,
        )
    });
    assert!(small.0 < 800_000 && small.1 < 10_500, "{small:?}");
    // Each section takes a line in its lists, and pictures count as much as they have room for.
    assert!(
        large.0 < small.0 + 60_000 && large.1 < small.1 + 600,
        "{small:?} became {large:?}"
    );
    for (name, html) in files
        .iter()
        .chain(&larger)
        .filter(|(name, _)| name.starts_with("all/"))
    {
        assert!(html.len() < 400_000, "{name} has {} bytes", html.len());
    }
}

#[test]
fn a_story_within_the_limits_is_one_page_as_ever() {
    assert!(!is_large(&story(150, 0)) && is_large(&story(151, 0)));
    assert!(!is_large(&story(0, 80)) && is_large(&story(0, 81)));
    let story = story(60, 12);
    let files = site(&app_build(), vec![story], None).unwrap();
    assert!(
        !files
            .keys()
            .any(|name| name.starts_with("all/") || name.contains("large-"))
    );
    assert!(!String::from_utf8_lossy(&files["index.html"]).contains("data-large"));
}

#[test]
fn an_excerpt_is_a_whole_story_and_says_what_it_leaves_out() {
    let (story, _) = &*LARGE;
    let part = excerpt(story, &|span| format!("elsewhere#{}", span.words()));
    assert_eq!((part.events.len(), part.actors.len()), (24, 24));
    for event in &part.events {
        let whole = story
            .events
            .iter()
            .find(|other| other.key == event.key)
            .unwrap();
        let there: Vec<&str> = event
            .actors
            .iter()
            .map(|id| part[*id].key.as_str())
            .collect();
        for actor in whole.actors.iter().map(|id| &story[*id]) {
            let told = there.contains(&actor.key.as_str()) || event.text.contains(&actor.name);
            assert!(
                told,
                "{} does not say that {} is involved",
                event.title, actor.name
            );
        }
    }
    let words = |story: &Story| -> String {
        let spans = story.passages.iter().flat_map(|passage| {
            passage
                .paragraphs
                .iter()
                .flatten()
                .flat_map(|said| &said.spans)
        });
        spans.map(Span::words).collect()
    };
    assert_eq!(words(&part), words(story), "the text reads the same");
    assert!(
        part.actors
            .iter()
            .any(|actor| actor.about.contains("Shown here: "))
    );
}

#[test]
fn the_brief_is_read_as_it_was_packed_and_names_the_page_of_everything() {
    let (story, files) = &*LARGE;
    let summary = summary(story, &Pages::of(story));
    let (_, json) = files
        .iter()
        .find(|(name, _)| name.starts_with("assets/story-"))
        .unwrap();
    assert_eq!(
        Summary::unpack(&serde_json::from_slice::<Value>(json).unwrap()),
        Ok(summary.clone())
    );
    let pages = pages(files);
    for (id, event) in story.each_event() {
        assert!(
            pages[summary.event_page(id).as_str()]
                .ids
                .contains(&format!("event-{}", event.key))
        );
    }
    for (id, actor) in story.each_actor() {
        assert!(
            pages[summary.actor_page(id).as_str()]
                .ids
                .contains(&format!("actor-{}", actor.key))
        );
    }
    let index = String::from_utf8_lossy(&files["index.html"]);
    let name = files
        .keys()
        .find(|name| name.starts_with("assets/story-"))
        .unwrap();
    assert!(index.contains(&format!("data-large=\"{name}\"")));
}

#[test]
fn sections_are_named_by_what_is_in_them() {
    let (story, _) = &*LARGE;
    let pages = Pages::of(story);
    let spans: Vec<&str> = pages
        .events
        .iter()
        .map(|section| section.span.as_str())
        .collect();
    assert!(spans.iter().all(|span| span.contains(" to ")), "{spans:?}");
    assert!(
        pages
            .events
            .iter()
            .all(|section| section.entries.len() <= 100)
    );
    assert!(
        pages
            .actors
            .iter()
            .all(|section| section.entries.len() <= 60)
    );
}

#[test]
fn one_file_refuses_a_large_story_in_a_sentence() {
    let problem = single(&app_build(), LARGE.0.clone()).unwrap_err();
    assert!(problem.contains("build a folder"), "{problem}");
}

//! The timeline as HTML: what stands there before the program runs, and what the state changes in
//! it.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use standpoint::layout::Content;
use standpoint::layout::network::{Network, Networks};
use standpoint::layout::timeline::{LEAST, Strip, strip};
use standpoint::state::{Likelihood, Model, Msg, Pick, query, update};
use standpoint::story::{EventId, Evidence, Story};
use standpoint::view::{Ctx, Scene, timeline::timeline};
use std::rc::Rc;
use support::built_in;
use yew::prelude::*;

#[derive(Clone)]
struct Shared(Rc<Content>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    story: Shared,
    model: Model,
}

#[component]
fn Part(props: &Props) -> Html {
    let ctx = Ctx::new(props.story.0.clone(), Callback::noop());
    let scene = Scene {
        model: &props.model,
        lit: query::lit(&ctx.story, &props.model),
    };
    timeline(&ctx, &scene)
}

fn event(story: &Story, key: &str) -> EventId {
    story
        .each_event()
        .find(|(_, event)| event.key == key)
        .unwrap()
        .0
}

/// The timeline's HTML after some messages.
fn html(story: &Story, msgs: &[Msg]) -> String {
    drawn(story, strip(story, LEAST), msgs)
}

fn drawn(story: &Story, strip: Strip, msgs: &[Msg]) -> String {
    let model = msgs.iter().fold(Model::default(), |model, msg| {
        update(story, &model, msg.clone())
    });
    let nothing = || Network {
        height: 0.0,
        places: vec![],
        ties: vec![],
        hulls: vec![],
    };
    let networks = Networks {
        narrow: nothing(),
        wide: nothing(),
    };
    let props = Props {
        story: Shared(Rc::new(Content {
            story: Rc::new(story.clone()),
            networks,
            strip,
            heights: Vec::new(),
        })),
        model,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(
        yew::LocalServerRenderer::<Part>::with_props(props)
            .hydratable(false)
            .render(),
    )
}

/// The tags of a kind that carry a text, as written.
fn tags<'h>(html: &'h str, name: &str, with: &str) -> Vec<&'h str> {
    let open = format!("<{name} ");
    let all = html
        .match_indices(&open)
        .filter_map(|(at, _)| html[at..].split('>').next());
    all.filter(|tag| tag.contains(with)).collect()
}

#[test]
fn every_event_is_in_the_list_and_a_link_on_the_strip() {
    for name in ["security-guarantees", "harbour"] {
        let story = built_in(name);
        let html = html(&story, &[]);
        for event in &story.events {
            let entry = tags(&html, "li", &format!("id=\"event-{}\"", event.key));
            assert_eq!(entry.len(), 1, "{}", event.key);
            let links = tags(&html, "a", &format!("href=\"#event-{}\"", event.key));
            assert_eq!(links.len(), 2, "a mark and the title of {}", event.key);
            assert_eq!(
                links
                    .iter()
                    .filter(|link| link.contains("data-walk=\"strip\""))
                    .count(),
                1
            );
        }
        assert_eq!(html.matches("style=").count(), 0);
    }
}

#[test]
fn undated_events_say_so_and_dates_are_machine_readable() {
    let html = html(&built_in("security-guarantees"), &[]);
    assert!(html.contains("<time datetime=\"1990-02-09\">9 February 1990</time>"));
    assert!(html.contains("<span>3–6 September 2025</span>"));
    assert!(html.contains(">undated in the article</span>"));
    assert!(
        !tags(
            &html,
            "a",
            "aria-label=\"Zakharova speaks in Vladivostok, undated in the article, said\""
        )
        .is_empty()
    );
}

#[test]
fn the_strip_is_in_order_and_shows_no_date_on_its_axis() {
    let story = built_in("security-guarantees");
    let html = html(&story, &[]);
    assert!(
        !html.contains("data-reading")
            && !html.contains("class=\"tick")
            && !html.contains("axis-break")
    );
    let places = tags(&html, "svg", "class=\"place\"");
    assert_eq!(
        places.len(),
        story.events.len(),
        "a step for each event, dated or not"
    );
}

#[test]
fn a_story_whose_time_is_drawn_elsewhere_keeps_its_list() {
    let story = built_in("security-guarantees");
    let html = drawn(&story, Strip::default(), &[]);
    assert!(
        !html.contains("<svg") && !html.contains("data-zoom") && !html.contains("class=\"legend\""),
        "{html}"
    );
    assert_eq!(tags(&html, "li", "id=\"event-").len(), story.events.len());
}

#[test]
fn a_kind_that_is_switched_off_is_hidden_in_list_and_strip() {
    let story = built_in("security-guarantees");
    let html = html(&story, &[Msg::Filtered(Evidence::Context)]);
    for event in &story.events {
        let off = event.grounds.evidence == Evidence::Context;
        let entry = tags(&html, "li", &format!("id=\"event-{}\"", event.key)).concat();
        assert_eq!(entry.contains(" hidden"), off, "{}", event.key);
        let marks = tags(&html, "a", &format!("href=\"#event-{}\"", event.key));
        assert_eq!(
            marks
                .iter()
                .filter(|mark| mark.contains("is-filtered"))
                .count(),
            usize::from(off)
        );
        assert_eq!(
            marks
                .iter()
                .filter(|mark| mark.contains("data-walk"))
                .count(),
            usize::from(!off)
        );
    }
}

#[test]
fn the_picked_event_is_marked_everywhere() {
    let story = built_in("harbour");
    let id = event(&story, &story.events[3].key);
    let html = html(&story, &[Msg::Picked(Pick::Event(id))]);
    assert_eq!(html.matches("aria-current=\"true\"").count(), 2);
    assert_eq!(html.matches("is-picked").count(), 2);
}

#[test]
fn only_forecasts_ask_the_reader_and_keep_the_answer() {
    let story = built_in("security-guarantees");
    let forecast = event(&story, "next-china");
    let likely = Likelihood::new(4);
    let html = html(&story, &[Msg::Judged(forecast, likely)]);
    let forecasts = story
        .events
        .iter()
        .filter(|event| event.grounds.evidence == Evidence::Forecast)
        .count();
    assert_eq!(html.matches("<fieldset").count(), forecasts);
    let checked: Vec<_> = tags(&html, "input", " checked");
    assert!(
        checked.len() == 1
            && checked[0].contains("name=\"outlook-next-china\"")
            && checked[0].contains("value=\"4\"")
    );
}

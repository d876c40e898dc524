//! Messages between the page and its host: what the host receives, what it may send, and whose
//! messages are ignored.

use crate::frame::{STORY, ensure_host_has_the_focus, guest};
use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Context, Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::guest::FrameHeight;
use browser::page::{Key, Page};
use browser::reader::Reader;
use browser::site::ServeOptions;
use serde_json::{Value, json};

pub const ALL: &[Behaviour] = behaviours![
    the_host_hears_what_is_picked,
    the_host_sends_a_state_and_a_theme,
    the_example_in_the_documents_works,
    only_the_host_is_heard,
];

/// The host's received messages of our protocol, except heights.
fn messages(page: &Page) -> Result<Vec<Value>> {
    page.in_host("received")
}

fn the_host_hears_what_is_picked(browser: &mut Browser) -> TestResult {
    let page = guest(browser, "", "", FrameHeight::Resized, Reader::DESKTOP)?;
    page.wait_in_host("received.length === 1")?;
    let ready = &messages(&page)?[0];
    let url = ready["url"].as_str().unwrap_or_default();
    ensure!(
        ready["type"] == "ready" && ready["fragment"] == "" && url.ends_with(".html"),
        "{ready}"
    );
    ensure!(
        ready["title"]
            .as_str()
            .is_some_and(|title| !title.is_empty()),
        "{ready}"
    );
    page.click("svg.map a.node[href='#actor-china']")?;
    page.wait_in_host("received.length === 2")?;
    let expected = json!({
        "standpoint": 1, "type": "select",
        "kind": "actor", "id": "china", "name": "China", "fragment": "actor-china"
    });
    ensure!(messages(&page)?[1] == expected, "{}", messages(&page)?[1]);
    page.press(Key::Escape)?;
    page.wait_in_host("received.length === 3")?;
    let expected = json!({
        "standpoint": 1, "type": "select",
        "kind": null, "id": null, "name": null, "fragment": ""
    });
    ensure!(messages(&page)?[2] == expected, "{}", messages(&page)?[2]);
    ensure_quiet(&page)
}

fn send(page: &Page, message: &Value) -> TestResult {
    page.in_host::<()>(&format!(
        "void document.querySelector('iframe').contentWindow.postMessage({message}, '*')"
    ))
}

fn the_host_sends_a_state_and_a_theme(browser: &mut Browser) -> TestResult {
    let page = guest(browser, "", "", FrameHeight::Resized, Reader::DESKTOP)?;
    let before = page.scroll_state()?;
    for (fragment, opened) in [
        ("#actor-russia", "#actor-russia[open]"),
        ("e=remarks", ".event-panel:not([hidden])"),
        ("#passage-s3", "#passage-s3.is-picked"),
        ("#pick=actor-china&map=positions", "#actor-china[open]"),
    ] {
        send(
            &page,
            &json!({ "standpoint": 1, "type": "goto", "fragment": fragment }),
        )?;
        page.wait_for(opened)?;
        page.ensure_unmoved(before)?;
        ensure_host_has_the_focus(&page)?;
    }
    let theme = |name: &str| {
        send(
            &page,
            &json!({ "standpoint": 1, "type": "theme", "theme": name }),
        )
    };
    theme("dark")?;
    page.wait_for("html[data-theme='dark']")?;
    theme("light")?;
    page.wait_for("html[data-theme='light']")?;
    theme("auto")?;
    page.wait_for("html:not([data-theme])")?;
    ensure!(
        page.count("#actor-china[open]")? == 1,
        "a theme closes a card"
    );
    send(
        &page,
        &json!({ "standpoint": 1, "type": "goto", "fragment": "" }),
    )?;
    page.wait_gone(".card.is-picked")?;
    ensure_quiet(&page)
}

fn the_example_in_the_documents_works(browser: &mut Browser) -> TestResult {
    let document = include_str!("../../../docs/host-api.md");
    let example = document
        .split("```html\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .context("no example")?;
    let address = browser.serve(ServeOptions::strict())?.url(STORY);
    let html = example.replace(
        "https://news.example/explainers/security-guarantees/embed.html",
        &address,
    );
    ensure!(html != example, "the example frames another address");
    let head = "<!doctype html><html lang=en><meta charset=utf-8><link rel=icon href='data:,'>\
                <title>News</title>";
    let page = browser.visit_host(format!("{head}{html}"), Reader::DESKTOP)?;
    page.enter_frame("iframe")?;
    page.hydrated()?;
    page.leave_frames()?;
    page.click("a[href='#actor-china']")?;
    page.wait_until("document.querySelector('output').textContent === 'China'")?;
    page.enter_frame("iframe")?;
    page.wait_for("#actor-china[open]")?;
    page.click("#actor-china .card-close")?;
    page.leave_frames()?;
    page.wait_until("document.querySelector('output').textContent === ''")
}

/// Sends unknown, malformed and forged messages: from the frame itself, a sibling and the parent.
fn only_the_host_is_heard(browser: &mut Browser) -> TestResult {
    let page = guest(browser, "", "", FrameHeight::Resized, Reader::DESKTOP)?;
    let goto = json!({ "standpoint": 1, "type": "goto", "fragment": "#actor-russia" });
    page.eval::<()>(&format!("void postMessage({goto}, '*')"))?;
    let sibling = format!(
        "<script>parent.frames[0].postMessage({goto}, '*'); parent.frames[0].postMessage({}, \
         '*'); parent.done = true</script>",
        json!({ "standpoint": 1, "type": "theme", "theme": "dark" })
    );
    page.in_host::<()>(&format!(
        "void document.body.append(Object.assign(document.createElement('iframe'), \
         {{ srcdoc: {} }}))",
        json!(sibling).to_string().replace("</", "<\\/")
    ))?;
    page.wait_in_host("window.done === true")?;
    for message in [
        json!({ "standpoint": 2, "type": "goto", "fragment": "#actor-russia" }),
        json!({ "standpoint": 1, "type": "goto", "fragment": "#actor-nobody" }),
        json!({ "standpoint": 1, "type": "goto", "fragment": 7 }),
        json!({ "standpoint": 1, "type": "theme", "theme": "<b>" }),
        json!({ "standpoint": 1, "type": "eval", "code": "1" }),
        json!({ "standpoint": 1 }),
        json!("standpoint"),
        json!(null),
    ] {
        send(&page, &message)?;
    }
    // Messages arrive in order, so after this one all others have arrived.
    send(
        &page,
        &json!({ "standpoint": 1, "type": "goto", "fragment": "#actor-china" }),
    )?;
    page.wait_for("#actor-china[open]")?;
    ensure!(
        page.count("html[data-theme]")? == 0,
        "a forged theme was taken"
    );
    let selected: Vec<Value> = messages(&page)?
        .into_iter()
        .filter(|message| message["type"] == "select")
        .collect();
    ensure!(selected.len() == 1, "the host has heard of {selected:?}");
    let noted: usize = page
        .console()?
        .iter()
        .filter(|line| line.starts_with("info: Standpoint: a message"))
        .count();
    ensure!(
        noted == 1,
        "{noted} notes in the console: {:?}",
        page.console()?
    );
    Ok(())
}

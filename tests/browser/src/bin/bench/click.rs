//! From the click on an actor to its card, with the processor slowed down four times.

use crate::{Bar, STORY, median_and_max};
use anyhow::{Context, Result, bail};
use browser::browser::Browser;
use browser::page::{Key, Page};
use browser::reader::Reader;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SLOWDOWN: u32 = 4;
const MOST_MS: f64 = 50.0;
const ROUNDS: usize = 2;

const EXPLANATION: &str = "\
  work   what the page's main thread did from the press to after the paint that shows the card: scripting, style, layout,
         paint (DevTools' TaskDuration). This is what the bar is about.
  wait   the clock from the start of the click's handling to after that paint: work and the wait for the next frame.";

/// Milliseconds.
struct Click {
    work: f64,
    script: f64,
    style_and_layout: f64,
    wait: f64,
}

pub fn measure(browser: &mut Browser) -> Result<Vec<Bar>> {
    let page = browser.visit(STORY, Reader::DESK)?;
    page.hydrated()?;
    page.session.devtools("Performance.enable", json!({}))?;
    page.session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN }))?;
    let actors = actors(&page)?;
    let mut clicks = Vec::new();
    for actor in std::iter::repeat_n(&actors, ROUNDS).flatten() {
        clicks.push(click(&page, actor).with_context(|| format!("at {actor}"))?);
    }
    page.session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }))?;
    Ok(vec![report(&actors, &clicks)])
}

/// The fragments of the map's links; the map may be there in two layouts, of which one is shown.
fn actors(page: &Page) -> Result<Vec<String>> {
    let actors: Vec<String> =
        page.js("[...new Set([...document.querySelectorAll('svg.map a.node')].map(a => a.getAttribute('href')))]")?;
    if actors.is_empty() {
        bail!("the page has no `svg.map a.node` to click on");
    }
    Ok(actors)
}

fn click(page: &Page, actor: &str) -> Result<Click> {
    let point = page.point(&format!("svg.map a.node[href='{actor}']"))?;
    page.script::<()>(include_str!("click.js"), vec![json!(actor)])?;
    page.wait_until("window.__ready === true")?;
    let before = metrics(page)?;
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": point.x, "y": point.y, "button": "left", "clickCount": 1 });
        page.session.devtools("Input.dispatchMouseEvent", event)?;
    }
    let wait = json!({ "expression": "window.__shown", "awaitPromise": true, "returnByValue": true });
    let answer = page.session.devtools("Runtime.evaluate", wait)?;
    let after = metrics(page)?;
    let spent = |name: &str| (after.get(name).unwrap_or(&0.0) - before.get(name).unwrap_or(&0.0)) * 1000.0;
    let wait = answer
        .pointer("/result/value")
        .and_then(Value::as_f64)
        .with_context(|| format!("no time came back: {answer}"))?;
    page.press(Key::Escape)?;
    page.wait_gone("details.card[open]")?;
    Ok(Click {
        work: spent("TaskDuration"),
        script: spent("ScriptDuration"),
        style_and_layout: spent("RecalcStyleDuration") + spent("LayoutDuration"),
        wait,
    })
}

/// Chromium's counters, in seconds.
fn metrics(page: &Page) -> Result<BTreeMap<String, f64>> {
    #[derive(Deserialize)]
    struct Metric {
        name: String,
        value: f64,
    }
    let answer = page.session.devtools("Performance.getMetrics", json!({}))?;
    let metrics: Vec<Metric> = serde_json::from_value(answer["metrics"].clone())?;
    Ok(metrics.into_iter().map(|Metric { name, value }| (name, value)).collect())
}

fn report(actors: &[String], clicks: &[Click]) -> Bar {
    let of = |part: fn(&Click) -> f64| median_and_max(clicks.iter().map(part).collect());
    println!("\nClick to card at {SLOWDOWN}x CPU slowdown: {} actors, {ROUNDS} clicks each, in ms", actors.len());
    println!("{EXPLANATION}");
    println!("  {:<28}{:>8}  {:>8}", "", "median", "max");
    let line = |name: &str, (median, max): (f64, f64)| println!("  {name:<28}{median:>8.1}  {max:>8.1}");
    line("work", of(|click| click.work));
    line("  of it script", of(|click| click.script));
    line("  of it style and layout", of(|click| click.style_and_layout));
    line("wait", of(|click| click.wait));
    Bar::at_most(
        "click to card, scripting and rendering at 4x slowdown, slowest",
        of(|click| click.work).1,
        MOST_MS,
        "ms",
    )
}

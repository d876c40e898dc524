//! From the click on an actor to its card, with the processor slowed down four times.

use crate::{Budget, STORY, median_and_max};
use anyhow::{Context, Result, bail};
use browser::browser::Browser;
use browser::page::{Key, Page};
use browser::reader::Reader;
use serde::Deserialize;
use serde_json::json;

pub const SLOWDOWN: u32 = 4;
const MAX_WORK_MS: f64 = 50.0;
const ROUNDS: usize = 5;

const EXPLANATION: &str = "\
Measured in the page, from a real press of the pointer, until after the paint that shows the card:
  script   from the first listener of the click to the last, with what they put off to the end of the event
  render   from the start of the next frame until after its style, layout and paint
  work     both; its budget is for the slowest actor (the median of its clicks, as other programs disturb single ones)
  clock    from the start of the click's handling until after the paint: work, and the wait for the frame between";

/// Milliseconds.
#[derive(Clone, Copy, Deserialize)]
pub struct Click {
    script: f64,
    render: f64,
    clock: f64,
}

impl Click {
    pub fn work(&self) -> f64 {
        self.script + self.render
    }
}

pub fn measure(browser: &mut Browser) -> Result<Vec<Budget>> {
    let page = browser.visit(STORY, Reader::DESKTOP)?;
    page.hydrated()?;
    throttle(&page, SLOWDOWN)?;
    let actors = actors(&page)?;
    let mut clicks = Vec::new();
    for actor in &actors {
        let rounds = (0..ROUNDS)
            .map(|_| click(&page, actor))
            .collect::<Result<Vec<Click>>>();
        clicks.push(rounds.with_context(|| format!("at {actor}"))?);
    }
    throttle(&page, 1)?;
    Ok(vec![report(&clicks)])
}

/// Slows the processor down, as far as the page can see.
pub fn throttle(page: &Page, rate: u32) -> Result<()> {
    let params = json!({ "rate": rate });
    page.session
        .devtools("Emulation.setCPUThrottlingRate", params)
        .map(drop)
}

/// The fragments of the map's links; the map may be there in two layouts, of which one is shown.
pub fn actors(page: &Page) -> Result<Vec<String>> {
    let actors: Vec<String> =
        page.eval("[...new Set([...document.querySelectorAll('svg.map a.node')].map(a => a.getAttribute('href')))]")?;
    if actors.is_empty() {
        bail!("the page has no `svg.map a.node` to click on");
    }
    Ok(actors)
}

pub fn click(page: &Page, actor: &str) -> Result<Click> {
    page.run_script::<()>(include_str!("click.js"), vec![json!(actor)])?;
    page.click(&format!("svg.map a.node[href='{actor}']"))?;
    page.wait_until("!!window.__click")?;
    let click = page.eval("window.__click")?;
    page.press(Key::Escape)?;
    page.wait_gone("details.card[open]")?;
    Ok(click)
}

fn report(actors: &[Vec<Click>]) -> Budget {
    let all: Vec<Click> = actors.concat();
    println!(
        "\nClick to card at {SLOWDOWN}x CPU slowdown: {} actors, {ROUNDS} clicks each, in ms",
        actors.len()
    );
    println!("{EXPLANATION}");
    println!("  {:<8}{:>8}  {:>8}", "", "median", "max");
    let line = |name: &str, part: fn(&Click) -> f64| {
        let (median, max) = median_and_max(all.iter().map(part).collect());
        println!("  {name:<8}{median:>8.1}  {max:>8.1}");
    };
    line("script", |click| click.script);
    line("render", |click| click.render);
    line("work", Click::work);
    line("clock", |click| click.clock);
    warn_if_busy();
    let medians = actors
        .iter()
        .map(|clicks| median_and_max(clicks.iter().map(Click::work).collect()).0);
    let slowest = median_and_max(medians.collect()).1;
    Budget::at_most(
        "click to card, scripting and rendering at 4x slowdown, slowest actor",
        slowest,
        MAX_WORK_MS,
        "ms",
    )
}

/// Other programs that want the processors lengthen every figure here.
fn warn_if_busy() {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load
        .split(' ')
        .next()
        .and_then(|load| load.parse::<f64>().ok())
        .unwrap_or_default();
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    if load > processors as f64 {
        println!(
            "  This machine is busy (load {load:.1} on {processors} processors): \
             these times are too long. Measure again when it is idle."
        );
    }
}

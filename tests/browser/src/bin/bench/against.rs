//! `cargo xtask bench --against FOLDER`: our built site beside another one, such as that of an
//! older version, interleaved in one run, so that what disturbs one disturbs both.

use crate::click::{self, SLOWDOWN};
use crate::{Budget, STORY, median_and_max, transfer};
use anyhow::{Result, ensure};
use browser::browser::Browser;
use browser::engine::Engine;
use browser::reader::Reader;
use serde_json::json;
use std::path::{Path, PathBuf};
use tokio::runtime::Handle;

/// Starts, and rounds of clicks, of each site.
const ROUNDS: usize = 9;

/// How much slower a median may be before the difference is more than noise.
const MAX_RATIO: f64 = 1.05;

/// Notes when the app has hydrated the page.
const WATCH_START: &str = "new MutationObserver(() => {
    if (document.querySelector('[data-state=hydrated]')) window.__start ??= performance.now();
}).observe(document, { attributes: true, childList: true, subtree: true });";

/// The figures of one site, ms.
#[derive(Default)]
struct Figures {
    starts: Vec<f64>,
    clicks: Vec<f64>,
}

pub fn measure(runtime: &Handle, ours: &Path, theirs: &Path) -> Result<Vec<Budget>> {
    ensure!(
        theirs.join(STORY).join("index.html").is_file(),
        "{} holds no built site with {STORY}: give the `target/site` of another checkout",
        theirs.display()
    );
    let roots: [PathBuf; 2] = [ours.to_owned(), theirs.to_owned()];
    let mut browsers = roots.map(|root| Browser::new(runtime, Engine::Chromium, &root));
    let mut figures = [Figures::default(), Figures::default()];
    for round in 0..ROUNDS {
        for turn in 0..2 {
            // Neither always comes second.
            let site = (round + turn) % 2;
            visit(&mut browsers[site], &mut figures[site])?;
        }
    }
    let [our_bytes, their_bytes] = {
        let [ours, theirs] = &mut browsers;
        [transfer::first_view(ours)?, transfer::first_view(theirs)?]
    };
    println!(
        "\nBeside {}, medians of {ROUNDS} interleaved rounds at {SLOWDOWN}x slowdown",
        theirs.display()
    );
    println!(
        "  {:<28}{:>10}  {:>10}  {:>6}",
        "", "ours", "theirs", "ratio"
    );
    let bytes = compare(
        "first view, bytes",
        our_bytes as f64,
        their_bytes as f64,
        1.0,
    );
    let [ours, theirs] = figures;
    let median = |times: Vec<f64>| median_and_max(times).0;
    let start = compare(
        "start, ms",
        median(ours.starts),
        median(theirs.starts),
        MAX_RATIO,
    );
    let click = compare(
        "click, ms",
        median(ours.clicks),
        median(theirs.clicks),
        MAX_RATIO,
    );
    Ok(vec![bytes, start, click])
}

fn visit(browser: &mut Browser, figures: &mut Figures) -> Result<()> {
    let page = browser.visit(STORY, Reader::DESKTOP)?;
    page.hydrated()?;
    click::throttle(&page, SLOWDOWN)?;
    let watch = json!({ "source": WATCH_START });
    let watching = page
        .session
        .devtools("Page.addScriptToEvaluateOnNewDocument", watch)?;
    page.reload()?;
    page.hydrated()?;
    page.wait_until("!!window.__start")?;
    figures.starts.push(page.eval("window.__start")?);
    page.session
        .devtools("Page.removeScriptToEvaluateOnNewDocument", watching)?;
    for actor in click::actors(&page)? {
        figures.clicks.push(click::click(&page, &actor)?.work());
    }
    click::throttle(&page, 1)
}

fn compare(what: &str, ours: f64, theirs: f64, max: f64) -> Budget {
    let ratio = ours / theirs.max(f64::MIN_POSITIVE);
    println!("  {what:<28}{ours:>10.1}  {theirs:>10.1}  {ratio:>6.3}");
    Budget::ratio(what, ratio, max)
}

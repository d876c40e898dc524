//! Accessibility: axe-core on every view, and the keyboard.

use crate::{Behaviour, behaviours};
use anyhow::{Context, Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::page::{Key, Page};
use browser::reader::Reader;
use browser::site::{NO_SCRIPT, ServeOptions};

pub const ALL: &[Behaviour] = behaviours![
    axe_finds_nothing_in_any_view,
    axe_finds_nothing_in_the_dark,
    axe_finds_nothing_without_script,
    axe_finds_nothing_in_the_index,
    the_tab_key_reaches_the_map,
];

const STORY: &str = "security-guarantees/";

pub fn ensure_accessible(page: &Page, view: &str) -> Result<()> {
    let found: Vec<String> = page.axe()?.iter().map(ToString::to_string).collect();
    ensure!(
        found.is_empty(),
        "axe-core finds in {view}, {}:\n  {}",
        page.session.reader.get().describe(),
        found.join("\n  ")
    );
    Ok(())
}

fn axe_finds_nothing_in_any_view(browser: &mut Browser) -> TestResult {
    Reader::ALL
        .into_iter()
        .try_for_each(|reader| check_each_view(browser, reader))
}

fn axe_finds_nothing_in_the_dark(browser: &mut Browser) -> TestResult {
    [Reader::PHONE.dark(), Reader::DESKTOP.dark()]
        .into_iter()
        .try_for_each(|reader| check_each_view(browser, reader))
}

/// Checks the first state, each reading and an open card. Motion is reduced, so that axe-core sees
/// no colour in transition.
fn check_each_view(browser: &mut Browser, reader: Reader) -> TestResult {
    let page = browser.visit(STORY, reader.reduced_motion())?;
    page.hydrated()?;
    ensure_accessible(&page, "the first view")?;
    for reading in ["positions", "relations"] {
        page.click(&format!("[data-reading='{reading}']"))?;
        page.wait_for(&format!("[data-reading='{reading}'][aria-pressed='true']"))?;
        ensure_accessible(&page, reading)?;
    }
    page.click("svg.map a.node")
        .context("no actor in the map")?;
    page.wait_for("details.card[open]")?;
    ensure_accessible(&page, "an open card")
}

fn axe_finds_nothing_without_script(browser: &mut Browser) -> TestResult {
    let page = browser.visit_served(
        ServeOptions::default().policy(NO_SCRIPT),
        STORY,
        Reader::DESKTOP,
    )?;
    ensure!(
        page.count("#standpoint[data-state='static']")? == 1,
        "the program ran"
    );
    ensure_accessible(&page, "the static page")
}

fn axe_finds_nothing_in_the_index(browser: &mut Browser) -> TestResult {
    let page = browser.visit("", Reader::DESKTOP)?;
    ensure_accessible(&page, "the index")
}

/// Tab moves into the map; each step shows its focus.
fn the_tab_key_reaches_the_map(browser: &mut Browser) -> TestResult {
    let page = browser.visit(STORY, Reader::DESKTOP)?;
    page.hydrated()?;
    let stops: usize = page.count("a[href], button, input, summary")?;
    for _ in 0..stops {
        page.press(Key::Tab)?;
        if page.has_focus("svg.map a.node")? {
            return Ok(());
        }
    }
    anyhow::bail!("{stops} presses of Tab did not reach an actor of the map")
}

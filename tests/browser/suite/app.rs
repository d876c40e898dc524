//! What the app adds to the page: cards from the map, links to every state, filters and readings.

use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Context, Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::page::{Key, Page};
use browser::reader::Reader;
use serde_json::json;

pub const ALL: &[Behaviour] = behaviours![
    a_click_on_an_actor_opens_its_card,
    the_close_button_closes_a_card,
    escape_closes_a_card_and_the_focus_returns,
    enter_on_an_actor_opens_its_card,
    a_link_to_an_actor_opens_its_card,
    a_link_to_an_actor_shows_it_in_the_picture,
    back_closes_a_card_and_forward_opens_it_again,
    a_filter_is_in_the_link_and_comes_back_by_it,
    a_reading_is_in_the_link_and_comes_back_by_it,
    a_re_render_matches_the_prerendered_page,
    the_search_finds_an_actor,
];

const STORY: &str = "security-guarantees/";

fn open(browser: &mut Browser) -> Result<Page<'_>> {
    let page = browser.visit(STORY, Reader::DESKTOP)?;
    page.hydrated()?;
    Ok(page)
}

/// The fragment of the first actor of the map: `#actor-…`.
fn first_actor(page: &Page) -> Result<String> {
    ensure!(
        page.count("svg.map a.node")? > 0,
        "the page has no `svg.map a.node`"
    );
    page.eval("document.querySelector('svg.map a.node').getAttribute('href')")
}

fn node(actor: &str) -> String {
    format!("svg.map a.node[href='{actor}']")
}

fn a_click_on_an_actor_opens_its_card(browser: &mut Browser) -> TestResult {
    let page = open(browser)?;
    let actor = first_actor(&page)?;
    page.click(&node(&actor))?;
    page.wait_for(&format!("{actor}.card[open]"))?;
    page.wait_until(&format!(
        "location.hash.includes({})",
        json!(actor.trim_start_matches('#'))
    ))?;
    ensure!(
        page.count("details.card[open]")? == 1,
        "more than one card is open"
    );
    ensure_quiet(&page)
}

fn the_close_button_closes_a_card(browser: &mut Browser) -> TestResult {
    let page = open(browser)?;
    let actor = first_actor(&page)?;
    page.click(&node(&actor))?;
    page.wait_for(&format!("{actor}[open]"))?;
    page.click(&format!("{actor} .card-close"))?;
    page.wait_gone("details.card[open]")
}

fn escape_closes_a_card_and_the_focus_returns(browser: &mut Browser) -> TestResult {
    let page = open(browser)?;
    let actor = first_actor(&page)?;
    page.focus(&node(&actor))?;
    page.press(Key::Enter)?;
    page.wait_for(&format!("{actor}[open]"))?;
    page.press(Key::Escape)?;
    page.wait_gone("details.card[open]")?;
    ensure_focus(&page, &node(&actor))
}

fn enter_on_an_actor_opens_its_card(browser: &mut Browser) -> TestResult {
    let page = open(browser)?;
    let actor = first_actor(&page)?;
    page.focus(&node(&actor))?;
    page.press(Key::Enter)?;
    page.wait_for(&format!("{actor}[open]"))
}

fn ensure_focus(page: &Page, css: &str) -> Result<()> {
    page.wait_until(&format!(
        "!!document.activeElement?.matches({})",
        json!(css)
    ))
}

fn a_link_to_an_actor_opens_its_card(browser: &mut Browser) -> TestResult {
    let actor = first_actor(&open(browser)?)?;
    let page = browser.visit(&format!("{STORY}{actor}"), Reader::DESKTOP)?;
    page.hydrated()?;
    page.wait_for(&format!("{actor}[open]"))?;
    page.reload()?;
    page.hydrated()?;
    page.wait_for(&format!("{actor}[open]"))
}

fn a_link_to_an_actor_shows_it_in_the_picture(browser: &mut Browser) -> TestResult {
    for reader in Reader::ALL {
        let page = browser.visit(&format!("{STORY}#actor-china"), reader)?;
        page.hydrated()?;
        page.wait_for("#actor-china[open]")?;
        page.wait_until(
            "(top => top >= 0 && top < innerHeight)(document.getElementById('map')\
             .getBoundingClientRect().top)",
        )
        .with_context(|| format!("at {} px", reader.width))?;
    }
    Ok(())
}

fn back_closes_a_card_and_forward_opens_it_again(browser: &mut Browser) -> TestResult {
    let page = open(browser)?;
    let actor = first_actor(&page)?;
    page.click(&node(&actor))?;
    page.wait_for(&format!("{actor}[open]"))
        .context("after the click")?;
    page.wait_until("location.hash.length > 1")?;
    page.back()?;
    page.wait_gone("details.card[open]").context("after Back")?;
    page.forward()?;
    page.wait_for(&format!("{actor}[open]"))
        .context("after Forward")
}

fn a_filter_is_in_the_link_and_comes_back_by_it(browser: &mut Browser) -> TestResult {
    let page = open(browser)?;
    let boxes = page.count("input[name='evidence']")?;
    ensure!(boxes == 5, "{boxes} evidence filters instead of 5");
    page.click("input[name='evidence'][value='forecast']")?;
    page.wait_until("location.hash.length > 1")?;
    page.reload()?;
    page.hydrated()?;
    page.wait_until("!document.querySelector(\"input[name='evidence'][value='forecast']\").checked")
}

fn a_reading_is_in_the_link_and_comes_back_by_it(browser: &mut Browser) -> TestResult {
    let page = open(browser)?;
    let button = "[data-reading='positions']";
    let pressed = format!("{button}[aria-pressed='true']");
    page.click(button)?;
    page.wait_for(&pressed)?;
    page.wait_until("location.hash.includes('positions')")?;
    page.reload()?;
    page.hydrated()?;
    page.wait_for(&pressed)
}

/// The program leaves the inside of entries alone until it must change. The comparison ignores what
/// the passage on screen lights.
fn a_re_render_matches_the_prerendered_page(browser: &mut Browser) -> TestResult {
    let page = open(browser)?;
    page.eval::<()>(
        "void (window.shape = element => [element.localName, [...element.attributes].map(one => \
         `${one.name}=${one.value.replace(/ ?is-lit/, '')}`).filter(one => \
         one !== 'class=').sort().join(),
            ...[...element.childNodes].filter(one => one.nodeType !== 8).map(one => \
                one.data ?? shape(one))].join('|'))",
    )?;
    let all = "['.article', 'svg.map.is-wide', 'svg.map.is-narrow', '.strip', '.phases', \
               '.cards'].map(css => { const copy = document.querySelector(css).cloneNode(true); \
               copy.normalize(); return shape(copy) })";
    let written: Vec<String> = page.eval(all)?;
    let entries = ".card .entry[hidden]";
    for (control, changed) in [
        (
            "input[name='evidence'][value='reported']",
            format!("document.querySelectorAll({}).length > 3", json!(entries)),
        ),
        (
            "[data-reading='positions']",
            "!!document.querySelector('svg.map.reads-positions')".to_owned(),
        ),
    ] {
        page.click(control)?;
        page.wait_until(&changed)
            .with_context(|| format!("after `{control}`"))?;
    }
    for (control, back) in [
        (
            "input[name='evidence'][value='reported']",
            format!("!document.querySelector({})", json!(entries)),
        ),
        (
            "[data-reading='relations']",
            "!!document.querySelector('svg.map.reads-relations')".to_owned(),
        ),
    ] {
        page.click(control)?;
        page.wait_until(&back)
            .with_context(|| format!("after `{control}`"))?;
    }
    let made: Vec<String> = page.eval(all)?;
    for (written, made) in written.iter().zip(&made) {
        let same = written
            .chars()
            .zip(made.chars())
            .take_while(|(one, other)| one == other)
            .count();
        let part = |text: &str| {
            text.chars()
                .skip(same.saturating_sub(80))
                .take(160)
                .collect::<String>()
        };
        ensure!(
            written == made,
            "written is\n  {}\nand made is\n  {}",
            part(written),
            part(made)
        );
    }
    ensure_quiet(&page)
}

fn the_search_finds_an_actor(browser: &mut Browser) -> TestResult {
    let page = open(browser)?;
    let actor = first_actor(&page)?;
    let name = actor
        .trim_start_matches("#actor-")
        .split('-')
        .next()
        .unwrap_or_default()
        .to_owned();
    page.click("input[type=search]")?;
    page.type_text(&name)?;
    let value: String = page.eval("document.querySelector('input[type=search]').value")?;
    ensure!(value == name, "typed `{name}`, the field has `{value}`");
    ensure_quiet(&page)
}

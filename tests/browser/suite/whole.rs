//! The page without the program: it is whole with script off, and when the WebAssembly fails.

use crate::{Behaviour, behaviours};
use anyhow::{Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::page::Page;
use browser::reader::Reader;
use browser::site::{ServeOptions, Wasm};

pub const ALL: &[Behaviour] = behaviours![
    without_script_every_card_opens,
    without_script_every_link_leads_somewhere,
    without_script_text_timeline_and_map_are_there,
    the_page_stays_when_the_webassembly_is_missing,
    the_page_stays_when_the_webassembly_is_corrupt,
    the_page_stays_when_the_webassembly_has_the_wrong_type,
    the_page_stays_when_the_policy_forbids_the_webassembly,
];

const STORY: &str = "security-guarantees/";

fn without_script_every_card_opens(browser: &mut Browser) -> TestResult {
    let page = browser.visit(STORY, Reader::DESKTOP.without_script())?;
    ensure_cards_open(&page)
}

/// Every card opens by its summary, without the program.
fn ensure_cards_open(page: &Page) -> Result<()> {
    let cards: Vec<String> =
        page.eval("[...document.querySelectorAll('details.card')].map(card => card.id)")?;
    ensure!(!cards.is_empty(), "the page has no `details.card`");
    for card in cards {
        page.click(&format!("#{card} > summary"))?;
        page.wait_for(&format!("#{card}[open]"))?;
    }
    Ok(())
}

fn without_script_every_link_leads_somewhere(browser: &mut Browser) -> TestResult {
    let page = browser.visit(STORY, Reader::DESKTOP.without_script())?;
    let dead: Vec<String> = page.eval(
        "[...document.querySelectorAll('#standpoint a')].map(a => \
                                     a.getAttribute('href') ?? 'no href')
            .filter(href => href === '#' || href === 'no href' || href.startsWith('#') && \
                !document.getElementById(href.slice(1)))",
    )?;
    ensure!(dead.is_empty(), "these lead nowhere: {dead:?}");
    Ok(())
}

fn without_script_text_timeline_and_map_are_there(browser: &mut Browser) -> TestResult {
    for story in browser.stories()? {
        let page = browser.visit(&format!("{story}/"), Reader::DESKTOP.without_script())?;
        for part in [
            "section.passage[id^='passage-']",
            "ol.events > li[id^='event-']",
            "svg.map a.node[href^='#actor-']",
        ] {
            ensure!(
                page.count(part)? > 0,
                "{story} has no `{part}` without script"
            );
        }
        ensure!(
            page.count("#standpoint[data-state='static']")? == 1,
            "{story} is not static"
        );
    }
    Ok(())
}

fn the_page_stays_when_the_webassembly_is_missing(browser: &mut Browser) -> TestResult {
    ensure_stays(
        browser,
        ServeOptions::strict()
            .wasm(Wasm::Missing)
            .without("classic-"),
    )
}

fn the_page_stays_when_the_webassembly_is_corrupt(browser: &mut Browser) -> TestResult {
    ensure_stays(
        browser,
        ServeOptions::strict()
            .wasm(Wasm::Corrupt)
            .without("classic-"),
    )
}

fn the_page_stays_when_the_policy_forbids_the_webassembly(browser: &mut Browser) -> TestResult {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                  connect-src 'self'";
    ensure_stays(browser, ServeOptions::watched().policy(policy))
}

/// Boot gives up and says why; the cards still open.
fn ensure_stays(browser: &mut Browser, options: ServeOptions) -> TestResult {
    let page = browser.visit_served(options, STORY, Reader::DESKTOP)?;
    page.failed()?;
    ensure!(!page.console()?.is_empty(), "the console does not say why");
    ensure_cards_open(&page)
}

/// With a wrong media type the glue may compile the WebAssembly anyway, with a warning.
fn the_page_stays_when_the_webassembly_has_the_wrong_type(browser: &mut Browser) -> TestResult {
    let page = browser.visit_served(
        ServeOptions::strict().wasm(Wasm::WrongType),
        STORY,
        Reader::DESKTOP,
    )?;
    page.wait_for("#standpoint:is([data-state='hydrated'], [data-state='failed'])")?;
    ensure!(page.count("svg.map a.node")? > 0, "the map is gone");
    Ok(())
}

//! A large story on several pages: the overviews that become explorers, the card of an actor from
//! another section, and the sections. And a long story on one page, whose strip shows clusters of
//! events.

use crate::access::ensure_accessible;
use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::page::{Key, Page};
use browser::reader::Reader;
use browser::site::ServeOptions;

pub const ALL: &[Behaviour] = behaviours![
    an_overview_becomes_the_explorer_when_it_gets_the_focus,
    both_overviews_become_explorers_when_the_page_is_idle,
    an_actor_of_another_section_opens_in_its_own_card,
    nothing_of_a_large_story_scrolls_sideways,
    without_script_a_cluster_links_to_its_entries,
    axe_finds_nothing_in_a_large_story,
    a_cluster_of_events_opens_in_the_explorer,
    without_script_an_event_cluster_links_to_its_first_event,
    axe_finds_nothing_in_a_long_story,
];

/// Opens a page of the large story, which is in a site of its own.
fn visit<'b>(browser: &'b mut Browser, path: &str, reader: Reader) -> Result<Page<'b>> {
    visit_site(browser, "large", path, reader)
}

/// Opens the first page of the long story, which is in a site of its own.
fn visit_long(browser: &mut Browser, reader: Reader) -> Result<Page<'_>> {
    visit_site(browser, "long", "index.html", reader)
}

fn visit_site<'b>(
    browser: &'b mut Browser,
    site: &str,
    path: &str,
    reader: Reader,
) -> Result<Page<'b>> {
    let folder = browser.site_root().with_file_name(format!("site-{site}"));
    let options = ServeOptions::strict().folders(vec![(format!("/{site}/"), folder)]);
    browser.visit_served(options, &format!("{site}/{path}"), reader)
}

fn open(browser: &mut Browser, reader: Reader) -> Result<Page<'_>> {
    let page = visit(browser, "index.html", reader)?;
    page.hydrated()?;
    Ok(page)
}

/// Waits until an overview has become the explorer and rests.
fn wait_for_explorer(page: &Page, figure: &str) -> Result<()> {
    page.wait_for(&format!("#{figure}[data-explorer='resting'] a.item"))
}

/// An actor in the explorer's map without an entry in the page.
const ABSENT: &str = "[...document.querySelectorAll('#overview-map a.item[data-item^=actor-]')]
    .map((item) => item.dataset.item).find((key) => !document.getElementById(key)) ?? ''";

fn an_overview_becomes_the_explorer_when_it_gets_the_focus(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    ensure!(
        page.count("#timeline .strip, #timeline [data-zoom]")? == 0,
        "time is drawn twice"
    );
    // Not by `Page::focus`, which waits for the focus: the explorer may have taken it by then.
    page.eval::<()>(
        "[...document.querySelectorAll('#overview-map a')].find((link) => \
         link.checkVisibility()).focus()",
    )?;
    wait_for_explorer(&page, "overview-map")?;
    ensure!(
        page.has_focus("#overview-map .explorer-picture a")?,
        "the focus is lost"
    );
    ensure_quiet(&page)
}

fn both_overviews_become_explorers_when_the_page_is_idle(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::TABLET)?;
    wait_for_explorer(&page, "overview-timeline")?;
    wait_for_explorer(&page, "overview-map")?;
    let events: usize = page
        .eval("document.querySelectorAll('#overview-timeline .explorer-picture a.item').length")?;
    ensure!(events > 5, "{events} events and clusters are visible");
    ensure_quiet(&page)
}

fn an_actor_of_another_section_opens_in_its_own_card(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    wait_for_explorer(&page, "overview-map")?;
    // Zooms in until actors replace clusters.
    for _ in 0..4 {
        page.eval::<()>(
            "document.querySelector('#overview-map .explorer-button[aria-label=\"Zoom in\"]')\
             .click()",
        )?;
        wait_for_explorer(&page, "overview-map")?;
    }
    let key: String = page.eval(ABSENT)?;
    ensure!(!key.is_empty(), "the page has every visible actor");
    page.focus(&format!("#overview-map a.item[data-item='{key}']"))?;
    page.press(Key::Enter)?;
    page.wait_for("#overview-map .explorer-card:not([hidden]) h3")?;
    // The card shows what its own page says, fetched, and links to that page.
    page.wait_for(
        "#overview-map .explorer-card-entry details, #overview-map .explorer-card-entry .card-part",
    )?;
    let more = page
        .attribute("#overview-map .explorer-card-more", "href")?
        .unwrap_or_default();
    ensure!(
        more.contains("all/actors-") && more.ends_with(&format!("#{key}")),
        "the entry is said to be at {more}"
    );
    page.press(Key::Escape)?;
    page.wait_gone("#overview-map .explorer-card:not([hidden])")?;
    page.wait_until(&format!("document.activeElement.dataset.item === '{key}'"))?;
    ensure_quiet(&page)
}

fn nothing_of_a_large_story_scrolls_sideways(browser: &mut Browser) -> TestResult {
    for path in ["index.html", "all/events-1.html", "all/actors-1.html"] {
        for reader in Reader::ALL {
            let page = visit(browser, path, reader)?;
            if path == "index.html" {
                page.hydrated()?;
                wait_for_explorer(&page, "overview-map")?;
            }
            let width: u32 = page.eval("document.documentElement.scrollWidth")?;
            ensure!(
                width <= reader.width,
                "{path} is {width} px wide at {} px",
                reader.width
            );
        }
    }
    Ok(())
}

fn without_script_a_cluster_links_to_its_entries(browser: &mut Browser) -> TestResult {
    let page = visit(browser, "index.html", Reader::DESKTOP.without_script())?;
    page.focus("#overview-timeline .whole-wide a[href^='all/']")?;
    page.press(Key::Enter)?;
    page.wait_for(".section-entries .event")?;
    // Without its style sheet the overview has no layout.
    page.wait_until("document.readyState === 'complete'")?;
    page.click(".section-head .kicker a")?;
    page.wait_for("#overview-map .whole-wide a")
}

fn axe_finds_nothing_in_a_large_story(browser: &mut Browser) -> TestResult {
    for reader in [Reader::DESKTOP, Reader::PHONE.dark()] {
        let page = open(browser, reader.reduced_motion())?;
        wait_for_explorer(&page, "overview-timeline")?;
        wait_for_explorer(&page, "overview-map")?;
        ensure_accessible(&page, "the first page")?;
    }
    for path in ["all/events-1.html", "all/actors-1.html"] {
        ensure_accessible(&visit(browser, path, Reader::TABLET)?, path)?;
    }
    Ok(())
}

fn a_cluster_of_events_opens_in_the_explorer(browser: &mut Browser) -> TestResult {
    const CLUSTER: &str = ".strip .mark[data-open]";
    let page = visit_long(browser, Reader::DESKTOP)?;
    page.hydrated()?;
    let (clusters, events) = (page.count(CLUSTER)?, page.count(".event")?);
    ensure!(
        clusters > 10 && clusters * 2 < events,
        "{clusters} clusters of {events} events"
    );
    page.focus(CLUSTER)?;
    page.press(Key::Enter)?;
    page.wait_for("#timeline[data-explorer='resting'] a.item")?;
    ensure!(
        page.has_focus("#timeline .explorer-bar button")?,
        "the focus is lost"
    );
    ensure!(page.fragment()?.is_empty(), "opening a cluster picks it");
    let all_shown = "(([first, last]) => [...document.querySelectorAll('.event')].slice(first, \
                     last + 1)
        .every((event) => document.querySelector(`#timeline .explorer-picture \
            [data-item=${event.id}]`)))
        (document.querySelector('.strip .mark[data-open]').dataset.open.split(' ').map(Number))";
    page.wait_until(all_shown)?;
    ensure_quiet(&page)
}

fn without_script_an_event_cluster_links_to_its_first_event(browser: &mut Browser) -> TestResult {
    let page = visit_long(browser, Reader::DESKTOP.without_script())?;
    page.click(".strip .mark[data-open] .label-title")?;
    let first = page.attribute(".event", "id")?.unwrap_or_default();
    ensure!(
        page.fragment()? == format!("#{first}"),
        "it leads to {}",
        page.fragment()?
    );
    Ok(())
}

fn axe_finds_nothing_in_a_long_story(browser: &mut Browser) -> TestResult {
    for reader in [Reader::PHONE, Reader::DESKTOP.dark()] {
        let page = visit_long(browser, reader.reduced_motion())?;
        page.hydrated()?;
        ensure_accessible(&page, "a long story")?;
    }
    Ok(())
}

//! A story of several pages: the whole at a glance that becomes the explorer, the card of what the
//! page does not hold, and the sections. And a story of many events on one page, whose strip shows
//! bunches of them.

use crate::access::ensure_accessible;
use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Result, ensure};
use browser::Done;
use browser::browser::Browser;
use browser::page::{Key, Page};
use browser::reader::Reader;
use browser::site::{Manner, STRICT};

pub const ALL: &[Behaviour] = behaviours![
    a_picture_of_the_whole_is_explored_when_a_reader_comes_to_it,
    both_pictures_are_explored_when_the_page_has_come_to_rest,
    what_the_page_does_not_hold_opens_in_a_card_of_its_own,
    nothing_of_a_large_story_scrolls_sideways,
    without_script_a_count_leads_to_the_entries_that_it_counts,
    a_large_story_breaks_no_rule_of_access,
    a_bunch_of_events_opens_in_the_explorer,
    without_script_a_bunch_leads_to_its_first_event,
    a_long_story_breaks_no_rule_of_access,
];

/// The large story lies beside the site of the others.
fn visit<'b>(browser: &'b mut Browser, path: &str, reader: Reader) -> Result<Page<'b>> {
    visit_site(browser, "large", path, reader)
}

/// The first page of the one of many events, likewise.
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
    let manner = Manner::watched()
        .policy(STRICT)
        .folders(vec![(format!("/{site}/"), folder)]);
    browser.visit_served(manner, &format!("{site}/{path}"), reader)
}

fn open(browser: &mut Browser, reader: Reader) -> Result<Page<'_>> {
    let page = visit(browser, "index.html", reader)?;
    page.hydrated()?;
    Ok(page)
}

/// Waits until a picture is the explorer's, and rests.
fn explored(page: &Page, figure: &str) -> Result<()> {
    page.wait_for(&format!("#{figure}[data-explorer='resting'] a.item"))
}

/// An actor in the explorer's map that the page has no entry for.
const ABSENT: &str = "[...document.querySelectorAll('#overview-map a.item[data-item^=actor-]')]
    .map((item) => item.dataset.item).find((key) => !document.getElementById(key)) ?? ''";

fn a_picture_of_the_whole_is_explored_when_a_reader_comes_to_it(browser: &mut Browser) -> Done {
    let page = open(browser, Reader::DESK)?;
    ensure!(
        page.count("#timeline .strip, #timeline [data-zoom]")? == 0,
        "time is drawn twice"
    );
    // Not by `Page::focus`, which waits to see it there: the explorer may have it by then.
    page.js::<()>("[...document.querySelectorAll('#overview-map a')].find((link) => link.checkVisibility()).focus()")?;
    explored(&page, "overview-map")?;
    ensure!(
        page.has_focus("#overview-map .explorer-picture a")?,
        "the focus is lost"
    );
    ensure_quiet(&page)
}

fn both_pictures_are_explored_when_the_page_has_come_to_rest(browser: &mut Browser) -> Done {
    let page = open(browser, Reader::TABLET)?;
    explored(&page, "overview-timeline")?;
    explored(&page, "overview-map")?;
    let events: usize =
        page.js("document.querySelectorAll('#overview-timeline .explorer-picture a.item').length")?;
    ensure!(events > 5, "{events} events and counts are in sight");
    ensure_quiet(&page)
}

fn what_the_page_does_not_hold_opens_in_a_card_of_its_own(browser: &mut Browser) -> Done {
    let page = open(browser, Reader::DESK)?;
    explored(&page, "overview-map")?;
    // Close enough that there are actors instead of counts.
    for _ in 0..4 {
        page.js::<()>(
            "document.querySelector('#overview-map .explorer-button[aria-label=\"Zoom in\"]').click()",
        )?;
        explored(&page, "overview-map")?;
    }
    let key: String = page.js(ABSENT)?;
    ensure!(!key.is_empty(), "every actor in sight stands in the page");
    page.focus(&format!("#overview-map a.item[data-item='{key}']"))?;
    page.press(Key::Enter)?;
    page.wait_for("#overview-map .explorer-card:not([hidden]) h3")?;
    // What its own page says is fetched, and leads there.
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

fn nothing_of_a_large_story_scrolls_sideways(browser: &mut Browser) -> Done {
    for path in ["index.html", "all/events-1.html", "all/actors-1.html"] {
        for reader in Reader::ALL {
            let page = visit(browser, path, reader)?;
            if path == "index.html" {
                page.hydrated()?;
                explored(&page, "overview-map")?;
            }
            let width: u32 = page.js("document.documentElement.scrollWidth")?;
            ensure!(
                width <= reader.width,
                "{path} is {width} px wide at {} px",
                reader.width
            );
        }
    }
    Ok(())
}

fn without_script_a_count_leads_to_the_entries_that_it_counts(browser: &mut Browser) -> Done {
    let page = visit(browser, "index.html", Reader::DESK.without_script())?;
    page.focus("#overview-timeline .whole-wide a[href^='all/']")?;
    page.press(Key::Enter)?;
    page.wait_for(".section-entries .event")?;
    // Until its style is there nothing of it has a place.
    page.wait_until("document.readyState === 'complete'")?;
    page.click(".section-head .kicker a")?;
    page.wait_for("#overview-map .whole-wide a")
}

fn a_large_story_breaks_no_rule_of_access(browser: &mut Browser) -> Done {
    for reader in [Reader::DESK, Reader::PHONE.dark()] {
        let page = open(browser, reader.still())?;
        explored(&page, "overview-timeline")?;
        explored(&page, "overview-map")?;
        ensure_accessible(&page, "the first page")?;
    }
    for path in ["all/events-1.html", "all/actors-1.html"] {
        ensure_accessible(&visit(browser, path, Reader::TABLET)?, path)?;
    }
    Ok(())
}

fn a_bunch_of_events_opens_in_the_explorer(browser: &mut Browser) -> Done {
    const BUNCH: &str = ".strip .mark[data-open]";
    let page = visit_long(browser, Reader::DESK)?;
    page.hydrated()?;
    let (bunches, events) = (page.count(BUNCH)?, page.count(".event")?);
    ensure!(
        bunches > 10 && bunches * 2 < events,
        "{bunches} bunches of {events} events"
    );
    page.focus(BUNCH)?;
    page.press(Key::Enter)?;
    page.wait_for("#timeline[data-explorer='resting'] a.item")?;
    ensure!(
        page.has_focus("#timeline .explorer-bar button")?,
        "the focus is lost"
    );
    ensure!(
        page.fragment()?.is_empty(),
        "a bunch is picked by opening it"
    );
    let seen = "(([first, last]) => [...document.querySelectorAll('.event')].slice(first, last + 1)
        .every((event) => document.querySelector(`#timeline .explorer-picture [data-item=${event.id}]`)))
        (document.querySelector('.strip .mark[data-open]').dataset.open.split(' ').map(Number))";
    page.wait_until(seen)?;
    ensure_quiet(&page)
}

fn without_script_a_bunch_leads_to_its_first_event(browser: &mut Browser) -> Done {
    let page = visit_long(browser, Reader::DESK.without_script())?;
    page.click(".strip .mark[data-open] .label-title")?;
    let first = page.attribute(".event", "id")?.unwrap_or_default();
    ensure!(
        page.fragment()? == format!("#{first}"),
        "it leads to {}",
        page.fragment()?
    );
    Ok(())
}

fn a_long_story_breaks_no_rule_of_access(browser: &mut Browser) -> Done {
    for reader in [Reader::PHONE, Reader::DESK.dark()] {
        let page = visit_long(browser, reader.still())?;
        page.hydrated()?;
        ensure_accessible(&page, "a long story")?;
    }
    Ok(())
}

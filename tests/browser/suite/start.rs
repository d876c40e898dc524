//! The start of the page: it hydrates, is quiet, and makes no request to another host.

use crate::{Behaviour, behaviours};
use anyhow::{Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::page::Page;
use browser::reader::Reader;
use browser::site::ServeOptions;

pub const ALL: &[Behaviour] = behaviours![
    the_index_leads_to_each_story,
    the_app_takes_over_each_story,
    the_app_works_in_a_sub_path,
    the_app_asks_no_other_host_and_keeps_nothing,
    nothing_scrolls_sideways,
];

/// The app has hydrated the page, without a console message or a policy violation.
pub fn ensure_quiet(page: &Page) -> Result<()> {
    page.hydrated()?;
    let (console, breaches) = (page.console()?, page.policy_violations()?);
    ensure!(
        breaches.is_empty(),
        "against the policy:\n  {}",
        breaches.join("\n  ")
    );
    ensure!(
        console.is_empty(),
        "the console is not empty:\n  {}",
        console.join("\n  ")
    );
    Ok(())
}

fn the_index_leads_to_each_story(browser: &mut Browser) -> TestResult {
    let stories = browser.stories()?;
    ensure!(!stories.is_empty(), "the built site has no story");
    let page = browser.visit("", Reader::DESKTOP)?;
    for story in stories {
        let links =
            format!("a[href='{story}/'], a[href='./{story}/'], a[href='{story}/index.html']");
        ensure!(page.count(&links)? > 0, "the index has no link to {story}");
    }
    ensure!(
        page.console()?.is_empty(),
        "the index speaks to the console: {:?}",
        page.console()?
    );
    Ok(())
}

fn the_app_takes_over_each_story(browser: &mut Browser) -> TestResult {
    for story in browser.stories()? {
        ensure_quiet(&browser.visit(&format!("{story}/"), Reader::DESKTOP)?)?;
    }
    Ok(())
}

fn the_app_works_in_a_sub_path(browser: &mut Browser) -> TestResult {
    let options = ServeOptions::strict().base_path("/news/2026");
    ensure_quiet(&browser.visit_served(options, "security-guarantees/", Reader::DESKTOP)?)
}

fn the_app_asks_no_other_host_and_keeps_nothing(browser: &mut Browser) -> TestResult {
    let page = browser.visit("security-guarantees/", Reader::DESKTOP)?;
    page.hydrated()?;
    let elsewhere: Vec<String> = page.eval(
        "performance.getEntriesByType('resource').map(({ name }) => name)
            .filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))",
    )?;
    ensure!(elsewhere.is_empty(), "asked elsewhere: {elsewhere:?}");
    let kept: Vec<String> = page.eval(
        "[document.cookie, ...Object.keys(localStorage), \
                                     ...Object.keys(sessionStorage)].filter(Boolean)",
    )?;
    ensure!(kept.is_empty(), "kept in the browser: {kept:?}");
    Ok(())
}

fn nothing_scrolls_sideways(browser: &mut Browser) -> TestResult {
    for story in browser.stories()? {
        for reader in Reader::ALL {
            let page = browser.visit(&format!("{story}/"), reader)?;
            page.hydrated()?;
            let width: u32 = page.eval("document.documentElement.scrollWidth")?;
            ensure!(
                width <= reader.width,
                "{story} is {width} px wide at {} px",
                reader.width
            );
        }
    }
    Ok(())
}

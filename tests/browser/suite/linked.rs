//! Linked views: a pick, a filter or the passage on screen in one shows in the others. And
//! keyboard, focus and targets.

use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::page::{Key, Page};
use browser::reader::Reader;
use browser::site::{NO_SCRIPT, ServeOptions};
use serde_json::json;

pub const ALL: &[Behaviour] = behaviours![
    a_picked_actor_is_lit_in_every_view,
    a_picked_event_is_lit_in_every_view,
    the_passage_on_screen_lights_its_events_and_actors,
    a_kind_of_evidence_is_switched_off_in_every_view,
    the_filter_counts_every_entry,
    the_map_shows_positions_and_where_none_is_stated,
    actors_animate_unless_reduced_motion,
    an_event_in_a_card_links_to_the_timeline,
    a_position_leads_to_its_place_in_the_text,
    closing_by_the_button_puts_the_focus_back,
    arrow_keys_walk_through_the_map_and_the_strip,
    the_reader_judges_a_forecast_and_the_link_keeps_it,
    a_search_result_opens_its_card,
    labels_never_cover_each_other,
    targets_are_large_enough,
    in_a_frame_history_and_host_stay_unchanged,
    a_page_that_an_extension_changed_stays_readable,
    nothing_moves_while_the_program_takes_over,
];

const STORY: &str = "security-guarantees/";

fn open(browser: &mut Browser, reader: Reader) -> Result<Page<'_>> {
    let page = browser.visit(STORY, reader)?;
    page.hydrated()?;
    Ok(page)
}

fn a_picked_actor_is_lit_in_every_view(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    page.click("svg.map a.node[href='#actor-zakharova']")?;
    page.wait_for("#actor-zakharova[open]")?;
    for part in [
        "svg.map .node.is-picked",
        ".mention.is-picked[href='#actor-zakharova']",
        "#event-remarks.is-lit",
        "#passage-s1.is-lit",
    ] {
        page.wait_for(part)?;
    }
    ensure_quiet(&page)
}

fn a_picked_event_is_lit_in_every_view(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    page.click(".mention[href='#event-remarks']")?;
    for part in [
        "#event-remarks.is-picked",
        "svg.strip a.is-picked",
        "#passage-s1.is-lit",
        "svg.map .is-lit",
    ] {
        page.wait_for(part)?;
    }
    page.wait_until("document.activeElement.id === 'event-remarks'")?;
    page.wait_until(
        "(({ top }) => top >= 0 && top < innerHeight)\
         (document.activeElement.getBoundingClientRect())",
    )
}

fn the_passage_on_screen_lights_its_events_and_actors(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    page.eval::<()>(
        "void document.querySelector('#passage-s5').scrollIntoView({ block: 'center', \
         behavior: 'instant' })",
    )?;
    for part in [
        "#passage-s5.is-lit",
        "#event-next-china.is-lit",
        "svg.map a.node.is-lit[href='#actor-china']",
    ] {
        page.wait_for(part)?;
    }
    Ok(())
}

/// The number of rendered matches.
fn visible(page: &Page, css: &str) -> Result<usize> {
    page.eval(&format!(
        "[...document.querySelectorAll({})].filter(one => (({{ width, height }}) => \
         width + height > 0)(one.getBoundingClientRect())).length",
        json!(css)
    ))
}

fn a_kind_of_evidence_is_switched_off_in_every_view(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    let places =
        ["li.event", "svg.strip a", "svg.map .tie", ".statement-text"].map(|part| match part {
            ".statement-text" => {
                ".statement[data-evidence='forecast'] > .statement-text".to_owned()
            }
            part => format!("{part}[data-evidence='forecast']"),
        });
    for place in &places {
        ensure!(visible(&page, place)? > 0, "no `{place}` to switch off");
    }
    page.click("input[name='evidence'][value='forecast']")?;
    page.wait_for(".statement-off:not([hidden])")?;
    for place in &places {
        ensure!(visible(&page, place)? == 0, "`{place}` is still there");
    }
    page.click("input[name='evidence'][value='forecast']")?;
    page.wait_gone(".statement-off:not([hidden])")?;
    for place in &places {
        ensure!(visible(&page, place)? > 0, "`{place}` did not come back");
    }
    Ok(())
}

fn the_filter_counts_every_entry(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    let counted: usize = page.eval(
        "[...document.querySelectorAll('.choice .count')].reduce((sum, one) => \
         sum + Number(one.textContent), 0)",
    )?;
    let entries = page.count(".card-issue .entry")?
        + page.count(".map-relations > li")?
        + page.count("li.event")?;
    ensure!(
        counted == entries,
        "the filter counts {counted} of {entries} entries"
    );
    Ok(())
}

fn the_map_shows_positions_and_where_none_is_stated(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    page.click("[data-reading='positions']")?;
    page.click("[data-issue='settlement']")?;
    page.wait_for("[data-issue='settlement'][aria-pressed='true']")?;
    let name = |actor: &str| {
        page.attribute(
            &format!("svg.map.is-wide a.node[href='#actor-{actor}']"),
            "aria-label",
        )
    };
    let usa = name("usa")?.unwrap_or_default();
    ensure!(
        usa.to_lowercase().contains("no position stated"),
        "the United States: {usa}"
    );
    let china = name("china")?.unwrap_or_default();
    ensure!(
        china.contains("negotiation") && china.contains("reported"),
        "China: {china}"
    );
    page.wait_until("location.hash.includes('issue=settlement')")?;
    ensure_quiet(&page)
}

fn actors_animate_unless_reduced_motion(browser: &mut Browser) -> TestResult {
    const MIDDLES: &str = "(() => {
        const map = document.querySelector('svg.map.is-wide').getBoundingClientRect();
        return [...document.querySelectorAll('svg.map.is-wide .node > .plate')].map((plate) => {
            const at = plate.getBoundingClientRect();
            return [at.x + at.width / 2 - map.x, at.y + at.height / 2 - map.y];
        });
    })()";
    let glides =
        "[...document.querySelectorAll('svg.map a.node')].flatMap((node) => node.getAnimations())";
    let page = open(browser, Reader::DESKTOP)?;
    // Slows the animation down, so that each part of it can be examined.
    page.run_script::<()>(
        "document.getElementById('standpoint').style.setProperty('--motion', '1000s')",
        Vec::new(),
    )?;
    let before: Vec<[f64; 2]> = page.eval(MIDDLES)?;
    page.click("[data-reading='positions']")?;
    page.wait_until(&format!("{glides}.length > 0"))?;
    let at = |share: f64| -> anyhow::Result<Vec<[f64; 2]>> {
        page.run_script::<()>(
            &format!(
                "{glides}.forEach((glide) => {{ glide.pause(); \
                 glide.currentTime = {share} * 1e6; }})"
            ),
            Vec::new(),
        )?;
        page.eval(MIDDLES)
    };
    let (start, middle, end) = (at(0.0)?, at(0.5)?, at(1.0)?);
    let gap = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).hypot(a[1] - b[1]);
    ensure!(
        before.iter().zip(&start).all(|(a, b)| gap(*a, *b) < 1.0),
        "they start at {start:?}, not at {before:?}"
    );
    let between = start.iter().zip(&middle).zip(&end).filter(|((a, b), c)| {
        let whole = gap(**a, **c);
        whole > 1.0
            && gap(**a, **b) > whole / 9.0
            && (gap(**a, **b) + gap(**b, **c) - whole).abs() < 1.0
    });
    let (moved, known) = (between.count(), start.len());
    ensure!(
        moved * 2 > known,
        "{moved} of {known} actors are on a straight way: {start:?}, {middle:?}, {end:?}"
    );
    let page = open(browser, Reader::DESKTOP.reduced_motion())?;
    page.click("[data-reading='positions']")?;
    page.wait_for("[data-reading='positions'][aria-pressed='true']")?;
    ensure!(
        page.eval::<usize>(&format!("{glides}.length"))? == 0,
        "actors move although no motion is wanted"
    );
    ensure_quiet(&page)
}

fn an_event_in_a_card_links_to_the_timeline(browser: &mut Browser) -> TestResult {
    let page = browser.visit(&format!("{STORY}#actor-zakharova"), Reader::DESKTOP)?;
    page.hydrated()?;
    page.click("#actor-zakharova a[href='#event-remarks']")?;
    page.wait_for("#event-remarks.is-picked")?;
    page.wait_gone("details.card[open]")?;
    page.wait_until("location.hash === '#event-remarks'")?;
    page.back()?;
    page.wait_for("#actor-zakharova[open]")
}

fn a_position_leads_to_its_place_in_the_text(browser: &mut Browser) -> TestResult {
    let page = browser.visit(&format!("{STORY}#actor-zakharova"), Reader::PHONE)?;
    page.hydrated()?;
    page.click("#actor-zakharova a[href='#passage-s1']")?;
    page.wait_for("#passage-s1.is-picked")?;
    page.wait_until("document.activeElement.id === 'passage-s1'")
}

fn closing_by_the_button_puts_the_focus_back(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::PHONE)?;
    page.focus("svg.map a.node[href='#actor-china']")?;
    page.press(Key::Enter)?;
    page.wait_for("#actor-china[open]")?;
    page.wait_until("document.activeElement.matches('#actor-china .card-close')")?;
    page.press(Key::Enter)?;
    page.wait_gone("details.card[open]")?;
    page.wait_until("!!document.activeElement?.matches(\"svg.map a.node[href='#actor-china']\")")
}

fn arrow_keys_walk_through_the_map_and_the_strip(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    page.focus("svg.map a.node[href='#actor-nato']")?;
    let start: f64 = page.eval("document.activeElement.getBoundingClientRect().left")?;
    page.press(Key::Left)?;
    let aside: f64 = page.eval(
        "document.activeElement.matches('svg.map a.node') ? \
                              document.activeElement.getBoundingClientRect().left : NaN",
    )?;
    ensure!(aside < start, "Left went from {start} to {aside}");
    page.focus("svg.strip a")?;
    page.press(Key::End)?;
    page.press(Key::Left)?;
    page.press(Key::Right)?;
    let last: bool = page.eval(
        "[...document.querySelectorAll('svg.strip a')].filter(one => \
         one.checkVisibility()).at(-1) === document.activeElement",
    )?;
    ensure!(last, "End did not lead to the last mark of the strip");
    Ok(())
}

fn the_reader_judges_a_forecast_and_the_link_keeps_it(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    page.click("#event-next-flank input[type='radio'][value='4']")?;
    page.wait_until("location.hash.includes('outlook=next-flank:4')")?;
    page.reload()?;
    page.hydrated()?;
    page.wait_until("document.querySelector(\"#event-next-flank input[value='4']\").checked")?;
    page.click("#event-next-flank .turn-back")?;
    page.wait_until("!location.hash.includes('outlook')")
}

fn a_search_result_opens_its_card(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    page.click("input[type=search]")?;
    page.type_text("kremlin")?;
    page.wait_for(".found:not([hidden]) a[href='#actor-russia']")?;
    page.press(Key::Tab)?;
    page.press(Key::Enter)?;
    page.wait_for("#actor-russia[open]")?;
    page.wait_until("document.querySelector('input[type=search]').value === ''")
}

/// The pairs of labels or nodes in the figures whose boxes overlap by more than 1 px.
const OVERLAPS: &str = "(() => {
    const shown = css => [...document.querySelectorAll(css)].filter(one => one.checkVisibility());
    const box = one => ({ name: one.textContent.trim(), of: one.closest('a'), \
        ...one.getBoundingClientRect().toJSON() });
    const groups = [shown('svg.map a.node'), shown('svg.strip .label-title, \
        svg.strip .label-date')].map(all => all.map(box));
    const cover = (a, b) => a.of !== b.of && Math.min(a.right, b.right) - Math.max(a.left, \
        b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    return groups.flatMap(all => all.flatMap((a, i) => all.slice(i + 1).filter(b => \
        cover(a, b)).map(b => `${a.name} | ${b.name}`)));
})()";

fn labels_never_cover_each_other(browser: &mut Browser) -> TestResult {
    for story in browser.stories()? {
        for reader in Reader::ALL {
            let page = browser.visit(&format!("{story}/"), reader.reduced_motion())?;
            page.hydrated()?;
            for state in ["", "#map=positions"] {
                page.eval::<()>(&format!("void (location.hash = {})", json!(state)))?;
                let reading = if state.is_empty() {
                    "relations"
                } else {
                    "positions"
                };
                page.wait_for(&format!("[data-reading='{reading}'][aria-pressed='true']"))?;
                let overlaps: Vec<String> = page.eval(OVERLAPS)?;
                ensure!(
                    overlaps.is_empty(),
                    "{story}{state} at {} px:\n  {}",
                    reader.width,
                    overlaps.join("\n  ")
                );
            }
        }
    }
    Ok(())
}

fn targets_are_large_enough(browser: &mut Browser) -> TestResult {
    for reader in [Reader::PHONE, Reader::DESKTOP] {
        let page = open(browser, reader)?;
        let small: Vec<String> = page.eval(
            "[...document.querySelectorAll('svg.map a.node, button, summary, .choice, .ways a, \
             input[type=search]')].filter(one => one.checkVisibility())
                .map(one => [one, one.getBoundingClientRect()]).filter(([, { width, height }]) => \
                    width < 23.9 || height < 23.9)
                .map(([one, { width, height }]) => `${one.outerHTML.slice(0, \
                    80)}: ${width} x ${height}`)",
        )?;
        ensure!(
            small.is_empty(),
            "under 24 px at {} px:\n  {}",
            reader.width,
            small.join("\n  ")
        );
    }
    Ok(())
}

fn in_a_frame_history_and_host_stay_unchanged(browser: &mut Browser) -> TestResult {
    let host = "<!doctype html><title>Host</title><p>News</p>\
                <iframe src='/security-guarantees/' width='700' height='3000'></iframe>
        <p style='height:3000px'>More news</p>";
    let options = ServeOptions::watched().page("/host.html", host.to_owned());
    let page = browser.visit_served(options, "host.html", Reader::DESKTOP)?;
    let inside = "document.querySelector('iframe').contentDocument";
    page.wait_until(&format!(
        "!!{inside}.querySelector('[data-state=hydrated]')"
    ))?;
    page.eval::<()>("void scrollTo(0, 300)")?;
    let before: (usize, f64) = page.eval("[history.length, scrollY]")?;
    for css in [
        ".mention[href='#actor-china']",
        ".card[open] a[href^='#event-']",
        ".mention[href='#event-next-flank']",
        "[data-reading=positions]",
    ] {
        page.eval::<()>(&format!(
            "void {inside}.querySelector({})\
             .dispatchEvent(new MouseEvent('click', {{ bubbles: true, \
             cancelable: true }}))",
            json!(css)
        ))?;
        page.wait_until(&format!("{inside}.location.hash.length > 1"))?;
    }
    page.wait_until(&format!("{inside}.location.hash.includes('map=positions')"))?;
    let after: (usize, f64) = page.eval("[history.length, scrollY]")?;
    ensure!(
        before == after,
        "history length and scrolling were {before:?}, are {after:?}"
    );
    Ok(())
}

fn a_page_that_an_extension_changed_stays_readable(browser: &mut Browser) -> TestResult {
    let written = std::fs::read_to_string(browser.site_root().join(STORY).join("index.html"))?;
    let changed = written.replacen(
        "<article",
        "<aside>An extension was here</aside><article",
        1,
    );
    ensure!(changed != written, "the page has no text to change");
    let options = ServeOptions::strict().page("/security-guarantees/changed.html", changed);
    let page =
        browser.visit_served(options, "security-guarantees/changed.html", Reader::DESKTOP)?;
    page.failed()?;
    ensure!(!page.console()?.is_empty(), "the console does not say why");
    page.click("#actor-china > summary")?;
    page.wait_for("#actor-china[open]")
}

/// Only Chromium reports layout shifts; for the others compares position and height of each part.
fn nothing_moves_while_the_program_takes_over(browser: &mut Browser) -> TestResult {
    let places = "[...document.querySelectorAll('.masthead, .toolbar, .article, .actor-map, \
                  .timeline, .cards, .foot, .passage, .event')]
        .map(one => Math.round(one.getBoundingClientRect().top + scrollY))";
    for reader in Reader::ALL {
        let page =
            browser.visit_served(ServeOptions::watched().policy(NO_SCRIPT), STORY, reader)?;
        page.wait_for("#standpoint[data-state]")?;
        let unready: Vec<i64> = page.eval(&format!(
            "(root => {{ root.dataset.state = 'static'; return {places}; }})\
             (document.querySelector('#standpoint'))"
        ))?;
        let page = open(browser, reader)?;
        let ready: Vec<i64> = page.eval(places)?;
        ensure!(
            unready == ready,
            "at {} px the parts were at\n  {unready:?} and are at\n  {ready:?}",
            reader.width
        );
    }
    Ok(())
}

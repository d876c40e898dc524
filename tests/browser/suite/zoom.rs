//! The explorer: buttons, keys, wheel and touch zoom it, its picks are picks everywhere, and the
//! page still scrolls.

use crate::access::ensure_accessible;
use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::page::{Key, Page};
use browser::reader::Reader;
use browser::site::{Policy, ServeOptions, Wasm};
use serde_json::json;

pub const ALL: &[Behaviour] = behaviours![
    the_button_opens_the_explorer_and_closing_restores_the_map,
    an_actor_picked_in_the_explorer_regains_the_focus,
    the_wheel_zooms_around_the_pointer_only_with_ctrl,
    two_fingers_zoom_and_one_does_not,
    plus_and_minus_zoom_where_the_focus_is,
    a_drag_moves_the_map_and_picks_nothing,
    the_explorer_follows_the_readings_and_filters,
    a_path_between_two_actors_is_shown,
    a_search_flies_to_the_actor,
    the_timeline_zooms_and_steps_through_its_events_in_order,
    the_zoom_works_from_a_single_file,
    the_explorer_loads_as_one_script_if_the_program_did,
    axe_finds_nothing_in_the_explorer,
];

const STORY: &str = "security-guarantees/";

fn open(browser: &mut Browser, reader: Reader) -> Result<Page<'_>> {
    let page = browser.visit(STORY, reader)?;
    page.hydrated()?;
    Ok(page)
}

/// Opens the explorer of a figure, fits all of it, and waits until it rests.
fn open_explorer(page: &Page, figure: &str) -> Result<()> {
    page.click(&format!("#{figure} [data-zoom]"))?;
    page.wait_for(&format!("#{figure}[data-explorer] a.item"))?;
    wait_for_rest(page)?;
    page.click(&format!("#{figure} .explorer-button:not([aria-label])"))?;
    wait_for_rest(page)
}

/// Waits until the explorer no longer moves.
fn wait_for_rest(page: &Page) -> Result<()> {
    page.wait_gone("[data-explorer='moving']")
}

/// The positions of everything in the picture, by key.
const PLACES: &str = "Object.fromEntries([...document.querySelectorAll('#map .explorer \
                      a.item')].map((one) => [one.dataset.item, one.getAttribute('transform')\
                      .match(/-?[0-9.]+/g).map(Number)]))";

/// Records all positions, for [`growth`].
fn record_positions(page: &Page) -> Result<()> {
    page.eval(&format!("void (window.noted = {PLACES})"))
}

/// The factor by which distances have grown since [`record_positions`], measured between the two
/// actors furthest apart that are visible then and now.
fn growth(page: &Page) -> Result<f64> {
    page.eval(&format!(
        "((was, is) => {{
            const distance = (all, [a, b]) => Math.hypot(all[a][0] - all[b][0], \
                all[a][1] - all[b][1]);
            const both = Object.keys(is).filter((key) => key in was);
            const pairs = both.flatMap((a, at) => both.slice(at + 1).map((b) => \
                [a, b])).sort((a, b) => distance(was, b) - distance(was, a));
            return pairs.length ? distance(is, pairs[0]) / distance(was, pairs[0]) : 0 }})\
                (window.noted, {PLACES})"
    ))
}

/// The middle of an actor's plate, in px of the explorer's picture.
fn middle(page: &Page, actor: &str) -> Result<(f64, f64)> {
    page.eval(&format!(
        "((one, box) => [one.x + one.width / 2 - box.x, one.y + one.height / 2 - box.y])
        (document.querySelector(\".explorer [data-item='actor-{actor}']\")\
            .getBoundingClientRect(), document.querySelector('#map .explorer-stage')\
            .getBoundingClientRect())"
    ))
}

/// Turns the wheel over a point of a figure's picture, with or without Ctrl. Returns whether the
/// page prevented the browser's own action.
fn wheel(page: &Page, figure: &str, (x, y): (f64, f64), down: f64, ctrl: bool) -> Result<bool> {
    page.eval(&format!(
        "((box) => {{ const at = {{ clientX: box.x + {x}, clientY: box.y + {y} }};
            const over = document.elementFromPoint(at.clientX, at.clientY);
            return !over.dispatchEvent(new WheelEvent('wheel', {{ ...at, deltaY: {down}, \
                ctrlKey: {ctrl}, bubbles: true, cancelable: true }})) }})
        (document.querySelector('#{figure} .explorer-stage').getBoundingClientRect())"
    ))
}

fn the_button_opens_the_explorer_and_closing_restores_the_map(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    open_explorer(&page, "map")?;
    ensure!(
        page.count("#map > svg.map")? > 0,
        "the page's own picture is gone, not hidden"
    );
    record_positions(&page)?;
    page.click("#map .explorer-button[aria-label='Zoom in']")?;
    wait_for_rest(&page)?;
    ensure!(
        (1.8..2.2).contains(&growth(&page)?),
        "a step makes distances {} times as long",
        growth(&page)?
    );
    page.click("#map .explorer-button:not([aria-label])")?;
    wait_for_rest(&page)?;
    ensure!(
        page.count("#map .explorer a.item[data-kind]")? >= 11,
        "not all actors are shown"
    );
    page.click("#map .explorer-close")?;
    page.wait_gone("#map[data-explorer]")?;
    ensure!(page.has_focus("#map [data-zoom]")?, "the focus is lost");
    ensure_quiet(&page)
}

fn an_actor_picked_in_the_explorer_regains_the_focus(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    open_explorer(&page, "map")?;
    page.focus("#map a.item[data-item='actor-russia']")?;
    page.press(Key::Enter)?;
    page.wait_for("#actor-russia[open]")?;
    page.wait_for("#map a.item[data-item='actor-russia'][aria-current]")?;
    page.wait_until("location.hash === '#actor-russia'")?;
    page.press(Key::Escape)?;
    page.wait_gone("details.card[open]")?;
    page.wait_until("document.activeElement.dataset.item === 'actor-russia'")?;
    ensure_quiet(&page)
}

fn the_wheel_zooms_around_the_pointer_only_with_ctrl(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    open_explorer(&page, "map")?;
    let at = middle(&page, "russia")?;
    let place = |page: &Page| page.attribute("#map [data-item='actor-russia']", "transform");
    let was = place(&page)?;
    record_positions(&page)?;
    ensure!(
        !wheel(&page, "map", at, -100.0, false)?,
        "a plain wheel is taken from the page"
    );
    ensure!(
        wheel(&page, "map", at, -100.0, true)?,
        "Ctrl and the wheel zoom the browser"
    );
    wait_for_rest(&page)?;
    ensure!(
        growth(&page)? > 1.1,
        "distances are {} times as long",
        growth(&page)?
    );
    let moved = moved(&was.unwrap_or_default(), &place(&page)?.unwrap_or_default());
    ensure!(
        moved < 3.0,
        "what was under the pointer has moved by {moved} px"
    );
    ensure_quiet(&page)
}

/// The distance between two transforms, px.
fn moved(was: &str, is: &str) -> f64 {
    let numbers = |text: &str| -> Vec<f64> {
        let inside = text.trim_start_matches("translate(").trim_end_matches(')');
        inside
            .split(' ')
            .filter_map(|number| number.parse().ok())
            .collect()
    };
    numbers(was)
        .iter()
        .zip(numbers(is))
        .map(|(was, is)| (was - is).abs())
        .fold(0.0, f64::max)
}

fn two_fingers_zoom_and_one_does_not(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    if !page.eval::<bool>(
        "(() => { try { return !!new Touch({ identifier: 0, \
         target: document.body }) && !!TouchEvent } catch { return false } })()",
    )? {
        // This engine has no touch events.
        return Ok(());
    }
    open_explorer(&page, "map")?;
    record_positions(&page)?;
    let touch = |name: &str, fingers: &str| {
        page.eval::<bool>(&format!(
            "((target) => {{ const box = target.getBoundingClientRect();
                const touches = {fingers}.map(([x, y], identifier) => new Touch({{ identifier, \
                    target, clientX: box.x + x, clientY: box.y + y }}));
                return !target.dispatchEvent(new TouchEvent('{name}', {{ touches, \
                    targetTouches: touches, changedTouches: touches, bubbles: true, \
                    cancelable: true }})) }})
            (document.querySelector('#map .explorer-stage'))"
        ))
    };
    ensure!(
        !touch("touchstart", "[[200, 200]]")? && !touch("touchmove", "[[200, 100]]")?,
        "one finger is taken from the page"
    );
    ensure!(
        touch("touchstart", "[[200, 200], [240, 200]]")?,
        "two fingers zoom the browser"
    );
    touch("touchmove", "[[180, 200], [260, 200]]")?;
    touch("touchend", "[]")?;
    wait_for_rest(&page)?;
    ensure!(
        growth(&page)? > 1.5,
        "distances are {} times as long",
        growth(&page)?
    );
    ensure_quiet(&page)
}

fn plus_and_minus_zoom_where_the_focus_is(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    page.focus("svg.map.is-wide a.node[href='#actor-russia']")?;
    page.type_text("+")?;
    page.wait_for("#map[data-explorer] a.item")?;
    wait_for_rest(&page)?;
    page.click("#map .explorer-button:not([aria-label])")?;
    wait_for_rest(&page)?;
    page.focus("#map a.item[data-item='actor-russia']")?;
    record_positions(&page)?;
    page.type_text("+")?;
    wait_for_rest(&page)?;
    ensure!(
        growth(&page)? > 1.3,
        "+ makes distances {} times as long",
        growth(&page)?
    );
    page.type_text("--")?;
    wait_for_rest(&page)?;
    ensure!(
        (0.9..1.1).contains(&growth(&page)?),
        "− makes distances {} times as long",
        growth(&page)?
    );
    ensure_quiet(&page)
}

fn a_drag_moves_the_map_and_picks_nothing(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    open_explorer(&page, "map")?;
    // Zooms in first: a map that fits whole cannot be dragged.
    page.click("#map .explorer-button[aria-label='Zoom in']")?;
    wait_for_rest(&page)?;
    record_positions(&page)?;
    page.eval::<()>(
        "((target) => { const box = target.getBoundingClientRect();
            const send = (name, by) => target.dispatchEvent(new PointerEvent(name, \
                { pointerId: 1, pointerType: 'mouse', clientX: box.x + by, clientY: box.y, \
                bubbles: true, cancelable: true }));
            send('pointerdown', 0); send('pointermove', 30); send('pointermove', 40); \
                send('pointerup', 40);
            target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })) })
        (document.querySelector(\"#map a.item[data-item^='actor-']\"))",
    )?;
    wait_for_rest(&page)?;
    let by: f64 = page.eval(&format!(
        "((was, is) => {{ const key = Object.keys(is).find((key) => key in was); \
         return is[key][0] - was[key][0] }})(window.noted, {PLACES})"
    ))?;
    ensure!((30.0..50.0).contains(&by), "the map has moved by {by} px");
    ensure!(
        page.count("details.card[open]")? == 0,
        "the drag has picked an actor"
    );
    ensure_quiet(&page)
}

fn the_explorer_follows_the_readings_and_filters(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    open_explorer(&page, "map")?;
    page.click("#map .explorer-button:not([aria-label])")?;
    wait_for_rest(&page)?;
    let actors = page.count("#map a.item[data-item^='actor-']")?;
    page.click("#map .explorer-set:first-of-type input")?;
    wait_for_rest(&page)?;
    ensure!(
        page.count("#map a.item[data-item^='actor-']")? < actors,
        "the group is still shown"
    );
    page.click("#map .explorer-set:first-of-type input")?;
    wait_for_rest(&page)?;
    ensure!(
        page.count("#map a.item[data-item^='actor-']")? == actors,
        "the group did not come back"
    );
    page.click("[data-reading='positions']")?;
    page.wait_until(
        "document.querySelector(\"#map a.item[data-item='actor-usa']\")\
         .getAttribute('aria-label').toLowerCase().includes('no position stated')",
    )?;
    ensure_quiet(&page)
}

fn a_path_between_two_actors_is_shown(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    open_explorer(&page, "map")?;
    page.click("#map a.item[data-item='actor-zakharova']")?;
    page.wait_for("#actor-zakharova[open]")?;
    page.wait_for("#map .explorer-choice:last-of-type select:not([disabled])")?;
    let choose = |value: &str| {
        page.eval::<()>(&format!(
            "((field) => {{ field.value = {}; field.dispatchEvent(new Event('change', \
             {{ bubbles: true }})) }})(document.querySelector('#map .explorer-choice:last-of-type \
             select'))",
            json!(value)
        ))
    };
    choose("nato")?;
    page.wait_for("#map [data-kind='actor is-faded']")?;
    ensure!(
        page.text("#map .explorer-note")?.is_empty(),
        "a path is shown, and the text says that there is none"
    );
    ensure_quiet(&page)
}

fn a_search_flies_to_the_actor(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    open_explorer(&page, "map")?;
    for _ in 0..3 {
        page.click("#map .explorer-button[aria-label='Zoom in']")?;
        wait_for_rest(&page)?;
    }
    page.click("input[type=search]")?;
    page.type_text("China")?;
    page.wait_for(".found:not([hidden]) a[href='#actor-china']")?;
    page.click(".found a[href='#actor-china']")?;
    page.wait_for("#map a.item[data-item='actor-china'][aria-current]")?;
    wait_for_rest(&page)?;
    page.wait_until(
        "((one, box) => one.left >= box.left && one.right <= box.right && one.top >= box.top && \
         one.bottom <= box.bottom)
        (document.querySelector(\"#map a.item[data-item='actor-china']\")\
            .getBoundingClientRect(), document.querySelector('#map .explorer-stage')\
            .getBoundingClientRect())",
    )?;
    ensure_quiet(&page)
}

fn the_timeline_zooms_and_steps_through_its_events_in_order(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    open_explorer(&page, "timeline")?;
    ensure!(
        page.count("#timeline .explorer-overview *")? > 0,
        "the overview is empty"
    );
    let order: Vec<String> =
        page.eval("[...document.querySelectorAll('li.event')].map((one) => one.id)")?;
    let next = "#timeline .explorer-button[aria-label='Next']";
    page.point(next)?;
    let before: f64 = page.eval("scrollY")?;
    page.click(next)?;
    page.wait_for(&format!("#{}.is-picked", order[0]))?;
    page.painted()?;
    page.wait_until(&format!("location.hash === '#{}'", order[0]))?;
    let after: f64 = page.eval("scrollY")?;
    ensure!(
        before == after,
        "a step scrolls the page from {before} to {after}"
    );
    ensure!(
        page.has_focus(next)?,
        "a step takes the focus from its button"
    );
    page.wait_for(&format!(
        "#timeline a.item[data-item='{}'][aria-current]",
        order[0]
    ))?;
    page.click(next)?;
    page.wait_for(&format!(
        "#timeline a.item[data-item='{}'][aria-current]",
        order[1]
    ))?;
    wait_for_rest(&page)?;
    page.focus(&format!("#timeline a.item[data-item='{}']", order[1]))?;
    page.press(Key::End)?;
    page.wait_until(&format!(
        "document.activeElement.dataset.item === {}",
        json!(order[order.len() - 1])
    ))?;
    page.press(Key::Left)?;
    page.wait_until(&format!(
        "document.activeElement.dataset.item === {}",
        json!(order[order.len() - 2])
    ))?;
    ensure_quiet(&page)
}

fn the_zoom_works_from_a_single_file(browser: &mut Browser) -> TestResult {
    let html = browser.single_file()?;
    let page = browser.visit_single_file(&html, Reader::DESKTOP)?;
    page.hydrated()?;
    open_explorer(&page, "map")?;
    page.click("#map a.item[data-item='actor-russia']")?;
    page.wait_for("#actor-russia[open]")?;
    ensure_quiet(&page)
}

fn the_explorer_loads_as_one_script_if_the_program_did(browser: &mut Browser) -> TestResult {
    let asked = |page: &Page, part: &str| -> Result<usize> {
        page.eval(&format!(
            "performance.getEntriesByType('resource').filter(({{ name }}) => \
             name.includes('/{part}')).length"
        ))
    };
    for (options, whole) in [
        (ServeOptions::watched(), 0),
        (ServeOptions::watched().wasm(Wasm::Missing), 1),
    ] {
        let page = browser.visit_served(options.policy(Policy::Own), STORY, Reader::DESKTOP)?;
        page.hydrated()?;
        open_explorer(&page, "map")?;
        let classic = asked(&page, "explore-classic-")?;
        ensure!(
            classic == whole,
            "{classic} instead of {whole} whole scripts"
        );
    }
    Ok(())
}

fn axe_finds_nothing_in_the_explorer(browser: &mut Browser) -> TestResult {
    let page = open(browser, Reader::DESKTOP)?;
    for figure in ["map", "timeline"] {
        open_explorer(&page, figure)?;
    }
    ensure_accessible(&page, "the zoomed figures")
}

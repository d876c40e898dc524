//! As a guest in an article of another host: what opens stands where the reader looks, and nothing
//! scrolls or navigates the host.

use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Context, Result, ensure};
use browser::Done;
use browser::browser::Browser;
use browser::engine::Engine;
use browser::guest::Room;
use browser::page::{Key, Page, Point};
use browser::reader::Reader;
use browser::site::{Manner, STRICT};
use serde_json::json;

pub const ALL: &[Behaviour] = behaviours![
    what_opens_by_mouse_in_a_frame_stands_where_the_reader_looks,
    what_opens_by_keyboard_in_a_frame_stands_where_the_reader_looks,
    everything_opens_in_a_frame_that_keeps_its_height,
    ten_selections_leave_one_step_back_to_leave_the_article,
    the_wheel_over_timeline_and_map_scrolls_the_article,
    escape_in_a_frame_with_nothing_open_is_left_alone,
    ways_inside_a_frame_of_fixed_height_scroll_only_inside,
    a_link_into_the_frame_opens_what_it_names_and_leaves_the_focus,
    a_link_on_the_article_reaches_the_frame_as_pym_tells_it,
    a_link_out_opens_a_window_or_shows_its_address,
    as_a_page_of_its_own_an_event_opens_no_panel,
];

pub const STORY: &str = "security-guarantees/index.html";

/// As an article embeds it: of another host, under its own policy.
pub fn guest<'b>(
    browser: &'b mut Browser,
    more: &str,
    frame: &str,
    room: Room,
    reader: Reader,
) -> Result<Page<'b>> {
    let address = browser.serve(Manner::watched().policy(STRICT))?.url(STORY);
    browser.visit_guest(&format!("{address}{more}"), frame, room, reader)
}

/// The links of every visible actor and event in the pictures, or in the list where there is no
/// strip.
fn openers(page: &Page) -> Result<Vec<String>> {
    let all: Vec<String> = page.js(
        "['svg.map a.node', 'svg.strip a.mark', '.event-title > a'].flatMap(css => [...document.querySelectorAll(css)].filter(one => one.checkVisibility())
            .map(one => `${css}[href='${one.getAttribute('href')}']`))",
    )?;
    let events = all.iter().filter(|css| css.contains("#event-")).count();
    ensure!(
        all.len() > events && events > 10,
        "the page shows {} actors and {events} events",
        all.len() - events
    );
    Ok(all)
}

/// The card or the panel that a link opens.
fn opened(opener: &str) -> String {
    match opener.split_once("[href='") {
        Some((_, actor)) if actor.starts_with("#actor-") => {
            format!("{}.card[open]", actor.trim_end_matches("']"))
        }
        _ => ".event-panel:not([hidden])".to_owned(),
    }
}

fn ensure_opens_in_sight(page: &Page, opener: &str, open: impl Fn() -> Done) -> Done {
    let before = page.stillness()?;
    open()?;
    let opened = opened(opener);
    page.wait_for(&opened)?;
    page.wait_in_sight(&opened)?;
    page.wait_until(&format!(
        "!!document.activeElement?.closest({})",
        json!(opened)
    ))?;
    page.ensure_still(before)?;
    page.press(Key::Escape)?;
    page.wait_gone(&opened)?;
    page.ensure_still(before)
}

fn what_opens_by_mouse_in_a_frame_stands_where_the_reader_looks(browser: &mut Browser) -> Done {
    let page = guest(browser, "", "", Room::Grown, Reader::DESK)?;
    for opener in openers(&page)? {
        page.bring_into_sight(&opener)?;
        ensure_opens_in_sight(&page, &opener, || page.click(&opener))
            .with_context(|| format!("by `{opener}`"))?;
    }
    ensure_quiet(&page)
}

fn what_opens_by_keyboard_in_a_frame_stands_where_the_reader_looks(browser: &mut Browser) -> Done {
    let page = guest(browser, "", "", Room::Grown, Reader::PHONE)?;
    page.click(".masthead h1")?;
    for opener in openers(&page)? {
        page.focus(&opener)?;
        ensure_opens_in_sight(&page, &opener, || page.press(Key::Enter))
            .with_context(|| format!("by `{opener}`"))?;
        page.wait_until(&format!(
            "!!document.activeElement?.matches({})",
            json!(opener)
        ))?;
    }
    ensure_quiet(&page)
}

fn everything_opens_in_a_frame_that_keeps_its_height(browser: &mut Browser) -> Done {
    for height in [300, 650, 3000] {
        let page = guest(
            browser,
            "",
            "scrolling=no",
            Room::Kept(height),
            Reader::DESK,
        )?;
        page.click(".masthead h1")?;
        for opener in openers(&page)?.into_iter().step_by(3) {
            // Frames may be lower than a mark, so that its middle and ends are not in them at once:
            // its label is what is clicked.
            let label = if opener.starts_with("svg.strip") {
                " .label-title"
            } else {
                ""
            };
            let seen = format!("{opener}{label}");
            if height == 300 {
                page.focus(&opener)?
            } else {
                page.bring_into_sight(&seen)?
            };
            let open = || {
                if height == 300 {
                    page.press(Key::Enter)
                } else {
                    page.click(&seen)
                }
            };
            ensure_opens_in_sight(&page, &opener, open)
                .with_context(|| format!("by `{opener}` in {height} px"))?;
        }
        ensure_quiet(&page)?;
    }
    Ok(())
}

/// Leaves the article and comes back to it; true when the engine had kept it as it was, null when
/// it never came back.
fn comes_back_kept(page: &Page) -> Result<bool> {
    page.leave_frames()?;
    page.back_to_page()?;
    page.wait_until("document.title === 'Before'")?;
    page.forward_to_page()?;
    page.wait_until(
        "document.title === 'An article' && document.readyState === 'complete' && window.persisted !== null",
    )?;
    page.js("window.persisted")
}

/// An article that is reached from another page, as readers do.
fn article_after_another<'b>(browser: &'b mut Browser, framed: &str) -> Result<Page<'b>> {
    let address = browser.serve(Manner::watched().policy(STRICT))?.url(framed);
    let page = browser.visit_guest(&address, "", Room::Grown, Reader::DESK)?;
    page.leave_frames()?;
    let article: String = page.js("location.href")?;
    let before = article.replace("host.html", "before.html");
    page.goto(&before)?;
    page.goto(&article)?;
    page.enter_guest(Room::Grown)?;
    Ok(page)
}

fn ten_selections_leave_one_step_back_to_leave_the_article(browser: &mut Browser) -> Done {
    let page = article_after_another(browser, STORY)?;
    let before: usize = page.around("history.length")?;
    for opener in openers(&page)?.into_iter().step_by(2).take(10) {
        page.click(&opener)?;
        page.wait_for(&opened(&opener))?;
        page.press(Key::Escape)?;
        page.wait_gone(&opened(&opener))?;
    }
    let after: usize = page.around("history.length")?;
    ensure!(
        before == after,
        "the history had {before} entries and has {after}"
    );
    let kept = comes_back_kept(&page)?;
    // The same article without our page in it tells whether this engine keeps pages under WebDriver
    // at all.
    page.js::<()>("void document.querySelector('iframe').remove()")?;
    let plain = comes_back_kept(&page)?;
    ensure!(
        kept || !plain,
        "the article was kept without our page in it, and not with it"
    );
    Ok(())
}

fn the_wheel_over_timeline_and_map_scrolls_the_article(browser: &mut Browser) -> Done {
    if browser.engine == Engine::WebKit {
        // Its driver turns no wheel.
        return Ok(());
    }
    let page = guest(browser, "", "", Room::Grown, Reader::DESK)?;
    for part in ["svg.map.is-wide", "svg.strip", "#event-remarks"] {
        page.js::<()>(&format!(
            "void document.querySelector({}).scrollIntoView({{ block: 'center', behavior: 'instant' }})",
            json!(part)
        ))?;
        let x: f64 = page.js(&format!(
            "(({{ left, width }}) => left + width / 2)(document.querySelector({}).getBoundingClientRect())",
            json!(part)
        ))?;
        let before: f64 = page.around("scrollY")?;
        page.leave_frames()?;
        (0..8).try_for_each(|_| page.wheel(Point { x, y: 450.0 }, 100))?;
        // Engines round a scroll position to their own fractions of a pixel.
        page.wait_until(&format!("Math.abs(scrollY - {before} - 800) <= 1"))
            .with_context(|| format!("over `{part}`"))?;
        page.enter_frame("iframe")?;
    }
    Ok(())
}

fn escape_in_a_frame_with_nothing_open_is_left_alone(browser: &mut Browser) -> Done {
    let page = guest(browser, "", "", Room::Grown, Reader::DESK)?;
    page.click(".masthead h1")?;
    page.js::<()>(
        "void addEventListener('keydown', ({ key, defaultPrevented }) => window.heard = [key, defaultPrevented])",
    )?;
    page.press(Key::Escape)?;
    page.wait_until("JSON.stringify(window.heard) === '[\"Escape\",false]'")
}

fn ways_inside_a_frame_of_fixed_height_scroll_only_inside(browser: &mut Browser) -> Done {
    let page = guest(browser, "", "", Room::Kept(700), Reader::DESK)?;
    page.bring_into_sight(".ways a")?;
    let before = page.stillness()?;
    for part in ["timeline", "map", "actors", "text"] {
        page.js::<()>("void (document.querySelector('#standpoint').scrollTop = 0)")?;
        page.click(&format!(".ways a[href='#{part}']"))?;
        page.wait_until(&format!("document.activeElement.id === '{part}'"))?;
        page.wait_until(&format!(
            "Math.abs(document.querySelector('#{part}').getBoundingClientRect().top) < 130"
        ))
        .with_context(|| format!("#{part}"))?;
        page.ensure_still(before)?;
    }
    page.click(".grounds a[href='#passage-s1']")?;
    page.wait_until(
        "(({ top }) => top >= 0 && top < innerHeight)(document.querySelector('#passage-s1').getBoundingClientRect())",
    )?;
    page.wait_until("document.activeElement.id === 'passage-s1'")?;
    let length: usize = page.around("history.length")?;
    ensure!(
        length == before.0,
        "the history had {} entries and has {length}",
        before.0
    );
    Ok(())
}

/// WebKit's driver itself gives the focus to any frame that is entered, also to one without our
/// page, so nothing can be told there.
pub fn ensure_host_has_the_focus(page: &Page) -> Done {
    if page.session.engine == Engine::WebKit {
        return Ok(());
    }
    let focus: String = page.around("document.activeElement.tagName")?;
    ensure!(focus == "BODY", "the focus is in {focus}");
    Ok(())
}

fn a_link_into_the_frame_opens_what_it_names_and_leaves_the_focus(browser: &mut Browser) -> Done {
    for (fragment, opened) in [
        ("#e=remarks", ".event-panel:not([hidden])"),
        ("#a=china", "#actor-china[open]"),
        ("#event-remarks", ".event-panel:not([hidden])"),
        (
            "#e=remarks#?secret=a1b2c3d4e5",
            ".event-panel:not([hidden])",
        ),
        ("#pick=actor-china&map=positions", "#actor-china[open]"),
        (
            "?childId=x&parentUrl=https%3A%2F%2Fnews.example%2Fwar%23a%3Dnato#a=china",
            "#actor-china[open]",
        ),
    ] {
        let page = guest(browser, fragment, "", Room::Grown, Reader::DESK)?;
        page.wait_for(opened).with_context(|| fragment.to_owned())?;
        page.wait_in_sight(opened)
            .with_context(|| fragment.to_owned())?;
        // To the id of an element the browser itself leads, with scrolling and focus.
        if fragment.contains('=') {
            ensure_host_has_the_focus(&page).with_context(|| fragment.to_owned())?;
        }
    }
    for fragment in ["#?secret=a1b2c3d4e5", "#amp=1", "#e=nobody"] {
        let page = guest(browser, fragment, "", Room::Grown, Reader::DESK)?;
        ensure!(
            page.count(".card.is-picked")? == 0,
            "{fragment} opens something"
        );
    }
    Ok(())
}

fn a_link_on_the_article_reaches_the_frame_as_pym_tells_it(browser: &mut Browser) -> Done {
    for fragment in ["", "#?secret=a1b2c3d4e5"] {
        let query = format!(
            "?childId=x&parentUrl=https%3A%2F%2Fnews.example%2Fwar%23e%3Dremarks{fragment}"
        );
        let page = guest(browser, &query, "", Room::Grown, Reader::DESK)?;
        page.wait_for(".event-panel:not([hidden])")?;
        page.wait_for("#event-remarks.is-picked")?;
    }
    Ok(())
}

fn a_link_out_opens_a_window_or_shows_its_address(browser: &mut Browser) -> Done {
    let link = ".references a[target=_blank]";
    for (frame, opens) in [
        ("sandbox='allow-scripts'", 0),
        ("sandbox='allow-scripts allow-popups'", 1),
        ("", 1),
    ] {
        // Without a header policy, which WebKit does not understand in a sandbox.
        let address = browser.serve(Manner::watched())?.url(STORY);
        let page = browser.visit_guest(&address, frame, Room::Grown, Reader::DESK)?;
        // No test asks another host: the address is of a port where nobody listens.
        page.js::<()>(&format!(
            "void document.querySelector({}).setAttribute('href', 'http://127.0.0.1:9/source')",
            json!(link)
        ))?;
        page.bring_into_sight(link)?;
        let before = page.stillness()?;
        page.click(link)?;
        if opens == 0 {
            page.wait_for(".event-panel .address")?;
            page.wait_in_sight(".event-panel")?;
            page.wait_until("document.activeElement.value === 'http://127.0.0.1:9/source'")?;
            page.press(Key::Escape)?;
            page.wait_gone(".event-panel:not([hidden])")?;
        }
        page.ensure_still(before)?;
        ensure!(
            page.count("#standpoint[data-state='hydrated']")? == 1,
            "the page is gone"
        );
        page.leave_frames()?;
        let opened = page.windows_opened()?;
        ensure!(
            opened == opens,
            "{opened} windows opened in a frame with `{frame}`"
        );
    }
    Ok(())
}

fn as_a_page_of_its_own_an_event_opens_no_panel(browser: &mut Browser) -> Done {
    let page = browser.visit(STORY, Reader::DESK)?;
    page.hydrated()?;
    page.click(".mention[href='#event-remarks']")?;
    page.wait_for("#event-remarks.is-picked")?;
    ensure!(
        page.count(".event-panel[hidden]:empty")? == 1,
        "the panel of frames is open"
    );
    let targets = page.count("a[href^=http]:not([target=_blank][rel='noopener noreferrer'])")?;
    ensure!(
        targets == 0,
        "{targets} links out take the place of this page"
    );
    Ok(())
}

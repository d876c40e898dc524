//! The page in a frame of an article on another host: what opens is visible, and nothing scrolls or
//! navigates the host.

use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Context, Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::engine::Engine;
use browser::guest::FrameHeight;
use browser::page::{Key, Page, Point};
use browser::reader::Reader;
use browser::site::ServeOptions;
use serde_json::json;

pub const ALL: &[Behaviour] = behaviours![
    in_a_frame_what_opens_by_mouse_is_visible,
    in_a_frame_what_opens_by_keyboard_is_visible,
    everything_opens_in_a_frame_of_fixed_height,
    after_ten_picks_one_step_back_leaves_the_article,
    the_wheel_over_timeline_and_map_scrolls_the_article,
    escape_in_a_frame_with_nothing_open_is_left_alone,
    links_in_a_frame_of_fixed_height_scroll_only_inside,
    a_link_into_the_frame_opens_its_pick_without_the_focus,
    a_link_on_the_article_reaches_the_frame_through_pym,
    a_link_out_opens_a_window_or_shows_its_address,
    as_a_page_of_its_own_an_event_opens_no_panel,
];

pub const STORY: &str = "security-guarantees/index.html";

/// Opens an article on another host that embeds the page, which keeps its own policy.
pub fn guest<'b>(
    browser: &'b mut Browser,
    more: &str,
    frame: &str,
    frame_height: FrameHeight,
    reader: Reader,
) -> Result<Page<'b>> {
    let address = browser.serve(ServeOptions::strict())?.url(STORY);
    browser.visit_guest(&format!("{address}{more}"), frame, frame_height, reader)
}

/// The links of every visible actor and event: in the figures, or in the list if there is no strip.
fn openers(page: &Page) -> Result<Vec<String>> {
    let all: Vec<String> = page.eval(
        "['svg.map a.node', 'svg.strip a.mark', '.event-title > a'].flatMap(css => \
         [...document.querySelectorAll(css)].filter(one => one.checkVisibility())
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

/// The selector of the card or panel that a link opens.
fn opened(opener: &str) -> String {
    match opener.split_once("[href='") {
        Some((_, actor)) if actor.starts_with("#actor-") => {
            format!("{}.card[open]", actor.trim_end_matches("']"))
        }
        _ => ".event-panel:not([hidden])".to_owned(),
    }
}

fn ensure_opens_visibly(page: &Page, opener: &str, open: impl Fn() -> TestResult) -> TestResult {
    let before = page.scroll_state()?;
    open()?;
    let opened = opened(opener);
    page.wait_for(&opened)?;
    page.wait_in_view(&opened)?;
    page.wait_until(&format!(
        "!!document.activeElement?.closest({})",
        json!(opened)
    ))?;
    page.ensure_unmoved(before)?;
    page.press(Key::Escape)?;
    page.wait_gone(&opened)?;
    page.ensure_unmoved(before)
}

fn in_a_frame_what_opens_by_mouse_is_visible(browser: &mut Browser) -> TestResult {
    let page = guest(browser, "", "", FrameHeight::Resized, Reader::DESKTOP)?;
    for opener in openers(&page)? {
        page.scroll_into_view(&opener)?;
        ensure_opens_visibly(&page, &opener, || page.click(&opener))
            .with_context(|| format!("by `{opener}`"))?;
    }
    ensure_quiet(&page)
}

fn in_a_frame_what_opens_by_keyboard_is_visible(browser: &mut Browser) -> TestResult {
    let page = guest(browser, "", "", FrameHeight::Resized, Reader::PHONE)?;
    page.click(".masthead h1")?;
    for opener in openers(&page)? {
        page.focus(&opener)?;
        ensure_opens_visibly(&page, &opener, || page.press(Key::Enter))
            .with_context(|| format!("by `{opener}`"))?;
        page.wait_until(&format!(
            "!!document.activeElement?.matches({})",
            json!(opener)
        ))?;
    }
    ensure_quiet(&page)
}

fn everything_opens_in_a_frame_of_fixed_height(browser: &mut Browser) -> TestResult {
    for height in [300, 650, 3000] {
        let page = guest(
            browser,
            "",
            "scrolling=no",
            FrameHeight::Fixed(height),
            Reader::DESKTOP,
        )?;
        page.click(".masthead h1")?;
        for opener in openers(&page)?.into_iter().step_by(3) {
            // A frame may be lower than a mark, whose middle is then outside: clicks the mark's
            // label instead.
            let label = if opener.starts_with("svg.strip") {
                " .label-title"
            } else {
                ""
            };
            let target = format!("{opener}{label}");
            if height == 300 {
                page.focus(&opener)?
            } else {
                page.scroll_into_view(&target)?
            };
            let open = || {
                if height == 300 {
                    page.press(Key::Enter)
                } else {
                    page.click(&target)
                }
            };
            ensure_opens_visibly(&page, &opener, open)
                .with_context(|| format!("by `{opener}` in {height} px"))?;
        }
        ensure_quiet(&page)?;
    }
    Ok(())
}

/// Leaves the article and returns to it. The result is whether the engine restored it from its
/// cache.
fn returns_from_cache(page: &Page) -> Result<bool> {
    page.leave_frames()?;
    page.back_to_page()?;
    page.wait_until("document.title === 'Before'")?;
    page.forward_to_page()?;
    page.wait_until(
        "document.title === 'An article' && document.readyState === 'complete' && \
         window.persisted !== null",
    )?;
    page.eval("window.persisted")
}

/// Opens an article from another page, like readers do.
fn article_after_another<'b>(browser: &'b mut Browser, framed: &str) -> Result<Page<'b>> {
    let address = browser.serve(ServeOptions::strict())?.url(framed);
    let page = browser.visit_guest(&address, "", FrameHeight::Resized, Reader::DESKTOP)?;
    page.leave_frames()?;
    let article: String = page.eval("location.href")?;
    let before = article.replace("host.html", "before.html");
    page.goto(&before)?;
    page.goto(&article)?;
    page.enter_guest(FrameHeight::Resized)?;
    Ok(page)
}

fn after_ten_picks_one_step_back_leaves_the_article(browser: &mut Browser) -> TestResult {
    let page = article_after_another(browser, STORY)?;
    let before: usize = page.in_host("history.length")?;
    for opener in openers(&page)?.into_iter().step_by(2).take(10) {
        page.click(&opener)?;
        page.wait_for(&opened(&opener))?;
        page.press(Key::Escape)?;
        page.wait_gone(&opened(&opener))?;
    }
    let after: usize = page.in_host("history.length")?;
    ensure!(
        before == after,
        "the history had {before} entries and has {after}"
    );
    let kept = returns_from_cache(&page)?;
    // The same article without our page shows whether this engine caches pages under WebDriver.
    page.eval::<()>("void document.querySelector('iframe').remove()")?;
    let plain = returns_from_cache(&page)?;
    ensure!(
        kept || !plain,
        "the article was kept without our page in it, and not with it"
    );
    Ok(())
}

fn the_wheel_over_timeline_and_map_scrolls_the_article(browser: &mut Browser) -> TestResult {
    if browser.engine == Engine::WebKit {
        // WebKitGTK's driver has no wheel.
        return Ok(());
    }
    let page = guest(browser, "", "", FrameHeight::Resized, Reader::DESKTOP)?;
    for part in ["svg.map.is-wide", "svg.strip", "#event-remarks"] {
        page.eval::<()>(&format!(
            "void document.querySelector({}).scrollIntoView({{ block: 'center', \
             behavior: 'instant' }})",
            json!(part)
        ))?;
        let x: f64 = page.eval(&format!(
            "(({{ left, width }}) => left + width / 2)(document.querySelector({})\
             .getBoundingClientRect())",
            json!(part)
        ))?;
        let before: f64 = page.in_host("scrollY")?;
        page.leave_frames()?;
        (0..8).try_for_each(|_| page.wheel(Point { x, y: 450.0 }, 100))?;
        // Engines round a scroll position to their own fractions of a pixel.
        page.wait_until(&format!("Math.abs(scrollY - {before} - 800) <= 1"))
            .with_context(|| format!("over `{part}`"))?;
        page.enter_frame("iframe")?;
    }
    Ok(())
}

fn escape_in_a_frame_with_nothing_open_is_left_alone(browser: &mut Browser) -> TestResult {
    let page = guest(browser, "", "", FrameHeight::Resized, Reader::DESKTOP)?;
    page.click(".masthead h1")?;
    page.eval::<()>(
        "void addEventListener('keydown', ({ key, defaultPrevented }) => window.heard = [key, \
         defaultPrevented])",
    )?;
    page.press(Key::Escape)?;
    page.wait_until("JSON.stringify(window.heard) === '[\"Escape\",false]'")
}

fn links_in_a_frame_of_fixed_height_scroll_only_inside(browser: &mut Browser) -> TestResult {
    let page = guest(browser, "", "", FrameHeight::Fixed(700), Reader::DESKTOP)?;
    page.scroll_into_view(".ways a")?;
    let before = page.scroll_state()?;
    for part in ["timeline", "map", "actors", "text"] {
        page.eval::<()>("void (document.querySelector('#standpoint').scrollTop = 0)")?;
        page.click(&format!(".ways a[href='#{part}']"))?;
        page.wait_until(&format!("document.activeElement.id === '{part}'"))?;
        page.wait_until(&format!(
            "Math.abs(document.querySelector('#{part}').getBoundingClientRect().top) < 130"
        ))
        .with_context(|| format!("#{part}"))?;
        page.ensure_unmoved(before)?;
    }
    page.click(".grounds a[href='#passage-s1']")?;
    page.wait_until(
        "(({ top }) => top >= 0 && top < innerHeight)(document.querySelector('#passage-s1')\
         .getBoundingClientRect())",
    )?;
    page.wait_until("document.activeElement.id === 'passage-s1'")?;
    let length: usize = page.in_host("history.length")?;
    ensure!(
        length == before.history_length,
        "the history had {} entries and has {length}",
        before.history_length
    );
    Ok(())
}

/// The host's page has the focus. WebKit's driver is exempt: it focuses every frame that it enters.
pub fn ensure_host_has_the_focus(page: &Page) -> TestResult {
    if page.session.engine == Engine::WebKit {
        return Ok(());
    }
    let focus: String = page.in_host("document.activeElement.tagName")?;
    ensure!(focus == "BODY", "the focus is in {focus}");
    Ok(())
}

fn a_link_into_the_frame_opens_its_pick_without_the_focus(browser: &mut Browser) -> TestResult {
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
        let page = guest(browser, fragment, "", FrameHeight::Resized, Reader::DESKTOP)?;
        page.wait_for(opened).with_context(|| fragment.to_owned())?;
        page.wait_in_view(opened)
            .with_context(|| fragment.to_owned())?;
        // A fragment that is an element's id makes the browser itself scroll and move the focus.
        if fragment.contains('=') {
            ensure_host_has_the_focus(&page).with_context(|| fragment.to_owned())?;
        }
    }
    for fragment in ["#?secret=a1b2c3d4e5", "#amp=1", "#e=nobody"] {
        let page = guest(browser, fragment, "", FrameHeight::Resized, Reader::DESKTOP)?;
        ensure!(
            page.count(".card.is-picked")? == 0,
            "{fragment} opens something"
        );
    }
    Ok(())
}

fn a_link_on_the_article_reaches_the_frame_through_pym(browser: &mut Browser) -> TestResult {
    for fragment in ["", "#?secret=a1b2c3d4e5"] {
        let query = format!(
            "?childId=x&parentUrl=https%3A%2F%2Fnews.example%2Fwar%23e%3Dremarks{fragment}"
        );
        let page = guest(browser, &query, "", FrameHeight::Resized, Reader::DESKTOP)?;
        page.wait_for(".event-panel:not([hidden])")?;
        page.wait_for("#event-remarks.is-picked")?;
    }
    Ok(())
}

fn a_link_out_opens_a_window_or_shows_its_address(browser: &mut Browser) -> TestResult {
    let link = ".references a[target=_blank]";
    for (frame, opens) in [
        ("sandbox='allow-scripts'", 0),
        ("sandbox='allow-scripts allow-popups'", 1),
        ("", 1),
    ] {
        // No policy in the header, because WebKit misreads it in a sandbox.
        let address = browser.serve(ServeOptions::watched())?.url(STORY);
        let page = browser.visit_guest(&address, frame, FrameHeight::Resized, Reader::DESKTOP)?;
        // Tests make no request to another host: nothing listens at this port.
        page.eval::<()>(&format!(
            "void document.querySelector({}).setAttribute('href', 'http://127.0.0.1:9/source')",
            json!(link)
        ))?;
        page.scroll_into_view(link)?;
        let before = page.scroll_state()?;
        page.click(link)?;
        if opens == 0 {
            page.wait_for(".event-panel .address")?;
            page.wait_in_view(".event-panel")?;
            page.wait_until("document.activeElement.value === 'http://127.0.0.1:9/source'")?;
            page.press(Key::Escape)?;
            page.wait_gone(".event-panel:not([hidden])")?;
        }
        page.ensure_unmoved(before)?;
        ensure!(
            page.count("#standpoint[data-state='hydrated']")? == 1,
            "the page is gone"
        );
        page.leave_frames()?;
        let opened = page.close_other_windows()?;
        ensure!(
            opened == opens,
            "{opened} windows opened in a frame with `{frame}`"
        );
    }
    Ok(())
}

fn as_a_page_of_its_own_an_event_opens_no_panel(browser: &mut Browser) -> TestResult {
    let page = browser.visit(STORY, Reader::DESKTOP)?;
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

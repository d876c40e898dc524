//! The height layer: when it sends messages, whom it listens to, and what it does if the host does
//! not answer.

use crate::parents::{STORY, ensure_follows_click, height_if_fitting, news};
use crate::{Behaviour, behaviours};
use anyhow::{Context, Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::engine::Engine;
use browser::page::{Key, Page, Point};
use browser::reader::Reader;
use browser::site::{ServeOptions, Wasm};
use std::time::Duration;

pub const ALL: &[Behaviour] = behaviours![
    a_page_of_its_own_has_no_mark,
    every_protocol_sends_the_hosts_identifiers,
    the_height_is_right_before_the_frame_is_visible,
    no_message_is_sent_while_nothing_changes,
    a_hidden_frame_sends_no_height_until_it_is_shown,
    only_the_host_is_heard,
    a_page_without_its_program_follows_too,
    a_frame_of_fixed_height_scrolls_inside,
    a_frame_that_is_resized_late_returns_to_its_full_height,
];

/// Collects the frame's messages in `heard`; `heights()` are those of our own protocol.
const EARS: &str = "<script>
    window.heard = [];
    addEventListener('message', ({ data }) => heard.push(data));
    window.heights = () => heard.filter(one => one.standpoint === 1 && one.type === 'height')\
        .map(one => one.height);
    </script>";

/// The simplest listener: resizes the frame.
const GROW: &str = "<script>addEventListener('message', ({ data }) => {
    if (data.type === 'embed-size') document.querySelector('iframe').height = data.height;
    })</script>";

fn site() -> ServeOptions {
    ServeOptions::strict()
}

fn host<'b>(
    browser: &'b mut Browser,
    site: ServeOptions,
    head: &str,
    body: &str,
) -> Result<Page<'b>> {
    let url = browser.serve(site)?.url(STORY);
    browser.visit_parent(news(&format!("{EARS}{head}"), body, &url), Reader::DESKTOP)
}

/// Waits for this time in the host's page, to observe that something does not happen.
fn wait_ms(page: &Page, milliseconds: u32) -> TestResult {
    page.eval::<()>(&format!(
        "void (window.passed = false, setTimeout(() => window.passed = true, {milliseconds}))"
    ))?;
    page.wait_until("passed")
}

fn a_page_of_its_own_has_no_mark(browser: &mut Browser) -> TestResult {
    let page = browser.visit(STORY, Reader::DESKTOP)?;
    page.hydrated()?;
    ensure!(
        page.count("[data-embed]")? == 0,
        "a page of its own is marked as embedded"
    );
    Ok(())
}

fn every_protocol_sends_the_hosts_identifiers(browser: &mut Browser) -> TestResult {
    let frame = "<iframe src='{url}?childId=chart-1&k=key1#event-remarks#?secret=aBc123' \
                 width=640></iframe>";
    let page = host(browser, site(), "", frame)?;
    let greetings = "frames[0].postMessage('[iFrameSizer]frame7:8:false:false:32:true:true', \
                     '*'); frames[0].postMessage({ message: 'ready', secret: 'xYz789' }, '*');";
    page.wait_until("heights().length > 0")?;
    for (form, test) in [
        (
            "AMP and frames",
            "one.sentinel === 'amp' && one.type === 'embed-size' && one.height > 1000",
        ),
        (
            "Datawrapper",
            "one['datawrapper-height']?.['security-guarantees'] > 1000",
        ),
        (
            "WordPress",
            "one.message === 'height' && one.value > 1000 && one.secret === 'aBc123'",
        ),
        (
            "the Guardian",
            "text(one)?.type === 'set-height' && text(one).value > 1000",
        ),
        (
            "Embedly",
            "text(one)?.context === 'iframe.resize' && \
             text(one).src === document.querySelector('iframe').src",
        ),
        (
            "Arc XP",
            "text(one)?.action === 'ready' && text(one).key === 'key1' && \
             text(one).data.height > 1000",
        ),
        (
            "pym",
            "/^pymxPYMxchart-1xPYMxheightxPYMx\\d{4,}$/.test(one)",
        ),
        (
            "open-iframe-resizer",
            "one.type === 'iframe-resized' && one.height > 1000 && one.width === 640",
        ),
        (
            "iframe-resizer's first",
            "/^\\[iFrameSizer\\]frame7:\\d{4,}:640:init$/.test(one)",
        ),
        (
            "iframe-resizer",
            "/^\\[iFrameSizer\\]frame7:\\d{4,}:640:resizeObserver$/.test(one)",
        ),
        (
            "WordPress, by its greeting",
            "one.message === 'height' && one.secret === 'xYz789'",
        ),
    ] {
        if form == "iframe-resizer's first" {
            page.eval::<()>(&format!("void (() => {{ {greetings} }})()"))?;
        }
        let text =
            "const text = one => { try { return JSON.parse(one) } catch (error) { return null } };";
        page.wait_until(&format!(
            "(() => {{ {text} return heard.some(one => {test}) }})()"
        ))
        .with_context(|| format!("nothing in the form of {form}"))?;
    }
    let empty: usize = page
        .eval("heard.filter(one => one === null || one.height === 0 || one.value === 0).length")?;
    ensure!(empty == 0, "{empty} messages say nothing");
    Ok(())
}

/// The frame is far below the viewport, where Chromium paints nothing, and its program loads late.
fn the_height_is_right_before_the_frame_is_visible(browser: &mut Browser) -> TestResult {
    let filler = "<p style='block-size: 6000px'>News</p>";
    let pym = "<script src='/npm/pym.js/dist/pym.v1.js'></script><div id=one></div>\
               <script>new pym.Parent('one', '{url}', {})</script>";
    let frames = "<script src='/npm/@newswire/frames/dist/frames.umd.js'></script>\
                  <div data-frame-src='{url}'></div>
        <script>newswireFrames.autoInitFrames()</script>";
    for parent in [pym, frames] {
        let late = site().wasm(Wasm::Delayed(Duration::from_millis(900)));
        let page = host(browser, late, "", &format!("{filler}{parent}"))?;
        page.enter_frame("iframe")?;
        page.hydrated()?;
        ensure_host_fits(&page, "when the program has come")?;
        page.eval::<()>("void (document.querySelector('.how').open = true)")?;
        ensure_host_fits(&page, "when it has grown")?;
        page.leave_frames()?;
        let state: (f64, bool) = page.eval(
            "[scrollY, document.querySelector('iframe').getBoundingClientRect().top > innerHeight]",
        )?;
        ensure!(
            state == (0.0, true),
            "the host was scrolled, or the frame is on screen: {state:?}"
        );
        wait_ms(&page, 1300)?;
        page.enter_frame("iframe")?;
        page.wait_for("[data-embed='auto']")
            .context("a frame that has grown off screen")?;
    }
    Ok(())
}

/// The frame has the height of its content. Reads the frame's height from the host's page, because
/// off screen the inner window may learn of it late.
fn ensure_host_fits(page: &Page, when: &str) -> TestResult {
    let content: f64 =
        page.eval("document.querySelector('.explainer').getBoundingClientRect().bottom + scrollY")?;
    page.leave_frames()?;
    page.wait_until(&format!(
        "Math.abs(document.querySelector('iframe').clientHeight - {content}) <= 2"
    ))
    .with_context(|| format!("{when}, the content is {content} px high and the frame is not"))?;
    page.enter_frame("iframe")
}

fn no_message_is_sent_while_nothing_changes(browser: &mut Browser) -> TestResult {
    let page = host(
        browser,
        site(),
        GROW,
        "<iframe src='{url}' width=640></iframe>",
    )?;
    page.enter_frame("iframe")?;
    page.hydrated()?;
    ensure_follows_click(&page)?;
    page.leave_frames()?;
    let before: Vec<u32> = page.eval("heights()")?;
    wait_ms(&page, 5000)?;
    let after: Vec<u32> = page.eval("heights()")?;
    ensure!(
        after.len() <= before.len() + 2,
        "in 5 s without a change: {before:?}, then {after:?}"
    );
    // The page repeats its height after loading, for hosts that start to listen late. Every other
    // message reports a change.
    let repeated = after.windows(2).filter(|pair| pair[0] == pair[1]).count();
    ensure!(repeated <= 1, "repeated {repeated} times: {after:?}");
    Ok(())
}

fn a_hidden_frame_sends_no_height_until_it_is_shown(browser: &mut Browser) -> TestResult {
    let hidden = "<div id=tab hidden><iframe src='{url}' width=640></iframe></div>";
    let page = host(browser, site(), GROW, hidden)?;
    page.enter_frame("iframe")?;
    page.hydrated()?;
    page.leave_frames()?;
    wait_ms(&page, 1500)?;
    let sent: usize = page.eval("heights().length")?;
    ensure!(sent == 0, "a hidden frame has sent its height {sent} times");
    page.enter_frame("iframe")?;
    ensure!(
        page.count("[data-embed='auto']")? == 1,
        "a hidden frame scrolls inside itself"
    );
    page.leave_frames()?;
    page.eval::<()>("void (document.querySelector('#tab').hidden = false)")?;
    page.enter_frame("iframe")?;
    ensure_follows_click(&page)
}

/// A sibling frame can reach our window too.
fn only_the_host_is_heard(browser: &mut Browser) -> TestResult {
    let beside = "<iframe src='{url}' width=640></iframe><iframe srcdoc=\"<script>
        parent.frames[0].postMessage('[iFrameSizer]intruder:8:false:false:32:true:true', '*');
        parent.frames[0].postMessage({ message: 'ready', secret: 'intruder' }, '*');
        parent.said = true;
        </script>\"></iframe>";
    let page = host(browser, site(), "", beside)?;
    page.wait_until("window.said && heights().length > 0")?;
    page.eval::<()>(
        "void frames[0].postMessage('[iFrameSizer]host:8:false:false:32:true:true', '*')",
    )?;
    page.wait_until("heard.some(one => String(one).startsWith('[iFrameSizer]host:'))")?;
    let heard: usize =
        page.eval("heard.filter(one => (JSON.stringify(one) ?? '').includes('intruder')).length")?;
    ensure!(heard == 0, "answered a frame beside it");
    Ok(())
}

/// Boot restores a copy of the root if the program fails; the layer finds the copy.
fn a_page_without_its_program_follows_too(browser: &mut Browser) -> TestResult {
    for wasm in [Wasm::Missing, Wasm::Corrupt] {
        let broken = site().wasm(wasm).without("/classic-");
        let page = host(
            browser,
            broken,
            GROW,
            "<iframe src='{url}' width=640></iframe>",
        )?;
        page.enter_frame("iframe")?;
        page.failed()?;
        ensure_follows_click(&page)?;
    }
    Ok(())
}

/// Records which events and actors have been on screen.
const WATCH: &str = "void (() => {
    const shown = new Set();
    const watch = new IntersectionObserver(all => all.forEach(one => one.isIntersecting && \
        shown.add(one.target.id)));
    const all = [...document.querySelectorAll('[id^=event-], [id^=actor-]')].filter(one => \
        one.checkVisibility());
    all.forEach(one => watch.observe(one));
    window.unseen = () => all.map(one => one.id).filter(id => !shown.has(id));
    document.querySelector('#standpoint').scrollTop = 0;
    })()";

const AT_THE_END: &str = "(root => root.scrollTop + root.clientHeight > root.scrollHeight - 2)\
                          (document.querySelector('#standpoint'))";

fn a_frame_of_fixed_height_scrolls_inside(browser: &mut Browser) -> TestResult {
    for height in [300, 400, 650] {
        let frame =
            format!("<iframe src='{{url}}' width=640 height={height} scrolling=no></iframe>");
        let engine = browser.engine;
        let page = host(browser, site(), "", &frame)?;
        page.enter_frame("iframe")?;
        page.hydrated()?;
        page.wait_for("[data-embed='contained']")?;
        let inner: i64 = page.eval("innerHeight")?;
        ensure!(
            inner == height,
            "the frame is {inner} px high, not {height}"
        );
        // WebKitGTK's driver has no wheel.
        if engine != Engine::WebKit {
            ensure_scrolls_to_all(&page, "the wheel", |page| {
                page.wheel(Point { x: 300.0, y: 150.0 }, height * 7 / 10)
            })?;
        }
        page.click(".how > summary")?;
        page.wait_for(".how[open]")?;
        ensure_scrolls_to_all(&page, "the keyboard", |page| page.press(Key::PageDown))?;
        page.leave_frames()?;
        let asked: i64 = page.eval("heights().at(-1)")?;
        ensure!(asked > 1000, "a contained page asks for {asked} px");
    }
    Ok(())
}

/// Scrolls step by step to the end; every event and actor has been on screen by then.
fn ensure_scrolls_to_all(page: &Page, how: &str, step: impl Fn(&Page) -> TestResult) -> TestResult {
    page.eval::<()>(WATCH)?;
    page.painted()?;
    let mut steps = 0;
    while !page.eval::<bool>(AT_THE_END)? {
        ensure!(steps < 300, "{how} does not come to the end");
        steps += 1;
        step(page)?;
        page.painted()?;
    }
    page.painted()?;
    let unseen: Vec<String> = page.eval("unseen()")?;
    ensure!(unseen.is_empty(), "{how} has not reached {unseen:?}");
    Ok(())
}

fn a_frame_that_is_resized_late_returns_to_its_full_height(browser: &mut Browser) -> TestResult {
    let page = host(
        browser,
        site(),
        "",
        "<iframe src='{url}' width=640 height=400></iframe>",
    )?;
    page.enter_frame("iframe")?;
    page.hydrated()?;
    page.wait_for("[data-embed='contained']")?;
    page.leave_frames()?;
    page.eval::<()>(
        "void (() => {
            const grow = () => document.querySelector('iframe').height = heights().at(-1);
            addEventListener('message', grow);
            grow();
        })()",
    )?;
    page.enter_frame("iframe")?;
    page.wait_for("[data-embed='auto']")?;
    height_if_fitting(&page)?;
    ensure_follows_click(&page)?;
    page.leave_frames()?;
    page.eval::<()>("void (document.querySelector('iframe').style.height = '500px')")?;
    page.enter_frame("iframe")?;
    page.wait_for("[data-embed='contained']")
        .context("a frame that was made small again")
}

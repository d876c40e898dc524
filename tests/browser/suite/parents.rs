//! The height layer in the pages of newsrooms: with the real packages of the parents' scripts, and
//! with listeners written by their documentation where no registry has them. The frame is as high
//! as its content and follows what a reader opens.

use crate::{Behaviour, behaviours};
use anyhow::{Context, Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::engine::Engine;
use browser::page::Page;
use browser::reader::Reader;
use browser::site::{Policy, ServeOptions};

pub const ALL: &[Behaviour] = behaviours![
    pym,
    pym_by_attribute,
    pym_with_a_sandbox,
    newswire_frames_made_by_their_script,
    newswire_frames_made_by_attribute,
    newswire_frames_observed_late,
    newswire_frames_with_a_sandbox,
    sidechain,
    iframe_resizer_4,
    iframe_resizer_4_with_a_sandbox,
    iframe_resizer_4_cannot_reach_a_sandbox_by_default,
    iframe_resizer_5,
    iframe_resizer_5_refuses_without_a_licence,
    iframe_resizer_5_cannot_reach_a_sandbox_by_default,
    open_iframe_resizer,
    open_iframe_resizer_in_its_legacy_mode,
    datawrapper,
    old_datawrapper_by_part_of_the_address,
    arena,
    embedly_and_infogram,
    guardian,
    dpa,
    three_frames_with_several_scripts,
];

/// The path of a story's page in the site.
pub const STORY: &str = "security-guarantees/index.html";
const FRAME: &str = "iframe";

/// A news page. `{url}` is the address of the explainer; the packages are under `/npm/`.
pub fn news(head: &str, body: &str, url: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><link rel=icon href='data:,'>\
         <title>A host</title>{head}</head>
            <body><h1>News</h1><div style='inline-size: 640px'>{body}</div><p>More news</p></body>\
                </html>"
    )
    .replace("{url}", url)
}

/// Opens a host's page with our explainer, which is of another site, sends no CORS headers and
/// keeps its strict policy.
pub fn parent<'b>(browser: &'b mut Browser, head: &str, body: &str) -> Result<Page<'b>> {
    let site = if body.contains("sandbox") {
        site_for_sandboxes(browser.engine)
    } else {
        ServeOptions::strict()
    };
    let url = browser.serve(site)?.url(STORY);
    browser.visit_parent(news(head, body, &url), Reader::DESKTOP)
}

/// A site with its strict policy in the header too. Not for WebKit, which in a sandbox matches
/// 'self' with nothing; only the page itself can work around that.
pub fn site_for_sandboxes(engine: Engine) -> ServeOptions {
    let options = ServeOptions::watched();
    if engine == Engine::WebKit {
        options
    } else {
        options.policy(Policy::Own)
    }
}

/// The height of the frame, if it equals its content's within 2 px and the page is laid out for
/// that. Runs inside the frame, whose window has the frame's size.
pub fn height_if_fitting(page: &Page) -> Result<i64> {
    page.wait_until(
        "document.documentElement.dataset.embed === 'auto' && (box => !!box && \
         box.height > 1000 && Math.abs(box.bottom + scrollY + box.inside - innerHeight) <= 2)\
         (((root) => {
            const box = root?.querySelector('.explainer')?.getBoundingClientRect();
            return box && { height: box.height, bottom: box.bottom, inside: root.scrollTop };
        })(document.querySelector('#standpoint')))",
    )
    .context("the frame is not as high as its content")?;
    page.eval("innerHeight")
}

/// The frame fits, grows when the reader opens something, and shrinks when they close it.
pub fn ensure_frame_follows(page: &Page, frame: &str) -> TestResult {
    page.enter_frame(frame)?;
    page.hydrated()?;
    ensure_follows_click(page)?;
    let own: Vec<String> = page.eval("__watch.console")?;
    ensure!(own.is_empty(), "our page says:\n  {}", own.join("\n  "));
    let breaches = page.policy_violations()?;
    ensure!(breaches.is_empty(), "against the policy: {breaches:?}");
    Ok(())
}

/// Opens and closes something, from within the frame.
pub fn ensure_follows_click(page: &Page) -> TestResult {
    let closed = height_if_fitting(page)?;
    page.click(".how > summary")?;
    page.wait_for(".how[open]")?;
    page.wait_until(&format!("innerHeight > {closed} + 40"))
        .context("the frame does not grow")?;
    height_if_fitting(page)?;
    page.click(".how > summary")?;
    page.wait_until(&format!("Math.abs(innerHeight - {closed}) <= 2"))
        .context("the frame does not shrink")?;
    height_if_fitting(page)?;
    page.wait_for("[data-embed='auto']")
}

/// The frame follows, and the host's console stays empty.
fn in_parent(browser: &mut Browser, head: &str, body: &str, frame: &str) -> TestResult {
    let page = parent(browser, head, body)?;
    ensure_frame_follows(&page, frame)?;
    let console = page.console()?;
    ensure!(
        console.is_empty(),
        "the console is not empty:\n  {}",
        console.join("\n  ")
    );
    Ok(())
}

/// For iframe-resizer, which writes advertisements and warnings into every host's console.
fn in_noisy_parent(browser: &mut Browser, head: &str, body: &str) -> TestResult {
    ensure_frame_follows(&parent(browser, head, body)?, FRAME)
}

// The real packages.

const PYM: &str = "<script src='/npm/pym.js/dist/pym.v1.js'></script>";

fn pym(browser: &mut Browser) -> TestResult {
    let body = "<div id=explainer></div><script>new pym.Parent('explainer', '{url}', {})</script>";
    in_parent(browser, PYM, body, FRAME)
}

fn pym_by_attribute(browser: &mut Browser) -> TestResult {
    in_parent(
        browser,
        "",
        &format!("<div data-pym-src='{{url}}'>Loading</div>{PYM}"),
        FRAME,
    )
}

fn pym_with_a_sandbox(browser: &mut Browser) -> TestResult {
    let body = "<div id=explainer></div><script>new pym.Parent('explainer', '{url}', \
                { sandbox: 'allow-scripts' })</script>";
    in_parent(browser, PYM, body, FRAME)
}

const FRAMES: &str = "<script src='/npm/@newswire/frames/dist/frames.umd.js'></script>";

fn newswire_frames_made_by_their_script(browser: &mut Browser) -> TestResult {
    let body = "<div id=explainer></div>\
                <script>newswireFrames.Framer(document.querySelector('#explainer'), \
                { src: '{url}' })</script>";
    in_parent(browser, FRAMES, body, FRAME)
}

fn newswire_frames_made_by_attribute(browser: &mut Browser) -> TestResult {
    let body = "<div data-frame-src='{url}'></div><script>newswireFrames.autoInitFrames()</script>";
    in_parent(browser, FRAMES, body, FRAME)
}

fn newswire_frames_observed_late(browser: &mut Browser) -> TestResult {
    let body = "<iframe src='{url}' width=640 height=200></iframe>
        <script>setTimeout(() => newswireFrames.observeIframe(document.querySelector('iframe')), \
            1200)</script>";
    in_parent(browser, FRAMES, body, FRAME)
}

fn newswire_frames_with_a_sandbox(browser: &mut Browser) -> TestResult {
    let body = "<div data-frame-src='{url}' data-frame-attribute-sandbox=allow-scripts></div>\
                <script>newswireFrames.autoInitFrames()</script>";
    in_parent(browser, FRAMES, body, FRAME)
}

fn sidechain(browser: &mut Browser) -> TestResult {
    let head = "<script src='/npm/@nprapps/sidechain/dist/sidechain.js'></script>";
    in_parent(
        browser,
        head,
        "<side-chain src='{url}'></side-chain>",
        "side-chain >>> iframe",
    )
}

const RESIZER_4: &str = "<script src='/npm/iframe-resizer/js/iframeResizer.js'></script>";
const SANDBOXED: &str = "<iframe sandbox=allow-scripts src='{url}' width=640></iframe>";
const PLAIN: &str = "<iframe src='{url}' width=640></iframe>";

fn iframe_resizer_4(browser: &mut Browser) -> TestResult {
    in_noisy_parent(
        browser,
        RESIZER_4,
        &format!("{PLAIN}<script>iFrameResize({{}}, 'iframe')</script>"),
    )
}

fn iframe_resizer_4_with_a_sandbox(browser: &mut Browser) -> TestResult {
    let start = "<script>iFrameResize({ checkOrigin: false }, 'iframe')</script>";
    in_noisy_parent(browser, RESIZER_4, &format!("{SANDBOXED}{start}"))
}

/// iframe-resizer posts to the origin of the frame's address, which a sandbox does not have. No
/// page in a frame can change that.
fn in_parent_without_resizing(browser: &mut Browser, head: &str, start: &str) -> TestResult {
    ensure_scrolls_inside(&parent(browser, head, &format!("{SANDBOXED}{start}"))?)
}

/// The frame keeps its height, so our page scrolls inside.
fn ensure_scrolls_inside(page: &Page) -> TestResult {
    page.enter_frame(FRAME)?;
    page.hydrated()?;
    page.wait_for("[data-embed='contained']")?;
    let height: u32 = page.eval("innerHeight")?;
    ensure!(height == 150, "the frame is {height} px high");
    Ok(())
}

fn iframe_resizer_4_cannot_reach_a_sandbox_by_default(browser: &mut Browser) -> TestResult {
    in_parent_without_resizing(
        browser,
        RESIZER_4,
        "<script>iFrameResize({}, 'iframe')</script>",
    )
}

const RESIZER_5: &str = "<script src='/npm/@iframe-resizer/parent/index.umd.js'></script>";

fn iframe_resizer_5(browser: &mut Browser) -> TestResult {
    let body = format!(
        "{PLAIN}<script>iframeResize({{ license: 'GPLv3', waitForLoad: true }}, 'iframe')</script>"
    );
    in_noisy_parent(browser, RESIZER_5, &body)
}

/// Without a licence it throws an error that no caller can catch, and stops.
fn iframe_resizer_5_refuses_without_a_licence(browser: &mut Browser) -> TestResult {
    let page = parent(
        browser,
        RESIZER_5,
        &format!("{PLAIN}<script>iframeResize({{}}, 'iframe')</script>"),
    )?;
    page.wait_until("__watch.console.some(line => line.includes('Missing License Key'))")?;
    ensure_scrolls_inside(&page)
}

fn iframe_resizer_5_cannot_reach_a_sandbox_by_default(browser: &mut Browser) -> TestResult {
    in_parent_without_resizing(
        browser,
        RESIZER_5,
        "<script>iframeResize({ license: 'GPLv3' }, 'iframe')</script>",
    )
}

const OPEN_RESIZER: &str =
    "<script src='/npm/@open-iframe-resizer/core/dist/index.umd.cjs'></script>";

fn open_iframe_resizer(browser: &mut Browser) -> TestResult {
    in_parent(
        browser,
        OPEN_RESIZER,
        &format!("{PLAIN}<script>iframeResizer.initialize({{}}, 'iframe')</script>"),
        FRAME,
    )
}

fn open_iframe_resizer_in_its_legacy_mode(browser: &mut Browser) -> TestResult {
    let start =
        "<script>iframeResizer.initialize({ enableLegacyLibSupport: true }, 'iframe')</script>";
    in_parent(browser, OPEN_RESIZER, &format!("{PLAIN}{start}"), FRAME)
}

fn datawrapper(browser: &mut Browser) -> TestResult {
    let script = "<script src='/npm/@datawrapper/chart-core/lib/embed.js'></script>";
    in_parent(browser, script, PLAIN, FRAME)
}

// Listeners written by their documentation, because no registry has them.

/// The old embed code, still in many archives: it finds the frame by its address.
fn old_datawrapper_by_part_of_the_address(browser: &mut Browser) -> TestResult {
    let listener = "<script>addEventListener('message', ({ data }) => {
        if (typeof data['datawrapper-height'] === 'undefined') return;
        for (const id in data['datawrapper-height']) {
            const frame = document.querySelector('#datawrapper-chart-' + id) || \
                document.querySelector(\"iframe[src*='\" + id + \"']\");
            if (frame) frame.style.height = data['datawrapper-height'][id] + 'px';
        }
    })</script>";
    in_parent(browser, listener, PLAIN, FRAME)
}

/// Reuters' Arena checks the origin and takes the first valid number.
fn arena(browser: &mut Browser) -> TestResult {
    let listener = "<script>addEventListener('message', (event) => {
        const frame = document.querySelector('iframe');
        if (event.origin !== new URL(frame.src).origin || !event.data || \
            !event.data['datawrapper-height']) return;
        const height = Object.values(event.data['datawrapper-height']).map(Number).find(one => \
            Number.isFinite(one) && one > 0);
        if (!height) return;
        frame.style.minHeight = '0';
        frame.style.height = height + 'px';
    })</script>";
    in_parent(browser, listener, PLAIN, FRAME)
}

/// Embedly, Medium and Infogram's oEmbed find the frame by the exact text of its address.
fn embedly_and_infogram(browser: &mut Browser) -> TestResult {
    let listener = "<script>addEventListener('message', ({ data }) => {
        if (typeof data !== 'string') return;
        let said;
        try { said = JSON.parse(data) } catch (error) { return }
        if (said.context !== 'iframe.resize') return;
        document.querySelector('iframe[src=\"' + said.src + '\"]').height = said.height;
    })</script>";
    in_parent(browser, listener, PLAIN, FRAME)
}

/// The Guardian's interactives find the frame by the source of the message; the height must be a
/// number.
fn guardian(browser: &mut Browser) -> TestResult {
    let listener = "<script>addEventListener('message', ({ data, source }) => {
        const frame = document.querySelector('iframe');
        if (source !== frame.contentWindow || typeof data !== 'string') return;
        let said;
        try { said = JSON.parse(data) } catch (error) { return }
        if (said.type === 'set-height' && typeof said.value === 'number') frame.height = said.value;
    })</script>";
    in_parent(browser, listener, PLAIN, FRAME)
}

/// dpa's web charts read pym's messages without pym.
fn dpa(browser: &mut Browser) -> TestResult {
    let listener = "<script>addEventListener('message', ({ data }) => {
        if (typeof data !== 'string') return;
        const [start, id, type, value] = data.split('xPYMx');
        if (start === 'pym' && type === 'height') document.getElementById(id)\
            .style.height = parseInt(value, 10) + 'px';
    })</script>";
    let frame = "<iframe id=chart src='{url}?childId=chart&initialWidth=640' width=640></iframe>";
    in_parent(browser, listener, frame, "#chart")
}

/// An old page with several scripts: each frame follows independently.
fn three_frames_with_several_scripts(browser: &mut Browser) -> TestResult {
    let datawrapper = "<script src='/npm/@datawrapper/chart-core/lib/embed.js'></script>";
    let head = format!("{PYM}{FRAMES}{RESIZER_4}{datawrapper}");
    let body = "<div id=one></div><div data-frame-src='{url}?two' data-frame-attribute-id=two>\
                </div><iframe id=three src='{url}?three' width=640></iframe>
        <script>new pym.Parent('one', '{url}', {}); newswireFrames.autoInitFrames(); \
            iFrameResize({}, '#three')</script>";
    let page = parent(browser, &head, body)?;
    for frame in ["#one iframe", "#two", "#three"] {
        ensure_frame_follows(&page, frame).with_context(|| format!("in {frame}"))?;
        page.leave_frames()?;
    }
    Ok(())
}

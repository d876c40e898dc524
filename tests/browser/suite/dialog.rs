//! The panel "Share or embed": the link to the current state, the embed codes, and copying without
//! access to the clipboard.

use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::engine::Engine;
use browser::page::{Key, Page};
use browser::reader::Reader;
use browser::site::ServeOptions;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};

pub const ALL: &[Behaviour] = behaviours![
    the_panel_is_empty_unless_it_is_open,
    the_panel_works_by_keyboard_alone,
    the_link_leads_to_exactly_this_state,
    a_copied_link_is_in_the_clipboard,
    a_link_is_copied_in_a_frame_that_allows_nothing,
    the_text_is_selected_if_copying_is_refused,
    the_clipboard_api_copies_if_the_old_command_fails,
    the_choices_are_in_the_codes,
    each_code_shows_a_frame_with_a_name_or_a_link,
    without_script_the_code_shows_a_link,
    in_a_frame_the_panel_is_visible,
    axe_finds_nothing_in_the_panel,
];

const STORY: &str = "security-guarantees/";
const OPEN: &str = ".pass-on-open";
const PANEL: &str = ".pass-on.is-picked";
const COPY_LINK: &str = "#pass-on-link + button";

fn open<'b>(browser: &'b mut Browser, state: &str, reader: Reader) -> Result<Page<'b>> {
    let page = browser.visit(&format!("{STORY}{state}"), reader.reduced_motion())?;
    page.hydrated()?;
    show(&page)?;
    Ok(page)
}

fn show(page: &Page) -> TestResult {
    page.click(OPEN)?;
    page.wait_for(PANEL)
}

fn field(page: &Page, id: &str) -> Result<String> {
    page.eval(&format!("document.querySelector('#pass-on-{id}').value"))
}

fn has_focus(page: &Page, css: &str) -> TestResult {
    page.wait_until(&format!("!!document.activeElement?.matches('{css}')"))
}

fn the_panel_is_empty_unless_it_is_open(browser: &mut Browser) -> TestResult {
    let page = browser.visit(STORY, Reader::DESKTOP)?;
    page.hydrated()?;
    let empty = "document.querySelectorAll('.pass-on').length === 1 && \
                 !document.querySelector('.pass-on').textContent
        && !document.querySelector('.pass-on').checkVisibility()";
    ensure!(page.eval::<bool>(empty)?, "the closed panel is not empty");
    show(&page)?;
    has_focus(&page, ".pass-on > .card-close")?;
    page.click(".pass-on > .card-close")?;
    page.wait_until(empty)?;
    has_focus(&page, OPEN)?;
    ensure!(
        page.fragment()?.is_empty(),
        "the panel is in the link: {}",
        page.fragment()?
    );
    ensure_quiet(&page)
}

/// Presses Tab until a match has the focus. In Firefox, Tab stops at scrollable elements too.
fn tab_to(page: &Page, css: &str) -> TestResult {
    page.press(Key::Tab)?;
    if !page.has_focus(css)? {
        page.press(Key::Tab)?;
    }
    has_focus(page, css)
}

fn the_panel_works_by_keyboard_alone(browser: &mut Browser) -> TestResult {
    let page = browser.visit(&format!("{STORY}#actor-russia"), Reader::DESKTOP)?;
    page.hydrated()?;
    page.focus(OPEN)?;
    page.press(Key::Enter)?;
    page.wait_for(PANEL)?;
    has_focus(&page, ".pass-on > .card-close")?;
    tab_to(&page, "#pass-on-link")?;
    tab_to(&page, COPY_LINK)?;
    page.press(Key::Enter)?;
    page.wait_until("!!document.querySelector('.pass-on-result').textContent")?;
    has_focus(&page, COPY_LINK)?;
    page.press(Key::Escape)?;
    page.wait_gone(PANEL)?;
    has_focus(&page, OPEN)?;
    ensure!(
        page.count("#actor-russia[open]")? == 1,
        "the first Escape closed the card too"
    );
    page.press(Key::Escape)?;
    page.wait_gone("#actor-russia[open]")
}

fn the_link_leads_to_exactly_this_state(browser: &mut Browser) -> TestResult {
    let page = open(
        browser,
        "?theme=dark&utm_source=x#pick=actor-russia&map=positions",
        Reader::DESKTOP,
    )?;
    let link = field(&page, "link")?;
    ensure!(link.ends_with("#pick=actor-russia&map=positions"), "{link}");
    ensure!(
        !link.contains('?'),
        "{link} carries the options of this view"
    );
    page.press(Key::Escape)?;
    page.wait_gone(PANEL)?;
    page.click("[name='evidence'][value='forecast']")?;
    show(&page)?;
    page.wait_until("document.querySelector('#pass-on-link').value.endsWith('&hide=forecast')")?;
    let link = field(&page, "link")?;
    let page = browser.open(&link, Reader::DESKTOP)?;
    page.hydrated()?;
    page.wait_for("#actor-russia[open]")?;
    page.wait_for("[data-reading='positions'][aria-pressed='true']")
}

/// Pastes the clipboard into a new field and returns its text.
fn pasted(page: &Page) -> Result<String> {
    page.run_script::<()>(
        "const field = document.body.appendChild(document.createElement('textarea')); \
         field.id = 'paste'",
        vec![],
    )?;
    page.focus("#paste")?;
    let control = char::from(Key::Control);
    let paste = [
        KeyAction::Down { value: control },
        KeyAction::Down { value: 'v' },
        KeyAction::Up { value: 'v' },
        KeyAction::Up { value: control },
    ];
    let paste = paste
        .into_iter()
        .fold(KeyActions::new("keyboard".into()), |keys, key| {
            keys.then(key)
        });
    page.session
        .run(page.session.client.perform_actions(paste))?;
    page.wait_until("!!document.querySelector('#paste').value")?;
    page.eval("document.querySelector('#paste').value")
}

fn ensure_copied(page: &Page) -> TestResult {
    page.click(COPY_LINK)?;
    page.wait_until("document.querySelector('.pass-on-result').textContent === 'Copied.'")?;
    page.wait_until("document.querySelector('[role=status]').textContent === 'Copied.'")
}

fn a_copied_link_is_in_the_clipboard(browser: &mut Browser) -> TestResult {
    let page = open(browser, "#actor-russia", Reader::DESKTOP)?;
    ensure_copied(&page)?;
    let (link, pasted) = (field(&page, "link")?, pasted(&page)?);
    ensure!(pasted == link, "`{pasted}` was pasted, not `{link}`");
    ensure_quiet(&page)
}

/// Serves the site and returns the address of a page of the story.
fn served(browser: &mut Browser, page: &str) -> Result<String> {
    let root = browser.site_root().join(STORY);
    let options = ServeOptions::strict();
    // Adds an embed page if the site was built without one.
    let options = if root.join("embed.html").is_file() {
        options
    } else {
        options.page(
            "/security-guarantees/embed.html",
            std::fs::read_to_string(root.join("index.html"))?,
        )
    };
    Ok(browser.serve(options)?.url(&format!("{STORY}{page}")))
}

fn host<'b>(browser: &'b mut Browser, code: &str, reader: Reader) -> Result<Page<'b>> {
    let html = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><link rel=icon href='data:,'>\
         <title>A host</title></head>
            <body><main><h1>News</h1>{code}</main></body></html>"
    );
    browser.visit_host(html, reader)
}

fn a_link_is_copied_in_a_frame_that_allows_nothing(browser: &mut Browser) -> TestResult {
    let (engine, address) = (browser.engine, served(browser, "embed.html#map=positions")?);
    let code = format!(
        "<iframe src='{address}' title=Explainer width=1000 height=700 frameborder=0></iframe>"
    );
    let page = host(browser, &code, Reader::DESKTOP)?;
    page.enter_frame("iframe")?;
    page.hydrated()?;
    // The frame has a fixed height, to which the page adapts a moment later.
    page.wait_for("html[data-embed='contained']")?;
    show(&page)?;
    ensure_copied(&page)?;
    let link = field(&page, "link")?;
    page.leave_frames()?;
    if engine != Engine::WebKit {
        let pasted = pasted(&page)?;
        ensure!(
            pasted == link && link.ends_with("/index.html#map=positions"),
            "`{pasted}` was pasted, not `{link}`"
        );
    }
    Ok(())
}

fn the_text_is_selected_if_copying_is_refused(browser: &mut Browser) -> TestResult {
    let page = open(browser, "#actor-russia", Reader::DESKTOP)?;
    page.run_script::<()>(
        "document.execCommand = () => false; Object.defineProperty(navigator, 'clipboard', \
         { value: undefined, configurable: true })",
        vec![],
    )?;
    page.click(COPY_LINK)?;
    page.wait_until("document.querySelector('.pass-on-result').textContent.includes('Ctrl+C')")?;
    let selected: bool = page.eval(
        "(({ id, selectionStart, selectionEnd, value }) =>
        id === 'pass-on-link' && selectionStart === 0 && selectionEnd === value.length)\
            (document.activeElement)",
    )?;
    ensure!(selected, "the link is not selected");
    page.run_script::<()>(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => \
         Promise.reject(new Error('refused')) }, configurable: true })",
        vec![],
    )?;
    page.click("#pass-on-frame + button")?;
    page.wait_until(
        "[...document.querySelectorAll('.pass-on-result')][1].textContent.includes('Ctrl+C')",
    )?;
    has_focus(&page, "#pass-on-frame")
}

fn the_clipboard_api_copies_if_the_old_command_fails(browser: &mut Browser) -> TestResult {
    let page = open(browser, "#actor-russia", Reader::DESKTOP)?;
    page.run_script::<()>(
        "document.execCommand = () => false; Object.defineProperty(navigator, 'clipboard',
            { value: { writeText: async (text) => { window.__written = text } }, \
                configurable: true })",
        vec![],
    )?;
    ensure_copied(&page)?;
    page.wait_until("window.__written === document.querySelector('#pass-on-link').value")
}

fn the_choices_are_in_the_codes(browser: &mut Browser) -> TestResult {
    let page = open(browser, "#actor-russia", Reader::DESKTOP)?;
    let plain = field(&page, "frame")?;
    ensure!(
        plain.contains("embed.html#pick=actor-russia\"") && plain.contains("data-heights="),
        "{plain}"
    );
    page.click("[name='theme'][value='dark']")?;
    page.click("[name='part'][value='text']")?;
    page.click("[value='chrome']")?;
    let chosen =
        "embed.html?theme=dark&amp;view=map,timeline,actors&amp;chrome=off#pick=actor-russia\"";
    page.wait_until(&format!(
        "document.querySelector('#pass-on-frame').value.includes('{chosen}')"
    ))?;
    page.wait_until(&format!(
        "document.querySelector('#pass-on-pym').value.includes('{chosen}')"
    ))?;
    ensure!(
        !field(&page, "frame")?.contains("data-heights="),
        "a part has the heights of the whole page"
    );
    ensure!(
        !field(&page, "link")?.contains('?'),
        "the link carries the choices for a frame"
    );
    ensure!(
        !field(&page, "oembed")?.contains(['?', '#']),
        "the address carries choices that who asks the page does not learn"
    );
    for part in ["map", "timeline"] {
        page.click(&format!("[name='part'][value='{part}']"))?;
    }
    page.wait_for("[name='part'][value='actors']:checked:disabled")?;
    page.wait_until("document.querySelector('#pass-on-frame').value.includes('view=actors&amp;')")
}

fn codes(browser: &mut Browser) -> Result<(String, String)> {
    let address = served(browser, "index.html#actor-russia")?;
    let page = browser.open(&address, Reader::DESKTOP)?;
    page.hydrated()?;
    show(&page)?;
    Ok((field(&page, "frame")?, field(&page, "pym")?))
}

fn each_code_shows_a_frame_with_a_name_or_a_link(browser: &mut Browser) -> TestResult {
    let (frame, pym) = codes(browser)?;
    let page = host(
        browser,
        &frame.replace(" loading=\"lazy\"", ""),
        Reader::DESKTOP,
    )?;
    let name: String = page.eval("document.querySelector('iframe').title")?;
    ensure!(!name.is_empty(), "the frame has no name");
    let found: Vec<String> = page
        .axe()?
        .iter()
        .map(ToString::to_string)
        .filter(|found| found.contains("iframe"))
        .collect();
    ensure!(
        found.is_empty(),
        "axe-core finds in the host's page:\n  {}",
        found.join("\n  ")
    );
    page.enter_frame("iframe")?;
    page.hydrated()?;
    page.wait_for("#actor-russia[open]")?;
    let page = host(browser, &pym, Reader::DESKTOP)?;
    let (source, link): (String, String) = page.eval(
        "[document.querySelector('[data-pym-src]').dataset.pymSrc, \
             document.querySelector('[data-pym-src] a').href]",
    )?;
    ensure!(
        source.contains("embed.html#pick=actor-russia") && link.contains("index.html#actor-russia"),
        "{source} {link}"
    );
    Ok(())
}

fn without_script_the_code_shows_a_link(browser: &mut Browser) -> TestResult {
    if browser.engine == Engine::WebKit {
        // WebKitGTK's driver cannot switch script off.
        return Ok(());
    }
    let (frame, _) = codes(browser)?;
    let page = host(browser, &frame, Reader::DESKTOP.without_script())?;
    let there: bool = page.eval(
        "!!document.querySelector('noscript \
                               a[href*=\"index.html#actor-russia\"]')?.checkVisibility()",
    )?;
    ensure!(there, "`noscript` has no link");
    Ok(())
}

fn in_a_frame_the_panel_is_visible(browser: &mut Browser) -> TestResult {
    let address = served(browser, "embed.html")?;
    let code = format!(
        "<iframe src='{address}' title=Explainer width=640 height=9000 frameborder=0></iframe>"
    );
    let page = host(browser, &code, Reader::DESKTOP)?;
    page.enter_frame("iframe")?;
    page.hydrated()?;
    show(&page)?;
    let there = "document.querySelector('.pass-on').getBoundingClientRect()";
    page.wait_until(&format!("{there}.height > 100"))?;
    page.painted()?;
    let (top, bottom): (f64, f64) = page.eval(&format!("[{there}.top, {there}.bottom]"))?;
    page.leave_frames()?;
    let frame: f64 = page.eval("document.querySelector('iframe').getBoundingClientRect().top")?;
    let (top, bottom) = (top + frame, bottom + frame);
    ensure!(
        top > -1.0 && bottom < 901.0,
        "the panel is at {top:.0} to {bottom:.0} of the host's 900 px"
    );
    Ok(())
}

fn axe_finds_nothing_in_the_panel(browser: &mut Browser) -> TestResult {
    for reader in [
        Reader::PHONE,
        Reader::DESKTOP,
        Reader::PHONE.dark(),
        Reader::DESKTOP.dark(),
    ] {
        let page = open(browser, "", reader)?;
        page.click(COPY_LINK)?;
        page.wait_until("!!document.querySelector('.pass-on-result').textContent")?;
        let found: Vec<String> = page.axe()?.iter().map(ToString::to_string).collect();
        ensure!(
            found.is_empty(),
            "axe-core finds in the panel, {}:\n  {}",
            reader.describe(),
            found.join("\n  ")
        );
        let width: u32 = page.eval("document.documentElement.scrollWidth")?;
        ensure!(width <= reader.width, "the page is {width} px wide");
    }
    Ok(())
}

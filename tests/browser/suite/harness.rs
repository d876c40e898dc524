//! Tests of the harness itself, on pages written here: a fault that it misses, every test misses.

use crate::{Behaviour, behaviours};
use anyhow::{Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::page::{Key, Page};
use browser::reader::Reader;
use browser::site::ServeOptions;

pub const ALL: &[Behaviour] = behaviours![
    a_reader_is_as_wide_as_asked,
    a_reader_sees_dark_and_light,
    a_reader_can_ask_for_reduced_motion,
    script_can_be_off,
    an_error_in_the_console_is_seen,
    a_script_that_is_missing_is_seen,
    a_breach_of_the_policy_is_seen,
    keys_and_clicks_arrive,
    history_goes_back_and_forward,
    a_page_is_left_and_comes_back_ten_times,
    axe_finds_a_fault,
    a_click_in_a_frame_of_another_host_arrives,
    the_console_of_a_frame_is_seen,
    a_local_file_is_strict_and_its_console_is_read,
];

const HEAD: &str = "<!doctype html><html lang=en><head><meta charset=utf-8>\
                    <link rel=icon href='data:,'><title>A page</title>";

/// Opens a page with this body.
fn page<'b>(browser: &'b mut Browser, reader: Reader, body: &str) -> Result<Page<'b>> {
    let html = format!("{HEAD}</head><body>{body}</body></html>");
    browser.visit_served(ServeOptions::watched().page("/page", html), "page", reader)
}

fn a_reader_is_as_wide_as_asked(browser: &mut Browser) -> TestResult {
    for reader in Reader::ALL {
        let page = page(
            browser,
            reader,
            "<main style='min-height: 3000px'>long</main>",
        )?;
        let width: u32 = page.eval("document.documentElement.clientWidth")?;
        ensure!(
            width == reader.width,
            "{} px for {} px: a scroll bar takes room",
            width,
            reader.width
        );
        let height: u32 = page.eval("innerHeight")?;
        ensure!(
            height == reader.height,
            "{height} px high instead of {}",
            reader.height
        );
    }
    Ok(())
}

fn a_reader_sees_dark_and_light(browser: &mut Browser) -> TestResult {
    for dark in [true, false] {
        let reader = if dark {
            Reader::PHONE.dark()
        } else {
            Reader::PHONE
        };
        let actual: bool = page(browser, reader, "")?
            .eval("matchMedia('(prefers-color-scheme: dark)').matches")?;
        ensure!(actual == dark, "dark is {actual}, asked for {dark}");
    }
    Ok(())
}

fn a_reader_can_ask_for_reduced_motion(browser: &mut Browser) -> TestResult {
    for (reader, still) in [
        (Reader::DESKTOP.reduced_motion(), true),
        (Reader::DESKTOP, false),
    ] {
        let actual: bool = page(browser, reader, "")?
            .eval("matchMedia('(prefers-reduced-motion: reduce)').matches")?;
        ensure!(
            actual == still,
            "reduced motion is {actual}, asked for {still}"
        );
    }
    Ok(())
}

fn script_can_be_off(browser: &mut Browser) -> TestResult {
    let body = "<p id=said>nothing</p><noscript><b>no script</b></noscript>\
                <script>said.textContent = 'script'</script>";
    let off = page(browser, Reader::DESKTOP.without_script(), body)?;
    ensure!(
        off.text("#said")? == "nothing" && off.count("noscript b")? == 1,
        "the page's script ran"
    );
    let on = page(browser, Reader::DESKTOP, body)?;
    ensure!(
        on.text("#said")? == "script" && on.count("noscript b")? == 0,
        "the page's script did not run"
    );
    Ok(())
}

fn an_error_in_the_console_is_seen(browser: &mut Browser) -> TestResult {
    let page = page(
        browser,
        Reader::DESKTOP,
        "<script>console.error('a complaint'); setTimeout(() => missing())</script>",
    )?;
    page.wait_until("true")?;
    let console = page.console()?.join("\n");
    ensure!(
        console.contains("a complaint"),
        "console.error is not in `{console}`"
    );
    ensure!(
        console.contains("missing"),
        "the uncaught error is not in `{console}`"
    );
    Ok(())
}

fn a_script_that_is_missing_is_seen(browser: &mut Browser) -> TestResult {
    let console = page(
        browser,
        Reader::DESKTOP,
        "<script src=not-there.js></script>",
    )?
    .console()?
    .join("\n");
    ensure!(
        console.contains("not-there.js"),
        "the missing script is not in `{console}`"
    );
    Ok(())
}

fn a_breach_of_the_policy_is_seen(browser: &mut Browser) -> TestResult {
    let html = format!("{HEAD}</head><body><p style='color: red'>red</p></body></html>");
    let page = browser.visit_served(
        ServeOptions::strict().page("/page", html),
        "page",
        Reader::DESKTOP,
    )?;
    page.wait_until("window.__watch.policy.length > 0")?;
    let breaches = page.policy_violations()?.join("\n");
    ensure!(
        breaches.contains("style-src"),
        "the style attribute is not in `{breaches}`"
    );
    Ok(())
}

fn keys_and_clicks_arrive(browser: &mut Browser) -> TestResult {
    let body = "<a id=first href=#first>first</a> <svg width=200 height=50>\
                <a id=second href=#second><text y=20>second</text></a></svg>
        <input id=third>";
    let page = page(browser, Reader::DESKTOP, body)?;
    page.click("svg a#second")?;
    ensure!(
        page.fragment()? == "#second",
        "the click on the SVG link led to `{}`",
        page.fragment()?
    );
    page.focus("#first")?;
    page.press(Key::Tab)?;
    ensure!(
        page.has_focus("#second")?,
        "Tab did not lead from the link to the SVG link"
    );
    page.press(Key::Tab)?;
    page.type_text("typed")?;
    let typed: String = page.eval("document.querySelector('#third').value")?;
    ensure!(typed == "typed", "typing gave `{typed}`");
    Ok(())
}

fn history_goes_back_and_forward(browser: &mut Browser) -> TestResult {
    let page = page(browser, Reader::DESKTOP, "<a href=#there>there</a>")?;
    page.click("a")?;
    page.back()?;
    page.wait_until("location.hash === ''")?;
    page.forward()?;
    page.wait_until("location.hash === '#there'")
}

fn a_page_is_left_and_comes_back_ten_times(browser: &mut Browser) -> TestResult {
    let titled = |title: &str| {
        format!("<!doctype html><html lang=en><link rel=icon href='data:,'><title>{title}</title>")
    };
    let options = ServeOptions::watched()
        .page("/first", titled("First"))
        .page("/second", titled("Second"));
    let page = browser.visit_served(options, "first", Reader::DESKTOP)?;
    let first: String = page.eval("location.href")?;
    page.goto(&first.replace("first", "second"))?;
    for _ in 0..10 {
        page.back_to_page()?;
        page.wait_until("document.title === 'First'")?;
        page.forward_to_page()?;
        page.wait_until("document.title === 'Second'")?;
    }
    Ok(())
}

fn axe_finds_a_fault(browser: &mut Browser) -> TestResult {
    let found = page(
        browser,
        Reader::DESKTOP,
        "<main><h1>Pictures</h1><img src='data:,'></main>",
    )?
    .axe()?;
    ensure!(
        found.iter().any(|violation| violation.id == "image-alt"),
        "axe-core did not find the image without text"
    );
    let found = page(
        browser,
        Reader::DESKTOP,
        "<main><h1>Nothing wrong</h1></main>",
    )?
    .axe()?;
    ensure!(found.is_empty(), "axe-core found {found:?}");
    Ok(())
}

/// A page of another host with this frame below the fold.
fn host_of(frame: &str) -> String {
    let filler = "<p style='height: 2000px'>far</p>";
    format!(
        "{HEAD}</head><body>{filler}<div style='margin: 70px'>{frame}</div>{filler}</body>\
         </html>"
    )
}

fn a_click_in_a_frame_of_another_host_arrives(browser: &mut Browser) -> TestResult {
    let body = "<p style='height: 300px'>before</p>\
                <button onclick='this.textContent += event.isTrusted'>clicked </button>";
    let inner =
        ServeOptions::watched().page("/inner", format!("{HEAD}</head><body>{body}</body></html>"));
    let url = browser.serve(inner)?.url("inner");
    for sandbox in ["", "sandbox='allow-scripts'"] {
        let frame = format!("<iframe {sandbox} src='{url}' width=400 height=500></iframe>");
        let page = browser.visit_host(host_of(&frame), Reader::DESKTOP)?;
        let outer: String = page.eval("location.hostname")?;
        page.enter_frame("iframe")?;
        let inner: String = page.eval("location.hostname")?;
        ensure!(
            outer == "localhost" && inner == "127.0.0.1",
            "the page of {outer} frames one of {inner}"
        );
        page.click("button")?;
        page.wait_until("document.querySelector('button').textContent === 'clicked true'")?;
        page.leave_frames()?;
        ensure!(page.count("button")? == 0, "still in the frame");
    }
    Ok(())
}

fn the_console_of_a_frame_is_seen(browser: &mut Browser) -> TestResult {
    let body =
        "<script>console.error('a complaint')</script><script type=module src=module.js></script>";
    let inner =
        ServeOptions::watched().page("/inner", format!("{HEAD}</head><body>{body}</body></html>"));
    let url = browser.serve(inner)?.url("inner");
    let page = browser.visit_host(
        host_of(&format!(
            "<iframe sandbox='allow-scripts' src='{url}'></iframe>"
        )),
        Reader::DESKTOP,
    )?;
    page.enter_frame("iframe")?;
    let console = page.console()?.join("\n");
    ensure!(
        console.contains("a complaint"),
        "console.error is not in `{console}`"
    );
    ensure!(
        console.contains("module.js"),
        "the module that may not be loaded there is not in `{console}`"
    );
    Ok(())
}

fn a_local_file_is_strict_and_its_console_is_read(browser: &mut Browser) -> TestResult {
    let page = browser.visit_file("index.html", Reader::DESKTOP)?;
    let place: String = page.eval("location.protocol")?;
    ensure!(place == "file:", "the page is at {place}");
    page.eval::<()>("void console.error('a complaint')")?;
    let script = "const done = arguments[0]; fetch(document.querySelector('link[rel=stylesheet]')\
                  .href).then(() => done(true), () => done(false))";
    let read = page
        .session
        .run(page.session.client.execute_async(script, Vec::new()))?;
    ensure!(
        read == false,
        "a page in a file may read other files, which no reader's browser lets it"
    );
    let console = page.console()?.join("\n");
    ensure!(
        console.contains("a complaint"),
        "console.error is not in `{console}`"
    );
    Ok(())
}

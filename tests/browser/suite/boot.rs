//! The places in which a page starts: on its own, in frames, in sandboxes, from a file; as a folder
//! and as a single file.

use crate::start::ensure_quiet;
use crate::{Behaviour, behaviours};
use anyhow::{Context, Result, ensure};
use browser::TestResult;
use browser::browser::Browser;
use browser::engine::Engine;
use browser::page::Page;
use browser::reader::Reader;
use browser::site::{LoggedRequest, Policy, ServeOptions, Wasm};
use browser::watch;

pub const ALL: &[Behaviour] = behaviours![
    the_folder_starts_as_a_page_of_its_own,
    the_folder_starts_in_a_frame_of_another_host,
    the_folder_starts_in_a_sandbox,
    the_folder_is_readable_in_a_sandbox_without_scripts,
    the_folder_starts_from_a_file,
    the_single_file_starts_as_a_page_of_its_own,
    the_single_file_starts_in_a_frame_of_another_host,
    the_single_file_starts_in_a_sandbox,
    the_single_file_is_readable_in_a_sandbox_without_scripts,
    the_single_file_starts_from_a_file,
    the_single_file_starts_inside_the_hosts_own_markup,
    boot_loads_from_files_if_the_policy_forbids_inline_scripts,
    styles_load_from_a_file_if_the_policy_forbids_inline_ones,
    the_classic_program_runs_if_the_webassembly_does_not_load,
    the_classic_program_runs_if_scripts_are_not_modules,
    the_classic_program_is_not_loaded_if_the_policy_forbids_it,
    the_page_stays_static_with_a_note_when_files_are_gone,
    the_single_file_stays_static_if_webassembly_is_forbidden,
    the_page_comes_back_when_the_program_traps,
];

const STORY: &str = "security-guarantees/index.html";
const SINGLE: &str = "/single.html";

/// The attributes of the host's frame.
const FRAME: &str = "";
const SANDBOX: &str = "sandbox='allow-scripts'";
const SILENT: &str = "sandbox";

/// The page runs, is quiet, breaks no policy, stores nothing, and makes no request to another host.
fn ensure_starts(page: &Page) -> TestResult {
    page.hydrated()?;
    // After a second, a frame that its host does not resize switches to scrolling inside. A click
    // must not coincide with that.
    page.wait_until(
        "(mark => !mark || mark === 'contained')(document.documentElement.dataset.embed)",
    )?;
    ensure_readable(page)?;
    page.click("svg.map a.node[href='#actor-china']")?;
    page.wait_for("#actor-china.card[open]")?;
    ensure_quiet(page)?;
    ensure_keeps_nothing(page)
}

/// The page shows the headline and a known event.
fn ensure_readable(page: &Page) -> TestResult {
    page.wait_for("#event-remarks")?;
    for part in ["#standpoint h1", "#event-remarks"] {
        ensure!(!page.text(part)?.trim().is_empty(), "`{part}` has no text");
    }
    Ok(())
}

/// The page has stored nothing. An opaque origin may not even read the storage.
fn ensure_keeps_nothing(page: &Page) -> TestResult {
    let kept: Vec<String> = page.eval(
        "(() => { try { return [document.cookie, ...Object.keys(localStorage), \
         ...Object.keys(sessionStorage)].filter(Boolean) }
            catch (refused) { return [] } })()",
    )?;
    ensure!(kept.is_empty(), "kept in the browser: {kept:?}");
    let asked: Vec<String> = page.eval(
        "performance.getEntriesByType('resource').map(({ name }) => name)
            .filter(name => !name.startsWith('data:') && new URL(name).host !== location.host)",
    )?;
    ensure!(asked.is_empty(), "asked elsewhere: {asked:?}");
    Ok(())
}

/// Opens a page of another host that frames this address, and enters the frame.
fn framed<'b>(browser: &'b mut Browser, how: &str, address: &str) -> Result<Page<'b>> {
    let frame = format!(
        "<iframe {how} src='{address}' title='Explainer' width='1000' height='800'></iframe>"
    );
    hosted(browser, &frame)
}

fn hosted<'b>(browser: &'b mut Browser, frame: &str) -> Result<Page<'b>> {
    let html = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><link rel=icon href='data:,'>\
         <title>A host</title></head>
            <body><h1>News</h1>{frame}</body></html>"
    );
    let page = browser.visit_host(html, Reader::DESKTOP)?;
    page.enter_frame("iframe")?;
    Ok(page)
}

/// The number of requests with this part in their path: `assets/app-`.
fn count_requests(served: &[LoggedRequest], part: &str) -> usize {
    served
        .iter()
        .filter(|served| served.path.contains(part))
        .count()
}

// The folder.

fn serve_folder(browser: &mut Browser) -> Result<String> {
    Ok(browser.serve(ServeOptions::strict())?.url(STORY))
}

fn the_folder_starts_as_a_page_of_its_own(browser: &mut Browser) -> TestResult {
    let page = browser.visit(STORY, Reader::DESKTOP)?;
    ensure_starts(&page)?;
    let served = browser.site()?.requests();
    for (part, times) in [
        ("/boot-", 1),
        (".wasm", 1),
        ("/app-", 2),
        ("/classic-", 0),
        ("/host-", 0),
        ("/options-", 0),
        ("/style-", 0),
    ] {
        let asked = count_requests(&served, part);
        ensure!(
            asked == times,
            "asked {asked} times for `{part}`, not {times}"
        );
    }
    Ok(())
}

fn the_folder_starts_in_a_frame_of_another_host(browser: &mut Browser) -> TestResult {
    let address = serve_folder(browser)?;
    ensure_starts(&framed(browser, FRAME, &address)?)
}

/// In a sandbox, WebKit matches 'self' with nothing, against the specification. The page's own
/// policy works around that while its scripts run. A host's header cannot, so it must name the
/// host's own address.
fn serve_folder_for_sandboxes(browser: &mut Browser) -> Result<String> {
    let options = ServeOptions::watched();
    let options = if browser.engine == Engine::WebKit {
        options
    } else {
        options.policy(Policy::Own)
    };
    Ok(browser.serve(options)?.url(STORY))
}

fn the_folder_starts_in_a_sandbox(browser: &mut Browser) -> TestResult {
    let address = serve_folder_for_sandboxes(browser)?;
    let page = framed(browser, SANDBOX, &address)?;
    let origin: String = page.eval("self.origin")?;
    ensure!(origin == "null", "the sandbox has the origin {origin}");
    ensure_starts(&page)
}

fn the_folder_is_readable_in_a_sandbox_without_scripts(browser: &mut Browser) -> TestResult {
    let address = serve_folder_for_sandboxes(browser)?;
    ensure_static(&framed(browser, SILENT, &address)?)
}

/// A header that allows neither the inline scripts nor the inline style sheet of the page.
const PLAIN: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                     img-src 'self' data:; \
                     connect-src 'self'; base-uri 'none'; form-action 'none'";

fn styles_load_from_a_file_if_the_policy_forbids_inline_ones(browser: &mut Browser) -> TestResult {
    let page = browser.visit_served(
        ServeOptions::watched().policy(PLAIN),
        STORY,
        Reader::DESKTOP,
    )?;
    page.hydrated()?;
    page.wait_until("getComputedStyle(document.documentElement).getPropertyValue('--ink') !== ''")?;
    ensure!(
        count_requests(&browser.site()?.requests(), "/style-") == 1,
        "the style sheet is not the file"
    );
    if browser.engine == Engine::WebKit {
        // WebKit loads no file in a sandbox whose header says only 'self'.
        return Ok(());
    }
    let address = browser
        .serve(ServeOptions::watched().policy(PLAIN))?
        .url(STORY);
    ensure_static(&framed(browser, SILENT, &address)?)
}

fn the_folder_starts_from_a_file(browser: &mut Browser) -> TestResult {
    ensure_starts(&browser.visit_file(STORY, Reader::DESKTOP)?)
}

/// The static page is whole, without the controls that need the program.
fn ensure_static(page: &Page) -> TestResult {
    page.wait_for("#standpoint[data-state='static']")?;
    ensure_readable(page)?;
    let controls = page.count("#standpoint .needs-program")?;
    let hidden: usize = page.eval(
        "[...document.querySelectorAll('#standpoint .needs-program')].filter(one => \
         getComputedStyle(one).display === 'none').length",
    )?;
    ensure!(
        controls > 0 && controls == hidden,
        "{hidden} of {controls} useless controls are gone"
    );
    page.click("#actor-china > summary")?;
    page.wait_for("#actor-china[open]")
}

// The single file.

fn serve_single(browser: &mut Browser) -> Result<String> {
    let html = browser.single_file()?;
    Ok(browser
        .serve(ServeOptions::watched().page(SINGLE, html))?
        .url(&SINGLE[1..]))
}

fn the_single_file_starts_as_a_page_of_its_own(browser: &mut Browser) -> TestResult {
    let address = serve_single(browser)?;
    ensure_starts(&browser.open(&address, Reader::DESKTOP)?)?;
    let paths: Vec<String> = browser
        .site()?
        .requests()
        .into_iter()
        .map(|served| served.path)
        .collect();
    ensure!(
        paths
            .iter()
            .all(|path| path == SINGLE || path == "/__watch.js"),
        "it asked for {paths:?}"
    );
    Ok(())
}

fn the_single_file_starts_in_a_frame_of_another_host(browser: &mut Browser) -> TestResult {
    let address = serve_single(browser)?;
    ensure_starts(&framed(browser, FRAME, &address)?)
}

fn the_single_file_starts_in_a_sandbox(browser: &mut Browser) -> TestResult {
    let address = serve_single(browser)?;
    ensure_starts(&framed(browser, SANDBOX, &address)?)
}

fn the_single_file_is_readable_in_a_sandbox_without_scripts(browser: &mut Browser) -> TestResult {
    let address = serve_single(browser)?;
    ensure_static(&framed(browser, SILENT, &address)?)
}

fn the_single_file_starts_from_a_file(browser: &mut Browser) -> TestResult {
    let html = browser.single_file()?;
    ensure_starts(&browser.visit_single_file(&html, Reader::DESKTOP)?)
}

fn the_single_file_starts_inside_the_hosts_own_markup(browser: &mut Browser) -> TestResult {
    let html = watch::inline(&browser.single_file()?)
        .replace('&', "&amp;")
        .replace('"', "&quot;");
    for how in [SANDBOX, FRAME] {
        let frame = format!(
            "<iframe {how} srcdoc=\"{html}\" title='Explainer' width='1000' height='800'></iframe>"
        );
        let page = hosted(browser, &frame)?;
        page.hydrated()?;
        ensure_readable(&page)?;
        page.click("svg.map a.node[href='#actor-china']")?;
        page.wait_for("#actor-china.card[open]")
            .with_context(|| format!("with `{how}`"))?;
        ensure_quiet(&page)?;
    }
    Ok(())
}

// Hosts with faults.

/// The page runs, although the console has messages.
fn ensure_runs_despite_errors(page: &Page) -> TestResult {
    page.hydrated()?;
    ensure!(
        page.count(".program-note[hidden]")? == 1,
        "the page says that its program is missing"
    );
    page.click("svg.map a.node[href='#actor-china']")?;
    page.wait_for("#actor-china.card[open]")
}

fn boot_loads_from_files_if_the_policy_forbids_inline_scripts(browser: &mut Browser) -> TestResult {
    let page = browser.visit_served(
        ServeOptions::watched().policy(PLAIN),
        STORY,
        Reader::DESKTOP,
    )?;
    ensure_runs_despite_errors(&page)?;
    let served = browser.site()?.requests();
    for part in ["/host-", "/options-"] {
        ensure!(
            count_requests(&served, part) == 1,
            "asked {} times for `{part}`",
            count_requests(&served, part)
        );
    }
    ensure!(
        count_requests(&served, "/classic-") == 0,
        "the classic program was taken"
    );
    Ok(())
}

fn the_classic_program_runs_if_the_webassembly_does_not_load(browser: &mut Browser) -> TestResult {
    for wasm in [Wasm::Missing, Wasm::Corrupt] {
        let page =
            browser.visit_served(ServeOptions::strict().wasm(wasm), STORY, Reader::DESKTOP)?;
        ensure_runs_despite_errors(&page).with_context(|| format!("{wasm:?}"))?;
        ensure!(!page.console()?.is_empty(), "the console does not say why");
    }
    Ok(())
}

fn the_classic_program_runs_if_scripts_are_not_modules(browser: &mut Browser) -> TestResult {
    let page = browser.visit_served(
        ServeOptions::strict().plain_scripts(),
        STORY,
        Reader::DESKTOP,
    )?;
    ensure_runs_despite_errors(&page)
}

fn the_classic_program_is_not_loaded_if_the_policy_forbids_it(browser: &mut Browser) -> TestResult {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                  connect-src 'self'";
    browser
        .visit_served(
            ServeOptions::watched().policy(policy),
            STORY,
            Reader::DESKTOP,
        )?
        .failed()?;
    ensure!(
        count_requests(&browser.site()?.requests(), "/classic-") == 0,
        "the classic program was asked for"
    );
    Ok(())
}

/// A cached page, on a host that has newer files under other names.
fn the_page_stays_static_with_a_note_when_files_are_gone(browser: &mut Browser) -> TestResult {
    for gone in [
        &["/assets/"][..],
        &["/boot-"],
        &["/app-", "/classic-"],
        &[".wasm", "/classic-"],
    ] {
        let options = gone.iter().fold(ServeOptions::strict(), |options, part| {
            options.without(part)
        });
        let page = browser.visit_served(options, STORY, Reader::DESKTOP)?;
        ensure_notes_failure(&page).with_context(|| format!("without {gone:?}"))?;
    }
    Ok(())
}

fn ensure_notes_failure(page: &Page) -> TestResult {
    page.failed()?;
    ensure_readable(page)?;
    let note = page.text(".program-note")?;
    ensure!(note.contains("interactive"), "the page says `{note}`");
    ensure!(!page.console()?.is_empty(), "the console does not say why");
    let left: usize = page.eval(
        "[...document.querySelectorAll('.needs-program')].filter(one => \
         getComputedStyle(one).visibility === 'hidden').length",
    )?;
    ensure!(left == 0, "{left} controls have left a gap");
    Ok(())
}

fn the_single_file_stays_static_if_webassembly_is_forbidden(browser: &mut Browser) -> TestResult {
    let policy = "default-src 'none'; script-src 'self' 'unsafe-inline'; \
                  style-src 'unsafe-inline'; img-src data:";
    let html = browser.single_file()?;
    let page = browser.visit_served(
        ServeOptions::watched().policy(policy).page(SINGLE, html),
        &SINGLE[1..],
        Reader::DESKTOP,
    )?;
    ensure_notes_failure(&page)
}

/// The trap is real, in separate WebAssembly: an `unreachable` that nothing catches.
fn the_page_comes_back_when_the_program_traps(browser: &mut Browser) -> TestResult {
    let written = std::fs::read_to_string(browser.site_root().join(STORY))?;
    let page = written.replacen("</head>", "<script src='/trap.js'></script></head>", 1);
    let trap = "addEventListener('trap', () => \
                setTimeout(new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(
        0,97,115,109,1,0,0,0, 1,4,1,96,0,0, 3,2,1,0, 7,5,1,1,116,0,0, 10,5,1,3,0,0,11)))\
            .exports.t))";
    let options = ServeOptions::strict()
        .page("/security-guarantees/trap.html", page)
        .page("/trap.js", trap.into());
    let page = browser.visit_served(options, "security-guarantees/trap.html", Reader::DESKTOP)?;
    page.hydrated()?;
    page.click("svg.map a.node[href='#actor-china']")?;
    page.wait_for("#actor-china.card[open]")?;
    page.eval::<()>("void dispatchEvent(new Event('trap'))")?;
    ensure_notes_failure(&page)?;
    page.click("#actor-china > summary")?;
    page.wait_for("#actor-china[open]")
}

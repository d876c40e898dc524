//! The behaviours of the built site, each in every engine. Run through `cargo xtask test`, which
//! builds the site and installs the engines; without the variables that it sets, all are ignored.
//!
//! A behaviour is a function `fn(&mut Browser) -> TestResult`; the developer reads its name.

mod harness;
mod start;
mod boot;
mod hosts;
mod whole;
mod app;
mod linked;
mod access;
mod options;
mod dialog;
mod frame;
mod talk;
mod parents;
mod height;
mod zoom;
mod large;
mod wordpress;

use browser::TestResult;
use browser::browser::Browser;
use browser::child::end_on_interrupt;
use browser::engine::Engine;
use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The module, the function's name, the function.
pub type Behaviour = (&'static str, &'static str, fn(&mut Browser) -> TestResult);

/// `behaviours![a, b]`: the functions of a module with their names.
#[macro_export]
macro_rules! behaviours {
    ($($behaviour:ident),* $(,)?) => {
        &[$((module_path!(), stringify!($behaviour), $behaviour)),*]
    };
}

const NO_SITE: &str =
    "STANDPOINT_SITE names no built site: run the behaviours by `cargo xtask test --only browser`";

const ALL: &[&[Behaviour]] = &[
    harness::ALL,
    start::ALL,
    boot::ALL,
    hosts::ALL,
    whole::ALL,
    app::ALL,
    linked::ALL,
    access::ALL,
    options::ALL,
    dialog::ALL,
    frame::ALL,
    talk::ALL,
    parents::ALL,
    height::ALL,
    zoom::ALL,
    large::ALL,
    wordpress::ALL,
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let Some(site) = std::env::var_os("STANDPOINT_SITE").map(PathBuf::from) else {
        eprintln!("{NO_SITE}");
        return libtest_mimic::run(&arguments, ignored()).exit_code();
    };
    let ready = Engine::chosen().and_then(|engines| Ok((engines, tokio::runtime::Runtime::new()?)));
    let (engines, runtime) = match ready {
        Ok(ready) => ready,
        Err(error) => {
            eprintln!("error: {error:#}");
            return ExitCode::FAILURE;
        }
    };
    end_on_interrupt(runtime.handle());
    let browsers = engines
        .into_iter()
        .map(|engine| Arc::new(Mutex::new(Browser::new(runtime.handle(), engine, &site))));
    let trials = trials(&browsers.collect::<Vec<_>>());
    // The browsers end when the last trial that holds them is gone.
    let conclusion = libtest_mimic::run(&arguments, trials);
    print_retries();
    conclusion.exit_code()
}

fn behaviours() -> impl Iterator<Item = Behaviour> {
    ALL.iter().copied().flatten().copied()
}

/// Every behaviour, as a test that did not run.
fn ignored() -> Vec<Trial> {
    behaviours()
        .map(|(module, name, _)| {
            Trial::test(title(module, name), || Err(NO_SITE.into())).with_ignored_flag(true)
        })
        .collect()
}

/// Behaviour by behaviour, so that two threads keep two engines busy.
fn trials(browsers: &[Arc<Mutex<Browser>>]) -> Vec<Trial> {
    behaviours()
        .flat_map(|behaviour| {
            browsers
                .iter()
                .map(move |browser| trial(behaviour, browser.clone()))
        })
        .collect()
}

/// "frame: a pick scrolls the page around".
fn title(module: &str, name: &str) -> String {
    let group = module.rsplit("::").next().unwrap_or(module);
    format!("{group}: {}", name.replace('_', " "))
}

fn trial((module, name, act): Behaviour, browser: Arc<Mutex<Browser>>) -> Trial {
    let engine = lock(&browser).engine.name();
    let runner = move || {
        let mut browser = lock(&browser);
        let result = match act(&mut browser) {
            Err(error) if browser.engine == Engine::WebKit => {
                second_try(&mut browser, name, act, &error)
            }
            result => result,
        };
        let failure = result
            .err()
            .map(|error| format!("{error:#}\n{}", evidence(&browser, name)));
        browser.tidy_up(failure.is_some());
        failure.map_or(Ok(()), |text| Err(Failed::from(text)))
    };
    Trial::test(title(module, name), runner).with_kind(engine)
}

/// WebKitGTK 2.50 now and then traps in sound WebAssembly ("Out of bounds memory access", mostly
/// after axe-core has run), and its driver loses input. So a failure there counts only when it
/// comes twice, the second time in a fresh browser; the first is printed, and counted at the end.
fn second_try(
    browser: &mut Browser,
    name: &str,
    act: fn(&mut Browser) -> TestResult,
    first: &anyhow::Error,
) -> TestResult {
    eprintln!(
        "[webkit] {name}: tried again in a fresh browser, because at first: {first:#}\n{}",
        evidence(browser, name)
    );
    lock(&RETRIES).push(name.to_owned());
    browser.restart();
    act(browser)
}

/// The behaviours that were tried twice.
static RETRIES: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn print_retries() {
    let retries = lock(&RETRIES);
    let names: String = retries.iter().map(|name| format!("\n  {name}")).collect();
    eprintln!("{} behaviours were tried twice{names}", retries.len());
}

/// What a test that panicked was holding is still good.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the page looks like after a failure.
fn evidence(browser: &Browser, name: &str) -> String {
    let Some(page) = browser.current_page() else {
        return String::new();
    };
    let Ok(url) = page.eval::<String>("location.href") else {
        return "  the page does not answer".to_owned();
    };
    let state: String = page
        .eval("document.querySelector('#standpoint')?.dataset.state ?? 'none'")
        .unwrap_or_default();
    let console = page.console().unwrap_or_default();
    let file = picture(name, browser.engine);
    let picture = page.screenshot(&file).map_or_else(
        |error| format!("none: {error:#}"),
        |()| file.display().to_string(),
    );
    format!(
        "  at {url}, data-state {state}\n  console: {}\n  picture: {picture}",
        console.join("\n    ")
    )
}

fn picture(name: &str, engine: Engine) -> PathBuf {
    let target = std::env::var_os("STANDPOINT_TARGET").unwrap_or("target".into());
    let folder = Path::new(&target).join("browser");
    let _ = std::fs::create_dir_all(&folder);
    folder.join(format!("{name}-{}.png", engine.name()))
}

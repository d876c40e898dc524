//! The browser suite: runs each behaviour of the built site in every engine. Start it by `cargo
//! xtask test`, which builds the site, installs the engines and sets the variables.
//!
//! A behaviour is a function `fn(&mut Browser) -> Done`; its name is the test's name.

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

use browser::Done;
use browser::browser::Browser;
use browser::child::end_on_interrupt;
use browser::engine::Engine;
use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

/// A behaviour: its module, its name and its function.
pub type Behaviour = (&'static str, &'static str, fn(&mut Browser) -> Done);

/// `behaviours![a, b]`: the behaviours of a module.
#[macro_export]
macro_rules! behaviours {
    ($($behaviour:ident),* $(,)?) => {
        &[$((module_path!(), stringify!($behaviour), $behaviour)),*]
    };
}

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
        eprintln!(
            "the browser tests are left out: STANDPOINT_SITE names no built site; \
             `cargo xtask test --only browser` runs them"
        );
        return ExitCode::SUCCESS;
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
    // The browsers end when their last trial is dropped.
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// All trials, ordered by behaviour, so that two threads use two engines.
fn trials(browsers: &[Arc<Mutex<Browser>>]) -> Vec<Trial> {
    let all = ALL.iter().copied().flatten();
    all.flat_map(|behaviour| {
        browsers
            .iter()
            .map(|browser| trial(*behaviour, browser.clone()))
    })
    .collect()
}

fn trial((module, name, act): Behaviour, browser: Arc<Mutex<Browser>>) -> Trial {
    let engine = browser.lock().map_or("?", |browser| browser.engine.name());
    let group = module.rsplit("::").next().unwrap_or(module);
    let title = format!("{group}: {}", name.replace('_', " "));
    let runner = move || {
        let mut browser = browser
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let result = match act(&mut browser) {
            Err(error) if browser.engine == Engine::WebKit => {
                retry_webkit(&mut browser, name, act, &error)
            }
            result => result,
        };
        let failure = result
            .err()
            .map(|error| format!("{error:#}\n{}", evidence(&browser, name)));
        browser.tidy_up(failure.is_some());
        failure.map_or(Ok(()), |text| Err(Failed::from(text)))
    };
    Trial::test(title, runner).with_kind(engine)
}

/// Retries a failed behaviour in a fresh browser and prints the first failure. WebKitGTK 2.50
/// sometimes traps in valid WebAssembly ("Out of bounds memory access", mostly after axe-core has
/// run), and its driver loses input, so a failure there counts only if it repeats.
fn retry_webkit(
    browser: &mut Browser,
    name: &str,
    act: fn(&mut Browser) -> Done,
    first: &anyhow::Error,
) -> Done {
    eprintln!(
        "[webkit] {name}: tried again in a fresh browser, because at first: {first:#}\n{}",
        evidence(browser, name)
    );
    browser.restart();
    act(browser)
}

/// The state of the page when the behaviour failed.
fn evidence(browser: &Browser, name: &str) -> String {
    let Some(page) = browser.page_now() else {
        return String::new();
    };
    let Ok(url) = page.js::<String>("location.href") else {
        return "  the page does not answer".to_owned();
    };
    let state: String = page
        .js("document.querySelector('#standpoint')?.dataset.state ?? 'none'")
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

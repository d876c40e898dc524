//! `cargo xtask test`: the whole suite, the quickest steps first.

use crate::browsers::browser_command;
use crate::run::{cargo, run};
use crate::steps::Steps;
use crate::system::{ENGINES, Engine, NGINX};
use crate::versions::WASM_TARGET;
use crate::{site, system, tools};
use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::ffi::OsString;

const STEPS: [&str; 5] = ["format", "clippy", "wasm", "unit", "browser"];

struct Wish {
    only: Vec<String>,
    engines: Vec<&'static Engine>,
    all_engines: bool,
    /// Arguments for the browser tests.
    rest: Vec<OsString>,
}

pub fn test(arguments: lexopt::Parser) -> Result<()> {
    let wish = parse(arguments)?;
    let browser = wish.wants("browser");
    let mut steps = Steps::new(wish.total());
    steps.need("looking for the tools, installing what is missing", || {
        install(&wish)
    })?;
    tools::tidy_up();
    if wish.wants("format") {
        steps.check("formatting", || {
            run(cargo().args(["fmt", "--all", "--check"]))
        });
    }
    if wish.wants("clippy") {
        steps.check("clippy, native", || {
            run(cargo().args([
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ]))
        });
    }
    if wish.wants("wasm") {
        steps.check("clippy, wasm32", clippy_wasm);
    }
    if wish.wants("unit") {
        steps.check("unit, golden, command line and tidy tests", || {
            run(cargo().args([
                "test",
                "--workspace",
                "--exclude",
                "browser",
                "--no-fail-fast",
            ]))
        });
    }
    if browser {
        test_in_browsers(&mut steps, &wish);
    }
    steps.summary()
}

fn test_in_browsers(steps: &mut Steps, wish: &Wish) {
    let built = steps.check("building the app", site::build_app)
        && steps.check("building the site of the stories", || {
            site::build_command()?;
            site::build_stories()
        });
    let name = "tests in the browsers";
    let (ready, lacking): (Vec<&Engine>, Vec<&Engine>) = wish
        .engines
        .iter()
        .partition(|engine| engine.lacks().is_empty());
    if !built {
        steps.skip(name, "there is no built site");
    } else if ready.is_empty() {
        steps.skip(name, "no engine is installed");
    } else {
        let names: Vec<&str> = ready.iter().map(|engine| engine.name).collect();
        steps.check(name, || {
            let mut tests = browser_command(&names)?;
            run(tests
                .env("STANDPOINT_PARENTS", tools::parents()?)
                .env("STANDPOINT_WORDPRESS", tools::wordpress()?)
                .args(["test", "-p", "browser", "--"])
                .args(&wish.rest))
        });
    }
    for engine in lacking {
        let why = format!("install {}", engine.lacks().join(", "));
        steps.skip(engine.name, &why);
    }
    if let Some(package) = NGINX.lacks() {
        steps.skip("the site behind nginx", &format!("install {package}"));
    }
}

fn clippy_wasm() -> Result<()> {
    run(cargo().args([
        "clippy",
        "--target",
        WASM_TARGET,
        "--lib",
        "--bin",
        "web",
        "--",
        "-D",
        "warnings",
    ]))
}

fn install(wish: &Wish) -> Result<()> {
    tools::for_building()?;
    if !wish.wants("browser") {
        return Ok(());
    }
    system::install(&wish.engines)?;
    if wish.engines.iter().any(|engine| engine.name == "firefox") {
        tools::geckodriver()?;
    }
    let lacking: Vec<&str> = wish
        .engines
        .iter()
        .flat_map(|engine| engine.lacks())
        .chain(NGINX.lacks())
        .collect();
    if wish.all_engines && !lacking.is_empty() {
        bail!(
            "all engines were asked for, and these are missing: {}",
            lacking.join(", ")
        );
    }
    tools::axe_core()?;
    tools::parents()?;
    tools::wordpress().map(drop)
}

fn parse(mut arguments: lexopt::Parser) -> Result<Wish> {
    let mut wish = Wish {
        only: Vec::new(),
        engines: ENGINES.iter().collect(),
        all_engines: false,
        rest: Vec::new(),
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => wish.only = list(&arguments.value()?.string()?, &STEPS)?,
            Long("engines") => {
                let names = list(
                    &arguments.value()?.string()?,
                    &ENGINES.each_ref().map(|engine| engine.name),
                )?;
                wish.engines
                    .retain(|engine| names.iter().any(|name| name == engine.name));
            }
            Long("all-engines") => wish.all_engines = true,
            Value(first) => {
                wish.rest = std::iter::once(first)
                    .chain(arguments.raw_args()?)
                    .collect()
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(wish)
}

/// The names in `a,b`, each of which must be known.
fn list(text: &str, known: &[&str]) -> Result<Vec<String>> {
    let names: Vec<String> = text.split(',').map(|name| name.trim().to_owned()).collect();
    match names.iter().find(|name| !known.contains(&name.as_str())) {
        Some(stranger) => bail!("`{stranger}` is not one of {}", known.join(", ")),
        None => Ok(names),
    }
}

impl Wish {
    fn wants(&self, step: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == step)
    }

    /// The number of steps: the tools, one for each name, and two more for the browsers.
    fn total(&self) -> usize {
        let browsers = if self.wants("browser") { 2 } else { 0 };
        1 + STEPS.iter().filter(|step| self.wants(step)).count() + browsers
    }
}

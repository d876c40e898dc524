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

struct Options {
    only: Vec<String>,
    engines: Vec<&'static Engine>,
    all_engines: bool,
    /// Arguments for the browser tests.
    rest: Vec<OsString>,
}

pub fn test(arguments: lexopt::Parser) -> Result<()> {
    let options = parse(arguments)?;
    let browser = options.wants("browser");
    let mut steps = Steps::new(options.total());
    steps.need("looking for the tools, installing what is missing", || {
        install(&options)
    })?;
    tools::tidy_up();
    if options.wants("format") {
        steps.check("formatting", || {
            run(cargo().args(["fmt", "--all", "--check"]))
        });
    }
    if options.wants("clippy") {
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
    if options.wants("wasm") {
        steps.check("clippy, wasm32", clippy_wasm);
    }
    if options.wants("unit") {
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
        test_in_browsers(&mut steps, &options);
    }
    steps.summary()
}

fn test_in_browsers(steps: &mut Steps, options: &Options) {
    let built = steps.check("building the app", site::build_app)
        && steps.check("building the site of the stories", || {
            site::build_command()?;
            site::build_stories()
        });
    let name = "tests in the browsers";
    let (ready, missing): (Vec<&Engine>, Vec<&Engine>) = options
        .engines
        .iter()
        .partition(|engine| engine.missing().is_empty());
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
                .args(&options.rest))
        });
    }
    for engine in missing {
        let why = format!("install {}", engine.missing().join(", "));
        steps.skip(engine.name, &why);
    }
    if let Some(package) = NGINX.missing() {
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

fn install(options: &Options) -> Result<()> {
    tools::for_building()?;
    if !options.wants("browser") {
        return Ok(());
    }
    system::install(&options.engines)?;
    if options
        .engines
        .iter()
        .any(|engine| engine.name == "firefox")
    {
        tools::geckodriver()?;
    }
    let missing: Vec<&str> = options
        .engines
        .iter()
        .flat_map(|engine| engine.missing())
        .chain(NGINX.missing())
        .collect();
    if options.all_engines && !missing.is_empty() {
        bail!(
            "all engines were asked for, and these are missing: {}",
            missing.join(", ")
        );
    }
    tools::axe_core()?;
    tools::parents()?;
    tools::wordpress().map(drop)
}

fn parse(mut arguments: lexopt::Parser) -> Result<Options> {
    let mut options = Options {
        only: Vec::new(),
        engines: ENGINES.iter().collect(),
        all_engines: false,
        rest: Vec::new(),
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => options.only = list(&arguments.value()?.string()?, &STEPS)?,
            Long("engines") => {
                let names = list(
                    &arguments.value()?.string()?,
                    &ENGINES.each_ref().map(|engine| engine.name),
                )?;
                options
                    .engines
                    .retain(|engine| names.iter().any(|name| name == engine.name));
            }
            Long("all-engines") => options.all_engines = true,
            Value(first) => {
                options.rest = std::iter::once(first)
                    .chain(arguments.raw_args()?)
                    .collect()
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// Splits `a,b`; fails if a name is not `known`.
fn list(text: &str, known: &[&str]) -> Result<Vec<String>> {
    let names: Vec<String> = text.split(',').map(|name| name.trim().to_owned()).collect();
    match names.iter().find(|name| !known.contains(&name.as_str())) {
        Some(unknown) => bail!("`{unknown}` is not one of {}", known.join(", ")),
        None => Ok(names),
    }
}

impl Options {
    fn wants(&self, step: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == step)
    }

    /// The number of steps: the tools, one for each step, and two more for the browsers.
    fn total(&self) -> usize {
        let browsers = if self.wants("browser") { 2 } else { 0 };
        1 + STEPS.iter().filter(|step| self.wants(step)).count() + browsers
    }
}

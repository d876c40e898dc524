//! `cargo xtask test`: the whole suite, the quickest steps first.

use crate::browsers::{browser_command, install_for_tests};
use crate::run::{cargo, run};
use crate::steps::{Outcome, Step, run_steps};
use crate::system::{ENGINES, Engine, NGINX, NPM};
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
    let mut steps = vec![tools::step(|| install(&options))];
    if options.wants("format") {
        steps.push(Step::check("formatting", || {
            run(cargo().args(["fmt", "--all", "--check"]))
        }));
    }
    if options.wants("clippy") {
        steps.push(Step::check("clippy, native", clippy));
    }
    if options.wants("wasm") {
        steps.push(Step::check("clippy, wasm32", clippy_wasm));
    }
    if options.wants("unit") {
        steps.push(Step::check(
            "unit, golden, command line and tidy tests",
            unit_tests,
        ));
    }
    if options.wants("browser") {
        steps.extend(site::build_steps());
        steps.push(Step::skippable("tests in the browsers", || {
            test_in_browsers(&options)
        }));
    }
    let result = run_steps(steps);
    if options.wants("browser") {
        print_gaps(&options.engines);
    }
    result
}

fn test_in_browsers(options: &Options) -> Result<Outcome> {
    let ready: Vec<&str> = options
        .engines
        .iter()
        .filter(|engine| engine.missing().is_empty())
        .map(|engine| engine.name)
        .collect();
    if ready.is_empty() {
        return Ok(Outcome::Skipped("no engine is installed".to_owned()));
    }
    run(browser_command(&ready)
        .env("STANDPOINT_AXE", tools::axe_core()?)
        .env("STANDPOINT_PARENTS", tools::parents()?)
        .env("STANDPOINT_WORDPRESS", tools::wordpress()?)
        .args(["test", "-p", "browser", "--"])
        .args(&options.rest))?;
    Ok(Outcome::Passed)
}

/// Prints what the tests in the browsers leave out, because a package is missing.
fn print_gaps(engines: &[&Engine]) {
    for engine in engines {
        let missing = engine.missing();
        if !missing.is_empty() {
            eprintln!("  without {}: install {}", engine.name, missing.join(", "));
        }
    }
    if let Some(package) = NGINX.missing() {
        eprintln!("  without the site behind nginx: install {package}");
    }
}

fn clippy() -> Result<()> {
    run(cargo()
        .args(["clippy", "--workspace", "--all-targets"])
        .args(["--", "-D", "warnings"]))
}

fn unit_tests() -> Result<()> {
    run(cargo()
        .args(["test", "--workspace", "--exclude", "browser"])
        .arg("--no-fail-fast"))
}

fn clippy_wasm() -> Result<()> {
    run(cargo()
        .args(["clippy", "--target", WASM_TARGET, "--lib", "--bin", "web"])
        .args(["--", "-D", "warnings"]))
}

/// Installs what the wanted steps need.
fn install(options: &Options) -> Result<()> {
    if options.wants("wasm") {
        tools::wasm_target()?;
    }
    if !options.wants("browser") {
        return Ok(());
    }
    tools::for_building()?;
    system::install(&options.engines, &[NPM, NGINX])?;
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
    install_for_tests(&options.engines)
}

fn parse(mut arguments: lexopt::Parser) -> Result<Options> {
    let mut options = Options {
        only: Vec::new(),
        engines: ENGINES.to_vec(),
        all_engines: false,
        rest: Vec::new(),
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => options.only = list(&arguments.value()?.string()?, &STEPS)?,
            Long("engines") => {
                let names = list(
                    &arguments.value()?.string()?,
                    &ENGINES.map(|engine| engine.name),
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
}

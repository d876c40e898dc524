//! The commands that drive a browser without testing: `bench` and `shots`, run by `tests/browser`;
//! and `tools`, which installs everything.

use crate::run::{cargo, run, search_path, target};
use crate::steps::{Step, run_steps};
use crate::system::{CHROMIUM, ENGINES, Engine, FIREFOX, NGINX, NPM};
use crate::{site, system, tools};
use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::process::Command;

pub fn bench(arguments: lexopt::Parser) -> Result<()> {
    let options = checked(arguments, &["against"])?;
    with_built_site("measuring in Chromium", "bench", options)
}

pub fn shots(arguments: lexopt::Parser) -> Result<()> {
    let options = checked(arguments, &["story", "at"])?;
    with_built_site("taking the screenshots", "shots", options)
}

/// Options for the program of a command, checked before the site is built for it.
fn checked(mut arguments: lexopt::Parser, known: &[&str]) -> Result<Vec<OsString>> {
    let mut options = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long(name) if known.contains(&name) => {
                options.push(format!("--{name}").into());
                options.push(arguments.value()?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

pub fn install(mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    run_steps(vec![
        tools::step(tools::for_building),
        Step::required(
            "looking for the browsers, installing what is missing",
            || {
                system::install(&ENGINES, &[NPM, NGINX])?;
                install_for_tests(&ENGINES)
            },
        ),
    ])
}

/// Installs what the browser tests need beside the system's packages.
pub fn install_for_tests(engines: &[&Engine]) -> Result<()> {
    if engines.iter().any(|engine| engine.name == FIREFOX.name) {
        tools::geckodriver()?;
    }
    tools::axe_core()?;
    tools::parents()?;
    tools::wordpress().map(drop)
}

/// A cargo command for `tests/browser`, with the variables by which it finds the site and the
/// engines.
pub fn browser_command(engines: &[&str]) -> Command {
    let mut command = cargo();
    command
        .env("PATH", search_path())
        .env("STANDPOINT_SITE", site::folder())
        .env("STANDPOINT_TARGET", target())
        .env("STANDPOINT_ENGINES", engines.join(","));
    command
}

fn with_built_site(name: &'static str, program: &str, options: Vec<OsString>) -> Result<()> {
    let mut steps = vec![tools::step(|| {
        tools::for_building()?;
        system::install(&[&CHROMIUM], &[])?;
        match CHROMIUM.missing() {
            missing if missing.is_empty() => Ok(()),
            missing => bail!(
                "Chromium is needed, and these are missing: {}",
                missing.join(", ")
            ),
        }
    })];
    steps.extend(site::build_steps());
    steps.push(Step::required(name, || {
        run(browser_command(&[CHROMIUM.name])
            .args(["run", "--quiet", "--package", "browser"])
            .args(["--bin", program, "--"])
            .args(options))
    }));
    run_steps(steps)
}

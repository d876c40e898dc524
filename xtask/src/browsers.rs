//! The commands that drive a browser without testing: `bench` and `shots`, run by `tests/browser`;
//! and `tools`, which installs everything.

use crate::run::{cargo, path, run, target};
use crate::steps::Steps;
use crate::system::{ENGINES, Engine};
use crate::{site, system, tools};
use anyhow::{Result, bail};
use std::ffi::OsString;
use std::process::Command;

/// The engine for measurements and screenshots.
const CHROMIUM: &[&Engine] = &[&ENGINES[0]];

pub fn bench(arguments: lexopt::Parser) -> Result<()> {
    with_built_site("measuring in Chromium", "bench", arguments)
}

pub fn shots(arguments: lexopt::Parser) -> Result<()> {
    with_built_site("taking the screenshots", "shots", arguments)
}

pub fn install(mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let mut steps = Steps::new(2);
    steps.need(
        "looking for the tools to build, installing what is missing",
        tools::for_building,
    )?;
    steps.need(
        "looking for the browsers, installing what is missing",
        || {
            system::install(&ENGINES.each_ref())?;
            tools::geckodriver()?;
            tools::axe_core()?;
            tools::parents()?;
            tools::wordpress().map(drop)
        },
    )?;
    tools::tidy_up();
    Ok(())
}

/// A cargo command for `tests/browser`, with the variables by which it finds the site, the engines
/// and axe-core.
pub fn browser_command(engines: &[&str]) -> Result<Command> {
    let mut command = cargo();
    command
        .env("PATH", path())
        .env("STANDPOINT_SITE", site::folder())
        .env("STANDPOINT_TARGET", target());
    command
        .env("STANDPOINT_ENGINES", engines.join(","))
        .env("STANDPOINT_AXE", tools::axe_core()?);
    Ok(command)
}

fn with_built_site(what: &'static str, program: &str, mut arguments: lexopt::Parser) -> Result<()> {
    let arguments: Vec<OsString> = arguments.raw_args()?.collect();
    let mut steps = Steps::new(5);
    steps.need("looking for the tools, installing what is missing", || {
        tools::for_building()?;
        system::install(CHROMIUM)?;
        match CHROMIUM[0].missing() {
            missing if missing.is_empty() => Ok(()),
            missing => bail!(
                "Chromium is needed, and these are missing: {}",
                missing.join(", ")
            ),
        }
    })?;
    tools::tidy_up();
    steps.need("building the app", site::build_app)?;
    steps.need("building the command line", site::build_command)?;
    steps.need("building the site of the stories", site::build_stories)?;
    steps.need(what, || {
        let mut command = browser_command(&["chromium"])?;
        run(command
            .args([
                "run",
                "--quiet",
                "--package",
                "browser",
                "--bin",
                program,
                "--",
            ])
            .args(arguments))
    })
}

//! `cargo xtask serve`, which builds everything from a fresh clone and serves the explainers, and
//! `cargo xtask app`, which only builds the app.

use crate::run::{cargo, run};
use crate::steps::Steps;
use crate::{site, tools};
use anyhow::Result;
use lexopt::prelude::*;

pub fn serve(mut arguments: lexopt::Parser) -> Result<()> {
    let mut port: u16 = 8080;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => port = arguments.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    let mut steps = Steps::new(5);
    steps.need(
        "looking for the tools, installing what is missing",
        tools::for_building,
    )?;
    tools::tidy_up();
    steps.need("building the app", site::build_app)?;
    steps.need("building the command line", site::build_command)?;
    steps.need("building the site of the stories", site::build_stories)?;
    steps.need("serving; Ctrl-C ends it", || serve_site(port))
}

/// Builds the app, for developers who run `standpoint build` themselves.
pub fn app(mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let mut steps = Steps::new(2);
    steps.need(
        "looking for the tools, installing what is missing",
        tools::for_building,
    )?;
    tools::tidy_up();
    steps.need("building the app", site::build_app)
}

fn serve_site(port: u16) -> Result<()> {
    let mut serve = cargo();
    serve
        .args(["run", "--release", "--quiet", "--", "serve"])
        .arg(site::folder());
    run(serve.args(["--port", &port.to_string()]))
}

//! `cargo xtask serve`, which builds everything from a fresh clone and serves the explainers, and
//! `cargo xtask app`, which only builds the app.

use crate::run::run;
use crate::steps::{Step, run_steps};
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
    let mut steps = vec![tools::step(tools::for_building)];
    steps.extend(site::build_steps());
    steps.push(Step::required("serving; Ctrl-C ends it", || {
        let mut serve = site::cli("serve");
        run(serve
            .arg(site::folder())
            .args(["--port", &port.to_string()]))
    }));
    run_steps(steps)
}

/// Builds the app, for developers who run `standpoint build` themselves.
pub fn app(mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    run_steps(vec![
        tools::step(tools::for_building),
        Step::required("building the app", site::build_app),
    ])
}

//! `cargo xtask peers`: our pages and the peers' measured by the same scripts in one run, and a
//! table of the criteria that are met. The scripts are in `bench`; they install the peers.

mod map;
mod part;
mod results;
mod row;
mod suite;
mod table;
mod timeline;

use crate::run::target;
use crate::steps::{Step, run_steps};
use crate::{site, tools};
use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use part::Part;
use results::Results;
use row::{Row, Verdict};
use std::path::PathBuf;
use suite::{Suite, own_file, results_file};

/// The median of fewer runs depends on chance.
const MIN_RUNS: u32 = 5;

struct Options {
    bench: PathBuf,
    parts: Vec<Part>,
    runs: u32,
    quick: bool,
    rivals: bool,
    table_only: bool,
    skip_build: bool,
}

pub fn peers(arguments: lexopt::Parser) -> Result<()> {
    let options = Options::read(arguments)?;
    let measured = if options.table_only {
        Ok(())
    } else {
        measure(&options)
    };
    // What could be measured is shown, even if a part failed.
    let rows = rows(&options.parts)?;
    if options.table_only || rows.iter().any(|row| row.verdict != Verdict::Unmeasured) {
        table::print(&rows);
    }
    measured
}

impl Options {
    fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let mut options = Self {
            bench: crate::run::root().join("bench"),
            parts: Part::ALL.to_vec(),
            runs: MIN_RUNS,
            quick: false,
            rivals: false,
            table_only: false,
            skip_build: false,
        };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("bench") => options.bench = std::path::absolute(arguments.value()?)?,
                Long("only") => options.parts = Part::parse_list(&arguments.value()?.string()?)?,
                Long("runs") => options.runs = arguments.value()?.parse()?,
                Long("quick") => options.quick = true,
                Long("rivals") => options.rivals = true,
                Long("built") => options.skip_build = true,
                Long("table") => options.table_only = true,
                other => return Err(other.unexpected().into()),
            }
        }
        if options.quick {
            options.runs = 1;
        } else if options.runs < MIN_RUNS {
            bail!("medians are of at least {MIN_RUNS} runs; `--quick` makes a trial run");
        }
        Ok(options)
    }
}

fn measure(options: &Options) -> Result<()> {
    let suite = Suite::new(&options.bench)?;
    delete_results(&options.parts)?;
    let mut steps = vec![Step::required(
        "looking for Node.js, npm and Chromium",
        Suite::install_programs,
    )];
    if !options.skip_build {
        steps.push(tools::step(tools::for_building));
        steps.extend(site::program_steps());
    }
    steps.push(Step::required(
        "installing the peers, writing our pages",
        || suite.prepare(options),
    ));
    for part in &options.parts {
        steps.push(Step::check(part.step_name(), || {
            suite.measure(*part, options)
        }));
    }
    steps.push(Step::check(
        "looking at our own pages: keyboard, elements, cards",
        || suite.check_own_pages(options),
    ));
    run_steps(steps)
}

/// Deletes what an earlier run measured: the table must not show it as measured by this run.
fn delete_results(parts: &[Part]) -> Result<()> {
    std::fs::create_dir_all(folder())
        .with_context(|| format!("cannot create {}", folder().display()))?;
    for part in parts {
        for file in [results_file(*part), own_file(*part)] {
            if file.exists() {
                std::fs::remove_file(&file)
                    .with_context(|| format!("cannot delete {}", file.display()))?;
            }
        }
    }
    Ok(())
}

/// The rows of the parts, from what was measured last, by criterion.
fn rows(parts: &[Part]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for part in parts {
        let results = Results::read(&results_file(*part))?;
        let own = Results::read(&own_file(*part))?;
        rows.extend(match part {
            Part::SmallTimeline => timeline::small(&results, &own),
            Part::LargeTimelines => timeline::large(&results, &own),
            Part::SmallMap => map::small(&results, &own),
            Part::Layouts => map::layouts(&results, &own),
            Part::LargeMaps => map::large(&results, &own),
        });
    }
    rows.sort_by_key(|row| row.criterion);
    Ok(rows)
}

/// Pages and results.
fn folder() -> PathBuf {
    target().join("peers")
}

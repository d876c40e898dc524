//! `cargo xtask peers`: our pages and the peers' measured by one code in one run, and a table of
//! which bars are met. The scripts that measure are in `bench`; they install the peers.

mod bars;
mod bench;
mod map;
mod results;
mod table;
mod timeline;

use crate::run::target;
use crate::steps::Steps;
use crate::{site, tools};
use anyhow::{Result, bail};
use bars::{Row, Verdict};
use bench::Bench;
use lexopt::prelude::*;
use results::Results;
use std::path::PathBuf;

/// What a run measures; the numbers are those of the table.
const BARS: [(u8, &str); 5] = [
    (1, "measuring the small timeline (bar 1)"),
    (2, "measuring large timelines (bar 2)"),
    (3, "measuring the small map (bar 3)"),
    (4, "measuring layouts (bar 4)"),
    (5, "measuring large maps (bar 5)"),
];

/// Fewer runs say more of the moment than of the page.
const FEWEST_RUNS: u32 = 5;

struct Options {
    bench: PathBuf,
    bars: Vec<u8>,
    runs: u32,
    quick: bool,
    rivals: bool,
    again: bool,
    built: bool,
}

pub fn peers(arguments: lexopt::Parser) -> Result<()> {
    let options = Options::read(arguments)?;
    let measured = if options.again {
        Ok(())
    } else {
        measure(&options)
    };
    // What could be measured is shown, even if a part failed.
    let rows = rows(&options.bars)?;
    if options.again || rows.iter().any(|row| row.verdict != Verdict::Unmeasured) {
        table::print(&rows);
    }
    measured
}

impl Options {
    fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let bench = crate::run::root().join("bench");
        let all = BARS.iter().map(|(bar, _)| *bar).collect();
        let mut options = Self {
            bench,
            bars: all,
            runs: FEWEST_RUNS,
            quick: false,
            rivals: false,
            again: false,
            built: false,
        };
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("bench") => {
                    options.bench = std::path::absolute(PathBuf::from(arguments.value()?))?
                }
                Long("only") => options.bars = bars_named(&arguments.value()?.string()?)?,
                Long("runs") => options.runs = arguments.value()?.parse()?,
                Long("quick") => options.quick = true,
                Long("rivals") => options.rivals = true,
                Long("built") => options.built = true,
                Long("table") => options.again = true,
                other => return Err(other.unexpected().into()),
            }
        }
        if options.quick {
            options.runs = 1;
        } else if options.runs < FEWEST_RUNS {
            bail!("medians are of at least {FEWEST_RUNS} runs; `--quick` tries with one");
        }
        Ok(options)
    }
}

/// `timeline`, `map`, and bars by their numbers.
fn bars_named(list: &str) -> Result<Vec<u8>> {
    let mut bars = Vec::new();
    for name in list.split(',') {
        match name {
            "timeline" => bars.extend([1, 2]),
            "map" => bars.extend([3, 4, 5]),
            number => match number.parse() {
                Ok(bar @ 1..=5) => bars.push(bar),
                _ => bail!("--only takes `timeline`, `map` and the numbers 1 to 5, not `{number}`"),
            },
        }
    }
    bars.sort_unstable();
    bars.dedup();
    Ok(bars)
}

fn measure(options: &Options) -> Result<()> {
    let mut steps = Steps::new(3 + options.bars.len() + if options.built { 0 } else { 3 });
    let bench = steps.need("looking for the bench, Node.js, npm and Chromium", || {
        Bench::find(&options.bench)
    })?;
    if !options.built {
        steps.need(
            "looking for the tools, installing what is missing",
            tools::for_building,
        )?;
        tools::tidy_up();
        steps.need("building the app", site::build_app)?;
        steps.need("building the command line", site::build_command)?;
    }
    steps.need("writing our pages, installing the peers", || {
        bench.pages(options)
    })?;
    for (bar, name) in BARS.iter().filter(|(bar, _)| options.bars.contains(bar)) {
        steps.check(name, || bench.measure(*bar, options));
    }
    steps.check(
        "looking at our own pages: keyboard, elements, cards",
        || bench.own_facts(options),
    );
    steps.summary()
}

/// The rows of the bars, from what was measured last.
fn rows(bars: &[u8]) -> Result<Vec<Row>> {
    let read = |name: &str| Results::read(&folder().join(name));
    let own = read("own.json")?;
    let mut rows = Vec::new();
    for bar in bars {
        let results = read(&format!("bar-{bar}.json"))?;
        rows.extend(match bar {
            1 => timeline::small(&results, &own),
            2 => timeline::scale(&results, &own),
            3 => map::small(&results, &own),
            4 => map::layout(&results, &own),
            _ => map::scale(&results, &own),
        });
    }
    // The small map has rows of bar 1 too.
    rows.sort_by_key(|row| row.bar);
    Ok(rows)
}

/// Pages and results.
fn folder() -> PathBuf {
    target().join("peers")
}

#[cfg(test)]
mod tests {
    use super::bars_named;

    #[test]
    fn bars_are_named_by_view_or_by_number() {
        assert_eq!(bars_named("map,1,4").ok(), Some(vec![1, 3, 4, 5]));
        assert!(bars_named("6").is_err() && bars_named("maps").is_err());
    }
}

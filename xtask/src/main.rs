//! `cargo xtask`: the developer's commands. They install what they need into `target/tools` and
//! print what they do.
//!
//! Table of contents in reading order; a module uses only modules above it.

mod versions;
mod run;
mod steps;
mod tools;
mod system;
mod site;
mod serve;
mod browsers;
mod test;
mod peers;

use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N]         build everything and serve the explainers on this machine (port 8080)
  test                     the whole suite: formatting, clippy, tests, and the browsers
       [--only STEP,…]     some of: format, clippy, wasm, unit, browser
       [--engines E,…]     some of: chromium, firefox, webkit
       [--all-engines]     a missing engine is a failure, not a gap
       [-- ARGUMENTS]      for the browser tests: a part of a test's name, --list
  app                      build only the app into dist/, which `standpoint build` needs
  bench [--against SITE]   the figures: bytes of the first view, click to card, layout shift; or those of another
                           built site too, interleaved
  shots [--story S] [--at FRAGMENT]
                           screenshots at 320, 768 and 1280 px, light and dark, in target/shots
  peers [--bench FOLDER]   our pages beside the peers' in one run, and which criteria are met; the folder is bench/
       [--only PART,…]     some of: timeline (1, 2), map (3, 4, 5), or 1 (small timeline), 2 (large timelines),
                           3 (small map, for criterion 1 too), 4 (layouts), 5 (large maps)
       [--runs N]          runs per median; at least five
       [--quick]           one run, fewer sizes: for a trial
       [--rivals]          only the peers whose figures decide a criterion
       [--built]           skip the build of the app and the command line
       [--table]           measure nothing, print the table of the last run
  bench-story -o FOLDER    write a story for benchmarks; the same arguments give the same bytes
       [--events N]        how many events (100)
       [--actors M]        how many actors (40)
       [--seed S]          a different number gives a different story of the same size (1)
       [--data FILE]       the data set of a benchmark as a story, in place of an invented one:
                           {title, events: [{id, date, headline, text}], eras: [{start, end, label}]},
                           or {nodes: [{id, label, group}], edges: [{source, target, label, type}]},
                           also with names for nodes and pairs of indices for edges
  tools                    install what the commands above need, and stop
";

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    // What follows `--` is for the tests, which have their own help.
    let mut ours = std::env::args().take_while(|argument| argument != "--");
    if ours.any(|argument| argument == "--help" || argument == "-h") {
        print!("{HELP}");
        return Ok(());
    }
    match arguments.next()? {
        None => {
            print!("{HELP}");
            Ok(())
        }
        Some(Value(name)) => dispatch(&name.string()?, arguments),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn dispatch(name: &str, arguments: lexopt::Parser) -> Result<()> {
    match name {
        "serve" => serve::serve(arguments),
        "test" => test::test(arguments),
        "app" => serve::app(arguments),
        "bench" => browsers::bench(arguments),
        "shots" => browsers::shots(arguments),
        "peers" => peers::peers(arguments),
        "bench-story" => xtask::bench_story::command(arguments),
        "tools" => browsers::install(arguments),
        "help" => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no command `{name}`.\n\n{HELP}"),
    }
}

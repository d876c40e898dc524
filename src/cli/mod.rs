//! The command line: `standpoint check`, `schema`, `build`, `embed-code`, `image`, `serve`.

mod output;
mod check;
mod schema;
mod build;
mod embed_code;
mod image;
mod serve;
mod fill;

use clap::{Parser, Subcommand};
use output::Outcome;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// Turns a story into an interactive explainer.
#[derive(Debug, Parser)]
#[command(name = "standpoint", version, about)]
#[command(after_help = "Exit codes: 0 success, 1 a story has errors, 2 the command could not run.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Args),
    Schema(schema::Args),
    Build(build::Args),
    EmbedCode(embed_code::Args),
    Image(image::Args),
    Serve(serve::Args),
    #[command(hide = true)]
    Fill(fill::Args),
}

/// Runs the command line and returns its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let outcome = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Build(args) => build::run(&args),
        Command::EmbedCode(args) => embed_code::run(&args),
        Command::Image(args) => image::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Fill(args) => fill::run(&args),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Faulty) => ExitCode::from(1),
        Err(error) => {
            let _ = writeln!(
                io::stderr(),
                "standpoint: {}",
                crate::site::report::clean(&format!("{error:#}"))
            );
            ExitCode::from(2)
        }
    }
}

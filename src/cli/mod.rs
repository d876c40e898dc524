//! The command line: `standpoint check`, `schema`, `build`, `embed-code`, `image`, `serve`.

mod check;
mod schema;
mod build;
mod embed_code;
mod image;
mod serve;
mod fill;

use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// Turns a story into an interactive explainer.
#[derive(Debug, Parser)]
#[command(name = "standpoint", version, about)]
#[command(
    after_help = "Ends with 0 when done, 1 when a story has errors, 2 when it could not run."
)]
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

/// How a command ended that could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Exit code 0.
    Done,
    /// The story has errors, which were shown: exit code 1.
    Faulty,
}

/// Runs the command line: exit code 0 done, 1 the story has errors, 2 could not run.
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

/// Writes to the standard output; a reader that has gone away (`| head`) is no failure.
fn print(text: &str) -> anyhow::Result<()> {
    match io::stdout()
        .write_all(text.as_bytes())
        .and_then(|()| io::stdout().flush())
    {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Whether to colour what goes to a stream: only for eyes, and only for those who want it
/// (no-color.org).
fn colour(stream: &impl io::IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

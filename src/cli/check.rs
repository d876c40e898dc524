//! `standpoint check`: every problem of each story at once.

use super::output::{Outcome, colour, print};
use crate::format::rules::source;
use crate::site::encoding::decode;
use crate::site::load::{self, Loaded};
use crate::site::{read_aloud, report};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{Write, stderr, stdout};
use std::path::{Path, PathBuf};

/// Finds every problem of each story: where, what is wrong, and what to do.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folders with a story.toml and an article.md.
    #[arg(required = true, value_name = "STORY")]
    stories: Vec<PathBuf>,
    /// Text that the story explains; checks that it has each quotation, in the passage that the
    /// quotation names.
    #[arg(long, value_name = "FILE")]
    source: Option<PathBuf>,
    /// Report for people, or an array of objects for tools.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Print the whole story for proof-reading, each sentence with its evidence and its place in
    /// the source. The findings go to the standard error.
    #[arg(long, conflicts_with = "format")]
    read: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

pub fn run(args: &Args) -> Result<Outcome> {
    if args.source.is_some() && args.stories.len() > 1 {
        anyhow::bail!("--source is the text of one story: check the stories one by one");
    }
    let source = args.source.as_deref().map(text_of).transpose()?;
    let stories: Vec<Loaded> = args
        .stories
        .iter()
        .map(|dir| load::story_with_source(dir, source.as_deref()))
        .collect::<Result<_>>()?;
    let sound = stories.iter().all(|loaded| loaded.story.is_some());
    if args.read && sound {
        let read = stories
            .iter()
            .filter_map(|loaded| loaded.story.as_ref())
            .map(read_aloud::text);
        _ = write!(
            stderr(),
            "{}",
            stories
                .iter()
                .map(|loaded| report::text(loaded, colour(&stderr())))
                .collect::<String>()
        );
        print(&read.collect::<Vec<_>>().join("\n"))?;
        return Ok(Outcome::Done);
    }
    print(&match args.format {
        Format::Text => text(&stories),
        Format::Json => json(&stories)?,
    })?;
    Ok(if sound {
        Outcome::Done
    } else {
        Outcome::Faulty
    })
}

/// The text of a source. Quotations are compared with it letter by letter, so its encoding must not
/// be guessed.
fn text_of(path: &Path) -> Result<String> {
    let bytes =
        fs::read(path).with_context(|| format!("cannot read the source {}", path.display()))?;
    let decoded = decode(&bytes);
    if let Some(problem) = decoded.problem {
        let advice = "save its text alone, as plain text with the encoding UTF-8";
        bail!(
            "cannot read the source {}: it {}: {advice}",
            path.display(),
            problem.what
        );
    }
    match source::objection(&decoded.text) {
        Some(objection) => bail!("cannot read the source {}: it {objection}", path.display()),
        None => Ok(decoded.text),
    }
}

fn text(stories: &[Loaded]) -> String {
    let colour = colour(&stdout());
    stories
        .iter()
        .map(|loaded| report::text(loaded, colour))
        .collect()
}

fn json(stories: &[Loaded]) -> Result<String> {
    let records: Vec<_> = stories.iter().flat_map(report::records).collect();
    Ok(serde_json::to_string_pretty(&records)? + "\n")
}

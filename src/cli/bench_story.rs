//! `standpoint bench-story`: a story made to measure, for benchmarks and for trying out what a size
//! looks like.

use super::{Outcome, print};
use crate::format::{ARTICLE_FILE, STORY_FILE};
use crate::site::bench_story::{self, Measure, Texts};
use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Writes a story made to measure: invented, or of exactly the data of a benchmark.
///
/// The same arguments give the same bytes on every machine. Events lie in the years since 1995,
/// known to the day, the month or the year, as spans, roughly or not at all, and some are
/// forecasts; actors stand in groups, take positions on issues, and are tied so that a few have
/// many ties; the article has twenty passages at any size.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many events.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(0..=60_000), conflicts_with = "data")]
    events: u32,
    /// How many actors.
    #[arg(long, value_name = "M", default_value_t = 40, value_parser = clap::value_parser!(u32).range(0..=20_000), conflicts_with = "data")]
    actors: u32,
    /// Another number gives another story of the same size.
    #[arg(long, value_name = "S", default_value_t = 1, conflicts_with = "data")]
    seed: u64,
    /// A benchmark's data set (JSON): a timeline {title, events: [{id, date, headline, text}],
    /// eras: [{start, end, label}]}, or a graph {nodes: [{id, label, group}], edges: [{source,
    /// target, label, type}]}, also with names for nodes and pairs of indices for edges.
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// The story's folder; its name is the story's. A story that is in it already is replaced.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub fn run(args: &Args) -> Result<Outcome> {
    let (name, texts) = match &args.data {
        Some(file) => (
            file.file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            of_data(file)?,
        ),
        None => {
            let measure = Measure {
                events: args.events as usize,
                actors: args.actors as usize,
                seed: args.seed,
            };
            (
                format!("bench-{}-{}-{}", args.events, args.actors, args.seed),
                bench_story::invented(measure),
            )
        }
    };
    let folder = args.output.clone().unwrap_or_else(|| name.into());
    write(&folder, &texts)?;
    print(&format!(
        "wrote {} and {}\n",
        folder.join(STORY_FILE).display(),
        folder.join(ARTICLE_FILE).display()
    ))?;
    Ok(Outcome::Done)
}

fn of_data(file: &Path) -> Result<Texts> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    bench_story::of_data(&text).map_err(|problem| anyhow!("{}: {problem}", file.display()))
}

/// Nothing of anybody's may vanish: only a folder of a story, or one that is new or empty, is
/// written to.
fn write(folder: &Path, texts: &Texts) -> Result<()> {
    let empty = || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if folder.exists() && !folder.join(STORY_FILE).is_file() && !empty() {
        bail!(
            "{} is not empty and holds no story; name another folder",
            folder.display()
        );
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for (name, text) in [(STORY_FILE, &texts.story), (ARTICLE_FILE, &texts.article)] {
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

//! `standpoint build`: stories to a folder of static files, or one to a single file.

use super::output::{Outcome, colour, print};
use crate::site::app_build::AppBuild;
use crate::site::base::Base;
use crate::site::load::{self, Loaded};
use crate::site::meta::Publication;
use crate::site::{hosting, pack, publish, report};
use crate::story::Story;
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::io::stderr;
use std::path::PathBuf;

/// Writes stories as static files for any host: pages that are complete without script, and the
/// program that makes them interactive.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folders with a story.toml and an article.md; several stories get a folder each and a page
    /// of contents.
    #[arg(required = true, value_name = "STORY")]
    stories: Vec<PathBuf>,
    /// Folder to write. An earlier site in it is replaced; a folder with other files is left
    /// alone.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Write one story as one HTML file with everything inside: it loads no other file and works
    /// anywhere.
    #[arg(long)]
    single_file: bool,
    /// Your own style sheet, applied after ours; docs/options.md lists the properties that it can
    /// set.
    #[arg(long, value_name = "FILE")]
    style: Option<PathBuf>,
    /// Folder with the program that `cargo xtask app` (or `trunk build --release`) built.
    #[arg(long, value_name = "DIR", default_value = "dist")]
    app: PathBuf,
    /// Where the folder will be published (https://example.org/explainers/): search engines, social
    /// networks and content systems need absolute addresses.
    #[arg(long, value_name = "URL", value_parser = Base::parse, conflicts_with = "single_file")]
    base_url: Option<Base>,
    /// Name of the publisher, for social networks and content systems; without it the host.
    #[arg(long, value_name = "NAME", requires = "base_url")]
    site_name: Option<String>,
    /// Also write compressed copies (.br and .gz) for servers that send them.
    #[arg(long, conflicts_with = "single_file")]
    precompress: bool,
}

pub fn run(args: &Args) -> Result<Outcome> {
    let mut parts = AppBuild::read(&args.app)?;
    if let Some(file) = &args.style {
        parts.own_style =
            fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    }
    let Some(stories) = sound(&args.stories)? else {
        return Ok(Outcome::Faulty);
    };
    if args.single_file {
        return single(args, &parts, stories);
    }
    let published = args.base_url.clone().map(|base| Publication {
        base,
        name: args.site_name.clone(),
    });
    let mut files =
        publish::site(&parts, stories, published.as_ref()).map_err(|message| anyhow!(message))?;
    hosting::add(&mut files, published.as_ref());
    if args.precompress {
        hosting::precompress(&mut files);
    }
    pack::folder(&files, &args.output)?;
    let (count, size) = (
        files.len(),
        files.values().map(Vec::len).sum::<usize>().div_ceil(1000),
    );
    print(&format!(
        "wrote {} ({count} files, {size} kB)\n",
        args.output.join("index.html").display()
    ))?;
    if published.is_none() {
        print(
            "without --base-url the pages tell no canonical address, no preview image and no oEmbed answer\n",
        )?;
    }
    Ok(Outcome::Done)
}

fn single(args: &Args, parts: &AppBuild, stories: Vec<Story>) -> Result<Outcome> {
    let [story] = <[Story; 1]>::try_from(stories).map_err(|stories| {
        anyhow!(
            "a single file holds one story, not {}; build them one by one, or a folder of all",
            stories.len()
        )
    })?;
    let page = publish::single(parts, story).map_err(|message| anyhow!(message))?;
    pack::file(&page, &args.output)?;
    print(&format!(
        "wrote {} (1 file, {} kB)\n",
        args.output.display(),
        page.len().div_ceil(1000)
    ))?;
    Ok(Outcome::Done)
}

/// Reads stories and prints their problems; `None` if one has errors.
pub(super) fn sound(folders: &[PathBuf]) -> Result<Option<Vec<Story>>> {
    let stories: Vec<Loaded> = folders
        .iter()
        .map(|folder| load::story(folder))
        .collect::<Result<_>>()?;
    for loaded in stories
        .iter()
        .filter(|loaded| !loaded.diagnostics.is_empty())
    {
        eprint!("{}", report::text(loaded, colour(&stderr())));
    }
    Ok(stories.into_iter().map(|loaded| loaded.story).collect())
}

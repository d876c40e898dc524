//! The command line of `cargo xtask bench-story`.

use super::{Measure, Texts, invented, of_data};
use anyhow::{Context, Result, anyhow, bail};
use lexopt::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

const STORY_FILE: &str = "story.toml";
const ARTICLE_FILE: &str = "article.md";

pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut measure = Measure {
        events: 100,
        actors: 40,
        seed: 1,
    };
    let (mut data, mut output) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("events") => measure.events = arguments.value()?.parse()?,
            Long("actors") => measure.actors = arguments.value()?.parse()?,
            Long("seed") => measure.seed = arguments.value()?.parse()?,
            Long("data") => data = Some(PathBuf::from(arguments.value()?)),
            Short('o') | Long("output") => output = Some(PathBuf::from(arguments.value()?)),
            unknown => return Err(unknown.unexpected().into()),
        }
    }
    let output = output.context("name the story's folder with `-o`")?;
    write(&output, &texts(measure, data.as_deref())?)
}

fn texts(measure: Measure, data: Option<&Path>) -> Result<Texts> {
    let Some(file) = data else {
        return Ok(invented(measure));
    };
    let json =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    of_data(&json).map_err(|problem| anyhow!("{}: {problem}", file.display()))
}

/// Writes a story's folder, in place of a story that is there already.
///
/// # Errors
///
/// When the folder has files but no story: they may be somebody's.
pub fn write(folder: &Path, texts: &Texts) -> Result<()> {
    let empty = || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if folder.exists() && !folder.join(STORY_FILE).is_file() && !empty() {
        bail!(
            "{} is not empty and has no story; name another folder",
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

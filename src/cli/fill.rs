//! `standpoint fill`: puts a story into Trunk's page. The hook in Trunk.toml calls it while `trunk
//! serve` runs.

use super::build::sound;
use super::output::Outcome;
use crate::app::StoryRef;
use crate::layout::Content;
use crate::locale::direction::direction;
use crate::site::{page, prerender::prerender};
use crate::text::escape::escape;
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::PathBuf;

/// The story in development if `STANDPOINT_STORY` names no other.
const BUILT_IN: &str = "stories/security-guarantees";

/// Puts a story into Trunk's page; called by the hook in Trunk.toml.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_: &Args) -> Result<Outcome> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .context("TRUNK_STAGING_DIR is not set: only Trunk's hook calls this")?;
    let file = PathBuf::from(staging).join("index.html");
    let story = env::var_os("STANDPOINT_STORY").map_or_else(|| BUILT_IN.into(), PathBuf::from);
    let Some(stories) = sound(&[story])? else {
        return Ok(Outcome::Faulty);
    };
    let html =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    for story in stories {
        fs::write(&file, fill(&html, &Content::of(story).into())?)
            .with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(Outcome::Done)
}

/// Replaces the placeholders of `index.html` in Trunk's page by the story; Trunk's scripts stay.
fn fill(html: &str, story: &StoryRef) -> Result<String> {
    let root = page::root(&prerender(story, true), None);
    let language = format!(
        "<html lang=\"{}\" dir=\"{}\">",
        escape(&story.lang),
        direction(&story.lang)
    );
    let title = format!("{}<title>{}</title>", page::early(), escape(&story.title));
    let mut filled = html.to_owned();
    for (mark, content) in [
        ("<html lang=\"en\" dir=\"ltr\">", &language),
        ("<title>Standpoint</title>", &title),
        (
            "<div id=\"standpoint\" data-state=\"static\"><!-- standpoint:app --></div>",
            &root,
        ),
        ("<!-- standpoint:story -->", &page::data(story.content())),
    ] {
        if html.matches(mark).count() != 1 {
            bail!("index.html must hold {mark} once, because the story is put there");
        }
        filled = filled.replacen(mark, content, 1);
    }
    Ok(filled)
}

//! `standpoint fill`: a story into Trunk's page. Called by the hook in Trunk.toml while `trunk
//! serve` runs, never by hand.

use super::Outcome;
use super::build::sound;
use crate::app::StoryRef;
use crate::layout::Content;
use crate::locale::direction::direction;
use crate::site::{page, prerender::prerender};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::PathBuf;

/// The story that development shows when `STANDPOINT_STORY` names no other.
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

/// Trunk's page with the story where the marks of `index.html` stand; Trunk's own scripts stay in
/// it.
fn fill(html: &str, story: &StoryRef) -> Result<String> {
    let root = page::root(&prerender(story, true), None);
    let language = format!(
        "<html lang=\"{}\" dir=\"{}\">",
        page::Escaped(&story.lang),
        direction(&story.lang)
    );
    let title = format!(
        "{}<title>{}</title>",
        page::early(),
        page::Escaped(&story.title)
    );
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

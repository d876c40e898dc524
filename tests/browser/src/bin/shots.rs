//! `cargo xtask shots`: the built pages as pictures, at three widths, light and dark. `--story S`
//! takes one story, `--at '#…'` a state of it.

use anyhow::{Context, Result};
use browser::browser::{Browser, stories};
use browser::child::end_on_interrupt;
use browser::engine::Engine;
use browser::reader::Reader;
use lexopt::prelude::*;
use std::path::{Path, PathBuf};

#[derive(Default)]
struct Options {
    story: Option<String>,
    at: String,
}

fn main() -> Result<()> {
    let options = parse()?;
    let site = std::env::var_os("STANDPOINT_SITE")
        .context("STANDPOINT_SITE does not name the built site; run `cargo xtask shots`")?;
    let folder = PathBuf::from(std::env::var_os("STANDPOINT_TARGET").unwrap_or("target".into()))
        .join("shots");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    let runtime = tokio::runtime::Runtime::new()?;
    end_on_interrupt(runtime.handle());
    for engine in Engine::chosen()? {
        let mut browser = Browser::new(runtime.handle(), engine, Path::new(&site));
        for story in options
            .story
            .clone()
            .map_or_else(|| stories(Path::new(&site)), |story| Ok(vec![story]))?
        {
            shoot(&mut browser, &story, &options.at, &folder)?;
        }
    }
    Ok(())
}

fn parse() -> Result<Options> {
    let mut options = Options::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("story") => options.story = Some(arguments.value()?.string()?),
            Long("at") => {
                options.at = arguments
                    .value()?
                    .string()?
                    .trim_start_matches('#')
                    .to_owned()
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn shoot(browser: &mut Browser, story: &str, at: &str, folder: &Path) -> Result<()> {
    let fragment = if at.is_empty() {
        String::new()
    } else {
        format!("#{at}")
    };
    for dark in [false, true] {
        for reader in Reader::ALL.map(|reader| if dark { reader.dark() } else { reader }) {
            let file = folder.join(file_name(story, at, browser.engine, reader));
            let page = browser.visit(&format!("{story}/{fragment}"), reader.reduced_motion())?;
            page.hydrated()?;
            page.screenshot(&file)?;
            println!("  {}", file.display());
        }
    }
    Ok(())
}

/// `harbour-actor-mayor-320-dark.png`; engines other than Chromium are named.
fn file_name(story: &str, at: &str, engine: Engine, reader: Reader) -> String {
    let state: String = at
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let color_scheme = if reader.dark { "dark" } else { "light" };
    let engine = if engine == Engine::Chromium {
        ""
    } else {
        engine.name()
    };
    let width = reader.width.to_string();
    let parts = [story, &state, &width, color_scheme, engine];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.png", parts.join("-"))
}

//! The app as Trunk built it: the two programs and their glue.

use super::program::Program;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// What every page of a site needs.
#[derive(Debug)]
pub struct AppBuild {
    /// The app.
    pub app: Program,
    /// The explorer, which a page loads when a reader opens a figure.
    pub explorer: Program,
    /// The newsroom's style sheet, which comes after ours ([`super::style::STORY`]); may be empty.
    pub own_style: String,
}

impl AppBuild {
    /// Reads Trunk's output folder. The links of its page give the names of the files.
    ///
    /// # Errors
    ///
    /// When there is no complete build, with a sentence that says what to run.
    pub fn read(dist: &Path) -> Result<Self> {
        let file = dist.join("index.html");
        if !file.is_file() {
            bail!(
                "there is no built app in {}; run `cargo xtask app` (or `trunk build --release`) first, or name its folder with --app",
                dist.display()
            );
        }
        let page =
            fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        // Trunk's hook puts a story into the page only during development.
        if page.contains(crate::browser::start::STORY) {
            bail!(
                "{} holds a development build of the app; run `cargo xtask app` (or `trunk build --release`)",
                dist.display()
            );
        }
        let links = links(&page);
        Ok(Self {
            app: program(
                dist,
                only(&links, "preload", ".wasm")?,
                only(&links, "modulepreload", ".js")?,
            )?,
            explorer: program(dist, "explore_bg.wasm", "explore.js")?,
            own_style: String::new(),
        })
    }
}

fn program(dist: &Path, wasm: &str, glue: &str) -> Result<Program> {
    let bytes = fs::read(dist.join(wasm)).with_context(|| missing(wasm))?;
    Ok(Program::new(bytes, text(dist, glue)?))
}

fn missing(name: &str) -> String {
    format!("the app's file {name} is missing; build the app again")
}

fn text(dist: &Path, name: &str) -> Result<String> {
    fs::read_to_string(dist.join(name)).with_context(|| missing(name))
}

/// `rel` and `href` of each link element. Trunk writes every attribute of our `index.html` in
/// double quotes, so a search for these is enough.
fn links(page: &str) -> Vec<(&str, &str)> {
    let tags = page
        .split("<link ")
        .skip(1)
        .filter_map(|rest| rest.split('>').next());
    tags.filter_map(|tag| {
        Some((
            attribute(tag, "rel")?,
            attribute(tag, "href")?.trim_start_matches("./"),
        ))
    })
    .collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!("{name}=\""))?.1.split('"').next()
}

fn named<'a>(
    links: &[(&'a str, &'a str)],
    rel: &str,
    ending: &str,
) -> impl Iterator<Item = &'a str> {
    links
        .iter()
        .filter(move |(is, name)| *is == rel && name.ends_with(ending))
        .map(|(_, name)| *name)
}

/// The only file of a kind; if there were several, a page would lack parts of the app.
fn only<'a>(links: &[(&'a str, &'a str)], rel: &str, ending: &str) -> Result<&'a str> {
    match named(links, rel, ending).collect::<Vec<_>>()[..] {
        [name] => Ok(name),
        [] => bail!("the app's page names no {ending} file; build the app again"),
        _ => bail!("the app's page names several {ending} files, of which a page takes one"),
    }
}

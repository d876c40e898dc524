//! Builds the app and the site of the built-in stories, in the way that the README describes.

use crate::run::{cargo, command, root, run, target};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;
use xtask::bench_story::{self, Measure};

/// Where the built site is.
pub fn folder() -> PathBuf {
    target().join("site")
}

/// The app as WebAssembly, in `dist/`. Offline: trunk takes the wasm-bindgen on the PATH and
/// fetches nothing itself.
pub fn build_app() -> Result<()> {
    run(cargo().arg("fetch"))?;
    let mut trunk = command("trunk");
    trunk.args([
        "build",
        "--release",
        "--offline=true",
        "--skip-version-check",
    ]);
    // Trunk reads NO_COLOR as a flag with a value.
    run(trunk
        .env_remove("NO_COLOR")
        .env("CARGO_ENCODED_RUSTFLAGS", anonymous()))
}

/// A panic names its source file, and that name is part of every page. With this compiler flag it
/// is the same on every machine, and says nothing about the folders there.
fn anonymous() -> String {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")))
        .unwrap_or_default();
    format!(
        "--remap-path-prefix={}=crates",
        cargo.join("registry").join("src").display()
    )
}

/// The command line, in the release profile.
pub fn build_command() -> Result<()> {
    run(cargo().args(["build", "--release", "--bin", "standpoint"]))
}

/// A folder for each story, and an index; beside it the story of the tests as a single file, and
/// two invented stories: a large one, and one with many events on one page.
pub fn build_stories() -> Result<()> {
    run(build()
        .args(stories()?)
        .arg("--precompress")
        .arg("-o")
        .arg(folder()))?;
    let single = folder().with_extension("html");
    run(build()
        .arg("--single-file")
        .arg("stories/security-guarantees")
        .arg("-o")
        .arg(single))?;
    [("large", [400, 200]), ("long", [100, 12])]
        .into_iter()
        .try_for_each(|(name, [events, actors])| {
            let (site, story) = (
                target().join(format!("site-{name}")),
                target().join(format!("bench-{name}")),
            );
            let measure = Measure {
                events,
                actors,
                seed: 1,
            };
            bench_story::write(&story, &bench_story::invented(measure))?;
            run(build().arg(story).arg("-o").arg(site))
        })
}

fn build() -> Command {
    let mut run = cargo();
    run.args(["run", "--release", "--quiet", "--", "build"]);
    run
}

fn stories() -> Result<Vec<PathBuf>> {
    let folder = root().join("stories");
    let entries =
        std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut stories: Vec<PathBuf> = paths
        .filter(|path| path.join("story.toml").is_file())
        .collect();
    stories.sort();
    if stories.is_empty() {
        bail!("no folder in {} has a story.toml", folder.display());
    }
    Ok(stories)
}

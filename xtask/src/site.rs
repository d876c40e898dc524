//! Builds the app and the site of the built-in stories, in the way that the README describes.

use crate::run::{cargo, command, root, run, target};
use crate::steps::Step;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;
use xtask::bench_story::{self, Measure};

/// Where the built site is.
pub fn folder() -> PathBuf {
    target().join("site")
}

/// Builds the app, the command line and the site of the stories.
pub fn build_steps() -> Vec<Step<'static>> {
    let mut steps = program_steps();
    steps.push(Step::required(
        "building the site of the stories",
        build_stories,
    ));
    steps
}

/// Builds the app and the command line.
pub fn program_steps() -> Vec<Step<'static>> {
    vec![
        Step::required("building the app", build_app),
        Step::required("building the command line", build_cli),
    ]
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
        .env("CARGO_ENCODED_RUSTFLAGS", remap_path_flag()))
}

/// A panic names its source file, and that name is part of every page. With this compiler flag it
/// is the same on every machine, and says nothing about the folders there.
fn remap_path_flag() -> String {
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
fn build_cli() -> Result<()> {
    run(cargo().args(["build", "--release", "--bin", "standpoint"]))
}

/// A folder for each story, and an index; beside it a built-in story as a single file for the
/// browser tests, and two invented stories: a large one, and one with many events on one page.
fn build_stories() -> Result<()> {
    run(cli("build")
        .args(stories()?)
        .arg("--precompress")
        .arg("-o")
        .arg(folder()))?;
    let single = folder().with_extension("html");
    run(cli("build")
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
            run(cli("build").arg(story).arg("-o").arg(site))
        })
}

/// A subcommand of the command line that [`build_steps`] built.
pub fn cli(subcommand: &str) -> Command {
    let mut cli = command(cli_path());
    cli.arg(subcommand);
    cli
}

pub fn cli_path() -> PathBuf {
    target().join("release").join("standpoint")
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

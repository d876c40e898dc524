//! The comparison suite in `bench`: what its scripts need, and how they are run.

use super::part::Part;
use super::{Options, folder};
use crate::run::{cargo, command, find, root, run, target, tools_dir};
use crate::site;
use crate::system::{self, CHROMIUM, CHROMIUM_BROWSER, NPM};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub struct Suite<'a> {
    folder: &'a Path,
}

impl<'a> Suite<'a> {
    pub fn new(folder: &'a Path) -> Result<Self> {
        for script in Part::ALL.map(Part::script) {
            if !folder.join(script).is_file() {
                bail!(
                    "there is no {script} in {}: name the suite's folder with `--bench FOLDER`",
                    folder.display()
                );
            }
        }
        Ok(Self { folder })
    }

    /// Installs the programs that the scripts need.
    pub fn install_programs() -> Result<()> {
        system::install(&[&CHROMIUM], &[NPM])?;
        for program in ["node", "npm"] {
            find(program).with_context(|| {
                format!("`{program}` is missing: install Node.js 20 or later with npm")
            })?;
        }
        chromium().map(drop)
    }

    /// Installs the peers, builds our pages of the suite's graphs, and describes our pages for its
    /// scripts.
    pub fn prepare(&self, options: &Options) -> Result<()> {
        self.install_peers()?;
        run(self
            .our_script("pages.mjs")?
            .args(options.quick.then_some("--quick")))
    }

    /// Makes the map script install its peers, once. A file marks a complete installation, because
    /// the script would take an interrupted one for complete.
    fn install_peers(&self) -> Result<()> {
        let complete = map_peers().join("complete");
        if complete.is_file() {
            return Ok(());
        }
        let _ = std::fs::remove_dir_all(map_peers());
        let mut script = self.node(self.folder.join(Part::SmallMap.script()))?;
        run(script
            .args(["--only", "none", "--work"])
            .arg(map_peers())
            .stdout(Stdio::null()))?;
        std::fs::write(&complete, "")
            .with_context(|| format!("cannot write {}", complete.display()))
    }

    /// Measures one part; the script's progress goes to the terminal.
    pub fn measure(&self, part: Part, options: &Options) -> Result<()> {
        let mut measure = self.node(self.folder.join(part.script()))?;
        measure
            .arg("--page")
            .arg(folder().join(format!("part-{}.page.json", part.number())))
            .arg("--out")
            .arg(results_file(part))
            .args(arguments(part, options))
            .stdout(Stdio::null());
        run(&mut measure)
    }

    /// Checks our own pages further: see `xtask/peers/own.mjs`.
    pub fn check_own_pages(&self, options: &Options) -> Result<()> {
        if options.parts.contains(&Part::Layouts) {
            run(cargo().args(["build", "--release", "--quiet", "--example", "layout"]))?;
        }
        let numbers: Vec<String> = options
            .parts
            .iter()
            .map(|part| part.number().to_string())
            .collect();
        run(self
            .our_script("own.mjs")?
            .arg(numbers.join(","))
            .arg(options.runs.to_string()))
    }

    fn our_script(&self, name: &str) -> Result<Command> {
        self.node(root().join("xtask/peers").join(name))
    }

    /// Our scripts find everything by these variables.
    fn node(&self, script: PathBuf) -> Result<Command> {
        let xtask = std::env::current_exe().context("xtask cannot find its own program")?;
        let mut node = command("node");
        node.arg(script)
            .env("CHROMIUM", chromium()?)
            .env("STANDPOINT_PEERS", folder())
            .env("STANDPOINT_BENCH", self.folder)
            .env("STANDPOINT_MAP_PEERS", map_peers())
            .env("STANDPOINT_APP", root().join("dist"))
            .env("STANDPOINT_XTASK", xtask)
            .env("STANDPOINT", site::cli_path())
            .env(
                "STANDPOINT_LAYOUT",
                target().join("release/examples/layout"),
            );
        Ok(node)
    }
}

/// What the suite measured for a part.
pub fn results_file(part: Part) -> PathBuf {
    folder().join(format!("part-{}.json", part.number()))
}

/// What our own script measured for a part.
pub fn own_file(part: Part) -> PathBuf {
    folder().join(format!("own-{}.json", part.number()))
}

fn chromium() -> Result<PathBuf> {
    CHROMIUM_BROWSER
        .program()
        .context("Chromium is missing: install it with your system's package manager")
}

/// The timeline script has a folder of its own choice; the map script would install its peers again
/// for each run.
fn map_peers() -> PathBuf {
    tools_dir().join("map-peers")
}

fn arguments(part: Part, options: &Options) -> Vec<String> {
    let runs = options.runs.to_string();
    // The first visit of a large page waits until the script has compressed it.
    let scale_runs = options.runs.max(3).to_string();
    let work = map_peers().to_string_lossy().into_owned();
    let mut arguments = part.arguments().to_vec();
    arguments.extend(["--runs", &runs]);
    arguments.extend(if part.is_timeline() {
        ["--scale-runs", &scale_runs]
    } else {
        ["--work", &work]
    });
    if options.quick {
        arguments.extend(part.quick_arguments());
    }
    if options.rivals {
        arguments.extend(["--peers", part.rivals()]);
    }
    arguments.into_iter().map(str::to_owned).collect()
}

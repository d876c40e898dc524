//! The scripts in `bench`: what they need, and how the part that a bar needs is run.

use super::{Options, folder};
use crate::run::{cargo, command, find, root, run, target, tools};
use crate::system::{self, ENGINES};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub struct Bench {
    folder: PathBuf,
    chromium: PathBuf,
}

impl Bench {
    pub fn find(folder: &Path) -> Result<Self> {
        for script in ["timeline/run.mjs", "map/run.mjs"] {
            if !folder.join(script).is_file() {
                bail!(
                    "there is no {script} in {}: name the folder of the bench with `--bench FOLDER`",
                    folder.display()
                );
            }
        }
        system::install(&[&ENGINES[0]])?;
        for program in ["node", "npm"] {
            find(program).with_context(|| {
                format!("`{program}` is missing: install Node.js 20 or later with npm")
            })?;
        }
        let chromium = ["chromium", "chromium-browser", "google-chrome"]
            .iter()
            .find_map(|name| find(name));
        let chromium = chromium
            .context("Chromium is missing: install it with your system's package manager")?;
        Ok(Self {
            folder: folder.to_owned(),
            chromium,
        })
    }

    /// Builds our pages of the bench's graphs, and describes our pages for its scripts; has it
    /// install its peers.
    pub fn pages(&self, options: &Options) -> Result<()> {
        std::fs::create_dir_all(folder())
            .with_context(|| format!("cannot create {}", folder().display()))?;
        self.install()?;
        run(self
            .ours("pages.mjs")
            .args(options.quick.then_some("--quick")))
    }

    /// Has the map script fetch its peers, once: what is left of an installation that was broken
    /// off would be taken for a whole one.
    fn install(&self) -> Result<()> {
        let whole = map_peers().join("whole");
        if whole.is_file() {
            return Ok(());
        }
        let _ = std::fs::remove_dir_all(map_peers());
        let mut script = self.node(self.folder.join("map/run.mjs"));
        run(script
            .args(["--only", "none", "--work"])
            .arg(map_peers())
            .stdout(Stdio::null()))?;
        std::fs::write(&whole, "").with_context(|| format!("cannot write {}", whole.display()))
    }

    /// Runs the part of a script that a bar needs; its progress goes to the terminal.
    pub fn measure(&self, bar: u8, options: &Options) -> Result<()> {
        let results = folder().join(format!("bar-{bar}.json"));
        // What an earlier run measured is no figure of this one.
        let _ = std::fs::remove_file(&results);
        let script = if bar < 3 {
            "timeline/run.mjs"
        } else {
            "map/run.mjs"
        };
        let mut measure = self.node(self.folder.join(script));
        measure
            .arg("--page")
            .arg(folder().join(format!("bar-{bar}.page.json")))
            .arg("--out")
            .arg(results);
        measure.args(arguments(bar, options)).stdout(Stdio::null());
        run(&mut measure)
    }

    /// What only our own pages are asked: see `xtask/peers/own.mjs`.
    pub fn own_facts(&self, options: &Options) -> Result<()> {
        if options.bars.contains(&4) {
            run(cargo().args(["build", "--release", "--quiet", "--example", "layout"]))?;
        }
        let bars: Vec<String> = options.bars.iter().map(u8::to_string).collect();
        run(self
            .ours("own.mjs")
            .arg(bars.join(","))
            .arg(options.runs.to_string()))
    }

    fn ours(&self, script: &str) -> Command {
        self.node(root().join("xtask/peers").join(script))
    }

    /// Our scripts find everything by these variables.
    fn node(&self, script: PathBuf) -> Command {
        let mut node = command("node");
        node.arg(script).env("CHROMIUM", &self.chromium);
        node.env("STANDPOINT_PEERS", folder())
            .env("STANDPOINT_BENCH", &self.folder);
        node.env("STANDPOINT_TOOLS", map_peers())
            .env("STANDPOINT_APP", root().join("dist"));
        let built = target().join("release");
        if let Ok(xtask) = std::env::current_exe() {
            node.env("STANDPOINT_XTASK", xtask);
        }
        node.env("STANDPOINT", built.join("standpoint"))
            .env("STANDPOINT_LAYOUT", built.join("examples/layout"));
        node
    }
}

/// The timeline script has a folder of its own choice; the map script would install its peers anew
/// for each run.
fn map_peers() -> PathBuf {
    tools().join("map-peers")
}

/// The maps with the fewest crossings.
const MAPS: &str = "cytoscape+fcose,sigma+FA2 (WebGL),vis-network,Graphviz static neato";

/// The layouts of least stress, and the fastest of those that come near.
const LAYOUTS: &str =
    "cytoscape-fcose,d3-force,webcola,elk-stress,graphviz-wasm-neato,graphviz-wasm-sfdp";

/// What a bar needs of its script.
struct Part {
    words: [&'static str; 2],
    /// The peers that the bar comes down to; none for all.
    rivals: &'static str,
    /// What makes it short.
    few: [&'static str; 2],
}

fn part(bar: u8) -> Part {
    let (words, rivals, few) = match bar {
        1 => (["--parts", "small"], "timelinejs,vis", ["--retries", "0"]),
        2 => (["--parts", "scale"], "vis-cluster", ["--sizes", "100,1000"]),
        3 => (["--only", "small"], MAPS, ["--limit", "90"]),
        4 => (
            ["--only", "layout"],
            LAYOUTS,
            ["--graphs", "davis,karate,lesmis,ba1000"],
        ),
        _ => (["--only", "scale"], "svg-d3", ["--limit", "90"]),
    };
    Part { words, rivals, few }
}

fn arguments(bar: u8, options: &Options) -> Vec<String> {
    let Part { words, rivals, few } = part(bar);
    let runs = options.runs.to_string();
    // The first visit of a large page waits until the script has compressed it.
    let scale_runs = options.runs.max(3).to_string();
    let work = map_peers().to_string_lossy().into_owned();
    let mut arguments = vec![words[0], words[1], "--runs", &runs];
    arguments.extend(if bar < 3 {
        ["--scale-runs", &scale_runs]
    } else {
        ["--work", &work]
    });
    arguments.extend(few.into_iter().filter(|_| options.quick));
    if options.rivals && !rivals.is_empty() {
        arguments.extend(["--peers", rivals]);
    }
    arguments.into_iter().map(str::to_owned).collect()
}

//! A real WordPress on this machine, with PHP as WebAssembly in Node.js. It publishes posts for
//! tests.

use crate::child::{Child, free_port};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;
use url::Url;

/// Long, because WordPress unpacks and installs itself at each start.
const DEADLINE: Duration = Duration::from_secs(300);

pub struct WordPress {
    origin: String,
    _process: Child,
    _home: TempDir,
}

/// The folder with the program and `wordpress.zip`.
pub fn install_dir() -> Result<PathBuf> {
    let folder = std::env::var_os("STANDPOINT_WORDPRESS");
    folder
        .map(PathBuf::from)
        .context("STANDPOINT_WORDPRESS names no folder; `cargo xtask test` installs it")
}

impl WordPress {
    /// Starts the program, which fetches WordPress itself from the address `zip`.
    pub fn start(zip: &str) -> Result<WordPress> {
        let home = tempfile::Builder::new()
            .prefix("standpoint-wordpress-")
            .tempdir()?;
        let plugins = home.path().join("plugins");
        std::fs::create_dir(&plugins)?;
        std::fs::write(
            plugins.join("standpoint.php"),
            include_str!("wordpress.php"),
        )?;
        let port = free_port()?;
        let program = install_dir()?.join("node_modules/@wp-playground/cli/wp-playground.js");
        let mut command = Command::new(which::which("node").context("`node` is not on the PATH")?);
        command
            .arg(program)
            .arg("server")
            .arg(format!("--wp={zip}"));
        command
            .arg(format!("--port={port}"))
            .arg(mount(&plugins))
            .env("HOME", home.path());
        let mut process = Child::start(&mut command, &home.path().join("wordpress.log"))?;
        process.wait_until("WordPress", DEADLINE, |log| {
            log.contains("Ready!").then_some(())
        })?;
        Ok(WordPress {
            origin: format!("http://127.0.0.1:{port}"),
            _process: process,
            _home: home,
        })
    }

    /// An address that publishes a post with this content and redirects to it.
    pub fn publish(&self, content: &str) -> Result<String> {
        Ok(Url::parse_with_params(&self.origin, [("publish", content)])?.into())
    }
}

fn mount(plugins: &Path) -> String {
    format!(
        "--mount={}:/wordpress/wp-content/mu-plugins",
        plugins.display()
    )
}

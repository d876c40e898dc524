//! What the browser complains about: its console, the security policy, and axe-core's rules. Knows no story.

use crate::engine::Engine;
use crate::page::Page;
use crate::wire;
use anyhow::{Context, Result, anyhow, ensure};
use serde::Deserialize;
use std::fmt;

/// What the console says and the policy forbids. It is written by the script `watch.js`, which the harness's server puts first
/// into the page; Chromium's own log also knows what the browser itself reports (a 404, a blocked script).
impl Page<'_> {
    pub fn console(&self) -> Result<Vec<String>> {
        match self.session.engine {
            Engine::Chromium => self.chromium_log(),
            Engine::Firefox | Engine::WebKit => self.js("window.__watch?.console ?? []"),
        }
    }

    pub fn policy_violations(&self) -> Result<Vec<String>> {
        self.js("window.__watch?.policy ?? []")
    }

    fn chromium_log(&self) -> Result<Vec<String>> {
        #[derive(Deserialize)]
        struct Entry {
            level: String,
            message: String,
        }
        let log = self.session.run(wire::console_log(&self.session.client))?;
        let entries: Vec<Entry> = serde_json::from_value(log)?;
        Ok(entries.into_iter().map(|Entry { level, message }| format!("{level}: {message}")).collect())
    }

    /// Every rule of axe-core on the page as it is now. It needs timers, which stand still where script is off: to see the page
    /// without its program, visit it under a policy without scripts.
    pub fn axe(&self) -> Result<Vec<Violation>> {
        ensure!(
            self.reader.script,
            "axe-core cannot run where script is off; visit with `site::NO_SCRIPT` as the policy"
        );
        let path = std::env::var("STANDPOINT_AXE").map_err(|_| {
            anyhow!("STANDPOINT_AXE does not name axe.min.js; `cargo xtask test` installs it and says where")
        })?;
        let axe = std::fs::read_to_string(&path).with_context(|| format!("cannot read axe-core at {path}"))?;
        let script = format!("{axe}\n{}", include_str!("axe.js"));
        let answer =
            self.session.run(self.session.client.execute_async(&script, Vec::new())).context("axe-core did not run")?;
        match serde_json::from_value(answer)? {
            Answer::Violations(found) => Ok(found),
            Answer::Error(message) => Err(anyhow!("axe-core failed: {message}")),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Violations(Vec<Violation>),
    Error(String),
}

#[derive(Debug, Deserialize)]
pub struct Violation {
    pub id: String,
    pub help: String,
    pub nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
pub struct Node {
    pub target: String,
    pub why: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.help)?;
        for node in &self.nodes {
            write!(f, "\n    {}\n      {}", node.target, node.why.replace('\n', "\n      "))?;
        }
        Ok(())
    }
}

//! What a browser complains about: its console, the security policy, and axe-core's rules.

use crate::commands;
use crate::engine::Engine;
use crate::page::Page;
use anyhow::{Context, Result, anyhow, ensure};
use serde::Deserialize;
use std::fmt;

/// Messages of the console and violations of the policy. The script `watch.js`, which the harness
/// puts first into the page, collects them; what the browser itself reports (a 404, a blocked
/// script) comes from Chromium's log and Firefox's console.
impl Page<'_> {
    /// The console's messages. In a frame: its page's, and the browser's for all frames.
    pub fn console(&self) -> Result<Vec<String>> {
        let watched: Vec<String> = self.eval("window.__watch?.console ?? []")?;
        match self.session.engine {
            Engine::Chromium => self.chromium_log(watched),
            Engine::Firefox => Ok([watched, self.firefox_errors()?].concat()),
            Engine::WebKit => Ok(watched),
        }
    }

    pub fn policy_violations(&self) -> Result<Vec<String>> {
        self.eval("window.__watch?.policy ?? []")
    }

    /// Merges two logs: the driver's lacks frames of other sites, the browser's own lacks network
    /// failures.
    fn chromium_log(&self, watched: Vec<String>) -> Result<Vec<String>> {
        #[derive(Deserialize)]
        struct Entry {
            level: String,
            message: String,
        }
        let log = self
            .session
            .run(commands::console_log(&self.session.client))?;
        let entries: Vec<Entry> = serde_json::from_value(log)?;
        let mut messages: Vec<String> = entries
            .into_iter()
            .map(|Entry { level, message }| format!("{level}: {message}"))
            .collect();
        if !self.session.frames.borrow().is_empty() {
            messages.extend(watched);
            messages.extend(
                self.session
                    .browser_log()
                    .into_iter()
                    .filter(|line| line.contains(":CONSOLE:")),
            );
        }
        Ok(messages)
    }

    fn firefox_errors(&self) -> Result<Vec<String>> {
        let script = include_str!("firefox-console.js");
        let errors = self.session.run(commands::in_firefox(
            &self.session.client,
            script,
            Vec::new(),
        ))?;
        Ok(serde_json::from_value(errors)?)
    }

    /// Runs every rule of axe-core on the current page. axe-core uses timers, which do not run with
    /// script off: to check the page without its program, visit it under a policy without scripts.
    pub fn axe(&self) -> Result<Vec<Violation>> {
        ensure!(
            self.session.reader.get().script,
            "axe-core cannot run where script is off; visit with `site::NO_SCRIPT` as the policy"
        );
        let path = std::env::var("STANDPOINT_AXE").map_err(|_| {
            anyhow!(
                "STANDPOINT_AXE does not name axe.min.js; \
                 `cargo xtask test` installs it and says where"
            )
        })?;
        let axe = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read axe-core at {path}"))?;
        let script = format!("{axe}\n{}", include_str!("axe.js"));
        let answer = self
            .session
            .run(self.session.client.execute_async(&script, Vec::new()))
            .context("axe-core did not run")?;
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
            write!(
                f,
                "\n    {}\n      {}",
                node.target,
                node.why.replace('\n', "\n      ")
            )?;
        }
        Ok(())
    }
}

//! Progress of a command: `[3/6] building the app …`, and a summary with each step's duration.

use anyhow::{Result, bail};
use std::time::{Duration, Instant};

pub struct Steps {
    total: usize,
    done: Vec<Step>,
}

struct Step {
    name: &'static str,
    outcome: Outcome,
    duration: Duration,
}

enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

impl Steps {
    pub fn new(total: usize) -> Steps {
        Steps {
            total,
            done: Vec::new(),
        }
    }

    /// Runs a step that later steps require.
    pub fn need<T>(&mut self, name: &'static str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        self.announce(name);
        let start = Instant::now();
        let result = step();
        let outcome = match &result {
            Ok(_) => Outcome::Passed,
            Err(error) => Outcome::Failed(format!("{error:#}")),
        };
        self.done.push(Step {
            name,
            outcome,
            duration: start.elapsed(),
        });
        result
    }

    /// Runs a step whose failure does not stop later steps; the summary reports it.
    pub fn check(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> bool {
        match self.need(name, step) {
            Ok(()) => true,
            Err(error) => {
                eprintln!("      failed: {error:#}");
                false
            }
        }
    }

    pub fn skip(&mut self, name: &'static str, why: &str) {
        self.announce(name);
        eprintln!("      skipped: {why}");
        self.done.push(Step {
            name,
            outcome: Outcome::Skipped(why.to_owned()),
            duration: Duration::ZERO,
        });
    }

    /// Prints the outcome of each step. Fails if a step failed.
    pub fn summary(&self) -> Result<()> {
        eprintln!("\nsummary");
        self.done
            .iter()
            .for_each(|step| eprintln!("{}", step.line()));
        let failed = self
            .done
            .iter()
            .filter(|step| matches!(step.outcome, Outcome::Failed(_)))
            .count();
        match failed {
            0 => Ok(()),
            1 => bail!("1 step failed"),
            many => bail!("{many} steps failed"),
        }
    }

    fn announce(&self, name: &str) {
        eprintln!("[{}/{}] {name} …", self.done.len() + 1, self.total);
    }
}

impl Step {
    fn line(&self) -> String {
        let seconds = self.duration.as_secs();
        let time = format!("{:>3} min {:02} s", seconds / 60, seconds % 60);
        match &self.outcome {
            Outcome::Passed => format!("  passed   {time}  {}", self.name),
            Outcome::Failed(why) => format!("  FAILED   {time}  {}: {why}", self.name),
            Outcome::Skipped(why) => format!("  skipped  {time}  {}: {why}", self.name),
        }
    }
}

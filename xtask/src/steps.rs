//! A command as a list of steps: `[3/6] building the app …`, and a summary with their durations.

use anyhow::{Result, bail};
use std::time::{Duration, Instant};

pub struct Step<'a> {
    name: &'static str,
    /// Whether the steps after it need it.
    is_required: bool,
    action: Box<dyn FnOnce() -> Result<Outcome> + 'a>,
}

pub enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

impl<'a> Step<'a> {
    /// A step that all later steps need: if it fails, they are skipped.
    pub fn required(name: &'static str, action: impl FnOnce() -> Result<()> + 'a) -> Self {
        Self {
            is_required: true,
            ..Self::check(name, action)
        }
    }

    /// A step whose failure does not stop later steps.
    pub fn check(name: &'static str, action: impl FnOnce() -> Result<()> + 'a) -> Self {
        Self::skippable(name, || action().map(|()| Outcome::Passed))
    }

    /// A check that may find that it has nothing to do.
    pub fn skippable(name: &'static str, action: impl FnOnce() -> Result<Outcome> + 'a) -> Self {
        Self {
            name,
            is_required: false,
            action: Box::new(action),
        }
    }
}

/// Runs the steps, then prints the outcome of each. Fails if a step failed.
pub fn run_steps(steps: Vec<Step>) -> Result<()> {
    let total = steps.len();
    let mut summary = Vec::new();
    let mut failures = 0;
    let mut blocker = None;
    for (index, step) in steps.into_iter().enumerate() {
        eprintln!("[{}/{total}] {} …", index + 1, step.name);
        let start = Instant::now();
        let outcome = match blocker {
            Some(name) => Outcome::Skipped(format!("needs this step: {name}")),
            None => (step.action)().unwrap_or_else(|error| Outcome::Failed(format!("{error:#}"))),
        };
        match &outcome {
            Outcome::Passed => {}
            Outcome::Failed(why) => {
                eprintln!("      failed: {why}");
                failures += 1;
                blocker = step.is_required.then_some(step.name);
            }
            Outcome::Skipped(why) => eprintln!("      skipped: {why}"),
        }
        summary.push(line(step.name, &outcome, start.elapsed()));
    }
    eprintln!("\nsummary\n{}", summary.join("\n"));
    match failures {
        0 => Ok(()),
        1 => bail!("1 step failed"),
        count => bail!("{count} steps failed"),
    }
}

fn line(name: &str, outcome: &Outcome, duration: Duration) -> String {
    let seconds = duration.as_secs();
    let time = format!("{:>3} min {:02} s", seconds / 60, seconds % 60);
    match outcome {
        Outcome::Passed => format!("  passed   {time}  {name}"),
        Outcome::Failed(why) => format!("  FAILED   {time}  {name}: {why}"),
        Outcome::Skipped(why) => format!("  skipped  {time}  {name}: {why}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn a_failed_check_stops_no_step_and_a_required_one_all() {
        let ran = RefCell::new(Vec::new());
        let log = |name: &'static str| {
            ran.borrow_mut().push(name);
            Ok(())
        };
        let result = run_steps(vec![
            Step::check("a", || bail!("a failed check")),
            Step::required("b", || {
                log("b")?;
                bail!("a failed requirement")
            }),
            Step::required("c", || log("c")),
            Step::check("d", || log("d")),
        ]);
        assert_eq!(*ran.borrow(), ["b"]);
        assert_eq!(result.unwrap_err().to_string(), "2 steps failed");
    }
}

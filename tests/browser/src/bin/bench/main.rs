//! `cargo xtask bench`: performance budgets, measured on the built site in Chromium. Fails when a
//! budget is exceeded.

mod against;
mod transfer;
mod click;
mod shift;

use anyhow::{Context, Result, bail};
use browser::browser::Browser;
use browser::child::end_on_interrupt;
use browser::engine::Engine;
use lexopt::prelude::*;
use std::path::PathBuf;

/// The story that the budgets are about.
const STORY: &str = "security-guarantees/";

fn main() -> Result<()> {
    let site = std::env::var_os("STANDPOINT_SITE")
        .context("STANDPOINT_SITE does not name the built site; run `cargo xtask bench`")?;
    let runtime = tokio::runtime::Runtime::new()?;
    end_on_interrupt(runtime.handle());
    let site = PathBuf::from(site);
    let budgets = match against()? {
        Some(other) => against::measure(runtime.handle(), &site, &other)?,
        None => alone(&mut Browser::new(runtime.handle(), Engine::Chromium, &site))?,
    };
    println!("\nBudgets");
    budgets.iter().for_each(|budget| {
        println!(
            "  {}  {}",
            if budget.passed { "pass" } else { "MISS" },
            budget.text
        )
    });
    match budgets.iter().filter(|budget| !budget.passed).count() {
        0 => Ok(()),
        missed => bail!("{missed} of {} budgets missed", budgets.len()),
    }
}

/// The built site that `--against` names.
fn against() -> Result<Option<PathBuf>> {
    let mut folder = None;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("against") => folder = Some(std::path::absolute(arguments.value()?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(folder)
}

fn alone(browser: &mut Browser) -> Result<Vec<Budget>> {
    let mut budgets = transfer::measure(browser)?;
    budgets.extend(click::measure(browser)?);
    budgets.extend(shift::measure(browser)?);
    Ok(budgets)
}

/// A figure beside what it may be at most.
pub struct Budget {
    passed: bool,
    text: String,
}

impl Budget {
    pub fn at_most(what: &str, figure: f64, max: f64, unit: &str) -> Budget {
        let decimals = if unit == "bytes" { 0 } else { 1 };
        Budget {
            passed: figure <= max,
            text: format!("{what}: {figure:.decimals$} {unit}, at most {max:.decimals$}"),
        }
    }

    pub fn ratio(what: &str, figure: f64, max: f64) -> Budget {
        Budget {
            passed: figure <= max,
            text: format!("{what}: {figure:.3} of theirs, at most {max:.2}"),
        }
    }

    pub fn zero(what: &str, figure: f64) -> Budget {
        let figure = figure.abs();
        Budget {
            passed: figure == 0.0,
            text: format!("{what}: {figure:.4}, at most 0"),
        }
    }
}

/// The one in the middle, and the largest.
pub fn median_and_max(mut figures: Vec<f64>) -> (f64, f64) {
    figures.sort_by(f64::total_cmp);
    let middle = figures.get(figures.len() / 2).copied().unwrap_or_default();
    (middle, figures.last().copied().unwrap_or_default())
}

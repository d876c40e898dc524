//! `cargo xtask bench`: the figures of the bars, measured on the built site in Chromium. Fails when
//! a bar is missed.

mod transfer;
mod click;
mod shift;

use anyhow::{Context, Result, bail};
use browser::browser::Browser;
use browser::child::end_on_interrupt;
use browser::engine::Engine;
use std::path::PathBuf;
use std::process::ExitCode;

/// The story that the bars are about.
const STORY: &str = "security-guarantees/";

fn main() -> ExitCode {
    match bench() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn bench() -> Result<()> {
    let site = std::env::var_os("STANDPOINT_SITE")
        .context("STANDPOINT_SITE does not name the built site; run `cargo xtask bench`")?;
    let runtime = tokio::runtime::Runtime::new()?;
    end_on_interrupt(runtime.handle());
    let mut browser = Browser::new(runtime.handle(), Engine::Chromium, &PathBuf::from(site));
    let mut bars = Vec::new();
    bars.extend(transfer::measure(&mut browser)?);
    bars.extend(click::measure(&mut browser)?);
    bars.extend(shift::measure(&mut browser)?);
    println!("\nBars");
    bars.iter().for_each(|bar| {
        println!(
            "  {}  {}",
            if bar.passed { "pass" } else { "MISS" },
            bar.text
        )
    });
    match bars.iter().filter(|bar| !bar.passed).count() {
        0 => Ok(()),
        missed => bail!("{missed} of {} bars missed", bars.len()),
    }
}

/// A figure beside what it may be at most.
pub struct Bar {
    passed: bool,
    text: String,
}

impl Bar {
    pub fn at_most(what: &str, figure: f64, most: f64, unit: &str) -> Bar {
        let decimals = if unit == "bytes" { 0 } else { 1 };
        Bar {
            passed: figure <= most,
            text: format!("{what}: {figure:.decimals$} {unit}, at most {most:.decimals$}"),
        }
    }

    pub fn zero(what: &str, figure: f64) -> Bar {
        let figure = figure.abs();
        Bar {
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

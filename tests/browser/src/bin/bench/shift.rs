//! Layout shift from the first paint through hydration. The WebAssembly comes late, so that the
//! static page is painted before.

use crate::{Budget, STORY};
use anyhow::Result;
use browser::browser::Browser;
use browser::reader::Reader;
use browser::site::{Policy, ServeOptions, Wasm};
use serde::Deserialize;
use std::time::Duration;

const LATE: Duration = Duration::from_millis(400);

#[derive(Deserialize)]
struct Shifts {
    first_paint: f64,
    shifts: Vec<Shift>,
}

#[derive(Deserialize)]
struct Shift {
    value: f64,
    at: f64,
    what: Vec<String>,
}

pub fn measure(browser: &mut Browser) -> Result<Vec<Budget>> {
    println!(
        "\nLayout shift from the first paint through hydration (the WebAssembly held back by {} ms)",
        LATE.as_millis()
    );
    Reader::ALL
        .into_iter()
        .map(|reader| measure_at(browser, reader))
        .collect()
}

fn measure_at(browser: &mut Browser, reader: Reader) -> Result<Budget> {
    let page = browser.visit_served(
        ServeOptions::default()
            .policy(Policy::Own)
            .wasm(Wasm::Delayed(LATE)),
        STORY,
        reader,
    )?;
    page.hydrated()?;
    let answer = page.session.run(
        page.session
            .client
            .execute_async(include_str!("shift.js"), Vec::new()),
    )?;
    let Shifts {
        first_paint,
        shifts,
    } = serde_json::from_value(answer)?;
    let total = shifts.iter().fold(0.0, |total, shift| total + shift.value);
    println!(
        "  {:>4} px  {total:.4}  (first paint at {first_paint:.0} ms)",
        reader.width
    );
    for Shift { value, at, what } in &shifts {
        println!("           {value:.4} at {at:.0} ms: {}", what.join(", "));
    }
    Ok(Budget::zero(
        &format!("layout shift at {} px", reader.width),
        total,
    ))
}

//! What a first view transfers: the server says what the browser asked for, and each file is
//! compressed as a web host would.

use crate::{Budget, STORY};
use anyhow::Result;
use browser::browser::Browser;
use browser::reader::Reader;
use browser::site::{LoggedRequest, ServeOptions};
use std::collections::BTreeMap;
use std::io::Write;

// KB are thousands of bytes, the stricter reading.
const MAX_TOTAL: f64 = 175_000.0;
const MAX_FIRST_PAINT: f64 = 32_000.0;

struct File {
    path: String,
    raw: usize,
    brotli: usize,
}

/// The bytes of the first view at brotli 11.
pub fn first_view(browser: &mut Browser) -> Result<usize> {
    Ok(visit(browser)?.iter().map(|file| file.brotli).sum())
}

/// The files of the first view.
fn visit(browser: &mut Browser) -> Result<Vec<File>> {
    browser
        .visit_served(ServeOptions::default(), STORY, Reader::DESKTOP)?
        .hydrated()?;
    files(browser.site()?.requests())
}

pub fn measure(browser: &mut Browser) -> Result<Vec<Budget>> {
    let files = visit(browser)?;
    let sum = |wanted: &dyn Fn(&File) -> bool| -> usize {
        files
            .iter()
            .filter(|file| wanted(file))
            .map(|file| file.brotli)
            .sum()
    };
    let total = sum(&|_| true);
    let paint = sum(&File::is_needed_for_paint);
    let classic = sum(&|file| file.path.contains("/classic-"));
    print(&files, total, paint);
    Ok(vec![
        Budget::at_most("first view, brotli 11", total as f64, MAX_TOTAL, "bytes"),
        Budget::zero(
            "of it the classic program, which only sandboxes and files need, in bytes",
            classic as f64,
        ),
        Budget::at_most(
            "before the first complete paint (HTML and CSS), brotli 11",
            paint as f64,
            MAX_FIRST_PAINT,
            "bytes",
        ),
    ])
}

/// Each file once, in the order of the paths; what was not found weighs nothing.
fn files(requests: Vec<LoggedRequest>) -> Result<Vec<File>> {
    let found = requests.into_iter().filter(|request| request.status == 200);
    let unique: BTreeMap<String, Vec<u8>> =
        found.map(|request| (request.path, request.body)).collect();
    unique
        .into_iter()
        .map(|(path, body)| {
            Ok(File {
                brotli: brotli_11(&body)?,
                raw: body.len(),
                path,
            })
        })
        .collect()
}

impl File {
    fn is_needed_for_paint(&self) -> bool {
        self.path.ends_with('/') || self.path.ends_with(".html") || self.path.ends_with(".css")
    }
}

fn brotli_11(body: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(body)?;
    Ok(writer.into_inner().len())
}

fn print(files: &[File], total: usize, paint: usize) {
    println!("\nFirst view of {STORY}: what Chromium asked for until the app had taken over");
    println!("  {:>9}  {:>9}  file", "raw", "brotli 11");
    files
        .iter()
        .for_each(|file| println!("  {:>9}  {:>9}  {}", file.raw, file.brotli, file.path));
    println!(
        "  {:>9}  {total:>9}  total",
        files.iter().map(|file| file.raw).sum::<usize>()
    );
    println!(
        "  {:>9}  {paint:>9}  of it HTML and CSS, which the first complete paint needs",
        ""
    );
}

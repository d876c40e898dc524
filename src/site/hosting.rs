//! Files for hosts beside the pages: headers, a mark for GitHub Pages, and compressed copies.

use super::meta::Publication;
use super::policy::policy_at;
use super::site::{ASSETS, Files};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;

/// Netlify and Cloudflare Pages read it; for others it is a text.
pub const HEADERS: &str = "_headers";
/// Tells GitHub Pages to serve the files as they are.
pub const NO_JEKYLL: &str = ".nojekyll";

/// How long a browser may keep what changes under its name, and what has its contents' hash as its
/// name.
const SHORT: &str = "public, max-age=300";
const EVER: &str = "public, max-age=31536000, immutable";

/// What is worth compressing.
const TEXTS: [&str; 6] = ["html", "css", "js", "json", "svg", "wasm"];

/// Adds the files that hosts read, which cost nothing where they are not read. The policy is among
/// the headers where the host's address is known, which it must name; each page carries it in any
/// case.
pub fn add(files: &mut Files, published: Option<&Publication>) {
    let headers = headers(files, published);
    files.insert(HEADERS.into(), headers.into());
    files.insert(NO_JEKYLL.into(), Vec::new());
}

/// Nothing may forbid the page to be framed. No file may meet two rules on keeping: hosts would
/// join them.
fn headers(files: &Files, published: Option<&Publication>) -> String {
    let policy =
        published.map(|publication| policy_at(publication.base.origin().trim_end_matches('/')));
    let policy = policy.map_or_else(String::new, |policy| {
        format!("  Content-Security-Policy: {policy}\n")
    });
    let mut out = format!(
        "/*\n{policy}  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n\n\
         /{ASSETS}/*\n  Cache-Control: {EVER}\n"
    );
    let mut short = BTreeSet::from(["/".to_owned()]);
    for path in files
        .keys()
        .filter(|path| path.split('/').next() != Some(ASSETS))
    {
        short.insert(match path.split_once('/') {
            Some((folder, _)) => format!("/{}/*", encoded(folder)),
            None => format!("/{path}"),
        });
    }
    for rule in short {
        _ = write!(out, "\n{rule}\n  Cache-Control: {SHORT}\n");
    }
    out
}

/// A folder's name as it stands in an address.
fn encoded(name: &str) -> String {
    let mut url = url::Url::parse("http://host/").expect("an address");
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().push(name);
    }
    url.path().trim_start_matches('/').to_owned()
}

/// Puts `.br` and `.gz` beside every file that gets smaller, for servers that send such copies.
pub fn precompress(files: &mut Files) {
    let texts = |path: &str| {
        path.rsplit_once('.')
            .is_some_and(|(_, ending)| TEXTS.contains(&ending))
    };
    let mut copies = Files::new();
    for (path, bytes) in files.iter().filter(|(path, _)| texts(path)) {
        for (ending, copy) in [("br", brotli(bytes)), ("gz", gzip(bytes))] {
            if copy.len() < bytes.len() {
                copies.insert(format!("{path}.{ending}"), copy);
            }
        }
    }
    files.extend(copies);
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes).expect("memory takes everything");
    writer.into_inner()
}

/// Without a name and a time in its head, so that the same file gives the same copy.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).expect("memory takes everything");
    writer.finish().expect("memory takes everything")
}

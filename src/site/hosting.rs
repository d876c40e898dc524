//! Files for hosts beside the pages: headers, a mark for GitHub Pages, and compressed copies.

use super::files::{ASSETS, Files};
use super::meta::Publication;
use super::policy::policy_at;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;

/// Read by Netlify and Cloudflare Pages; a plain text file for others.
pub const HEADERS: &str = "_headers";
/// Tells GitHub Pages to serve the files as they are.
pub const NO_JEKYLL: &str = ".nojekyll";

/// How long browsers may cache files that change, and files that are named by their hash.
const SHORT: &str = "public, max-age=300";
const FOREVER: &str = "public, max-age=31536000, immutable";

/// The endings of files that are worth compressing.
const COMPRESSIBLE: [&str; 6] = ["html", "css", "js", "json", "svg", "wasm"];

/// Adds the files that hosts read. The policy is among the headers if the host's address is known,
/// because it must name that address; each page has the policy in any case.
pub fn add(files: &mut Files, published: Option<&Publication>) {
    let headers = headers(files, published);
    files.insert(HEADERS.into(), headers.into());
    files.insert(NO_JEKYLL.into(), Vec::new());
}

/// No header may forbid framing, and no file may match two rules for caching, because hosts would
/// join them.
fn headers(files: &Files, published: Option<&Publication>) -> String {
    let policy =
        published.map(|publication| policy_at(publication.base.origin().trim_end_matches('/')));
    let policy = policy.map_or_else(String::new, |policy| {
        format!("  Content-Security-Policy: {policy}\n")
    });
    let mut out = format!(
        "/*\n{policy}  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n\n\
         /{ASSETS}/*\n  Cache-Control: {FOREVER}\n"
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

/// A folder's name as a part of a URL.
fn encoded(name: &str) -> String {
    let mut url = url::Url::parse("http://host/").expect("an address");
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().push(name);
    }
    url.path().trim_start_matches('/').to_owned()
}

/// Adds a `.br` and a `.gz` copy of every file that gets smaller, for servers that send them.
pub fn precompress(files: &mut Files) {
    let texts = |path: &str| {
        path.rsplit_once('.')
            .is_some_and(|(_, ending)| COMPRESSIBLE.contains(&ending))
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
    writer.write_all(bytes).expect("writing to memory");
    writer.into_inner()
}

/// Without name and time in the header, so that the same file gives the same copy.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).expect("writing to memory");
    writer.finish().expect("writing to memory")
}

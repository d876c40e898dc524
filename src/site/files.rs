//! The files of a site, in memory.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The bytes of each file, by its path from the site's root with `/` between folders.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The folder of the files that pages share.
pub const ASSETS: &str = "assets";

/// Adds a file to the assets, named by its hash so that browsers may cache it forever.
pub fn put(files: &mut Files, name: &str, ending: &str, bytes: Vec<u8>) -> String {
    let name = format!("{name}-{}.{ending}", &hash(&bytes));
    files.insert(format!("{ASSETS}/{name}"), bytes);
    name
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

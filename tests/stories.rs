//! Every story of the repository reads without an error.
#![cfg(not(target_arch = "wasm32"))]

use standpoint::site::load;
use std::path::Path;

#[test]
fn the_stories_read_without_an_error() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("stories");
    for dir in std::fs::read_dir(root).unwrap() {
        let loaded = load::story(&dir.unwrap().path()).unwrap();
        assert!(
            loaded.story.is_some(),
            "{}: {:#?}",
            loaded.dir.display(),
            loaded.diagnostics
        );
    }
}

//! Every story of the repository reads without an error.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use standpoint::site::load;

#[test]
fn the_stories_read_without_an_error() {
    for dir in std::fs::read_dir(support::root().join("stories")).unwrap() {
        let loaded = load::story(&dir.unwrap().path()).unwrap();
        assert!(
            loaded.story.is_some(),
            "{}: {:#?}",
            loaded.dir.display(),
            loaded.diagnostics
        );
    }
}

//! What a page carries is what the program reads back.

use serde_json::Value;
use standpoint::layout::Content;
use standpoint::pack::Unpack;
use standpoint::site::load;
use std::path::Path;

#[test]
fn a_packed_story_reads_back_the_same() {
    for name in ["security-guarantees", "harbour"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("stories")
            .join(name);
        let story = load::story(&folder)
            .unwrap()
            .story
            .expect("the story is sound");
        let content = Content::of(story);
        let packed = serde_json::to_value(&content).unwrap();
        assert_eq!(Content::unpack(&packed), content, "{name}");
    }
}

#[test]
fn data_of_another_build_reads_as_nothing_instead_of_failing() {
    for json in ["null", "7", "[[],{},\"x\"]", "[[\"a\",1,[null]]]"] {
        _ = Content::unpack(&serde_json::from_str::<Value>(json).unwrap());
    }
}

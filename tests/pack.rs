//! What a page carries is what the program reads back.

mod support;

use serde_json::Value;
use standpoint::layout::Content;
use standpoint::pack::Unpack;

#[test]
fn a_packed_story_reads_back_the_same() {
    for name in ["security-guarantees", "harbour"] {
        let content = Content::of(support::built_in(name));
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

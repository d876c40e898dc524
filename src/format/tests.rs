//! A story and its article, read as a whole.

use super::{draft, read, schema};
use crate::story::{Evidence, Span, Story};

const TOML: &str = include_str!("../../tests/support/small/story.toml");
const MARKDOWN: &str = include_str!("../../tests/support/small/article.md");

/// Reads the small story with pieces put in place of others; it must be sound.
fn check(changes: &[(&str, &str)]) -> Story {
    let change = |text: String, (from, to): &(&str, &str)| text.replace(from, to);
    let [toml, markdown] =
        [TOML, MARKDOWN].map(|text| changes.iter().fold(text.to_owned(), change));
    let (story, found) = read("bridge", &toml, &markdown);
    assert!(found.is_empty(), "{found:#?}");
    story.unwrap()
}

#[test]
fn a_story_links_its_things() {
    let story = check(&[]);
    let relation = &story.relations[0];
    assert_eq!(
        (story.slug.as_str(), story[relation.from].name.as_str()),
        ("bridge", "Mayor")
    );
    assert_eq!(story[relation.to[0]].key, "miller");
    assert_eq!(story[story.positions[0].issue].scale[1].key, "rebuild");
    let statement = &story.passages[0].paragraphs[0][1];
    assert_eq!(statement.evidence, Some(Evidence::Reported));
    assert!(
        matches!(&statement.spans[1], Span::Actor(id, words) if story[*id].key == "miller" && words == "miller")
    );
}

#[test]
fn one_or_a_list_of_them() {
    let story = check(&[
        ("to = \"miller\"", "to = [\"miller\"]"),
        ("passage = \"lead\"", "passage = [\"lead\"]"),
    ]);
    assert_eq!(story, check(&[]));
}

#[test]
fn without_phases_there_is_one_unnamed_past_phase() {
    let story = check(&[]);
    assert_eq!((story.phases.len(), story.phases[0].name.as_str()), (1, ""));
    assert_eq!(
        story[story.events[0].phase].tense,
        crate::story::Tense::Past
    );
}

#[test]
fn events_stand_by_phase_and_mentions_follow_them() {
    let phases = "[[phase]]\nid = \"before\"\nname = \"Before\"\ntense = \"past\"\n\n[[phase]]\nid = \"now\"\nname = \"Now\"\ntense = \"now\"\n\n";
    let first = "[[event]]\nid = \"vote\"\ntitle = \"Vote\"\nphase = \"now\"\ntext = \"They voted.\"\nevidence = \"reported\"\npassage = \"lead\"\n\n";
    let events = format!("{phases}{first}[[event]]\nphase = \"before\"");
    let story = check(&[
        ("[[event]]", &events),
        (
            "The [miller]",
            "A [flood](event:flood), a [vote](event:vote), the [miller]",
        ),
    ]);
    let keys: Vec<&str> = story
        .events
        .iter()
        .map(|event| event.key.as_str())
        .collect();
    assert_eq!(keys, ["flood", "vote"]);
    for span in &story.passages[0].paragraphs[0][1].spans {
        if let Span::Event(id, words) = span {
            assert_eq!(&story[*id].key, words);
        }
    }
}

#[test]
fn a_list_that_ids_cannot_count_is_refused() {
    let actors = "[[actor]]\n".repeat(65_536);
    let (story, found) = read("bridge", &actors, "");
    assert!(story.is_none() && found.iter().any(|found| found.code == "too-many"));
    let (draft, found) = draft("", &"## {#a}\n\n".repeat(65_536));
    assert_eq!(draft.article.sections.len(), 65_535);
    assert!(found.iter().any(|found| found.code == "too-many"));
}

#[test]
fn every_key_of_the_schema_says_what_it_means() {
    let tables = schema()["$defs"]
        .as_object()
        .unwrap()
        .values()
        .chain([schema()]);
    for (key, value) in
        tables.flat_map(|table| table["properties"].as_object().into_iter().flatten())
    {
        assert!(key == "id" || value["description"].is_string(), "{key}");
        assert!(
            !value.to_string().contains("null"),
            "{key}: TOML knows no null"
        );
    }
}

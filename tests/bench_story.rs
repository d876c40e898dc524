//! Stories made to measure: every size passes the check, the same measure gives the same bytes,
//! data come through as they are.

use expect_test::{Expect, expect};
use sha2::{Digest, Sha256};
use standpoint::format::rules;
use standpoint::story::{Evidence, Story};
use xtask::bench_story::{Measure, Texts, invented, of_data};

/// What may be found in a story that is made to measure: its names and titles are as long as they
/// come.
const LONG: [&str; 4] = ["long-name", "long-title", "same-name", "no-mentions"];

/// The story that some texts tell; nothing else may be found, not even a warning.
fn story(texts: &Texts) -> Story {
    let verdict = rules::story("bench", Some(&texts.story), Some(&texts.article), None);
    let found: Vec<_> = verdict
        .found
        .iter()
        .filter(|found| !LONG.contains(&found.code))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    verdict.story.unwrap()
}

fn measured(events: usize, actors: usize, seed: u64) -> Texts {
    invented(Measure {
        events,
        actors,
        seed,
    })
}

#[test]
fn every_size_passes_the_check() {
    for (events, actors) in [(0, 0), (1, 0), (0, 1), (1, 2), (12, 11), (300, 150)] {
        let story = story(&measured(events, actors, 1));
        assert_eq!(
            (story.events.len(), story.actors.len(), story.passages.len()),
            (events, actors, 20)
        );
    }
}

#[test]
fn the_same_measure_gives_the_same_bytes_on_every_machine() {
    let texts = measured(60, 25, 3);
    assert_eq!(texts, measured(60, 25, 3));
    assert_ne!(texts, measured(60, 25, 4));
    let hash: String = Sha256::digest(texts.story + &texts.article)[..6]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    expect!["17164ad5e537"].assert_eq(&hash);
}

#[test]
fn a_large_story_looks_like_one_of_a_newsroom() {
    let story = story(&measured(1_000, 400, 1));
    let known = |evidence| {
        story
            .events
            .iter()
            .any(|event| event.grounds.evidence == evidence)
    };
    assert!(Evidence::ALL.into_iter().all(known));
    let undated = story
        .events
        .iter()
        .filter(|event| event.when.is_none())
        .count();
    assert!((10..100).contains(&undated), "{undated} undated events");
    let mut ties = vec![0; story.actors.len()];
    for relation in &story.relations {
        ties[relation.from.index()] += 1;
        relation.to.iter().for_each(|to| ties[to.index()] += 1);
    }
    ties.sort_unstable();
    assert!(
        ties[0] >= 1 && ties[200] <= 3 && ties[399] >= 20,
        "few have many ties: {ties:?}"
    );
}

fn check_data(json: &str, expected: Expect) {
    let story = story(&of_data(json).unwrap());
    let group = |group: standpoint::story::GroupId| &story[group].name;
    let actors = story
        .actors
        .iter()
        .map(|actor| format!("{}: {}, {}\n", actor.key, actor.name, group(actor.group)));
    let ties = story.relations.iter().map(|tie| {
        format!(
            "{} {} {} ({})\n",
            story[tie.from].key,
            tie.label,
            story[tie.to[0]].key,
            tie.tone.key()
        )
    });
    let events = story.events.iter().map(|event| {
        let when = event.when.as_ref().map_or("undated", |when| when.edtf());
        format!(
            "{}: {} ({when}, {})\n",
            event.key, event.title, story[event.phase].name
        )
    });
    expected.assert_eq(&actors.chain(ties).chain(events).collect::<String>());
}

#[test]
fn a_timeline_of_a_benchmark_becomes_a_story_of_its_events() {
    check_data(
        r#"{"title":"The flood wall","events":[{"id":"e0","date":"1995-02-03","headline":"First","text":"It began."},
            {"id":"e1","date":"2005-02-03","headline":"Second","text":"It went on."}],
            "eras":[{"start":"1995-01-01","end":"2005-01-01","label":"Planning"},{"start":"2005-01-01","end":"2015-01-01","label":"Building"}]}"#,
        expect![[r#"
            e0: First (1995-02-03, Planning)
            e1: Second (2005-02-03, Building)
        "#]],
    );
}

#[test]
fn a_graph_of_a_benchmark_becomes_a_story_of_its_nodes_and_edges() {
    check_data(
        r#"{"groups":{"gov":{"label":"Public bodies"}},"nodes":[{"id":"mayor","label":"The mayor","group":"gov"},
            {"id":"port","label":"The port","group":"biz"}],
            "edges":[{"source":"mayor","target":"port","label":"funds","type":"funds"},{"source":"port","target":"port"}]}"#,
        expect![[r#"
            mayor: The mayor, Public bodies
            port: The port, biz
            mayor funds port (for)
        "#]],
    );
    check_data(
        r#"{"nodes":["Old Man","Old man"],"groups":[1,2],"edges":[[0,1]]}"#,
        expect![[r#"
        old-man: Old Man, 1
        old-man-2: Old man, 2
        old-man is tied to old-man-2 (neutral)
    "#]],
    );
}

#[test]
fn what_is_no_data_set_is_refused_in_a_sentence() {
    for (json, words) in [
        ("{", "this is not JSON"),
        ("{}", "neither `events` nor `nodes`"),
        (
            r#"{"nodes":["a"],"edges":[[0,1]]}"#,
            "the edge [0,1] leads to no node",
        ),
    ] {
        let problem = of_data(json).unwrap_err();
        assert!(problem.contains(words), "{problem}");
    }
}

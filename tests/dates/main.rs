//! Dates: their forms, their order, what editors are advised to write, and a story with every kind
//! of date.
#![cfg(not(target_arch = "wasm32"))]

mod advice;
mod forms;
mod page;
mod sorting;

use expect_test::expect;
use standpoint::date::When;
use standpoint::format::rules;
use standpoint::locale::Locale;

const STORY: &str = include_str!("chronicle/story.toml");
const ARTICLE: &str = include_str!("chronicle/article.md");

#[test]
fn dated_events_are_told_in_the_order_of_time() {
    let verdict = rules::story("chronicle", Some(STORY), Some(ARTICLE), None);
    assert!(
        !verdict
            .found
            .iter()
            .any(|found| found.code == "contradicting-order"),
        "{:#?}",
        verdict.found
    );
    let story = verdict.story.unwrap();
    let when = |event: &standpoint::story::Event| {
        event
            .when
            .as_ref()
            .map_or("–".into(), |when| when.in_full().into_owned())
    };
    let told: String = story
        .events
        .iter()
        .map(|event| format!("{}: {}\n", event.key, when(event)))
        .collect();
    expect![[r#"
        rock: 66 million years ago
        finds: –
        well: the 5th century BCE
        temple: some year from 360 to 351 BCE
        charter: St Martin’s Day 1411 (11 November 1411)
        mill: about 1412
        flood: 18 November 1411
        deed: perhaps 1410
        guild: 1449 or earlier
        school: since March 1543
        master: the 25th of some month of 1560
        plague: 1665, 1666, 1670, 1671 and 1672
        fair: 1 May, 24 June and 29 September 1666
        clock: one year from 1801 to 1812
        club: until 1840, beginning unknown
        right: until 1840, with no beginning
        society: from 1848, end unknown
        winter: winter 2021
        aid: 2 March 2021
        call: 15 May 2024, 03:30 UTC+12
        count: 14 May 2024, 18:00 UTC+2
        result: 14 May 2024
        later: 2030 or later
    "#]]
    .assert_eq(&told);
}

/// A date in English.
fn when(edtf: &str) -> Result<When, String> {
    Locale::of("en").when(edtf)
}

/// Two phases, each with one event.
fn two_phases(first: &str, second: &str) -> Vec<&'static str> {
    let event = |id: &str, when: &str| {
        format!(
            "[[event]]\nid = \"{id}\"\nphase = \"{id}\"\ntitle = \"{id}\"\nwhen = \"{when}\"\ntext = \"So.\"\nevidence = \"reported\"\npassage = \"lead\"\n"
        )
    };
    let phase = |id: &str, tense: &str| {
        format!("[[phase]]\nid = \"{id}\"\nname = \"{id}\"\ntense = \"{tense}\"\n")
    };
    let head = STORY.split("[[event]]").next().unwrap();
    let text = [
        head,
        &phase("one", "past"),
        &phase("two", "now"),
        &event("one", first),
        &event("two", second),
    ]
    .concat();
    let verdict = rules::story("phases", Some(&text), Some(ARTICLE), None);
    verdict
        .found
        .iter()
        .map(|found| found.code)
        .filter(|code| *code == "contradicting-order")
        .collect()
}

#[test]
fn only_what_is_certain_contradicts_the_order_of_the_phases() {
    let certain = [
        ("2024-06-01", "2020"),
        ("2024", "2023-12-31"),
        ("1450", "-04XX"),
        ("1450", "[..1400]"),
        ("2020-01-03", "2020-01-01T00:00:00Z"),
    ];
    for (first, second) in certain {
        assert_eq!(
            two_phases(first, second),
            ["contradicting-order"],
            "{first} {second}"
        );
    }
    let open = [
        ("2020", "2024-06-01"),
        ("2024-06-01", "2024"),
        ("1413", "1412~"),
        ("1413?", "1410"),
        ("2021-24", "2021-03-02"),
        ("2021-23", "2021-03-02"),
        ("[..1450]", "1300"),
        ("2020-01-01", "2020-01-01T00:30:00+11:00"),
        ("2020-01-01T00:00:00Z", "2019-12-31"),
    ];
    for (first, second) in open {
        assert!(two_phases(first, second).is_empty(), "{first} {second}");
    }
}

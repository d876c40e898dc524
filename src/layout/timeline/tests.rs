//! The strip by example.

mod holds;

use super::*;
use crate::locale::Locale;
use crate::story::Story;
use crate::story::Tense;
use crate::story::{Event, Evidence, Grounds, Group, Phase, PhaseId, Source};
use expect_test::{Expect, expect};

/// A phase's name, its tense, and its events: a title, and a date or nothing.
type Told<'a> = (&'a str, Tense, Vec<(String, String)>);

fn story(phases: &[Told]) -> Story {
    let date = |text: &str| Locale::of("en").when(text).unwrap();
    let events = phases
        .iter()
        .enumerate()
        .flat_map(|(at, (_, tense, events))| {
            events
                .iter()
                .enumerate()
                .map(move |(number, (title, when))| Event {
                    key: format!("event-{at}-{number}"),
                    title: title.clone(),
                    when: (!when.is_empty()).then(|| date(when)),
                    phase: PhaseId::new(at),
                    text: String::new(),
                    actors: vec![],
                    issues: vec![],
                    grounds: Grounds {
                        evidence: if *tense == Tense::Future {
                            Evidence::Forecast
                        } else {
                            Evidence::Reported
                        },
                        quote: None,
                        passages: vec![],
                        references: vec![],
                    },
                })
        });
    let phase = |(name, tense, _): &(&str, Tense, _)| Phase {
        key: name.to_lowercase(),
        name: (*name).into(),
        tense: *tense,
    };
    Story {
        slug: "test".into(),
        lang: "en".into(),
        title: String::new(),
        standfirst: String::new(),
        updated: date("2025"),
        source: Source {
            name: "the article".into(),
            title: String::new(),
            publisher: None,
            author: None,
            date: None,
            url: None,
            note: None,
        },
        groups: Vec::<Group>::new(),
        issues: vec![],
        actors: vec![],
        passages: vec![],
        positions: vec![],
        relations: vec![],
        phases: phases.iter().map(phase).collect(),
        events: events.collect(),
        references: vec![],
    }
}

fn events(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter()
        .map(|(title, when)| ((*title).into(), (*when).into()))
        .collect()
}

/// The strip in words: columns from left to right, then the axis.
fn check(story: &Story, expected: Expect) {
    let strip = strip(story, 720.0);
    let mut told = String::new();
    for zone in &strip.zones {
        let edge = zone
            .edge
            .map_or(String::new(), |edge| format!(", from {edge}% of the axis"));
        told += &format!(
            "# {} at {}% + {}%{edge}\n",
            zone.heading, zone.x, zone.width
        );
    }
    for Mark { label, at, .. } in &strip.marks {
        let words = [label.title.join("/"), label.date.join("/")].join(" | ");
        told += &format!("{:>6}% {:>3}px  {words}: at {at}%\n", label.x, label.y);
    }
    let pieces = strip.axis.pieces.iter().map(|piece| {
        format!(
            "{}{}–{}%",
            if piece.future { "future " } else { "" },
            piece.from,
            piece.to
        )
    });
    told += &format!("axis {}\n", pieces.collect::<Vec<_>>().join(", "));
    expected.assert_eq(&told);
}

fn talks() -> Story {
    story(&[
        (
            "Before",
            Tense::Past,
            events(&[
                ("An old promise", "1990-02-09"),
                ("A grudge", ""),
                ("The invasion", "2022-02-24"),
                ("A year of spending", "2024"),
            ]),
        ),
        (
            "Now",
            Tense::Now,
            events(&[
                ("A forum by the sea", "2025-09-03/2025-09-06"),
                ("A speech", "2025-09-04"),
                ("A meeting elsewhere", "2025-09-04"),
            ]),
        ),
        (
            "Next",
            Tense::Future,
            events(&[("Drifting apart", ""), ("Talks, perhaps", "")]),
        ),
    ])
}

#[test]
fn in_order_every_event_has_a_step() {
    check(
        &talks(),
        expect![[r#"
            # Before at 0% + 50%
            # Now at 50% + 25%, from 44.4% of the axis
            # Next at 75% + 25%, from 77.8% of the axis
               3.5%  34px  An old promise | 9 February 1990: at 5.6%
               3.5%  75px  A grudge | : at 16.7%
              28.5%  34px  The invasion | 24 February 2022: at 27.8%
              28.5%  75px  A year of spending | 2024: at 38.9%
              53.5%  34px  A forum by the sea | 3–6 September/2025: at 50%
              53.5%  90px  A speech | 4 September 2025: at 61.1%
              53.5% 131px  A meeting elsewhere | 4 September 2025: at 72.2%
              78.5%  34px  Drifting apart | : at 83.3%
              78.5%  75px  Talks, perhaps | : at 94.4%
            axis 0–44.4%, 44.4–77.8%, future 77.8–100%
        "#]],
    );
}

#[test]
fn more_phases_than_columns_share_them() {
    let phases = ["One", "Two", "Three", "Four", "Five"]
        .map(|name| (name, Tense::Past, events(&[("An event", "")])));
    check(
        &story(&phases),
        expect![[r#"
            # One · Two at 0% + 25%
            # Three at 25% + 25%, from 40% of the axis
            # Four at 50% + 25%, from 60% of the axis
            # Five at 75% + 25%, from 80% of the axis
               2.9%  34px  An event | : at 10%
               2.9%  75px  An event | : at 30%
              27.9%  34px  An event | : at 50%
              52.9%  34px  An event | : at 70%
              77.9%  34px  An event | : at 90%
            axis 0–40%, 40–60%, 60–80%, 80–100%
        "#]],
    );
}

#[test]
fn long_words_and_titles_are_cut() {
    let story = story(&[(
        "",
        Tense::Past,
        events(&[
            (
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                "2020-02-01/2020-11-30",
            ),
            (
                "A title that goes on and on and on, far beyond the three lines that there are for it on the strip, whatever its editor wants",
                "",
            ),
            ("Short", ""),
            ("Shorter", ""),
        ]),
    )]);
    check(
        &story,
        expect![[r#"
            #  at 0% + 100%
               2.4%   6px  Donaudampfschifffahrts/elektrizitätenhauptbetri/ebswerkbauunterbea… | 1 February – 30/November 2020: at 12.5%
              27.4%   6px  A title that goes on and/on and on, far beyond/the three lines that… | : at 37.5%
              52.4%   6px  Short | : at 62.5%
              77.4%   6px  Shorter | : at 87.5%
            axis 0–100%
        "#]],
    );
}

#[test]
fn an_empty_story_has_an_empty_strip() {
    let strip = strip(&story(&[]), 720.0);
    assert!(strip.marks.is_empty() && strip.zones.is_empty());
}

#[test]
fn a_long_story_is_told_in_bunches_that_keep_to_its_phases() {
    let dated = |number: usize| {
        (
            "An event of many words that go on".to_owned(),
            format!("20{number:02}-01-01"),
        )
    };
    let (past, now): (Vec<_>, Vec<_>) =
        ((0..50).map(dated).collect(), (50..57).map(dated).collect());
    let story = story(&[("Past", Tense::Past, past), ("Now", Tense::Now, now)]);
    let strip = strip(&story, 720.0);
    let counts: Vec<usize> = (0..strip.marks.len())
        .map(|at| strip.events(at, 57).len())
        .collect();
    expect!["[2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 3]"]
        .assert_eq(&format!("{counts:?}"));
    let first = &strip.marks[0].label;
    expect![[r#"["An event of many", "words that go on"] ["1 January 2000 –", "1 January 2001"]"#]]
        .assert_eq(&format!("{:?} {:?}", first.title, first.date));
    assert!(strip.height < 900.0);
}

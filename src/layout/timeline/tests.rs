//! The strip by example.

mod holds;

use super::*;
use crate::date::When;
use crate::story::Story;
use crate::story::{Event, Evidence, Grounds, Group, Phase, PhaseId, Source};
use expect_test::{Expect, expect};

/// A phase's name, its tense, and its events: a title, and a date or nothing.
type Told<'a> = (&'a str, Tense, Vec<(String, String)>);

fn story(phases: &[Told]) -> Story {
    let date = |text: &str| When::parse(text).unwrap();
    let events = phases.iter().enumerate().flat_map(|(at, (_, tense, events))| {
        events.iter().enumerate().map(move |(number, (title, when))| Event {
            key: format!("event-{at}-{number}"),
            title: title.clone(),
            when: (!when.is_empty()).then(|| date(when)),
            phase: PhaseId::new(at),
            text: String::new(),
            actors: vec![],
            issues: vec![],
            grounds: Grounds {
                evidence: if *tense == Tense::Future { Evidence::Forecast } else { Evidence::Reported },
                quote: None,
                passages: vec![],
                references: vec![],
            },
        })
    });
    let phase =
        |(name, tense, _): &(&str, Tense, _)| Phase { key: name.to_lowercase(), name: (*name).into(), tense: *tense };
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
    list.iter().map(|(title, when)| ((*title).into(), (*when).into())).collect()
}

/// The strip in words: columns from left to right, then the axis.
fn check(story: &Story, reading: Reading, expected: Expect) {
    let strip = strip(story, reading, 720.0);
    let mut told = String::new();
    for zone in &strip.zones {
        let edge = zone.edge.map_or(String::new(), |edge| format!(", from {edge}% of the axis"));
        told += &format!("# {} at {}% + {}%{edge}\n", zone.heading, zone.x, zone.width);
    }
    for mark in &strip.marks {
        let label = &mark.label;
        let place = mark.place.map_or("no place".into(), |place| {
            let lane = (place.y - strip.axis.y) / 15.0;
            match place.shape {
                Shape::Dot => format!("dot at {}% lane {lane}", place.x),
                Shape::Bar { width, open_start, open_end } => {
                    let ends = [if open_start { "<" } else { "" }, if open_end { ">" } else { "" }];
                    format!("{}bar{} at {}% + {width}% lane {lane}", ends[0], ends[1], place.x)
                }
            }
        });
        let words = [label.title.join("/"), label.date.join("/")].join(" | ");
        told += &format!("{:>6}% {:>3}px  {words}: {place}\n", label.x, label.y);
    }
    let axis = &strip.axis;
    let pieces = axis
        .pieces
        .iter()
        .map(|piece| format!("{}{}–{}%", if piece.future { "future " } else { "" }, piece.from, piece.to));
    told += &format!("axis {}\n", pieces.collect::<Vec<_>>().join(", "));
    told += &axis.ticks.iter().map(|tick| format!("{}% {} {}\n", tick.x, tick.words, tick.under)).collect::<String>();
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
        ("Next", Tense::Future, events(&[("Drifting apart", ""), ("Talks, perhaps", "")])),
    ])
}

#[test]
fn in_order_every_event_has_a_step() {
    check(
        &talks(),
        Reading::InOrder,
        expect![[r#"
            # Before at 0% + 50%
            # Now at 50% + 25%, from 44.4% of the axis
            # Next at 75% + 25%, from 77.8% of the axis
               3.5%  34px  An old promise | 9 February 1990: dot at 5.6% lane 0
               3.5%  75px  A grudge | : dot at 16.7% lane 0
              28.5%  34px  The invasion | 24 February 2022: dot at 27.8% lane 0
              28.5%  75px  A year of spending | 2024: dot at 38.9% lane 0
              53.5%  34px  A forum by the sea | 3–6 September/2025: dot at 50% lane 0
              53.5%  90px  A speech | 4 September 2025: dot at 61.1% lane 0
              53.5% 131px  A meeting elsewhere | 4 September 2025: dot at 72.2% lane 0
              78.5%  34px  Drifting apart | : dot at 83.3% lane 0
              78.5%  75px  Talks, perhaps | : dot at 94.4% lane 0
            axis 0–44.4%, 44.4–77.8%, future 77.8–100%
        "#]],
    );
}

#[test]
fn to_scale_the_undated_have_no_place_and_the_axis_breaks() {
    check(
        &talks(),
        Reading::ToScale,
        expect![[r#"
            # Before at 0% + 50%
            # Now at 50% + 25%
            # Next at 75% + 25%, from 88% of the axis
               3.5%  34px  An old promise | 9 February 1990: dot at 1.9% lane 0
               3.5%  75px  A grudge | : no place
              28.5%  34px  The invasion | 24 February 2022: dot at 37.1% lane 0
              28.5%  75px  A year of spending | 2024: bar at 38.9% + 1.5% lane 0
              53.5%  34px  A forum by the sea | 3–6 September/2025: bar at 47.8% + 38.3% lane 0
              53.5%  90px  A speech | 4 September 2025: dot at 62.1% lane 1
              53.5% 131px  A meeting elsewhere | 4 September 2025: dot at 62.1% lane 2
              78.5%  34px  Drifting apart | : no place
              78.5%  75px  Talks, perhaps | : no place
            axis 0–42.2%, 45.8–88%, future 88–100%
            12.8% 2000 
            23.8% 2010 
            34.8% 2020 
            52.5% 3 Sept 2025
            62.1% 4 Sept 
            71.7% 5 Sept 
            81.3% 6 Sept 
        "#]],
    );
}

#[test]
fn open_ends_reach_the_end_of_the_axis() {
    let story = story(&[(
        "",
        Tense::Past,
        events(&[("Since", "1991/.."), ("Until", "../2001"), ("A decade", "199X"), ("A day", "1995-05-08")]),
    )]);
    check(
        &story,
        Reading::ToScale,
        expect![[r#"
            #  at 0% + 100%
               2.4%   6px  Since | since 1991: bar> at 9.9% + 88.8% lane 1
              27.4%   6px  Until | until 2001, with no/beginning: <bar at 1.3% + 96.8% lane 3
              52.4%   6px  A decade | the 1990s: bar at 1.9% + 80.1% lane 0
              77.4%   6px  A day | 8 May 1995: dot at 44.8% lane 2
            axis 0–100%
            1.9% 1990 
            9.9% 1991 
            18% 1992 
            26% 1993 
            34% 1994 
            42% 1995 
            50% 1996 
            58% 1997 
            66% 1998 
            74% 1999 
            82% 2000 
            90.1% 2001 
            98.1% 2002 
        "#]],
    );
}

#[test]
fn dated_forecasts_have_a_scale_of_their_own() {
    let story = story(&[
        ("Past", Tense::Past, events(&[("A start", "2020"), ("A turn", "2023-04")])),
        ("Future", Tense::Future, events(&[("An end", "2030"), ("Some day", "")])),
    ]);
    check(
        &story,
        Reading::ToScale,
        expect![[r#"
            # Past at 0% + 50%
            # Future at 50% + 50%, from 66.7% of the axis
               2.4%  34px  A start | 2020: bar at 1.9% + 18.9% lane 0
              27.4%  34px  A turn | April 2023: bar at 63.2% + 1.5% lane 0
              52.4%  34px  An end | 2030: bar at 68.6% + 29.4% lane 0
              77.4%  34px  Some day | : no place
            axis 0–66.7%, future 66.7–100%
            1.9% Jan 2020
            11.3% July 
            20.8% Jan 2021
            30.2% July 
            39.7% Jan 2022
            49% July 
            58.5% Jan 2023
            68.6% Jan 2030
            83.2% July 
            98.1% Jan 2031
        "#]],
    );
}

#[test]
fn more_phases_than_columns_share_them() {
    let phases = ["One", "Two", "Three", "Four", "Five"].map(|name| (name, Tense::Past, events(&[("An event", "")])));
    check(
        &story(&phases),
        Reading::InOrder,
        expect![[r#"
            # One · Two at 0% + 25%
            # Three at 25% + 25%, from 40% of the axis
            # Four at 50% + 25%, from 60% of the axis
            # Five at 75% + 25%, from 80% of the axis
               2.9%  34px  An event | : dot at 10% lane 0
               2.9%  75px  An event | : dot at 30% lane 0
              27.9%  34px  An event | : dot at 50% lane 0
              52.9%  34px  An event | : dot at 70% lane 0
              77.9%  34px  An event | : dot at 90% lane 0
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
        Reading::InOrder,
        expect![[r#"
            #  at 0% + 100%
               2.4%   6px  Donaudampfschifffahrts/elektrizitätenhauptbetri/ebswerkbauunterbea… | 1 February – 30/November 2020: dot at 12.5% lane 0
              27.4%   6px  A title that goes on and/on and on, far beyond/the three lines that th… | : dot at 37.5% lane 0
              52.4%   6px  Short | : dot at 62.5% lane 0
              77.4%   6px  Shorter | : dot at 87.5% lane 0
            axis 0–100%
        "#]],
    );
}

#[test]
fn an_empty_story_has_an_empty_strip() {
    let strip = strip(&story(&[]), Reading::ToScale, 720.0);
    assert!(strip.marks.is_empty() && strip.zones.is_empty() && !Strips::of(&story(&[])).has_scale());
}

#[test]
fn a_long_story_is_told_in_bunches_that_keep_to_its_phases() {
    let dated = |number: usize| ("An event of many words that go on".to_owned(), format!("20{number:02}-01-01"));
    let (past, now): (Vec<_>, Vec<_>) = ((0..50).map(dated).collect(), (50..57).map(dated).collect());
    let story = story(&[("Past", Tense::Past, past), ("Now", Tense::Now, now)]);
    for reading in [Reading::InOrder, Reading::ToScale] {
        let strip = strip(&story, reading, 720.0);
        let counts: Vec<usize> = (0..strip.marks.len()).map(|at| strip.events(at, 57).len()).collect();
        expect!["[2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 3]"].assert_eq(&format!("{counts:?}"));
        let first = &strip.marks[0].label;
        expect![[r#"["An event of many", "words that go on"] ["1 January 2000 –", "1 January 2001"]"#]]
            .assert_eq(&format!("{:?} {:?}", first.title, first.date));
        assert!(strip.height < 900.0);
    }
}

#[test]
fn two_near_events_of_a_long_story_have_no_piece_of_the_axis_to_themselves() {
    let yearly = |from: u32| (from..from + 30).map(|year| f64::from(year) * 365.25);
    let pieces = |starts: &[f64]| {
        let spans: Vec<_> = starts.iter().map(|start| (*start, start + 1.0)).collect();
        breaks::broken(&spans, (0.0, 100.0), 10.0).0.len()
    };
    let near: Vec<f64> = [0.0, 2.0].into_iter().chain(yearly(1)).chain(yearly(31)).collect();
    assert_eq!(pieces(&near), 1);
    let far: Vec<f64> = yearly(0).chain(yearly(400)).collect();
    assert_eq!(pieces(&far), 2);
}

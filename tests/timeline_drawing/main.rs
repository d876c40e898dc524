//! The timeline as a drawing: golden pictures in `tests/drawings/timeline/` (`UPDATE_EXPECT=1`
//! writes them anew; with `PICTURES=folder` each is also written there as PNG, to be looked at).
#![cfg(not(target_arch = "wasm32"))]

mod examples;
mod holds;
#[path = "../support/mod.rs"]
mod support;

use expect_test::expect_file;
use standpoint::figure::timeline::{Lanes, Timeline, numbered};
use standpoint::figure::{Camera, Color, Figure, FigureState, Scene, Shape};
use standpoint::locale::strings::explorer::ExplorerStrings;
use standpoint::locale::{Locale, Strings};
use standpoint::site::raster;
use standpoint::state::query::{Lit, lit_by};
use standpoint::state::{EvidenceSet, Pick};
use standpoint::story::{Event, EventId, Evidence, Story};
use std::collections::BTreeSet;
use std::path::PathBuf;
use support::built_in;

fn folder() -> PathBuf {
    support::root().join("tests/drawings/timeline")
}

/// A story of one phase and one actor with these events: a title, and a date or nothing.
fn story(events: &[(&str, &str)]) -> Story {
    let mut story = built_in("harbour");
    let (phase, actor) = (
        story.each_phase().next().unwrap().0,
        story.each_actor().next().unwrap().0,
    );
    story.phases.truncate(1);
    story.phases[0].name = String::new();
    story.actors.truncate(1);
    let (kinds, bare) = (Evidence::ALL, story.events[0].clone());
    let event = |(at, (title, when)): (usize, &(&str, &str))| {
        let mut event = Event {
            key: format!("e{at}"),
            title: (*title).into(),
            when: (!when.is_empty()).then(|| Locale::of("en").when(when).unwrap()),
            phase,
            actors: vec![actor],
            ..bare.clone()
        };
        event.grounds.evidence = kinds[[1, 0, 1, 4, 2][at % 5]];
        event
    };
    story.events = events.iter().enumerate().map(event).collect();
    story
}

/// One way of looking at a story.
#[derive(Clone)]
struct View {
    width: f64,
    lanes: Lanes,
    broken: bool,
    camera: Camera,
    picked: Option<&'static str>,
}

impl View {
    fn wide(width: f64) -> Self {
        Self {
            width,
            lanes: Lanes::One,
            broken: true,
            camera: Camera::ALL,
            picked: None,
        }
    }
}

fn event_of(story: &Story, key: &str) -> EventId {
    story
        .each_event()
        .find(|(_, event)| event.key == key)
        .unwrap()
        .0
}

fn drawn(story: &Story, view: &View) -> Scene {
    let line = Timeline::of(story).with(view.lanes, view.broken);
    let pick = view.picked.map(|key| Pick::Event(event_of(story, key)));
    let lit = pick.map_or_else(Lit::default, |pick| lit_by(story, pick));
    let look = look(story, pick, &lit);
    line.scene(&look, view.camera, (view.width, line.height(view.width)))
}

fn look<'a>(story: &'a Story, picked: Option<Pick>, lit: &'a Lit) -> FigureState<'a> {
    let (words, more) = (Strings::of("en"), ExplorerStrings::of("en"));
    FigureState {
        story,
        picked,
        lit,
        hidden: EvidenceSet::default(),
        words,
        more,
    }
}

const MILLION: &[(&str, &str)] = &[
    ("First stone tools of a new make", "Y-998000"),
    ("Fire is kept at a hearth", "Y-790000~"),
    ("A long cold begins", "Y-478000/Y-424000"),
    ("Wooden spears at a lake", "Y-300000?"),
    ("Our kind of people", "Y-298000~"),
    ("Ochre marks on stone", "Y-75000~"),
    ("Painted caves", "Y-40000/Y-12000"),
    ("First fields", "-9500~"),
    ("First letters", "-3300"),
    ("A printed book", "1455"),
    ("The web opens to all", "1993-04-30"),
];

const SECOND: &[(&str, &str)] = &[
    ("The lamp turns green", "2024-05-01T09:30:00Z"),
    ("The gate opens", "2024-05-01T09:30:00Z"),
    ("The first car moves", "2024-05-01T09:30:01Z"),
    ("The camera takes a picture", "2024-05-01T09:30:01Z"),
];

const BEFORE: &[(&str, &str)] = &[
    ("Rome is founded, as Romans told it", "-0752?"),
    ("The Republic begins", "-0508~"),
    ("The Gauls take the city", "-0389~"),
    ("First war with Carthage", "-0263/-0240"),
    ("Hannibal crosses the Alps", "-0217"),
    ("Carthage falls", "-0145"),
    ("The Gracchi", "-0132/-0120"),
    ("Caesar crosses the Rubicon", "-0048-01-10"),
    ("Caesar is murdered", "-0043-03-15"),
    ("Augustus is the first among equals", "-0026-01-16"),
    ("Augustus dies", "0014-08-19"),
];

const UNDATED: &[(&str, &str)] = &[
    ("A stranger comes to the village", ""),
    ("The well runs dry", ""),
    ("The elders meet at night", ""),
    ("A boy finds water in the hills", ""),
    ("A channel is dug", ""),
    ("The stranger leaves", ""),
];

const DAY: &[(&str, &str)] = &[
    ("Polls open", "2024-06-09T07:00:00Z"),
    ("A queue at the school", "2024-06-09T08:15:00Z"),
    ("First figures on turnout", "2024-06-09T12:00:00Z"),
    ("Ballots run out in two districts", "2024-06-09T16:40:00Z"),
    ("Polls close", "2024-06-09T18:00:00Z"),
    ("First projection", "2024-06-09T18:01:00Z"),
    ("The mayor concedes", "2024-06-09T21:30:00Z"),
    ("The square is full", "2024-06-09"),
];

/// Every form of time that a date can say.
const FORMS: &[(&str, &str)] = &[
    ("A day", "1950-06-15"),
    ("Some time in one year or the next", "[1952,1953]"),
    ("Before the end of 1957", "[..1957]"),
    ("Not before 1958", "[1958..]"),
    ("From one year to another", "1960/1964"),
    ("Since a year, and going on", "1966/.."),
    ("Until a year, from the beginning", "../1968"),
    ("From a year until nobody knows when", "1970/"),
    ("From nobody knows when until a year", "/1974"),
    ("From a year or before it", "..1976/1979"),
    ("Until a year or after it", "1981/1983.."),
    (
        "On each of several days",
        "{1985-03-01,1987-06-01,1990-02-01}",
    ),
    ("About a year", "1992~"),
    ("Perhaps a year", "1994?"),
    ("A decade", "199X"),
    ("In some December", "XXXX-12"),
    ("A last day", "2000-01-01"),
];

/// Undated events among dated ones: few and many, in wide and in narrow gaps, at both ends.
const BETWEEN: &[(&str, &str)] = &[
    ("A rumour of a road", ""),
    ("The road is drawn on a map", "1921-05"),
    ("The farmers hear of it", ""),
    ("A first stone", "1926-03-01"),
    ("The money runs out", ""),
    ("A lender is found, and lost again", ""),
    ("A second lender", ""),
    ("Work goes on", "1938"),
    ("Two bridges", "1938/1941"),
    ("A flood takes one of them", ""),
    ("It is built again", "1942-07"),
    ("The road is open", "1942-07-04"),
    ("A speech that nobody wrote down", ""),
    ("The first bus", "1942-07-04"),
    ("The bus no longer runs", ""),
];

#[test]
fn golden_pictures() {
    let one = [("A bridge is opened", "1932-03-19")];
    let stories = [
        ("million-years", story(MILLION)),
        ("one-second", story(SECOND)),
        ("before-our-era", story(BEFORE)),
        ("no-events", story(&[])),
        ("one-event", story(&one)),
        ("undated", story(UNDATED)),
        ("one-day", story(DAY)),
        ("forms", story(FORMS)),
        ("between", story(BETWEEN)),
    ];
    let mut expected = BTreeSet::new();
    let mut check_scene = |name: String, scene: &Scene| {
        let picture = support::drawing(scene);
        if let Some(pictures) = std::env::var_os("PICTURES") {
            std::fs::write(
                PathBuf::from(&pictures).join(format!("{name}.png")),
                raster::png(&picture, 1.0).unwrap().png,
            )
            .unwrap();
        }
        expect_file![folder().join(format!("{name}.svg"))].assert_eq(&picture);
        expected.insert(format!("{name}.svg"));
    };
    let harbour = built_in("harbour");
    let camera = Camera {
        x: 0.6,
        y: 0.5,
        zoom: 3.0,
    };
    let overview = Timeline::of(&harbour).overview(
        &look(&harbour, None, &Lit::default()),
        camera,
        (768.0, 44.0),
    );
    check_scene("harbour-overview".into(), &overview);
    let between = &stories[8].1;
    let overview = Timeline::of(between).overview(
        &look(between, None, &Lit::default()),
        Camera::ALL,
        (768.0, 44.0),
    );
    check_scene("between-overview".into(), &overview);
    let mut check =
        |name: String, story: &Story, view: View| check_scene(name, &drawn(story, &view));
    for (name, story) in &stories {
        check((*name).into(), story, View::wide(960.0));
    }
    check("forms-narrow".into(), &stories[7].1, View::wide(320.0));
    for width in [320.0, 640.0] {
        check(format!("between-{width}"), &stories[8].1, View::wide(width));
    }
    check(
        "between-picked-320".into(),
        &stories[8].1,
        View {
            picked: Some("e5"),
            ..View::wide(320.0)
        },
    );
    check(
        "million-years-narrow".into(),
        &stories[0].1,
        View::wide(320.0),
    );
    check(
        "million-years-linear".into(),
        &stories[0].1,
        View {
            broken: false,
            ..View::wide(960.0)
        },
    );
    for name in ["security-guarantees", "harbour"] {
        let story = built_in(name);
        for width in [320.0, 768.0, 1280.0] {
            check(format!("{name}-{width}"), &story, View::wide(width));
        }
        check(
            format!("{name}-linear"),
            &story,
            View {
                broken: false,
                ..View::wide(1280.0)
            },
        );
        for lanes in [Lanes::Phase, Lanes::Group, Lanes::Actor] {
            check(
                format!("{name}-by-{}", lanes.key()),
                &story,
                View {
                    lanes,
                    ..View::wide(1280.0)
                },
            );
        }
    }
    check(
        "harbour-zoomed".into(),
        &harbour,
        View {
            camera,
            picked: Some("consultation"),
            ..View::wide(1280.0)
        },
    );
    let deep = Camera {
        x: 0.75,
        y: 0.5,
        zoom: 60.0,
    };
    check(
        "harbour-deep".into(),
        &harbour,
        View {
            camera: deep,
            broken: false,
            ..View::wide(768.0)
        },
    );
    check(
        "harbour-picked-320".into(),
        &harbour,
        View {
            picked: Some("refusal"),
            ..View::wide(320.0)
        },
    );
    let have = std::fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap());
    let unused: Vec<_> = have.filter(|name| !expected.contains(name)).collect();
    assert!(unused.is_empty(), "no test draws {unused:?}");
}

#[test]
fn what_is_hidden_is_left_out_and_an_empty_picture_says_why() {
    let story = built_in("harbour");
    let line = Timeline::of(&story);
    let lit = Lit::default();
    let events = |hidden: &[Evidence]| {
        let hidden = hidden
            .iter()
            .fold(EvidenceSet::default(), |set, kind| set.toggled(*kind));
        let scene = line.scene(
            &FigureState {
                hidden,
                ..look(&story, None, &lit)
            },
            Camera::ALL,
            (1280.0, 600.0),
        );
        let links = scene
            .items
            .iter()
            .filter(|item| item.link.is_some())
            .count();
        (links, scene.items.iter().any(|item| item.key == "nothing"))
    };
    let (all, some, none) = (
        events(&[]),
        events(&[Evidence::Reported]),
        events(&Evidence::ALL),
    );
    assert!(all.0 > some.0 && some.0 > 0 && !some.1, "{all:?}, {some:?}");
    assert_eq!(none, (0, true));
}

#[test]
fn lanes_are_there_for_what_the_story_has() {
    let has = |story: &Story| Lanes::ALL.map(|lanes| Timeline::of(story).has(lanes));
    assert_eq!(
        has(&built_in("security-guarantees")),
        [true, true, true, true]
    );
    assert_eq!(has(&story(BEFORE)), [true, false, true, false]);
}

#[test]
fn every_mark_of_an_image_has_its_label_or_is_counted() {
    let tour = [
        ("A tour of Washington", "2019-11/2020-02"),
        ("A round of talks", "2019-12-04"),
        ("A draft", "2020-01"),
    ];
    for story in [
        story(&tour),
        story(BETWEEN),
        story(FORMS),
        built_in("harbour"),
        built_in("security-guarantees"),
    ] {
        for width in [294.0, 640.0, 920.0] {
            let scene = numbered(&drawn(&story, &View::wide(width)));
            let bare: Vec<&str> = scene
                .items
                .iter()
                .filter(|item| item.link.is_some())
                .filter(|item| {
                    !item
                        .shapes
                        .iter()
                        .any(|shape| matches!(shape, Shape::Text { .. }))
                })
                .map(|item| item.key.as_str())
                .collect();
            assert!(bare.is_empty(), "at {width}: {bare:?}");
        }
    }
}

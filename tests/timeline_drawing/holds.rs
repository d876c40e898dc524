//! What holds for every story, wherever one looks.

use super::*;
use proptest::prelude::*;
use standpoint::date::When;
use standpoint::figure::{Anchor, Item, Target};
use standpoint::text::width::width as text_width;

/// Left, top, right, bottom.
type Area = (f64, f64, f64, f64);

fn texts(item: &Item) -> Vec<Area> {
    let area = |shape: &Shape| match shape {
        Shape::Text {
            x,
            y,
            words,
            size,
            anchor,
            ..
        } => {
            let wide = text_width(words, *size);
            let left = x - match anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => wide / 2.0,
                Anchor::End => wide,
            };
            let (left, base) = (item.at.0 + left, item.at.1 + y);
            Some((left, base - size * 0.75, left + wide, base + size * 0.2))
        }
        _ => None,
    };
    item.shapes.iter().filter_map(area).collect()
}

/// The marks of events and the plates of counts; not the areas that only take clicks.
fn marks(item: &Item) -> Vec<Area> {
    let (x, y) = item.at;
    let area = |shape: &Shape| match shape {
        Shape::Circle {
            x: a, y: b, radius, ..
        } => Some((
            x + a - radius,
            y + b - radius,
            x + a + radius,
            y + b + radius,
        )),
        Shape::Rect {
            x: a,
            y: b,
            width,
            height,
            paint,
            ..
        } if paint.stroke.is_some() => Some((x + a, y + b, x + a + width, y + b + height)),
        _ => None,
    };
    item.shapes.iter().filter_map(area).collect()
}

fn meet(one: &Area, other: &Area) -> bool {
    one.0 < other.2 - 0.2 && other.0 < one.2 - 0.2 && one.1 < other.3 - 0.2 && other.1 < one.3 - 0.2
}

fn date() -> impl Strategy<Value = String> {
    let day = (1990..2030, 1..13, 1..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
    let clock =
        (0..24, 0..60, 0..60).prop_map(|(h, m, s)| format!("2024-05-01T{h:02}:{m:02}:{s:02}Z"));
    let span =
        (1900..2000, 0..90, 1..13).prop_map(|(y, long, m)| format!("{y}-{m:02}/{}", y + long + 1));
    let long = (20_000..1_000_000).prop_map(|y| format!("Y-{y}~"));
    prop_oneof![
        5 => day,
        2 => clock,
        2 => span,
        1 => long,
        2 => Just(String::new()),
        1 => Just("2001?".to_owned()),
        1 => Just("196X".to_owned()),
        1 => Just("1995/..".to_owned()),
        1 => Just("../2003-04".to_owned()),
        2 => prop::sample::select(FORMS).prop_map(|form| form.1.to_owned()),
    ]
}

fn told() -> impl Strategy<Value = Story> {
    let title = prop_oneof!["[A-Z][a-z]{2,9}( [a-z]{1,12}){0,9}", "[a-z]{30,60}"];
    proptest::collection::vec((title, date()), 0..70).prop_map(|events| {
        let events: Vec<_> = events
            .iter()
            .map(|(title, when)| (title.as_str(), when.as_str()))
            .collect();
        super::story(&events)
    })
}

fn cameras() -> impl Strategy<Value = Camera> {
    (0.0..1.0, 0.0..1.0).prop_map(|(x, depth): (f64, f64)| {
        // Most of the time near the whole, sometimes as deep as may be.
        let zoom = (depth * depth * depth * 30.0).exp2();
        Camera { x, y: 0.5, zoom }.inside()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn nothing_covers_anything(
        story in told(),
        camera in cameras(),
        width in 300f64..1500.0,
        at in 0usize..4,
        broken in any::<bool>(),
        picked in any::<prop::sample::Index>(),
    ) {
        let line = Timeline::of(&story).with(Lanes::ALL[at], broken);
        let camera = Camera { zoom: camera.zoom.min(line.max_zoom()), ..camera }.inside();
        let events: Vec<_> = story.each_event().map(|(id, _)| Pick::Event(id)).collect();
        let pick = (!events.is_empty()).then(|| events[picked.index(events.len())]);
        let (lit, size) = (Lit::default(), (width.round(), line.height(width.round())));
        let scene = line.scene(&look(&story, pick, &lit), camera, size);
        let keys: BTreeSet<_> = scene.items.iter().map(|item| &item.key).collect();
        prop_assert_eq!(keys.len(), scene.items.len(), "two items with one key");
        prop_assert!(scene.items.len() < 400);
        prop_assert!(scene.items.iter().map(|item| item.shapes.len() + 2).sum::<usize>() < 2_000);
        let items = || scene.items.iter().enumerate();
        let drawn: Vec<(usize, Area)> = items()
            .flat_map(|(at, item)| texts(item).into_iter().map(move |area| (at, area)))
            .collect();
        for (index, (at, one)) in drawn.iter().enumerate() {
            for (of, other) in &drawn[index + 1..] {
                prop_assert!(!meet(one, other), "{:?} covers {:?}", scene.items[*at], scene.items[*of]);
            }
        }
        let links: Vec<(usize, &Item)> =
            items().filter(|(_, item)| item.link.is_some()).collect();
        for (at, area) in &drawn {
            for (of, item) in links.iter().filter(|(of, _)| of != at) {
                let under = marks(item).into_iter().find(|mark| meet(area, mark));
                prop_assert!(under.is_none(), "{:?} covers the mark of {:?}, {of}", scene.items[*at], item);
            }
        }
    }

    #[test]
    fn every_event_in_sight_is_drawn_or_counted(
        story in told(),
        camera in cameras(),
        width in 300f64..1500.0,
        at in 0usize..4,
    ) {
        let line = Timeline::of(&story).with(Lanes::ALL[at], false);
        let size = (width.round(), line.height(width.round()));
        let lit = Lit::default();
        let total = |camera: Camera| -> usize {
            let scene = line.scene(&look(&story, None, &lit), camera, size);
            let links = scene.items.iter().filter_map(|item| item.link.as_ref());
            links.map(|link| match link.to {
                Target::Pick(_) => 1,
                Target::Open { .. } => link.name.split(' ').next().unwrap().parse().unwrap(),
            }).sum()
        };
        prop_assert_eq!(total(Camera::ALL), story.events.len());
        // Whatever is looked for is found, with its label, near the middle or where it was.
        let zoom = camera.zoom.min(line.max_zoom());
        for (id, event) in story.each_event() {
            let pick = Pick::Event(id);
            let shown = line.camera_for(pick, Camera { zoom, ..camera }.inside(), size).unwrap();
            let scene = line.scene(&look(&story, Some(pick), &lit), shown, size);
            let key = format!("event-{}", event.key);
            let item = scene.items.iter().find(|item| item.key == key);
            prop_assert!(item.is_some(), "{} is not drawn at {shown:?}", event.title);
            prop_assert!(!texts(item.unwrap()).is_empty(), "{} has no label", event.title);
            prop_assert!(item.unwrap().link.as_ref().unwrap().current);
        }
    }

    #[test]
    fn moving_along_the_line_only_moves(
        story in told(),
        camera in cameras(),
        by in -0.2f64..0.2,
        width in 300f64..1500.0,
    ) {
        let line = Timeline::of(&story);
        let camera = Camera { zoom: camera.zoom.min(line.max_zoom()).min(1e6), ..camera }.inside();
        let size = (width.round(), line.height(width.round()));
        let lit = Lit::default();
        let rows = |camera: Camera| -> Vec<(String, f64)> {
            let scene = line.scene(&look(&story, None, &lit), camera, size);
            let events = scene.items.into_iter().filter(|item| item.link.is_some());
            events.map(|item| (item.key, item.at.1)).collect()
        };
        let (before, after) = (rows(camera), rows(camera.moved((by, 0.0))));
        for (key, y) in &before {
            if let Some((_, other)) = after.iter().find(|(other, _)| other == key) {
                prop_assert_eq!(y, other);
            }
        }
    }

    #[test]
    fn an_undated_event_stands_at_no_point_of_a_dated_line(
        story in told(),
        camera in cameras(),
        width in 300f64..1500.0,
        broken in any::<bool>(),
    ) {
        let line = Timeline::of(&story).with(Lanes::One, broken);
        let camera = Camera { zoom: camera.zoom.min(line.max_zoom()), ..camera }.inside();
        let (lit, size) = (Lit::default(), (width.round(), line.height(width.round())));
        let scene = line.scene(&look(&story, None, &lit), camera, size);
        let item = |key: &str| scene.items.iter().find(|item| item.key == key);
        let has_place = |when: &When| when.start().is_some() || when.end().is_some();
        let dated = |event: &Event| event.when.as_ref().is_some_and(has_place);
        let first = story.events.iter().position(dated).unwrap_or(usize::MAX);
        let last = story.events.iter().rposition(dated).unwrap_or(0);
        let (mut standing, mut floating) = (0, 0);
        for (at, event) in story.events.iter().enumerate() {
            let Some(drawn) = item(&format!("event-{}", event.key)) else { continue };
            if dated(event) || !(first..=last).contains(&at) {
                standing += 1;
                continue;
            }
            floating += 1;
            prop_assert!(!drawn.class.contains("is-bare"), "{} has a mark on the line", event.title);
            let bands = item("between").map(|item| item.shapes.clone()).unwrap_or_default();
            let is_above = |band: &Shape| {
                let Shape::Rect { y, height, .. } = band else { return false };
                (y + height / 2.0 - drawn.at.1 - 6.0).abs() < 1.0
            };
            let above = bands.iter().any(is_above);
            prop_assert!(above, "{} has no band", event.title);
        }
        let is_foot = |shape: &&Shape| matches!(shape, Shape::Circle { .. });
        let feet = item("stems").map_or(0, |stems| stems.shapes.iter().filter(is_foot).count());
        prop_assert!(feet <= standing, "{feet} stems for {standing} events that stand on the line, and {floating} that do not");
    }
}

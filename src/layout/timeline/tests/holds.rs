//! What holds for the strip of every story: nothing lies on anything else, at any width.

use super::super::*;
use super::story;
use crate::story::Story;
use crate::story::Tense;
use crate::text::width::width;
use proptest::prelude::*;

/// A box of px, and what it is.
#[derive(Clone, Debug)]
struct Area {
    what: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn meets(&self, other: &Self) -> bool {
        // What rounding may take from the room between two, px.
        let least = 0.2;
        self.left + least < other.right
            && other.left + least < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn crossed(&self, (x, y): (f64, f64), (u, v): (f64, f64)) -> bool {
        // The part of the segment within the box's height, and whether any of it is within its
        // width.
        let (low, high) = (y.min(v), y.max(v));
        if high <= self.top || low >= self.bottom {
            return false;
        }
        let at = |height: f64| {
            if v == y {
                x
            } else {
                x + (u - x) * (height - y) / (v - y)
            }
        };
        let ends = if v == y {
            [x, u]
        } else {
            [at(self.top.max(low)), at(self.bottom.min(high))]
        };
        ends[0].max(ends[1]) > self.left + 0.2 && ends[0].min(ends[1]) < self.right - 0.2
    }
}

fn areas(strip: &Strip, px: f64) -> Vec<Area> {
    let mut areas = Vec::new();
    let mut add = |what: String, left: f64, top: f64, width: f64, height: f64| {
        areas.push(Area {
            what,
            left,
            top,
            right: left + width,
            bottom: top + height,
        });
    };
    for (at, mark) in strip.marks.iter().enumerate() {
        let label = &mark.label;
        add(
            format!("label {at}"),
            label.x * px,
            label.y,
            label.width,
            label.height,
        );
        add(
            format!("mark {at}"),
            mark.at * px - RADIUS,
            strip.axis.y - RADIUS,
            RADIUS * 2.0,
            RADIUS * 2.0,
        );
    }
    for zone in strip.zones.iter().filter(|zone| !zone.heading.is_empty()) {
        add(
            format!("heading {}", zone.heading),
            zone.x * px,
            6.0,
            width(&zone.heading, HEADING_SIZE),
            HEADING_SIZE + 4.0,
        );
    }
    areas
}

fn nothing_lies_on_anything(strip: &Strip, wide: f64) {
    let px = wide / 100.0;
    let areas = areas(strip, px);
    for (at, area) in areas.iter().enumerate() {
        assert!(
            area.left > -0.2
                && area.right < wide + 0.2
                && area.top >= 0.0
                && area.bottom <= strip.height,
            "outside at {wide}: {area:?}"
        );
        if let Some(other) = areas[at + 1..].iter().find(|other| area.meets(other)) {
            panic!("at {wide}: {area:?} on {other:?}");
        }
    }
    for (at, mark) in strip.marks.iter().enumerate() {
        let label = &mark.label;
        let longest = label
            .title
            .iter()
            .map(|line| width(line, TITLE_SIZE))
            .fold(0.0, f64::max);
        let dated = label
            .date
            .iter()
            .map(|line| width(line, DATE_SIZE) + MARK_ROOM)
            .fold(0.0, f64::max);
        assert!(
            longest.max(dated) + INDENT <= label.width + 0.1,
            "words wider than their box: {label:?}"
        );
        let (pole, y) = (label.pole * px, label.y + LINE / 2.0);
        let line = [
            (label.x * px, y),
            (pole, y),
            (pole, label.base),
            (mark.at * px, strip.axis.y),
        ];
        for ends in line.windows(2) {
            let crossed = areas
                .iter()
                .find(|area| !area.what.starts_with("mark") && area.crossed(ends[0], ends[1]));
            assert!(
                crossed.is_none(),
                "at {wide}: the line of {at} crosses {crossed:?}"
            );
        }
    }
}

/// Any date or none: days to centuries, spans, open ends, doubts.
fn some_when() -> impl Strategy<Value = String> {
    let year = prop_oneof![1890i64..2030, 2015i64..2027, Just(2024)];
    let day = (year, 1u8..=12, 1u8..=28)
        .prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let close = (3u8..9).prop_map(|day| format!("2025-09-{day:02}"));
    let month = "(19[5-9]|20[0-2])[0-9]-0[1-9]";
    let span =
        (1900i64..2000, 0i64..60).prop_map(|(year, length)| format!("{year}/{}", year + length));
    let rest = prop::sample::select(vec![
        "2024~",
        "2019?",
        "199X",
        "19XX",
        "1991/..",
        "../2001",
        "2001-21",
        "2025-09-03/2025-09-06",
        "2025-09-04T10:15:00",
        "XXXX",
    ]);
    let rest = rest.prop_map(Into::into);
    prop_oneof![3 => Just(String::new()), 3 => day, 3 => close, 2 => month, 1 => span, 2 => rest]
}

fn some_title() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[A-Z][a-z]{1,9}( [a-z]{1,9}){0,9}", 1 => "[A-Za-z]{20,60}( [a-z]{1,9}){0,3}", 1 => "[а-я]{3,12}( [一-龥]{2,9}){0,4}"]
}

fn some_story() -> impl Strategy<Value = Story> {
    let events = |most| prop::collection::vec((some_title(), some_when()), 0..=most);
    let phases = (
        prop_oneof![3 => events(16), 1 => events(120)],
        events(12),
        events(6),
        events(6),
        any::<bool>(),
    );
    phases.prop_map(|(first, second, third, fourth, named)| {
        let name = |name: &'static str| if named { name } else { "" };
        story(&[
            (
                name("What led here, as far as anybody can tell from what was written then"),
                Tense::Past,
                first,
            ),
            (name("Then"), Tense::Past, second),
            (name("Now"), Tense::Now, third),
            (name("What may follow"), Tense::Future, fourth),
        ])
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn nothing_lies_on_anything_else(
        story in some_story(),
        least in prop::sample::select(vec![720.0, 1040.0]),
    ) {
        let strip = strip(&story, least);
        let events = |mark: usize| strip.events(mark, story.events.len());
        let told: Vec<usize> = (0..strip.marks.len()).flat_map(events).collect();
        prop_assert_eq!(told, (0..story.events.len()).collect::<Vec<_>>());
        prop_assert!(strip.marks.len() <= 48);
        for wide in [least, 1000.0, 1280.0, 1600.0].into_iter().filter(|wide| *wide >= least) {
            nothing_lies_on_anything(&strip, wide);
        }
        prop_assert_eq!(&strip, &super::super::strip(&story, least));
    }
}

//! How each example of the EDTF page is drawn, read back from the shapes that are drawn:
//! `tests/drawings/edtf-examples.txt`.

use super::*;
use expect_test::expect_file;
use standpoint::date::civil;
use standpoint::figure::{Anchor, Dash, Item, Paint, Shape};

const WIDTH: f64 = 960.0;

/// A date on the line, as exact as the drawing is: what is drawn from or up to some px.
struct Reader<'a> {
    line: &'a Timeline,
    origin: f64,
}

impl Reader<'_> {
    /// The instant at some px beside the item, a hair to the right (1) or to the left (-1) of it.
    fn at(&self, x: f64, hair: f64) -> String {
        let day = |x: f64| self.line.day_at(self.origin + x, Camera::ALL, WIDTH);
        let (Some(at), Some(next)) = (day(x + 0.06 * hair), day(x + 1.0)) else {
            return "the edge".into();
        };
        let civil::Day { year, month, day } = civil::day(at);
        match (next - at).abs() {
            px if px < 0.02 => {
                let minutes = ((at - at.floor()) * 1440.0).round() as u32;
                format!(
                    "{year}-{month:02}-{day:02} {:02}:{:02}",
                    minutes / 60,
                    minutes % 60
                )
            }
            px if px < 2.0 => format!("{year}-{month:02}-{day:02}"),
            px if px < 20.0 => format!("{year}-{month:02}"),
            _ => format!("{year}"),
        }
    }

    fn stretch(&self, from: f64, to: f64) -> String {
        format!("{} to {}", self.at(from, 1.0), self.at(to, -1.0))
    }

    fn shape(&self, shape: &Shape) -> Option<String> {
        match shape {
            Shape::Circle { radius, .. } if *radius > 8.0 => Some("ring of doubt".into()),
            Shape::Circle { x, .. } => Some(format!("mark at {}", self.at(*x, 1.0))),
            Shape::Path { d, .. } => self.path(d),
            Shape::Line { from, to, .. } => Some(format!("joined {}", self.stretch(from.0, to.0))),
            Shape::Rect {
                x,
                width,
                height,
                paint,
                ..
            } => self.rect(*x, *width, *height, paint),
            Shape::Text { .. } => None,
        }
    }

    fn path(&self, d: &str) -> Option<String> {
        let numbers: Vec<f64> = d
            .split(|letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == '-'))
            .filter_map(|number| number.parse().ok())
            .collect();
        if d.contains('q') {
            return Some("brackets".into());
        }
        let way = |by: f64| if by < 0.0 { "left" } else { "right" };
        match (d.matches('v').count(), d.contains('H'), d.contains('l')) {
            (2, ..) => Some(format!("whisker {}", self.stretch(numbers[0], numbers[5]))),
            (1, ..) => None,
            (0, true, _) => {
                let by = numbers[2] - numbers[0];
                Some(format!(
                    "thin arrow {} from {}",
                    way(by),
                    self.at(numbers[0], by.signum())
                ))
            }
            (_, _, true) if numbers[3] == 6.0 => {
                Some(format!("arrow {} at the edge", way(numbers[2])))
            }
            _ => None,
        }
    }

    fn rect(&self, x: f64, width: f64, height: f64, paint: &Paint) -> Option<String> {
        match (height, paint.stroke) {
            (8.0, Some(_)) if paint.fill == Some(Color::SURFACE) => {
                Some(format!("light {}", self.stretch(x, x + width)))
            }
            (8.0 | 4.0, Some(_)) => Some(format!("bar {}", self.stretch(x, x + width))),
            (6.0, None) => Some("fading end".into()),
            _ => None,
        }
    }
}

/// What is drawn of the one event, in words.
fn told(when: &str) -> String {
    let story = story(&[("An example", when)]);
    let (line, lit) = (Timeline::of(&story), Lit::default());
    let scene = line.scene(
        &look(&story, None, &lit),
        Camera::ALL,
        (WIDTH, line.height(WIDTH)),
    );
    let item: &Item = scene
        .items
        .iter()
        .find(|item| item.key == "event-e0")
        .unwrap();
    let reader = Reader {
        line: &line,
        origin: item.at.0,
    };
    let dashed = |shape: &Shape| {
        matches!(
            shape,
            Shape::Path {
                paint: Paint {
                    dash: Dash::Dashed,
                    ..
                },
                ..
            }
        )
    };
    let mut words: Vec<String> = item
        .shapes
        .iter()
        .filter_map(|shape| reader.shape(shape))
        .collect();
    words.dedup();
    let doubt = if item.shapes.iter().any(dashed) {
        ", dashed"
    } else {
        ""
    };
    if story.events[0]
        .when
        .as_ref()
        .is_none_or(|when| when.start().is_none() && when.end().is_none())
    {
        return "hollow, in order, on a line without dates".into();
    }
    words.join("; ") + doubt
}

#[test]
fn the_examples_of_the_edtf_page() {
    let examples = include_str!("../edtf-examples.txt");
    let lines = examples
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let drawn = lines.map(|line| {
        let example = line.split('\t').next().unwrap();
        format!("{example}\t{}\n", told(example))
    });
    let table: String = drawn.collect();
    expect_file![folder().join("../edtf-examples.txt")].assert_eq(&table);
}

/// The words at the foot.
fn ticks(scene: &Scene) -> Vec<String> {
    let dates = scene.items.iter().find(|item| item.key == "dates").unwrap();
    let words = |shape: &Shape| match shape {
        Shape::Text {
            words,
            anchor: Anchor::Start,
            ..
        } => Some(words.clone()),
        _ => None,
    };
    dates.shapes.iter().filter_map(words).collect()
}

#[test]
fn no_tick_is_finer_than_what_is_known() {
    let at = |events: &[(&str, &str)], zoom: f64| {
        let story = story(events);
        let (line, lit) = (Timeline::of(&story), Lit::default());
        let camera = Camera {
            zoom: zoom.min(line.max_zoom()),
            ..Camera::ALL
        };
        ticks(&line.scene(&look(&story, None, &lit), camera, (WIDTH, 300.0)))
    };
    for zoom in [1.0, 8.0, 1e6] {
        let year = at(&[("Ephrem dies", "0373")], zoom);
        assert!(
            !year.is_empty() && year.iter().all(|tick| tick.ends_with(" CE")),
            "{year:?}"
        );
        assert!(year.contains(&"373 CE".to_owned()), "{year:?}");
    }
    let deep = at(
        &[
            ("Stone", "Y-100000000"),
            ("A temple", "-0446/-0431"),
            ("A museum", "2009-06-20"),
        ],
        1.0,
    );
    assert!(
        !deep
            .iter()
            .any(|tick| ["Jan", "July"].contains(&tick.as_str())),
        "{deep:?}"
    );
    let minutes = at(
        &[
            ("First", "2024-05-14T18:00:00"),
            ("Last", "2024-05-14T18:09:00"),
        ],
        1e9,
    );
    assert!(minutes.iter().any(|tick| tick == "18:05"), "{minutes:?}");
    assert!(
        minutes.iter().all(|tick| tick.matches(':').count() < 2),
        "{minutes:?}"
    );
}

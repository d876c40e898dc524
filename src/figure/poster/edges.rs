//! The edges of a part of a figure: half a word tells nothing. Words that an edge would cut are
//! left out, and names that do not stand for a place in time are moved in, as on maps.

use crate::figure::timeline::one_more;
use crate::figure::{Anchor, Item, Scene, Shape, Target, rounded};
use crate::text::width::width;

/// From the edge to the middle of a count, and from the top of a label to the middle of its mark,
/// px.
const PLATE: f64 = 13.0;
const MARK: f64 = 7.5;

/// Left, top, right, bottom; px.
type Area = [f64; 4];

/// The drawing without words that its edges cut. On a map items are names and labels, which may be
/// moved or left out as a whole; along a line of time nothing may be moved, an event whose label is
/// cut is counted, and many dates are one item.
pub fn tidied(scene: &Scene, map: bool) -> Scene {
    let mut tidy = Scene {
        items: Vec::new(),
        ..*scene
    };
    let names: Vec<Area> = scene
        .items
        .iter()
        .filter(|item| item.link.is_some())
        .filter_map(area)
        .collect();
    for item in &scene.items {
        let whole = words(item).is_none_or(|around| within(scene, &around));
        match item.link {
            _ if whole => tidy.items.push(item.clone()),
            Some(_) if map => tidy.items.extend(moved_in(scene, item, &names)),
            Some(ref link) if matches!(link.to, Target::Pick(_)) => {
                // The event is there, but not its label: it is one that is counted.
                let x = item.at.0.clamp(PLATE, (scene.width - PLATE).max(PLATE));
                tidy.items.push(one_more(item, link, (x, item.at.1 + MARK)));
            }
            Some(_) => tidy.items.push(wordless(item)),
            None if map => {}
            None => tidy.items.push(without_cut(scene, item)),
        }
    }
    tidy
}

fn wordless(item: &Item) -> Item {
    Item {
        shapes: item
            .shapes
            .iter()
            .filter(|shape| text(shape).is_none())
            .cloned()
            .collect(),
        ..item.clone()
    }
}

/// The item without those of its words that an edge cuts.
fn without_cut(scene: &Scene, item: &Item) -> Item {
    let kept = |shape: &&Shape| {
        let one = Item {
            at: item.at,
            shapes: vec![(*shape).clone()],
            ..Item::default()
        };
        words(&one).is_none_or(|around| within(scene, &around))
    };
    Item {
        shapes: item.shapes.iter().filter(kept).cloned().collect(),
        ..item.clone()
    }
}

/// The item moved by as little as brings it inside; `None` where it stands outside, or would then
/// lie on another.
fn moved_in(scene: &Scene, item: &Item, names: &[Area]) -> Option<Item> {
    let now =
        area(item).filter(|_| within(scene, &[item.at.0, item.at.1, item.at.0, item.at.1]))?;
    let by = |low: f64, high: f64, size: f64| {
        if low < 1.0 {
            1.0 - low
        } else {
            (size - 1.0 - high).min(0.0)
        }
    };
    let (x, y) = (
        by(now[0], now[2], scene.width),
        by(now[1], now[3], scene.height),
    );
    let then = [now[0] + x, now[1] + y, now[2] + x, now[3] + y];
    let free = names
        .iter()
        .filter(|name| **name != now)
        .all(|name| !overlap(name, &then));
    free.then(|| Item {
        at: (rounded(item.at.0 + x), rounded(item.at.1 + y)),
        ..item.clone()
    })
}

fn within(scene: &Scene, area: &Area) -> bool {
    area[0] >= 0.0 && area[1] >= 0.0 && area[2] <= scene.width && area[3] <= scene.height
}

fn overlap(one: &Area, other: &Area) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// What the words and boxes of an item take.
fn area(item: &Item) -> Option<Area> {
    union(item, |shape| text(shape).or_else(|| plate(shape)))
}

/// What its words take; `None` without any.
fn words(item: &Item) -> Option<Area> {
    union(item, text)
}

fn union(item: &Item, of: impl Fn(&Shape) -> Option<Area>) -> Option<Area> {
    let all = item.shapes.iter().filter_map(of);
    let joined = all.reduce(|one, other| {
        [
            one[0].min(other[0]),
            one[1].min(other[1]),
            one[2].max(other[2]),
            one[3].max(other[3]),
        ]
    })?;
    let (x, y) = item.at;
    Some([joined[0] + x, joined[1] + y, joined[2] + x, joined[3] + y])
}

fn text(shape: &Shape) -> Option<Area> {
    let Shape::Text {
        x,
        y,
        words,
        size,
        anchor,
        ..
    } = shape
    else {
        return None;
    };
    let long = width(words, *size);
    let left = match anchor {
        Anchor::Start => *x,
        Anchor::Middle => x - long / 2.0,
        Anchor::End => x - long,
    };
    Some([left, y - size, left + long, y + size * 0.3])
}

fn plate(shape: &Shape) -> Option<Area> {
    let Shape::Rect {
        x,
        y,
        width,
        height,
        ..
    } = shape
    else {
        return None;
    };
    Some([*x, *y, x + width, y + height])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Color, Link, Target};
    use crate::state::Pick;
    use crate::story::ActorId;

    fn item(key: &str, at: (f64, f64), control: bool) -> Item {
        let words = Shape::Text {
            x: 0.0,
            y: 4.0,
            words: "name".to_owned(),
            size: 12.0,
            anchor: Anchor::Middle,
            bold: false,
            ink: Color::INK,
            halo: false,
        };
        let link = Link {
            to: Target::Pick(Pick::Actor(ActorId::new(0))),
            name: String::new(),
            current: false,
        };
        Item {
            key: key.to_owned(),
            class: "",
            at,
            link: control.then_some(link),
            shapes: vec![words],
        }
    }

    fn check(items: Vec<Item>, map: bool, expected: &[(&str, f64)]) {
        let tidy = tidied(
            &Scene {
                width: 200.0,
                height: 100.0,
                items,
            },
            map,
        );
        let left: Vec<_> = tidy
            .items
            .iter()
            .map(|item| (item.key.as_str(), item.at.0.round()))
            .collect();
        assert_eq!(left, expected);
    }

    #[test]
    fn an_event_whose_label_an_edge_cuts_is_counted() {
        let tidy = tidied(
            &Scene {
                width: 200.0,
                height: 100.0,
                items: vec![item("event", (2.0, 50.0), true)],
            },
            false,
        );
        assert_eq!((tidy.items[0].at.0, tidy.items[0].class), (PLATE, "count"));
    }

    #[test]
    fn words_that_an_edge_cuts_are_left_out() {
        check(
            vec![
                item("in", (100.0, 50.0), false),
                item("cut", (198.0, 50.0), false),
            ],
            true,
            &[("in", 100.0)],
        );
    }

    #[test]
    fn names_are_moved_in_where_there_is_room() {
        let [name, other] = [
            item("name", (2.0, 50.0), true),
            item("other", (35.0, 50.0), true),
        ];
        check(vec![name.clone()], true, &[("name", 18.0)]);
        check(vec![name, other], true, &[("other", 35.0)]);
        check(vec![item("outside", (-2.0, 50.0), true)], true, &[]);
    }
}

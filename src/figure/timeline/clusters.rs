//! What has no label of its own: bare marks and counts in the row above the line, and the label of
//! the picked one at the head.

use super::entries::{DATE, EntryWords, LINE, TITLE};
use super::extents;
use super::labels::{LabelBox, pieces, words};
use super::marks::{area, clear};
use super::pack::{BEFORE, COUNT, Count, Level, after, count_width};
use super::viewport::{Emphasis, MARGIN, Viewport};
use crate::date::When;
use crate::figure::{Anchor, Color, Dash, Item, Link, Paint, Scene, Shape, Target, rounded};
use crate::locale::Locale;
use crate::locale::strings::fill;
use crate::state::Pick;
use crate::text::width::{balance, longest};

/// The height of a count, px.
const HEIGHT: f64 = 20.0;
/// The widest label at the head, px.
const CALLOUT: f64 = 230.0;

/// The counts and bare marks in sight; what began further left and goes on has one count at the
/// left.
pub fn items(sight: &Viewport, level: &Level) -> Vec<Item> {
    let (seen, off): (Vec<&Count>, Vec<&Count>) = level
        .counts
        .iter()
        .partition(|count| (0.0..=sight.size.0).contains(&sight.x(count.middle())));
    let mut items = Vec::new();
    let mut seen: Vec<&Count> = seen;
    for mut count in lasting(sight, &off) {
        let mut middle = 4.0 + count.width / 2.0;
        // The counts that it would touch join it.
        seen.retain(|other| {
            let joins = other.y == count.y
                && sight.x(other.middle()) - middle < (count.width + other.width) / 2.0 + 4.0;
            if joins {
                count.facts.extend(&other.facts);
                count.across = (
                    count.across.0.min(other.across.0),
                    count.across.1.max(other.across.1),
                );
                count.floats &= other.floats;
                count.width = count_width(count.facts.len());
                middle = 4.0 + count.width / 2.0;
            }
            !joins
        });
        items.push(Item {
            key: format!("lasting-{}", count.y),
            ..counted(sight, &count, middle)
        });
    }
    let near = off
        .into_iter()
        .filter(|count| (-MARGIN..sight.size.0 + MARGIN).contains(&sight.x(count.middle())));
    items.extend(
        seen.into_iter()
            .chain(near)
            .map(|count| match count.facts[..] {
                [fact] if !count.floats => bare(sight, count, fact),
                _ => counted(sight, count, sight.x(count.middle())),
            }),
    );
    items
}

/// For each row what is counted elsewhere and yet lasts through what is seen.
fn lasting(sight: &Viewport, off: &[&Count]) -> Vec<Count> {
    let mut rows: Vec<Count> = Vec::new();
    for count in off {
        let lasts = |fact: &&usize| {
            let (from, to) = sight.ends(**fact);
            from < 0.0 && to > 0.0 || from < sight.size.0 && to > sight.size.0
        };
        let facts: Vec<usize> = count.facts.iter().filter(lasts).copied().collect();
        if facts.is_empty() {
            continue;
        }
        match rows.iter_mut().find(|row| row.y == count.y) {
            Some(row) => row.facts.extend(facts),
            None => rows.push(Count {
                facts,
                ..(*count).clone()
            }),
        }
    }
    for row in &mut rows {
        let ends = row
            .facts
            .iter()
            .map(|fact| sight.line.places[*fact].extent());
        row.across = ends.fold((1.0, 0.0), |(from, to), (a, b)| (a.min(from), b.max(to)));
        row.floats = row
            .facts
            .iter()
            .all(|fact| sight.line.places[*fact].floats());
        row.width = count_width(row.facts.len());
    }
    rows
}

fn counted(sight: &Viewport, count: &Count, middle: f64) -> Item {
    let lit = count
        .facts
        .iter()
        .any(|fact| matches!(sight.emphasis(*fact), Emphasis::Picked | Emphasis::Lit));
    let (number, name) = (count.facts.len().to_string(), name(sight, count));
    let (ink, ground) = if lit {
        (Color::ACCENT, Color::ACCENT_SOFT)
    } else {
        (Color::RULE_STRONG, Color::RAISED)
    };
    let width = count.width;
    // How far it reaches, as far as it is seen.
    let reach = |at: f64| rounded(sight.x(at).clamp(0.0, sight.size.0) - middle);
    let extent = (
        reach(count.across.0).min(0.0),
        reach(count.across.1).max(0.0),
    );
    let dash = if count.floats {
        Dash::FineDotted
    } else {
        Dash::Solid
    };
    let plate = Paint::fill(ground)
        .edged(
            if count.floats && !lit {
                Color::MUTED
            } else {
                ink
            },
            1.0,
        )
        .dashed(dash);
    let mut shapes = vec![area((-width / 2.0, -COUNT / 2.0), (width, COUNT), clear())];
    // One that stands at the left for what lasts on would only strike through all others.
    let own = (middle - sight.x(count.middle())).abs() < 1.0;
    if own && extent.1 - extent.0 > width {
        shapes.push(Shape::Line {
            from: (extent.0, 0.0),
            to: (extent.1, 0.0),
            paint: Paint::stroke(ink, 1.0).dashed(dash),
        });
    }
    shapes.extend(self::plate(
        &number,
        width,
        plate,
        if lit { Color::ACCENT } else { Color::INK },
    ));
    Item {
        key: format!("count-{}", sight.fact(count.facts[0]).key),
        class: if lit { "count is-lit" } else { "count" },
        at: (rounded(middle), rounded(count.y)),
        link: Some(Link {
            to: opened(sight, count),
            name,
            current: false,
        }),
        shapes,
    }
}

/// A number on a plate around the origin.
fn plate(number: &str, width: f64, paint: Paint, ink: Color) -> [Shape; 2] {
    let x = rounded(-width / 2.0);
    let plate = Shape::Rect {
        x,
        y: -HEIGHT / 2.0,
        width,
        height: HEIGHT,
        round: HEIGHT / 2.0,
        paint,
    };
    let number = Shape::Text {
        x: 0.0,
        y: 4.0,
        words: number.to_owned(),
        size: 11.5,
        anchor: Anchor::Middle,
        bold: true,
        ink,
        halo: false,
    };
    [plate, number]
}

/// The scene with each bare mark counted: where nobody can ask what a mark stands for, it is one
/// more event. The mark of what is picked stays, as its label stands at the head.
pub fn numbered(scene: &Scene) -> Scene {
    let item = |item: &Item| match &item.link {
        Some(link) if item.class.starts_with("event is-bare") => one_more(item, link, item.at),
        _ => item.clone(),
    };
    Scene {
        items: scene.items.iter().map(item).collect(),
        ..*scene
    }
}

/// A count in place of an event that has no label.
pub fn one_more(item: &Item, link: &Link, at: (f64, f64)) -> Item {
    let paint = Paint::fill(Color::RAISED).edged(Color::RULE_STRONG, 1.0);
    let link = Link {
        to: Target::Open { from: at, to: at },
        ..link.clone()
    };
    Item {
        link: Some(link),
        class: "count",
        at,
        shapes: plate("1", count_width(1), paint, Color::INK).into(),
        ..item.clone()
    }
}

/// "3 events, 24 February 2022 – 2024, 1 of them undated: show them".
fn name(sight: &Viewport, count: &Count) -> String {
    let more = sight.look.more;
    let whens: Vec<&When> = count
        .facts
        .iter()
        .filter_map(|fact| sight.fact(*fact).when.as_ref())
        .collect();
    let from = |when: &When| {
        when.start()
            .or(when.end())
            .map_or(f64::INFINITY, |stretch| stretch.0)
    };
    let to = |when: &When| {
        when.end()
            .or(when.start())
            .map_or(f64::NEG_INFINITY, |stretch| stretch.1)
    };
    let first = whens
        .iter()
        .copied()
        .min_by(|one, other| from(one).total_cmp(&from(other)));
    let last = whens
        .iter()
        .copied()
        .max_by(|one, other| to(one).total_cmp(&to(other)));
    let number = count.facts.len().to_string();
    let undated = (count.facts.len() - whens.len()).to_string();
    let (Some(first), Some(last)) = (first, last) else {
        return fill(more.cluster_undated, &[("count", &number)]);
    };
    let words = if whens.len() < count.facts.len() {
        more.cluster_mixed
    } else {
        more.cluster
    };
    fill(
        words,
        &[
            ("count", &number),
            ("when", &Locale::of(&sight.line.lang).span(first, last)),
            ("undated", &undated),
        ],
    )
}

/// The part of the line that a count stands for, with some room; one that cannot be told apart is
/// shown at the max_zoom zoom.
fn opened(sight: &Viewport, count: &Count) -> Target {
    let (from, to) = count.across;
    let half = ((to - from) * 0.7).max(0.5 / sight.line.max_zoom);
    Target::Open {
        from: (count.middle() - half, 0.0),
        to: (count.middle() + half, 1.0),
    }
}

/// A single event that has no room for its label.
fn bare(sight: &Viewport, count: &Count, fact: usize) -> Item {
    let of = sight.fact(fact);
    let emphasis = sight.emphasis(fact);
    let mut shapes = vec![area((-COUNT / 2.0, -COUNT / 2.0), (COUNT, COUNT), clear())];
    shapes.extend(extents::small(sight, fact, (0.0, 0.0)));
    if matches!(emphasis, Emphasis::Picked | Emphasis::Lit) {
        shapes.push(Shape::Circle {
            x: 0.0,
            y: 0.0,
            radius: 9.5,
            paint: Paint::stroke(Color::ACCENT, 1.5),
        });
    }
    // The picked one has its label at the head, which is the link; the mark here only shows its
    // place.
    let link = Link {
        to: Target::Pick(Pick::Event(of.event)),
        name: sight.name(fact),
        current: false,
    };
    let picked = emphasis == Emphasis::Picked;
    Item {
        key: if picked {
            format!("mark-{}", of.key)
        } else {
            of.key.clone()
        },
        class: match emphasis {
            Emphasis::None => "event is-bare",
            Emphasis::Picked => "event is-bare is-picked",
            Emphasis::Lit => "event is-bare is-lit",
            Emphasis::Dim => "event is-bare is-dim",
        },
        at: (rounded(sight.x(count.middle())), rounded(count.y)),
        link: (!picked).then_some(link),
        shapes,
    }
}

/// The label of a picked event that has no other: at the head, tied to its place on the line.
pub struct Callout {
    pub item: Item,
    /// Where its line ends: on the line of time, or on the count that holds an undated event.
    to: (f64, f64),
    lands: bool,
    /// What it takes of the head, px.
    pub across: (f64, f64),
}

pub fn callout(sight: &Viewport, level: &Level) -> Option<Callout> {
    let Some(Pick::Event(event)) = sight.look.picked else {
        return None;
    };
    let fact = event.index();
    let count = &level.counts[(*level.counted.get(fact)?)? as usize];
    let (from, to) = sight.drawn(fact);
    if to < 0.0 || from > sight.size.0 {
        return None;
    }
    let place = &sight.line.places[fact];
    let lands = !place.floats();
    let to = match lands {
        true => (
            sight.x(place.anchor()).clamp(0.0, sight.size.0),
            sight.axis(),
        ),
        false => (
            sight
                .x(count.middle())
                .clamp(4.0 + count.width / 2.0, sight.size.0),
            count.y - HEIGHT / 2.0,
        ),
    };
    let x = to.0;
    let of = sight.fact(fact);
    let set = set(
        of.words(super::entries::Setting::Wide),
        (sight.size.0 - 40.0).min(CALLOUT),
    );
    let width = BEFORE + after(of) + set.width + 8.0;
    let left = (x - BEFORE - 2.0).clamp(2.0, (sight.size.0 - width - 2.0).max(2.0));
    let mut shapes = vec![area(
        (0.0, 0.0),
        (width, set.height + 2.0),
        Paint::fill(Color::ACCENT_SOFT),
    )];
    shapes.extend(extents::glyph(
        of,
        place.dated(),
        (BEFORE + 2.0, LINE / 2.0 + 1.0),
    ));
    shapes.extend(words(&set, (BEFORE + after(of) + 2.0, 1.0), Color::ACCENT));
    let link = Link {
        to: Target::Pick(Pick::Event(event)),
        name: sight.name(fact),
        current: true,
    };
    let item = Item {
        key: of.key.clone(),
        class: "event is-picked",
        at: (rounded(left), 0.0),
        link: Some(link),
        shapes,
    };
    Some(Callout {
        item,
        to,
        lands,
        across: (left, left + width),
    })
}

/// At most two lines of title and one of date: more does not fit into the head.
fn set(words: &EntryWords, room: f64) -> EntryWords {
    let title = balance(&words.title.join(" "), TITLE, room)
        .into_iter()
        .take(2)
        .collect::<Vec<_>>();
    let date = balance(&words.date.join(" "), DATE, room)
        .into_iter()
        .take(1)
        .collect::<Vec<_>>();
    let width = longest(&title, TITLE).max(longest(&date, DATE));
    EntryWords {
        height: LINE * (title.len() + date.len()) as f64,
        title,
        date,
        width,
    }
}

impl Callout {
    /// The line from the label down to its place, or to the band of what has none.
    pub fn leader(&self, frames: &[LabelBox]) -> Item {
        let top = self.item.shapes.iter().find_map(|shape| match shape {
            Shape::Rect { height, .. } => Some(*height),
            _ => None,
        });
        let (x, foot) = self.to;
        let paint = Paint::stroke(Color::ACCENT, 1.2);
        let line = |(from, to): (f64, f64)| Shape::Line {
            from: (0.0, rounded(from)),
            to: (0.0, rounded(to)),
            paint,
        };
        let mut shapes: Vec<Shape> = pieces(x, (top.unwrap_or_default(), foot), frames)
            .into_iter()
            .map(line)
            .collect();
        if self.lands {
            shapes.push(Shape::Circle {
                x: 0.0,
                y: foot,
                radius: 3.5,
                paint: Paint::fill(Color::ACCENT),
            });
        }
        Item {
            key: "leader".into(),
            class: "leader",
            at: (rounded(x), 0.0),
            link: None,
            shapes,
        }
    }
}

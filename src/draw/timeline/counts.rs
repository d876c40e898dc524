//! What has no label of its own: bare marks and counts in the row above the line, and the label of the picked one at the head.

use super::facts::{DATE, LINE, TITLE, Words};
use super::labels::{Frame, area, clear, pieces, words};
use super::marks;
use super::pack::{BEFORE, COUNT, Count, Level, after, count_width};
use super::places::Place;
use super::sight::{Emphasis, MARGIN, Sight};
use crate::draw::{Anchor, Ink, Item, Link, Paint, Shape, Target, rounded};
use crate::state::Pick;
use crate::text::strings::fill;
use crate::text::width::{balance, longest};

/// The height of a count, px.
const HEIGHT: f64 = 20.0;
/// The widest label at the head, px.
const CALLOUT: f64 = 230.0;

/// The counts and bare marks in sight; what began further left and goes on has one count at the left.
pub fn items(sight: &Sight, level: &Level) -> Vec<Item> {
    let (seen, off): (Vec<&Count>, Vec<&Count>) =
        level.counts.iter().partition(|count| (0.0..=sight.size.0).contains(&sight.x(count.middle())));
    let mut items = Vec::new();
    let mut seen: Vec<&Count> = seen;
    for mut count in lasting(sight, &off) {
        let mut middle = 4.0 + count.width / 2.0;
        // The counts that it would touch join it.
        seen.retain(|other| {
            let joins =
                other.y == count.y && sight.x(other.middle()) - middle < (count.width + other.width) / 2.0 + 4.0;
            if joins {
                count.facts.extend(&other.facts);
                count.across = (count.across.0.min(other.across.0), count.across.1.max(other.across.1));
                count.width = count_width(count.facts.len());
                middle = 4.0 + count.width / 2.0;
            }
            !joins
        });
        items.push(Item { key: format!("lasting-{}", count.y), ..counted(sight, &count, middle) });
    }
    let near = off.into_iter().filter(|count| (-MARGIN..sight.size.0 + MARGIN).contains(&sight.x(count.middle())));
    items.extend(seen.into_iter().chain(near).map(|count| match count.facts[..] {
        [fact] => bare(sight, count, fact),
        _ => counted(sight, count, sight.x(count.middle())),
    }));
    items
}

/// For each row what is counted elsewhere and yet lasts through what is seen.
fn lasting(sight: &Sight, off: &[&Count]) -> Vec<Count> {
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
            None => rows.push(Count { facts, ..(*count).clone() }),
        }
    }
    for row in &mut rows {
        let ends = row.facts.iter().map(|fact| sight.line.places[*fact].extent());
        row.across = ends.fold((1.0, 0.0), |(from, to), (a, b)| (a.min(from), b.max(to)));
        row.width = count_width(row.facts.len());
    }
    rows
}

fn counted(sight: &Sight, count: &Count, middle: f64) -> Item {
    let lit = count.facts.iter().any(|fact| matches!(sight.emphasis(*fact), Emphasis::Picked | Emphasis::Lit));
    let date = |fact: usize| {
        let when = sight.fact(fact).when.as_ref();
        when.map_or(sight.look.words.undated_short, |when| when.words(&sight.line.lang))
    };
    let number = count.facts.len().to_string();
    let (from, to) = (count.facts[0], count.facts[count.facts.len() - 1]);
    let name = fill(sight.look.more.cluster, &[("count", &number), ("from", date(from)), ("to", date(to))]);
    let (ink, ground) = if lit { (Ink::ACCENT, Ink::ACCENT_SOFT) } else { (Ink::RULE_STRONG, Ink::RAISED) };
    let width = count.width;
    // How far it reaches, as far as it is seen.
    let reach = |at: f64| rounded(sight.x(at).clamp(0.0, sight.size.0) - middle);
    let extent = (reach(count.across.0).min(0.0), reach(count.across.1).max(0.0));
    let plate = Paint::fill(ground).edged(ink, 1.0);
    let mut shapes = vec![area((-width / 2.0, -COUNT / 2.0), (width, COUNT), clear())];
    // One that stands at the left for what lasts on would only strike through all others.
    let own = (middle - sight.x(count.middle())).abs() < 1.0;
    if own && extent.1 - extent.0 > width {
        shapes.push(Shape::Line { from: (extent.0, 0.0), to: (extent.1, 0.0), paint: Paint::stroke(ink, 1.0) });
    }
    let x = rounded(-width / 2.0);
    shapes.push(Shape::Rect { x, y: -HEIGHT / 2.0, width, height: HEIGHT, round: HEIGHT / 2.0, paint: plate });
    shapes.push(Shape::Text {
        x: 0.0,
        y: 4.0,
        words: number,
        size: 11.5,
        anchor: Anchor::Middle,
        bold: true,
        ink: if lit { Ink::ACCENT } else { Ink::INK },
        halo: false,
    });
    Item {
        key: format!("count-{}", sight.fact(from).key),
        class: if lit { "count is-lit" } else { "count" },
        at: (rounded(middle), rounded(count.y)),
        link: Some(Link { to: opened(sight, count), name, current: false }),
        shapes,
    }
}

/// The part of the line that a count stands for, with some room; one that cannot be told apart is shown at the deepest zoom.
fn opened(sight: &Sight, count: &Count) -> Target {
    let (from, to) = count.across;
    let half = ((to - from) * 0.7).max(0.5 / sight.line.deepest);
    Target::Open { from: (count.middle() - half, 0.0), to: (count.middle() + half, 1.0) }
}

/// A single event that has no room for its label.
fn bare(sight: &Sight, count: &Count, fact: usize) -> Item {
    let of = sight.fact(fact);
    let emphasis = sight.emphasis(fact);
    let dated = !matches!(sight.line.places[fact], Place::Order(_));
    let mut shapes = vec![area((-COUNT / 2.0, -COUNT / 2.0), (COUNT, COUNT), clear())];
    shapes.extend(marks::glyph(of.evidence, dated, (0.0, 0.0)));
    if matches!(emphasis, Emphasis::Picked | Emphasis::Lit) {
        shapes.push(Shape::Circle { x: 0.0, y: 0.0, radius: 9.5, paint: Paint::stroke(Ink::ACCENT, 1.5) });
    }
    // The picked one has its label at the head, which is the link; the mark here only shows its place.
    let link = Link { to: Target::Pick(Pick::Event(of.event)), name: sight.name(fact), current: false };
    let picked = emphasis == Emphasis::Picked;
    Item {
        key: if picked { format!("mark-{}", of.key) } else { of.key.clone() },
        class: ["event is-bare", "event is-bare is-picked", "event is-bare is-lit", "event is-bare is-dim"]
            [emphasis as usize],
        at: (rounded(sight.x(count.middle())), rounded(count.y)),
        link: (!picked).then_some(link),
        shapes,
    }
}

/// The label of a picked event that has no other: at the head, tied to its place on the line.
pub struct Callout {
    pub item: Item,
    x: f64,
    /// What it takes of the head, px.
    pub across: (f64, f64),
}

pub fn callout(sight: &Sight, level: &Level) -> Option<Callout> {
    let Some(Pick::Event(event)) = sight.look.picked else { return None };
    let fact = event.index();
    (*level.counted.get(fact)?)?;
    let (from, to) = sight.ends(fact);
    if to < 0.0 || from > sight.size.0 {
        return None;
    }
    let x = sight.x(sight.line.places[fact].anchor()).clamp(0.0, sight.size.0);
    let of = sight.fact(fact);
    let set = set(of.words(super::facts::Setting::Wide), (sight.size.0 - 40.0).min(CALLOUT));
    let width = BEFORE + after(of) + set.width + 8.0;
    let left = (x - BEFORE - 2.0).clamp(2.0, (sight.size.0 - width - 2.0).max(2.0));
    let mut shapes = vec![area((0.0, 0.0), (width, set.height + 2.0), Paint::fill(Ink::ACCENT_SOFT))];
    let dated = !matches!(sight.line.places[fact], Place::Order(_));
    shapes.extend(marks::glyph(of.evidence, dated, (BEFORE + 2.0, LINE / 2.0 + 1.0)));
    shapes.extend(words(&set, (BEFORE + after(of) + 2.0, 1.0), Ink::ACCENT));
    let link = Link { to: Target::Pick(Pick::Event(event)), name: sight.name(fact), current: true };
    let item =
        Item { key: of.key.clone(), class: "event is-picked", at: (rounded(left), 0.0), link: Some(link), shapes };
    Some(Callout { item, x, across: (left, left + width) })
}

/// At most two lines of title and one of date: more does not fit into the head.
fn set(words: &Words, room: f64) -> Words {
    let title = balance(&words.title.join(" "), TITLE, room).into_iter().take(2).collect::<Vec<_>>();
    let date = balance(&words.date.join(" "), DATE, room).into_iter().take(1).collect::<Vec<_>>();
    let width = longest(&title, TITLE).max(longest(&date, DATE));
    Words { height: LINE * (title.len() + date.len()) as f64, title, date, width }
}

impl Callout {
    /// The line from the label down to its place.
    pub fn leader(&self, sight: &Sight, frames: &[Frame]) -> Item {
        let top = self.item.shapes.iter().find_map(|shape| match shape {
            Shape::Rect { height, .. } => Some(*height),
            _ => None,
        });
        let foot = sight.axis();
        let paint = Paint::stroke(Ink::ACCENT, 1.2);
        let line = |(from, to): (f64, f64)| Shape::Line { from: (0.0, rounded(from)), to: (0.0, rounded(to)), paint };
        let mut shapes: Vec<Shape> =
            pieces(self.x, (top.unwrap_or_default(), foot), frames).into_iter().map(line).collect();
        shapes.push(Shape::Circle { x: 0.0, y: foot, radius: 3.5, paint: Paint::fill(Ink::ACCENT) });
        Item { key: "leader".into(), class: "leader", at: (rounded(self.x), 0.0), link: None, shapes }
    }
}

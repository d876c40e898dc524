//! The timeline as it is seen through a camera: background, stems, counts and events, from the back to the front.

use super::facts::{DATE, LINE, TITLE, Words};
use super::ground;
use super::marks::{self, Stretch};
use super::pack::{AFTER, BAR, BEFORE, Count, Form, Labelled, Level};
use super::places::Place;
use super::{FOOT, HEAD, NARROW, Timeline};
use crate::draw::{Anchor, Camera, Dash, Ink, Item, Link, Look, Paint, Scene, Shape, Target, rounded};
use crate::state::Pick;
use crate::text::strings::fill;

/// Items so far outside of the box are still drawn, px.
const MARGIN: f64 = 60.0;
/// The widest label, px: what begins so far to the left may still reach into the box.
const WIDEST: f64 = 240.0;

/// Where one looks, in px.
pub struct Sight<'a> {
    pub line: &'a Timeline,
    pub look: &'a Look<'a>,
    pub from: f64,
    /// Px of all of the line.
    pub scale: f64,
    pub size: (f64, f64),
}

impl Sight<'_> {
    pub fn x(&self, at: f64) -> f64 {
        (at - self.from) * self.scale
    }

    /// The place on the line at some px.
    pub fn at(&self, x: f64) -> f64 {
        self.from + x / self.scale
    }

    /// The height of the line itself, px.
    pub fn axis(&self) -> f64 {
        self.size.1 - FOOT
    }

    fn words(&self, fact: usize) -> &Words {
        &self.line.facts[fact].words[usize::from(self.size.0 >= NARROW)]
    }

    fn ends(&self, fact: usize) -> (f64, f64) {
        let (from, to) = self.line.places[fact].extent();
        (self.x(from), self.x(to))
    }

    fn middle(&self, fact: usize) -> f64 {
        self.x(self.line.places[fact].middle())
    }
}

pub fn scene(line: &Timeline, look: &Look, camera: Camera, size: (f64, f64)) -> Scene {
    let camera = camera.inside();
    let sight = Sight { line, look, from: camera.across().0, scale: size.0 * camera.zoom, size };
    let sheet = line.sheet(camera.zoom, size, look.hidden);
    let picked = picked(&sight, &sheet.level);
    let mut items = ground::items(&sight, &sheet.lanes, picked.as_ref().map(|callout| callout.across));
    let seen: Vec<Labelled> = sheet.level.labelled.iter().copied().filter(|one| in_sight(&sight, one)).collect();
    items.extend(stems(&sight, &seen));
    items.extend(picked.as_ref().map(|callout| leader(&sight, callout)));
    items.extend(counts(&sight, &sheet.level));
    items.extend(seen.iter().map(|one| event(&sight, one)));
    items.extend(picked.map(|callout| callout.item));
    if sheet.level.labelled.is_empty() && sheet.level.counts.is_empty() {
        items.push(nothing(&sight));
    }
    Scene { width: size.0, height: size.1, items }
}

fn in_sight(sight: &Sight, one: &Labelled) -> bool {
    let (from, to) = sight.ends(one.fact);
    let to = if one.form == Form::Left { to } else { to.max(from + WIDEST) };
    let from = if one.form == Form::Left { from - WIDEST } else { from };
    to > -MARGIN && from < sight.size.0 + MARGIN
}

/// Thin lines from labels down to the line, where they stand in one lane.
fn stems(sight: &Sight, seen: &[Labelled]) -> Option<Item> {
    if sight.line.lanes != super::Lanes::One || seen.len() > 90 {
        return None;
    }
    let foot = sight.axis();
    let stem = |one: &Labelled| {
        let fact = &sight.line.facts[one.fact];
        let x = rounded(if one.form == Form::Below { sight.ends(one.fact).0 } else { sight.middle(one.fact) });
        let top = rounded(one.top + if one.form == Form::Below { 7.0 } else { LINE / 2.0 });
        let lit = sight.look.lit.events.contains(&fact.event) || sight.look.is_picked(Pick::Event(fact.event));
        let ink = if lit { Ink::ACCENT } else { Ink::RULE_STRONG };
        let dash = if fact.when.is_none() { Dash::Dashed } else { Dash::Solid };
        let line = Paint::stroke(ink, if lit { 1.2 } else { 0.7 }).dashed(dash);
        [
            Shape::Line { from: (x, top), to: (x, foot), paint: line },
            Shape::Circle { x, y: foot, radius: 2.0, paint: Paint::fill(if lit { Ink::ACCENT } else { Ink::INK }) },
        ]
    };
    let shapes = seen.iter().flat_map(stem).collect();
    Some(Item { key: "stems".into(), class: "stems", shapes, ..Item::default() })
}

fn text(x: f64, y: f64, words: &str, size: f64, ink: Ink, bold: bool) -> Shape {
    let (x, y) = (rounded(x), rounded(y));
    Shape::Text { x, y, words: words.into(), size, anchor: Anchor::Start, bold, ink, halo: true }
}

/// The words of a label from a corner on.
fn label(words: &Words, (x, y): (f64, f64), ink: Ink, bold: bool) -> Vec<Shape> {
    let title =
        words.title.iter().enumerate().map(|(at, line)| text(x, y + LINE * at as f64 + 11.5, line, TITLE, ink, bold));
    let below = y + LINE * words.title.len() as f64 + 11.0;
    let date = words
        .date
        .iter()
        .enumerate()
        .map(|(at, line)| text(x, below + LINE * at as f64, line, DATE, Ink::MUTED, false));
    title.chain(date).collect()
}

/// An invisible area that takes clicks.
fn area(x: f64, y: f64, width: f64, height: f64, paint: Paint) -> Shape {
    Shape::Rect { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height), round: 3.0, paint }
}

fn clear() -> Paint {
    Paint::fill(Ink::SURFACE).faint(0.001)
}

/// An event with its label.
fn event(sight: &Sight, one: &Labelled) -> Item {
    let fact = &sight.line.facts[one.fact];
    let pick = Pick::Event(fact.event);
    let (picked, lit) = (sight.look.is_picked(pick), sight.look.lit.events.contains(&fact.event));
    let dim = !sight.look.lit.events.is_empty() && !lit && !picked;
    let ink = if picked || lit {
        Ink::ACCENT
    } else if dim {
        Ink::MUTED
    } else {
        Ink::INK
    };
    let words = sight.words(one.fact);
    let (from, to) = sight.ends(one.fact);
    let origin = if one.form == Form::Below { from } else { (from + to) / 2.0 };
    let (left, top, height) = match one.form {
        Form::Right => (AFTER, 0.0, words.height),
        Form::Left => (-AFTER - words.width, 0.0, words.height),
        // The words of a stretch that begins outside stay in sight, as long as it lasts.
        Form::Below => ((8.0 - from).clamp(0.0, (to - from - words.width).max(0.0)), BAR, words.height),
    };
    let mut shapes = Vec::new();
    let ground = if picked { Paint::fill(Ink::ACCENT_SOFT) } else { clear() };
    let (area_left, area_right) = match one.form {
        Form::Right => (-BEFORE, AFTER + words.width + 2.0),
        Form::Left => (-AFTER - words.width - 2.0, BEFORE),
        Form::Below => (left - 3.0, left + words.width + 2.0),
    };
    let area_top = if one.form == Form::Below { BAR } else { 0.0 };
    shapes.push(area(area_left, area_top - 2.0, area_right - area_left, height + 3.0, ground));
    shapes.extend(label(words, (left, top), ink, picked));
    shapes.extend(mark(sight, one.fact, origin, one.form));
    Item {
        key: fact.key.clone(),
        class: if picked {
            "event is-picked"
        } else if lit {
            "event is-lit"
        } else if dim {
            "event is-dim"
        } else {
            "event"
        },
        at: (rounded(origin), rounded(one.top)),
        link: Some(Link { to: Target::Pick(pick), name: fact.name.clone(), current: picked }),
        shapes,
    }
}

/// The mark of an event, beside its item's origin.
fn mark(sight: &Sight, fact: usize, origin: f64, form: Form) -> Vec<Shape> {
    let (of, place) = (&sight.line.facts[fact], &sight.line.places[fact]);
    let when = of.when.as_ref();
    let doubtful = when.is_some_and(|when| when.approximate() || when.uncertain());
    let doubts = |at: (f64, f64)| when.map_or_else(Vec::new, |when| marks::doubts(when, of.evidence, at));
    let edge = |at: Option<(f64, f64)>, or: f64| at.map_or((or, or), |(from, to)| (sight.x(from), sight.x(to)));
    // What is far outside needs no exact end, and large numbers make large pages.
    let near = |x: f64| x.clamp(-MARGIN, sight.size.0 + MARGIN) - origin;
    let stretch = |start: (f64, f64), end: (f64, f64), open: (bool, bool), y: f64| Stretch {
        across: (near(start.0), near(end.1)),
        sure: (near(start.1), near(end.0)),
        open,
        y,
    };
    match (*place, form) {
        (Place::Lasting { start, end }, Form::Below) => {
            let ends = (edge(start, sight.x(0.0)), edge(end, sight.x(1.0)));
            marks::bar(&stretch(ends.0, ends.1, (start.is_none(), end.is_none()), 5.0), of.evidence, when)
        }
        (Place::Lasting { .. }, _) => {
            let y = LINE / 2.0;
            let short = Stretch { across: (-6.0, 6.0), sure: (-6.0, 6.0), open: (false, false), y };
            let bar = marks::bar(&short, of.evidence, None);
            bar.into_iter()
                .chain(when.filter(|when| when.approximate()).map_or_else(Vec::new, |_| doubts((0.0, y))))
                .collect()
        }
        (Place::Once { from, to }, Form::Below) => {
            let whole = stretch((sight.x(from), sight.x(from)), (sight.x(to), sight.x(to)), (false, false), 6.0);
            let x = rounded(
                (sight.middle(fact)).clamp(12.0, sight.size.0 - 12.0).clamp(sight.x(from), sight.x(to)) - origin,
            );
            let mut shapes = marks::range(&whole, of.evidence, doubtful);
            shapes.extend(marks::glyph(of.evidence, true, (x, 6.0)));
            shapes.extend(doubts((x, 6.0)));
            shapes
        }
        (place, _) => {
            let at = (0.0, LINE / 2.0);
            marks::glyph(of.evidence, !matches!(place, Place::Order(_)), at).into_iter().chain(doubts(at)).collect()
        }
    }
}

/// The counts in sight.
fn counts(sight: &Sight, level: &Level) -> Vec<Item> {
    let near = |count: &&Count| (-MARGIN..sight.size.0 + MARGIN).contains(&sight.x(count.middle()));
    level.counts.iter().filter(near).map(|count| counted(sight, count)).collect()
}

fn counted(sight: &Sight, count: &Count) -> Item {
    let facts = &count.facts;
    if let [fact] = facts[..] {
        return lone(sight, count, fact);
    }
    let of = |fact: &usize| &sight.line.facts[*fact];
    let lit = facts.iter().any(|fact| sight.look.lit.events.contains(&of(fact).event));
    let height = super::pack::COUNT - 4.0;
    let date = |fact: usize| {
        of(&fact).when.as_ref().map_or(sight.look.words.undated_short, |when| when.words(&sight.line.lang))
    };
    let number = facts.len().to_string();
    let (from, to) = (facts[0], facts[facts.len() - 1]);
    let name = fill(sight.look.more.cluster, &[("count", &number), ("from", date(from)), ("to", date(to))]);
    let ink = if lit { Ink::ACCENT } else { Ink::RULE_STRONG };
    let plate = Paint::fill(if lit { Ink::ACCENT_SOFT } else { Ink::RAISED }).edged(ink, 1.0);
    let width = count.width;
    let reach = |at: f64| rounded((at - count.middle()) * sight.scale);
    let extent = Paint::stroke(ink, 1.0);
    let shapes = vec![
        area(-width / 2.0, -12.0, width, 24.0, clear()),
        Shape::Line { from: (reach(count.across.0), 0.0), to: (reach(count.across.1), 0.0), paint: extent },
        Shape::Rect { x: rounded(-width / 2.0), y: -height / 2.0, width, height, round: height / 2.0, paint: plate },
        Shape::Text {
            x: 0.0,
            y: 4.0,
            words: number,
            size: 11.5,
            anchor: Anchor::Middle,
            bold: true,
            ink: if lit { Ink::ACCENT } else { Ink::INK },
            halo: false,
        },
    ];
    Item {
        key: format!("count-{}", of(&from).key),
        class: if lit { "count is-lit" } else { "count" },
        at: (rounded(sight.x(count.middle())), rounded(count.y)),
        link: Some(Link { to: opened(sight, count), name, current: false }),
        shapes,
    }
}

/// The part of the line that a count stands for, with some room; one that cannot be told apart is shown at the deepest zoom.
fn opened(sight: &Sight, count: &Count) -> Target {
    let (from, to) = count.across;
    let least = 1.0 / sight.line.deepest;
    let half = ((to - from) * 0.7).max(least / 2.0);
    Target::Open { from: (count.middle() - half, 0.0), to: (count.middle() + half, 1.0) }
}

/// A single event that has no room for its label.
fn lone(sight: &Sight, count: &Count, fact: usize) -> Item {
    let of = &sight.line.facts[fact];
    let pick = Pick::Event(of.event);
    let picked = sight.look.is_picked(pick);
    let dated = !matches!(sight.line.places[fact], Place::Order(_));
    let mut shapes = vec![area(-12.0, -12.0, 24.0, 24.0, clear())];
    shapes.extend(marks::glyph(of.evidence, dated, (0.0, 0.0)));
    if picked {
        shapes.push(Shape::Circle { x: 0.0, y: 0.0, radius: 10.0, paint: Paint::stroke(Ink::ACCENT, 2.0) });
    }
    // The picked one has its label at the head, which is the link; the mark below only shows the place.
    let link = (!picked).then(|| Link { to: Target::Pick(pick), name: of.name.clone(), current: false });
    Item {
        key: format!("mark-{}", of.key),
        class: "event is-bare",
        at: (rounded(sight.x(count.middle())), rounded(count.y)),
        link,
        shapes,
    }
}

/// The label of a picked event that has no other: at the head, tied to its place on the line.
struct Callout {
    item: Item,
    x: f64,
    across: (f64, f64),
}

fn picked(sight: &Sight, level: &Level) -> Option<Callout> {
    let Some(Pick::Event(event)) = sight.look.picked else { return None };
    let fact = sight.line.facts.iter().position(|fact| fact.event == event)?;
    level.counted[fact]?;
    let x = sight.x(sight.line.places[fact].anchor());
    if !(-1.0..=sight.size.0 + 1.0).contains(&x) {
        return None;
    }
    let of = &sight.line.facts[fact];
    let words = sight.words(fact);
    let width = words.width + AFTER + BEFORE + 6.0;
    let left = (x - BEFORE - 2.0).clamp(2.0, (sight.size.0 - width - 2.0).max(2.0));
    let mut shapes = vec![area(0.0, 0.0, width, words.height + 2.0, Paint::fill(Ink::ACCENT_SOFT))];
    let dated = !matches!(sight.line.places[fact], Place::Order(_));
    shapes.extend(marks::glyph(of.evidence, dated, (BEFORE + 2.0, LINE / 2.0 + 1.0)));
    shapes.extend(label(words, (BEFORE + AFTER + 2.0, 1.0), Ink::ACCENT, true));
    let link = Link { to: Target::Pick(Pick::Event(event)), name: of.name.clone(), current: true };
    let item =
        Item { key: of.key.clone(), class: "event is-picked", at: (rounded(left), 0.0), link: Some(link), shapes };
    Some(Callout { item, x, across: (left, left + width) })
}

fn leader(sight: &Sight, callout: &Callout) -> Item {
    let (x, foot) = (rounded(callout.x), sight.axis());
    let shapes = vec![
        Shape::Line { from: (0.0, HEAD - 4.0), to: (0.0, foot), paint: Paint::stroke(Ink::ACCENT, 1.2) },
        Shape::Circle { x: 0.0, y: foot, radius: 3.5, paint: Paint::fill(Ink::ACCENT) },
    ];
    Item { key: "leader".into(), class: "leader", at: (x, 0.0), link: None, shapes }
}

fn nothing(sight: &Sight) -> Item {
    let words = sight.look.more.no_events[usize::from(!sight.line.facts.is_empty())];
    let words = crate::text::width::balance(words, 13.0, sight.size.0 - 32.0);
    let (x, y) = (rounded(sight.size.0 / 2.0), rounded((HEAD + sight.axis()) / 2.0));
    let line = |(at, words): (usize, String)| Shape::Text {
        x: 0.0,
        y: 18.0 * at as f64,
        words,
        size: 13.0,
        anchor: Anchor::Middle,
        bold: false,
        ink: Ink::MUTED,
        halo: false,
    };
    let shapes = words.into_iter().enumerate().map(line).collect();
    Item { key: "nothing".into(), class: "nothing", at: (x, y), link: None, shapes }
}

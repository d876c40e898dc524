//! What lies behind the events: phases as bands, the future, round dates, lanes, the line itself.

use super::axis::Piece;
use super::pack::Lane;
use super::viewport::Viewport;
use crate::axis::{self, Tick, TickQuery};
use crate::figure::{Anchor, Color, Dash, Item, Paint, Shape, rounded};
use crate::story::Tense;
use crate::text::width::{balance, is_whole, longest, truncate, width};

/// Font sizes, px.
const HEADING: f64 = 13.0;
const NAME: f64 = 11.5;
const TICK: f64 = 11.5;
/// Bold words are wider than the estimate, which is for regular ones.
const BOLD: f64 = 1.08;
const EDGE: f64 = 8.0;
const MIN_TICK_GAP: f64 = 22.0;

pub fn items(sight: &Viewport, lanes: &[(Lane, String)], callout: Option<(f64, f64)>) -> Vec<Item> {
    let mut items = vec![bands(sight)];
    let (grid, dates) = dates(sight);
    items.push(grid);
    items.push(headings(sight, callout));
    items.extend(
        lanes
            .iter()
            .enumerate()
            .map(|(at, lane)| self::lane(sight, at, lane)),
    );
    items.push(line(sight));
    items.push(dates);
    items
}

fn item(key: &str, class: &'static str, shapes: Vec<Shape>) -> Item {
    Item {
        key: key.into(),
        class,
        at: (0.0, 0.0),
        link: None,
        shapes,
    }
}

fn said(x: f64, y: f64, words: &str, size: f64, anchor: Anchor, bold: bool, ink: Color) -> Shape {
    Shape::Text {
        x: rounded(x),
        y,
        words: words.into(),
        size,
        anchor,
        bold,
        ink,
        halo: false,
    }
}

/// The part of a stretch of the line that is in sight, px.
fn seen(sight: &Viewport, from: f64, to: f64) -> Option<(f64, f64)> {
    let (from, to) = (sight.x(from).max(-1.0), sight.x(to).min(sight.size.0 + 1.0));
    (from < to).then_some((from, to))
}

/// Each phase with its part of the line.
fn phases<'a>(sight: &'a Viewport) -> impl Iterator<Item = (usize, &'a str, Tense, f64, f64)> {
    let edges = &sight.line.edges;
    sight.line.phases.iter().enumerate().map(|(at, phase)| {
        let to = edges.get(at + 1).copied().unwrap_or(1.0);
        (at, phase.name.as_str(), phase.tense, edges[at], to)
    })
}

/// Every second phase is tinted; the future has a tint of its own.
fn bands(sight: &Viewport) -> Item {
    let band = |(at, _, tense, from, to): (usize, &str, Tense, f64, f64)| {
        let (from, to) = seen(sight, from, to)?;
        let paint = match tense {
            Tense::Future => Paint::fill(Color::MUTED).faint(0.07),
            Tense::Past | Tense::Now if at % 2 == 0 => Paint::fill(Color::RAISED).faint(0.7),
            Tense::Past | Tense::Now => return None,
        };
        let (x, width, height) = (rounded(from), rounded(to - from), rounded(sight.axis()));
        Some(Shape::Rect {
            x,
            y: 0.0,
            width,
            height,
            round: 0.0,
            paint,
        })
    };
    let shapes = if sight.line.phases.len() > 1 {
        phases(sight).filter_map(band).collect()
    } else {
        Vec::new()
    };
    item("bands", "bands", shapes)
}

/// The names of the phases, which stay in sight as long as their phase does.
fn headings(sight: &Viewport, callout: Option<(f64, f64)>) -> Item {
    let mut shapes = Vec::new();
    for (at, name, tense, from, to) in phases(sight) {
        let Some((left, right)) = seen(sight, from, to).filter(|_| !name.is_empty()) else {
            continue;
        };
        let starts = at > 0 && sight.x(from) > 0.0;
        let dash = if tense == Tense::Future {
            Dash::Dashed
        } else {
            Dash::Solid
        };
        let (left, right) = (left.max(0.0), right.min(sight.size.0));
        shapes.push(Shape::Line {
            from: (rounded(left + if starts { 3.0 } else { 0.0 }), 1.0),
            to: (rounded((right - 3.0).max(left)), 1.0),
            paint: Paint::stroke(Color::INK, 1.0).dashed(dash),
        });
        let room = right - left - EDGE * 2.0;
        let lines = balance(name, HEADING * BOLD, room.max(1.0));
        let wide = longest(&lines, HEADING * BOLD);
        let whole = is_whole(&lines, name);
        let free = callout.is_none_or(|(start, end)| left + EDGE + wide < start || left > end);
        if whole && lines.len() <= 2 && wide <= room && free {
            let line = |(row, words): (usize, &String)| {
                said(
                    left + EDGE,
                    19.0 + 16.0 * row as f64,
                    words,
                    HEADING,
                    Anchor::Start,
                    true,
                    Color::INK,
                )
            };
            shapes.extend(lines.iter().enumerate().map(line));
        }
    }
    item("phases", "phases", shapes)
}

/// A lane's name at its left, and a thin rule above it.
fn lane(sight: &Viewport, at: usize, (lane, name): &(Lane, String)) -> Item {
    let mut shapes = Vec::new();
    if !name.is_empty() {
        let top = rounded(lane.top);
        let rule = Paint::stroke(Color::RULE, 1.0);
        shapes.push(Shape::Line {
            from: (0.0, top),
            to: (rounded(sight.size.0), top),
            paint: rule,
        });
        let words = truncate(name, NAME * BOLD, sight.size.0 - EDGE * 2.0);
        shapes.push(said(
            EDGE,
            top + 14.0,
            &words,
            NAME,
            Anchor::Start,
            true,
            Color::MUTED,
        ));
    }
    item(&format!("lane-{at}"), "lane", shapes)
}

/// The line: dashed in the future, dotted where there is only an order, interrupted where time is
/// left out.
fn line(sight: &Viewport) -> Item {
    let (y, future) = (rounded(sight.axis()), sight.line.future());
    let mut shapes = Vec::new();
    for piece in &sight.line.axis.pieces {
        let (from, to) = piece.across;
        for (from, to, dash) in [
            (
                from,
                to.min(future),
                if piece.days.is_none() {
                    Dash::FineDotted
                } else {
                    Dash::Solid
                },
            ),
            (from.max(future), to, Dash::Dashed),
        ] {
            if from < to
                && let Some((from, to)) = seen(sight, from, to)
            {
                let paint = Paint::stroke(Color::INK, 1.5).dashed(dash);
                shapes.push(Shape::Line {
                    from: (rounded(from), y),
                    to: (rounded(to), y),
                    paint,
                });
            }
        }
    }
    for at in sight.line.axis.breaks() {
        let x = sight.x(at);
        if (-10.0..sight.size.0 + 10.0).contains(&x) {
            shapes.extend(gap(x, y));
        }
    }
    item("line", "line", shapes)
}

/// Two strokes across the interrupted line.
fn gap(x: f64, y: f64) -> [Shape; 2] {
    let hole = Paint::fill(Color::SURFACE);
    let d = format!(
        "M{} {} l6 -12 M{} {} l6 -12",
        rounded(x - 7.0),
        y + 6.0,
        rounded(x + 1.0),
        y + 6.0
    );
    [
        Shape::Rect {
            x: rounded(x - 4.5),
            y: y - 2.0,
            width: 9.0,
            height: 4.0,
            round: 0.0,
            paint: hole,
        },
        Shape::Path {
            d,
            paint: Paint::stroke(Color::MUTED, 1.2),
        },
    ]
}

/// Round dates: thin lines through the picture, their words below, and below these what the words
/// leave out.
fn dates(sight: &Viewport) -> (Item, Item) {
    let (mut grid, mut dates) = (Vec::new(), Vec::new());
    let foot = rounded(sight.axis());
    let mut free = 2.0;
    for piece in sight.line.axis.dated() {
        let Some((left, right)) = seen(sight, piece.across.0, piece.across.1) else {
            continue;
        };
        let (left, right) = (left.max(0.0), right.min(sight.size.0));
        let ticks = ticks(sight, piece, (left, right));
        for (x, tick) in &ticks {
            let half = width(&tick.words, TICK) / 2.0;
            let x = rounded(*x);
            let rule = Paint::stroke(Color::RULE, 1.0).faint(0.5);
            grid.push(Shape::Line {
                from: (x, rounded(sight.head)),
                to: (x, foot),
                paint: rule,
            });
            // Words at an end of a piece move inwards, as long as they stay below their tick.
            let from = (x - half).min(right - 2.0 - half * 2.0).max(left + 2.0);
            if from >= free && (from - (x - half)).abs() < half && from + half * 2.0 < right {
                let short = Paint::stroke(Color::MUTED, 1.0);
                dates.push(Shape::Line {
                    from: (x, foot),
                    to: (x, foot + 5.0),
                    paint: short,
                });
                dates.push(said(
                    from,
                    foot + 18.0,
                    &tick.words,
                    TICK,
                    Anchor::Start,
                    false,
                    Color::MUTED,
                ));
                free = from + half * 2.0 + 10.0;
            }
        }
        free = free.max(right + 4.0);
        match ticks.is_empty() {
            true => dates.extend(around(sight, piece, (left, right), foot)),
            false => dates.extend(under(&ticks, (left, right), foot + 33.0)),
        }
    }
    (item("grid", "grid", grid), item("dates", "dates", dates))
}

fn ticks(sight: &Viewport, piece: &Piece, (left, right): (f64, f64)) -> Vec<(f64, Tick)> {
    let day = |x: f64| piece.day(sight.at(x));
    let px = piece.slope() * sight.scale;
    let needs = |words: &str| (width(words, TICK) + MIN_TICK_GAP) / px;
    let ask = TickQuery {
        visible: (day(left), day(right)),
        range: piece.days.unwrap_or_default(),
        finest: piece.finest,
        lang: &sight.line.lang,
        zone: &sight.line.zone,
    };
    let ticks = axis::ticks(&ask, &needs);
    ticks
        .into_iter()
        .map(|tick| (sight.x(piece.at(tick.at)), tick))
        .collect()
}

/// Where all that is seen lies within one step of the finest date there is no tick: its words stand
/// at the left.
fn around(sight: &Viewport, piece: &Piece, (left, right): (f64, f64), foot: f64) -> Option<Shape> {
    let words = |x: f64| axis::around(piece.day(sight.at(x)), piece.finest, &sight.line.lang);
    let (first, last) = (words(left + 1.0), words(right - 1.0));
    let fits = left + EDGE + width(&first, TICK) + 4.0 <= right;
    (first == last && fits).then(|| {
        said(
            left + EDGE,
            foot + 18.0,
            &first,
            TICK,
            Anchor::Start,
            false,
            Color::MUTED,
        )
    })
}

/// What the words of ticks leave out, once for all that share it; the first stays at the left.
fn under(ticks: &[(f64, Tick)], (left, right): (f64, f64), y: f64) -> Vec<Shape> {
    let mut runs: Vec<(f64, &str)> = Vec::new();
    for (x, tick) in ticks {
        let half = width(&tick.words, TICK) / 2.0;
        if runs.last().is_none_or(|(_, under)| *under != tick.under) {
            runs.push((x - half, &tick.under));
        }
    }
    if let Some(first) = runs.first_mut() {
        first.0 = left + EDGE;
    }
    let mut shapes = Vec::new();
    for (at, (x, words)) in runs.iter().enumerate() {
        let end = runs.get(at + 1).map_or(right, |next| next.0);
        if !words.is_empty() && x + width(words, TICK) + 4.0 <= end {
            shapes.push(said(*x, y, words, TICK, Anchor::Start, true, Color::INK));
        }
    }
    shapes
}

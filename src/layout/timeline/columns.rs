//! The labels of the strip in columns, as in a newspaper. Knows no axis and no dates but their
//! words.

use super::strip::{DATE_SIZE, HEADING_SIZE, INDENT, LINE, Label, MARK_ROOM, TITLE_SIZE, Zone};
use crate::geometry::rounded as round;
use crate::story::{Event, Story, Tense};
use crate::text::width::{truncate, width, wrap_lines};
use std::ops::Range;

/// A column is at least so wide, in px.
const COLUMN: f64 = 168.0;
/// The left of a column belongs to its lines: the first stands so far from the edge, the others so
/// far from each other, or closer where there are many, and the last so far from the words; in px
/// at the least width.
const FIRST: f64 = 3.0;
const SPACING: f64 = 4.0;
const LAST: f64 = 10.0;
const MOST_GUTTER: f64 = 36.0;
/// Between a label and the next column.
const PAD: f64 = 10.0;
/// Longer lines are hard to read.
const WIDEST: f64 = 230.0;
/// The labels begin below the headings of the phases, if there are any.
const TOP: f64 = 34.0;
const TOP_BARE: f64 = 6.0;
/// Below a label.
const GAP: f64 = 11.0;
const TITLE_LINES: usize = 3;
const DATE_LINES: usize = 2;

/// Phases in a row that share columns: one each, unless there are more phases than columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    pub tense: Tense,
    heading: String,
    /// Indices of its events in the story.
    pub events: Range<usize>,
}

impl Band {
    pub fn future(&self) -> bool {
        self.tense == Tense::Future
    }
}

/// The phases that have events, joined where there is not a column for each.
pub fn bands(story: &Story, least: f64) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for (id, phase) in story.each_phase() {
        let start = bands.last().map_or(0, |band| band.events.end);
        let count = story.events[start..]
            .iter()
            .take_while(|event| event.phase == id)
            .count();
        if count > 0 {
            bands.push(Band {
                tense: phase.tense,
                heading: phase.name.clone(),
                events: start..start + count,
            });
        }
    }
    while bands.len() > most_columns(least) {
        join_smallest(&mut bands);
    }
    bands
}

fn most_columns(least: f64) -> usize {
    ((least / COLUMN) as usize).max(1)
}

/// The future is joined with the past last of all.
fn join_smallest(bands: &mut Vec<Band>) {
    let cost = |pair: &[Band]| {
        (
            pair[0].future() != pair[1].future(),
            pair[1].events.end - pair[0].events.start,
        )
    };
    let smallest = (0..bands.len() - 1).min_by_key(|at| cost(&bands[*at..at + 2]));
    if let Some(at) = smallest {
        let next = bands.remove(at + 1);
        let band = &mut bands[at];
        band.events.end = next.events.end;
        band.heading = format!("{} · {}", band.heading, next.heading);
        band.tense = band.tense.min(next.tense);
    }
}

/// The zones, a label for each event, which may stand for a bunch, and the px at which the columns
/// end.
pub fn set(
    story: &Story,
    bunches: &[Range<usize>],
    bands: &[Band],
    least: f64,
) -> (Vec<Zone>, Vec<Label>, f64) {
    let total = most_columns(least).min(story.events.len());
    let column = 100.0 / total.max(1) as f64;
    let gutter = gutter(story.events.len().div_ceil(total.max(1)));
    let room = (least * column / 100.0 - gutter - INDENT - PAD).min(WIDEST);
    let each = story.events.iter().zip(bunches);
    let mut labels: Vec<_> = each
        .map(|(event, bunch)| label(event, bunch.len() > 1, room))
        .collect();
    let heights: Vec<_> = labels.iter().map(|label| label.height + GAP).collect();
    let columns = share(bands, &heights, total);
    let base = columns
        .iter()
        .flatten()
        .map(|events| heights[events.clone()].iter().sum::<f64>())
        .fold(0.0, f64::max);
    let top = if bands.iter().all(|band| band.heading.is_empty()) {
        TOP_BARE
    } else {
        TOP
    };
    let base = round(top + base);
    let mut zones = Vec::new();
    let mut x = 0.0;
    for (band, columns) in bands.iter().zip(&columns) {
        let zone_width = column * columns.len() as f64;
        let heading = truncate(
            &band.heading,
            HEADING_SIZE,
            least * zone_width / 100.0 - PAD,
        );
        zones.push(Zone {
            tense: band.tense,
            heading,
            x: round(x),
            width: round(zone_width),
            base,
            edge: None,
        });
        for (at, events) in columns.iter().enumerate() {
            stack(
                &mut labels[events.clone()],
                x + at as f64 * column,
                gutter,
                least,
                (top, base),
            );
        }
        x += zone_width;
    }
    (zones, labels, base)
}

/// The left part of a column for about so many lines, in px.
fn gutter(lines: usize) -> f64 {
    (FIRST + SPACING * lines as f64 + LAST).min(MOST_GUTTER)
}

/// Puts the labels of one column under each other, each with its line in the gutter: the topmost
/// leftmost.
fn stack(labels: &mut [Label], x: f64, gutter: f64, least: f64, (top, base): (f64, f64)) {
    let spacing =
        SPACING.min((gutter - FIRST - LAST) / labels.len().saturating_sub(1).max(1) as f64);
    let mut y = top;
    for (at, label) in labels.iter_mut().enumerate() {
        label.x = round(x + gutter / least * 100.0);
        label.pole = round(x + (FIRST + at as f64 * spacing) / least * 100.0);
        label.y = round(y);
        label.base = base;
        y += label.height + GAP;
    }
}

fn label(event: &Event, bunch: bool, room: f64) -> Label {
    let more = usize::from(bunch);
    let title = lines(&event.title, TITLE_SIZE, room, TITLE_LINES - more);
    let words = event.when.as_ref().map_or("", |when| when.words());
    let date = lines(words, DATE_SIZE, room - MARK_ROOM, DATE_LINES + more);
    let height = LINE * (title.len() + more + date.len().max(1)) as f64;
    Label {
        width: round(room + INDENT),
        height,
        title,
        date,
        ..Label::none()
    }
}

impl Label {
    fn none() -> Self {
        Self {
            x: 0.0,
            y: 0.0,
            width: 0.0,
            height: 0.0,
            title: vec![],
            date: vec![],
            pole: 0.0,
            base: 0.0,
        }
    }
}

/// Text in at most `max_lines` lines of `room` px.
fn lines(text: &str, size: f64, room: f64, max_lines: usize) -> Vec<String> {
    wrap_lines(&breakable(text, size, room), size, room, max_lines)
}

/// Lets words that are longer than a line break after their dashes.
fn breakable(text: &str, size: f64, room: f64) -> String {
    let word = |word: &str| {
        if width(word, size) > room {
            word.replace('–', "– ").replace('-', "- ")
        } else {
            word.into()
        }
    };
    text.split_whitespace()
        .map(word)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The columns of each band: one to begin with, and the others to whichever band is tallest.
fn share(bands: &[Band], heights: &[f64], total: usize) -> Vec<Vec<Range<usize>>> {
    let mut columns: Vec<_> = bands
        .iter()
        .map(|band| balanced(&band.events, heights, 1))
        .collect();
    let tallest = |columns: &[Range<usize>]| {
        columns
            .iter()
            .map(|events| heights[events.clone()].iter().sum::<f64>())
            .fold(0.0, f64::max)
    };
    for _ in bands.len()..total {
        let open = (0..bands.len()).filter(|band| columns[*band].len() < bands[*band].events.len());
        // The first of the tallest, so that equal bands grow from the left.
        let next = open
            .rev()
            .max_by(|a, b| tallest(&columns[*a]).total_cmp(&tallest(&columns[*b])));
        if let Some(band) = next {
            columns[band] = balanced(&bands[band].events, heights, columns[band].len() + 1);
        }
    }
    columns
}

/// Cuts a run into exactly `count` columns (no more than it has labels) so that the tallest is as
/// low as can be.
fn balanced(events: &Range<usize>, heights: &[f64], count: usize) -> Vec<Range<usize>> {
    let (mut low, mut high) = (0.0, heights[events.clone()].iter().sum::<f64>());
    // Half a px is near enough, and heights are far below 2^20 px.
    while high - low > 0.5 {
        let middle = (low + high) / 2.0;
        if filled(events, heights, count, middle).is_some() {
            high = middle
        } else {
            low = middle
        }
    }
    filled(events, heights, count, high).unwrap_or_else(|| vec![events.clone()])
}

/// Fills `count` columns of a height one after the other, leaving at least one label for each;
/// `None` where it does not go.
fn filled(
    events: &Range<usize>,
    heights: &[f64],
    count: usize,
    height: f64,
) -> Option<Vec<Range<usize>>> {
    let mut columns = Vec::new();
    let mut start = events.start;
    for left in (0..count).rev() {
        let last = events.end - left;
        let mut used = 0.0;
        let fits = |at: &usize| {
            used += heights[*at];
            used <= height
        };
        let end = start + (start..last).take_while(fits).count();
        columns.push(start..end);
        start = end;
    }
    (start == events.end && columns.iter().all(|column| !column.is_empty())).then_some(columns)
}

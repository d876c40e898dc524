//! The relations of a dense map as thin lines between what is shown, in tiles of the plan, so that
//! panning only shows and hides tiles. Each line is drawn as two halves, each in the tile of its
//! end.

use super::lod::{DetailLevel, ShownAs};
use crate::figure::symbols::tone_color;
use crate::figure::{Color, Item, Paint, Shape, rounded};
use crate::geometry::Vec2;
use crate::story::{RelationId, Tone};

/// Lines in the view of all; the more is zoomed in, the more there are on the whole plan.
const MAX_EDGES: f64 = 450.0;

/// The side of a tile, px at the zoom of its level.
const TILE: f64 = 360.0;

/// One arrow of a relation.
#[derive(Clone, Copy)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    pub tone: Tone,
    pub relation: RelationId,
}

/// All relations between two of what is shown.
struct Edge {
    ends: (usize, usize),
    count: usize,
    /// Where there is only one, between two actors that are shown for themselves.
    tone: Option<Tone>,
}

pub struct EdgeTiles {
    edges: Vec<Edge>,
    /// Sorted: a tile, a edge, which of its ends.
    halves: Vec<((i32, i32), usize, bool)>,
}

impl EdgeTiles {
    pub fn of(
        links: &[Link],
        off: &[bool],
        level: &DetailLevel,
        at: &[Vec2],
        whole: Vec2,
        zoom: f64,
    ) -> Self {
        let mut pairs: Vec<((usize, usize), Tone)> = links
            .iter()
            .enumerate()
            .filter(|(index, _)| !off.get(*index).copied().unwrap_or(false))
            .filter_map(|(_, link)| {
                let (from, to) = (level.part_of[link.from]?, level.part_of[link.to]?);
                (from != to).then_some(((from.min(to), from.max(to)), link.tone))
            })
            .collect();
        pairs.sort_by_key(|(ends, _)| *ends);
        let single = |index: usize| !matches!(level.shown[index].kind, ShownAs::Cluster(_));
        let edge = |pairs: &[((usize, usize), Tone)]| {
            let (ends, tone) = pairs[0];
            let alone = pairs.len() == 1 && single(ends.0) && single(ends.1);
            Edge {
                ends,
                count: pairs.len(),
                tone: alone.then_some(tone),
            }
        };
        let mut edges: Vec<_> = pairs
            .chunk_by(|pair, next| pair.0 == next.0)
            .map(edge)
            .collect();
        edges.sort_by(|one, other| other.count.cmp(&one.count).then(one.ends.cmp(&other.ends)));
        edges.truncate((MAX_EDGES * zoom) as usize);
        let places: Vec<_> = level.shown.iter().map(|shown| at[shown.actor]).collect();
        let tile = |index: usize| {
            (
                (places[index].x * whole.x / TILE) as i32,
                (places[index].y * whole.y / TILE) as i32,
            )
        };
        let mut halves: Vec<_> = edges
            .iter()
            .enumerate()
            .flat_map(|(index, edge)| {
                [
                    (tile(edge.ends.0), index, false),
                    (tile(edge.ends.1), index, true),
                ]
            })
            .collect();
        halves.sort_unstable();
        Self { edges, halves }
    }

    /// The tiles of the plan that a window sees, as items. `shown`: where each of the level stands,
    /// px of the whole plan; `scale`: how much larger the plan is than at the level's zoom;
    /// `origin`: where it stands in the window.
    pub fn items(
        &self,
        shown: &[Vec2],
        scale: f64,
        origin: Vec2,
        window: Vec2,
        faded: bool,
    ) -> Vec<Item> {
        let side = TILE * scale;
        let tile = |at: f64| (at / side).floor() as i32;
        let (left, right) = (tile(-origin.x) - 1, tile(window.x - origin.x) + 1);
        let (top, bottom) = (tile(-origin.y) - 1, tile(window.y - origin.y) + 1);
        let sees = |(column, row): (i32, i32)| {
            (left..=right).contains(&column) && (top..=bottom).contains(&row)
        };
        let chunks = self
            .halves
            .chunk_by(|one, other| one.0 == other.0)
            .filter(|chunk| sees(chunk[0].0));
        chunks
            .map(|chunk| self.item(chunk, shown, side, origin, faded))
            .collect()
    }

    fn item(
        &self,
        chunk: &[((i32, i32), usize, bool)],
        shown: &[Vec2],
        side: f64,
        origin: Vec2,
        faded: bool,
    ) -> Item {
        let (column, row) = chunk[0].0;
        let corner = Vec2::new(f64::from(column) * side, f64::from(row) * side);
        let mut lines = [const { String::new() }; 4];
        for (_, index, second) in chunk {
            let edge = &self.edges[*index];
            let (one, other) = (shown[edge.ends.0] - corner, shown[edge.ends.1] - corner);
            let start = if *second { other } else { one };
            half(&mut lines[slot(edge.tone)], start, one.lerp(other, 0.5));
        }
        let inks = [
            tone_color(Tone::For),
            tone_color(Tone::Against),
            Color::MUTED,
            Color::RULE_STRONG,
        ];
        let paint = |ink: Color, faint: f64| {
            Paint::stroke(ink, 1.0).faint(if faded { 0.2 * faint } else { faint })
        };
        let shapes = lines
            .into_iter()
            .zip(inks)
            .zip([0.55, 0.55, 0.45, 0.4])
            .filter(|((d, _), _)| !d.is_empty());
        let at = corner + origin;
        Item {
            key: format!("edges-{column}-{row}"),
            class: "edges",
            at: (rounded(at.x), rounded(at.y)),
            link: None,
            shapes: shapes
                .map(|((d, ink), faint)| Shape::Path {
                    d,
                    paint: paint(ink, faint),
                })
                .collect(),
        }
    }
}

/// The path among those of a tile that has the edges of a tone.
fn slot(tone: Option<Tone>) -> usize {
    match tone {
        Some(Tone::For) => 0,
        Some(Tone::Against) => 1,
        Some(Tone::Neutral) => 2,
        None => 3,
    }
}

/// To the nearest px: thin lines need no more.
fn half(d: &mut String, from: Vec2, to: Vec2) {
    use std::fmt::Write;
    let px = |value: f64| value.round() as i64;
    write!(
        d,
        "M{} {}L{} {}",
        px(from.x),
        px(from.y),
        px(to.x),
        px(to.y)
    )
    .expect("writing to a String");
}

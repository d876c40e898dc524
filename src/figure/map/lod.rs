//! Level of detail of a dense map at one zoom: plates with names, then dots, then counted clusters,
//! without overlaps.
//!
//! A level is made for the whole plan, so that panning changes nothing, and holds from its zoom to
//! the next one, because places only move apart. The most related come first: a plate where one
//! fits, else a dot, else a part of the nearest dot, which is a cluster then.

use super::areas::{AreaLook, MapArea};
use super::grid::Grid;
use crate::geometry::{Rect, Vec2};
use crate::layout::network::Words;

/// Plates take at most this share of the plan, so that the others stay to be seen.
const PLATES: f64 = 0.2;

/// Free space between plates, px.
const PLATE_GAP: Vec2 = Vec2 { x: 22.0, y: 14.0 };

/// The radius of the largest circle with its edge, px.
pub const MAX_CIRCLE_RADIUS: f64 = 16.0;

/// The least distance between circles, px: a finger's target each.
const MIN_CIRCLE_DISTANCE: f64 = 34.0;

/// About so many circles find room in a window.
const MAX_CIRCLES: f64 = 400.0;

/// A circle in another area is only as good as one so much farther away, px.
const FOREIGN: f64 = 400.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownAs {
    Plate,
    /// One actor without its name.
    Dot,
    /// So many.
    Cluster(usize),
}

/// What is shown in one place.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The one shown, or the first of a cluster.
    pub actor: usize,
    pub kind: ShownAs,
    /// Where those shown stand, in units of the plan.
    pub low: Vec2,
    pub high: Vec2,
}

pub struct DetailLevel {
    pub shown: Vec<Shown>,
    /// By actor: which of `shown` it is a part of; `None` for one that is switched off.
    pub part_of: Vec<Option<usize>>,
}

/// What a level is made of. Places are in units of the plan.
pub struct LevelInput<'a> {
    pub at: &'a [Vec2],
    pub plates: &'a [Words],
    /// The actors that are switched on, those that are named first before the others.
    pub order: &'a [usize],
    /// How many of `order` are shown in any case.
    pub must: usize,
    /// By actor: the area it belongs to; whoever can, joins one of the same area.
    pub area: &'a [usize],
    pub grounds: &'a [MapArea],
    /// Names of areas, px at this zoom.
    pub taken: &'a [Rect],
    /// The window and the whole plan at this zoom, px.
    pub window: Vec2,
    pub whole: Vec2,
}

impl DetailLevel {
    pub fn of(crowd: &LevelInput) -> Self {
        let mut making = Making::new(crowd);
        making.plates();
        making.circles();
        making.rest();
        making.level
    }
}

struct Making<'a> {
    crowd: &'a LevelInput<'a>,
    level: DetailLevel,
    /// What words cover.
    covered: Grid<Rect>,
    /// Circles, by their index in `shown`.
    circles: Grid<(usize, Vec2)>,
    apart: f64,
}

impl<'a> Making<'a> {
    fn new(crowd: &'a LevelInput<'a>) -> Self {
        let apart =
            MIN_CIRCLE_DISTANCE.max(libm::sqrt(crowd.window.x * crowd.window.y / MAX_CIRCLES));
        let count = crowd.at.len();
        let mut covered = Grid::new(crowd.whole, 80.0, count);
        crowd.taken.iter().for_each(|area| covered.put(area, *area));
        Self {
            crowd,
            level: DetailLevel {
                shown: Vec::new(),
                part_of: vec![None; count],
            },
            covered,
            circles: Grid::new(crowd.whole, apart, count),
            apart,
        }
    }

    fn show(&mut self, actor: usize, kind: ShownAs) -> usize {
        let at = self.crowd.at[actor];
        self.level.part_of[actor] = Some(self.level.shown.len());
        self.level.shown.push(Shown {
            actor,
            kind,
            low: at,
            high: at,
        });
        self.level.shown.len() - 1
    }

    fn plates(&mut self) {
        let mut left = PLATES * self.crowd.whole.x * self.crowd.whole.y;
        for (rank, actor) in self.crowd.order.iter().enumerate() {
            let area = self.crowd.plate(*actor);
            let room = 4.0 * area.half.x * area.half.y;
            let wide = Rect::new(area.centre, area.half + PLATE_GAP);
            let must = rank < self.crowd.must;
            let free = || {
                !self
                    .covered
                    .near(&wide)
                    .any(|other| other.overlap(&wide, 0.0) > 0.0)
            };
            if must || (left >= room && self.crowd.fits(*actor) && free()) {
                left -= room;
                self.covered.put(&area, area);
                self.show(*actor, ShownAs::Plate);
            }
        }
    }

    fn circles(&mut self) {
        for actor in self.crowd.order {
            if self.level.part_of[*actor].is_some() {
                continue;
            }
            let at = self.crowd.dot(*actor);
            let round = Rect::new(at, Vec2::new(MAX_CIRCLE_RADIUS, MAX_CIRCLE_RADIUS));
            let around = Rect::new(at, Vec2::new(self.apart, self.apart));
            let covered = self
                .covered
                .near(&round)
                .any(|area| area.overlap(&round, 2.0) > 0.0);
            let close = |(_, other): &(usize, Vec2)| (*other - at).length() < self.apart;
            if !covered && !self.circles.near(&around).any(close) {
                let index = self.show(*actor, ShownAs::Dot);
                self.circles
                    .put(&Rect::new(at, Vec2::default()), (index, at));
            }
        }
    }

    /// Everybody else joins the nearest circle.
    fn rest(&mut self) {
        for actor in self.crowd.order {
            if self.level.part_of[*actor].is_none() {
                let at = self.crowd.dot(*actor);
                let area = |index: usize| self.crowd.area[self.level.shown[index].actor];
                let foreign = |index: usize| {
                    if area(index) == self.crowd.area[*actor] {
                        0.0
                    } else {
                        FOREIGN
                    }
                };
                let far = |(index, other): &(usize, Vec2)| (*other - at).length() + foreign(*index);
                let index = self.circles.nearest(at, far).map(|(index, _)| *index);
                let index = index.unwrap_or_else(|| self.give_way());
                self.join(*actor, index);
            }
        }
    }

    /// Where no circle has any room, the plate of the last of those named becomes one.
    fn give_way(&mut self) -> usize {
        let last = self.level.shown.len() - 1;
        let at = self.crowd.dot(self.level.shown[last].actor);
        self.level.shown[last].kind = ShownAs::Dot;
        self.circles
            .put(&Rect::new(at, Vec2::default()), (last, at));
        last
    }

    fn join(&mut self, actor: usize, index: usize) {
        let (at, shown) = (self.crowd.at[actor], &mut self.level.shown[index]);
        self.level.part_of[actor] = Some(index);
        shown.kind = ShownAs::Cluster(if let ShownAs::Cluster(count) = shown.kind {
            count + 1
        } else {
            2
        });
        shown.low = Vec2::new(shown.low.x.min(at.x), shown.low.y.min(at.y));
        shown.high = Vec2::new(shown.high.x.max(at.x), shown.high.y.max(at.y));
    }
}

impl LevelInput<'_> {
    fn ground(&self, actor: usize) -> Option<&MapArea> {
        self.grounds.get(self.area[actor])
    }

    /// Whether a plate has room where its actor keeps inside of an area.
    fn fits(&self, actor: usize) -> bool {
        let size = (self.plates[actor].half() + Vec2::new(2.0, 2.0)) * 2.0;
        self.ground(actor)
            .filter(|ground| matches!(ground.look, AreaLook::Cell | AreaLook::Apart))
            .is_none_or(|cell| {
                let room = cell.high - cell.low;
                size.x <= room.x * self.whole.x && size.y <= room.y * self.whole.y
            })
    }

    fn plate(&self, actor: usize) -> Rect {
        plate(
            self.at[actor],
            &self.plates[actor],
            self.whole,
            self.ground(actor),
        )
    }

    fn dot(&self, actor: usize) -> Vec2 {
        dot(self.at[actor], self.whole, self.ground(actor))
    }
}

/// Where a plate stands in the whole plan, px: at its place, but inside of its area, or at least of
/// the plan.
pub fn plate(at: Vec2, words: &Words, whole: Vec2, ground: Option<&MapArea>) -> Rect {
    let half = words.half();
    Rect::new(inside(at, half + Vec2::new(2.0, 2.0), whole, ground), half)
}

/// Likewise a circle's middle.
pub fn dot(at: Vec2, whole: Vec2, ground: Option<&MapArea>) -> Vec2 {
    inside(
        at,
        Vec2::new(MAX_CIRCLE_RADIUS, MAX_CIRCLE_RADIUS),
        whole,
        ground,
    )
}

fn inside(at: Vec2, half: Vec2, whole: Vec2, ground: Option<&MapArea>) -> Vec2 {
    let (low, high) = ground.map_or((Vec2::default(), Vec2::new(1.0, 1.0)), |ground| {
        (ground.low, ground.high)
    });
    let fit = |at: f64, half: f64, whole: f64, low: f64, high: f64| {
        let (low, high) = if (high - low) * whole >= 2.0 * half {
            (low * whole, high * whole)
        } else {
            (0.0, whole)
        };
        (at * whole).min(high - half).max(low + half)
    };
    Vec2::new(
        fit(at.x, half.x, whole.x, low.x, high.x),
        fit(at.y, half.y, whole.y, low.y, high.y),
    )
}

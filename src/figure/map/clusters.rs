//! The map of a story with many actors, prepared: places, who comes first, the levels of detail
//! once they are made.

use super::areas::{AreaLook, MapArea};
use super::edges::{EdgeTiles, Link};
use super::lod::{self, DetailLevel};
use super::viewport::of_frame;
use crate::geometry::{Rect, Vec2};
use crate::layout::network::spectrum::Lane;
use crate::layout::network::{Frame, Point, Words, each_tie};
use crate::story::{ActorId, GroupId, Story};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// From one level to the next, zoom grows by this.
const STEP: f64 = std::f64::consts::SQRT_2;

/// Levels that are kept.
const MAX_LEVELS_KEPT: usize = 24;

/// Zoom ends here, however close two actors stand.
const MAX_ZOOM: f64 = 256.0;

pub struct Clusters {
    pub at: Vec<Vec2>,
    pub grounds: Vec<MapArea>,
    /// Every arrow, in the order of the relations.
    pub links: Vec<Link>,
    /// By actor: which of `grounds` it stands in; 0 where there are none.
    pub area: Vec<usize>,
    /// By rank: those with the most ties first.
    order: Vec<usize>,
    plates: [OnceCell<Vec<Words>>; 2],
    titles: [OnceCell<Vec<Words>>; 2],
    made: RefCell<Vec<(DetailKey, Rc<MadeLevel>)>>,
    max_zoom: f64,
}

/// What a level depends on.
#[derive(Clone, PartialEq)]
pub struct DetailKey {
    pub step: u32,
    pub size: (f64, f64),
    /// Shown in any case.
    pub must: Vec<ActorId>,
    /// By actor and by link, where some are switched off.
    pub actors_off: Vec<bool>,
    pub links_off: Vec<bool>,
}

pub struct MadeLevel {
    pub step: u32,
    pub level: DetailLevel,
    pub edges: EdgeTiles,
}

impl Clusters {
    /// With an area for each group.
    pub fn of_groups(story: &Story, places: &[Point]) -> Self {
        let at: Vec<_> = places
            .iter()
            .map(|place| Vec2::new(place.x, place.y))
            .collect();
        let grounds = grounds(story, &at);
        let area = |group: GroupId| {
            grounds
                .iter()
                .position(|ground| ground.key == story[group].key)
                .unwrap_or(0)
        };
        let areas: Vec<_> = story.each_group().map(|(group, _)| area(group)).collect();
        let area = story
            .actors
            .iter()
            .map(|actor| areas[actor.group.index()])
            .collect();
        Self::new(story, at, grounds, area)
    }

    pub fn new(story: &Story, at: Vec<Vec2>, grounds: Vec<MapArea>, area: Vec<usize>) -> Self {
        let links: Vec<_> = each_tie(story)
            .map(|(id, to)| Link {
                from: story[id].from.index(),
                to: to.index(),
                tone: story[id].tone,
                relation: id,
            })
            .collect();
        let mut ties = vec![0usize; at.len()];
        links.iter().for_each(|link| {
            ties[link.from] += 1;
            ties[link.to] += 1;
        });
        let mut order: Vec<_> = (0..at.len()).collect();
        order.sort_by_key(|actor| (std::cmp::Reverse(ties[*actor]), *actor));
        Self {
            max_zoom: max_zoom(&at),
            at,
            grounds,
            area,
            links,
            order,
            plates: Default::default(),
            titles: Default::default(),
            made: RefCell::default(),
        }
    }

    pub fn max_zoom(&self) -> f64 {
        self.max_zoom
    }

    pub fn plates(&self, story: &Story, frame: Frame) -> &[Words] {
        of_frame(&self.plates, frame).get_or_init(|| {
            story
                .actors
                .iter()
                .map(|actor| Words::name(actor.label(), frame))
                .collect()
        })
    }

    /// The names of the groups that have an area.
    pub fn titles(&self, frame: Frame) -> &[Words] {
        let name = |ground: &MapArea| match ground.look {
            AreaLook::Lane => Words::note(&ground.name, frame),
            AreaLook::Plain | AreaLook::Cell => Words::title(&ground.name, frame),
            AreaLook::Apart | AreaLook::Stance(_) => Words::heading(
                &ground.name,
                frame,
                (ground.high.x - ground.low.x) * frame.width() - 4.0,
            ),
        };
        of_frame(&self.titles, frame).get_or_init(|| self.grounds.iter().map(name).collect())
    }

    /// The step whose level is shown at a zoom.
    pub fn step(zoom: f64) -> u32 {
        let mut step = 0;
        while Self::zoom(step + 1) <= zoom * 1.000_001 {
            step += 1;
        }
        step
    }

    pub fn zoom(step: u32) -> f64 {
        (0..step).fold(1.0, |zoom, _| zoom * STEP)
    }

    /// The level for a key: made once, kept for a while.
    pub fn made(&self, story: &Story, frame: Frame, key: DetailKey) -> Rc<MadeLevel> {
        if let Some((_, made)) = self.made.borrow().iter().find(|(other, _)| *other == key) {
            return made.clone();
        }
        let made = Rc::new(self.make(story, frame, &key));
        let mut kept = self.made.borrow_mut();
        if kept.len() == MAX_LEVELS_KEPT {
            kept.remove(0);
        }
        kept.push((key, made.clone()));
        made
    }

    fn make(&self, story: &Story, frame: Frame, key: &DetailKey) -> MadeLevel {
        let window = Vec2::new(key.size.0, key.size.1);
        let whole = window * Self::zoom(key.step);
        let must = key.must.iter().map(|id| id.index());
        let is_on = |actor: &usize| !key.actors_off.get(*actor).copied().unwrap_or(false);
        let others = self
            .order
            .iter()
            .copied()
            .filter(|actor| !key.must.iter().any(|id| id.index() == *actor));
        let order: Vec<_> = must.chain(others.filter(is_on)).collect();
        // Lanes have room for their names, so that nobody has to go elsewhere for them.
        let named =
            (0..self.grounds.len()).filter(|index| self.grounds[*index].look != AreaLook::Lane);
        let taken: Vec<_> = named
            .filter_map(|index| self.title(frame, index, whole))
            .collect();
        let level = DetailLevel::of(&lod::LevelInput {
            at: &self.at,
            plates: self.plates(story, frame),
            order: &order,
            must: key.must.len(),
            area: &self.area,
            grounds: &self.grounds,
            taken: &taken,
            window,
            whole,
        });
        let edges = EdgeTiles::of(
            &self.links,
            &key.links_off,
            &level,
            &self.at,
            whole,
            Self::zoom(key.step),
        );
        MadeLevel {
            step: key.step,
            level,
            edges,
        }
    }

    /// Where the name of an area stands in the whole plan; `None` while there is too little room
    /// for it.
    pub fn title(&self, frame: Frame, index: usize, whole: Vec2) -> Option<Rect> {
        let (ground, words) = (&self.grounds[index], &self.titles(frame)[index]);
        let (left, right) = (ground.low.x * whole.x, ground.high.x * whole.x);
        let x = match ground.look {
            AreaLook::Cell => return None,
            AreaLook::Lane => left + Lane::BEFORE + words.width / 2.0,
            AreaLook::Plain | AreaLook::Apart | AreaLook::Stance(_) => (left + right) / 2.0,
        };
        let middle = Vec2::new(x, ground.low.y * whole.y + words.height / 2.0 + 2.0);
        let fits = words.width <= right - left && words.height + 2.0 <= ground.room * whole.y;
        fits.then(|| Rect::new(middle, words.half()))
    }
}

/// An area for each group with members, where there is more than one group.
fn grounds(story: &Story, at: &[Vec2]) -> Vec<MapArea> {
    let ground = |group: GroupId| {
        let members = story
            .each_actor()
            .filter(move |(_, actor)| actor.group == group)
            .map(|(id, _)| id.index());
        let area = Rect::bounding(members.map(|one| Rect::new(at[one], Vec2::default())))?;
        // The members keep so far from the edges of their area; above them there is room for the
        // name.
        let (low, high) = (
            area.top_left() - Vec2::new(0.008, 0.06),
            area.bottom_right() + Vec2::new(0.008, 0.013),
        );
        let low = Vec2::new(low.x.max(0.0), low.y.max(0.0));
        let (key, name) = (story[group].key.clone(), story[group].name.clone());
        Some(MapArea {
            key,
            name,
            low,
            high: Vec2::new(high.x.min(1.0), high.y.min(1.0)),
            room: 1.0,
            look: AreaLook::Plain,
        })
    };
    let all: Vec<_> = story
        .each_group()
        .filter_map(|(group, _)| ground(group))
        .collect();
    if all.len() > 1 { all } else { Vec::new() }
}

/// The zoom at which even the two closest actors stand apart, and most have room for their names,
/// on a phone.
fn max_zoom(at: &[Vec2]) -> f64 {
    let px = |spot: &Vec2| Vec2::new(spot.x * 320.0, spot.y * 420.0);
    let mut sorted: Vec<_> = at.iter().map(px).collect();
    sorted.sort_by(|one, other| one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)));
    let mut nearest: Vec<_> = (0..sorted.len())
        .map(|one| {
            let mut least = f64::INFINITY;
            for other in &sorted[one + 1..] {
                if other.x - sorted[one].x >= least {
                    break;
                }
                least = least.min((*other - sorted[one]).length());
            }
            least
        })
        .collect();
    nearest.sort_by(f64::total_cmp);
    let (Some(closest), Some(most)) = (nearest.first(), nearest.get(nearest.len() / 10)) else {
        return 1.0;
    };
    (40.0 / closest.max(1e-3))
        .max(110.0 / most.max(1e-3))
        .clamp(1.0, MAX_ZOOM)
}

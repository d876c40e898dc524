//! The visible part of a dense map: areas, edges, those of the picked actor, names, dots, clusters.

use super::areas::AreaLook;
use super::clusters::{Clusters, DetailKey, MadeLevel};
use super::edges::Link;
use super::lod::{self, Shown, ShownAs};
use super::node::{self, Node, Stress, lines};
use super::paths;
use super::prepared::Network;
use super::tie::{self, Weight};
use super::viewport::Viewport;
use crate::figure::positions::Positions;
use crate::figure::symbols::stance_color;
use crate::figure::{
    Anchor, Camera, Color, FigureState, Item, Link as Control, Paint, Shape, Target, rounded,
};
use crate::geometry::{Rect, Vec2};
use crate::layout::network::spectrum::Lane;
use crate::layout::network::{Frame, Words};
use crate::locale::strings::fill;
use crate::state::query::{self, Standing};
use crate::state::{EvidenceSet, Pick};
use crate::story::{ActorId, IssueId, Story};
use std::rc::Rc;

/// The radius of a dot with its edge, px.
const DOT_RADIUS: f64 = 6.0;

/// More lines of one actor than this are not told apart.
const MAX_LIT_EDGES: usize = 150;

pub struct DenseMap<'a> {
    of: &'a Network,
    story: &'a Story,
    crowd: &'a Clusters,
    made: Rc<MadeLevel>,
    frame: Frame,
    window: Viewport,
    size: Vec2,
    zoom: f64,
    /// Where each of the level stands, px of the whole plan.
    at: Vec<Vec2>,
    way: Vec<ActorId>,
    /// Where everybody stands, where positions are read.
    positions: Option<&'a Positions>,
}

/// Who is switched on, and who is shown in any case, at a level.
pub fn key(
    of: &Network,
    crowd: &Clusters,
    step: u32,
    size: (f64, f64),
    picked: Option<Pick>,
    hidden: EvidenceSet,
) -> DetailKey {
    let (story, asked) = (&of.story, &of.asked);
    let mut must = asked
        .path
        .and_then(|(from, to)| paths::path(story, &from, &to))
        .unwrap_or_default();
    let chosen = asked.focus.map(|(actor, _)| actor);
    let picked = picked.and_then(|pick| {
        if let Pick::Actor(actor) = pick {
            Some(actor)
        } else {
            None
        }
    });
    must.extend(chosen.into_iter().chain(picked));
    let near = asked
        .focus
        .map(|(actor, steps)| paths::within(story, actor, steps));
    let off = |id: ActorId| {
        asked.groups_off.contains(&story[id].group)
            || near
                .as_ref()
                .is_some_and(|near| near.binary_search(&id).is_err())
    };
    must.retain(|id| !asked.groups_off.contains(&story[*id].group));
    must.dedup();
    let mut seen: Vec<ActorId> = Vec::new();
    must.retain(|id| {
        !seen.contains(id) && {
            seen.push(*id);
            true
        }
    });
    let all_on = asked.groups_off.is_empty() && near.is_none();
    let actors_off = if all_on {
        Vec::new()
    } else {
        story.each_actor().map(|(id, _)| off(id)).collect()
    };
    let quiet = asked.positions.is_some();
    let shows = |link: &Link| {
        !quiet
            && !asked.tones_off.contains(&link.tone)
            && query::shown(hidden, &story[link.relation].grounds)
    };
    let links_on = !quiet && asked.tones_off.is_empty() && hidden.is_empty();
    let links_off = if links_on {
        Vec::new()
    } else {
        crowd.links.iter().map(|link| !shows(link)).collect()
    };
    DetailKey {
        step,
        size,
        must,
        actors_off,
        links_off,
    }
}

impl<'a> DenseMap<'a> {
    pub fn new(
        of: &'a Network,
        crowd: &'a Clusters,
        positions: Option<&'a Positions>,
        look: &FigureState,
        camera: Camera,
        size: (f64, f64),
    ) -> Self {
        let frame = Network::frame(size.0);
        let key = key(
            of,
            crowd,
            Clusters::step(camera.zoom),
            size,
            look.picked,
            look.hidden,
        );
        let made = crowd.made(&of.story, frame, key);
        let window = Viewport::new(camera, size);
        let way = of
            .asked
            .path
            .and_then(|(from, to)| paths::path(&of.story, &from, &to))
            .unwrap_or_default();
        let mut throng = Self {
            of,
            story: &of.story,
            crowd,
            made,
            frame,
            window,
            size: Vec2::new(size.0, size.1),
            zoom: camera.zoom,
            at: Vec::new(),
            way,
            positions,
        };
        throng.at = throng
            .made
            .level
            .shown
            .iter()
            .map(|shown| throng.place(shown))
            .collect();
        throng
    }

    fn place(&self, shown: &Shown) -> Vec2 {
        let (at, whole) = (self.crowd.at[shown.actor], self.window.whole());
        let ground = self.crowd.grounds.get(self.crowd.area[shown.actor]);
        match shown.kind {
            ShownAs::Plate => lod::plate(at, self.words(shown.actor), whole, ground).centre,
            ShownAs::Dot | ShownAs::Cluster(_) => lod::dot(at, whole, ground),
        }
    }

    fn words(&self, actor: usize) -> &'a Words {
        &self.crowd.plates(self.story, self.frame)[actor]
    }

    /// From the back to the front.
    pub fn items(&self, look: &FigureState) -> Vec<Item> {
        let mut items: Vec<_> = (0..self.crowd.grounds.len())
            .filter_map(|index| self.ground(index))
            .collect();
        let scale = self.zoom / Clusters::zoom(self.made.step);
        let stands_out = matches!(look.picked, Some(Pick::Actor(_))) || !self.way.is_empty();
        items.extend(self.made.edges.items(
            &self.at,
            scale,
            self.window.origin(),
            self.size,
            stands_out,
        ));
        let lit = self.lit(look);
        items.extend(lit.iter().filter_map(|index| self.line(*index)));
        items.extend((0..self.crowd.grounds.len()).filter_map(|index| self.title(index)));
        items.extend(self.labels(&lit));
        for plates in [true, false] {
            let some = (0..self.at.len())
                .filter(|one| (self.made.level.shown[*one].kind == ShownAs::Plate) == plates);
            items.extend(some.filter_map(|one| self.shown(look, one)));
        }
        items
    }

    fn ground(&self, index: usize) -> Option<Item> {
        let (ground, whole) = (&self.crowd.grounds[index], self.window.whole());
        let at = |spot: Vec2| Vec2::new(spot.x * whole.x, spot.y * whole.y);
        let area = Rect::from_points(at(ground.low), at(ground.high));
        let (width, height) = (rounded(2.0 * area.half.x), rounded(2.0 * area.half.y));
        let rect = Shape::Rect {
            x: 0.0,
            y: 0.0,
            width,
            height,
            round: 8.0,
            paint: Paint::fill(Color::RAISED),
        };
        let line = |paint: Paint| Shape::Line {
            from: (0.0, 0.0),
            to: (width, 0.0),
            paint,
        };
        let shapes = match ground.look {
            AreaLook::Plain | AreaLook::Apart => vec![rect],
            AreaLook::Stance(step) => vec![rect, line(Paint::stroke(stance_color(step), 4.0))],
            AreaLook::Lane => vec![line(Paint::stroke(Color::RULE, 1.0))],
            AreaLook::Cell => return None,
        };
        self.window.item(
            format!("ground-{}", ground.key),
            "hull",
            area.top_left(),
            shapes,
            &area,
        )
    }

    fn title(&self, index: usize) -> Option<Item> {
        if self.crowd.grounds[index].look == AreaLook::Lane {
            return self.lane(index);
        }
        let area = self.crowd.title(self.frame, index, self.window.whole())?;
        let words = &self.crowd.titles(self.frame)[index];
        let mut shapes = lines(
            words,
            self.frame.note_size(),
            Vec2::default(),
            Anchor::Middle,
            Color::MUTED,
            true,
        );
        node::haloed(&mut shapes);
        self.window.item(
            format!("title-{}", self.crowd.grounds[index].key),
            "title",
            area.centre,
            shapes,
            &area,
        )
    }

    /// The name of a lane, at its start or where the window begins; what does not fit into its lane
    /// goes before it.
    fn lane(&self, index: usize) -> Option<Item> {
        let mut area = self.crowd.title(self.frame, index, self.window.whole())?;
        area.centre.x = area
            .centre
            .x
            .max(area.half.x + Lane::BEFORE - self.window.origin().x);
        if (0..self.at.len()).any(|one| self.ink(one).overlap(&area, 0.0) > 0.0) {
            return None;
        }
        let words = &self.crowd.titles(self.frame)[index];
        let shapes = lines(
            words,
            self.frame.note_size(),
            Vec2::default(),
            Anchor::Start,
            Color::MUTED,
            false,
        );
        let at = Vec2::new(area.top_left().x, area.centre.y);
        self.window.item(
            format!("title-{}", self.crowd.grounds[index].key),
            "title",
            at,
            shapes,
            &area,
        )
    }

    /// The arrows that stand out: those of the way, or else of who is picked.
    fn lit(&self, look: &FigureState) -> Vec<usize> {
        let ends = |link: &Link| [link.from, link.to];
        let on_way = |link: &Link| {
            self.way.windows(2).any(|step| {
                let step = [step[0].index(), step[1].index()];
                ends(link) == step || ends(link) == [step[1], step[0]]
            })
        };
        let stands_out = |link: &Link| match look.picked {
            _ if !self.way.is_empty() => on_way(link),
            Some(Pick::Actor(actor)) => ends(link).contains(&actor.index()),
            _ => false,
        };
        let asked = &self.of.asked;
        let shows = |link: &Link| {
            !asked.tones_off.contains(&link.tone)
                && query::shown(look.hidden, &self.story[link.relation].grounds)
        };
        let quiet = self.positions.is_some();
        let all = self.crowd.links.iter().enumerate();
        let lit = all.filter(|(_, link)| {
            !quiet && stands_out(link) && shows(link) && self.ends(link).is_some()
        });
        lit.map(|(index, _)| index).take(MAX_LIT_EDGES).collect()
    }

    /// Where an arrow starts and ends, px of the whole plan; `None` within one cluster.
    fn ends(&self, link: &Link) -> Option<(usize, usize)> {
        let part_of = &self.made.level.part_of;
        let (from, to) = (part_of[link.from]?, part_of[link.to]?);
        (from != to).then_some((from, to))
    }

    fn line(&self, index: usize) -> Option<Item> {
        let link = &self.crowd.links[index];
        let (one, other) = self.ends(link)?;
        let (from, to) = (self.at[one], self.at[other]);
        let length = (to - from).length().max(1.0);
        let head = from.lerp(
            to,
            1.0 - (self.reach(other, from) + 9.0).min(length / 2.0) / length,
        );
        let around = Rect::bounding(
            [from, to]
                .into_iter()
                .map(|at| Rect::new(at, Vec2::default())),
        )?;
        let shapes = tie::line(&self.story[link.relation], from, to, head, Weight::Lit);
        self.window
            .item(format!("tie-{index}"), "tie is-lit", from, shapes, &around)
    }

    /// From the middle of one shown to its edge, on the line to a place, px.
    fn reach(&self, one: usize, to: Vec2) -> f64 {
        let shown = &self.made.level.shown[one];
        match shown.kind {
            ShownAs::Plate => {
                let area = Rect::new(self.at[one], self.words(shown.actor).half());
                area.exit(to).min(1.0) * (to - self.at[one]).length()
            }
            ShownAs::Dot => DOT_RADIUS,
            ShownAs::Cluster(_) => lod::MAX_CIRCLE_RADIUS,
        }
    }

    /// What of one shown is seen, without the room around it that takes clicks.
    fn ink(&self, one: usize) -> Rect {
        let half = match self.made.level.shown[one].kind {
            ShownAs::Plate => return self.area(one),
            ShownAs::Dot => DOT_RADIUS,
            ShownAs::Cluster(count) => node::radius(count),
        };
        Rect::new(self.at[one], Vec2::new(half, half))
    }

    /// The words of lines that stand out, in the middle of what is seen of them, where they cover
    /// nothing.
    fn labels(&self, lit: &[usize]) -> Vec<Item> {
        let seen = |one: &usize| self.window.sees(&self.area(*one));
        let mut taken: Vec<_> = (0..self.at.len())
            .filter(seen)
            .map(|one| self.area(one))
            .collect();
        taken.extend(
            (0..self.crowd.grounds.len())
                .filter_map(|one| self.crowd.title(self.frame, one, self.window.whole())),
        );
        let mut items = Vec::new();
        for index in lit {
            let link = &self.crowd.links[*index];
            let Some((one, other)) = self.ends(link) else {
                continue;
            };
            let words = Words::tie(&self.story[link.relation].label, self.frame);
            let places =
                [0.5, 0.4, 0.6, 0.3, 0.7].map(|share| self.at[one].lerp(self.at[other], share));
            let free = |at: &Vec2| {
                let area = Rect::new(*at, words.half());
                self.window.sees(&area)
                    && !taken.iter().any(|other| other.overlap(&area, 2.0) > 0.0)
            };
            if let Some(at) = places.into_iter().find(free) {
                let area = Rect::new(at, words.half());
                taken.push(area);
                items.extend(self.window.item(
                    format!("words-{index}"),
                    "words",
                    at,
                    tie::words(&words, self.frame),
                    &area,
                ));
            }
        }
        items
    }

    /// What one shown covers, px of the whole plan.
    fn area(&self, one: usize) -> Rect {
        let shown = &self.made.level.shown[one];
        let half = match shown.kind {
            ShownAs::Plate => self.words(shown.actor).half(),
            ShownAs::Dot | ShownAs::Cluster(_) => {
                Vec2::new(lod::MAX_CIRCLE_RADIUS, lod::MAX_CIRCLE_RADIUS)
            }
        };
        Rect::new(self.at[one], half)
    }

    fn shown(&self, look: &FigureState, one: usize) -> Option<Item> {
        let shown = &self.made.level.shown[one];
        if !self.window.sees(&self.area(one)) {
            return None;
        }
        let (id, at) = (
            self.of.ids[shown.actor],
            self.at[one] + self.window.origin(),
        );
        if let ShownAs::Cluster(count) = shown.kind {
            return Some(self.cluster(look, one, count, at));
        }
        let faded = !self.way.is_empty() && !self.way.contains(&id);
        let node = Node {
            id,
            plate: self.words(shown.actor),
            frame: self.frame,
            stress: Stress::of(look, id, faded),
            ties: self.of.ties[shown.actor],
            standing: self.standing(id),
        };
        Some(if shown.kind == ShownAs::Plate {
            node::plate(look, &node, at)
        } else {
            node::dot(look, &node, at)
        })
    }

    fn standing(&self, id: ActorId) -> Option<(IssueId, Standing)> {
        self.positions
            .map(|read| (read.issue, read.standings[id.index()]))
    }

    fn cluster(&self, look: &FigureState, one: usize, count: usize, at: Vec2) -> Item {
        let shown = &self.made.level.shown[one];
        let id = self.of.ids[shown.actor];
        let is_lit = look
            .lit
            .actors
            .iter()
            .any(|actor| self.made.level.part_of[actor.index()] == Some(one));
        let stress = if is_lit {
            Stress::Lit
        } else {
            Stress::of(look, id, !self.way.is_empty())
        };
        let name = [
            ("count", &*count.to_string()),
            ("name", self.story[id].label()),
        ];
        Item {
            key: format!("cluster-{}", self.story[id].key),
            class: "cluster",
            at: (rounded(at.x), rounded(at.y)),
            link: Some(Control {
                to: self.opened(shown),
                name: fill(look.more.crowd, &name),
                current: false,
            }),
            shapes: node::cluster(count, stress),
        }
    }

    /// The part of the plan in which a cluster comes apart: its members with room around them, at
    /// most half of what is seen.
    fn opened(&self, shown: &Shown) -> Target {
        let middle = shown.low.lerp(shown.high, 0.5);
        let size = shown.high - shown.low;
        let least = 0.5 / self.crowd.max_zoom();
        let half = (0.7 * size.x.max(size.y)).max(least).min(0.25 / self.zoom);
        let (low, high) = (
            middle - Vec2::new(half, half),
            middle + Vec2::new(half, half),
        );
        Target::Open {
            from: (low.x, low.y),
            to: (high.x, high.y),
        }
    }
}

/// The nearest camera in which an actor is shown for itself.
pub fn camera_for(
    of: &Network,
    crowd: &Clusters,
    actor: ActorId,
    camera: Camera,
    size: (f64, f64),
) -> Camera {
    let at = crowd.at[actor.index()];
    let alone = |step: u32| {
        let made = crowd.made(
            &of.story,
            Network::frame(size.0),
            key(of, crowd, step, size, None, EvidenceSet::default()),
        );
        let part = made.level.part_of[actor.index()];
        part.is_none_or(|part| !matches!(made.level.shown[part].kind, ShownAs::Cluster(_)))
    };
    let (first, last) = (
        Clusters::step(camera.zoom),
        Clusters::step(crowd.max_zoom()),
    );
    let step = (first..=last).find(|step| alone(*step)).unwrap_or(last);
    let zoom = if step == first {
        camera.zoom
    } else {
        Clusters::zoom(step).min(crowd.max_zoom())
    };
    super::viewport::moved_to((at.x, at.y), Camera { zoom, ..camera }.inside())
}

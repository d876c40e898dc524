//! The network of a small story in a window: groups, lines, words, actors.

use super::node::{self, Node, Stress, lines};
use super::paths;
use super::prepared::{Asked, Network};
use super::tie::{self, Weight};
use super::viewport::Viewport;
use crate::figure::{Anchor, Camera, Color, FigureState, Item, Paint, Shape, rounded};
use crate::geometry::{Rect, Vec2};
use crate::layout::network::labels::{Arrow, spread};
use crate::layout::network::zoomed::{LabelZooms, Zoomed};
use crate::layout::network::{self, Tie};
use crate::state::{Pick, query};
use crate::story::{ActorId, Relation, Story};

/// From this zoom on arrowheads stand where they have most room; up to it they glide there from
/// their places in the page.
const FREE_HEADS_ZOOM: f64 = 1.3;

pub struct SmallMap<'a> {
    asked: &'a Asked,
    story: &'a Story,
    zoomed: &'a Zoomed,
    network: &'a network::Network,
    ties: &'a [usize],
    window: Viewport,
    zoom: f64,
    /// The actors' plates, px of the whole plan.
    at: Vec<Vec2>,
    /// Who stands out because it was asked for; `None` where nobody is.
    chosen: Option<Vec<ActorId>>,
    /// The way that was asked for.
    way: Vec<ActorId>,
}

impl<'a> SmallMap<'a> {
    pub fn new(
        of: &'a Network,
        zoomed: &'a Zoomed,
        network: &'a network::Network,
        camera: Camera,
        size: (f64, f64),
    ) -> Self {
        let window = Viewport::new(camera, size);
        let way = of
            .asked
            .path
            .and_then(|(from, to)| paths::path(&of.story, &from, &to))
            .unwrap_or_default();
        let near = of
            .asked
            .focus
            .map(|(actor, steps)| paths::within(&of.story, actor, steps));
        let mut sheet = Self {
            asked: &of.asked,
            story: &of.story,
            zoomed,
            network,
            ties: &of.ties,
            window,
            zoom: camera.zoom,
            at: Vec::new(),
            chosen: if way.is_empty() {
                near
            } else {
                Some(way.clone())
            },
            way,
        };
        sheet.at = zoomed.at.iter().map(|at| sheet.grown(*at)).collect();
        sheet
    }

    /// A place of the picture at zoom 1 in the whole plan, px.
    fn grown(&self, at: Vec2) -> Vec2 {
        let whole = self.window.whole();
        Vec2::new(
            at.x / self.zoomed.size.x * whole.x,
            at.y / self.zoomed.size.y * whole.y,
        )
    }

    /// From the back to the front.
    pub fn items(&self, look: &FigureState) -> Vec<Item> {
        let wires = spread(&self.at, network::arrows(self.story, self.zoomed.frame));
        let heads = self.heads(&wires);
        let ties: Vec<_> = (0..self.network.ties.len())
            .filter(|index| self.shows(look, *index))
            .collect();
        let mut items: Vec<_> = self.hulls().collect();
        items.extend(
            ties.iter()
                .filter_map(|index| self.line(look, *index, &wires[*index], heads[*index])),
        );
        items.extend(self.titles());
        items.extend(
            ties.iter()
                .filter_map(|index| self.words(look, *index, &wires[*index])),
        );
        items.extend(
            self.story
                .each_actor()
                .filter_map(|(id, _)| self.actor(look, id)),
        );
        items
    }

    fn is_on(&self, actor: ActorId) -> bool {
        !self.asked.groups_off.contains(&self.story[actor].group)
    }

    fn tie(&self, index: usize) -> (&'a Tie, &'a Relation) {
        let tie = &self.network.ties[index];
        (tie, &self.story[tie.relation])
    }

    /// Whether the filters let a tie through.
    fn shows(&self, look: &FigureState, index: usize) -> bool {
        let (tie, relation) = self.tie(index);
        let on = self.is_on(relation.from) && self.is_on(tie.to);
        on && !self.asked.tones_off.contains(&relation.tone)
            && query::shown(look.hidden, &relation.grounds)
    }

    fn weight(&self, look: &FigureState, index: usize) -> Weight {
        let (tie, relation) = self.tie(index);
        let ends = [relation.from, tie.to];
        if !self.way.is_empty() {
            let on = self
                .way
                .windows(2)
                .any(|step| ends == step || [ends[1], ends[0]] == step);
            return if on { Weight::Lit } else { Weight::Faded };
        }
        match look.picked {
            Some(Pick::Actor(actor)) if ends.contains(&actor) => Weight::Lit,
            Some(Pick::Actor(_)) => Weight::Faded,
            _ if self
                .chosen
                .as_ref()
                .is_some_and(|chosen| !ends.iter().all(|end| chosen.contains(end))) =>
            {
                Weight::Faded
            }
            _ => Weight::Plain,
        }
    }

    fn heads(&self, wires: &[Arrow]) -> Vec<Vec2> {
        let placed =
            |room: &LabelZooms| room.at(self.zoom).map(|(at, free)| (self.grown(at), !free));
        let labels: Vec<_> = self.zoomed.rooms.iter().map(placed).collect();
        let free = self
            .zoomed
            .label_space(self.network, &self.at, wires, self.window.whole())
            .heads(&labels);
        let share = ((self.zoom - 1.0) / (FREE_HEADS_ZOOM - 1.0)).clamp(0.0, 1.0);
        let still = |tie: &Tie| {
            self.grown(Vec2::new(
                tie.head.x / 100.0 * self.zoomed.size.x,
                tie.head.y,
            ))
        };
        self.network
            .ties
            .iter()
            .zip(free)
            .map(|(tie, free)| still(tie).lerp(free, share))
            .collect()
    }

    fn hulls(&self) -> impl Iterator<Item = Item> {
        let hull = |index: usize| {
            let area = self.zoomed.hull(self.network, index, self.window.whole());
            let ground = Shape::Rect {
                x: 0.0,
                y: 0.0,
                width: rounded(2.0 * area.half.x),
                height: rounded(2.0 * area.half.y),
                round: 8.0,
                paint: Paint::fill(Color::RAISED),
            };
            self.window.item(
                format!("hull-{index}"),
                "hull",
                area.top_left(),
                vec![ground],
                &area,
            )
        };
        self.groups().filter_map(hull)
    }

    fn titles(&self) -> impl Iterator<Item = Item> {
        let title = |index: usize| {
            let area = self.zoomed.hull(self.network, index, self.window.whole());
            let words = &self.zoomed.titles[index];
            let at = Vec2::new(area.centre.x, area.top_left().y + words.height / 2.0);
            let mut text = lines(
                words,
                self.zoomed.frame.note_size(),
                Vec2::default(),
                Anchor::Middle,
                Color::MUTED,
                true,
            );
            node::haloed(&mut text);
            self.window.item(
                format!("title-{index}"),
                "title",
                at,
                text,
                &Rect::new(at, words.half()),
            )
        };
        self.groups().filter_map(title)
    }

    /// The hulls that are not switched off.
    fn groups(&self) -> impl Iterator<Item = usize> {
        (0..self.network.hulls.len()).filter(|index| {
            !self
                .asked
                .groups_off
                .contains(&self.network.hulls[*index].group)
        })
    }

    fn line(&self, look: &FigureState, index: usize, wire: &Arrow, head: Vec2) -> Option<Item> {
        let (tie, relation) = self.tie(index);
        let weight = self.weight(look, index);
        let [from, to, head] = [
            self.at[relation.from.index()],
            self.at[tie.to.index()],
            head,
        ]
        .map(|at| at + wire.aside);
        let around = Rect::bounding(
            [from, to]
                .into_iter()
                .map(|at| Rect::new(at, Vec2::default())),
        )?;
        let class = match weight {
            Weight::Plain => "tie",
            Weight::Lit => "tie is-lit",
            Weight::Faded => "tie is-faded",
        };
        self.window.item(
            format!("tie-{index}"),
            class,
            from,
            tie::line(relation, from, to, head, weight),
            &around,
        )
    }

    /// The words that have room at this zoom, or those of what stands out.
    fn words(&self, look: &FigureState, index: usize, wire: &Arrow) -> Option<Item> {
        let (at, fits) = self.zoomed.rooms[index].at(self.zoom)?;
        let shown = match self.weight(look, index) {
            Weight::Plain => fits,
            Weight::Lit => true,
            Weight::Faded => false,
        };
        let words = &self.zoomed.words[index];
        let at = self.grown(at) + wire.aside;
        let shapes = || tie::words(words, self.zoomed.frame);
        if shown {
            self.window.item(
                format!("words-{index}"),
                "words",
                at,
                shapes(),
                &Rect::new(at, words.half()),
            )
        } else {
            None
        }
    }

    fn actor(&self, look: &FigureState, id: ActorId) -> Option<Item> {
        let (at, plate) = (self.at[id.index()], &self.zoomed.plates[id.index()]);
        let seen = self.is_on(id) && self.window.sees(&Rect::new(at, plate.half()));
        let faded = self
            .chosen
            .as_ref()
            .is_some_and(|chosen| !chosen.contains(&id));
        let stress = Stress::of(look, id, faded);
        let place = at + self.window.origin();
        let node = Node {
            id,
            plate,
            frame: self.zoomed.frame,
            stress,
            ties: self.ties[id.index()],
            standing: None,
        };
        seen.then(|| node::plate(look, &node, place))
    }
}

//! The map's other reading: actors along the scale of one issue, those that take no side apart.

mod standings;
mod swarm;

use super::map::node::{self, Node, Stress, lines};
use super::map::viewport::Viewport;
use super::symbols::{stance_color, stance_mark, stance_step};
use super::{Anchor, Camera, Color, Dash, FigureState, Item, Paint, Shape, rounded};
use crate::geometry::{Rect, Vec2};
use crate::layout::network::spectrum::{Lane, Slot, Spectrum};
use crate::layout::network::{Frame, Words};
use crate::locale::strings::fill;
use crate::state::EvidenceSet;
use crate::story::{ActorId, Evidence, GroupId, IssueId, StanceId, Story};
pub use standings::Positions;
pub use swarm::{height as crowd_height, swarm};

/// The height that has room for the actors of a small story whatever is switched off, px.
pub fn height(story: &Story, issue: IssueId, frame: Frame) -> f64 {
    let used = |kind: &Evidence| {
        story
            .positions
            .iter()
            .any(|one| one.issue == issue && one.grounds.evidence == *kind)
    };
    let mut sets = vec![EvidenceSet::default()];
    for kind in Evidence::ALL.into_iter().filter(used) {
        sets.extend(sets.clone().into_iter().map(|set| set.toggled(kind)));
    }
    let height = |hidden| {
        Positions::of(story, issue, hidden)
            .spectrum(story, frame)
            .height
    };
    sets.into_iter().map(height).fold(0.0, f64::max)
}

/// The positions of a small story in a window.
pub struct PositionsMap<'a> {
    pub story: &'a Story,
    pub positions: &'a Positions,
    pub frame: Frame,
    /// What [`height`] gives, and the camera's window.
    pub tall: f64,
    pub camera: Camera,
    pub size: (f64, f64),
    pub ties: &'a [usize],
    pub groups_off: &'a [GroupId],
}

impl PositionsMap<'_> {
    /// From the back to the front.
    pub fn items(&self, look: &FigureState) -> Vec<Item> {
        let spectrum = self.positions.spectrum(self.story, self.frame);
        let mut items = Vec::new();
        let abreast = spectrum
            .stances
            .first()
            .is_some_and(|(slot, _)| slot.width < 100.0);
        for (index, (slot, label)) in spectrum.stances.iter().enumerate() {
            items.extend(self.stance(StanceId::new(index), slot, label, abreast));
        }
        items.extend(
            spectrum
                .lanes
                .iter()
                .enumerate()
                .flat_map(|(index, lane)| self.lane(index, lane)),
        );
        items.extend(
            spectrum
                .apart
                .iter()
                .filter_map(|(kind, slot)| self.apart(look, *kind, slot)),
        );
        items.extend(
            self.story
                .each_actor()
                .filter_map(|(id, _)| self.actor(look, id, &spectrum)),
        );
        items
    }

    fn window(&self) -> Viewport {
        Viewport::new(self.camera, self.size)
    }

    /// A place of the spectrum in the whole plan, px.
    fn grown(&self, left: f64, top: f64) -> Vec2 {
        let whole = self.window().whole();
        Vec2::new(left / 100.0 * whole.x, top / self.tall * whole.y)
    }

    fn area(&self, slot: &Slot) -> Rect {
        Rect::from_points(
            self.grown(slot.left, slot.top),
            self.grown(slot.left + slot.width, slot.bottom),
        )
    }

    /// The ground of a stance with its name, shape and colour.
    fn stance(&self, stance: StanceId, slot: &Slot, label: &Words, abreast: bool) -> Option<Item> {
        let (area, issue) = (self.area(slot), &self.story[self.positions.issue]);
        let (width, height) = (rounded(2.0 * area.half.x), rounded(2.0 * area.half.y - 8.0));
        let line = Paint::stroke(stance_color(stance_step(issue, stance)), 4.0);
        let mut shapes = vec![
            Shape::Rect {
                x: 0.0,
                y: 1.0,
                width,
                height,
                round: 0.0,
                paint: Paint::fill(Color::RAISED),
            },
            Shape::Line {
                from: (0.0, 1.0),
                to: (width, 1.0),
                paint: line,
            },
        ];
        let (middle, top) = (area.half.x, label.height / 2.0);
        let (mark, words, anchor) = if abreast {
            (
                Vec2::new(middle, 14.0),
                Vec2::new(middle, 24.0 + top),
                Anchor::Middle,
            )
        } else {
            (
                Vec2::new(9.0, 17.0),
                Vec2::new(22.0, 8.0 + top),
                Anchor::Start,
            )
        };
        shapes.push(stance_mark(stance_step(issue, stance), (mark.x, mark.y)));
        shapes.extend(lines(
            label,
            self.frame.name_size(),
            words,
            anchor,
            Color::INK,
            true,
        ));
        self.item(
            format!("stance-{}", issue.scale[stance.index()].key),
            "stance",
            shapes,
            &area,
        )
    }

    /// The rule over a lane, and below it the name of its group, which stays in the window.
    fn lane(&self, index: usize, lane: &Lane) -> Vec<Item> {
        let area = Rect::from_points(self.grown(0.0, lane.top), self.grown(100.0, lane.bottom));
        let (from, to) = ((0.0, 0.0), (rounded(2.0 * area.half.x), 0.0));
        let rule = vec![Shape::Line {
            from,
            to,
            paint: Paint::stroke(Color::RULE, 1.0),
        }];
        let half = lane.name.half();
        let left = area.top_left().x.max(-self.window().origin().x) + Lane::BEFORE;
        let named = Rect::new(
            Vec2::new(left + half.x, area.top_left().y + Lane::OVER + half.y),
            half,
        );
        let words = Vec2::new(0.0, half.y);
        let words = lines(
            &lane.name,
            self.frame.note_size(),
            words,
            Anchor::Start,
            Color::MUTED,
            false,
        );
        let rule = self
            .item(format!("lane-{index}"), "lane", rule, &area)
            .filter(|_| self.frame == Frame::Wide);
        rule.into_iter()
            .chain(self.item(format!("lane-name-{index}"), "lane", words, &named))
            .collect()
    }

    /// An area beside the scale, which says why its actors stand there.
    fn apart(&self, look: &FigureState, kind: usize, slot: &Slot) -> Option<Item> {
        let area = self.area(slot);
        let words = fill(
            look.words.apart[kind],
            &[("source", &self.story.source.name)],
        );
        let words = Words::heading(&words, self.frame, self.frame.width());
        let line = Paint::stroke(Color::RULE_STRONG, 1.0).dashed(Dash::FineDotted);
        let mut shapes = vec![Shape::Line {
            from: (0.0, 1.0),
            to: (rounded(2.0 * area.half.x), 1.0),
            paint: line,
        }];
        let middle = Vec2::new(0.0, 8.0 + words.height / 2.0);
        shapes.extend(lines(
            &words,
            self.frame.name_size(),
            middle,
            Anchor::Start,
            Color::MUTED,
            false,
        ));
        self.item(format!("apart-{kind}"), "apart", shapes, &area)
    }

    fn actor(&self, look: &FigureState, id: ActorId, spectrum: &Spectrum) -> Option<Item> {
        let place = spectrum.places[id.index()];
        let plate = Words::name(self.story[id].label(), self.frame);
        let at = self.grown(place.x, place.y);
        let seen = self.window().sees(&Rect::new(at, plate.half()));
        let on = !self.groups_off.contains(&self.story[id].group);
        let node = Node {
            id,
            plate: &plate,
            frame: self.frame,
            stress: Stress::of(look, id, false),
            ties: self.ties[id.index()],
            standing: Some((self.positions.issue, self.positions.standings[id.index()])),
        };
        (on && seen).then(|| node::plate(look, &node, at + self.window().origin()))
    }

    fn item(
        &self,
        key: String,
        class: &'static str,
        shapes: Vec<Shape>,
        area: &Rect,
    ) -> Option<Item> {
        let at = area.top_left() + self.window().origin();
        let at = (rounded(at.x), rounded(at.y));
        self.window().sees(area).then_some(Item {
            key,
            class,
            at,
            link: None,
            shapes,
        })
    }
}

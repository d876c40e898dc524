//! The map of actors as placed boxes and arrows, in two frames: *relations* as a network,
//! *positions* along one issue.
//!
//! Widths are in percent of the frame and everything else is in px, so that nothing has to be
//! measured: a picture without overlaps at its frame's minimum width has none at any greater one.

mod distances;
mod board;
mod edges;
mod cost;
mod overlaps;
mod search;
pub mod labels;
pub mod spectrum;
mod regions;
pub mod zoomed;

use crate::geometry::{Rect, Vec2, rounded};
use crate::pack::packed;
use crate::story::{ActorId, GroupId, RelationId, Story};
use crate::text::width;
use board::{Arrangement, Board, Edge};
use labels::Arrow;
pub use regions::places;

/// Moves tried in the search for a readable network.
const SEARCH_STEPS: usize = 88_000;

/// The two shapes in which a map is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// For a phone, and for any column narrower than [`Frame::Wide`] needs.
    Narrow,
    Wide,
}

impl Frame {
    pub const ALL: [Self; 2] = [Self::Narrow, Self::Wide];

    /// The minimum width at which nothing overlaps, px. `style/parts/map.css` shows the wide frame
    /// from its width on.
    pub fn width(self) -> f64 {
        [272.0, 600.0][self as usize]
    }

    /// The height that a network of `actors` should not exceed, px.
    fn height(self, actors: usize) -> f64 {
        let actors = actors as f64;
        match self {
            Self::Narrow => 120.0 + 60.0 * actors,
            Self::Wide => 300.0 + 20.0 * actors,
        }
    }

    /// Font size of names, px.
    pub fn name_size(self) -> f64 {
        [12.0, 13.0][self as usize]
    }

    /// Font size of the words on lines and over groups, px.
    pub fn note_size(self) -> f64 {
        [11.5, 12.0][self as usize]
    }
}

packed! {
    /// A place in a picture: `x` in percent of its width, `y` in px from its top.
    #[derive(Clone, Copy, Debug, Default, PartialEq)]
    pub struct Point {
        pub x: f64,
        pub y: f64,
    }
}

/// Words broken into lines, and the size of the box around them, px.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub lines: Vec<String>,
    pub width: f64,
    pub height: f64,
}

impl Words {
    /// Height of a line as a share of the font size.
    pub const LEADING: f64 = 1.2;

    /// How much wider bold words are: the ratio of DejaVu Sans, the greatest among common faces.
    const BOLD: f64 = 1.13;

    fn new(lines: Vec<String>, size: f64, (beside, above): (f64, f64)) -> Self {
        let (width, height) = (
            width::longest(&lines, size),
            lines.len() as f64 * size * Self::LEADING,
        );
        Self {
            width: (width + 2.0 * beside).ceil(),
            height: (height + 2.0 * above).ceil(),
            lines,
        }
    }

    /// An actor's plate: its name in at most three lines wherever the frame allows it, at least 24
    /// px high. What is free at its sides is enough for semi-bold letters.
    pub fn name(name: &str, frame: Frame) -> Self {
        let size = frame.name_size();
        let widest = frame.width() - 40.0;
        let rooms = [(5.7, 2), (7.5, 3), (9.5, 3), (12.0, 3), (15.0, 3)]
            .into_iter()
            .skip(frame as usize);
        let tries = rooms
            .map(|(room, most)| (room * size, most))
            .chain([(widest, 3)])
            .filter(|(room, _)| *room <= widest);
        let mut broken = tries.map(|(room, most)| (width::balance(name, size, room), most));
        let fitting = broken
            .find(|(lines, most)| lines.len() <= *most && whole(lines, name))
            .map(|(lines, _)| lines);
        Self::new(
            fitting.unwrap_or_else(|| width::balance(name, size, widest)),
            size,
            (8.0, 5.0),
        )
    }

    /// The label of an arrow.
    pub fn tie(label: &str, frame: Frame) -> Self {
        let room = [92.0, 120.0][frame as usize];
        Self::new(
            width::balance(label, frame.note_size(), room),
            frame.note_size(),
            (3.0, 1.0),
        )
    }

    /// The name over a group.
    pub fn title(name: &str, frame: Frame) -> Self {
        let room = [120.0, 200.0][frame as usize];
        Self::new(
            width::balance(name, frame.note_size(), room),
            frame.note_size(),
            (4.0, 3.0),
        )
        .bold()
    }

    /// The name at the start of a lane, which may take the frame's width.
    pub fn note(name: &str, frame: Frame) -> Self {
        let size = frame.note_size();
        Self::new(
            width::balance(name, size, frame.width() - 2.0 * spectrum::Lane::BEFORE),
            size,
            (0.0, 0.0),
        )
    }

    /// The name of a stance or of an area apart, in so much room, px.
    pub fn heading(name: &str, frame: Frame, room: f64) -> Self {
        let size = frame.name_size();
        Self::new(
            width::balance(name, size * Self::BOLD, room),
            size,
            (0.0, 2.0),
        )
        .bold()
    }

    /// The same words in bold.
    fn bold(self) -> Self {
        Self {
            width: (self.width * Self::BOLD).ceil(),
            ..self
        }
    }

    /// Half of the box.
    pub fn half(&self) -> Vec2 {
        Vec2::new(self.width, self.height) * 0.5
    }
}

/// Whether the lines are broken at spaces only.
fn whole(lines: &[String], text: &str) -> bool {
    lines.join(" ") == text.split_whitespace().collect::<Vec<_>>().join(" ")
}

packed! {
    /// The relations of a story as a picture in one frame.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Network {
        /// px
        pub height: f64,
        /// The middle of each actor's plate, by [`ActorId`].
        pub places: Vec<Point>,
        pub ties: Vec<Tie>,
        /// Empty for a story of one group.
        pub hulls: Vec<Hull>,
    }

    /// One arrow of a relation: from its actor to one of those it is to.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Tie {
        pub relation: RelationId,
        pub to: ActorId,
        /// By how much the line is moved, px: not zero where several run between the same two.
        pub aside: (f64, f64),
        /// The middle of the arrowhead, before `aside`.
        pub head: Point,
        /// The middle of its label, before `aside`; `None` where there is no room at all.
        pub label: Option<TieLabel>,
    }

    #[derive(Clone, Debug, PartialEq)]
    pub struct TieLabel {
        pub at: Point,
        /// Covers nothing only as long as no more than one actor's ties are labelled: shown when
        /// one of its ends is picked.
        pub spare: bool,
    }

    /// An area of a group, which may have several, its name in the middle of its upper edge; `left`
    /// and `width` in percent, `top` and `height` in px.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Hull {
        pub group: GroupId,
        pub left: f64,
        pub width: f64,
        pub top: f64,
        pub height: f64,
    }

    /// A story's network in both frames. It is made once, natively, and travels with the story.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Networks {
        pub narrow: Network,
        pub wide: Network,
    }
}

impl Networks {
    pub fn of(story: &Story) -> Self {
        Self {
            narrow: Network::of(story, Frame::Narrow),
            wide: Network::of(story, Frame::Wide),
        }
    }

    pub fn get(&self, frame: Frame) -> &Network {
        match frame {
            Frame::Narrow => &self.narrow,
            Frame::Wide => &self.wide,
        }
    }
}

impl Network {
    /// Lays out a story's relations: the same story gives the same picture everywhere.
    pub fn of(story: &Story, frame: Frame) -> Self {
        Self::within(story, frame, SEARCH_STEPS)
    }

    /// Like [`Network::of`] with a search of `steps` moves; fewer give a less readable picture, never
    /// one with overlaps.
    pub fn within(story: &Story, frame: Frame, steps: usize) -> Self {
        Self::on(story, &board(story, frame), || arrows(story, frame), steps)
    }

    /// The relations close together in a frame of this size, without labels on the arrows: for a
    /// small picture. Plates and names of groups are those of [`Frame::Narrow`].
    pub fn poster(story: &Story, (width, height): (f64, f64)) -> Self {
        let mut board = board(story, Frame::Narrow);
        let unit = libm::sqrt(width * height / (board.width * board.height));
        board
            .ideal_distances
            .iter_mut()
            .for_each(|distance| *distance *= unit);
        board
            .edges
            .iter_mut()
            .for_each(|edge| edge.label = Vec2::default());
        (board.width, board.height) = (width, height);
        let arrows = || {
            arrows(story, Frame::Narrow)
                .into_iter()
                .map(|arrow| Arrow {
                    label: Vec2::default(),
                    ..arrow
                })
                .collect()
        };
        Self::on(story, &board, arrows, SEARCH_STEPS / 2)
    }

    fn on(story: &Story, board: &Board, arrows: impl Fn() -> Vec<Arrow>, steps: usize) -> Self {
        let arrows = |points: &[Vec2]| labels::spread(points, arrows());
        let unlabelled = |arrangement: &Arrangement| {
            let marks = labels::label(
                board,
                arrangement,
                &arrows(&arrangement.points),
                2.0 * board.height,
            );
            marks
                .iter()
                .filter(|mark| !matches!(mark.label, Some((_, false))))
                .count()
        };
        let mut arrangement = search::arrange(board, steps, unlabelled);
        let top = board
            .hulls(&arrangement)
            .iter()
            .map(|(_, hull)| hull.top_left().y)
            .fold(f64::INFINITY, f64::min);
        let lift = if top.is_finite() { top - 2.0 } else { 0.0 };
        arrangement
            .points
            .iter_mut()
            .for_each(|point| point.y -= lift);
        let percent = |point: Vec2| Point {
            x: rounded(point.x / board.width * 100.0),
            y: rounded(point.y),
        };
        let height = (board::bottom(&board.hulls(&arrangement)) + 4.0).ceil();
        Self {
            height,
            places: arrangement.points.iter().copied().map(percent).collect(),
            ties: ties(
                story,
                board,
                &arrangement,
                &arrows(&arrangement.points),
                height,
            ),
            hulls: hulls(board, &arrangement),
        }
    }
}

fn board(story: &Story, frame: Frame) -> Board {
    let plates: Vec<_> = story
        .actors
        .iter()
        .map(|actor| Words::name(actor.label(), frame).half())
        .collect();
    let groups: Vec<_> = story
        .actors
        .iter()
        .map(|actor| actor.group.index())
        .collect();
    let grouped = groups.iter().any(|group| *group != groups[0]);
    let title = |name: &str| {
        if grouped {
            Words::title(name, frame).half()
        } else {
            Vec2::default()
        }
    };
    let edges = related_pairs(story, frame);
    let ends: Vec<_> = edges.iter().map(|edge| edge.ends).collect();
    let (width, height) = (frame.width(), frame.height(plates.len()));
    let unit = 0.8 * libm::sqrt(width * height / plates.len().max(1) as f64);
    let distances = distances::ideal_distances(plates.len(), &ends, &groups);
    Board {
        width,
        height,
        footprints: plates
            .iter()
            .map(|half| Vec2::new(half.x + 5.0, half.y.max(19.0) + 3.0))
            .collect(),
        plates,
        titles: story
            .groups
            .iter()
            .map(|group| title(&group.name))
            .collect(),
        groups,
        edges,
        ideal_distances: distances.iter().map(|distance| distance * unit).collect(),
    }
}

/// The pairs that are related, each once, with the size of the larger label.
fn related_pairs(story: &Story, frame: Frame) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::new();
    for (from, to, label) in
        each_tie(story).map(|(id, to)| (story[id].from.index(), to.index(), &story[id].label))
    {
        let ends = (from.min(to), from.max(to));
        let half = Words::tie(label, frame).half();
        match edges.iter_mut().find(|edge| edge.ends == ends) {
            Some(edge) => edge.label = Vec2::new(edge.label.x.max(half.x), edge.label.y + half.y),
            None => edges.push(Edge { ends, label: half }),
        }
    }
    edges
}

/// Every arrow of the map: a relation to several is one arrow to each, and none leads back to where
/// it starts.
pub fn each_tie(story: &Story) -> impl Iterator<Item = (RelationId, ActorId)> {
    let each = story
        .each_relation()
        .flat_map(|(id, relation)| relation.to.iter().map(move |to| (id, relation.from, *to)));
    each.filter(|(_, from, to)| from != to)
        .map(|(id, _, to)| (id, to))
}

/// Every arrow of the map as its two actors, for a graph.
pub fn edges(story: &Story) -> Vec<(u32, u32)> {
    each_tie(story)
        .map(|(id, to)| (story[id].from.index() as u32, to.index() as u32))
        .collect()
}

/// The arrows of the map with the sizes of their labels, not yet moved apart.
pub fn arrows(story: &Story, frame: Frame) -> Vec<Arrow> {
    let arrow = |(id, to): (RelationId, ActorId)| Arrow {
        ends: (story[id].from.index(), to.index()),
        aside: Vec2::default(),
        label: Words::tie(&story[id].label, frame).half(),
    };
    each_tie(story).map(arrow).collect()
}

fn ties(
    story: &Story,
    board: &Board,
    arrangement: &Arrangement,
    arrows: &[Arrow],
    height: f64,
) -> Vec<Tie> {
    let marks = labels::label(board, arrangement, arrows, height);
    let percent = |point: Vec2| Point {
        x: rounded(point.x / board.width * 100.0),
        y: rounded(point.y),
    };
    let tie = |(((relation, to), arrow), mark): (
        ((RelationId, ActorId), &Arrow),
        &labels::ArrowMarks,
    )| Tie {
        relation,
        to,
        aside: (rounded(arrow.aside.x), rounded(arrow.aside.y)),
        head: percent(mark.head),
        label: mark.label.map(|(at, spare)| TieLabel {
            at: percent(at),
            spare,
        }),
    };
    each_tie(story).zip(arrows).zip(&marks).map(tie).collect()
}

fn hulls(board: &Board, arrangement: &Arrangement) -> Vec<Hull> {
    let hull = |(group, area): (usize, Rect)| Hull {
        group: GroupId::new(group),
        left: rounded(area.top_left().x / board.width * 100.0),
        width: rounded(2.0 * area.half.x / board.width * 100.0),
        top: rounded(area.top_left().y),
        height: rounded(2.0 * area.half.y),
    };
    let drawn = board
        .hulls(arrangement)
        .into_iter()
        .filter(|_| board.is_grouped());
    drawn.map(hull).collect()
}

//! The relations of a story as a network: plates, arrows with their labels, areas of groups.

use super::board::{self, Arrangement, Board};
use super::distances;
use super::frame::{Frame, Point};
use super::labels::{self, Arrow};
use super::search;
use super::ties::{arrows, each_tie, related_pairs};
use super::words::Words;
use crate::geometry::{Rect, Vec2, rounded};
use crate::pack::packed;
use crate::story::{ActorId, GroupId, RelationId, Story};

/// Moves tried in the search for a readable network.
const SEARCH_STEPS: usize = 88_000;

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

    /// Like [`Network::of`] with a search of `steps` moves; fewer give a less readable picture,
    /// never one with overlaps.
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

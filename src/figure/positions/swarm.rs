//! Many actors along the scale of an issue: a column for each stance, through all of them a lane
//! for each group; those apart below.

use super::standings::Positions;
use crate::figure::map::areas::{AreaLook, MapArea};
use crate::figure::map::clusters::Clusters;
use crate::figure::symbols::stance_step;
use crate::geometry::{Rect, Vec2};
use crate::layout::network::spectrum::Stand;
use crate::layout::network::{Frame, Words};
use crate::story::{GroupId, Issue, Stance, StanceId, Story};

/// Between areas, and at the edges of members, in units of the plan.
const GAP: f64 = 0.004;
const EDGE: f64 = 0.015;

/// Above the members of a lane, and their own least room, px of the least height.
const NAME: f64 = 21.0;
const ROOM: f64 = 30.0;

/// What a lane adds to the scale, px; more lanes than `LANES` share the room.
const LANE: f64 = 52.0;
const LANES: usize = 12;

/// The least share of the plan for the scale and for those apart.
const LEAST: (f64, f64) = (0.65, 0.25);

/// The least width of an area apart, in units of the plan.
const BESIDE: f64 = 0.2;

/// Neighbours in a row stand no farther apart.
const APART: f64 = 0.11;

/// The plan is drawn about so many times as wide as high.
const WIDE: f64 = 1.6;

/// The least height of the plan, px: with room for a lane of each group, whatever the issue.
pub fn height(story: &Story) -> f64 {
    ((42.0 + LANE * story.groups.len().min(LANES) as f64) / LEAST.0)
        .round()
        .max(420.0)
}

/// The crowd of a story's actors where they stand on an issue. `apart`: the names of the areas
/// beside the scale.
pub fn swarm(story: &Story, positions: &Positions, apart: [String; 3]) -> Clusters {
    let stands = positions.stands();
    let on = stands
        .iter()
        .filter(|stand| matches!(stand, Stand::On(_)))
        .count();
    let beside = stands.len() - on;
    let border = match beside {
        0 => 1.0,
        _ => (on as f64 / stands.len() as f64).clamp(LEAST.0, 1.0 - LEAST.1),
    };
    let (at, area) = (vec![Vec2::default(); stands.len()], vec![0; stands.len()]);
    let title = title(&story[positions.issue]) / height(story);
    let mut making = Making {
        story,
        stands: &stands,
        title,
        at,
        grounds: Vec::new(),
        area,
    };
    making.scale(positions, border);
    let others = (0..3).map(|kind| (kind, making.members(Stand::Apart(kind))));
    let others: Vec<_> = others.filter(|(_, members)| !members.is_empty()).collect();
    let mut left = 0.0;
    for (kind, members) in &others {
        // Each as wide as it has members, but with room for its name.
        let width =
            BESIDE + (1.0 - BESIDE * others.len() as f64) * members.len() as f64 / beside as f64;
        let outer = Rect::from_points(Vec2::new(left, border), Vec2::new(left + width, 1.0));
        let (low, high) = making.ground(
            format!("apart-{kind}"),
            apart[*kind].clone(),
            AreaLook::Apart,
            &outer,
        );
        making.fill(making.grounds.len() - 1, low, high, members);
        left += width;
    }
    Clusters::new(story, making.at, making.grounds, making.area)
}

/// The room for the names of the stances, which are highest in the narrow frame, px; a name that
/// needs more is left out.
fn title(issue: &Issue) -> f64 {
    let room = Frame::Narrow.width() / issue.scale.len() as f64 - 4.0;
    let tall = |stance: &Stance| Words::heading(&stance.label, Frame::Narrow, room).height;
    issue.scale.iter().map(tall).fold(20.0, f64::max).min(60.0) + 8.0
}

struct Making<'a> {
    story: &'a Story,
    stands: &'a [Stand],
    /// Above the members of an area, in units of the plan.
    title: f64,
    at: Vec<Vec2>,
    grounds: Vec<MapArea>,
    area: Vec<usize>,
}

/// A lane to be: its group, and by stance who stands in it.
struct Band {
    group: GroupId,
    cells: Vec<Vec<usize>>,
}

impl Making<'_> {
    /// The stances side by side down to a border, and the lanes that run through them.
    fn scale(&mut self, positions: &Positions, border: f64) {
        let issue = &self.story[positions.issue];
        let count = issue.scale.len();
        let (mut columns, bands) = (Vec::new(), self.bands(count));
        for (index, stance) in issue.scale.iter().enumerate() {
            let share = |index: usize| index as f64 / count as f64;
            let outer = Rect::from_points(
                Vec2::new(share(index), 0.0),
                Vec2::new(share(index + 1), border),
            );
            let look = AreaLook::Stance(stance_step(issue, StanceId::new(index)));
            columns.push(self.ground(
                format!("stance-{}", stance.key),
                stance.label.clone(),
                look,
                &outer,
            ));
        }
        let Some((low, high)) = columns.first().copied() else {
            return;
        };
        let is_named = bands.len() > 1;
        let equal = (high.y - low.y) / bands.len().max(1) as f64;
        let name = if is_named {
            (NAME / height(self.story)).min(0.45 * equal)
        } else {
            0.0
        };
        let least = (ROOM / height(self.story)).min(equal - name);
        let most = |band: &Band| band.cells.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let (all, rest) = (
            bands.iter().map(most).sum::<f64>(),
            bands.len() as f64 * (equal - name - least),
        );
        let mut top = low.y;
        for band in bands {
            let bottom = top + name + least + rest * most(&band) / all;
            if is_named {
                self.lane(band.group, top, bottom, name);
            }
            for ((left, right), cell) in columns.iter().zip(&band.cells) {
                self.cell(
                    Vec2::new(left.x, top + name),
                    Vec2::new(right.x, bottom - GAP),
                    cell,
                );
            }
            top = bottom;
        }
    }

    /// The groups that have somebody on the scale.
    fn bands(&self, stances: usize) -> Vec<Band> {
        let mut bands: Vec<_> = self
            .story
            .each_group()
            .map(|(group, _)| Band {
                group,
                cells: vec![Vec::new(); stances],
            })
            .collect();
        for (actor, stand) in self.stands.iter().enumerate() {
            if let Stand::On(stance) = stand {
                bands[self.story.actors[actor].group.index()].cells[*stance].push(actor);
            }
        }
        bands.retain(|band| band.cells.iter().any(|cell| !cell.is_empty()));
        bands
    }

    /// Who stands there, group by group.
    fn members(&self, stand: Stand) -> Vec<usize> {
        let mut members: Vec<_> = (0..self.stands.len())
            .filter(|actor| self.stands[*actor] == stand)
            .collect();
        members.sort_by_key(|actor| (self.story.actors[*actor].group, *actor));
        members
    }

    /// Draws an area, and returns where its members have room.
    fn ground(&mut self, key: String, name: String, look: AreaLook, outer: &Rect) -> (Vec2, Vec2) {
        let gap = Vec2::new(GAP, GAP);
        let (low, high) = (outer.top_left() + gap, outer.bottom_right() - gap);
        self.grounds.push(MapArea {
            key,
            name,
            low,
            high,
            room: self.title,
            look,
        });
        (
            low + Vec2::new(EDGE, self.title),
            high - Vec2::new(EDGE, EDGE),
        )
    }

    fn lane(&mut self, group: GroupId, top: f64, bottom: f64, room: f64) {
        let (key, name) = (
            format!("lane-{}", self.story[group].key),
            self.story[group].name.clone(),
        );
        let (low, high) = (Vec2::new(GAP, top), Vec2::new(1.0 - GAP, bottom));
        self.grounds.push(MapArea {
            key,
            name,
            low,
            high,
            room,
            look: AreaLook::Lane,
        });
    }

    fn cell(&mut self, low: Vec2, high: Vec2, members: &[usize]) {
        let (key, name) = (String::new(), String::new());
        self.grounds.push(MapArea {
            key,
            name,
            low,
            high,
            room: 0.0,
            look: AreaLook::Cell,
        });
        self.fill(self.grounds.len() - 1, low, high, members);
    }

    /// Members as a swarm: in even rows around the middle, each row before the gaps of the next
    /// one.
    fn fill(&mut self, area: usize, low: Vec2, high: Vec2, members: &[usize]) {
        let (size, count) = (high - low, members.len());
        let columns = libm::sqrt(count as f64 * WIDE * size.x / size.y)
            .ceil()
            .max(1.0);
        let rows = (count as f64 / columns).ceil() as usize;
        let (mut first, middle) = (0, (low.x + high.x) / 2.0);
        for row in 0..rows {
            let in_row = in_row(row, rows, count);
            let longest = count.div_ceil(rows) as f64;
            let is_even = count % rows == 0 && rows > 1;
            let pitch = (size.x / (longest + if is_even { 0.5 } else { 0.0 })).min(APART);
            let aside = if is_even { [-0.25, 0.25][row % 2] } else { 0.0 };
            let y = low.y + size.y * (row as f64 + 0.5) / rows as f64;
            for (rank, actor) in members[first..first + in_row].iter().enumerate() {
                let x = middle + pitch * (rank as f64 - (in_row as f64 - 1.0) / 2.0 + aside);
                (self.at[*actor], self.area[*actor]) = (Vec2::new(x, y), area);
            }
            first += in_row;
        }
    }
}

/// How many of a count stand in a row, so that rows are even, and longer and shorter ones take
/// turns.
fn in_row(row: usize, rows: usize, count: usize) -> usize {
    let (least, longer) = (count / rows, count % rows);
    // Every other row is longer: the second, the fourth, where that is enough; else the first, the
    // third, and then the others.
    let turn = if longer <= rows / 2 { 1 } else { 0 };
    let before = if row % 2 == turn {
        row / 2
    } else {
        (rows + 1 - turn) / 2 + row / 2
    };
    least + usize::from(before < longer)
}

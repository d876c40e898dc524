//! Many actors along the scale of an issue: a column for each stance, in it a lane for each group; those apart below. Knows no zoom.

use super::Positions;
use crate::draw::network::crowd::{Crowd, Ground};
use crate::draw::network::node;
use crate::layout::map::plane::Spot;
use crate::layout::map::spectrum::Stand;
use crate::story::{StanceId, Story};

/// Between areas, above their members, and at their other edges, in units of the plan.
const GAP: f64 = 0.004;
const TITLE: f64 = 0.06;
const EDGE: f64 = 0.015;

/// The least share of the plan for the scale and for those apart.
const LEAST: f64 = 0.25;

/// The crowd of a story's actors where they stand on an issue. `apart`: the names of the areas beside the scale.
pub fn swarm(story: &Story, positions: &Positions, apart: [String; 3]) -> Crowd {
    let stands = positions.stands();
    let of = |stand: Stand| -> Vec<usize> {
        let mut members: Vec<_> = (0..stands.len()).filter(|actor| stands[*actor] == stand).collect();
        // Group by group: lanes.
        members.sort_by_key(|actor| (story.actors[*actor].group, *actor));
        members
    };
    let issue = &story[positions.issue];
    let sides: Vec<_> = (0..issue.scale.len()).map(|stance| of(Stand::On(stance))).collect();
    let others: Vec<_> = (0..3).map(|area| (area, of(Stand::Apart(area)))).filter(|(_, all)| !all.is_empty()).collect();
    let mut making =
        Making { at: vec![Spot::default(); stands.len()], grounds: Vec::new(), area: vec![0; stands.len()] };
    let beside: usize = others.iter().map(|(_, members)| members.len()).sum();
    let border = match beside {
        0 => 1.0,
        _ => (1.0 - beside as f64 / stands.len().max(1) as f64).clamp(LEAST, 1.0 - LEAST),
    };
    for (index, members) in sides.iter().enumerate() {
        let share = |index: usize| index as f64 / sides.len() as f64;
        let (key, name) = (format!("stance-{}", issue.scale[index].key), issue.scale[index].label.clone());
        let step = Some(node::step(issue, StanceId::new(index)));
        let ground =
            Ground { key, name, step, low: Spot::new(share(index), 0.0), high: Spot::new(share(index + 1), border) };
        making.fill(ground, members);
    }
    let mut left = 0.0;
    for (area, members) in &others {
        // Each as wide as it has members, but with room for its name.
        let width = 0.15 + (1.0 - 0.15 * others.len() as f64) * members.len() as f64 / beside as f64;
        let (key, name) = (format!("apart-{area}"), apart[*area].clone());
        let ground = Ground { key, name, step: None, low: Spot::new(left, border), high: Spot::new(left + width, 1.0) };
        making.fill(ground, members);
        left += width;
    }
    Crowd::new(story, making.at, making.grounds, making.area)
}

struct Making {
    at: Vec<Spot>,
    grounds: Vec<Ground>,
    area: Vec<usize>,
}

impl Making {
    /// Members in even rows, every other row moved aside.
    fn fill(&mut self, ground: Ground, members: &[usize]) {
        let low = Spot::new(ground.low.x + GAP, ground.low.y + GAP);
        let high = Spot::new(ground.high.x - GAP, ground.high.y - GAP);
        let (left, width) = (low.x + EDGE, high.x - low.x - 2.0 * EDGE);
        let (top, height) = (low.y + TITLE, high.y - low.y - TITLE - EDGE);
        // The plan is drawn about 1.6 times as wide as high.
        let columns = libm::sqrt(members.len() as f64 * 1.6 * width / height).ceil().max(1.0);
        let rows = (members.len() as f64 / columns).ceil();
        for (rank, actor) in members.iter().enumerate() {
            let (row, column) = ((rank as f64 / columns).floor(), rank as f64 % columns);
            let aside = if row % 2.0 == 0.0 { 0.25 } else { 0.75 };
            self.at[*actor] = Spot::new(left + width * (column + aside) / columns, top + height * (row + 0.5) / rows);
            self.area[*actor] = self.grounds.len();
        }
        self.grounds.push(Ground { low, high, ..ground });
    }
}

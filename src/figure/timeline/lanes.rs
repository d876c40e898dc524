//! By what a timeline is divided into lanes, and how high each is.

use super::entries::Entry;
use super::pack::Lane;
use crate::locale::strings::explorer::ExplorerStrings;
use crate::story::Story;

/// So many actors have a lane of their own.
const MOST_ACTORS: usize = 12;
/// The name of a lane, and the least height of all of it, px.
const NAME: f64 = 19.0;
const MIN_LANE_HEIGHT: f64 = 56.0;
/// The height at which a lane shows whole labels, and that for many lanes, px.
const COMFORT: (f64, f64) = (112.0, 74.0);
const MANY: usize = 6;

/// What makes a lane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lanes {
    Phase,
    Group,
    Actor,
    #[default]
    One,
}

impl Lanes {
    pub const ALL: [Self; 4] = [Self::One, Self::Phase, Self::Group, Self::Actor];

    /// The word for links and attributes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Group => "group",
            Self::Actor => "actor",
            Self::One => "one",
        }
    }
}

/// The names of what lanes can stand for.
pub struct Names {
    phases: Vec<String>,
    groups: Vec<String>,
    actors: Vec<String>,
    /// Lanes beyond the busiest, and what belongs to none.
    others: &'static str,
    nobody: &'static str,
}

impl Names {
    pub fn of(story: &Story) -> Self {
        let words = ExplorerStrings::of(&story.lang);
        Self {
            phases: story
                .phases
                .iter()
                .map(|phase| phase.name.clone())
                .collect(),
            groups: story
                .groups
                .iter()
                .map(|group| group.name.clone())
                .collect(),
            actors: story
                .actors
                .iter()
                .map(|actor| actor.label().to_owned())
                .collect(),
            others: words.lane_others,
            nobody: words.lane_nobody,
        }
    }

    pub fn has(&self, lanes: Lanes) -> bool {
        match lanes {
            Lanes::One => true,
            Lanes::Phase => self.phases.len() > 1,
            Lanes::Group => self.groups.len() > 1,
            Lanes::Actor => self.actors.len() > 1,
        }
    }

    /// The height in which all lanes can be read, px.
    pub fn height(&self, lanes: Lanes, facts: &[Entry]) -> f64 {
        match self
            .lanes(lanes, facts, (0.0, f64::INFINITY), &|_| true)
            .0
            .len()
        {
            1 => 0.0,
            few if few <= MANY => few as f64 * COMFORT.0,
            many => many as f64 * COMFORT.1,
        }
    }

    /// The lanes from one height to another, and for each fact its lane; `None` for what is not
    /// shown. The busiest have their own.
    pub fn lanes(
        &self,
        lanes: Lanes,
        facts: &[Entry],
        (top, foot): (f64, f64),
        shown: &dyn Fn(&Entry) -> bool,
    ) -> (Vec<(Lane, String)>, Vec<Option<usize>>) {
        let of = |fact: &Entry| match lanes {
            Lanes::One => None,
            Lanes::Phase => Some(fact.phase),
            Lanes::Group => fact.group,
            Lanes::Actor => fact.actor,
        };
        let names: &[String] = match lanes {
            Lanes::One => &[],
            Lanes::Phase => &self.phases,
            Lanes::Group => &self.groups,
            Lanes::Actor => &self.actors,
        };
        let room = (((foot - top) / MIN_LANE_HEIGHT).max(1.0) as usize).min(MOST_ACTORS + 1);
        let (own, busy) = chosen(names.len(), facts.iter().map(of), room);
        let mut labels: Vec<(String, usize)> = own
            .iter()
            .map(|at| (names[*at].clone(), busy[*at]))
            .collect();
        let ranks: Vec<_> = (0..names.len())
            .map(|at| own.iter().position(|own| *own == at))
            .collect();
        let rest: Vec<_> = facts
            .iter()
            .filter(|fact| of(fact).is_none_or(|at| ranks[at].is_none()))
            .collect();
        if !rest.is_empty() || labels.is_empty() {
            let nobody = rest.iter().all(|fact| of(fact).is_none());
            let name = if nobody { self.nobody } else { self.others };
            let name = if labels.is_empty() { "" } else { name };
            labels.push((name.to_owned(), rest.len()));
        }
        let last = labels.len() - 1;
        let lane =
            |fact: &Entry| shown(fact).then(|| of(fact).and_then(|at| ranks[at]).unwrap_or(last));
        (
            stacked(labels, (top, foot)),
            facts.iter().map(lane).collect(),
        )
    }
}

/// Which things have a lane, in their order, and how busy each is.
fn chosen(
    count: usize,
    of: impl Iterator<Item = Option<usize>>,
    room: usize,
) -> (Vec<usize>, Vec<usize>) {
    let mut busy = vec![0; count];
    let mut rest = false;
    for at in of {
        match at {
            Some(at) => busy[at] += 1,
            None => rest = true,
        }
    }
    let mut own: Vec<usize> = (0..count).filter(|at| busy[*at] > 0).collect();
    own.sort_by_key(|at| (std::cmp::Reverse(busy[*at]), *at));
    if own.len() + usize::from(rest) > room {
        own.truncate(room.saturating_sub(1));
    }
    own.sort_unstable();
    (own, busy)
}

/// Lanes on top of each other: each with what it needs at least, the rest by how busy they are.
fn stacked(labels: Vec<(String, usize)>, (mut top, foot): (f64, f64)) -> Vec<(Lane, String)> {
    let height = if foot.is_finite() {
        (foot - top).max(0.0)
    } else {
        MIN_LANE_HEIGHT * labels.len() as f64
    };
    let weights: Vec<f64> = labels
        .iter()
        .map(|(_, busy)| (*busy as f64).sqrt())
        .collect();
    let all: f64 = weights.iter().sum::<f64>().max(1.0);
    let even = height / labels.len() as f64;
    let least = if even >= COMFORT.0 {
        COMFORT.0
    } else {
        COMFORT.1.max(MIN_LANE_HEIGHT).min(even)
    };
    let free = height - least * labels.len() as f64;
    let lanes = labels.into_iter().zip(weights).map(|((name, _), weight)| {
        let bottom = (top + least + free * weight / all).round();
        let labels = top + if name.is_empty() { 0.0 } else { NAME };
        let lane = Lane {
            top,
            labels,
            bottom,
        };
        top = bottom;
        (lane, name)
    });
    lanes.collect()
}

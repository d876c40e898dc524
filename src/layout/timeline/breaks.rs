//! An axis of several scales: where events crowd together and are far from the others, the axis breaks and goes on in a
//! scale of its own. Knows no events, only stretches of days.

use crate::scale::Scale;

/// Between two pieces, in px at the least width.
pub const BREAK: f64 = 26.0;
/// A piece has room for one date in words, in px at the least width.
const NARROWEST: f64 = 76.0;
/// From the end of a piece to its first mark, in px.
const INSET: f64 = 14.0;
/// Marks closer than this crowd, in px.
const NEAR: f64 = 22.0;
/// A break must save so much crowding: the sum of halvings by which neighbours come too close.
const COST: f64 = 3.0;
/// So many pieces at most.
const MOST: usize = 5;
/// Finding breaks takes time that grows with the square of the starts; beyond so many there are none.
const MOST_STARTS: usize = 200;

/// A stretch of the axis with a scale of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Section {
    pub domain: (f64, f64),
    /// In percent, with its insets.
    pub range: (f64, f64),
    pub scale: Scale,
}

/// The sections of an axis, from left to right; at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken(pub Vec<Section>);

impl Broken {
    /// Where an instant lies, in percent. What lies between two sections is drawn in the break between them.
    pub fn at(&self, instant: f64) -> f64 {
        let (first, last) = (self.0[0], self.0[self.0.len() - 1]);
        if instant < first.domain.0 {
            return first.range.0;
        }
        if instant > last.domain.1 {
            return last.range.1;
        }
        let within = self.0.iter().find(|section| instant <= section.domain.1).unwrap_or(&last);
        if instant >= within.domain.0 {
            return within.scale.at(instant);
        }
        let before = self.0.iter().rev().find(|section| section.domain.1 < instant).unwrap_or(&first);
        let (from, to) = (before.scale.at(before.domain.1), within.scale.at(within.domain.0));
        Scale::new((before.domain.1, within.domain.0), (from, to)).at(instant)
    }
}

/// Breaks an axis over `range` percent for stretches of days in the order of their starts; not empty.
/// `px` is how many px a percent is at the least width.
pub fn broken(spans: &[(f64, f64)], range: (f64, f64), px: f64) -> Broken {
    let starts: Vec<f64> = spans.iter().map(|span| span.0).collect();
    let room = (range.1 - range.0) * px;
    let most = ((room / (NARROWEST + BREAK)) as usize).clamp(1, MOST);
    let cuts = if starts.len() > MOST_STARTS { vec![] } else { cuts(&starts, room, most) };
    let edges: Vec<usize> = [0].into_iter().chain(cuts).chain([spans.len()]).collect();
    let runs: Vec<_> = edges.windows(2).map(|edge| edge[0]..edge[1]).collect();
    let free = room - BREAK * (runs.len() - 1) as f64 - NARROWEST * runs.len() as f64;
    let mut x = range.0;
    let sections = runs.iter().map(|run| {
        // More room for more events, but not in proportion: one event alone tells something too.
        let width = (NARROWEST + free * run.len() as f64 / spans.len() as f64) / px;
        let section = section(domain(spans, run.start, run.end), (x, x + width), px);
        x += width + BREAK / px;
        section
    });
    Broken(sections.collect())
}

fn section(domain: (f64, f64), range: (f64, f64), px: f64) -> Section {
    let inset = INSET / px;
    Section { domain, range, scale: Scale::new(domain, (range.0 + inset, range.1 - inset)) }
}

/// From the first start to the last end that does not reach into the next section, or its last start.
fn domain(spans: &[(f64, f64)], from: usize, to: usize) -> (f64, f64) {
    let limit = spans.get(to).map_or(f64::INFINITY, |next| next.0);
    let ends = spans[from..to].iter().map(|span| span.1).filter(|end| *end <= limit);
    (spans[from].0, ends.fold(spans[to - 1].0, f64::max))
}

/// The indices before which the axis breaks: those that leave the least crowding for their number.
fn cuts(starts: &[f64], room: f64, most: usize) -> Vec<usize> {
    let count = starts.len();
    // best[k][end]: the least cost of the first `end` starts in k + 1 sections, and where the last of these begins.
    let mut best: Vec<Vec<(f64, usize)>> =
        vec![(0..=count).map(|end| (crowding(&starts[..end], room, count), 0)).collect()];
    for sections in 1..most {
        let before = &best[sections - 1];
        let row = (0..=count).map(|end| {
            let cut = |at: usize| (before[at].0 + crowding(&starts[at..end], room, count) + COST, at);
            let cuts = (1..end).filter(|at| starts[at - 1] < starts[*at]).map(cut);
            cuts.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f64::INFINITY, 0))
        });
        best.push(row.collect());
    }
    let sections = (0..most).min_by(|a, b| best[*a][count].0.total_cmp(&best[*b][count].0)).unwrap_or(0);
    let mut cuts = Vec::new();
    let mut end = count;
    for row in best[1..=sections].iter().rev() {
        end = row[end].1;
        cuts.insert(0, end);
    }
    cuts
}

/// How much neighbours crowd on a linear scale: for each gap, how often it had to be doubled to be wide enough.
/// Events of the same time crowd at any scale, and do not count.
fn crowding(starts: &[f64], room: f64, count: usize) -> f64 {
    let (Some(first), Some(last)) = (starts.first(), starts.last()) else { return 0.0 };
    let width = room * starts.len() as f64 / count as f64;
    let cost = |pair: &[f64]| {
        let px = (pair[1] - pair[0]) / (last - first) * width;
        if px > 0.0 { libm::log2(NEAR / px).clamp(0.0, 6.0) } else { 0.0 }
    };
    if last > first { starts.windows(2).map(cost).sum() } else { 0.0 }
}

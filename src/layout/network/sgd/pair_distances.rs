//! How far each node is from those it meets in the turns of a tournament. Knows no places.
//!
//! Searches from many nodes go the same ways, so 64 of them go at once, in the bits of a word: M.
//! Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal" (VLDB 2014). The
//! farther apart the nodes of a graph are, the less the searches have in common: in a deep graph,
//! such as a chain, each goes alone. Both ways find the same.

use super::graph::{Graph, Room};

/// The searches that go at once.
const BATCH: usize = u64::BITS as usize;

/// Up to so many lines from one node to the farthest, searches go at once. Two nodes are at most
/// twice as far.
const DEEP: u16 = 80;

/// The distances of all nodes in the first turn, then in the next. In turn t, each node meets the
/// one t + 1 places further.
pub fn far(graph: &Graph, turns: &[usize]) -> Vec<u16> {
    let mut depth = 0;
    graph.from(0, &mut Room::new(graph.count()), |_, distance| {
        depth = distance
    });
    if depth <= DEEP {
        together(graph, turns)
    } else {
        alone(graph, turns)
    }
}

/// By one search from each node; 0 for those that no way joins.
fn alone(graph: &Graph, turns: &[usize]) -> Vec<u16> {
    let count = graph.count();
    let mut far = vec![0; turns.len() * count];
    let (mut room, mut away) = (Room::new(count), vec![0; count]);
    for one in 0..count {
        away.fill(0);
        graph.from(one, &mut room, |other, distance| away[other] = distance);
        for (row, turn) in far.chunks_mut(count).zip(turns) {
            row[one] = away[(one + turn + 1) % count];
        }
    }
    far
}

/// By searches from 64 nodes at once; 0 for those that no way joins.
fn together(graph: &Graph, turns: &[usize]) -> Vec<u16> {
    let count = graph.count();
    let mut far = vec![0; turns.len() * count];
    let mut searches = Searches::new(count);
    for first in (0..count).step_by(BATCH) {
        let size = BATCH.min(count - first);
        searches.run(graph, first, size);
        for (row, turn) in far.chunks_mut(count).zip(turns) {
            searches.read(&mut row[first..first + size], (first + turn + 1) % count);
        }
    }
    far
}

/// Searches from nodes in a row, a bit for each.
struct Searches {
    /// Which searches have reached each node, and which have just reached a neighbour of it.
    seen: Vec<u64>,
    near: Vec<u64>,
    /// The nodes that searches reached last, and which did for the first time.
    fresh: Vec<(u32, u64)>,
    /// The distances: the lowest binary digit of all, then the next. The first nodes follow once
    /// more behind the last.
    digits: Vec<Vec<u64>>,
}

impl Searches {
    fn new(count: usize) -> Self {
        Self {
            seen: vec![0; count],
            near: vec![0; count],
            fresh: Vec::with_capacity(count + 1),
            digits: Vec::new(),
        }
    }

    /// From `size` nodes, starting with `first`.
    fn run(&mut self, graph: &Graph, first: usize, size: usize) {
        self.seen.fill(0);
        self.digits.clear();
        self.fresh
            .extend((0..size).map(|bit| ((first + bit) as u32, 1 << bit)));
        let mut distance = 0;
        while !self.fresh.is_empty() {
            self.note(distance);
            self.step(graph);
            distance += 1;
        }
        self.digits
            .iter_mut()
            .for_each(|digit| digit.extend_from_within(..size));
    }

    /// Writes the distance of the nodes that were reached last.
    fn note(&mut self, distance: usize) {
        self.fresh
            .iter()
            .for_each(|(node, searches)| self.seen[*node as usize] |= searches);
        while distance >> self.digits.len() > 0 {
            self.digits.push(vec![0; self.seen.len()]);
        }
        for (_, digit) in self
            .digits
            .iter_mut()
            .enumerate()
            .filter(|(power, _)| distance >> power & 1 == 1)
        {
            self.fresh
                .iter()
                .for_each(|(node, searches)| digit[*node as usize] |= searches);
        }
    }

    /// All searches by one line further.
    fn step(&mut self, graph: &Graph) {
        for (node, searches) in &self.fresh {
            graph
                .neighbours(*node as usize)
                .iter()
                .for_each(|other| self.near[*other as usize] |= searches);
        }
        self.fresh.resize(self.seen.len() + 1, (0, 0));
        let mut end = 0;
        for (node, (near, seen)) in self.near.iter_mut().zip(&self.seen).enumerate() {
            // Written in any case, to stay only if a search is new: no processor foresees which
            // are, and a wrong guess costs more.
            let searches = std::mem::take(near) & !seen;
            self.fresh[end] = (node as u32, searches);
            end += usize::from(searches != 0);
        }
        self.fresh.truncate(end);
    }

    /// How far the first search's start is from `other`, the second's from the node after it, and
    /// so on.
    fn read(&self, far: &mut [u16], other: usize) {
        for (power, digit) in self.digits.iter().enumerate() {
            for (bit, (far, digit)) in far.iter_mut().zip(&digit[other..]).enumerate() {
                *far |= ((digit >> bit & 1) as u16) << power;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::rng::Rng;
    use super::*;

    /// Both searches find the same, and not nothing.
    fn agree(n: usize, edges: &[(u32, u32)]) {
        let (graph, turns) = (Graph::new(n, edges), Rng(1).order(n / 2));
        let alone = alone(&graph, &turns);
        assert_eq!(together(&graph, &turns), alone, "{n} nodes");
        assert!(
            n < 2 || alone.iter().any(|distance| *distance > 0),
            "{n} nodes"
        );
    }

    fn chain(n: u32) -> Vec<(u32, u32)> {
        (1..n).map(|node| (node - 1, node)).collect()
    }

    fn random(n: u32, edges: u32) -> Vec<(u32, u32)> {
        let mut rng = Rng(7);
        (0..edges)
            .map(|_| (rng.below(n as usize) as u32, rng.below(n as usize) as u32))
            .collect()
    }

    #[test]
    fn searches_at_once_and_alone_agree() {
        // Fewer than 64 nodes, as many, and some more.
        for n in [1, 2, 3, 63, 64, 65, 128, 200] {
            agree(n as usize, &chain(n));
            agree(n as usize, &random(n, 3 * n + 1));
        }
        // Of several parts.
        agree(300, &random(300, 150));
    }
}

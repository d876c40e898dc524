//! The distances of the nodes that meet in the turns of a tournament.
//!
//! Searches from many nodes take the same paths, so 64 of them run at once, in the bits of a word:
//! M. Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal" (VLDB 2014). The
//! deeper a graph, the less the searches have in common: in a chain, for example, each runs alone.
//! Both ways find the same.

use crate::layout::graph::{Graph, Search};

/// The number of searches that run at once.
const BATCH: usize = u64::BITS as usize;

/// Up to this distance from one node to the farthest, searches run at once. Two nodes are at most
/// twice as far from each other.
const MAX_BATCHED_DEPTH: u16 = 80;

/// The distances of all nodes from their partners in the first turn, then in the next. In turn t,
/// each node meets the one t + 1 places further.
pub fn pair_distances(graph: &Graph, turns: &[usize]) -> Vec<u16> {
    let mut depth = 0;
    graph.breadth_first(0, &mut Search::new(graph.count()), |_, distance| {
        depth = distance
    });
    if depth <= MAX_BATCHED_DEPTH {
        batched(graph, turns)
    } else {
        one_by_one(graph, turns)
    }
}

/// By one search from each node; 0 for pairs that no path joins.
fn one_by_one(graph: &Graph, turns: &[usize]) -> Vec<u16> {
    let count = graph.count();
    let mut pairs = vec![0; turns.len() * count];
    let (mut search, mut distances) = (Search::new(count), vec![0; count]);
    for start in 0..count {
        distances.fill(0);
        graph.breadth_first(start, &mut search, |node, distance| {
            distances[node] = distance
        });
        for (row, turn) in pairs.chunks_mut(count).zip(turns) {
            row[start] = distances[(start + turn + 1) % count];
        }
    }
    pairs
}

/// By searches from 64 nodes at once; 0 for pairs that no path joins.
fn batched(graph: &Graph, turns: &[usize]) -> Vec<u16> {
    let count = graph.count();
    let mut pairs = vec![0; turns.len() * count];
    let mut searches = Searches::new(count);
    for first in (0..count).step_by(BATCH) {
        let size = BATCH.min(count - first);
        searches.run(graph, first, size);
        for (row, turn) in pairs.chunks_mut(count).zip(turns) {
            searches.read(&mut row[first..first + size], (first + turn + 1) % count);
        }
    }
    pairs
}

/// Searches from consecutive nodes, a bit for each.
struct Searches {
    /// Which searches have reached each node, and which have just reached a neighbour of it.
    visited: Vec<u64>,
    adjacent: Vec<u64>,
    /// The nodes reached in the last step, and the searches that reached them for the first time.
    frontier: Vec<(u32, u64)>,
    /// The distances: the lowest binary digit of all, then the next. The first nodes are repeated
    /// after the last.
    digits: Vec<Vec<u64>>,
}

impl Searches {
    fn new(count: usize) -> Self {
        Self {
            visited: vec![0; count],
            adjacent: vec![0; count],
            frontier: Vec::with_capacity(count + 1),
            digits: Vec::new(),
        }
    }

    /// From `size` nodes, starting with `first`.
    fn run(&mut self, graph: &Graph, first: usize, size: usize) {
        self.visited.fill(0);
        self.digits.clear();
        self.frontier
            .extend((0..size).map(|bit| ((first + bit) as u32, 1 << bit)));
        let mut distance = 0;
        while !self.frontier.is_empty() {
            self.write(distance);
            self.step(graph);
            distance += 1;
        }
        self.digits
            .iter_mut()
            .for_each(|digit| digit.extend_from_within(..size));
    }

    /// Writes the distance of the nodes in the frontier.
    fn write(&mut self, distance: usize) {
        self.frontier
            .iter()
            .for_each(|(node, searches)| self.visited[*node as usize] |= searches);
        while distance >> self.digits.len() > 0 {
            self.digits.push(vec![0; self.visited.len()]);
        }
        for (_, digit) in self
            .digits
            .iter_mut()
            .enumerate()
            .filter(|(power, _)| distance >> power & 1 == 1)
        {
            self.frontier
                .iter()
                .for_each(|(node, searches)| digit[*node as usize] |= searches);
        }
    }

    /// Moves all searches one edge further.
    fn step(&mut self, graph: &Graph) {
        for (node, searches) in &self.frontier {
            graph
                .neighbours(*node as usize)
                .iter()
                .for_each(|neighbour| self.adjacent[*neighbour as usize] |= searches);
        }
        self.frontier.resize(self.visited.len() + 1, (0, 0));
        let mut end = 0;
        for (node, (adjacent, visited)) in self.adjacent.iter_mut().zip(&self.visited).enumerate() {
            // Written unconditionally, and kept only if a search is new: the branch is
            // unpredictable, and mispredicting costs more.
            let searches = std::mem::take(adjacent) & !visited;
            self.frontier[end] = (node as u32, searches);
            end += usize::from(searches != 0);
        }
        self.frontier.truncate(end);
    }

    /// Reads how far the first search's start is from `node`, the second's from the node after it,
    /// and so on.
    fn read(&self, distances: &mut [u16], node: usize) {
        for (power, digit) in self.digits.iter().enumerate() {
            for (bit, (distance, digit)) in distances.iter_mut().zip(&digit[node..]).enumerate() {
                *distance |= ((digit >> bit & 1) as u16) << power;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::rng::Rng;

    /// Checks that both searches find the same, and not nothing.
    fn check(count: usize, edges: &[(u32, u32)]) {
        let (graph, turns) = (Graph::new(count, edges), Rng(1).order(count / 2));
        let expected = one_by_one(&graph, &turns);
        assert_eq!(batched(&graph, &turns), expected, "{count} nodes");
        assert!(
            count < 2 || expected.iter().any(|distance| *distance > 0),
            "{count} nodes"
        );
    }

    fn chain(count: u32) -> Vec<(u32, u32)> {
        (1..count).map(|node| (node - 1, node)).collect()
    }

    fn random(count: u32, edges: u32) -> Vec<(u32, u32)> {
        let mut rng = Rng(7);
        let mut node = || rng.below(count as usize) as u32;
        (0..edges).map(|_| (node(), node())).collect()
    }

    #[test]
    fn batched_and_single_searches_agree() {
        // Fewer than 64 nodes, exactly 64, and more.
        for count in [1, 2, 3, 63, 64, 65, 128, 200] {
            check(count as usize, &chain(count));
            check(count as usize, &random(count, 3 * count + 1));
        }
        // Of several components.
        check(300, &random(300, 150));
    }
}

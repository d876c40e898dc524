//! Layout of a graph so that distances on paper are those along its edges: stress minimised by
//! stochastic gradient descent.
//!
//! The method is that of J. X. Zheng, S. Pawar and D. F. M. Goodman, "Graph Drawing by Stochastic
//! Gradient Descent" (IEEE TVCG 2018, arXiv:1710.04626): one pair of nodes after the other is moved
//! toward its ideal distance, by steps that grow smaller. The pairs come in the rounds of a
//! round-robin tournament, in each of which a node is once on each side, so that successive steps
//! do not wait for each other. In a large graph only some rounds are played: a sparse stress
//! (M. Ortmann, M. Klimenta and U. Brandes, "A Sparse Stress Model", arXiv:1608.08909), but with
//! its own sample for each node instead of the same pivots for all. Small graphs are then refined
//! by majorisation (E. R. Gansner, Y. Koren and S. North, "Graph Drawing by Stress Majorization",
//! GD 2004), from several starts.
//!
//! Only additions, multiplications, divisions and square roots: the same bytes on every machine.

pub mod majorize;
mod descend;
mod pack;
mod pair_distances;

use super::graph::Graph;
use crate::geometry::Vec2;

/// Up to this many nodes, several starts are tried.
const MAX_MAJORIZED: usize = 120;

/// Iterations of the descent for larger graphs, and for those of over a thousand nodes, of which
/// only a sample of the pairs is moved.
const ITERATIONS: [usize; 2] = [12, 8];

/// A point for each of `count` nodes; two that share an edge are about 1 apart. Components are
/// placed beside each other.
pub fn stress_layout(count: usize, edges: &[(u32, u32)]) -> Vec<Vec2> {
    let graph = Graph::new(count, edges);
    let components = graph.components();
    let placed = components
        .iter()
        .map(|nodes| connected(&graph.subgraph(nodes)))
        .collect();
    let mut points = vec![Vec2::ZERO; count];
    for (nodes, component) in components.iter().zip(pack::in_rows(placed)) {
        for (node, point) in nodes.iter().zip(component) {
            points[*node] = point;
        }
    }
    points
}

/// Lays out a connected graph.
fn connected(graph: &Graph) -> Vec<Vec2> {
    match graph.count() {
        0 => Vec::new(),
        1 => vec![Vec2::ZERO],
        count if count <= MAX_MAJORIZED => majorize::best_of_several(graph),
        count => descend::descend(graph, 1, ITERATIONS[usize::from(count > 1000)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(points: &[Vec2], a: usize, b: usize) -> f64 {
        (points[a] - points[b]).length()
    }

    /// A square grid of `side` times `side` nodes.
    fn grid(side: u32) -> Vec<(u32, u32)> {
        let across = (0..side * side)
            .filter(|node| node % side + 1 < side)
            .map(|node| (node, node + 1));
        let down = (0..side * (side - 1)).map(|node| (node, node + side));
        across.chain(down).collect()
    }

    #[test]
    fn a_chain_is_straight() {
        let points = stress_layout(4, &[(0, 1), (1, 2), (2, 3)]);
        assert!(
            (distance(&points, 0, 1) - 1.0).abs() < 0.01
                && (distance(&points, 0, 3) - 3.0).abs() < 0.02,
            "{points:?}"
        );
    }

    #[test]
    fn small_and_large_grids_unfold() {
        for side in [8, 20, 45] {
            let points = stress_layout((side * side) as usize, &grid(side));
            // The straight line is shorter than the path along the edges: by a factor between 1 and
            // twice the root of 2.
            let diagonal =
                distance(&points, 0, (side * side - 1) as usize) / f64::from(2 * side - 2);
            assert!((0.55..1.0).contains(&diagonal), "{side}: {diagonal}");
            assert!(
                (0..side - 1).all(|node| distance(&points, node as usize, node as usize + 1) < 2.0),
                "{side}"
            );
        }
    }

    #[test]
    fn components_are_placed_beside_each_other() {
        let points = stress_layout(5, &[(0, 1), (2, 3), (7, 1), (4, 4)]);
        for a in 0..5 {
            assert!((0..a).all(|b| distance(&points, a, b) > 0.9), "{points:?}");
        }
    }

    #[test]
    fn an_empty_graph_has_a_layout() {
        assert_eq!(stress_layout(0, &[]), []);
        assert_eq!(stress_layout(1, &[(0, 0)]), [Vec2::ZERO]);
    }

    #[test]
    fn the_same_graph_has_the_same_layout() {
        assert_eq!(stress_layout(100, &grid(10)), stress_layout(100, &grid(10)));
    }
}

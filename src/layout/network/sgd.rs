//! Layout of any graph so that distances on paper are those along its lines: stress minimised by
//! stochastic gradient descent. Knows no boxes, no groups and no story.
//!
//! The method is that of J. X. Zheng, S. Pawar and D. F. M. Goodman, "Graph Drawing by Stochastic
//! Gradient Descent" (IEEE TVCG 2018, arXiv:1710.04626): one pair of nodes after the other is moved
//! toward its wanted distance, by steps that grow smaller. The pairs go in turns in which each node
//! stands once on each side, as in a tournament, so that neighbouring steps do not wait for each
//! other. In a large graph only some turns are played: a sparse stress (M. Ortmann, M. Klimenta and
//! U. Brandes, "A Sparse Stress Model", arXiv:1608.08909), but with others for each node instead of
//! the same pivots for all. Small graphs are then settled by majorisation (E. R. Gansner, Y. Koren
//! and S. North, "Graph Drawing by Stress Majorization", GD 2004), from several starts.
//!
//! Only additions, multiplications, divisions and square roots: the same bytes on every machine.

mod graph;
mod pair_distances;
mod pack;
mod majorize;
mod descend;

use graph::Graph;

/// Up to so many nodes, several starts are tried.
const SMALL: usize = 120;

/// Rounds of the descent for larger graphs, and for those of over a thousand nodes, of which only a
/// sample of the pairs is played.
const ROUNDS: [usize; 2] = [12, 8];

/// A place for each of `n` nodes; two that share a line are about one apart. Parts that no line
/// joins stand beside each other.
pub fn stress_layout(n: usize, edges: &[(u32, u32)]) -> Vec<(f64, f64)> {
    let graph = Graph::new(n, edges);
    let parts = graph.parts();
    let placed = parts
        .iter()
        .map(|part| connected(&graph.only(part)))
        .collect();
    let mut places = vec![(0.0, 0.0); n];
    for (part, at) in parts.iter().zip(pack::beside(placed)) {
        for (node, place) in part.iter().zip(at) {
            places[*node] = place;
        }
    }
    places
}

/// A graph of one part.
fn connected(graph: &Graph) -> Vec<(f64, f64)> {
    match graph.count() {
        0 => Vec::new(),
        1 => vec![(0.0, 0.0)],
        count if count <= SMALL => majorize::best(graph),
        count => descend::down(graph, 1, ROUNDS[usize::from(count > 1000)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(places: &[(f64, f64)], one: usize, other: usize) -> f64 {
        let (across, down) = (
            places[one].0 - places[other].0,
            places[one].1 - places[other].1,
        );
        (across * across + down * down).sqrt()
    }

    /// A square net of `side` times `side` nodes.
    fn net(side: u32) -> Vec<(u32, u32)> {
        let across = (0..side * side)
            .filter(|node| node % side + 1 < side)
            .map(|node| (node, node + 1));
        let down = (0..side * (side - 1)).map(|node| (node, node + side));
        across.chain(down).collect()
    }

    #[test]
    fn a_chain_lies_straight() {
        let places = stress_layout(4, &[(0, 1), (1, 2), (2, 3)]);
        assert!(
            (length(&places, 0, 1) - 1.0).abs() < 0.01
                && (length(&places, 0, 3) - 3.0).abs() < 0.02,
            "{places:?}"
        );
    }

    #[test]
    fn a_net_is_unfolded_small_and_large() {
        for side in [8, 20, 45] {
            let places = stress_layout((side * side) as usize, &net(side));
            // Straight across is shorter than along the lines: between 1 and 2 times the root of 2
            // shorter.
            let across = length(&places, 0, (side * side - 1) as usize) / f64::from(2 * side - 2);
            assert!((0.55..1.0).contains(&across), "{side}: {across}");
            assert!(
                (0..side - 1).all(|node| length(&places, node as usize, node as usize + 1) < 2.0),
                "{side}"
            );
        }
    }

    #[test]
    fn parts_that_no_line_joins_stand_beside_each_other() {
        let places = stress_layout(5, &[(0, 1), (2, 3), (7, 1), (4, 4)]);
        for one in 0..5 {
            assert!(
                (0..one).all(|other| length(&places, one, other) > 0.9),
                "{places:?}"
            );
        }
    }

    #[test]
    fn nothing_has_a_layout_too() {
        assert_eq!(
            (stress_layout(0, &[]), stress_layout(1, &[(0, 0)])),
            (Vec::new(), vec![(0.0, 0.0)])
        );
    }

    #[test]
    fn the_same_graph_lies_the_same() {
        assert_eq!(stress_layout(100, &net(10)), stress_layout(100, &net(10)));
    }
}

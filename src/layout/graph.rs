//! An undirected graph: neighbours, distances along its edges, connected components.

pub struct Graph {
    /// Where each node's neighbours start in `neighbours`; one more entry for the end.
    starts: Vec<u32>,
    neighbours: Vec<u32>,
}

impl Graph {
    /// Edges point both ways; loops and edges to nodes that do not exist are left out.
    pub fn new(count: usize, edges: &[(u32, u32)]) -> Self {
        let ends = || {
            let is_valid =
                |(a, b): &&(u32, u32)| a != b && (*a as usize) < count && (*b as usize) < count;
            edges
                .iter()
                .filter(is_valid)
                .flat_map(|(a, b)| [(*a, *b), (*b, *a)])
        };
        let mut starts = vec![0u32; count + 1];
        ends().for_each(|(from, _)| starts[from as usize + 1] += 1);
        (0..count).for_each(|node| starts[node + 1] += starts[node]);
        let mut free = starts.clone();
        let mut neighbours = vec![0; starts[count] as usize];
        for (from, to) in ends() {
            neighbours[free[from as usize] as usize] = to;
            free[from as usize] += 1;
        }
        Self { starts, neighbours }
    }

    pub fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// In the order of the edges; one that several edges lead to is there several times.
    pub fn neighbours(&self, node: usize) -> &[u32] {
        &self.neighbours[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// Connected components by their first nodes, each in rising order.
    pub fn components(&self) -> Vec<Vec<usize>> {
        let mut found = vec![false; self.count()];
        let mut search = Search::new(self.count());
        let mut components = Vec::new();
        for start in 0..self.count() {
            if found[start] {
                continue;
            }
            let mut members = Vec::new();
            self.breadth_first(start, &mut search, |node, _| {
                found[node] = true;
                members.push(node);
            });
            members.sort_unstable();
            components.push(members);
        }
        components
    }

    /// The graph of some nodes alone, `nodes[i]` as node i; no edge may lead out of them.
    pub fn subgraph(&self, nodes: &[usize]) -> Self {
        let mut number = vec![u32::MAX; self.count()];
        nodes
            .iter()
            .enumerate()
            .for_each(|(index, node)| number[*node] = index as u32);
        let (mut starts, mut neighbours) = (vec![0], Vec::new());
        for node in nodes {
            let renumbered = self.neighbours(*node).iter();
            neighbours.extend(renumbered.map(|neighbour| number[*neighbour as usize]));
            starts.push(neighbours.len() as u32);
        }
        Self { starts, neighbours }
    }

    /// How many edges each node is from `start`; `None` where none lead.
    pub fn distances(&self, start: usize) -> Vec<Option<u16>> {
        let mut distances = vec![None; self.count()];
        self.breadth_first(start, &mut Search::new(self.count()), |node, distance| {
            distances[node] = Some(distance);
        });
        distances
    }

    /// Visits each node that edges lead to from `start`, `start` included, nearest first, with its
    /// distance in edges.
    pub fn breadth_first(
        &self,
        start: usize,
        search: &mut Search,
        mut visit: impl FnMut(usize, u16),
    ) {
        search.round += 1;
        search.queue.clear();
        search.queue.push((start as u32, 0));
        search.visited[start] = search.round;
        let mut next = 0;
        while let Some(&(node, distance)) = search.queue.get(next) {
            next += 1;
            visit(node as usize, distance);
            for neighbour in self.neighbours(node as usize) {
                if search.visited[*neighbour as usize] != search.round {
                    search.visited[*neighbour as usize] = search.round;
                    search.queue.push((*neighbour, distance.saturating_add(1)));
                }
            }
        }
    }
}

/// The memory of a search, to be used again for the next one.
pub struct Search {
    /// The number of the last search that reached each node.
    visited: Vec<u32>,
    round: u32,
    queue: Vec<(u32, u16)>,
}

impl Search {
    pub fn new(count: usize) -> Self {
        Self {
            visited: vec![0; count],
            round: 0,
            queue: Vec::with_capacity(count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Graph;

    #[test]
    fn distances_ignore_loops_and_missing_nodes() {
        let graph = Graph::new(5, &[(0, 1), (2, 1), (1, 1), (3, 9), (0, 1)]);
        assert_eq!(graph.distances(0), [Some(0), Some(1), Some(2), None, None]);
        assert_eq!(graph.neighbours(1), [0, 2, 0]);
    }

    #[test]
    fn components_keep_the_order_of_nodes() {
        let graph = Graph::new(5, &[(4, 0), (3, 1)]);
        assert_eq!(graph.components(), [vec![0, 4], vec![1, 3], vec![2]]);
        assert_eq!(graph.subgraph(&[4, 0]).neighbours(0), [1]);
    }
}

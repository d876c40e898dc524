//! A graph as lists of neighbours, and how far its nodes are from each other along its lines. Knows
//! no places.

pub struct Graph {
    /// Where each node's neighbours start in `others`; one more entry for the end.
    starts: Vec<u32>,
    others: Vec<u32>,
}

impl Graph {
    /// Lines whichever way they point; those from a node to itself and to nodes that are not there
    /// are left out.
    pub fn new(n: usize, edges: &[(u32, u32)]) -> Self {
        let ends = || {
            let sound = |(a, b): &&(u32, u32)| a != b && (*a as usize) < n && (*b as usize) < n;
            edges
                .iter()
                .filter(sound)
                .flat_map(|(a, b)| [(*a, *b), (*b, *a)])
        };
        let mut starts = vec![0u32; n + 1];
        ends().for_each(|(from, _)| starts[from as usize + 1] += 1);
        (0..n).for_each(|node| starts[node + 1] += starts[node]);
        let mut free = starts.clone();
        let mut others = vec![0; starts[n] as usize];
        for (from, to) in ends() {
            others[free[from as usize] as usize] = to;
            free[from as usize] += 1;
        }
        Self { starts, others }
    }

    pub fn count(&self) -> usize {
        self.starts.len() - 1
    }

    pub fn neighbours(&self, node: usize) -> &[u32] {
        &self.others[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// The nodes that lines join, part by part, each in rising order.
    pub fn parts(&self) -> Vec<Vec<usize>> {
        let mut part_of = vec![usize::MAX; self.count()];
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for start in 0..self.count() {
            if part_of[start] != usize::MAX {
                continue;
            }
            let (part, mut waiting) = (parts.len(), vec![start]);
            part_of[start] = part;
            let mut members = Vec::new();
            while let Some(node) = waiting.pop() {
                members.push(node);
                for other in self.neighbours(node) {
                    if part_of[*other as usize] == usize::MAX {
                        part_of[*other as usize] = part;
                        waiting.push(*other as usize);
                    }
                }
            }
            members.sort_unstable();
            parts.push(members);
        }
        parts
    }

    /// The graph of one part alone, its nodes numbered in the part's order.
    pub fn only(&self, part: &[usize]) -> Self {
        let mut number = vec![u32::MAX; self.count()];
        part.iter()
            .enumerate()
            .for_each(|(index, node)| number[*node] = index as u32);
        self.renumbered(part, &number)
    }

    /// The same graph with the node `order[i]` as node i.
    pub fn ordered(&self, order: &[usize]) -> Self {
        self.only(order)
    }

    fn renumbered(&self, nodes: &[usize], number: &[u32]) -> Self {
        let (mut starts, mut others) = (vec![0], Vec::new());
        for node in nodes {
            others.extend(
                self.neighbours(*node)
                    .iter()
                    .map(|other| number[*other as usize]),
            );
            starts.push(others.len() as u32);
        }
        Self { starts, others }
    }

    /// Breadth first from one node: tells each node and how many lines away it is, nearest first,
    /// `start` included.
    pub fn from(&self, start: usize, room: &mut Room, mut tell: impl FnMut(usize, u16)) {
        room.round += 1;
        room.queue.clear();
        room.queue.push((start as u32, 0));
        room.seen[start] = room.round;
        let mut next = 0;
        while let Some(&(node, far)) = room.queue.get(next) {
            next += 1;
            tell(node as usize, far);
            for other in self.neighbours(node as usize) {
                if room.seen[*other as usize] != room.round {
                    room.seen[*other as usize] = room.round;
                    room.queue.push((*other, far.saturating_add(1)));
                }
            }
        }
    }
}

/// What searches write on, used again and again.
pub struct Room {
    seen: Vec<u32>,
    round: u32,
    queue: Vec<(u32, u16)>,
}

impl Room {
    pub fn new(count: usize) -> Self {
        Self {
            seen: vec![0; count],
            round: 0,
            queue: Vec::with_capacity(count),
        }
    }
}

// Reads "n\n a b\n a b..." on stdin, runs one layout crate, prints the milliseconds and
// then one "x y" a line.
use std::io::Read;
use std::time::Instant;
fn main() {
    let which = std::env::args().nth(1).expect("name");
    let mut s = String::new();
    std::io::stdin().read_to_string(&mut s).unwrap();
    let mut l = s.lines();
    let n: usize = l.next().unwrap().trim().parse().unwrap();
    let edges: Vec<(usize, usize)> = l
        .map(|x| {
            let mut i = x.split(' ').map(|v| v.parse().unwrap());
            (i.next().unwrap(), i.next().unwrap())
        })
        .collect();
    let (ms, pos): (f64, Vec<[f64; 2]>) = match which.as_str() {
        "fjadra" => {
            use fjadra::{Center, Link, ManyBody, Node, SimulationBuilder};
            let t = Instant::now();
            let mut sim = SimulationBuilder::default()
                .build((0..n).map(|_| Node::default()))
                .add_force("l", Link::new(edges.iter().copied()))
                .add_force("c", ManyBody::new())
                .add_force("m", Center::new());
            sim.tick(300);
            let p = sim.positions().collect();
            (t.elapsed().as_secs_f64() * 1e3, p)
        }
        "fdg-sim" => {
            use fdg_sim::{ForceGraph, ForceGraphHelper, Simulation, SimulationParameters};
            let t = Instant::now();
            let mut g: ForceGraph<(), ()> = ForceGraph::default();
            let ix: Vec<_> = (0..n)
                .map(|i| g.add_force_node(i.to_string(), ()))
                .collect();
            for (a, b) in &edges {
                g.add_edge(ix[*a], ix[*b], ());
            }
            let mut sim = Simulation::from_graph(g, SimulationParameters::default());
            for _ in 0..300 {
                sim.update(0.035);
            }
            let p = sim
                .get_graph()
                .node_weights()
                .map(|v| [v.location.x as f64, v.location.y as f64])
                .collect();
            (t.elapsed().as_secs_f64() * 1e3, p)
        }
        "force_graph" => {
            use force_graph::{EdgeData, ForceGraph, NodeData};
            let t = Instant::now();
            let mut g = <ForceGraph>::new(Default::default());
            let ix: Vec<_> = (0..n)
                .map(|i| {
                    let a = i as f32 * 2.399963;
                    let r = 10.0 * (i as f32 + 0.5).sqrt();
                    g.add_node(NodeData {
                        x: r * a.cos(),
                        y: r * a.sin(),
                        ..Default::default()
                    })
                })
                .collect();
            for (a, b) in &edges {
                g.add_edge(ix[*a], ix[*b], EdgeData::default());
            }
            for _ in 0..300 {
                g.update(0.035);
            }
            let mut p = vec![[0.0; 2]; n];
            let mut k = 0;
            g.visit_nodes(|v| {
                p[k] = [v.x() as f64, v.y() as f64];
                k += 1;
            });
            (t.elapsed().as_secs_f64() * 1e3, p)
        }
        _ => panic!("unknown"),
    };
    let mut o = format!("{ms}\n");
    for [x, y] in pos {
        o.push_str(&format!("{x} {y}\n"));
    }
    print!("{o}");
}

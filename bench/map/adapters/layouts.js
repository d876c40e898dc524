// Layout only, no drawing. window.__layout(name, graph, seed) -> {ms, pos, note}. A page of ours
// may define the same function.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { forceSimulation, forceLink, forceManyBody, forceCenter } from "d3-force";
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { Network } from "vis-network";
import { Layout as Cola } from "webcola";
import ELK from "elkjs/lib/elk.bundled.js";
import { Graphviz } from "@hpcc-js/wasm-graphviz";
cytoscape.use(fcose);
const rng = (s) => () => {
  s |= 0;
  s = (s + 0x6d2b79f5) | 0;
  let t = Math.imul(s ^ (s >>> 15), 1 | s);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const now = () => performance.now();
const viaElk = (opts) => async (g) => {
  const elk = new ELK(),
    t = now();
  const r = await elk.layout({
    id: "r",
    layoutOptions: opts,
    children: g.nodes.map((_, i) => ({ id: "n" + i, width: 12, height: 12 })),
    edges: g.edges.map(([a, b], i) => ({ id: "e" + i, sources: ["n" + a], targets: ["n" + b] })),
  });
  const ms = now() - t;
  const pos = [];
  r.children.forEach((c) => {
    pos[+c.id.slice(1)] = [c.x, c.y];
  });
  return { ms, pos };
};
let gv;
const viaGv = (engine) => async (g) => {
  gv = gv || (await Graphviz.load());
  const dot =
      'graph{node[shape=circle,label="",width=0.16,fixedsize=true];' +
      g.nodes.map((_, i) => `n${i};`).join("") +
      g.edges.map(([a, b]) => `n${a}--n${b};`).join("") +
      "}",
    t = now(),
    out = gv.layout(dot, "plain", engine),
    ms = now() - t,
    pos = [];
  for (const m of out.matchAll(/^node n(\d+) (\S+) (\S+)/gm)) pos[+m[1]] = [+m[2], +m[3]];
  return { ms, pos };
};
const L = {
  "cytoscape-fcose": async (g) => {
    const cy = cytoscape({
        headless: true,
        styleEnabled: true,
        style: [{ selector: "node", style: { width: 12, height: 12 } }],
        elements: [
          ...g.nodes.map((_, i) => ({ data: { id: "n" + i } })),
          ...g.edges.map(([a, b], i) => ({
            data: { id: "e" + i, source: "n" + a, target: "n" + b },
          })),
        ],
      }),
      t = now(),
      l = cy.layout({ name: "fcose", animate: false }),
      p = new Promise((r) => l.one("layoutstop", r));
    l.run();
    await p;
    const ms = now() - t;
    return {
      ms,
      pos: g.nodes.map((_, i) => {
        const q = cy.getElementById("n" + i).position();
        return [q.x, q.y];
      }),
    };
  },
  "d3-force": async (g) => {
    const N = g.nodes.map(() => ({})),
      t = now(),
      s = forceSimulation(N)
        .force("l", forceLink(g.edges.map(([a, b]) => ({ source: a, target: b }))))
        .force("c", forceManyBody())
        .force("m", forceCenter())
        .stop();
    for (let i = 0; i < 300; i++) s.tick();
    return { ms: now() - t, pos: N.map((n) => [n.x, n.y]) };
  },
  "graphology-fa2": async (g, seed) => {
    const r = rng(seed),
      G = new Graph({ multi: true });
    g.nodes.forEach((_, i) => G.addNode(i, { x: r(), y: r() }));
    g.edges.forEach(([a, b]) => G.addEdge(a, b));
    const it = g.nodes.length > 1000 ? 200 : 500,
      t = now(),
      p = forceAtlas2(G, { iterations: it, settings: forceAtlas2.inferSettings(G) });
    return {
      ms: now() - t,
      pos: g.nodes.map((_, i) => [p[i].x, p[i].y]),
      note: `${it} iterations, inferSettings, seeded start`,
    };
  },
  "vis-network": async (g) => {
    const d = document.createElement("div");
    d.style.cssText = "width:1000px;height:700px";
    document.body.append(d);
    const t = now(),
      n = new Network(
        d,
        {
          nodes: g.nodes.map((_, i) => ({ id: i })),
          edges: g.edges.map(([a, b]) => ({ from: a, to: b })),
        },
        { nodes: { shape: "dot", size: 6 }, layout: { randomSeed: 1 } },
      );
    await new Promise((r) => n.once("stabilizationIterationsDone", r));
    const ms = now() - t,
      p = n.getPositions();
    n.setOptions({ physics: false });
    return { ms, pos: g.nodes.map((_, i) => [p[i].x, p[i].y]) };
  },
  webcola: async (g) => {
    const N = g.nodes.map(() => ({ width: 12, height: 12 })),
      t = now();
    new Cola()
      .size([1000, 700])
      .nodes(N)
      .links(g.edges.map(([a, b]) => ({ source: a, target: b })))
      .linkDistance(40)
      .start(50, 0, 0, 0, false);
    return { ms: now() - t, pos: N.map((n) => [n.x, n.y]) };
  },
  "elk-stress": viaElk({ "elk.algorithm": "stress" }),
  "elk-force": viaElk({ "elk.algorithm": "force" }),
  "elk-layered": viaElk({ "elk.algorithm": "layered" }),
  "graphviz-wasm-neato": viaGv("neato"),
  "graphviz-wasm-sfdp": viaGv("sfdp"),
};
window.__layouts = Object.keys(L);
window.__layout = (name, g, seed = 1) => L[name](g, seed);

import { Network } from "vis-network";
import { DataSet } from "vis-data";
import { data, el, color, showPanel, quad, origin, expose } from "./base.js";
const nodes = new DataSet(data.nodes.map((n) => ({ id: n.id, label: n.label, color: color(n) }))),
  edges = new DataSet(
    data.edges.map((e) => ({ id: e.id, from: e.source, to: e.target, label: e.label })),
  );
const net = new Network(
  el,
  { nodes, edges },
  {
    nodes: { shape: "dot", size: 12, font: { size: 12 } },
    edges: { arrows: "to", font: { size: 10 }, color: "#999" },
    physics: { barnesHut: { springLength: 150 } },
    layout: { randomSeed: 1 },
  },
);
net.on("click", (p) => p.nodes.length && showPanel(p.nodes[0]));
const C = (x, y) => {
  const p = net.canvasToDOM({ x, y }),
    o = origin();
  return [o[0] + p.x, o[1] + p.y];
};
expose({
  nodes: () => {
    const s = net.getScale();
    return Object.values(net.body.nodes)
      .filter((n) => !n.options.hidden && n.x !== undefined && String(n.id).indexOf("edgeId") !== 0)
      .map((n) => ({ id: n.id, quad: quad(...C(n.x, n.y), 24 * s, 24 * s) }));
  },
  labels: () => {
    const s = net.getScale(),
      box = (m, id, kind, px) => {
        const z = m.size;
        if (!z || !m.elementOptions.label) return null;
        return {
          id,
          kind,
          quad: quad(...C(z.left + z.width / 2, z.top + z.height / 2), z.width * s, z.height * s),
          px: px * s,
        };
      };
    return [
      ...nodes.getIds().map((id) => box(net.body.nodes[id].labelModule, id, "node", 12)),
      ...edges
        .getIds()
        .map((id) => net.body.edges[id] && box(net.body.edges[id].labelModule, id, "edge", 10)),
    ].filter(Boolean);
  },
  edges: () =>
    Object.values(net.body.edges)
      .filter((e) => e.connected)
      .map((e) => ({
        source: e.fromId,
        target: e.toId,
        pts: Array.from({ length: 17 }, (_, i) => {
          const p = e.edgeType.getPoint(i / 16);
          return C(p.x, p.y);
        }),
      })),
});

import { Layout } from "webcola";
import { data, textWidth } from "./base.js";
import { drawSvg, curve, parallel } from "./svgdraw.js";
const ix = new Map(data.nodes.map((n, i) => [n.id, i])),
  nodes = data.nodes.map((n) => ({
    ...n,
    width: Math.max(24, textWidth(n.label, 12)) + 10,
    height: 52,
  })),
  edges = parallel(
    data.edges.map((e) => ({
      ...e,
      s: e.source,
      t: e.target,
      source: ix.get(e.source),
      target: ix.get(e.target),
    })),
  );
new Layout()
  .size([1000, 700])
  .nodes(nodes)
  .links(edges)
  .avoidOverlaps(true)
  .linkDistance(150)
  .start(20, 0, 20, 0, false);
edges.forEach((e) => Object.assign(e, curve(e.source, e.target, e.k, e.of)));
const xs = nodes.map((n) => n.x),
  ys = nodes.map((n) => n.y),
  vb = [
    Math.min(...xs) - 90,
    Math.min(...ys) - 30,
    Math.max(...xs) - Math.min(...xs) + 180,
    Math.max(...ys) - Math.min(...ys) + 70,
  ];
const { L, T, N } = drawSvg({ nodes, edges, vb });
L.attr("d", (d) => d.path);
T.attr("x", (d) => d.lx).attr("y", (d) => d.ly);
N.attr("transform", (d) => `translate(${d.x},${d.y})`);

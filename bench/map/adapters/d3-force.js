import { forceSimulation, forceLink, forceManyBody, forceCenter, forceCollide } from "d3-force";
import { drag } from "d3-drag";
import { data } from "./base.js";
import { drawSvg, curve, parallel } from "./svgdraw.js";
const nodes = data.nodes.map((n) => ({ ...n })),
  edges = parallel(data.edges.map((e) => ({ ...e, s: e.source, t: e.target })));
const { L, T, N } = drawSvg({ nodes, edges });
const sim = forceSimulation(nodes)
  .force(
    "link",
    forceLink(edges)
      .id((d) => d.id)
      .distance(150),
  )
  .force("charge", forceManyBody().strength(-700))
  .force("center", forceCenter(500, 350))
  .force("collide", forceCollide(40))
  .on("tick", () => {
    edges.forEach((e) => Object.assign(e, curve(e.source, e.target, e.k, e.of)));
    L.attr("d", (d) => d.path);
    T.attr("x", (d) => d.lx).attr("y", (d) => d.ly);
    N.attr("transform", (d) => `translate(${d.x},${d.y})`);
  });
N.call(
  drag()
    .on("start", (e) => {
      if (!e.active) sim.alphaTarget(0.3).restart();
      e.subject.fx = e.subject.x;
      e.subject.fy = e.subject.y;
    })
    .on("drag", (e) => {
      e.subject.fx = e.x;
      e.subject.fy = e.y;
    })
    .on("end", (e) => {
      if (!e.active) sim.alphaTarget(0);
      e.subject.fx = e.subject.fy = null;
    }),
);

// SVG renderer for the layout-only peers, in the manner of the d3 gallery examples: viewBox,
// max-width 100%, d3-zoom.
import { select } from "d3-selection";
import { zoom } from "d3-zoom";
import { data, el, color, showPanel } from "./base.js";
export function drawSvg({ W = 1000, H = 700, nodes, edges, vb }) {
  // edges: {source,target,label,path,lx,ly}
  const svg = select(el)
    .append("svg")
    .attr("viewBox", vb || [0, 0, W, H])
    .attr("width", W)
    .attr("height", H)
    .attr("style", "max-width:100%;height:auto");
  svg
    .append("defs")
    .append("marker")
    .attr("id", "a")
    .attr("viewBox", "0 -4 8 8")
    .attr("refX", 8)
    .attr("markerWidth", 7)
    .attr("markerHeight", 7)
    .attr("orient", "auto")
    .append("path")
    .attr("d", "M0,-4L8,0L0,4")
    .attr("fill", "#999");
  const g = svg.append("g");
  svg.call(zoom().on("zoom", (e) => g.attr("transform", e.transform)));
  const L = g
    .selectAll("path.e")
    .data(edges)
    .join("path")
    .attr("class", "e")
    .attr("fill", "none")
    .attr("stroke", "#999")
    .attr("stroke-width", 1.5)
    .attr("marker-end", "url(#a)")
    .attr("data-source", (d) => d.s)
    .attr("data-target", (d) => d.t);
  const T = g
    .selectAll("text.el")
    .data(edges)
    .join("text")
    .attr("class", "el")
    .attr("font-size", 10)
    .attr("text-anchor", "middle")
    .attr("data-id", (d) => d.id)
    .text((d) => d.label);
  const N = g
    .selectAll("g.n")
    .data(nodes)
    .join("g")
    .attr("class", "n")
    .attr("data-id", (d) => d.id)
    .style("cursor", "pointer")
    .on("click", (ev, d) => showPanel(d.id));
  N.append("circle")
    .attr("r", 12)
    .attr("fill", (d) => color(d));
  N.append("text")
    .attr("class", "nl")
    .attr("y", 27)
    .attr("font-size", 12)
    .attr("text-anchor", "middle")
    .text((d) => d.label);
  return { svg, g, L, T, N };
}
// bend parallel relations apart; straight otherwise. Ends at the rim of the 12 px node.
export function curve(s, t, k, of) {
  const dx = t.x - s.x,
    dy = t.y - s.y,
    l = Math.hypot(dx, dy) || 1,
    off = of > 1 ? (k - (of - 1) / 2) * 40 * (s.id < t.id ? 1 : -1) : 0,
    mx = (s.x + t.x) / 2 - (dy / l) * off,
    my = (s.y + t.y) / 2 + (dx / l) * off;
  const ex = t.x - mx,
    ey = t.y - my,
    el = Math.hypot(ex, ey) || 1;
  return {
    path: `M${s.x},${s.y}Q${mx},${my} ${t.x - (ex / el) * 13},${t.y - (ey / el) * 13}`,
    lx: (s.x + 2 * mx + t.x) / 4,
    ly: (s.y + 2 * my + t.y) / 4 - 2,
  };
}
export function parallel(edges, key = (e) => [e.s, e.t].sort().join("|")) {
  const m = {};
  edges.forEach((e) => {
    const k = key(e);
    (m[k] = m[k] || []).push(e);
  });
  edges.forEach((e) => {
    const a = m[key(e)];
    e.of = a.length;
    e.k = a.indexOf(e);
  });
  return edges;
}

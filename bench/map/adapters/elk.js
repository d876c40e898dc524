import ELK from "elkjs/lib/elk.bundled.js";
import { data, textWidth } from "./base.js";
import { drawSvg, curve, parallel } from "./svgdraw.js";
const algo = window.__elk || "layered",
  W = (n) => Math.max(24, textWidth(n.label, 12)) + 6,
  H = 44;
const opts =
  algo === "layered"
    ? {
        "elk.algorithm": "layered",
        "elk.direction": "DOWN",
        "elk.spacing.nodeNode": "24",
        "elk.layered.spacing.nodeNodeBetweenLayers": "30",
        "elk.edgeRouting": "POLYLINE",
      }
    : { "elk.algorithm": "stress", "elk.stress.desiredEdgeLength": "150" };
new ELK()
  .layout({
    id: "root",
    layoutOptions: opts,
    children: data.nodes.map((n) => ({ id: n.id, width: W(n), height: H })),
    edges: data.edges.map((e) => ({
      id: e.id,
      sources: [e.source],
      targets: [e.target],
      labels: [{ text: e.label, width: textWidth(e.label, 10) + 4, height: 12 }],
    })),
  })
  .then((r) => {
    const at = new Map(
        r.children.map((c) => [c.id, { id: c.id, x: c.x + c.width / 2, y: c.y + 14 }]),
      ),
      nodes = data.nodes.map((n) => ({ ...n, ...at.get(n.id) }));
    const re = new Map(r.edges.map((e) => [e.id, e])),
      edges = parallel(data.edges.map((e) => ({ ...e, s: e.source, t: e.target })));
    edges.forEach((e) => {
      const k = re.get(e.id),
        sec = k.sections && k.sections[0],
        l = k.labels && k.labels[0];
      if (algo === "layered" && sec) {
        const p = [sec.startPoint, ...(sec.bendPoints || []), sec.endPoint];
        Object.assign(e, {
          path: "M" + p.map((q) => q.x + "," + q.y).join("L"),
          lx: l.x + l.width / 2,
          ly: l.y + 10,
        });
      } else Object.assign(e, curve(at.get(e.s), at.get(e.t), e.k, e.of));
    });
    const xs = nodes.map((n) => n.x),
      ys = nodes.map((n) => n.y),
      vb =
        algo === "layered"
          ? [0, 0, r.width, r.height]
          : [
              Math.min(...xs) - 90,
              Math.min(...ys) - 30,
              Math.max(...xs) - Math.min(...xs) + 180,
              Math.max(...ys) - Math.min(...ys) + 70,
            ];
    const { L, T, N } = drawSvg({ nodes, edges, vb });
    L.attr("d", (d) => d.path);
    T.attr("x", (d) => d.lx).attr("y", (d) => d.ly);
    N.attr("transform", (d) => `translate(${d.x},${d.y})`);
  });

import Graph from "graphology";
import Sigma from "sigma";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { data, el, color, showPanel, quad, origin, expose } from "./base.js";
const g = new Graph({ multi: true, type: "directed" });
data.nodes.forEach((n, i) =>
  g.addNode(n.id, {
    label: n.label,
    color: color(n),
    size: 12,
    x: Math.cos(i),
    y: Math.sin(i),
    forceLabel: true,
  }),
);
data.edges.forEach((e) =>
  g.addEdgeWithKey(e.id, e.source, e.target, {
    label: e.label,
    size: 1.5,
    color: "#999",
    forceLabel: true,
  }),
);
forceAtlas2.assign(g, { iterations: 500, settings: forceAtlas2.inferSettings(g) });
const proto = CanvasRenderingContext2D.prototype,
  orig = proto.fillText;
let rec = null; // record what is really written
proto.fillText = function (t, x, y) {
  if (rec) {
    const m = this.getTransform(),
      k = this.measureText(t),
      px = parseFloat(this.font.match(/([\d.]+)px/)[1]);
    rec.push({
      t,
      layer: this.canvas.className,
      m: [m.a, m.b, m.c, m.d, m.e, m.f],
      x0: x - k.actualBoundingBoxLeft,
      x1: x + k.actualBoundingBoxRight,
      y0: y - k.actualBoundingBoxAscent,
      y1: y + k.actualBoundingBoxDescent,
      px,
    });
  }
  return orig.apply(this, arguments);
};
const r = new Sigma(g, el, {
  renderEdgeLabels: true,
  labelSize: 12,
  edgeLabelSize: 10,
  defaultEdgeType: "arrow",
  stagePadding: 60,
});
r.on("clickNode", (e) => showPanel(e.node));
expose({
  nodes: () => {
    const o = origin();
    return g
      .nodes()
      .map((id) => {
        const d = r.getNodeDisplayData(id);
        if (!d) return null;
        const p = r.framedGraphToViewport(d),
          s = r.scaleSize(d.size);
        return { id, quad: quad(o[0] + p.x, o[1] + p.y, 2 * s, 2 * s) };
      })
      .filter(Boolean);
  },
  labels: () => {
    rec = [];
    r.refresh({ schedule: false });
    const R = rec,
      o = origin(),
      k = window.devicePixelRatio || 1;
    rec = null;
    return R.filter((x) => /abel/.test(x.layer)).map((x, i) => {
      const f = (X, Y) => [
          o[0] + (x.m[0] * X + x.m[2] * Y + x.m[4]) / k,
          o[1] + (x.m[1] * X + x.m[3] * Y + x.m[5]) / k,
        ],
        e = /edge/i.test(x.layer);
      const n = !e && data.nodes.find((q) => q.label === x.t);
      return {
        id: n ? n.id : "t" + i,
        text: x.t,
        kind: e ? "edge" : "node",
        quad: [f(x.x0, x.y0), f(x.x1, x.y0), f(x.x1, x.y1), f(x.x0, x.y1)],
        px: x.px,
      };
    });
  },
  edges: () => data.edges.map((e) => ({ source: e.source, target: e.target })),
});

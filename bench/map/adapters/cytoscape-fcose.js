import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { data, el, color, showPanel, quad, origin, expose } from "./base.js";
cytoscape.use(fcose);
const compound = !!window.__compound;
const elements = [
  ...(compound
    ? Object.entries(data.groups).map(([id, g]) => ({
        data: { id: "G" + id, label: g.label, grp: 1 },
      }))
    : []),
  ...data.nodes.map((n) => ({
    data: {
      id: n.id,
      label: n.label,
      color: color(n),
      parent: compound ? "G" + n.group : undefined,
    },
  })),
  ...data.edges.map((e) => ({
    data: { id: e.id, source: e.source, target: e.target, label: e.label },
  })),
];
const cy = cytoscape({
  container: el,
  elements,
  style: [
    {
      selector: "node",
      style: {
        width: 24,
        height: 24,
        "background-color": "data(color)",
        label: "data(label)",
        "font-size": 12,
        "text-valign": "bottom",
        "text-margin-y": 3,
      },
    },
    {
      selector: "node[grp]",
      style: { "background-opacity": 0.06, "text-valign": "top", "background-color": "#777" },
    },
    {
      selector: "edge",
      style: {
        width: 1.5,
        "curve-style": "bezier",
        "target-arrow-shape": "triangle",
        "line-color": "#999",
        "target-arrow-color": "#999",
        label: "data(label)",
        "font-size": 10,
        "text-rotation": "autorotate",
        "text-background-color": "#fff",
        "text-background-opacity": 0.8,
      },
    },
  ],
  layout: { name: "fcose", nodeDimensionsIncludeLabels: true, idealEdgeLength: 140 },
});
cy.on("tap", "node", (e) => showPanel(e.target.id()));
const real = () => cy.nodes().filter((n) => !n.data("grp"));
const lab = (e, k) => {
  // label box in model space -> client px
  const s = e._private.rscratch,
    r = e._private.rstyle,
    z = cy.zoom(),
    p = cy.pan(),
    [ox, oy] = origin();
  if (k === "node") {
    const b = e.boundingBox({
      includeNodes: false,
      includeEdges: false,
      includeLabels: true,
      includeOverlays: false,
    });
    return quad(
      ox + p.x + (z * (b.x1 + b.x2)) / 2,
      oy + p.y + (z * (b.y1 + b.y2)) / 2,
      z * b.w,
      z * b.h,
    );
  }
  return quad(
    ox + p.x + z * s.labelX,
    oy + p.y + z * s.labelY,
    z * r.labelWidth,
    z * r.labelHeight,
    s.labelAngle || 0,
  );
};
expose({
  nodes: () => {
    const [ox, oy] = origin();
    return real().map((n) => {
      const p = n.renderedPosition();
      return { id: n.id(), quad: quad(ox + p.x, oy + p.y, n.renderedWidth(), n.renderedHeight()) };
    });
  },
  labels: () => [
    ...real().map((n) => ({ id: n.id(), kind: "node", quad: lab(n, "node"), px: 12 * cy.zoom() })),
    ...cy
      .edges()
      .map((e) => ({ id: e.id(), kind: "edge", quad: lab(e, "edge"), px: 10 * cy.zoom() })),
  ],
  edges: () =>
    cy.edges().map((e) => {
      const [ox, oy] = origin(),
        q = (p) => [ox + p.x, oy + p.y],
        a = q(e.renderedSourceEndpoint()),
        b = q(e.renderedTargetEndpoint()),
        k = e._private.rscratch.ctrlpts,
        c = k && k.length ? e.renderedControlPoints().map(q)[0] : null;
      return {
        source: e.source().id(),
        target: e.target().id(),
        pts: c
          ? Array.from({ length: 17 }, (_, i) => {
              const t = i / 16,
                u = 1 - t;
              return [
                u * u * a[0] + 2 * u * t * c[0] + t * t * b[0],
                u * u * a[1] + 2 * u * t * c[1] + t * t * b[1],
              ];
            })
          : [a, b],
      };
    }),
});

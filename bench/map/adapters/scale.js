// Drawing only: fixed positions, no labels. window.__scale(renderer, graph, pos)
import cytoscape from "cytoscape";
import Graph from "graphology";
import Sigma from "sigma";
import { Network } from "vis-network";
import { select } from "d3-selection";
import { zoom } from "d3-zoom";
const el = document.getElementById("map");
const cyto = (extra) => (g, pos) => {
  const cy = cytoscape({
    container: el,
    ...extra,
    style: [
      { selector: "node", style: { width: 6, height: 6, "background-color": "#1f5fa8" } },
      {
        selector: "edge",
        style: {
          width: 1,
          "line-color": "#bbb",
          "curve-style": extra.hay ? "haystack" : "straight",
        },
      },
    ],
    elements: [
      ...g.nodes.map((_, i) => ({
        data: { id: "n" + i },
        position: { x: pos[i][0], y: pos[i][1] },
      })),
      ...g.edges.map(([a, b], i) => ({ data: { id: "e" + i, source: "n" + a, target: "n" + b } })),
    ],
    layout: { name: "preset" },
  });
  window.__state = () => JSON.stringify([cy.zoom(), cy.pan()]);
};
const R = {
  "svg-d3": (g, pos) => {
    const s = select(el).append("svg").attr("width", 1000).attr("height", 700),
      G = s.append("g");
    s.call(zoom().on("zoom", (e) => G.attr("transform", e.transform)));
    G.selectAll("line")
      .data(g.edges)
      .join("line")
      .attr("stroke", "#bbb")
      .attr("x1", (e) => pos[e[0]][0])
      .attr("y1", (e) => pos[e[0]][1])
      .attr("x2", (e) => pos[e[1]][0])
      .attr("y2", (e) => pos[e[1]][1]);
    G.selectAll("circle")
      .data(pos)
      .join("circle")
      .attr("r", 3)
      .attr("fill", "#1f5fa8")
      .attr("cx", (p) => p[0])
      .attr("cy", (p) => p[1]);
    window.__state = () => G.attr("transform");
  },
  "canvas-2d-plain": (g, pos) => {
    const c = document.createElement("canvas");
    c.width = 1000;
    c.height = 700;
    el.append(c);
    const x = c.getContext("2d");
    let T = { k: 1, x: 0, y: 0 },
      q = 0;
    const draw = () => {
      q = 0;
      x.setTransform(1, 0, 0, 1, 0, 0);
      x.clearRect(0, 0, 1000, 700);
      x.setTransform(T.k, 0, 0, T.k, T.x, T.y);
      x.strokeStyle = "#bbb";
      x.beginPath();
      for (const [a, b] of g.edges) {
        x.moveTo(pos[a][0], pos[a][1]);
        x.lineTo(pos[b][0], pos[b][1]);
      }
      x.stroke();
      x.fillStyle = "#1f5fa8";
      x.beginPath();
      for (const p of pos) {
        x.moveTo(p[0] + 3, p[1]);
        x.arc(p[0], p[1], 3, 0, 6.2832);
      }
      x.fill();
    };
    select(c).call(
      zoom().on("zoom", (e) => {
        T = e.transform;
        q = q || requestAnimationFrame(draw);
      }),
    );
    draw();
    window.__state = () => JSON.stringify(T);
  },
  "cytoscape-canvas": cyto({}),
  "cytoscape-haystack": cyto({ hay: 1 }),
  "cytoscape-webgl": cyto({ renderer: { name: "canvas", webgl: true } }),
  "vis-canvas": (g, pos) => {
    const n = new Network(
      el,
      {
        nodes: g.nodes.map((_, i) => ({ id: i, x: pos[i][0], y: pos[i][1] })),
        edges: g.edges.map(([a, b]) => ({ from: a, to: b })),
      },
      {
        physics: false,
        nodes: { shape: "dot", size: 3 },
        edges: { smooth: false, color: "#bbb" },
        interaction: { hover: false },
      },
    );
    window.__state = () => JSON.stringify([n.getScale(), n.getViewPosition()]);
  },
  "sigma-webgl": (g, pos) => {
    const G = new Graph({ multi: true });
    g.nodes.forEach((_, i) =>
      G.addNode(i, { x: pos[i][0], y: -pos[i][1], size: 3, color: "#1f5fa8" }),
    );
    g.edges.forEach(([a, b]) => G.addEdge(a, b, { size: 1, color: "#bbb" }));
    const s = new Sigma(G, el, { renderLabels: false });
    window.__state = () => JSON.stringify(s.getCamera().getState());
  },
};
window.__renderers = Object.keys(R);
window.__scale = (r, g, pos) =>
  new Promise((f) => {
    const t = performance.now();
    R[r](g, pos);
    requestAnimationFrame(() => requestAnimationFrame(() => f(performance.now() - t)));
  });

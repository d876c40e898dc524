import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { data, el, showPanel } from "./base.js";
import { toDot } from "./dot.js";
const engine = window.__engine || "neato";
Graphviz.load().then((gv) => {
  el.innerHTML = gv.layout(toDot(data, engine), "svg", engine);
  const svg = el.querySelector("svg");
  svg.style.maxWidth = "100%";
  svg.style.maxHeight = "700px";
  svg.style.height = "auto";
  el.addEventListener("click", (e) => {
    const g = e.target.closest("g.node");
    if (g) showPanel(g.id.slice(2));
  });
});

import { el, showPanel } from "./base.js"; // the SVG is already in the HTML, made at build time
el.addEventListener("click", (e) => {
  const g = e.target.closest("g.node");
  if (g) showPanel(g.id.slice(2));
});

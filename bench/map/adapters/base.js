// Shared by every peer page: data, colours, panel. Plain text only (textContent).
export const data = JSON.parse(document.getElementById("graph").textContent);
export const el = document.getElementById("map");
export const color = (n) => (data.groups[n.group] || {}).color || "#555";
const panel = document.getElementById("panel");
export function showPanel(id) {
  const n = data.nodes.find((x) => String(x.id) === String(id));
  if (!n) return;
  const rel = data.edges
    .filter((e) => e.source === n.id || e.target === n.id)
    .map((e) => `${name(e.source)} ${e.label} ${name(e.target)}`);
  panel.replaceChildren(
    Object.assign(document.createElement("h2"), { textContent: n.label }),
    Object.assign(document.createElement("p"), { textContent: rel.join("; ") }),
  );
  panel.hidden = false;
}
const name = (id) => (data.nodes.find((n) => n.id === id) || {}).label || id;
// canvas peers: helpers for boxes in client pixels
export const quad = (cx, cy, w, h, a = 0) => {
  const c = Math.cos(a),
    s = Math.sin(a);
  return [
    [-w / 2, -h / 2],
    [w / 2, -h / 2],
    [w / 2, h / 2],
    [-w / 2, h / 2],
  ].map(([x, y]) => [cx + x * c - y * s, cy + x * s + y * c]);
};
export const origin = () => {
  const r = el.getBoundingClientRect();
  return [r.left, r.top];
};
export const textWidth = (() => {
  const c = document.createElement("canvas").getContext("2d");
  return (t, px, f = "sans-serif") => {
    c.font = `${px}px ${f}`;
    return c.measureText(t).width;
  };
})();
export const expose = (m) => {
  window.__map = m;
};

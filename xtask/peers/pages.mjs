// Builds our pages of the suite's graphs, and writes for each part how the suite's scripts find what
// they measure in our pages.
import fs from "node:fs";
import path from "node:path";
import { graph } from "./graphs.mjs";
import { ACTOR, CARD, FIRST, ITEM, LENS, MAP, NEXT, STRIP } from "./selectors.mjs";
import { PEERS, explored, page } from "./standpoint.mjs";

const HERE = import.meta.dirname;
const SIZES = process.argv.includes("--quick") ? [500] : [500, 2000, 5000];

for (const old of ["timeline", "map", "layout", "served"])
  fs.rmSync(path.join(PEERS, old), { recursive: true, force: true });
timelines();
smallMap();
layouts();
largeMaps();

function describe(part, description) {
  fs.writeFileSync(
    path.join(PEERS, `part-${part}.page.json`),
    JSON.stringify({ name: "standpoint", ...description }, null, 1),
  );
}

function timelines() {
  fs.mkdirSync(path.join(PEERS, "served"), { recursive: true });
  const served = { dir: "served", prepare: path.join(HERE, "prepare.mjs") };
  describe(1, {
    ...served,
    path: "embed.html?view=timeline",
    ready: STRIP.entry,
    readyMin: "n",
    activate: STRIP.words,
    changed: `${STRIP.mark}[aria-current]`,
    pan: { kind: "none" },
    zoom: { kind: "none" },
  });
  // Most events of a large story are only counted in clusters, so a single mark makes it ready.
  describe(2, {
    ...served,
    path: "window.html?view=timeline&chrome=off",
    ready: `${FIRST}, ${ITEM.timeline}`,
    activate: NEXT,
    changed: `.is-picked, ${CARD}, ${ITEM.timeline}`,
    pan: { kind: "drag", selector: LENS.timeline },
    zoom: { kind: "wheel", selector: LENS.timeline, ctrl: true },
  });
}

function smallMap() {
  page("map/small", graph("harbour"));
  const { node, label, edgeLabel } = MAP;
  describe(3, {
    dir: "map/small",
    index: "embed.html?view=map&chrome=off",
    sel: {
      node,
      label,
      edgeLabel,
      panel: CARD,
      view: "#map",
      idFrom: { closest: MAP.link, attr: "href", strip: ACTOR },
    },
  });
}

function layouts() {
  const folder = path.join(PEERS, "layout");
  fs.mkdirSync(folder, { recursive: true });
  for (const file of ["layout.html", "layout.js"])
    fs.copyFileSync(path.join(HERE, file), path.join(folder, file));
  for (const file of ["explore.js", "explore_bg.wasm"])
    fs.copyFileSync(path.join(process.env.STANDPOINT_APP, file), path.join(folder, file));
  describe(4, { dir: "layout", layout: { url: "layout.html", names: ["stress"] } });
}

function largeMaps() {
  const scale = {};
  for (const size of SIZES) {
    console.error(`      our page of ${size} actors …`);
    explored(page(`map/${size}`, named(graph(`ba${size}`))));
    scale[size] = `${size}/window.html?view=map&chrome=off`;
  }
  describe(5, { dir: "map", scale });
}

/** Gives names to the nodes of a generated graph, which has numbers. */
function named({ name, nodes, edges }) {
  const groups = Object.fromEntries(
    [0, 1, 2, 3].map((group) => [`g${group}`, { label: `Group ${group + 1}` }]),
  );
  return {
    name,
    title: `${nodes.length} actors`,
    groups,
    nodes: nodes.map((id, at) => ({
      id: `n${id}`,
      label: `Actor ${at + 1}`,
      group: `g${at % 4}`,
    })),
    edges: edges.map(([source, target], at) => ({
      id: `e${at}`,
      source: `n${source}`,
      target: `n${target}`,
      label: "knows",
    })),
  };
}

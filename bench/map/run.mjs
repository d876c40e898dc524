#!/usr/bin/env node
// Measures stakeholder-map peers, and any other page by the same code: node run.mjs --help
// REPORT.md, or: node run.mjs --help
import { spawnSync, spawn } from "node:child_process";
import {
  mkdtempSync,
  mkdirSync,
  existsSync,
  readFileSync,
  writeFileSync,
  readdirSync,
  cpSync,
} from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { gzipSync, brotliCompressSync, constants as Z } from "node:zlib";
import { tmpdir, loadavg, cpus } from "node:os";
import { join, dirname, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as M from "./metrics.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const PINS = {
  cytoscape: "3.34.4",
  "cytoscape-fcose": "2.2.0",
  "d3-force": "3.0.1",
  "d3-selection": "3.0.1",
  "d3-zoom": "3.0.1",
  "d3-drag": "3.0.1",
  sigma: "3.0.3",
  graphology: "0.26.0",
  "graphology-layout-forceatlas2": "0.10.1",
  "vis-network": "10.1.5",
  elkjs: "0.12.1",
  webcola: "3.4.0",
  "@hpcc-js/wasm-graphviz": "1.29.2",
  "playwright-core": "1.65.1",
  "axe-core": "4.14.1",
  esbuild: "0.28.2",
};
const argv = process.argv.slice(2),
  opt = (k, d) => {
    const i = argv.indexOf("--" + k);
    return i < 0 ? d : argv[i + 1];
  },
  many = (k) => argv.flatMap((a, i) => (a === "--" + k ? [argv[i + 1]] : []));
if (argv.includes("--help")) {
  console.log(`node run.mjs [--only small,layout,rust,scale,bad] [--peers a,b] [--runs 5] [--graphs karate,lesmis,...] [--page page.json]... [--positions name=file.json]... [--chromium PATH] [--limit SECONDS a layout] [--shots DIR] [--work DIR] [--out FILE]
page.json: {"name","url" | "dir"+"index","graph":"file.json","sel":{"node","idFrom":{"closest","attr","strip"},"label","edgeLabel","edgePath","edgeEnds":{"closest","attr","re"},"panel","view"},"scale":{"500":url,...},"layout":{"url":page that defines window.__layout(name,graph,seed),"names":[...]}}
positions file: {"graph":"lesmis","pos":[[x,y],...],"ms":[...]}`);
  process.exit(0);
}
const RUNS = +opt("runs", 5),
  ONLY = opt("only", "small,layout,rust,scale,bad").split(","),
  PEERS = opt("peers", "").split(",").filter(Boolean),
  CHROMIUM = opt(
    "chromium",
    process.env.CHROMIUM || spawnSync("which", ["chromium"]).stdout.toString().trim(),
  );
const WORK = opt("work") ? resolve(opt("work")) : mkdtempSync(join(tmpdir(), "map-peers-"));
mkdirSync(WORK, { recursive: true });
const log = (...a) => console.error(new Date().toISOString().slice(11, 19), ...a);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const { median, pct } = M,
  r1 = (x) => (x == null ? null : +x.toFixed(1));

// ---- install ------------------------------------------------------------------------------
if (!existsSync(join(WORK, "node_modules/playwright-core"))) {
  writeFileSync(join(WORK, "package.json"), JSON.stringify({ private: true, dependencies: PINS }));
  log("npm install into a temporary directory");
  const r = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: WORK,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (r.status) process.exit(1);
}
const req = createRequire(join(WORK, "x.js")),
  esbuild = req("esbuild"),
  { chromium } = req("playwright-core"),
  AXE = readFileSync(join(WORK, "node_modules/axe-core/axe.min.js"), "utf8"),
  PROBE = readFileSync(join(HERE, "adapters/page-probe.js"), "utf8");
mkdirSync(join(WORK, "ad"), { recursive: true });
cpSync(join(HERE, "adapters"), join(WORK, "ad"), { recursive: true });
const bundle = (file, o = {}) =>
  esbuild.buildSync({
    entryPoints: [join(WORK, "ad", file)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    logLevel: "silent",
    legalComments: "none",
    platform: "browser",
    define: { "process.env.NODE_ENV": '"production"' },
    ...o,
  }).outputFiles[0].contents;

// ---- graphs -------------------------------------------------------------------------------
const load = (f) => JSON.parse(readFileSync(f, "utf8")),
  harbour = load(join(HERE, "graphs/harbour.json"));
const GRAPHS = {};
for (const f of readdirSync(join(HERE, "graphs"))
  .filter((f) => f !== "harbour.json")
  .sort())
  GRAPHS[f.replace(".json", "")] = load(join(HERE, "graphs", f));
for (const n of [1000, 5000, 10000]) GRAPHS["ba" + n] = M.barabasiAlbert(n, 2, 42);
const wantGraphs = opt("graphs", Object.keys(GRAPHS).join(",")).split(",");

// ---- static server on the loopback, gzip -9 -----------------------------------------------
const files = new Map(),
  TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
  };
const dirs = {};
const put = (path, body, type = TYPES[extname(path)] || "text/html; charset=utf-8") => {
  const b = Buffer.from(body);
  files.set(path, { b, gz: gzipSync(b, { level: 9 }), type });
};
const server = createServer((q, s) => {
  const path = decodeURIComponent(q.url.split(/[?#]/)[0]);
  let f = files.get(path);
  if (!f) {
    const m = path.match(/^\/ext\/(\w+)\/(.*)$/);
    if (m && dirs[m[1]]) {
      const p = resolve(dirs[m[1]], m[2] || "index.html");
      if (p.startsWith(dirs[m[1]]) && existsSync(p)) {
        put(path, readFileSync(p), TYPES[extname(p)] || "application/octet-stream");
        f = files.get(path);
      }
    }
  }
  if (!f) {
    s.writeHead(404);
    return s.end();
  }
  const gz = /gzip/.test(q.headers["accept-encoding"] || "") && !/png|woff2/.test(f.type);
  s.writeHead(200, {
    "content-type": f.type,
    "cache-control": "no-store",
    ...(gz ? { "content-encoding": "gzip" } : {}),
  });
  s.end(gz ? f.gz : f.b);
});
await new Promise((r) => server.listen(0, "127.0.0.1", r));
const BASE = `http://127.0.0.1:${server.address().port}`;

// ---- peers --------------------------------------------------------------------------------
const svgSel = { node: "g.n circle", label: "text.nl", edgeLabel: "text.el", edgePath: "path.e" };
const gvSel = {
  node: "g.node > path, g.node > polygon",
  idFrom: { closest: "g.node, g.edge", attr: "id", strip: "n-" },
  label: "g.node text",
  edgeLabel: "g.edge text",
  edgePath: "g.edge > path",
  edgeEnds: { closest: "g.edge", attr: "id", re: "^e-(.*?)--(.*?)--" },
};
const P = [
  { name: "cytoscape+fcose", entry: "cytoscape-fcose.js" },
  { name: "cytoscape+fcose groups", entry: "cytoscape-fcose.js", flags: "__compound=1" },
  { name: "d3-force (SVG)", entry: "d3-force.js", sel: svgSel },
  { name: "sigma+FA2 (WebGL)", entry: "sigma-fa2.js" },
  { name: "vis-network", entry: "vis-network.js" },
  { name: "WebCola (SVG)", entry: "webcola.js", sel: svgSel },
  { name: "ELK layered (SVG)", entry: "elk.js", sel: svgSel },
  { name: "ELK stress (SVG)", entry: "elk.js", flags: "__elk='stress'", sel: svgSel },
  { name: "Graphviz wasm neato", entry: "graphviz-wasm.js", sel: gvSel },
  { name: "Graphviz static dot", entry: "graphviz-static.js", sel: gvSel, prerender: "dot" },
  { name: "Graphviz static neato", entry: "graphviz-static.js", sel: gvSel, prerender: "neato" },
];
const esc = (s) =>
  String(s).replace(
    /[&<>"]/g,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c],
  );
const pageHtml = (data, { flags = "", svg = "", js }) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${esc(data.title)}</title><style>body{margin:0;font:16px/1.4 sans-serif;color:#222;background:#fff}main{max-width:1000px;margin:auto}h1{font-size:1.3rem;margin:.5rem}ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;margin:.5rem;padding:0}li b{display:inline-block;width:.8em;height:.8em;border-radius:50%;margin-right:.4em}#map{height:70vh;overflow:hidden}#map svg text{font-family:sans-serif}</style></head><body><main><h1>${esc(data.title)}</h1><ul>${Object.values(
    data.groups,
  )
    .map((g) => `<li><b style="background:${g.color}"></b>${esc(g.label)}</li>`)
    .join(
      "",
    )}</ul><div id="map">${svg}</div><div id="panel" hidden></div></main><script type="application/json" id="graph">${JSON.stringify(data).replace(/</g, "\\u003c")}</script>${flags ? `<script>window.${flags}</script>` : ""}<script src="${js}" defer></script></body></html>`;
let gvNode;
const prerender = async (data, engine) => {
  if (!gvNode)
    gvNode = await (
      await import("file://" + join(WORK, "node_modules/@hpcc-js/wasm-graphviz/dist/index.js"))
    ).Graphviz.load();
  const { toDot } = await import("file://" + join(HERE, "adapters/dot.js"));
  return gvNode
    .layout(toDot(data, engine), "svg", engine)
    .replace(/^[\s\S]*?<svg/, '<svg style="max-width:100%;max-height:700px;height:auto"');
};
async function peerPage(p, data, tag) {
  if (p.url) return p.url;
  const js = `/b/${p.entry}`;
  if (!files.has(js)) put(js, bundle(p.entry));
  const path = `/p/${encodeURIComponent(p.name)}/${tag}.html`.replace(/%/g, "_");
  put(
    path,
    pageHtml(data, {
      flags: p.flags,
      js,
      svg: p.prerender ? await prerender(data, p.prerender) : "",
    }),
    TYPES[".html"],
  );
  return BASE + path;
}
const EXT = many("page").flatMap((f) => {
  const j = load(f),
    a = Array.isArray(j) ? j : [j];
  return a.map((c, i) => {
    const base = dirname(resolve(f));
    if (c.dir) {
      const k = "d" + Object.keys(dirs).length;
      dirs[k] = resolve(base, c.dir);
      c.url = `${BASE}/ext/${k}/${c.index || "index.html"}`;
      if (c.scale)
        for (const n in c.scale)
          if (!/^http/.test(c.scale[n])) c.scale[n] = `${BASE}/ext/${k}/${c.scale[n]}`;
      if (c.layout && !/^http/.test(c.layout.url))
        c.layout.url = `${BASE}/ext/${k}/${c.layout.url}`;
    }
    c.data = c.graph ? load(resolve(base, c.graph)) : harbour;
    c.external = true;
    return c;
  });
});
const active = [...P, ...EXT].filter((p) => !PEERS.length || PEERS.includes(p.name) || p.external);

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-swiftshader",
  "--js-flags=--expose-gc",
];
const launch = () => chromium.launch({ executablePath: CHROMIUM, headless: true, args: ARGS });
const out = {
  when: new Date().toISOString().slice(0, 10),
  machine: { cores: cpus().length, cpu: cpus()[0].model, node: process.version },
  pins: PINS,
  runs: RUNS,
  loadAtStart: loadavg()[0],
};

async function open(
  browser,
  p,
  url,
  { throttle = false, width = 1100, height = 1000, js = true } = {},
) {
  const ctx = await browser.newContext({
      viewport: { width, height },
      javaScriptEnabled: js,
      deviceScaleFactor: 1,
    }),
    page = await ctx.newPage(),
    cdp = await ctx.newCDPSession(page),
    errors = [],
    bodies = [];
  page.on("pageerror", (e) => errors.push("exception: " + e.message.slice(0, 160)));
  page.on("console", (m) => {
    if (m.type() === "error" && !/404|ERR_/.test(m.text()))
      errors.push("console: " + m.text().slice(0, 160));
  });
  page.on("dialog", (d) => {
    errors.push("DIALOG " + d.message());
    d.dismiss();
  });
  page.on("response", (r) => bodies.push(r));
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const data = p.data || harbour;
  if (js)
    await page.addInitScript(
      `window.__SEL=${JSON.stringify({ ...p.sel, count: p.count || data.nodes.length, edgeList: data.edges.map((e) => [e.source, e.target]) })};${PROBE}`,
    );
  if (throttle) {
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 750e3 / 8,
    });
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  await page
    .goto(url, { waitUntil: "load", timeout: 60000 })
    .catch((e) => errors.push("goto: " + e.message.slice(0, 80)));
  return { ctx, page, cdp, errors, bodies };
}
const cpuMs = async (cdp) => {
  const m = (await cdp.send("Performance.getMetrics")).metrics;
  return 1000 * (m.find((x) => x.name === "TaskDuration")?.value || 0);
};
async function settle(page, quiet = 1500, limit = 45000) {
  const t0 = Date.now();
  let s;
  while (Date.now() - t0 < limit) {
    s = await page.evaluate(() => ({ ...window.__s, now: performance.now() }));
    if (s.last !== null && s.now - s.last > quiet) return s;
    await sleep(150);
  }
  return { ...s, last: null };
}
async function clickNode(page, id, label) {
  const snap = await page.evaluate(() => window.__api.snap()),
    n = snap.nodes.find((x) => x.id === id);
  if (!n) return null;
  const [x, y] = [(n.quad[0][0] + n.quad[2][0]) / 2, (n.quad[0][1] + n.quad[2][1]) / 2];
  await page.evaluate((w) => window.__api.armPanel(w), label);
  await page.mouse.click(x, y);
  for (let i = 0; i < 40; i++) {
    const ms = await page.evaluate(() => window.__s.panel);
    if (ms !== null) return ms;
    await sleep(50);
  }
  return null;
}
async function sizes(bodies) {
  let raw = 0,
    gz = 0,
    br = 0;
  const list = [];
  for (const r of bodies) {
    const t = r.headers()["content-type"] || "";
    if (!/javascript|css|wasm/.test(t)) continue;
    const b = await r.body().catch(() => null);
    if (!b) continue;
    const g = gzipSync(b, { level: 9 }).length,
      z = brotliCompressSync(b, {
        params: { [Z.BROTLI_PARAM_QUALITY]: 11, [Z.BROTLI_PARAM_SIZE_HINT]: b.length },
      }).length;
    raw += b.length;
    gz += g;
    br += z;
    list.push({ file: r.url().replace(/^.*\//, ""), raw: b.length, gz, br: z });
  }
  return { raw, gzip9: gz, brotli11: br };
}

// ---- 1. the small labelled map --------------------------------------------------------------
async function small() {
  const res = (out.small = {});
  for (const p of active) {
    if (p.external && !p.sel && !p.hook) continue;
    log("small", p.name);
    const data = p.data || harbour,
      url = await peerPage(p, data, "small"),
      o = (res[p.name] = {}),
      browser = await launch(),
      target = data.nodes[1],
      hasPanel = p.sel?.panel !== null,
      snaps = [];
    o.loadBefore = +loadavg()[0].toFixed(2);
    try {
      for (const [mode, throttle] of [
        ["unthrottled", false],
        ["throttled", true],
      ]) {
        const R = [];
        for (let i = 0; i < RUNS; i++) {
          const { ctx, page, cdp, errors, bodies } = await open(browser, p, url, { throttle }),
            s = await settle(page, throttle ? 2000 : 1300),
            r = { fcp: s.fcp, drawn: s.first, settled: s.last, cpu: await cpuMs(cdp) };
          if (!throttle) snaps.push(await page.evaluate(() => window.__api.snap()));
          if (!throttle && i === 0) {
            o.bytes = await sizes(bodies);
            o.htmlBytes = (await bodies[0].body()).length;
            o.errors = errors;
            o.screen = M.screenQuality(await page.evaluate(() => window.__api.snap()));
            if (opt("shots")) {
              mkdirSync(opt("shots"), { recursive: true });
              await page.screenshot({
                path: join(opt("shots"), p.name.replace(/\W+/g, "-") + ".png"),
              });
            }
            o.domNodes = await page.evaluate(() => document.querySelectorAll("*").length);
            o.canvases = await page.evaluate(() => document.querySelectorAll("canvas").length);
            await cdp.send("HeapProfiler.enable");
            await cdp.send("HeapProfiler.collectGarbage");
            o.heapMB = +((await cdp.send("Runtime.getHeapUsage")).usedSize / 1048576).toFixed(2);
            await page.evaluate(AXE);
            o.axe = await page.evaluate(async () =>
              (await window.axe.run()).violations.map((v) => ({
                id: v.id,
                impact: v.impact,
                nodes: v.nodes.length,
              })),
            );
            await cdp.send("Accessibility.enable");
            const ax = (await cdp.send("Accessibility.getFullAXTree")).nodes
              .filter((n) => !n.ignored)
              .map((n) => ({ role: n.role?.value, name: n.name?.value || "" }));
            const has = (t, f = () => true) =>
                ax.some((n) => f(n) && n.name.replace(/\s+/g, " ").includes(t)),
              joined = ax
                .filter((n) => /StaticText/.test(n.role))
                .map((n) => n.name.trim())
                .join(" ")
                .replace(/\s+/g, " "),
              lab = (id) => data.nodes.find((n) => n.id === id).label;
            o.ax = {
              actorsAsText: data.nodes.filter((n) => has(n.label) || joined.includes(n.label))
                .length,
              actorsAsControl: data.nodes.filter((n) =>
                has(n.label, (x) =>
                  /button|link|option|treeitem|gridcell|listitem|checkbox|menuitem|graphics/i.test(
                    x.role,
                  ),
                ),
              ).length,
              relationLabels: data.edges.filter((e) => has(e.label) || joined.includes(e.label))
                .length,
              relationsAsSentence: data.edges.filter((e) =>
                ax.some(
                  (n) =>
                    n.name.includes(e.label) &&
                    n.name.includes(lab(e.source)) &&
                    n.name.includes(lab(e.target)),
                ),
              ).length,
            };
            const v = await page.evaluate(
                (s) => !!document.querySelector(s),
                p.sel?.view || "#map",
              ),
              stops = [];
            await page.evaluate(() => {
              document.activeElement?.blur();
              getSelection().removeAllRanges();
            });
            for (let k = 0; k < 60; k++) {
              await page.keyboard.press("Tab");
              const d = await page.evaluate((s) => {
                const a = document.activeElement;
                if (!a || a === document.body) return null;
                return {
                  tag: a.tagName,
                  inMap: !!a.closest(s),
                  t: (a.getAttribute("aria-label") || a.textContent || "").trim().slice(0, 40),
                  k: [...document.querySelectorAll("*")].indexOf(a),
                };
              }, p.sel?.view || "#map");
              if (!d) break;
              if (stops.some((x) => x.k === d.k)) break;
              stops.push(d);
            }
            o.keyboard = {
              tabStops: stops.length,
              tabStopsInMap: stops.filter((x) => x.inMap).length,
              enterOpensPanel: null,
            };
            const first = stops.findIndex((x) => x.inMap);
            if (v && first >= 0) {
              await page.evaluate(() => document.activeElement?.blur());
              for (let k = 0; k <= first; k++) await page.keyboard.press("Tab");
              await page.keyboard.press("Enter");
              await sleep(300);
              o.keyboard.enterOpensPanel =
                (await page.evaluate(() => window.__api.panelText())).length > 0;
            }
            if (hasPanel) {
              let ok = 0;
              for (const n of data.nodes) {
                await sleep(450);
                if ((await clickNode(page, n.id, n.label)) !== null) ok++;
              }
              o.nodesClickable = `${ok}/${data.nodes.length}`;
            }
          } else if (hasPanel) r.panel = await clickNode(page, target.id, target.label);
          R.push(r);
          await ctx.close();
        }
        const sum = (k) => r1(median(R.map((x) => x[k])));
        o[mode] = {
          fcp: sum("fcp"),
          nodesDrawn: sum("drawn"),
          settled: R.some((x) => x.settled === null)
            ? `never within 45 s in ${R.filter((x) => x.settled === null).length}/${R.length} runs`
            : sum("settled"),
          mainThreadCpu: sum("cpu"),
          clickToPanel: hasPanel ? r1(median(R.map((x) => x.panel))) : null,
          n: R.length,
        };
      }
      {
        const { ctx, page } = await open(browser, p, url, { js: false });
        await sleep(400);
        const t = (await page.evaluate(() => document.body.innerText)).replace(/\s+/g, " "),
          svgt = await page.evaluate(() =>
            [...document.querySelectorAll("svg text")].map((e) => e.textContent).join(" "),
          );
        o.noJs = {
          actorsVisible: data.nodes.filter((n) => (t + svgt).includes(n.label)).length,
          relationLabelsVisible: data.edges.filter((e) => (t + svgt).includes(e.label)).length,
          textChars: t.length,
        };
        await ctx.close();
      }
      {
        const { ctx, page } = await open(browser, p, url, { width: 320, height: 640 }),
          s = await settle(page);
        const snap = await page.evaluate(() => window.__api.snap());
        snap.view = { ...snap.view, x: Math.max(0, snap.view.x), w: Math.min(320, snap.view.w) };
        o.at320 = {
          pageScrollWidth: await page.evaluate(() => document.documentElement.scrollWidth),
          settled: r1(s.last),
          ...M.screenQuality(snap),
        };
        if (opt("shots"))
          await page.screenshot({
            path: join(opt("shots"), p.name.replace(/\W+/g, "-") + "-320.png"),
          });
        await ctx.close();
      }
      {
        const pos = (x) =>
          JSON.stringify(
            x.nodes.map((n) => [
              n.id,
              Math.round((n.quad[0][0] + n.quad[2][0]) / 2),
              Math.round((n.quad[0][1] + n.quad[2][1]) / 2),
            ]),
          );
        o.sameOnReload = snaps.length > 1 ? snaps.every((x) => pos(x) === pos(snaps[0])) : null; // to the pixel
        const q = snaps.map(M.screenQuality);
        o.screenMedian = Object.fromEntries(
          Object.keys(q[0]).map((k) => [
            k,
            typeof q[0][k] === "number" ? median(q.map((x) => x[k])) : q[0][k],
          ]),
        );
      }
    } catch (e) {
      o.failed = String(e.message || e).slice(0, 300);
      log("  failed", o.failed);
    }
    await browser.close();
    save();
  }
  return res;
}

// ---- 2. layout speed and quality ----------------------------------------------------------------
const LIMIT = 1000 * +opt("limit", 90);
async function layout() {
  const res = (out.layout = {});
  put("/b/layouts.js", bundle("layouts.js"));
  put(
    "/layout.html",
    '<!doctype html><meta charset=utf-8><title>layouts</title><body><script src="/b/layouts.js"></script>',
  );
  const SKIP = {
    "elk-layered": 500,
    webcola: 5000,
    "graphviz-wasm-neato": 5000,
    "elk-stress": 5000,
    "elk-force": 5000,
  }; // largest graph tried
  const jobs = [
    "cytoscape-fcose",
    "d3-force",
    "graphology-fa2",
    "vis-network",
    "webcola",
    "elk-stress",
    "elk-force",
    "elk-layered",
    "graphviz-wasm-neato",
    "graphviz-wasm-sfdp",
  ]
    .filter((n) => !PEERS.length || PEERS.includes(n))
    .map((n) => ({ n, url: BASE + "/layout.html" }));
  for (const e of EXT)
    if (e.layout)
      for (const n of e.layout.names) jobs.push({ n, label: `${e.name}: ${n}`, url: e.layout.url });
  for (const { n, label, url } of jobs) {
    let dead = false;
    const row = (res[label || n] = {});
    for (const gn of wantGraphs) {
      const g = GRAPHS[gn];
      if (dead || (SKIP[n] && g.nodes.length > SKIP[n])) {
        row[gn] = {
          skipped: dead ? "slower than the limit on a smaller graph" : "not tried at this size",
        };
        continue;
      }
      log("layout", label || n, gn);
      const R = [];
      let want = RUNS,
        err = null;
      for (let i = 0; i < want; i++) {
        const srv = await chromium.launchServer({
          executablePath: CHROMIUM,
          headless: true,
          args: ARGS,
        });
        try {
          const b = await chromium.connect(srv.wsEndpoint()),
            page = await b.newPage(),
            cdp = await page.context().newCDPSession(page);
          await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
          await page.goto(url);
          await page.waitForFunction(() => window.__layout);
          const c0 = await cpuMs(cdp),
            r = await Promise.race([
              page.evaluate(
                ([n, g]) =>
                  window.__layout(n, g, 1).then((r) => ({ ms: r.ms, pos: r.pos, note: r.note })),
                [n, g],
              ),
              sleep(LIMIT).then(() => {
                throw new Error(`over ${LIMIT / 1000} s`);
              }),
            ]);
          r.cpu = (await cpuMs(cdp)) - c0;
          R.push(r);
          if (r.ms > 10000) want = Math.min(want, 2);
          await Promise.race([b.close().catch(() => {}), sleep(5000)]);
        } catch (e) {
          err = e.message.slice(0, 120);
        }
        await Promise.race([srv.kill().catch(() => {}), sleep(5000)]);
        if (err) break;
      }
      if (!R.length) {
        row[gn] = { failed: err };
        if (/over/.test(err)) dead = true;
        continue;
      }
      const Q = R.map((r) => M.quality(r.pos, g.edges)),
        dif =
          R.length > 1
            ? Math.max(
                ...R[0].pos.map((p, i) => Math.hypot(p[0] - R[1].pos[i][0], p[1] - R[1].pos[i][1])),
              )
            : null;
      row[gn] = {
        ms: r1(median(R.map((r) => r.ms))),
        cpuMs: r1(median(R.map((r) => r.cpu))),
        msMin: r1(Math.min(...R.map((r) => r.ms))),
        msMax: r1(Math.max(...R.map((r) => r.ms))),
        n: R.length,
        ...Q[0],
        stress: +median(Q.map((q) => q.stress)).toFixed(4),
        crossings: median(Q.map((q) => q.crossings)),
        nodeOverlaps: median(Q.map((q) => q.nodeOverlaps)),
        sameOnRerun: dif === null ? null : dif === 0,
        note: R[0].note,
        ...(err ? { laterError: err } : {}),
      };
      save();
    }
  }
  // native Graphviz, if there
  for (const [n, cmd, a] of [
    ["graphviz-native-neato", "neato", []],
    ["graphviz-native-sfdp", "sfdp", []],
    ["graphviz-native-sfdp-prism", "sfdp", ["-Goverlap=prism"]],
    ["graphviz-native-neato-prism", "neato", ["-Goverlap=prism"]],
  ]) {
    if ((PEERS.length && !PEERS.includes(n)) || spawnSync(cmd, ["-V"]).error) continue;
    const row = (res[n] = {});
    for (const gn of wantGraphs) {
      const g = GRAPHS[gn];
      if (/neato/.test(n) && g.nodes.length > 5000) {
        row[gn] = { skipped: "not tried at this size" };
        continue;
      }
      if (/prism/.test(n) && g.nodes.length > 5000) {
        row[gn] = { skipped: "not tried at this size" };
        continue;
      }
      log("layout", n, gn);
      const dot =
          'graph{node[shape=circle,label="",width=0.16,fixedsize=true];' +
          g.nodes.map((_, i) => `n${i};`).join("") +
          g.edges.map(([x, y]) => `n${x}--n${y};`).join("") +
          "}",
        R = [];
      let want = RUNS,
        err = null;
      for (let i = 0; i < want; i++) {
        const t = process.hrtime.bigint(),
          r = spawnSync("bash", ["-c", `TIMEFORMAT='%U %S'; time ${cmd} ${a.join(" ")} -Tplain`], {
            input: dot,
            maxBuffer: 1 << 28,
            timeout: LIMIT,
          }),
          ms = Number(process.hrtime.bigint() - t) / 1e6;
        if (r.status !== 0) {
          err = r.error?.code || "exit " + r.status;
          break;
        }
        const pos = [];
        for (const m of r.stdout.toString().matchAll(/^node n(\d+) (\S+) (\S+)/gm))
          pos[+m[1]] = [+m[2], +m[3]];
        R.push({
          ms,
          pos,
          cpu:
            1000 *
            r.stderr
              .toString()
              .trim()
              .split("\n")
              .pop()
              .split(" ")
              .reduce((x, y) => x + +y, 0),
        });
        if (ms > 10000) want = Math.min(want, 2);
      }
      if (!R.length) {
        row[gn] = { failed: err === "ETIMEDOUT" ? `over ${LIMIT / 1000} s` : err };
        continue;
      }
      row[gn] = {
        ms: r1(median(R.map((r) => r.ms))),
        cpuMs: r1(median(R.map((r) => r.cpu))),
        n: R.length,
        ...M.quality(R[0].pos, g.edges),
        sameOnRerun: R.length > 1 ? JSON.stringify(R[0].pos) === JSON.stringify(R[1].pos) : null,
      };
      save();
    }
  }
  return res;
}
// ---- 2b. Rust crates, native --------------------------------------------------------------------
async function rust() {
  if (spawnSync("cargo", ["-V"]).error) return { skipped: "no cargo" };
  const d = join(WORK, "rust");
  cpSync(join(HERE, "rust"), d, { recursive: true });
  log("cargo build");
  const b = spawnSync("cargo", ["build", "--release", "-q"], {
    cwd: d,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (b.status) return { failed: "cargo build" };
  const res = (out.rust = {});
  for (const n of ["fjadra", "fdg-sim", "force_graph"].filter(
    (n) => !PEERS.length || PEERS.includes(n),
  )) {
    const row = (res[n] = {});
    for (const gn of wantGraphs) {
      const g = GRAPHS[gn];
      if (n !== "fjadra" && g.nodes.length > 5000) {
        row[gn] = { skipped: "quadratic, not tried at this size" };
        continue;
      }
      log("rust", n, gn);
      const R = [];
      let err,
        want = RUNS;
      for (let i = 0; i < want; i++) {
        const r = spawnSync(join(d, "target/release/layouts"), [n], {
          input: `${g.nodes.length}\n` + g.edges.map((e) => e.join(" ")).join("\n"),
          maxBuffer: 1 << 28,
          timeout: LIMIT,
        });
        if (r.status !== 0) {
          err =
            r.error?.code === "ETIMEDOUT"
              ? `over ${LIMIT / 1000} s`
              : "exit " + r.status + " " + r.stderr.toString().slice(-120);
          break;
        }
        const L = r.stdout.toString().trim().split("\n");
        const ms = +L.shift();
        R.push({ ms, pos: L.map((l) => l.split(" ").map(Number)) });
        if (ms > 10000) want = Math.min(want, 2);
      }
      row[gn] = R.length
        ? {
            ms: r1(median(R.map((r) => r.ms))),
            n: R.length,
            ...M.quality(R[0].pos, g.edges),
            sameOnRerun:
              R.length > 1 ? JSON.stringify(R[0].pos) === JSON.stringify(R[1].pos) : null,
          }
        : { failed: err };
    }
  }
  return res;
}
// ---- 3. frames while panning and zooming
// -----------------------------------------------------------
async function scale() {
  const res = (out.scale = {});
  put("/b/scale.js", bundle("scale.js"));
  put(
    "/scale.html",
    '<!doctype html><html lang=en><meta charset=utf-8><title>scale</title><style>body{margin:0}#map{width:1000px;height:700px;overflow:hidden}</style><body><div id="map"></div><script src="/b/scale.js"></script>',
  );
  const { forceSimulation, forceLink, forceManyBody, forceCenter } = await import(
      "file://" + join(WORK, "node_modules/d3-force/dist/d3-force.mjs")
    ),
    sets = {};
  for (const n of [500, 2000, 5000]) {
    const g = M.barabasiAlbert(n, 2, 42),
      N = g.nodes.map(() => ({}));
    const s = forceSimulation(N)
      .force("l", forceLink(g.edges.map(([a, b]) => ({ source: a, target: b }))))
      .force("c", forceManyBody())
      .force("m", forceCenter())
      .stop();
    for (let i = 0; i < 120; i++) s.tick();
    const xs = N.map((p) => p.x),
      ys = N.map((p) => p.y),
      x0 = Math.min(...xs),
      y0 = Math.min(...ys),
      k = Math.min(960 / (Math.max(...xs) - x0), 660 / (Math.max(...ys) - y0));
    sets[n] = { g, pos: N.map((p) => [20 + (p.x - x0) * k, 20 + (p.y - y0) * k]) };
  }
  const jobs = [
    "svg-d3",
    "canvas-2d-plain",
    "cytoscape-canvas",
    "cytoscape-haystack",
    "cytoscape-webgl",
    "vis-canvas",
    "sigma-webgl",
  ]
    .filter((n) => !PEERS.length || PEERS.includes(n))
    .map((n) => ({ n }));
  for (const e of EXT) if (e.scale) jobs.push({ n: e.name, ext: e });
  for (const { n, ext } of jobs)
    for (const size of [500, 2000, 5000]) {
      if (ext && !ext.scale[size]) continue;
      log("scale", n, size);
      const runs = [],
        browser = await launch();
      let note;
      try {
        for (let i = 0; i < RUNS; i++) {
          const ctx = await browser.newContext({ viewport: { width: 1000, height: 700 } }),
            page = await ctx.newPage();
          await page.addInitScript(`window.__SEL=${JSON.stringify(ext?.sel || {})};${PROBE}`);
          await page.goto(ext ? ext.scale[size] : BASE + "/scale.html", { waitUntil: "load" });
          const draw = ext
            ? null
            : await page.evaluate(
                ([n, g, p]) => window.__scale(n, g, p),
                [n, sets[size].g, sets[size].pos],
              );
          await sleep(ext ? 3000 : 800);
          const st0 = await page.evaluate(() => window.__state?.());
          await page.evaluate(() => {
            window.__s.frames = 0;
            window.__api.frames();
          });
          const t0 = Date.now();
          await page.mouse.move(8, 8);
          await page.mouse.down();
          for (let k = 1; k <= 60 && Date.now() - t0 < 15000; k++)
            await page.mouse.move(8 + 6 * k, 8 + 3 * k);
          await page.mouse.up();
          const pan = await page.evaluate(() => window.__fstop());
          const st1 = await page.evaluate(() => window.__state?.());
          await page.evaluate(() => window.__api.frames());
          const t1 = Date.now();
          await page.mouse.move(500, 350);
          for (let k = 0; k < 40 && Date.now() - t1 < 15000; k++) {
            await page.mouse.wheel(0, k < 20 ? -60 : 60);
            await sleep(12);
          }
          const zoomF = await page.evaluate(() => window.__fstop());
          const st2 = await page.evaluate(() => window.__state?.());
          runs.push({
            draw,
            pan,
            zoomF,
            moved: st0 === undefined ? null : st0 !== st1,
            zoomed: st0 === undefined ? null : st1 !== st2,
            panWall: t1 - t0,
          });
          await ctx.close();
        }
      } catch (e) {
        note = String(e.message).slice(0, 160);
      }
      await browser.close();
      const f = (k) => {
        const a = runs.map((r) => r[k].slice(1)).filter((a) => a.length);
        return {
          median: r1(median(a.map((x) => median(x)))),
          p95: r1(median(a.map((x) => pct(x, 0.95)))),
          max: r1(median(a.map((x) => Math.max(...x)))),
          over50ms: r1(median(a.map((x) => (100 * x.filter((v) => v > 50).length) / x.length))),
        };
      };
      (res[n] = res[n] || {})[size] = runs.length
        ? {
            edges: sets[size].g.edges.length,
            firstDrawMs: r1(median(runs.map((r) => r.draw))),
            pan: f("pan"),
            zoom: f("zoomF"),
            panMoved: runs.every((r) => r.moved !== false),
            zoomMoved: runs.every((r) => r.zoomed !== false),
            n: runs.length,
            note,
          }
        : { failed: note };
      save();
    }
  return res;
}
// ---- 4. bad input
// --------------------------------------------------------------------------------
async function bad() {
  const H = () => JSON.parse(JSON.stringify(harbour)),
    X = '<img src=x onerror="window.__xss=1"><script>window.__xss=1</' + "script><b>bold</b>";
  const cases = {
    "edge to missing node": (d) => {
      d.edges.push({ id: "bad", source: "mayor", target: "nobody", label: "x", type: "x" });
    },
    "duplicate node id": (d) => {
      d.nodes.push({ ...d.nodes[0], label: "Second with the same id" });
    },
    "duplicate edge id": (d) => {
      d.edges.push({ ...d.edges[0], target: "audit" });
    },
    "self loop": (d) => {
      d.edges.push({ id: "loop", source: "mayor", target: "mayor", label: "self", type: "x" });
    },
    "disconnected parts": (d) => {
      d.nodes.push(
        { id: "z1", label: "Lone actor", group: "gov" },
        { id: "z2", label: "Pair A", group: "gov" },
        { id: "z3", label: "Pair B", group: "gov" },
      );
      d.edges.push({ id: "zz", source: "z2", target: "z3", label: "knows", type: "x" });
    },
    "HTML in labels": (d) => {
      d.nodes[1].label = X;
      d.edges[0].label = X;
    },
    "javascript: URL": (d) => {
      d.nodes.forEach((n) => {
        n.url = "javascript:window.__xss=1";
        n.linked = true;
      });
    },
    "10,000-char label": (d) => {
      d.nodes[1].label = "Wide ".repeat(2000);
    },
  };
  const res = (out.bad = {});
  for (const p of P.filter((p) => !PEERS.length || PEERS.includes(p.name)).filter(
    (p) => !/groups|stress/.test(p.name),
  )) {
    const browser = await launch(),
      row = (res[p.name] = {});
    for (const [c, f] of Object.entries(cases)) {
      const d = H();
      f(d);
      log("bad", p.name, c);
      try {
        const url = await peerPage(p, d, c.replace(/\W/g, "_")),
          { ctx, page, errors } = await open(browser, { ...p, count: 1 }, url),
          s = await settle(page, 1200, 15000);
        let q = null,
          e2;
        try {
          q = M.screenQuality(await page.evaluate(() => window.__api.snap()));
        } catch (e) {
          e2 = e.message.slice(0, 80);
        }
        let href = null;
        if (c.startsWith("javascript")) {
          href = await page.evaluate(
            () =>
              [...document.querySelectorAll("a")].filter((a) =>
                /javascript:/i.test(a.getAttribute("href") || a.getAttribute("xlink:href") || ""),
              ).length,
          );
          const n = await page.evaluate(() => (window.__api.nodes() || [])[1]);
          if (n) {
            await page.mouse.click(
              (n.quad[0][0] + n.quad[2][0]) / 2,
              (n.quad[0][1] + n.quad[2][1]) / 2,
            );
            await sleep(300);
          }
        }
        row[c] = {
          drawn: q ? q.nodes : 0,
          of: d.nodes.length,
          settled: r1(s?.last),
          exceptions: [...new Set(errors)].slice(0, 3),
          scriptRan: await page.evaluate(() => !!window.__xss).catch(() => null),
          ...(href !== null ? { javascriptLinks: href } : {}),
          ...(c.startsWith("10")
            ? { smallestNodePx: q?.smallestTargetPx, labelsCut: q?.labelsCutByFrame }
            : {}),
          ...(e2 ? { probe: e2 } : {}),
        };
        if (opt("shots"))
          await page
            .screenshot({
              path: join(
                opt("shots"),
                "bad-" + p.name.replace(/\W+/g, "-") + "-" + c.replace(/\W+/g, "-") + ".png",
              ),
            })
            .catch(() => {});
        await ctx.close();
      } catch (e) {
        row[c] = { failed: String(e.message).split("\n")[0].slice(0, 200) };
      }
    }
    await browser.close();
    save();
  }
  return res;
}

const OUT = opt("out");
const save = () => {
  if (OUT) writeFileSync(OUT, JSON.stringify(out, null, 1));
};
const FN = { small, layout, rust, scale, bad };
for (const k of ONLY) {
  if (!FN[k]) continue;
  log("== " + k, "load", loadavg()[0].toFixed(2));
  out[k + "LoadBefore"] = +loadavg()[0].toFixed(2);
  out[k] = await FN[k]();
  save();
}
for (const s of many("positions")) {
  const [name, f] = s.split("="),
    j = load(f),
    g = GRAPHS[j.graph];
  (out.positions = out.positions || {})[name] = {
    graph: j.graph,
    ms: j.ms ? median([].concat(j.ms)) : null,
    ...M.quality(j.pos, g.edges),
  };
}
if (OUT) writeFileSync(OUT, JSON.stringify(out, null, 1));
else console.log(JSON.stringify(out, null, 1));
server.close();
process.exit(0);

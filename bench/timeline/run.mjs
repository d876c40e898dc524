#!/usr/bin/env node
// Measures timeline pages: transfer, paint, blocking, interactivity, memory, frames, axe, and a few
// "does it respect X" checks. Peers and any further page go through exactly the same code.
//
// node run.mjs                          small story (7 runs) + scale (5 runs), prints JSON, notes
// on stderr node run.mjs --parts small            parts: small, scale   (comma list; default both)
// node run.mjs --peers timelinejs,vis   which built-in peers (default: all; "none" for only your
// page) node run.mjs --page our.json          add a page (an object or a list of objects, see PAGE
// below) node run.mjs --runs 7 --scale-runs 5 --sizes 100,1000,5000,10000 --cap 120 --out
// results.json node run.mjs --shots DIR              keep screenshots;   --serve  only serve the
// pages (for looking) CHROMIUM=/path/to/chromium node run.mjs
//
// PAGE (one entry of our.json): { "name": "ours", "url":
// "http://127.0.0.1:8080/embed.html?src={data}",  // {n} = number of events, {data} = URL of the
// neutral
//                                                            // data set JSON (CORS open); or instead of url:
// "dir": "../dist", "path": "embed.html?src={data}",      // a folder that this script serves
// (br/gzip, same server) "prepare": "./prepare.mjs",   // optional: default export async ({dir, n,
// story}) => writes files for n events into dir "ready": ".event",            // an event's
// element; the timeline counts as ready when `readyMin` of them have a box "readyMin": 1,
// // a number or "n" (all) "activate": ".event:nth-child(2)",    // what the first click hits
// "changed":  ".event[aria-current]",   // matches whose class/id/text change when the click took
// effect "pan":  {"kind": "drag", "selector": "#tl"},            // drag | wheel | keys | none
// "zoom": {"kind": "wheel", "selector": "#tl", "ctrl": true}   // wheel | click ({"in": sel, "out":
// sel}) | keys | none }
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { fileURLToPath, pathToFileURL } from "node:url";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const argv = process.argv.slice(2);
const opt = (k, d) => {
  const i = argv.indexOf("--" + k);
  return i < 0 ? d : argv[i + 1];
};
const flag = (k) => argv.includes("--" + k);
const RUNS = +opt("runs", 7),
  SRUNS = +opt("scale-runs", 5),
  CAP = +opt("cap", 120) * 1000;
const SIZES = opt("sizes", "100,1000,5000,10000").split(",").map(Number);
const PARTS = opt("parts", "small,scale").split(",");
const SHOTS = opt("shots", "");
const VIEW = { width: 1000, height: 650 };
const note = (...a) => console.error(new Date().toISOString().slice(11, 19), ...a);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const chromiumPath =
  process.env.CHROMIUM ||
  (process.env.PATH || "")
    .split(path.delimiter)
    .flatMap((d) => ["chromium", "chromium-browser", "google-chrome"].map((f) => path.join(d, f)))
    .find((p) => fs.existsSync(p));

// ---------------------------------------------------------------- install (pinned, into a temp
// dir)
const pkgText = fs.readFileSync(path.join(HERE, "package.json"), "utf8");
const PKG = JSON.parse(pkgText);
const WORK = path.join(
  os.tmpdir(),
  "timeline-bench-" + createHash("sha256").update(pkgText).digest("hex").slice(0, 12),
);
fs.mkdirSync(WORK, { recursive: true });
if (!fs.existsSync(path.join(WORK, ".installed"))) {
  fs.writeFileSync(path.join(WORK, "package.json"), pkgText);
  note("npm install into a temp dir");
  execFileSync(
    "npm",
    ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd: WORK, stdio: ["ignore", 2, 2] },
  );
  fs.writeFileSync(path.join(WORK, ".installed"), "");
}
const require = createRequire(path.join(WORK, "x.js"));
const NM = path.join(WORK, "node_modules");
const { chromium } = require("playwright-core");
const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// ---------------------------------------------------------------- the neutral story
function rng(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const WORDS = (
  "the council river city mayor bridge flood report engineers money vote plan water court minister public letter inquiry company school " +
  "after before during without against under budget contract warning residents agreed refused published delayed opened closed promised raised " +
  "safety dam storm night morning people families workers union press spokesperson evidence audit project new old first second third large small " +
  "national local regional independent emergency official answer question meeting decision cost million pumps walls gates sensors data map street " +
  "harbour market hospital station road tunnel power supply insurance claim damage repair study experts model risk level rain"
).split(" ");
const text = (r, n) => {
  const w = Array.from({ length: n }, () => WORDS[Math.floor(r() * WORDS.length)]);
  let s = "";
  w.forEach((x, i) => {
    const first = i % 10 === 0;
    s +=
      (i ? " " : "") +
      (first ? x[0].toUpperCase() + x.slice(1) : x) +
      (i % 10 === 9 || i === n - 1 ? "." : "");
  });
  return s;
};
/** n events over `years` years, 40 words each, 3 eras; the same on every machine. */
function makeStory(n, years = 30) {
  const r = rng(20240501 + n),
    start = Date.UTC(1995, 0, 1),
    span = years * 365.25 * 864e5,
    iso = (ms) => new Date(ms).toISOString().slice(0, 10);
  const times = Array.from({ length: n }, () => start + Math.floor(r() * span)).sort(
    (a, b) => a - b,
  );
  return {
    title: "The flood wall",
    events: times.map((t, i) => ({
      id: "e" + i,
      date: iso(t),
      headline: text(r, 6).replace(".", "") + " " + (i + 1),
      text: text(r, 40),
    })),
    eras: [0, 1, 2].map((k) => ({
      start: iso(start + (span * k) / 3),
      end: iso(start + (span * (k + 1)) / 3),
      label: ["Planning", "Building", "Reckoning"][k],
    })),
  };
}

// ---------------------------------------------------------------- static server (br -q 11 / gzip
// -9, CORS open)
const SITE = path.join(WORK, "site");
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  mjs: "text/javascript",
  css: "text/css",
  json: "application/json",
  svg: "image/svg+xml",
  woff2: "font/woff2",
  woff: "font/woff",
  ttf: "font/ttf",
  wasm: "application/wasm",
  png: "image/png",
  csv: "text/csv",
  txt: "text/plain",
  ico: "image/x-icon",
};
const SQUEEZE = new Set(["html", "js", "mjs", "css", "json", "svg", "ttf", "wasm", "csv", "txt"]);
const br = (b) =>
  zlib.brotliCompressSync(b, {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: b.length,
    },
  });
const gz = (b) => zlib.gzipSync(b, { level: 9 });
const roots = { "": SITE },
  cache = new Map();
function packed(file, ext) {
  const st = fs.statSync(file),
    key = file + st.mtimeMs + st.size;
  if (!cache.has(key)) {
    const raw = fs.readFileSync(file);
    cache.set(key, SQUEEZE.has(ext) ? { raw, br: br(raw), gzip: gz(raw) } : { raw });
  }
  return cache.get(key);
}
const server = createServer((q, s) => {
  try {
    const u = new URL(q.url, "http://x");
    let p = decodeURIComponent(u.pathname).slice(1);
    if (p === "" || p.endsWith("/")) p += "index.html";
    const m = /^ext\/([^/]+)\/(.*)$/.exec(p),
      root = m ? roots[m[1]] : SITE;
    if (m) p = m[2];
    const file = path.join(root, p);
    if (!file.startsWith(root) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      s.writeHead(404, { "content-type": "text/plain" });
      return s.end("not found");
    }
    const ext = path.extname(file).slice(1),
      f = packed(file, ext),
      ae = q.headers["accept-encoding"] || "";
    const enc = f.br && /\bbr\b/.test(ae) ? "br" : f.gzip && /\bgzip\b/.test(ae) ? "gzip" : "",
      body = enc ? f[enc] : f.raw;
    s.writeHead(200, {
      "content-type": TYPES[ext] || "application/octet-stream",
      "content-length": body.length,
      "cache-control": "max-age=600",
      "access-control-allow-origin": "*",
      vary: "accept-encoding",
      ...(enc && { "content-encoding": enc }),
    });
    s.end(body);
  } catch (e) {
    s.writeHead(500);
    s.end(String(e));
  }
});
await new Promise((r) => server.listen(0, "127.0.0.1", r));
const ORIGIN = "http://127.0.0.1:" + server.address().port;

// ---------------------------------------------------------------- built-in peers: write the page
// for a story into dir
const esc = (s) =>
  s.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const page = (title, head, body) =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>${esc(title)}</title>\n${head}</head>\n<body>${body}</body></html>\n`;
const cp = (from, to) => fs.cpSync(path.join(NM, from), to, { recursive: true });
const ymd = (s) => {
  const [, y, m, d] = /^(-?\d+)-(\d+)-(\d+)/.exec(s);
  return { year: +y, month: +m, day: +d };
};
const tlData = (st) => ({
  title: { text: { headline: st.title } },
  events: st.events.map((e) => ({
    unique_id: e.id,
    start_date: ymd(e.date),
    text: { headline: e.headline, text: e.text },
  })),
  eras: st.eras.map((e) => ({
    start_date: ymd(e.start),
    end_date: ymd(e.end),
    text: { headline: e.label },
  })),
});
const visData = (st) => [
  ...st.eras.map((e, i) => ({
    id: "era" + i,
    type: "background",
    start: e.start,
    end: e.end,
    content: e.label,
  })),
  ...st.events.map((e) => ({ id: e.id, start: e.date, content: e.headline, title: e.text })),
];
const chronoData = (st) =>
  st.events.map((e) => ({ title: e.date, cardTitle: e.headline, cardDetailedText: e.text }));
function bundleChrono(out, mode, props = "") {
  const src = path.join(WORK, `chrono-${mode}${props ? "-x" : ""}.jsx`);
  fs.writeFileSync(
    src,
    `import React from 'react';import { createRoot } from 'react-dom/client';import { Chrono } from 'react-chrono';import 'react-chrono/dist/style.css';
fetch('data.json').then(r => r.json()).then(items => createRoot(document.getElementById('t')).render(<Chrono items={items} mode="${mode}" ${props} />));`,
  );
  execFileSync(
    process.execPath,
    [
      path.join(NM, "esbuild/bin/esbuild"),
      src,
      "--bundle",
      "--minify",
      "--format=iife",
      '--define:process.env.NODE_ENV="production"',
      "--log-level=error",
      "--outfile=" + path.join(out, "app.js"),
    ],
    { stdio: ["ignore", 2, 2] },
  );
}
const visHtml = (extra) =>
  page(
    "Story",
    '<link rel="stylesheet" href="vis.css"><style>body{margin:0;font-family:sans-serif}</style>\n',
    `<div id="t"></div><script src="vis.js"></script>
<script>fetch('data.json').then(r=>r.json()).then(d=>{new vis.Timeline(document.getElementById('t'),new vis.DataSet(d),{height:'650px',verticalScroll:true${extra}})})</script>`,
  );
const visBuild = (extra) => (dir, st) => {
  cp("vis-timeline/standalone/umd/vis-timeline-graph2d.min.js", path.join(dir, "vis.js"));
  cp("vis-timeline/styles/vis-timeline-graph2d.min.css", path.join(dir, "vis.css"));
  fs.writeFileSync(path.join(dir, "data.json"), JSON.stringify(visData(st)));
  fs.writeFileSync(path.join(dir, "index.html"), visHtml(extra));
};
const TLSEL = {
  ready: ".tl-timemarker-content-container",
  readyMin: "n",
  activate: ".tl-slidenav-next",
  changed: ".tl-timemarker.tl-timemarker-active",
  pan: { kind: "drag", selector: ".tl-timenav" },
  zoom: {
    kind: "click",
    in: '.tl-menubar-button[aria-label="Zoom in"]',
    out: '.tl-menubar-button[aria-label="Zoom out"]',
  },
};
const VISSEL = {
  ready: ".vis-item.vis-box",
  readyMin: "n",
  activate: ".vis-item.vis-box .vis-item-content",
  changed: ".vis-item.vis-selected",
  pan: { kind: "drag", selector: ".vis-center" },
  zoom: { kind: "wheel", selector: ".vis-center" },
};
const PEERS = {
  timelinejs: {
    ...TLSEL,
    version: PKG.dependencies["@knight-lab/timelinejs"],
    about: "library in our own page, fonts CSS and script_path local (best case)",
    build(dir, st) {
      cp("@knight-lab/timelinejs/dist/js/timeline.js", path.join(dir, "js/timeline.js"));
      cp("@knight-lab/timelinejs/dist/css", path.join(dir, "css"));
      fs.writeFileSync(path.join(dir, "data.json"), JSON.stringify(tlData(st)));
      fs.writeFileSync(
        path.join(dir, "index.html"),
        page(
          "Story",
          '<link rel="stylesheet" href="css/timeline.css"><style>html,body{margin:0;height:100%}#t{height:100%}</style>\n',
          `<div id="t"></div><script src="js/timeline.js"></script>
<script>new TL.Timeline('t','data.json',{script_path:new URL('js/',location.href).href})</script>`,
        ),
      );
    },
  },
  "timelinejs-embed": {
    ...TLSEL,
    smallOnly: true,
    version: PKG.dependencies["@knight-lab/timelinejs"],
    path: "embed/index.html?source=../data.json",
    about: "the official embed page (dist/embed/index.html) as shipped, third parties unreachable",
    build(dir, st) {
      cp("@knight-lab/timelinejs/dist", dir);
      fs.writeFileSync(path.join(dir, "data.json"), JSON.stringify(tlData(st)));
    },
  },
  vis: {
    ...VISSEL,
    version: PKG.dependencies["vis-timeline"],
    about:
      "standalone UMD build, stack:true (default), headline in box, 40 words in the tooltip, eras as background items",
    build: visBuild(""),
  },
  "vis-cluster": {
    ...VISSEL,
    scaleOnly: true,
    ready: ".vis-item.vis-box,.vis-item.vis-cluster",
    readyMin: 1,
    activate: ".vis-item.vis-box:not(.vis-cluster) .vis-item-content,.vis-item.vis-cluster",
    version: PKG.dependencies["vis-timeline"],
    about: "the same with cluster:true",
    build: visBuild(",cluster:true"),
  },
  chrono: {
    version: PKG.dependencies["react-chrono"],
    about:
      'mode="vertical" (what its README names for news timelines), React + esbuild minified bundle; no eras, no zoom',
    ready: ".vertical-item-row",
    readyMin: "n",
    activate: 'button[aria-label="Next"]',
    changed: ".vertical-item-row[aria-current]",
    pan: { kind: "wheel", selector: "#t" },
    zoom: { kind: "none" },
    build(dir, st) {
      bundleChrono(dir, "vertical");
      fs.writeFileSync(path.join(dir, "data.json"), JSON.stringify(chronoData(st)));
      fs.writeFileSync(
        path.join(dir, "index.html"),
        page(
          "Story",
          '<link rel="stylesheet" href="app.css"><style>html,body{margin:0;height:100%}#t{height:100%}</style>\n',
          '<div id="t"></div><script src="app.js"></script>',
        ),
      );
    },
  },
};

// ---------------------------------------------------------------- what is measured: built-in peers
// + --page
const wanted = opt("peers", ""),
  pages = [];
for (const [name, p] of Object.entries(PEERS))
  if (!wanted || wanted.split(",").includes(name)) pages.push({ name, ...p });
if (opt("page", "")) {
  const f = path.resolve(opt("page", ""));
  for (const c of [JSON.parse(fs.readFileSync(f, "utf8"))].flat()) {
    if (c.dir) {
      roots[c.name] = path.resolve(path.dirname(f), c.dir);
      c.url = `${ORIGIN}/ext/${c.name}/${c.path || ""}`;
    }
    if (c.prepare) {
      const m = await import(pathToFileURL(path.resolve(path.dirname(f), c.prepare)));
      c.build = (dir, st) =>
        m.default({ dir: roots[c.name] || dir, n: st.events.length, story: st });
    }
    pages.push(c);
  }
}
const built = new Set();
async function urlFor(c, n) {
  const story = makeStory(n),
    key = c.name + "/" + n,
    dir = path.join(SITE, c.name, String(n)),
    data = path.join(SITE, "data", n + ".json");
  if (!fs.existsSync(data)) {
    fs.mkdirSync(path.dirname(data), { recursive: true });
    fs.writeFileSync(data, JSON.stringify(story));
  }
  if (c.build && !built.has(key)) {
    fs.rmSync(dir, { recursive: true, force: true });
    fs.mkdirSync(dir, { recursive: true });
    await c.build(dir, story);
    built.add(key);
  }
  const u = (c.url || `${ORIGIN}/${key}/${c.path || ""}`)
    .replaceAll("{n}", n)
    .replaceAll("{data}", `${ORIGIN}/data/${n}.json`);
  if (u.startsWith(ORIGIN)) for (const f of walk(dir)) packed(f, path.extname(f).slice(1)); // compress before the clock runs
  return u;
}
function* walk(d) {
  if (fs.existsSync(d))
    for (const e of fs.readdirSync(d, { withFileTypes: true })) {
      const f = path.join(d, e.name);
      if (e.isDirectory()) yield* walk(f);
      else yield f;
    }
}
const minOf = (c, n) => (c.readyMin === "n" ? n : c.readyMin || 1);

// ---------------------------------------------------------------- browser (a new process and
// profile for every run)
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]; // third parties fail at once: their cost is NOT in the timings
const THROTTLE = { cpu: 4, down: 1.6e6 / 8, up: 750e3 / 8, latency: 150 };
// Other programs on the machine: wait for a calm moment before a timed run, and say afterwards how
// much CPU they took.
const stat = () => {
  try {
    const v = fs
      .readFileSync("/proc/stat", "utf8")
      .split("\n")[0]
      .trim()
      .split(/\s+/)
      .slice(1, 9)
      .map(Number);
    return {
      busy: v[0] + v[1] + v[2] + v[5] + v[6] + v[7],
      all: v.reduce((a, b) => a + b, 0),
      t: Date.now(),
    };
  } catch {
    return null;
  }
};
function treeCpu(pid) {
  // jiffies of a process and all its descendants
  const kids = {},
    cpu = {};
  try {
    for (const d of fs.readdirSync("/proc"))
      if (/^\d+$/.test(d)) {
        try {
          const f = fs.readFileSync(`/proc/${d}/stat`, "utf8"),
            a = f.slice(f.lastIndexOf(")") + 2).split(" ");
          (kids[a[1]] ||= []).push(d);
          cpu[d] = +a[11] + +a[12] + +a[13] + +a[14];
        } catch {}
      }
  } catch {
    return null;
  }
  let sum = 0;
  const go = (p) => {
    sum += cpu[p] || 0;
    (kids[p] || []).forEach(go);
  };
  go(String(pid));
  return sum;
}
let waitLeft = +opt("wait", 300) * 1000; // in all, so that a busy machine does not stall the script for ever
async function calm() {
  for (;;) {
    const a = stat();
    if (!a) return;
    await sleep(600);
    const b = stat();
    if ((b.busy - a.busy) / (b.all - a.all) < 0.15) return;
    if (waitLeft <= 0) return;
    await sleep(900);
    waitLeft -= 1500;
  }
}
const RETRIES = +opt("retries", 2),
  NOISY = 0.3; // cores that other programs may take during a timed run; above it the run is repeated (--retries times), the quietest is kept
async function quietly(one) {
  let best = null;
  for (let i = 0; i <= RETRIES; i++) {
    await calm();
    const r = await one();
    if (!best || (r.foreign ?? 0) < (best.foreign ?? 0)) best = r;
    if ((best.foreign ?? 0) <= NOISY) break;
    if (r.long) break;
  }
  return best;
}
async function withPage({ context = {}, throttle = false, cap = CAP, load = null }, fn) {
  const s0 = stat(),
    n0 = process.cpuUsage();
  const srv = await chromium.launchServer({
    executablePath: chromiumPath,
    headless: true,
    args: ARGS,
  });
  const dead = sleep(cap).then(() => {
    throw new Error("cap");
  });
  dead.catch(() => {});
  try {
    return await Promise.race([
      (async () => {
        const b = await chromium.connect(srv.wsEndpoint()),
          ctx = await b.newContext({ viewport: VIEW, ...context }),
          p = await ctx.newPage(),
          cdp = await ctx.newCDPSession(p);
        p.setDefaultTimeout(cap);
        const bcdp = await b.newBrowserCDPSession().catch(() => null);
        await cdp.send("Network.enable");
        await cdp.send("Performance.enable", { timeDomain: "threadTicks" }); // CPU time of the main thread: not changed by other programs
        if (throttle) {
          await cdp.send("Network.emulateNetworkConditions", {
            offline: false,
            latency: THROTTLE.latency,
            downloadThroughput: THROTTLE.down,
            uploadThroughput: THROTTLE.up,
          });
          await cdp.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE.cpu });
        }
        return await fn(p, cdp, bcdp);
      })(),
      dead,
    ]);
  } finally {
    if (load) {
      const own = treeCpu(srv.process().pid),
        s1 = stat(),
        n1 = process.cpuUsage(n0);
      load.foreign =
        own === null || !s0
          ? null
          : +Math.max(
              0,
              ((s1.busy - s0.busy - own) / 100 - (n1.user + n1.system) / 1e6) /
                ((s1.t - s0.t) / 1000),
            ).toFixed(2);
    }
    await Promise.race([srv.kill(), sleep(5000)]);
  }
}
// runs in the page from the very start
function collector({ ready, min }) {
  const m = (window.__m = { fcp: null, lcp: null, long: [], ready: null, errors: [], dialogs: [] });
  const po = (type, f) => {
    try {
      new PerformanceObserver((l) => l.getEntries().forEach(f)).observe({ type, buffered: true });
    } catch {}
  };
  po("paint", (e) => {
    if (e.name === "first-contentful-paint") m.fcp = e.startTime;
  });
  po("largest-contentful-paint", (e) => {
    m.lcp = e.startTime;
    m.lcpText = ((e.element && e.element.textContent) || "").slice(0, 40);
  });
  po("longtask", (e) => m.long.push([e.startTime, e.duration]));
  po("layout-shift", (e) => {
    if (!e.hadRecentInput) m.cls = (m.cls || 0) + e.value;
  });
  addEventListener("error", (e) => m.errors.push(String(e.message || e.type)), true);
  addEventListener("unhandledrejection", (e) =>
    m.errors.push("unhandled: " + String((e.reason && e.reason.message) || e.reason)),
  );
  for (const k of ["alert", "confirm", "prompt"])
    window[k] = (x) => {
      m.dialogs.push(k + ":" + x);
    };
  let seen = false;
  const tick = () => {
    if (m.ready) return;
    const el = document.querySelector(ready);
    if (el && document.querySelectorAll(ready).length >= min) {
      const r = el.getBoundingClientRect(),
        ok =
          r.width &&
          r.height &&
          (!el.checkVisibility ||
            el.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
      if (ok && seen) {
        m.ready = performance.now();
        return;
      } // laid out in the previous frame, so it has been painted
      seen = !!ok;
    }
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}
// fingerprint of what matches: used to see that a click, a pan or a zoom did something
const FP = `(sel, box) => [...document.querySelectorAll(sel)].slice(0, 40).map(e => box ? (r => [r.x|0, r.y|0, r.width|0])(e.getBoundingClientRect()).join() : [e.id, e.getAttribute('class'), e.getAttribute('aria-label'), (e.textContent||'').slice(0, 60)].join('|')).join(';') + (box ? '@' + scrollX + ',' + scrollY : '')`;
const fp = (p, sel, box) => p.evaluate(`(${FP})(${JSON.stringify(sel)}, ${!!box})`);
async function spot(p, sel) {
  // a visible point of the first element that has one inside the viewport
  return p.evaluate((sel) => {
    for (const e of document.querySelectorAll(sel)) {
      const r = e.getBoundingClientRect();
      if (!r.width || !r.height) continue;
      const x = (Math.max(0, r.left) + Math.min(innerWidth, r.right)) / 2,
        y = (Math.max(0, r.top) + Math.min(innerHeight, r.bottom)) / 2;
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight || r.right < 0 || r.bottom < 0)
        continue;
      const h = document.elementFromPoint(x, y);
      if (h && (h === e || e.contains(h) || h.contains(e))) return { x, y };
    }
    return null;
  }, sel);
}
async function load(p, c, n) {
  await p.addInitScript(collector, { ready: c.ready, min: minOf(c, n) });
  await p.goto(await urlFor(c, n), { waitUntil: "commit" });
  await p.waitForFunction(() => window.__m && window.__m.ready, null, { polling: 100 });
}
async function paintMetrics(p, quiet) {
  await sleep(quiet); // let fonts, late tasks and LCP candidates land
  return p.evaluate(() => {
    const m = window.__m;
    let t = Math.max(m.ready, m.fcp || 0);
    for (const [s, d] of [...m.long].sort((a, b) => a[0] - b[0]))
      if (s < t + 500 && s + d > t) t = s + d; // interactive: ready, then 500 ms without a long task
    const tbt = (from) =>
      m.long.reduce((a, [s, d]) => {
        const e = s + d,
          b = Math.max(s, from);
        return a + (e > from ? Math.max(0, e - b - 50) : 0);
      }, 0);
    return {
      fcp: m.fcp,
      lcp: m.lcp,
      ready: m.ready,
      interactive: t,
      tbt: tbt(m.fcp || 0),
      blocking: tbt(0),
      longTasks: m.long.length,
      longestTask: Math.max(0, ...m.long.map((x) => x[1])),
      cls: m.cls || 0,
    };
  });
}
async function mainCpu(cdp) {
  const m = Object.fromEntries(
    (await cdp.send("Performance.getMetrics")).metrics.map((x) => [x.name, x.value]),
  );
  return {
    mainCpu: m.TaskDuration * 1000,
    scriptCpu: m.ScriptDuration * 1000,
    layoutCpu: (m.LayoutDuration + m.RecalcStyleDuration) * 1000,
  };
}
async function firstClick(p, c) {
  const at = await spot(p, c.activate);
  if (!at) return { ok: false, why: "nothing to click in view" };
  await p.evaluate(`(() => { const f = ${FP}, a = f(${JSON.stringify(c.changed)}); const w = window.__click = {};
    addEventListener('pointerdown', e => { w.t = e.timeStamp; }, { capture: true, once: true });
    const tick = () => { if (w.t && f(${JSON.stringify(c.changed)}) !== a) { w.ms = performance.now() - w.t; return; } requestAnimationFrame(tick); }; requestAnimationFrame(tick); })()`);
  await p.mouse.click(at.x, at.y);
  const r = await p
    .waitForFunction(() => window.__click.ms, null, { polling: 50, timeout: 15000 })
    .then(
      (h) => h.jsonValue(),
      () => null,
    );
  return r === null ? { ok: false, why: "no change seen in 15 s" } : { ok: true, ms: r };
}
async function memory(p, cdp, bcdp) {
  await cdp.send("HeapProfiler.enable");
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.collectGarbage");
  const h = await cdp.send("Runtime.getHeapUsage"),
    out = { jsHeap: h.usedSize, backingStores: h.backingStorageSize ?? null };
  out.domElements = await p.evaluate(() => {
    let k = 0;
    const go = (r) => {
      k += r.querySelectorAll("*").length;
      r.querySelectorAll("*").forEach((e) => e.shadowRoot && go(e.shadowRoot));
    };
    go(document);
    return k;
  });
  out.domNodes = (await cdp.send("Memory.getDOMCounters")).nodes;
  try {
    // memory of the renderer process (so that a wasm heap or a canvas cannot hide); Linux only
    const pi = await bcdp.send("SystemInfo.getProcessInfo");
    const pss = pi.processInfo
      .filter((x) => x.type === "renderer")
      .map(
        (x) =>
          +/Pss:\s+(\d+)/.exec(fs.readFileSync(`/proc/${x.id}/smaps_rollup`, "utf8"))[1] * 1024,
      );
    out.rendererPss = Math.max(...pss);
  } catch {
    out.rendererPss = null;
  }
  return out;
}
// rAF deltas while `act` runs
async function frames(p, c, act) {
  const before = await fp(p, c.ready, true);
  await p.evaluate(() => {
    const f = (window.__f = []);
    let last = null;
    window.__fon = true;
    const tick = (t) => {
      if (last !== null) f.push(t - last);
      last = t;
      if (window.__fon) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const t0 = Date.now();
  let inputs = 0;
  try {
    inputs = await act(() => Date.now() - t0);
  } catch (e) {
    return { error: String(e.message || e).split("\n")[0] };
  }
  const f = await p.evaluate(() => {
      window.__fon = false;
      return window.__f;
    }),
    after = await fp(p, c.ready, true),
    s = [...f].sort((a, b) => a - b);
  const q = (x) =>
    s.length ? +s[Math.min(s.length - 1, Math.floor(x * s.length))].toFixed(1) : null;
  return {
    frames: f.length,
    median: q(0.5),
    p95: q(0.95),
    max: q(1),
    over50: f.filter((x) => x > 50).length,
    ms: Date.now() - t0,
    inputs,
    moved: before !== after,
  };
}
const GEST = 3000; // ms of each gesture
const wait4 = async (f) => {
  while (f()) await sleep(2);
};
async function gesture(p, cdp, g) {
  // real input through the browser, about 60 events a second, at most 6 not yet handled
  const at = g.selector ? await spot(p, g.selector) : null;
  if (g.kind !== "keys" && g.kind !== "click" && !at) throw new Error("gesture target not in view");
  return async (el) => {
    let i = 0,
      flying = 0;
    const send = (o) => {
      flying++;
      i++;
      return cdp
        .send("Input.dispatchMouseEvent", o)
        .catch(() => {})
        .finally(() => flying--);
    };
    const pace = async () => {
      await sleep(15);
      await wait4(() => flying > 5 && el() < 30000);
    };
    if (g.kind === "drag") {
      const o = { button: "left", buttons: 1 };
      await p.mouse.move(at.x, at.y);
      await send({ type: "mousePressed", x: at.x, y: at.y, clickCount: 1, ...o });
      let x = at.x,
        y = at.y;
      while (el() < GEST) {
        const ph = (i % 80) / 40,
          d = ph < 1 ? ph : 2 - ph;
        x = Math.round(at.x - 300 * d);
        y = at.y + (i % 2);
        send({ type: "mouseMoved", x, y, ...o });
        await pace();
      }
      await wait4(() => flying > 0 && el() < 60000);
      await send({ type: "mouseReleased", x, y, button: "left", buttons: 0, clickCount: 1 });
    } else if (g.kind === "wheel") {
      await p.mouse.move(at.x, at.y);
      while (el() < GEST) {
        const dir = g.zoom ? (i % 60 < 30 ? -1 : 1) : i % 180 < 90 ? 1 : -1;
        send({
          type: "mouseWheel",
          x: at.x,
          y: at.y,
          deltaX: (g.dx || 0) * dir,
          deltaY: (g.dy ?? (g.dx ? 0 : 60)) * dir,
          modifiers: g.ctrl ? 2 : 0,
        });
        await pace();
      }
      await wait4(() => flying > 0 && el() < 60000);
    } else if (g.kind === "click") {
      for (const s of [g.in, g.in, g.in, g.out, g.out, g.out]) {
        const a = await spot(p, s);
        if (!a) throw new Error("zoom button not in view");
        await p.mouse.click(a.x, a.y);
        i++;
        await sleep(500);
        if (el() > 40000) break;
      }
    } else if (g.kind === "keys") {
      const k = g.keys || [g.in, g.out];
      while (el() < GEST) {
        await p.keyboard.press(k[(i++ >> 4) % k.length]);
        await sleep(16);
      }
    }
    return i;
  };
}
async function gestures(p, cdp, c) {
  const out = {};
  for (const k of ["pan", "zoom"]) {
    const g = { ...c[k], zoom: k === "zoom" };
    if (!g.kind || g.kind === "none") {
      out[k] = null;
      continue;
    }
    try {
      out[k] = await frames(p, c, await gesture(p, cdp, g));
    } catch (e) {
      out[k] = { error: String(e.message).split("\n")[0] };
    }
    await sleep(1500);
  }
  return out;
}

// ---------------------------------------------------------------- parts
const med = (a) => {
  const s = a.filter((x) => typeof x === "number").sort((x, y) => x - y);
  return s.length
    ? +(s.length % 2 ? s[s.length >> 1] : (s[s.length / 2 - 1] + s[s.length / 2]) / 2).toFixed(1)
    : null;
};
const stats = (rows) => {
  const o = {};
  for (const k of new Set(rows.flatMap((r) => Object.keys(r)))) {
    const v = rows.map((r) => r[k]).filter((x) => typeof x === "number");
    if (v.length)
      o[k] = {
        median: med(v),
        min: +Math.min(...v).toFixed(1),
        max: +Math.max(...v).toFixed(1),
        runs: v.length,
      };
  }
  return o;
};

async function bytes(c, n) {
  return withPage({}, async (p) => {
    const all = [],
      tp = new Set();
    p.on("request", (r) => {
      if (!/^http:\/\/127\.0\.0\.1/.test(r.url()) && /^https?:/.test(r.url())) tp.add(r.url());
    });
    const bodies = [];
    p.on("response", (r) =>
      bodies.push(
        (async () => {
          if (!/^http:\/\/127\.0\.0\.1/.test(r.url())) return;
          const b = await r.body().catch(() => Buffer.alloc(0));
          const ext = path.extname(new URL(r.url()).pathname).slice(1);
          const z = !["woff2", "woff", "png", "jpg"].includes(ext);
          all.push({
            url: r
              .url()
              .replace(ORIGIN, "")
              .replace(/^\/[^?]*\/\d+\//, ""),
            status: r.status(),
            type: r.request().resourceType(),
            raw: b.length,
            gzip: z ? gz(b).length : b.length,
            br: z ? br(b).length : b.length,
            encoding: r.headers()["content-encoding"] || "",
          });
        })(),
      ),
    );
    await load(p, c, n);
    await sleep(2500);
    await Promise.all(bodies);
    const ok = all.filter((x) => x.status < 400),
      sum = (k) => ok.reduce((a, x) => a + x[k], 0),
      by = {};
    for (const x of ok) {
      const t = (by[x.type] ||= { requests: 0, raw: 0, gzip: 0, br: 0 });
      t.requests++;
      t.raw += x.raw;
      t.gzip += x.gzip;
      t.br += x.br;
    }
    return {
      requests: all.length + tp.size,
      own: all.length,
      failedOwn: all.filter((x) => x.status >= 400).map((x) => x.url),
      thirdParty: [...tp],
      raw: sum("raw"),
      gzip: sum("gzip"),
      br: sum("br"),
      byType: by,
      files: ok,
    };
  });
}
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
async function axe(c, n, after) {
  return withPage({}, async (p) => {
    await load(p, c, n);
    await sleep(1500);
    if (after) {
      await firstClick(p, c);
      await sleep(1500);
    }
    await p.evaluate(AXE);
    return p.evaluate(async (tags) => {
      const r = await axe.run(document, { runOnly: { type: "tag", values: tags } });
      const f = (v) => ({
        rule: v.id,
        impact: v.impact,
        nodes: v.nodes.length,
        wcag: v.tags.filter((t) => /^wcag\d{3,}/.test(t)),
        help: v.help,
        example: v.nodes[0].target.join(" ").slice(0, 120),
      });
      return {
        violations: r.violations.map(f),
        incomplete: r.incomplete.map(f).map((x) => ({ rule: x.rule, nodes: x.nodes })),
        passes: r.passes.length,
      };
    }, AXE_TAGS);
  });
}
const shot = async (p, name) => {
  if (SHOTS) {
    fs.mkdirSync(SHOTS, { recursive: true });
    await p.screenshot({ path: path.join(SHOTS, name + ".png") });
  }
};
const headlinesSeen = (p, st) =>
  p.evaluate(
    (hs) => {
      const t = (document.body.innerText || "").toLowerCase();
      return hs.filter((h) => t.includes(h.toLowerCase())).length;
    },
    st.events.map((e) => e.headline),
  );
const textsSeen = (p, st) =>
  p.evaluate(
    (hs) => {
      const t = (document.body.innerText || "").replace(/\s+/g, " ").toLowerCase();
      return hs.filter((h) => t.includes(h.toLowerCase())).length;
    },
    st.events.map((e) => e.text),
  );
async function respects(c, n) {
  const st = makeStory(n),
    out = {};
  out.noJs = await withPage({ context: { javaScriptEnabled: false } }, async (p) => {
    await p.goto(await urlFor(c, n));
    await sleep(1000);
    await shot(p, c.name + "-nojs");
    const t = await p.evaluate(() => document.body.innerText.trim());
    return { headlines: await headlinesSeen(p, st), of: n, text: t.slice(0, 200) };
  });
  out.plain = await withPage({}, async (p) => {
    await load(p, c, n);
    await sleep(1500);
    await shot(p, c.name + "-plain");
    return {
      headlinesWhole: await visibleHeadlines(p, st, VIEW.width),
      headlinesInText: await headlinesSeen(p, st),
      bodyTextsInText: await textsSeen(p, st),
      bg: await look(p),
    };
  });
  for (const [k, ctx] of Object.entries({
    dark: { colorScheme: "dark" },
    forced: { forcedColors: "active" },
    print: {},
  }))
    out[k] = await withPage({ context: ctx }, async (p) => {
      await load(p, c, n);
      await sleep(1500);
      if (k === "print") {
        await p.emulateMedia({ media: "print" });
        await sleep(500);
      }
      await shot(p, c.name + "-" + k);
      const r = { bg: await look(p) };
      if (k === "print") {
        const pdf = await p.pdf({ format: "A4" });
        r.pdfPages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) || []).length;
        r.headlinesInText = await headlinesSeen(p, st);
        r.headlinesOnPaper = await visibleHeadlines(p, st, 794);
        if (SHOTS) fs.writeFileSync(path.join(SHOTS, c.name + ".pdf"), pdf);
      }
      return r;
    });
  for (const [k, rm] of [
    ["motionNormal", "no-preference"],
    ["motionReduced", "reduce"],
  ])
    out[k] = await withPage({ context: { reducedMotion: rm } }, async (p) => {
      // for how long do things move after one activation?
      await load(p, c, n);
      await sleep(1500);
      const at = await spot(p, c.activate);
      if (!at) return null;
      await p.evaluate(() => {
        const w = (window.__mv = { frames: 0, last: 0 });
        let prev = null;
        const t0 = performance.now();
        const tick = () => {
          const k = [...document.querySelectorAll("body *")]
            .slice(0, 1500)
            .map((e) => {
              const r = e.getBoundingClientRect();
              return (r.x | 0) + "," + (r.y | 0);
            })
            .join();
          if (prev !== null && k !== prev) {
            w.frames++;
            w.last = performance.now() - t0;
            if (!w.first) w.first = w.last;
          }
          prev = k;
          if (performance.now() - t0 < 3000) requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      });
      await p.mouse.click(at.x, at.y);
      await sleep(3300);
      const w = await p.evaluate(() => window.__mv);
      return { movingFrames: w.frames, movedForMs: Math.round((w.last || 0) - (w.first || 0)) };
    });
  out.media = await withPage({}, async (p) => {
    await load(p, c, n);
    await sleep(1000);
    return p.evaluate(() => {
      const q = {};
      const go = (rs) => {
        for (const r of rs) {
          if (r.media && r.media.mediaText) {
            const m = r.media.mediaText.match(/prefers-[a-z-]+|forced-colors|print/g) || [];
            m.forEach((x) => (q[x] = (q[x] || 0) + 1));
          }
          if (r.cssRules) go(r.cssRules);
        }
      };
      for (const s of document.styleSheets) {
        try {
          go(s.cssRules);
        } catch {}
      }
      return q;
    });
  });
  out.w320 = await withPage({ context: { viewport: { width: 320, height: 650 } } }, async (p) => {
    await load(p, c, n);
    await sleep(1500);
    await shot(p, c.name + "-320");
    const whole = await visibleHeadlines(p, st, 320);
    return p.evaluate((whole) => {
      const de = document.documentElement;
      const small = [
        ...document.querySelectorAll('a[href],button,[role=button],[tabindex="0"],input'),
      ].filter((e) => {
        const r = e.getBoundingClientRect();
        return (
          r.width &&
          r.height &&
          r.right > 0 &&
          r.left < innerWidth &&
          r.bottom > 0 &&
          r.top < innerHeight
        );
      });
      return {
        headlinesWhole: whole,
        pageScrollWidth: Math.max(de.scrollWidth, document.body.scrollWidth),
        innerWidth,
        targetsInView: small.length,
        targetsUnder24px: small.filter((e) => {
          const r = e.getBoundingClientRect();
          return r.width < 24 || r.height < 24;
        }).length,
      };
    }, whole);
  });
  // in an iframe in a long page: does the page still scroll with the wheel or a finger over the
  // iframe?
  fs.writeFileSync(
    path.join(SITE, "host.html"),
    '<!doctype html><meta name="viewport" content="width=device-width,initial-scale=1"><body style="margin:0"><div style="height:100px">above</div><iframe id="f" style="border:0;width:100%;height:500px"></iframe><div style="height:4000px">below</div><script>f.src=decodeURIComponent(location.search.slice(1))</script>',
  );
  const host = `${ORIGIN}/host.html?` + encodeURIComponent(await urlFor(c, n));
  out.inIframe = {};
  out.inIframe.wheel2900 = await withPage(
    { context: { viewport: { width: 800, height: 700 } } },
    async (p) => {
      await p.goto(host);
      await sleep(2500);
      await p.mouse.move(400, 300);
      for (let i = 0; i < 29; i++) {
        await p.mouse.wheel(0, 100);
        await sleep(50);
      }
      await sleep(800);
      return p.evaluate(() => Math.round(scrollY));
    },
  );
  out.inIframe.swipe200 = await withPage(
    { context: { viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true } },
    async (p, cdp) => {
      await p.goto(host);
      await sleep(2500);
      const at = (y) => [{ x: 180, y }];
      await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(400) });
      for (let i = 1; i <= 20; i++) {
        await cdp.send("Input.dispatchTouchEvent", {
          type: "touchMove",
          touchPoints: at(400 - 10 * i),
        });
        await sleep(16);
      }
      await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      await sleep(1000);
      return p.evaluate(() => Math.round(scrollY));
    },
  );
  out.keyboard = await withPage({}, async (p) => {
    // what Tab reaches, then what the arrow keys do
    await load(p, c, n);
    await sleep(1500);
    const stops = [];
    for (let i = 0; i < 60; i++) {
      await p.keyboard.press("Tab");
      const s = await p.evaluate(() => {
        const e = document.activeElement;
        if (!e || e === document.body) return null;
        const r = e.getBoundingClientRect(),
          cs = getComputedStyle(e);
        return {
          tag: e.tagName.toLowerCase(),
          role: e.getAttribute("role"),
          name: (e.getAttribute("aria-label") || e.textContent || "").trim().slice(0, 50),
          cls: String(e.getAttribute("class") || "").slice(0, 50),
          outline:
            (cs.outlineStyle !== "none" && parseFloat(cs.outlineWidth) > 0) ||
            cs.boxShadow !== "none",
          inView:
            r.width > 0 &&
            r.right > 0 &&
            r.left < innerWidth &&
            r.bottom > 0 &&
            r.top < innerHeight,
        };
      });
      if (!s) break;
      stops.push(s);
    }
    return {
      tabStops: stops.length,
      stops: stops.slice(0, 14),
      stopsOutOfView: stops.filter((s) => !s.inView).length,
      stopsWithoutIndicator: stops.filter((s) => !s.outline).length,
    };
  });
  const keys = (out.keyboard.keysAfterOneTab = {});
  for (const k of [
    "ArrowRight",
    "ArrowLeft",
    "ArrowDown",
    "ArrowUp",
    "Home",
    "End",
    "PageDown",
    "+",
    "-",
    "Enter",
  ])
    keys[k] = await withPage({}, async (p) => {
      await load(p, c, n);
      await sleep(800);
      await p.keyboard.press("Tab");
      await sleep(300);
      const a = [await fp(p, c.changed), await fp(p, c.ready, true)];
      await p.keyboard.press(k);
      await sleep(1500);
      const b = [await fp(p, c.changed), await fp(p, c.ready, true)];
      return (
        [a[0] !== b[0] && "selection", a[1] !== b[1] && "view"].filter(Boolean).join("+") ||
        "nothing"
      );
    }).catch((e) => String(e.message));
  return out;
}
const look = (p) =>
  p.evaluate(() => {
    const at = (x, y) => {
      let e = document.elementFromPoint(x, y);
      while (e) {
        const b = getComputedStyle(e).backgroundColor;
        if (b !== "rgba(0, 0, 0, 0)") return b;
        e = e.parentElement;
      }
      return "none";
    };
    return {
      centre: at(innerWidth / 2, innerHeight / 2),
      low: at(innerWidth / 2, innerHeight - 60),
      text: getComputedStyle(
        document.querySelector("h1,h2,h3,.vis-item-content,p") || document.body,
      ).color,
    };
  });
// headlines whose text box lies inside every clipping ancestor and left of maxRight (A4 paper is
// 794 CSS px wide)
const visibleHeadlines = (p, st, maxRight) =>
  p.evaluate(
    ([hs, maxRight]) => {
      let k = 0;
      for (const h of hs) {
        const w = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let hit = false;
        while (w.nextNode() && !hit) {
          const e = w.currentNode.parentElement;
          if (
            !w.currentNode.nodeValue.toLowerCase().includes(h.toLowerCase()) ||
            !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })
          )
            continue;
          const g = document.createRange();
          g.selectNodeContents(w.currentNode);
          const t = g.getBoundingClientRect();
          let [l, r, o, u] = [t.left, t.right, t.top, t.bottom];
          for (
            let q = e;
            q && q !== document.body && q !== document.documentElement;
            q = q.parentElement
          ) {
            const c = getComputedStyle(q),
              b = q.getBoundingClientRect();
            if (c.overflowX !== "visible") {
              l = Math.max(l, b.left);
              r = Math.min(r, b.right);
            }
            if (c.overflowY !== "visible") {
              o = Math.max(o, b.top);
              u = Math.min(u, b.bottom);
            }
          }
          hit =
            t.width > 0 &&
            r - l > t.width - 3 &&
            u - o > t.height * 0.7 &&
            l >= -2 &&
            r <= maxRight + 2;
        }
        k += hit;
      }
      return k;
    },
    [st.events.map((e) => e.headline), maxRight],
  );

async function small() {
  const n = 12,
    out = {};
  const list = pages.filter((c) => !c.scaleOnly);
  for (const c of list) {
    note("small", c.name, "bytes/axe/respects");
    out[c.name] = {
      version: c.version,
      about: c.about,
      transfer: await bytes(c, n),
      axe: await axe(c, n),
      axeAfterClick: await axe(c, n, true),
      respects: await respects(c, n),
    };
  }
  const rows = {}; // runs interleaved, so that drift of the machine hits all alike
  for (const thr of [false, true])
    for (let i = 0; i < RUNS; i++)
      for (const c of list) {
        note("small", c.name, thr ? "throttled" : "plain", i + 1);
        const r = await quietly(async () => {
          const ld = {};
          const v = await withPage({ throttle: thr, load: ld }, async (p, cdp, bcdp) => {
            await load(p, c, n);
            const m = await paintMetrics(p, thr ? 4000 : 2000);
            const cpu = thr ? {} : await mainCpu(cdp);
            const k = await firstClick(p, c);
            const mem = thr ? {} : await memory(p, cdp, bcdp);
            return { ...m, ...cpu, ...mem, firstClick: k.ok ? k.ms : null, clickOk: k.ok };
          }).catch((e) => ({ error: String(e.message).split("\n")[0] }));
          return { ...v, foreign: ld.foreign };
        });
        ((rows[c.name] ||= {})[thr ? "throttled" : "plain"] ||= []).push(r);
      }
  for (const c of list)
    for (const k of ["plain", "throttled"]) {
      const v = rows[c.name]?.[k] || [];
      out[c.name][k] = { ...stats(v), errors: v.filter((r) => r.error).map((r) => r.error) };
    }
  return out;
}
async function scale() {
  const out = {};
  for (const n of SIZES)
    for (const c of pages.filter((c) => !c.smallOnly)) {
      const rows = [],
        g = { pan: [], zoom: [] },
        errs = [];
      await urlFor(c, n);
      for (let i = 0; i < SRUNS && errs.length < 2; i++) {
        note("scale", c.name, n, i + 1);
        const { part, err, foreign } = await quietly(async () => {
          const part = {},
            ld = {},
            t0 = Date.now(); // part: what was reached before a cap
          const err = await withPage({ load: ld }, async (p, cdp, bcdp) => {
            await load(p, c, n);
            part.m = await paintMetrics(p, 1500);
            part.cpu = await mainCpu(cdp);
            part.mem = await memory(p, cdp, bcdp);
            part.k = await firstClick(p, c);
            await sleep(1500);
            part.g = await gestures(p, cdp, c);
          }).then(
            () => null,
            (e) => String(e.message).split("\n")[0],
          );
          return { part, err, foreign: ld.foreign, long: Date.now() - t0 > 60000 };
        });
        if (err) errs.push(err + (part.m ? " (after ready)" : " (before ready)"));
        if (part.m)
          rows.push({
            ...part.m,
            ...part.cpu,
            ...(part.mem || {}),
            firstClick: part.k?.ok ? part.k.ms : null,
            foreign,
          });
        for (const k of ["pan", "zoom"]) if (part.g?.[k]) g[k].push(part.g[k]);
      }
      const gs = (k) =>
        g[k].length
          ? {
              ...stats(g[k]),
              moved: g[k].filter((x) => x.moved).length + "/" + g[k].length,
              errors: g[k].filter((x) => x.error).map((x) => x.error),
            }
          : null;
      (out[c.name] ||= {})[n] = { ...stats(rows), pan: gs("pan"), zoom: gs("zoom"), errors: errs };
      note(
        "  ",
        JSON.stringify({
          ready: out[c.name][n].interactive?.median,
          dom: out[c.name][n].domElements?.median,
          pan: out[c.name][n].pan?.median?.median,
          panp95: out[c.name][n].pan?.p95?.median,
          zoom: out[c.name][n].zoom?.median?.median,
          zoomp95: out[c.name][n].zoom?.p95?.median,
          errs,
        }),
      );
    }
  return out;
}

// ---------------------------------------------------------------- go
if (flag("serve")) {
  for (const c of pages) for (const n of [12, ...SIZES]) console.error(await urlFor(c, n));
  await new Promise(() => {});
}
const result = {
  when: new Date().toISOString().slice(0, 10),
  host: {
    cpus: os.cpus().length,
    model: os.cpus()[0]?.model,
    ram: Math.round(os.totalmem() / 2 ** 30) + " GiB",
    node: process.version,
    load: os.loadavg().map((x) => +x.toFixed(2)),
  },
  browser: null,
  settings: {
    viewport: VIEW,
    throttle: THROTTLE,
    runs: RUNS,
    scaleRuns: SRUNS,
    capMs: CAP,
    gestureMs: GEST,
    thirdParties: "unreachable, fail at once",
    calm:
      "timed runs wait for < 15 % machine CPU use, and are repeated when other programs took more than " +
      NOISY +
      " cores",
  },
  versions: PKG.dependencies,
};
{
  const s = await chromium.launchServer({
    executablePath: chromiumPath,
    headless: true,
    args: ARGS,
  });
  const b = await chromium.connect(s.wsEndpoint());
  result.browser = "Chromium " + b.version();
  await s.kill();
}
if (PARTS.includes("small")) result.small = await small();
if (PARTS.includes("scale")) result.scale = await scale();
result.host.loadAtEnd = os.loadavg().map((x) => +x.toFixed(2));
const json = JSON.stringify(result, null, 1);
if (opt("out", "")) fs.writeFileSync(opt("out", ""), json + "\n");
console.log(json);
server.close();
process.exit(0);

// Extra checks of our own pages, which the suite in `bench` does not make: whether the keyboard
// opens every event and actor, how many elements of a large timeline are on screen, how long a card
// takes on a large map, and whether layouts are the same natively.
//     own.mjs PARTS RUNS
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { graph } from "./graphs.mjs";
import { ACTOR, CARD, EVENT, LENS, LINK, MAP, STRIP } from "./selectors.mjs";
import { PEERS } from "./standpoint.mjs";

const [, , parts, runs] = process.argv;
const require = createRequire(path.join(process.env.STANDPOINT_MAP_PEERS, "own.js"));
const { chromium } = require("playwright-core");
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
};

const server = createServer((request, response) => {
  const file = path.join(PEERS, decodeURIComponent(new URL(request.url, "http://x").pathname));
  if (!file.startsWith(PEERS) || !fs.existsSync(file)) return response.writeHead(404).end();
  response
    .writeHead(200, { "content-type": TYPES[path.extname(file)] || "application/octet-stream" })
    .end(fs.readFileSync(file));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const site = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu"],
});

const CHECKS = {
  1: async () => ({ timeline: { keyboard: await timelineKeyboard() } }),
  2: async () => ({ timeline: { elements: await timelineElements() } }),
  3: async () => ({ map: await smallMap() }),
  4: async () => ({ native: native() }),
  5: async () => ({ map: { card: await eachSize("map", 500, card) } }),
};
for (const part of parts.split(","))
  fs.writeFileSync(
    path.join(PEERS, `own-${part}.json`),
    JSON.stringify(await CHECKS[part](), null, 1),
  );
await browser.close();
server.close();

/** A fresh page of 1,000 × 650 px, as in the suite's timelines. */
async function visit(address, look, viewport = { width: 1000, height: 650 }) {
  const page = await browser.newPage({ viewport });
  await page.goto(`${site}/${address}`);
  await page.waitForSelector("[data-state=hydrated]", { state: "attached", timeout: 30000 });
  const result = await look(page);
  await page.close();
  return result;
}

/** The sizes whose page was built, from `min` on. */
async function eachSize(folder, min, look) {
  const found = {};
  const sizes = fs
    .readdirSync(path.join(PEERS, folder))
    .filter(
      (name) => Number(name) >= min && fs.statSync(path.join(PEERS, folder, name)).isDirectory(),
    );
  for (const size of sizes.sort((a, b) => a - b)) found[size] = await look(size);
  return found;
}

/**
 * Which links the keyboard opens: Tab and the arrow keys move from link to link, Enter opens one.
 * What is opened is marked as current.
 */
async function opened(page, links, prefix) {
  const all = await page.$$eval(links, (found) =>
    found
      .filter((link) => link.getBoundingClientRect().width)
      .map((link) => link.getAttribute("href")),
  );
  const left = new Set(all);
  for (const key of ["Tab", "ArrowRight", "ArrowDown"]) {
    for (let at = 0; at < 4 * all.length + 40 && left.size; at++) {
      await page.keyboard.press(key);
      const link = await page.evaluate(
        (links) => document.activeElement.closest(links)?.getAttribute("href") ?? null,
        links,
      );
      if (!left.has(link)) continue;
      await page.keyboard.press("Enter");
      const shown = await page
        .waitForSelector(`[id="${link.slice(1)}"]:is([aria-current], .is-picked)`, {
          timeout: 2000,
        })
        .then(
          () => true,
          () => false,
        );
      if (shown) left.delete(link);
      await page.keyboard.press("Escape");
      // Opening may have moved the focus: the next key starts from the link again.
      await page.evaluate(
        ([links, link]) =>
          [...document.querySelectorAll(links)]
            .find((item) => item.getAttribute("href") === link && item.getBoundingClientRect().width)
            ?.focus(),
        [links, link],
      );
    }
  }
  return {
    total: all.length,
    missed: all.length ? left.size : null,
    which: [...left].map((link) => link.replace(prefix, "")),
  };
}

function timelineKeyboard() {
  return visit("timeline/12/embed.html?view=timeline", (page) => opened(page, STRIP.mark, EVENT));
}

function timelineElements() {
  return eachSize("timeline", 100, (size) =>
    visit(`timeline/${size}/window.html?view=timeline&chrome=off`, elements),
  );
}

async function smallMap() {
  const { nodes, edges } = graph("harbour");
  const keyboard = await visit("map/small/embed.html?view=map&chrome=off", (page) =>
    opened(page, MAP.link, ACTOR),
  );
  return { actors: nodes.length, relations: edges.length, keyboard };
}

/**
 * The largest number of elements while a reader zooms in: all of the drawing's, and those of the
 * list that are on screen.
 */
async function elements(page) {
  await page.waitForSelector(LINK.timeline);
  const box = await (await page.$(LENS.timeline)).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height, 650 - box.y) / 2);
  let max = 0;
  await page.keyboard.down("Control");
  for (let turn = 0; turn < 40; turn++) {
    if (turn) await page.mouse.wheel(0, -60);
    await page.waitForTimeout(100);
    max = Math.max(max, await page.evaluate(onScreen));
  }
  return max;
}

function onScreen() {
  const isVisible = (element) => {
    const box = element.getBoundingClientRect();
    return (
      box.width > 0 &&
      box.right > 0 &&
      box.left < innerWidth &&
      box.bottom > 0 &&
      box.top < innerHeight
    );
  };
  const timeline = [...document.querySelectorAll("#timeline *, #overview-timeline *")];
  return timeline.filter(
    (element) =>
      (element.closest("svg") && element.closest("svg").getBoundingClientRect().width) ||
      isVisible(element),
  ).length;
}

/** The median of the time from a press on an actor to the frame in which its card can be read, ms. */
async function card(size) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    times.push(
      await visit(`map/${size}/embed.html?view=map&chrome=off`, clicked, {
        width: 1000,
        height: 1000,
      }),
    );
  }
  const sorted = times.filter((time) => time !== null).sort((a, b) => a - b);
  return sorted.length === times.length ? sorted[sorted.length >> 1] : null;
}

async function clicked(page) {
  await page.waitForSelector(LINK.map);
  await page.waitForTimeout(2000);
  const at = await page.$$eval(
    LINK.map,
    (found, prefix) => {
      const actors = found.filter((link) => (link.getAttribute("href") ?? "").includes(prefix));
      const middles = actors
        .map((link) => link.getBoundingClientRect())
        .map((box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 }));
      return (
        middles.find(({ x, y }) =>
          actors.some((link) => link.contains(document.elementFromPoint(x, y))),
        ) ?? null
      );
    },
    ACTOR,
  );
  if (!at) return null;
  await page.evaluate((card) => {
    addEventListener(
      "pointerdown",
      (event) => {
        window.pressed = event.timeStamp;
      },
      { capture: true, once: true },
    );
    const look = () => {
      const open = document.querySelector(card);
      if (window.pressed && open?.innerText && open.getBoundingClientRect().height)
        window.shown = performance.now() - window.pressed;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, CARD);
  await page.mouse.click(at.x, at.y);
  return page
    .waitForFunction(() => window.shown, null, { timeout: 10000 })
    .then(
      (time) => time.jsonValue(),
      () => null,
    );
}

/** The hash of each graph's positions, by the same code compiled for this machine. */
function native() {
  const measured = path.join(PEERS, "part-4.json");
  const results =
    (fs.existsSync(measured) && JSON.parse(fs.readFileSync(measured, "utf8")).layout) || {};
  const ours = Object.entries(results).find(([name]) => name.startsWith("standpoint"))?.[1] ?? {};
  return Object.fromEntries(Object.keys(ours).map((name) => [name, hash(graph(name))]));
}

function hash({ nodes, edges }) {
  const input = [nodes.length, ...edges.flat()].join(" ");
  return execFileSync(process.env.STANDPOINT_LAYOUT, { input, encoding: "utf8" }).trim();
}

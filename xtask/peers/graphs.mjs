// The graphs of the suite in `bench`.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const MAP = path.join(process.env.STANDPOINT_BENCH, "map");
const { barabasiAlbert } = await import(pathToFileURL(path.join(MAP, "metrics.mjs")));

/** A graph by its name: one of the files, or `ba1000` for 1,000 nodes of the seeded generator. */
export function graph(name) {
  const [, size] = /^ba(\d+)$/.exec(name) ?? [];
  return size
    ? barabasiAlbert(Number(size), 2, 42)
    : JSON.parse(fs.readFileSync(path.join(MAP, `graphs/${name}.json`), "utf8"));
}

// Makes stories of the suite's data, and pages of the stories.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** Where `cargo xtask peers` keeps pages and results. */
export const PEERS = process.env.STANDPOINT_PEERS;

/** Builds the page of some data into PEERS/name, unless it is there, and returns the folder. */
export function page(name, data) {
  const folder = path.join(PEERS, name);
  if (fs.existsSync(path.join(folder, "index.html"))) return folder;
  const [file, story] = [`${folder}.json`, `${folder}.story`];
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(data));
  fs.rmSync(story, { recursive: true, force: true });
  run(process.env.STANDPOINT_XTASK, "bench-story", "--data", file, "-o", story);
  run(process.env.STANDPOINT, "build", story, "-o", folder, "--app", process.env.STANDPOINT_APP);
  return folder;
}

/** Writes window.html beside a page: the same with `window.js`, see there. */
export function explored(folder) {
  const html = fs.readFileSync(path.join(folder, "embed.html"), "utf8");
  fs.writeFileSync(
    path.join(folder, "window.html"),
    html.replace("</head>", '<script defer src="window.js"></script></head>'),
  );
  fs.copyFileSync(path.join(import.meta.dirname, "window.js"), path.join(folder, "window.js"));
}

/** Runs a program and is silent unless it fails. */
function run(program, ...args) {
  try {
    execFileSync(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    console.error(String(error.stderr || error));
    throw new Error(`${path.basename(program)} ${args.join(" ")} failed; its output is above`);
  }
}

// Stories from the bench's data, and pages from stories, by the command line that a user has. Knows
// no browser.
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
  standpoint("bench-story", "--data", file, "-o", story);
  standpoint("build", story, "-o", folder, "--app", process.env.STANDPOINT_APP);
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

/** A failure shows all that the command said; its success is told by the page. */
function standpoint(...words) {
  try {
    execFileSync(process.env.STANDPOINT, words, { stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    console.error(String(error.stderr || error));
    throw new Error(`standpoint ${words.join(" ")} failed; its words are above`);
  }
}

// The hook of the suite's timeline script: copies our page of its story into the folder it serves.
import fs from "node:fs";
import { explored, page } from "./standpoint.mjs";

export default async ({ dir, n, story }) => {
  const built = page(`timeline/${n}`, story);
  explored(built);
  fs.rmSync(dir, { recursive: true, force: true });
  fs.cpSync(built, dir, { recursive: true });
};

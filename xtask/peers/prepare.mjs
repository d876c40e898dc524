// The hook of the bench's timeline script: puts our page of its story where it serves from.
import fs from "node:fs";
import { explored, page } from "./standpoint.mjs";

export default async ({ dir, n, story }) => {
  const built = page(`timeline/${n}`, story);
  explored(built);
  fs.rmSync(dir, { recursive: true, force: true });
  fs.cpSync(built, dir, { recursive: true });
};

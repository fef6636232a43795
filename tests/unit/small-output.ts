import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder `name` that looks like a site, with its own home page. */
export function putSite(parent: string, name: string, front: string): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), front);
  writeFileSync(join(folder, "404.html"), "Not found");
  return folder;
}

/** The home page of a site. */
export const front = (folder: string) => readFileSync(join(folder, "index.html"), "utf8");

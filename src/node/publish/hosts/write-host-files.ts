import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Step } from "../../../lib/step.ts";
import { OPEN_DATA } from "../../../model/fixed-pages.ts";
import { ASSETS, PICTURES, SEARCH_INDEX } from "../../../model/urls.ts";
import type { HostRules } from "./host-rules.ts";
import { HOSTS } from "./hosts.ts";

/** Folders at the root without pages, or with files that other sites may load. */
const OTHER_FOLDERS: readonly string[] = [ASSETS, PICTURES, SEARCH_INDEX, OPEN_DATA].map((path) => path.slice(1, -1));

/** Writes into `folder` what hosts read there, once it has all other folders. */
export async function writeHostFiles(rules: HostRules, folder: string, step: Pick<Step, "advance">): Promise<void> {
  const root = await readdir(folder, { withFileTypes: true });
  const folders = root.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  const pageFolders = folders.filter((name) => !OTHER_FOLDERS.includes(name)).sort();
  const writers = new Map(HOSTS.flatMap(({ files = {} }) => Object.entries(files)));
  for (const [name, write] of writers) {
    const text = write(rules, pageFolders);
    if (text === undefined) continue;
    await writeFile(join(folder, name), text);
    step.advance();
  }
}

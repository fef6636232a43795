import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Step } from "../../../lib/step.ts";
import { ASSETS, OPEN_DATA, PICTURES, SEARCH_INDEX } from "../../../model/urls.ts";
import { htaccess } from "./apache.ts";
import { azureConfiguration } from "./azure.ts";
import type { CONFIGURATION_FILES } from "./configuration-files.ts";
import { cname } from "./github-pages.ts";
import { headersFile, redirectsFile } from "./headers-and-redirects.ts";
import type { HostRules } from "./host-rules.ts";
import { vercelConfiguration } from "./vercel.ts";

type ConfigurationFile = (typeof CONFIGURATION_FILES)[number];

/** How each file is written; undefined where a publication has none. */
const WRITERS: Readonly<Record<ConfigurationFile, (rules: HostRules, pageFolders: readonly string[]) => string | undefined>> = {
  _headers: headersFile,
  _redirects: redirectsFile,
  ".htaccess": htaccess,
  "staticwebapp.config.json": azureConfiguration,
  "vercel.json": vercelConfiguration,
  // Else GitHub Pages leaves out what begins with an underscore.
  ".nojekyll": () => "",
  CNAME: cname,
};

/** Folders at the root that hold what other sites may load, pictures above all. */
const NOT_FOR_PAGES: readonly string[] = [ASSETS, PICTURES, SEARCH_INDEX, OPEN_DATA].map((path) => path.slice(1, -1));

/** Writes into `folder` what hosts read there, once all folders that they serve are in it. */
export async function writeHostFiles(rules: HostRules, folder: string, step: Pick<Step, "advance">): Promise<void> {
  const root = await readdir(folder, { withFileTypes: true });
  const folders = root.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  const pageFolders = folders.filter((name) => !NOT_FOR_PAGES.includes(name)).sort();
  for (const [name, write] of Object.entries(WRITERS)) {
    const text = write(rules, pageFolders);
    if (text === undefined) continue;
    await writeFile(join(folder, name), text);
    step.advance();
  }
}

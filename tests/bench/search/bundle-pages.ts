import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";

/** The libraries compared, by the names of their pages and folders; the site's own search first. */
export const LIBRARIES = ["shards", "minisearch", "lunr"] as const;
export type Library = (typeof LIBRARIES)[number];

const PAGES = join(import.meta.dirname, "pages");
const WORKER = join(import.meta.dirname, "../../../src/browser/search/search-worker.ts");

/** Writes a page for each library into a folder of its own. It searches for the query of its address. */
export async function bundlePages(folder: string): Promise<void> {
  for (const library of LIBRARIES) {
    await mkdir(join(folder, library), { recursive: true });
    await writeFile(join(folder, library, "index.html"), page(library));
    await writeFile(join(folder, library, "page.js"), await bundled(join(PAGES, `${library}.ts`)));
  }
  await writeFile(join(folder, "shards/worker.js"), await bundled(WORKER));
}

/** The script that measures the search page. */
export function watchingScript(): Promise<string> {
  return bundled(join(PAGES, "watch-results.ts"));
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    target: "chrome123",
    legalComments: "none",
    define: { SEARCH_WORKER: '"./worker.js"', OFFLINE_ENABLED: "false" },
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

function page(library: Library): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${library}</title><link rel="icon" href="data:,"></head>`,
    '<body><main></main><script type="module" src="page.js"></script></body></html>\n',
  ].join("");
}

import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { median } from "../units.ts";
import { bundlePages, LIBRARIES, type Library } from "./bundle-pages.ts";
import { type CompressedServer, serveCompressed } from "./compressed-server.ts";
import { bytesOf, firstResults, LIMIT_MS } from "./first-results.ts";
import { type Indexing, measureIndexing } from "./measure-indexing.ts";
import { openBrowser } from "./open-browser.ts";
import { pageMemory } from "./page-memory.ts";

/** One library over the stories of an archive. */
export interface ComparedLibrary {
  readonly library: Library;
  readonly indexing: Indexing;
  /** In the browser; undefined where there is no index. Medians over some queries. */
  readonly inBrowser: { readonly bytes: number; readonly ms: number; readonly memoryBytes: number | undefined } | undefined;
}

/**
 * Measures the indexing of every library, and a page that only searches with it.
 *
 * @param folder with the output of `writeStories` in `stories`
 * @param siteFolder the archive as built, whose shards are searched
 */
export async function compareLibraries(
  folder: string,
  siteFolder: string,
  queries: readonly string[],
): Promise<readonly ComparedLibrary[]> {
  const indexings = new Map<Library, Indexing>();
  for (const library of LIBRARIES) {
    const out = library === "shards" ? join(folder, "indexed-shards") : join(folder, library);
    indexings.set(library, await measureIndexing(library, join(folder, "stories"), out));
  }
  await bundlePages(folder);
  const roots = Object.fromEntries(LIBRARIES.map((library) => [`/${library}/`, join(folder, library)]));
  const server = await serveCompressed({ ...roots, "/": siteFolder });
  const browser = await openBrowser();
  try {
    const compared = [];
    for (const [library, indexing] of indexings) {
      const inBrowser = "failure" in indexing ? undefined : await measured(library, browser, server, queries);
      compared.push({ library, indexing, inBrowser });
    }
    return compared;
  } finally {
    await browser.close();
    server.close();
  }
}

async function measured(library: Library, browser: Browser, server: CompressedServer, queries: readonly string[]) {
  const addresses = queries.map((query) => `${library}/?${new URLSearchParams({ q: query })}`);
  // A warm-up, so that the server has compressed its files.
  for (const address of addresses) await firstResults(browser, server, address, markShown);
  const all = [];
  for (const address of addresses) all.push(await firstResults(browser, server, address, markShown));
  return {
    bytes: median(all.map(({ deliveries }) => bytesOf(deliveries))),
    ms: median(all.map(({ ms }) => ms)),
    memoryBytes: await pageMemory(`${server.address}shards/none`, `${server.address}${addresses[0]}`, "complete"),
  };
}

async function markShown(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName("shown").length > 0, undefined, { timeout: LIMIT_MS });
  return page.evaluate(() => performance.getEntriesByName("shown")[0]?.startTime ?? 0);
}

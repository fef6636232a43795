import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SearchRecord } from "../../newsroom/search/search-record.ts";
import { wordsOf } from "../../newsroom/search/search-words.ts";
import { serveFolder } from "../serve-folder.ts";

/** The part of Pagefind's JavaScript interface in use here. */
interface PagefindModule {
  createInstance(options: { basePath: string; metaCacheTag: string }): {
    search(query: string | null): Promise<{ results: readonly { data(): Promise<{ raw_url: string }> }[] }>;
  };
}

/**
 * Reads a written volume as a reader's browser would, with the engine that was written beside it.
 *
 * @throws where it does not hold every story, or does not find a known one by its headline
 */
export async function checkVolume(folder: string, records: readonly SearchRecord[]): Promise<void> {
  const server = await serveFolder(folder, 0);
  try {
    const { createInstance }: PagefindModule = await import(pathToFileURL(join(folder, "pagefind.js")).href);
    const volume = createInstance({ basePath: server.address, metaCacheTag: "written" });
    const { results } = await volume.search(null);
    if (results.length !== records.length) {
      throw new Error(`The search index holds ${results.length} stories and not ${records.length}.`);
    }
    const known = records.find(({ content }) => wordsOf(headlineOf(content)).length > 0);
    if (!known) return;
    const found = await volume.search(headlineOf(known.content));
    const stories = await Promise.all(found.results.map((result) => result.data()));
    if (!stories.some(({ raw_url }) => raw_url === known.url)) {
      throw new Error(`The search index does not find ${known.url} by its headline.`);
    }
  } finally {
    await server.close();
  }
}

/** The headline within a record, as plain as a query has to be. */
function headlineOf(content: string): string {
  const headline = /<h1[^>]*>(.*?)<\/h1>/s.exec(content)?.[1] ?? "";
  return wordsOf(headline.replace(/&[#\w]+;/g, " ")).join(" ");
}

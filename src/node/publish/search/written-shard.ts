import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { indexSpelling } from "../../../formats/search/indexed-words.ts";
import type { SearchRecord } from "../../../formats/search/search-record.ts";
import { sharedWords } from "../../../formats/search/vocabulary.ts";
import { serveFolder } from "../hosts/serve-folder.ts";

/** The part of Pagefind's JavaScript interface in use here. */
interface PagefindModule {
  createInstance(options: { basePath: string; metaCacheTag: string }): WrittenShard;
}

/** A shard that can be searched. `null` finds every story; words within quotation marks, the stories with exactly those. */
export interface WrittenShard {
  search(query: string | null): Promise<{ results: readonly { data(): Promise<{ raw_url: string }> }[] }>;
}

/** Reads a written shard as a browser would, with the engine beside it. */
export async function readWrittenShard<T>(folder: string, read: (shard: WrittenShard) => Promise<T>): Promise<T> {
  const server = await serveFolder(folder, 0);
  try {
    const { createInstance }: PagefindModule = await import(pathToFileURL(join(folder, "pagefind.js")).href);
    return await read(createInstance({ basePath: server.address, metaCacheTag: "written" }));
  } finally {
    await server.close();
  }
}

/** @throws where a written shard lacks a story, or does not find a known one by its headline */
export async function checkShard(shard: WrittenShard, records: readonly SearchRecord[]): Promise<void> {
  const { results } = await shard.search(null);
  if (results.length !== records.length) {
    throw new Error(`The search index has ${results.length} stories instead of ${records.length}.`);
  }
  const known = records.find(({ content }) => PLAIN.test(headlineOf(content)));
  if (!known) return;
  const found = await shard.search(headlineOf(known.content));
  const stories = await Promise.all(found.results.map((result) => result.data()));
  if (!stories.some(({ raw_url }) => raw_url === known.url)) {
    throw new Error(`The search index does not find ${known.url} by its headline.`);
  }
}

/** Words only: this check should not depend on how the engine tokenizes punctuation. */
const PLAIN = /^\p{Script=Latin}+(?: \p{Script=Latin}+)*$/u;

function headlineOf(content: string): string {
  return /<h1[^>]*>(.*?)<\/h1>/s.exec(content)?.[1] ?? "";
}

/**
 * Universal terms: the folded words that find every story of a written shard, such as `the`. They need not be looked up.
 *
 * @param texts of all its stories, as HTML
 */
export async function universalTerms(shard: WrittenShard, texts: readonly string[]): Promise<readonly string[]> {
  const terms = [];
  for (const word of sharedWords(texts)) {
    const { results } = await shard.search(`"${indexSpelling(word)}"`);
    if (results.length === texts.length) terms.push(word);
  }
  return terms;
}

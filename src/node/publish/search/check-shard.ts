import type { SearchRecord } from "../../../formats/search/search-record.ts";
import type { WrittenVolume } from "./written-shard.ts";

/** @throws where a written volume does not hold every story, or does not find a known one by its headline */
export async function checkVolume(volume: WrittenVolume, records: readonly SearchRecord[]): Promise<void> {
  const { results } = await volume.search(null);
  if (results.length !== records.length) {
    throw new Error(`The search index holds ${results.length} stories and not ${records.length}.`);
  }
  const known = records.find(({ content }) => PLAIN.test(headlineOf(content)));
  if (!known) return;
  const found = await volume.search(headlineOf(known.content));
  const stories = await Promise.all(found.results.map((result) => result.data()));
  if (!stories.some(({ raw_url }) => raw_url === known.url)) {
    throw new Error(`The search index does not find ${known.url} by its headline.`);
  }
}

/** Words and nothing else: where signs part a word for the engine, or join it, is not for this check to know. */
const PLAIN = /^\p{Script=Latin}+(?: \p{Script=Latin}+)*$/u;

function headlineOf(content: string): string {
  return /<h1[^>]*>(.*?)<\/h1>/s.exec(content)?.[1] ?? "";
}

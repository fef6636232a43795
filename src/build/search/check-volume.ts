import type { SearchRecord } from "../../newsroom/search/search-record.ts";
import { wordsOf } from "../../newsroom/search/search-words.ts";
import type { WrittenVolume } from "./written-volume.ts";

/** @throws where a written volume does not hold every story, or does not find a known one by its headline */
export async function checkVolume(volume: WrittenVolume, records: readonly SearchRecord[]): Promise<void> {
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
}

/** The headline within a record, as plain as a query has to be. */
function headlineOf(content: string): string {
  const headline = /<h1[^>]*>(.*?)<\/h1>/s.exec(content)?.[1] ?? "";
  return wordsOf(headline.replace(/&[#\w]+;/g, " ")).join(" ");
}

import type { SearchRecord } from "../../../formats/search/search-record.ts";
import { wordsOfAll } from "../../../formats/search/vocabulary.ts";
import type { WrittenVolume } from "./written-shard.ts";

/**
 * The folded words that every story of a written volume is found by, such as `the`: nobody has to load what such a word
 * weighs anywhere.
 */
export async function wordsEverywhere(volume: WrittenVolume, records: readonly SearchRecord[]): Promise<readonly string[]> {
  const everywhere = [];
  for (const word of wordsOfAll(records.map(({ content }) => content))) {
    const { results } = await volume.search(`"${word}"`);
    // A record may have text that is left out of the index.
    if (results.length === records.length) everywhere.push(word);
  }
  return everywhere;
}

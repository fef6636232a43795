import type { SpellingCorrection } from "../../../formats/search/search-answer.ts";
import type { SpelledShard } from "./corrected-query.ts";
import { didYouMean } from "./did-you-mean.ts";
import { correctRareMisspelling } from "./rare-misspelling.ts";
import type { ShardMatches } from "./shard-matches.ts";

/**
 * Looks for a spelling correction of a query that finds nothing, or only what may be misspelt itself. Shards whose vocabulary
 * fails to load are ignored.
 *
 * @param matches of the query in every shard
 * @param checkpoint awaited now and then; throw from it to cancel the search
 */
export async function correctSpelling(
  query: string,
  matches: readonly ShardMatches[],
  checkpoint: () => Promise<void>,
): Promise<SpellingCorrection | undefined> {
  if (matches.some(({ all }) => all.size > 0)) {
    const corrected = await correctRareMisspelling(query, matches, checkpoint);
    return corrected === undefined ? undefined : { query: corrected, isApplied: false };
  }
  const shards: SpelledShard[] = [];
  for (const { shard } of matches) {
    await checkpoint();
    const vocabulary = await shard.vocabulary().catch(() => undefined);
    if (vocabulary) shards.push({ shard, vocabulary });
  }
  const corrected = await didYouMean(query, shards, checkpoint);
  return corrected && { query: corrected.query, isApplied: corrected.isSure };
}

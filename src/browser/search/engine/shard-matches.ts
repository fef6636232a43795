import type { Query, Term } from "../../../formats/search/search-query.ts";
import { type AdjacentWords, adjacentWords } from "./adjacent-words.ts";
import type { Postings, Shard, StoryId } from "./shard.ts";

/** The matches of a query in one shard, before filters. */
export interface ShardMatches {
  readonly shard: Shard;
  /** Every story, newest first. */
  readonly stories: readonly StoryId[];
  /** What stories are ranked by. */
  readonly terms: readonly Term[];
  /** For each of the terms. */
  readonly postings: readonly Postings[];
  /** Neighbouring terms that stand side by side. */
  readonly adjacent: readonly AdjacentWords[];
  /** The stories that match the whole query, and those that match at least one of its words. */
  readonly all: ReadonlySet<StoryId>;
  readonly some: ReadonlySet<StoryId>;
}

/** The terms of a query, and a prefix once more as a whole word, so that a story with exactly it ranks above longer words. */
export function rankedTerms({ terms }: Query): readonly Term[] {
  return [...terms, ...terms.filter(({ isPrefix }) => isPrefix).map(({ word }) => ({ word, isPrefix: false }))];
}

/** The query with its last word taken as a whole word. */
export function withoutPrefixes(query: Query): Query {
  return { ...query, terms: query.terms.map(({ word }) => ({ word, isPrefix: false })) };
}

/**
 * Matches a query against one shard. A query of exclusions only matches all other stories; one without words, such as
 * `???`, none.
 *
 * @param checkpoint awaited between terms; throw from it to cancel the search
 */
export async function matchShard(shard: Shard, query: Query, checkpoint = async () => {}): Promise<ShardMatches> {
  const stories = await shard.stories();
  const terms = rankedTerms(query);
  const postings = await inOrder(terms, ({ word, isPrefix }) => shard.find(word, isPrefix), checkpoint);
  const adjacent = await adjacentWords(shard, query.terms, postings, checkpoint);
  const phrases = await inOrder(query.phrases, (words) => shard.findPhrase(words));
  const excluded = await inOrder(query.excluded, (words) => storiesWith(shard, words));
  const isAllowed = (id: StoryId): boolean => !excluded.some((ids) => ids.has(id));
  const matchesNothing = query.terms.length === 0 && !query.isBlank && excluded.length === 0;

  const required = [...postings.slice(0, query.terms.length), ...phrases];
  const all = matchesNothing ? [] : stories.filter((id) => isAllowed(id) && required.every((ids) => ids.has(id)));
  const some = stories.filter((id) => isAllowed(id) && postings.some((ids) => ids.has(id)));
  return { shard, stories, terms, postings, adjacent, all: new Set(all), some: new Set(some) };
}

async function storiesWith(shard: Shard, words: readonly string[]): Promise<{ has(id: StoryId): boolean }> {
  const [word] = words;
  return words.length === 1 && word !== undefined ? shard.find(word, false) : shard.findPhrase(words);
}

/** Sequential: after a failure nothing else is fetched. */
async function inOrder<T, R>(all: readonly T[], run: (each: T) => Promise<R>, checkpoint = async () => {}): Promise<R[]> {
  const results: R[] = [];
  for (const each of all) {
    if (results.length > 0) await checkpoint();
    results.push(await run(each));
  }
  return results;
}

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
  /** For each of the terms, the stories to be quoted for it: where `9/11` stands, no other 9 is worth it. */
  readonly quoted: readonly ReadonlySet<StoryId>[];
  /** Neighbouring terms that stand side by side. */
  readonly adjacent: readonly AdjacentWords[];
  /** The stories that match the whole query, and those that match at least one of its words. */
  readonly all: ReadonlySet<StoryId>;
  readonly some: ReadonlySet<StoryId>;
}

/**
 * The terms of a query; a prefix once more as a whole word, so that a story with exactly it ranks above longer words; and
 * compounds as one word.
 */
export function rankedTerms({ terms, compounds }: Query): readonly Term[] {
  const wholeWords = terms.filter(({ isPrefix }) => isPrefix).map((term) => ({ ...term, isPrefix: false }));
  return [...terms, ...wholeWords, ...compounds.map(({ word }) => ({ word, isPrefix: false }))];
}

/** The query with its last word taken as a whole word. */
export function withoutPrefixes(query: Query): Query {
  const { terms, compounds } = query;
  return {
    ...query,
    terms: terms.map((term) => ({ ...term, isPrefix: false })),
    compounds: compounds.map((compound) => ({ ...compound, isPrefix: false })),
  };
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
  const phrases = await inOrder(query.phrases, (words) => shard.findPhrase(words), checkpoint);
  const compounds = await inOrder(query.compounds, ({ parts, isPrefix }) => shard.findPhrase(parts, isPrefix), checkpoint);
  const excluded = await inOrder(query.excluded, (words) => storiesWith(shard, words), checkpoint);
  const isAllowed = (id: StoryId): boolean => !excluded.some((ids) => ids.has(id));
  const matchesNothing = query.terms.length === 0 && !query.isBlank && excluded.length === 0;

  const asOneWord = postings.slice(terms.length - compounds.length);
  const required = [
    ...postings.slice(0, query.terms.length).filter((_, at) => !query.terms[at]?.isPart),
    ...compounds.map((ids, at) => ids.union(new Set(asOneWord[at]?.keys()))),
    ...phrases,
  ];
  const all = matchesNothing ? [] : stories.filter((id) => isAllowed(id) && required.every((ids) => ids.has(id)));
  const some = stories.filter((id) => isAllowed(id) && postings.some((ids) => ids.has(id)));
  const quoted = terms.map(({ word, isPart }, at) => {
    const wholes = isPart ? asOneWord.filter((_, compound) => query.compounds[compound]?.parts.includes(word)) : [];
    return wholes.reduce<ReadonlySet<StoryId>>((ids, whole) => ids.difference(whole), new Set(postings[at]?.keys()));
  });
  return { shard, stories, terms, postings, quoted, adjacent, all: new Set(all), some: new Set(some) };
}

async function storiesWith(shard: Shard, words: readonly string[]): Promise<{ has(id: StoryId): boolean }> {
  const [word] = words;
  return words.length === 1 && word !== undefined ? shard.find(word, false) : shard.findPhrase(words);
}

/** Sequential: after a failure nothing else is fetched. */
async function inOrder<T, R>(all: readonly T[], run: (each: T) => Promise<R>, checkpoint: () => Promise<void>): Promise<R[]> {
  const results: R[] = [];
  for (const each of all) {
    if (results.length > 0) await checkpoint();
    results.push(await run(each));
  }
  return results;
}

import type { Term } from "../../../formats/search/search-query.ts";
import type { Postings, Shard, StoryId } from "./shard.ts";

/** Two ranked terms, by their index, and the stories in which they stand side by side. */
export interface AdjacentWords {
  readonly terms: readonly [number, number];
  readonly stories: ReadonlySet<StoryId>;
}

/** Words of a query that are further apart seldom belong together. */
const MAX_DISTANCE = 2;
/** The words of a long query identify a story by themselves. */
const MAX_TERMS = 6;
/** Pairs looked up before other tasks may run; each takes Pagefind a millisecond or two. */
const PAIRS_PER_TASK = 4;

/**
 * Finds where neighbouring words of a query stand side by side, in either order, or with the word between them that the query
 * has there, as in “price of oil”. Nothing is fetched for it but what the terms themselves have loaded.
 *
 * @param postings of the terms
 * @param checkpoint awaited now and then; throw from it to cancel the search
 */
export async function adjacentWords(
  shard: Shard,
  terms: readonly Term[],
  postings: readonly Postings[],
  checkpoint = async () => {},
): Promise<readonly AdjacentWords[]> {
  const words = terms.slice(0, MAX_TERMS).map(({ word }) => word);
  const pairs = words.flatMap((_, a) =>
    words.flatMap((_, b): [number, number][] => (a < b && b - a <= MAX_DISTANCE ? [[a, b]] : [])),
  );
  const found: AdjacentWords[] = [];
  for (const [a, b] of pairs) {
    if (!meet(postings[a], postings[b])) continue;
    if (found.length % PAIRS_PER_TASK === 0) await checkpoint();
    const stories = new Set<StoryId>();
    for (const phrase of phrasesOf(words, a, b)) for (const id of await shard.findPhrase(phrase)) stories.add(id);
    found.push({ terms: [a, b], stories });
  }
  return found;
}

function phrasesOf(words: readonly string[], a: number, b: number): readonly (readonly string[])[] {
  const [first = "", last = ""] = [words[a], words[b]];
  const asTyped = words.slice(a, b + 1);
  return asTyped.length > 2 ? [asTyped, [first, last], [last, first]] : [asTyped, [last, first]];
}

/** Whether any story has both words. A universal term, which ranks no story above another, meets none. */
function meet(a: Postings | undefined, b: Postings | undefined): boolean {
  const [ranking, others] = [ranks(a), ranks(b)];
  return ranking && others && [...(a?.keys() ?? [])].some((id) => b?.has(id));
}

function ranks(postings: Postings | undefined): boolean {
  return [...(postings?.values() ?? [])].some(({ weight }) => weight > 0);
}

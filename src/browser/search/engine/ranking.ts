import { FIELD_WEIGHTS } from "../../../formats/search/field-weights.ts";
import type { SearchSort } from "../../../formats/search/search-request.ts";
import type { StoryLength } from "../../../formats/search/story-lengths.ts";
import type { PagefindOptions, PagefindStory } from "./pagefind.ts";
import type { StoryId } from "./shard.ts";
import type { ShardMatches } from "./shard-matches.ts";

/**
 * Pagefind scores a word together with all longer ones that it has loaded with that prefix: it multiplies the count of a
 * word that is d - 1 letters longer with exp(similarity × (exp(-d² / 8) - 1)). So steep a similarity leaves nothing of
 * the longer ones.
 */
const SIMILARITY = 80;
const similarityFactor = (d: number): number => Math.exp(SIMILARITY * (Math.exp(-(d * d) / 8) - 1));
const [SAME, LONGER] = [similarityFactor(1), similarityFactor(2)];

/** Term frequency saturation: k1 of BM25. */
const SATURATION = 1.4;

/** Length normalization: b of BM25, and the length in words of a story that it leaves as it is. */
const NORMALIZATION = 0.75;
const TYPICAL_LENGTH = 700;

/** Pagefind multiplies the score of a word that is spelt with the same diacritics: 1 + its `diacritic_similarity`. */
const SAME_DIACRITICS = 1.8;

/** What a word in the headline adds to its weight: half of what a word can have that is found again and again. */
const HEADLINE_WEIGHT = SAME_DIACRITICS / 2;

/** How much two neighbouring words of a query that stand side by side add: as much as either of them, found again and again. */
const ADJACENCY_WEIGHT = SAME_DIACRITICS;

/** Pagefind calculates in single precision. Scores are sums of a few terms below 20. */
const ROUNDING_ERROR = 1e-4;

/** The weight of a word in a story that has it only in its metadata: in the name of its section, a topic or an author. */
export const METADATA_ONLY_WEIGHT = 0.5;

/**
 * The ranking options of Pagefind. No part of a score depends on the length of stories, on other words or on metadata, so
 * that scores of different shards are comparable.
 */
export const RANKING: PagefindOptions["ranking"] = {
  pageLength: 0,
  termSimilarity: SIMILARITY,
  termSaturation: SATURATION * SAME,
  metaWeights: Object.fromEntries(
    Object.entries(FIELD_WEIGHTS).flatMap(([name, weight]) => ("meta" in weight ? [[name, weight.meta]] : [])),
  ),
};

/**
 * The weight of a word, from Pagefind's: normalized by the length of its story, and greater in a headline. Pagefind's is
 * tf / (k1 + tf) with the word's frequency tf; that of BM25 is tf / (k1 × (1 - b + b × length / typical length) + tf).
 * Pagefind's own normalization would not do: it takes the mean of the shard for the typical length.
 */
export function wordWeight(weight: number, firstPosition: number | undefined, { headline, whole }: StoryLength): number {
  const saturation = Math.min(weight / SAME_DIACRITICS, 1);
  const norm = 1 - NORMALIZATION + (NORMALIZATION * whole) / TYPICAL_LENGTH;
  const normalized = (SAME_DIACRITICS * saturation) / (norm * (1 - saturation) + saturation);
  return normalized + (firstPosition !== undefined && firstPosition < headline ? HEADLINE_WEIGHT : 0);
}

/** Whether a location is of the word itself, not of a longer one: its score is (24 × weight)² times the similarity factor. */
export function isOfTheWord({ weight, balanced_score }: PagefindStory["weighted_locations"][number]): boolean {
  return balanced_score > (24 * weight) ** 2 * Math.sqrt(SAME * LONGER);
}

/**
 * The weight of a word that matches by its prefix only. While a word is being typed many match, so that the first position
 * decides: news says first what it is about.
 */
export function prefixWeight(firstPosition: number | undefined): number {
  return METADATA_ONLY_WEIGHT + (firstPosition === undefined ? 0 : 1 / (1 + firstPosition / 20));
}

/**
 * Inverse document frequency of BM25 as in Lucene and Pagefind: ln(1 + (N - n + ½) / (n + ½)) for a word in n of N stories.
 */
function idf(stories: number, withWord: number): number {
  return Math.log(1 + (stories - withWord + 0.5) / (withWord + 0.5));
}

/** The same in Pagefind's single precision, for dividing it out of a score. */
export function idfOfPagefind(stories: number, withWord: number): number {
  const ratio = Math.fround(Math.fround(stories - withWord + 0.5) / Math.fround(withWord + 0.5));
  return Math.fround(Math.log(Math.fround(ratio + 1)));
}

/** The idf of each term over all shards together. */
export function termIdfs(answered: readonly ShardMatches[], terms: number): readonly number[] {
  const stories = answered.reduce((sum, matches) => sum + matches.stories.length, 0);
  return Array.from({ length: terms }, (_, term) =>
    idf(
      stories,
      answered.reduce((sum, { postings }) => sum + (postings[term]?.size ?? 0), 0),
    ),
  );
}

/** A story in the order of its rank. */
export interface RankedStory {
  readonly id: StoryId;
  readonly matches: ShardMatches;
}

/**
 * Ranks stories of all shards together. Relevance is the sum over the terms of weight × idf (tf-idf, after BM25), with the
 * idf of the whole archive, and the same of neighbouring terms that stand side by side, with the lesser idf of theirs; equal
 * scores are in order of date, newest first.
 *
 * @param answered newest first
 * @param found the stories of a shard to be ranked
 */
export function rank(
  answered: readonly ShardMatches[],
  found: (matches: ShardMatches) => ReadonlySet<StoryId>,
  idfs: readonly number[],
  sort: SearchSort,
): readonly RankedStory[] {
  const newestFirst = answered.flatMap((matches) => {
    const ids = found(matches);
    return matches.stories.filter((id) => ids.has(id)).map((id) => ({ id, matches, score: score(id, matches, idfs) }));
  });
  if (sort === "newest") return newestFirst;
  if (sort === "oldest") return newestFirst.reverse();
  const ranks = ranksOf(newestFirst.map(({ score }) => score));
  return newestFirst.sort((a, b) => (ranks.get(a.score) ?? 0) - (ranks.get(b.score) ?? 0));
}

function score(id: StoryId, { postings, adjacent }: ShardMatches, idfs: readonly number[]): number {
  const idfOf = (term: number): number => idfs[term] ?? 0;
  const ofTerms = postings.reduce((sum, stories, term) => sum + (stories.get(id)?.weight ?? 0) * idfOf(term), 0);
  const together = adjacent.filter(({ stories }) => stories.has(id));
  return together.reduce((sum, { terms: [a, b] }) => sum + ADJACENCY_WEIGHT * Math.min(idfOf(a), idfOf(b)), ofTerms);
}

/** The rank of each score, highest first. Scores that differ only by rounding share a rank: no fixed steps could part them. */
function ranksOf(scores: readonly number[]): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  let before = Number.POSITIVE_INFINITY;
  for (const score of scores.toSorted((a, b) => b - a)) {
    ranks.set(score, before - score > ROUNDING_ERROR ? ranks.size : (ranks.get(before) ?? 0));
    before = score;
  }
  return ranks;
}

import type { PagefindOptions, PagefindStory } from "./pagefind.ts";

/**
 * Pagefind weighs a word together with all longer ones that begin so, as far as it has loaded them. A similarity so steep
 * leaves nothing of those: what Pagefind multiplies the count of a word with is exp(similarity × (exp(-d² / 8) - 1)) for
 * a word that is d - 1 letters longer.
 */
const SIMILARITY = 80;
const factor = (d: number): number => Math.exp(SIMILARITY * (Math.exp(-(d * d) / 8) - 1));
const [SAME, LONGER] = [factor(1), factor(2)];

/** How fast further places of a word count for less: k1 of BM25. */
const SATURATION = 1.4;

/**
 * With no part of a score depending on the length of stories, on other words or on names, the scores of all volumes are
 * of one measure.
 */
export const RANKING: PagefindOptions["ranking"] = {
  pageLength: 0,
  termSimilarity: SIMILARITY,
  termSaturation: SATURATION * SAME,
  metaWeights: { title: 0, standfirst: 0, section: 0, topics: 0, authors: 0 },
};

/** Whether the place is one of the word itself: its score is the square of its weight, in twenty-fourths, times the factor. */
export function isOfTheWord({ weight, balanced_score }: PagefindStory["weighted_locations"][number]): boolean {
  return balanced_score > (24 * weight) ** 2 * Math.sqrt(SAME * LONGER);
}

import type { SearchSort } from "../../../formats/search/search-request.ts";
import { idf } from "./idf.ts";
import type { StoryId } from "./volume.ts";
import type { VolumeMatches } from "./volume-matches.ts";

/** A story that a search has found, and where. */
export interface Ranked {
  readonly id: StoryId;
  readonly matches: VolumeMatches;
}

/** How rare each term is in all volumes together. */
export function rarities(answered: readonly VolumeMatches[], terms: number): readonly number[] {
  const stories = answered.reduce((sum, matches) => sum + matches.stories.length, 0);
  return Array.from({ length: terms }, (_, term) =>
    idf(
      stories,
      answered.reduce((sum, { postings }) => sum + (postings[term]?.size ?? 0), 0),
    ),
  );
}

/**
 * Puts stories of all volumes into one order. By relevance, each word counts by its weight in the story (the same measure
 * in every volume) times its rarity in the whole archive; what is equal comes newest first.
 *
 * @param answered the newest first
 * @param found a set for each volume, of the stories to be ranked
 */
export function rank(
  answered: readonly VolumeMatches[],
  found: (matches: VolumeMatches) => ReadonlySet<StoryId>,
  rarity: readonly number[],
  sort: SearchSort,
): readonly Ranked[] {
  const newestFirst = answered.flatMap((matches) => {
    const ids = found(matches);
    return matches.stories.filter((id) => ids.has(id)).map((id) => ({ id, matches, score: score(id, matches, rarity) }));
  });
  if (sort === "newest") return newestFirst;
  if (sort === "oldest") return newestFirst.reverse();
  return newestFirst.sort((a, b) => b.score - a.score);
}

/** In ten thousandths, so that the last bits of Pagefind's single precision decide nothing. */
function score(id: StoryId, { postings }: VolumeMatches, rarity: readonly number[]): number {
  const sum = postings.reduce((sum, held, term) => sum + (held.get(id)?.weight ?? 0) * (rarity[term] ?? 0), 0);
  return Math.round(sum * 10_000);
}

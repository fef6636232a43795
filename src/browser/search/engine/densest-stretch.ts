import type { FoundPlace } from "./found-place.ts";

/** Words before the first one found, so that a reader sees what it is about. */
const LEAD_IN = 4;
/** In a long story with a common word, the first places tell enough. */
const MOST_PLACES = 300;

/**
 * The stretch of `length` words that holds most of what was searched for: each term counts once by its rarity, and a
 * little for every further place.
 *
 * @param found in order of position, each at `first` or after and before `end`
 */
export function densestStretch(
  found: readonly FoundPlace[],
  length: number,
  first: number,
  end: number,
): { readonly start: number; readonly end: number } | undefined {
  let best: { start: number; worth: number } | undefined;
  for (const { position } of found.slice(0, MOST_PLACES)) {
    const start = Math.max(first, Math.min(position - LEAD_IN, end - length));
    const worth = worthOf(found, start, start + length);
    if (!best || worth > best.worth) best = { start, worth };
  }
  return best && { start: best.start, end: Math.min(best.start + length, end) };
}

/** What a stretch of a story holds of the words searched for. */
export function worthOf(found: readonly FoundPlace[], start: number, end: number): number {
  const terms = new Map<number, number>();
  let places = 0;
  for (const { position, term, rarity } of found) {
    if (position < start) continue;
    if (position >= end) break;
    terms.set(term, rarity);
    places += 1;
  }
  return [...terms.values()].reduce((sum, rarity) => sum + rarity, 0) + places / 100;
}

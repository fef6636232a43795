import { closest, distance } from "fastest-levenshtein";

/** The known name closest to a misspelt one by Levenshtein distance; undefined if none is close. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(name, known);
  return distance(name, candidate) <= Math.max(2, Math.ceil(candidate.length / 3)) ? candidate : undefined;
}

/** A suffix for "There is no series brnet": `: did you mean brent?`, or `. Choose one of: …` if no name is close. */
export function didYouMean(name: string, known: readonly string[]): string {
  const match = nearest(name, known);
  return match === undefined ? `. Choose one of: ${known.join(", ")}.` : `: did you mean ${match}?`;
}

import { closest, distance } from "fastest-levenshtein";

/** The known name that a misspelt one most likely means, or undefined where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(name, known);
  return distance(name, candidate) <= Math.max(2, Math.ceil(candidate.length / 3)) ? candidate : undefined;
}

/** `: did you mean brent?`, or what there is where nothing is near. */
export function didYouMean(written: string, known: readonly string[]): string {
  const meant = nearest(written, known);
  return meant === undefined ? `: there is ${known.join(", ")}.` : `: did you mean ${meant}?`;
}

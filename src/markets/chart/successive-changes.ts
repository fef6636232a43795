import { changeBetween, isFigure } from "../figures.ts";
import type { Observation, Series } from "../series.ts";

/**
 * The changes from each period to the next, per cent or basis points, as observations of the later period. A change
 * from or to a gap is a gap; the first period of a series has none.
 */
export function successiveChanges({ unit, observations }: Series, from: string, to: string): readonly Observation[] {
  return observations.flatMap((observation, at): Observation[] => {
    const before = observations[at - 1];
    if (!before || observation.date < from || observation.date > to) return [];
    const isKnown = isFigure(before) && isFigure(observation);
    return [{ date: observation.date, value: isKnown ? changeBetween(unit, before, observation).relative : undefined }];
  });
}

import { changeBetween, isFigure } from "../figures.ts";
import type { Observation, Series } from "../series.ts";

/**
 * Rebases observations to 100 in the first period, so that different units can share an axis.
 *
 * @throws Error if the first period has no figure
 */
export function rebaseTo100(observations: readonly Observation[]): readonly Observation[] {
  const base = observations[0]?.value;
  if (base === undefined) throw new Error("A series can only be rebased to a first period that has a figure.");
  return observations.map(({ date, value }) => ({ date, value: value === undefined ? undefined : (value / base) * 100 }));
}

/**
 * The changes from each period to the next, in per cent or basis points, as observations of the later period. A change
 * from or to a gap is a gap; the first period of a series has none.
 */
export function periodChanges({ unit, observations }: Series, from: string, to: string): readonly Observation[] {
  return observations.flatMap((observation, index): Observation[] => {
    const before = observations[index - 1];
    if (!before || observation.date < from || observation.date > to) return [];
    const isKnown = isFigure(before) && isFigure(observation);
    return [{ date: observation.date, value: isKnown ? changeBetween(unit, before, observation).relative : undefined }];
  });
}

/** Consecutive periods without a figure, first and last included. */
export interface Gap {
  readonly from: string;
  readonly to: string;
}

/** The gaps of a series in order of date; adjacent periods make one gap. */
export function findGaps(observations: readonly Observation[]): readonly Gap[] {
  const gaps: { from: string; to: string }[] = [];
  let last: { from: string; to: string } | undefined;
  for (const { date, value } of observations) {
    if (value !== undefined) last = undefined;
    else if (last) last.to = date;
    else {
      last = { from: date, to: date };
      gaps.push(last);
    }
  }
  return gaps;
}

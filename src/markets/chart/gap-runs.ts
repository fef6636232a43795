import type { Observation } from "../series.ts";

/** Periods on end that were not published; both included. */
export interface GapRun {
  readonly from: string;
  readonly to: string;
}

/** The gaps of a series, in order of date; neighbours are one. */
export function gapRuns(observations: readonly Observation[]): readonly GapRun[] {
  const runs: { from: string; to: string }[] = [];
  let last: { from: string; to: string } | undefined;
  for (const { date, value } of observations) {
    if (value !== undefined) last = undefined;
    else if (last) last.to = date;
    else {
      last = { from: date, to: date };
      runs.push(last);
    }
  }
  return runs;
}

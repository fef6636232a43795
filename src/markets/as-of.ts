import { periodAt, periodEnd, periodStart } from "./period.ts";
import type { Observation, Series } from "./series.ts";

/** The observation as it was known at an instant, in milliseconds since 1970. */
export function observationAsOf(observation: Observation, atMs: number): Observation {
  const { date, vintages } = observation;
  const known = vintages?.filter(({ since }) => since === undefined || periodStart(since, "daily") <= atMs);
  if (!known || known.length === vintages?.length) return observation;
  return { date, value: known.at(-1)?.value, ...(known.length > 1 && { vintages: known }) };
}

/** The series as it stood at an instant, in milliseconds since 1970: without periods that had not ended, and without later revisions. */
export function seriesAsOf(series: Series, atMs: number): Series {
  const { frequency, observations } = series;
  const under = periodAt(atMs, frequency);
  const known = observations.filter(({ date }) => date < under || periodEnd(date, frequency) <= atMs);
  return { ...series, observations: known.map((observation) => observationAsOf(observation, atMs)) };
}

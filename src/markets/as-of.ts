import { afterPeriods, periodAt, periodEnd, periodStart } from "./period.ts";
import type { Observation, Series } from "./series.ts";

/** A figure is stale when this many further periods have ended without a newer one. */
const STALE_AFTER_PERIODS = 2;

/** An observation as known at an instant (epoch ms): without later vintages. */
export function observationAsOf(observation: Observation, atMs: number): Observation {
  const { date, vintages } = observation;
  const known = vintages?.filter(({ since }) => since === undefined || periodStart(since, "daily") <= atMs);
  if (!known || known.length === vintages?.length) return observation;
  return { date, value: known.at(-1)?.value, ...(known.length > 1 && { vintages: known }) };
}

/** A series as known at an instant (epoch ms): without periods that had not ended and without later revisions. */
export function seriesAsOf(series: Series, atMs: number): Series {
  const { frequency, observations } = series;
  const current = periodAt(atMs, frequency);
  const known = observations.filter(({ date }) => date < current || periodEnd(date, frequency) <= atMs);
  return { ...series, observations: known.map((observation) => observationAsOf(observation, atMs)) };
}

/** Whether the figure of a period is too old to be taken for the current one at an instant (epoch ms). */
export function isStale({ frequency }: Pick<Series, "frequency">, date: string, atMs: number): boolean {
  return atMs > afterPeriods(periodEnd(date, frequency), frequency, STALE_AFTER_PERIODS);
}

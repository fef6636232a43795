import { afterPeriods, periodEnd } from "./period.ts";
import type { Series } from "./series.ts";

/** Figures come out some time after their period. Later than so many periods, the next one is overdue. */
const PERIODS = 2;

/**
 * Whether nobody should take the figure of a period for today's.
 *
 * @param atMs in milliseconds since 1970
 */
export function isStale({ frequency }: Pick<Series, "frequency">, date: string, atMs: number): boolean {
  return atMs > afterPeriods(periodEnd(date, frequency), frequency, PERIODS);
}

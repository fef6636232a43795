import type { MarketSeries } from "../markets.ts";
import { monthsBefore, nextPeriod } from "../period.ts";

/** A stretch of a series that a reader may choose to see. */
export interface ChartRange {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const RANGES = [
  { id: "one-year", name: "1 year", months: 12 },
  { id: "three-years", name: "3 years", months: 36 },
] as const;

/** The last year, the last three and all of a series: what is no shorter than all is left out. */
export function chartRanges({ observations, frequency, summary }: MarketSeries): readonly ChartRange[] {
  const first = observations[0]?.date ?? "";
  const to = summary.latest.date;
  const parts = RANGES.map(({ id, name, months }) => {
    return { id, name, from: nextPeriod(monthsBefore(to, frequency, months), frequency), to };
  });
  return [...parts.filter(({ from }) => from > first && from < to), { id: "all", name: "All", from: first, to }];
}

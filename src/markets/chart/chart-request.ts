import type { MarketSeries } from "../markets.ts";
import { monthsBefore, nextPeriod } from "../period.ts";
import type { Series } from "../series.ts";

export const CHART_TYPES = ["line", "area", "bars"] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** The input of a chart. */
export interface ChartRequest {
  /** One or more, of one frequency and, unless rebased, one unit; with only the figures that the chart may show. */
  readonly series: readonly Series[];
  /** First and last period, both included, as the series have their dates. */
  readonly from: string;
  readonly to: string;
  /** Bars show changes from one period to the next. */
  readonly type: ChartType;
  /** Whether each series is set to 100 in the first period, so that different units can share an axis. */
  readonly rebase: boolean;
  readonly title: string;
  readonly note: string | undefined;
  /** Short notes on single periods. */
  readonly annotations: readonly { readonly date: string; readonly text: string }[];
}

/** A time range of a series that a reader can choose. */
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

/** The ranges of a series' chart: one year, three years and all. Those that would show everything anyway are omitted. */
export function chartRanges({ observations, frequency, summary }: MarketSeries): readonly ChartRange[] {
  const first = observations[0]?.date ?? "";
  const to = summary.latest.date;
  const ranges = RANGES.map(({ id, name, months }) => {
    return { id, name, from: nextPeriod(monthsBefore(to, frequency, months), frequency), to };
  });
  return [...ranges.filter(({ from }) => from > first && from < to), { id: "all", name: "All", from: first, to }];
}

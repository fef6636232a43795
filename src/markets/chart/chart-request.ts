import type { Series } from "../series.ts";

export const CHART_TYPES = ["line", "area", "bars"] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** A chart as it is asked for. */
export interface ChartRequest {
  /** One or more, of one frequency and, unless rebased, one unit; with the figures that this chart may know. */
  readonly series: readonly Series[];
  /** First and last period, both included, as the series have their dates. */
  readonly from: string;
  readonly to: string;
  /** Bars are changes from one period to the next. */
  readonly type: ChartType;
  /** Whether each series is set to 100 in the first period, so that unlike units share one axis. */
  readonly rebase: boolean;
  readonly title: string;
  readonly note: string | undefined;
  /** What happened in a period of the chart, in a few words. */
  readonly annotations: readonly { readonly date: string; readonly text: string }[];
}

import { lastOfEachYear } from "../observation-rows.ts";
import { periodName } from "../period.ts";
import type { ChartModel } from "./chart-model.ts";
import { formatValue } from "./value-format.ts";

/** A longer table is reduced to the last period of each year. */
const MAX_PERIODS = 120;

/** The values of a chart as formatted text: a row for each period, a cell for each line. */
export interface ChartTable {
  readonly rows: readonly { readonly period: string; readonly cells: readonly string[] }[];
  /** Whether it has every period; otherwise it has the last one of each year with a figure. */
  readonly isWhole: boolean;
}

export function chartTable(chart: ChartModel, language: string): ChartTable {
  const { lines, periods, frequency, format } = chart;
  const isWhole = periods.length <= MAX_PERIODS;
  const all = periods.map((period, index) => ({ period, values: lines.map(({ values }) => values[index]) }));
  const published = all.filter(({ values }) => values.some((value) => value !== undefined));
  const included = isWhole ? all : lastOfEachYear(published, ({ period }) => period);
  const rows = included.map(({ period, values }) => {
    const cells = values.map((value) => (value === undefined ? format.gap : formatValue(value, format, language)));
    return { period: periodName(period, frequency, language), cells };
  });
  return { rows, isWhole };
}

import { lastOfYears } from "../last-of-years.ts";
import { periodName } from "../period.ts";
import { figureWords } from "./figure-words.ts";
import type { Plotted } from "./plotted.ts";

/** A longer table is thinned. */
const MOST_PERIODS = 120;

/** What a chart draws, in words: a row for a period, a cell for a line. */
export interface ChartTable {
  readonly rows: readonly { readonly period: string; readonly cells: readonly string[] }[];
  /** Whether it has every period; else the last one of each year with a figure, and the latest. */
  readonly isWhole: boolean;
}

export function chartTable(chart: Plotted, language: string): ChartTable {
  const { lines, periods, frequency, words } = chart;
  const isWhole = periods.length <= MOST_PERIODS;
  const all = periods.map((period, index) => ({ period, values: lines.map(({ values }) => values[index]) }));
  const published = all.filter(({ values }) => values.some((value) => value !== undefined));
  const shown = isWhole ? all : lastOfYears(published, ({ period }) => period);
  const rows = shown.map(({ period, values }) => {
    const cells = values.map((value) => (value === undefined ? words.gap : figureWords(value, words, language)));
    return { period: periodName(period, frequency, language), cells };
  });
  return { rows, isWhole };
}

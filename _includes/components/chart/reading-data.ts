import type { ChartDrawing } from "../../../src/markets/chart/draw-chart.ts";
import type { Plotted } from "../../../src/markets/chart/plotted.ts";
import { roundTo } from "../../../src/markets/figures.ts";

/** What a script needs to tell single figures of a chart and to show where they are, as attributes of `<market-chart>`. */
export function readingData(
  chart: Plotted,
  { drawn, range, topPx, bottomPx }: ChartDrawing,
): Readonly<Record<`data-${string}`, string>> {
  const { lines, periods, words, frequency, type } = chart;
  const figure = (value: number | undefined): string => (value === undefined ? "" : String(roundTo(value, words.decimals)));
  return {
    // 2026-05,107.14,98.2;2026-06,85.4,  nothing where there is no figure
    "data-figures": drawn.map((index) => [periods[index], ...lines.map(({ values }) => figure(values[index]))].join()).join(";"),
    "data-names": lines.map(({ name }) => name).join(";"),
    "data-words": JSON.stringify({ ...words, frequency, type, range, plot: [topPx, bottomPx] }),
  };
}

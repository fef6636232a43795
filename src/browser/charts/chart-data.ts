import type { ChartType } from "../../markets/chart/chart-request.ts";
import { timeScale } from "../../markets/chart/time-axis.ts";
import type { ValueFormat } from "../../markets/chart/value-format.ts";
import type { Frequency } from "../../markets/period.ts";

/** The format of a chart's values and the scales of its plot, as `readoutData` of the component writes them. */
interface ChartFormat extends ValueFormat {
  readonly frequency: Frequency;
  readonly type: ChartType;
  /** The values at the top and at the bottom of the plot. */
  readonly range: readonly [number, number];
  /** The top and bottom of the plot in the drawing, in px. */
  readonly plot: readonly [number, number];
}

/** One period of a chart. */
export interface ChartPoint {
  readonly period: string;
  readonly xPercent: number;
  /** Of each line; undefined for a gap. */
  readonly values: readonly (number | undefined)[];
  /** The vertical positions of the values in the drawing, in px. */
  readonly ysPx: readonly (number | undefined)[];
}

export interface ChartData {
  readonly points: readonly ChartPoint[];
  readonly names: readonly string[];
  readonly format: ChartFormat;
}

/** Parses the data attributes of a `<market-chart>`. */
export function parseChartData({ figures = "", names = "", words = "" }: DOMStringMap): ChartData {
  const format: ChartFormat = JSON.parse(words);
  const [[high, low], [top, bottom]] = [format.range, format.plot];
  const rows = figures.split(";").map((row) => row.split(","));
  const time = timeScale({ ...format, periods: rows.map(([period = ""]) => period) });
  const points = rows.map(([period = "", ...cells]): ChartPoint => {
    const values = cells.map((cell) => (cell === "" ? undefined : Number(cell)));
    const ysPx = values.map((value) => (value === undefined ? value : bottom - ((value - low) / (high - low)) * (bottom - top)));
    return { period, xPercent: time.at(period), values, ysPx };
  });
  return { points, names: names.split(";"), format };
}

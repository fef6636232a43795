import type { ChartType } from "../../markets/chart/chart-request.ts";
import type { FigureWords } from "../../markets/chart/figure-words.ts";
import { timeScale } from "../../markets/chart/time-scale.ts";
import type { Frequency } from "../../markets/period.ts";

/** What is the same for all figures of a chart, as `readingData` of the components writes it. */
interface ChartWords extends FigureWords {
  readonly frequency: Frequency;
  readonly type: ChartType;
  /** The values at the top and at the bottom of the plot. */
  readonly range: readonly [number, number];
  /** Where the plot begins and ends, in px down the drawing. */
  readonly plot: readonly [number, number];
}

/** A period of a chart: where it is, and what was measured. */
export interface ChartPoint {
  readonly period: string;
  readonly xPercent: number;
  /** Of each line; undefined where nothing was published. */
  readonly values: readonly (number | undefined)[];
  /** Where the values are, in px down the drawing. */
  readonly ysPx: readonly (number | undefined)[];
}

export interface ChartData {
  readonly points: readonly ChartPoint[];
  readonly names: readonly string[];
  readonly words: ChartWords;
}

export function chartData({ figures = "", names = "", words: written = "" }: DOMStringMap): ChartData {
  const words: ChartWords = JSON.parse(written);
  const [[high, low], [top, bottom]] = [words.range, words.plot];
  const rows = figures.split(";").map((row) => row.split(","));
  const time = timeScale({ ...words, periods: rows.map(([period = ""]) => period) });
  const points = rows.map(([period = "", ...cells]): ChartPoint => {
    const values = cells.map((cell) => (cell === "" ? undefined : Number(cell)));
    const ysPx = values.map((value) => (value === undefined ? value : bottom - ((value - low) / (high - low)) * (bottom - top)));
    return { period, xPercent: time.at(period), values, ysPx };
  });
  return { points, names: names.split(";"), words };
}

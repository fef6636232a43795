import type { ScaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { Observation } from "../series.ts";
import type { TimeScale } from "./time-scale.ts";

/** The side of the square that paths are drawn in, before it is stretched over the plot. */
export const PLOT_SIDE = 1000;
/** Of the room of a bar, what is left free on each side. */
const BAR_MARGIN = 0.14;

/** Where periods and values fall in the square. */
export interface Square {
  readonly time: TimeScale;
  /** Its range is the square’s. */
  readonly y: ScaleLinear<number, number>;
}

/** A line through the figures. Nothing is drawn across a gap. */
export function linePath(observations: readonly Observation[], { time, y }: Square): string {
  const path = line<Observation>()
    .digits(1)
    .defined(({ value }) => value !== undefined)
    .x(({ date }) => (time.at(date) * PLOT_SIDE) / 100)
    .y(({ value }) => y(value ?? 0));
  return path(observations) ?? "";
}

/** What lies between the line and nothing. */
export function areaPath(observations: readonly Observation[], { time, y }: Square): string {
  const path = area<Observation>()
    .digits(1)
    .defined(({ value }) => value !== undefined)
    .x(({ date }) => (time.at(date) * PLOT_SIDE) / 100)
    .y0(y(0))
    .y1(({ value }) => y(value ?? 0));
  return path(observations) ?? "";
}

/** Bars from nothing to each figure: those that rise, or those that fall. */
export function barsPath(observations: readonly Observation[], sign: 1 | -1, { time, y }: Square): string {
  return observations
    .flatMap(({ date, value }) => {
      if (value === undefined || Math.sign(value) !== sign) return [];
      const [start, end] = time.band(date).map((percent) => (percent * PLOT_SIDE) / 100);
      if (start === undefined || end === undefined) return [];
      const margin = (end - start) * BAR_MARGIN;
      const [left, right] = [rounded(start + margin), rounded(end - margin)];
      return [`M${left},${rounded(y(0))}V${rounded(y(value))}H${right}V${rounded(y(0))}Z`];
    })
    .join("");
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

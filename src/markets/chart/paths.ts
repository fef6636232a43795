import { type ScaleLinear, scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { extremesOf, isFigure } from "../figures.ts";
import type { Observation } from "../series.ts";
import type { TimeScale } from "./time-axis.ts";

/** The side of the square viewBox that paths are drawn in, before it is stretched over the plot. */
export const PLOT_VIEWBOX_SIZE = 1000;
/** The margin on each side of a bar, as a share of its band. */
const BAR_MARGIN = 0.14;

/** The scales of the plot's viewBox. */
export interface PlotScales {
  readonly time: TimeScale;
  readonly y: ScaleLinear<number, number>;
}

/** A line through the figures, broken at gaps. */
export function linePath(observations: readonly Observation[], { time, y }: PlotScales): string {
  const path = line<Observation>()
    .digits(1)
    .defined(({ value }) => value !== undefined)
    .x(({ date }) => (time.at(date) * PLOT_VIEWBOX_SIZE) / 100)
    .y(({ value }) => y(value ?? 0));
  return path(observations) ?? "";
}

/** The area between the line and zero. */
export function areaPath(observations: readonly Observation[], { time, y }: PlotScales): string {
  const path = area<Observation>()
    .digits(1)
    .defined(({ value }) => value !== undefined)
    .x(({ date }) => (time.at(date) * PLOT_VIEWBOX_SIZE) / 100)
    .y0(y(0))
    .y1(({ value }) => y(value ?? 0));
  return path(observations) ?? "";
}

/** Bars from zero to each figure with the given sign. */
export function barsPath(observations: readonly Observation[], sign: 1 | -1, { time, y }: PlotScales): string {
  return observations
    .flatMap(({ date, value }) => {
      if (value === undefined || Math.sign(value) !== sign) return [];
      const [start, end] = time.band(date).map((percent) => (percent * PLOT_VIEWBOX_SIZE) / 100);
      if (start === undefined || end === undefined) return [];
      const margin = (end - start) * BAR_MARGIN;
      const [left, right] = [toTenth(start + margin), toTenth(end - margin)];
      return [`M${left},${toTenth(y(0))}V${toTenth(y(value))}H${right}V${toTenth(y(0))}Z`];
    })
    .join("");
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The side of a sparkline's square viewBox. */
export const SPARKLINE_VIEWBOX_SIZE = 100;
const MAX_SPARKLINE_POINTS = 40;

/** A line without axes, broken at gaps; empty if there is no figure. */
export function sparklinePath(observations: readonly Observation[]): string {
  if (!observations.some(isFigure)) return "";
  const { low, high } = extremesOf(observations);
  const y = scaleLinear([low.value, high.value], [SPARKLINE_VIEWBOX_SIZE, 0]);
  const x = scaleLinear([0, observations.length - 1], [0, SPARKLINE_VIEWBOX_SIZE]);
  const indices = downsampledIndices([observations.map(({ value }) => value)], MAX_SPARKLINE_POINTS);
  const path = line<number>()
    .digits(0)
    .defined((index) => observations[index]?.value !== undefined)
    .x((index) => x(index))
    .y((index) => y(observations[index]?.value ?? 0));
  return path(indices) ?? "";
}

/**
 * Downsamples lines by min-max decimation: keeps the first and the last index, and from each bucket the lowest, the
 * highest and one gap of every line, so that no extreme and no break is lost.
 *
 * @param lines the values of each line, all of one length; undefined for a gap
 * @param max how many indices to keep, approximately
 * @returns the indices kept, in order
 */
export function downsampledIndices(lines: readonly (readonly (number | undefined)[])[], max: number): readonly number[] {
  const length = lines[0]?.length ?? 0;
  if (length <= max) return Array.from({ length }, (_, index) => index);
  const buckets = Math.max(1, Math.floor((max - 2) / (lines.length * 2 + 1)));
  const indices = new Set([0, length - 1]);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const [start, end] = [bucket, bucket + 1].map((each) => Math.floor((each * length) / buckets));
    for (const values of lines) for (const index of extremeIndices(values, start ?? 0, end ?? length)) indices.add(index);
  }
  return [...indices].sort((a, b) => a - b);
}

/** The indices of the lowest value, the highest value and the first gap of a bucket. */
function extremeIndices(values: readonly (number | undefined)[], start: number, end: number): readonly number[] {
  let [low, high, gap] = [-1, -1, -1];
  for (let index = start; index < end; index += 1) {
    const value = values[index];
    if (value === undefined) gap = gap < 0 ? index : gap;
    else {
      if (low < 0 || value < (values[low] ?? value)) low = index;
      if (high < 0 || value > (values[high] ?? value)) high = index;
    }
  }
  return [low, high, gap].filter((index) => index >= 0);
}

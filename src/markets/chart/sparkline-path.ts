import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { extremesOf, isFigure } from "../figures.ts";
import type { Observation } from "../series.ts";
import { thinnedIndices } from "./thinned.ts";

const MOST_POINTS = 40;

/** The side of the square that a sparkline is drawn in, before it is stretched. */
export const SPARKLINE_SIDE = 100;

/** A line without axes, broken at gaps; nothing where there is no figure. */
export function sparklinePath(observations: readonly Observation[]): string {
  if (!observations.some(isFigure)) return "";
  const { low, high } = extremesOf(observations);
  const y = scaleLinear([low.value, high.value], [SPARKLINE_SIDE, 0]);
  const x = scaleLinear([0, observations.length - 1], [0, SPARKLINE_SIDE]);
  const kept = thinnedIndices([observations.map(({ value }) => value)], MOST_POINTS);
  const path = line<number>()
    .digits(0)
    .defined((index) => observations[index]?.value !== undefined)
    .x((index) => x(index))
    .y((index) => y(observations[index]?.value ?? 0));
  return path(kept) ?? "";
}

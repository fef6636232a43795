import { type ScaleLinear, scaleLinear } from "d3-scale";
import { extremesOf, isFigure } from "../figures.ts";
import type { ChartModel } from "./chart-model.ts";
import { type ChartLabel, GUTTER_PX } from "./label-layout.ts";
import { formatValue } from "./value-format.ts";

export interface ValueTick {
  readonly yPx: number;
  readonly label: ChartLabel;
  /** Whether it is the baseline of the chart. */
  readonly isBase: boolean;
}

const MAX_TICKS = 4;
/** Padding above the highest and below the lowest figure, as a share of the range; makes room for their labels. */
const PADDING = 0.1;
const LABEL_RISE_PX = 4;
/** A gridline closer to the time axis would blur with it. */
const CLEARANCE_PX = 5;
const EPSILON = 1e-9;

/** Maps values to vertical positions in px. Areas and bars start at zero, lines just below the lowest figure. */
export function valueScale(
  { lines, type }: ChartModel,
  [topPx, bottomPx]: readonly [number, number],
): ScaleLinear<number, number> {
  const { low, high } = extremesOf(lines.flatMap(({ observations }) => observations.filter(isFigure)));
  const includesZero = type !== "line";
  const [min, max] = includesZero ? [Math.min(0, low.value), Math.max(0, high.value)] : [low.value, high.value];
  const padding = (max - min || Math.abs(max) || 1) * PADDING;
  const bottom = min >= 0 ? Math.max(0, includesZero ? 0 : min - padding) : min - padding;
  const top = includesZero && max === 0 ? 0 : max + padding;
  return scaleLinear([bottom, top], [bottomPx, topPx]);
}

/** Gridlines at round values, labelled with as many decimals as distinguish them. */
export function valueTicks(y: ScaleLinear<number, number>, { format, base }: ChartModel, language: string): readonly ValueTick[] {
  const [bottomPx = 0] = y.range();
  const values = y.ticks(MAX_TICKS).filter((value) => value === base || y(value) <= bottomPx - CLEARANCE_PX);
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + EPSILON));
  return values.map((value) => {
    const text = formatValue(value, { ...format, decimals, suffix: format.suffix.trim() === "%" ? "%" : "" }, language);
    const label: ChartLabel = { xPercent: 0, shiftPx: -GUTTER_PX, yPx: y(value) - LABEL_RISE_PX, anchor: "start", text };
    return { yPx: y(value), label, isBase: value === base };
  });
}

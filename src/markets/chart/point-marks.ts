import { extremesOf, isFigure } from "../figures.ts";
import { shortPeriodName } from "../period.ts";
import type { Figure } from "../series.ts";
import type { ChartModel } from "./chart-model.ts";
import {
  type ChartLabel,
  firstFreePosition,
  LINE_HEIGHT_PX,
  MIN_PLOT_WIDTH_PX,
  spreadVertically,
  textWidthPx,
} from "./label-layout.ts";
import { formatValue } from "./value-format.ts";

/** A highlighted point and its label. */
export interface PointMark {
  readonly kind: "end" | "extreme";
  readonly xPercent: number;
  readonly yPx: number;
  /** Undefined where there is no room for it. */
  readonly label: ChartLabel | undefined;
  /** The side of the point that the label belongs to, even if it was moved. */
  readonly side: "above" | "below";
}

/** Maps a figure to its position: horizontally in per cent, vertically in px. */
export interface PointScales {
  readonly x: (period: string) => number;
  readonly y: (value: number) => number;
}

const ABOVE_PX = -9;
const BELOW_PX = 19;
/** The share of all figures, counted from the end, that decides whether a line ends falling. */
const TAIL = 0.06;

interface MarkCandidate {
  readonly kind: PointMark["kind"];
  readonly figure: Figure;
  /** Vertical offsets of the label from the point in px, in order of preference. */
  readonly offsetsPx: readonly number[];
}

/** Marks the last, highest and lowest figure of a single line; of bars the largest rise and the largest fall. */
export function pointMarks(chart: ChartModel, { x, y }: PointScales, language: string): readonly PointMark[] {
  const figures = chart.lines.flatMap(({ observations }) => observations.filter(isFigure));
  const taken: ChartLabel[] = [];
  return markCandidates(figures, chart.type === "bars").map(({ kind, figure: { date, value }, offsetsPx }): PointMark => {
    const point = { xPercent: x(date), yPx: y(value) };
    const content = {
      xPercent: point.xPercent,
      shiftPx: 0,
      text: formatValue(value, chart.format, language),
      ...(kind === "extreme" && { aside: shortPeriodName(date, chart.frequency, language) }),
    };
    const positions = offsetsPx.flatMap((offset) =>
      (["middle", "start", "end"] as const).map((anchor): ChartLabel => ({ ...content, anchor, yPx: point.yPx + offset })),
    );
    const label = firstFreePosition(positions, taken);
    if (label) taken.push(label);
    return { kind, ...point, label, side: label && label.yPx > point.yPx ? "below" : "above" };
  });
}

function markCandidates(figures: readonly Figure[], areBars: boolean): readonly MarkCandidate[] {
  const { low, high } = extremesOf(figures);
  const highest: MarkCandidate = { kind: "extreme", figure: high, offsetsPx: [ABOVE_PX] };
  const lowest: MarkCandidate = { kind: "extreme", figure: low, offsetsPx: [BELOW_PX] };
  // The label of any other bar would overlap its neighbours.
  if (areBars) return [...(high.value > 0 ? [highest] : []), ...(low.value < 0 ? [lowest] : [])];
  const last = figures.at(-1) ?? high;
  const candidates: MarkCandidate[] = [{ kind: "end", figure: last, offsetsPx: endOffsetsPx(figures, last) }, highest, lowest];
  return candidates.filter(({ figure }, index) => candidates.findIndex((other) => other.figure.date === figure.date) === index);
}

/** A line that ends falling leaves room below its end, any other above. */
function endOffsetsPx(figures: readonly Figure[], last: Figure): readonly number[] {
  const before = figures.at(-1 - Math.max(1, Math.round(figures.length * TAIL)));
  return before && before.value > last.value ? [BELOW_PX, ABOVE_PX] : [ABOVE_PX, BELOW_PX];
}

/** Marks the end of each of several lines with its name and last figure: direct labels instead of a legend. */
export function endMarks(
  { lines, format }: ChartModel,
  { x, y }: PointScales,
  [topPx, bottomPx]: readonly [number, number],
  language: string,
): readonly PointMark[] {
  const ends = lines.map(({ name, observations }) => {
    const last = observations.findLast(isFigure);
    if (!last) throw new Error(`${name} has no figure to draw.`);
    return { name, xPercent: x(last.date), yPx: y(last.value), figure: formatValue(last.value, format, language) };
  });
  const heights = spreadVertically(
    ends.map(({ yPx }) => yPx + ABOVE_PX),
    [topPx + LINE_HEIGHT_PX, bottomPx],
  );
  return ends.map(({ name, xPercent, yPx, figure }, index): PointMark => {
    const maxNamePx = (MIN_PLOT_WIDTH_PX * xPercent) / 100 - textWidthPx(` ${figure}`);
    const text = `${truncated(name, maxNamePx)} ${figure}`;
    const anchor = xPercent < 50 ? "start" : "end";
    const label: ChartLabel = { xPercent, shiftPx: 0, yPx: heights[index] ?? yPx, anchor, text };
    return { kind: "end", xPercent, yPx, label, side: "above" };
  });
}

/** Truncates a name to whole words with an ellipsis. The table has it in full. */
function truncated(name: string, maxPx: number): string {
  if (textWidthPx(name) <= Math.max(maxPx, MIN_PLOT_WIDTH_PX / 2)) return name;
  const words = name.split(" ");
  while (words.length > 1 && textWidthPx(`${words.join(" ")}…`) > maxPx) words.pop();
  return `${words.join(" ")}…`;
}

import { extremesOf, isFigure } from "../figures.ts";
import { shortPeriodName } from "../period.ts";
import type { Figure } from "../series.ts";
import { type ChartText, firstFree } from "./chart-text.ts";
import { figureWords } from "./figure-words.ts";
import type { Plotted } from "./plotted.ts";

/** A point that is told apart, and the words beside it where they have room. */
export interface PointMark {
  readonly kind: "end" | "extreme";
  readonly xPercent: number;
  readonly yPx: number;
  readonly label: ChartText | undefined;
  /** On which side of the point the words belong, wherever they have been moved to. */
  readonly side: "above" | "below";
}

/** Where a figure falls: across in per cent, down in px. */
export interface PointScales {
  readonly x: (period: string) => number;
  readonly y: (value: number) => number;
}

export const ABOVE_PX = -9;
const BELOW_PX = 19;
/** How far back, as a share of all figures, a line is looked at to say whether it ends falling. */
const TAIL = 0.06;

interface Wanted {
  readonly kind: PointMark["kind"];
  readonly figure: Figure;
  /** Where the words may stand, as shifts down from the point in px; the best place first. */
  readonly shifts: readonly number[];
}

/** The last, the highest and the lowest figure of a chart of one line; of bars the largest rise and the largest fall. */
export function pointMarks(chart: Plotted, { x, y }: PointScales, language: string): readonly PointMark[] {
  const figures = chart.lines.flatMap(({ observations }) => observations.filter(isFigure));
  const taken: ChartText[] = [];
  return wantedMarks(figures, chart.type === "bars").map(({ kind, figure: { date, value }, shifts }): PointMark => {
    const point = { xPercent: x(date), yPx: y(value) };
    const words = {
      xPercent: point.xPercent,
      shiftPx: 0,
      text: figureWords(value, chart.words, language),
      ...(kind === "extreme" && { aside: shortPeriodName(date, chart.frequency, language) }),
    };
    const places = shifts.flatMap((shift) =>
      (["middle", "start", "end"] as const).map((anchor): ChartText => ({ ...words, anchor, yPx: point.yPx + shift })),
    );
    const label = firstFree(places, taken);
    if (label) taken.push(label);
    return { kind, ...point, label, side: label && label.yPx > point.yPx ? "below" : "above" };
  });
}

function wantedMarks(figures: readonly Figure[], areBars: boolean): readonly Wanted[] {
  const { low, high } = extremesOf(figures);
  const highest: Wanted = { kind: "extreme", figure: high, shifts: [ABOVE_PX] };
  const lowest: Wanted = { kind: "extreme", figure: low, shifts: [BELOW_PX] };
  // Words beside other bars would lie on their neighbours.
  if (areBars) return [...(high.value > 0 ? [highest] : []), ...(low.value < 0 ? [lowest] : [])];
  const last = figures.at(-1) ?? high;
  const wanted: Wanted[] = [{ kind: "end", figure: last, shifts: shiftsAtEnd(figures, last) }, highest, lowest];
  return wanted.filter(({ figure }, index) => wanted.findIndex((other) => other.figure.date === figure.date) === index);
}

/** A line that comes from above leaves room below its end. */
function shiftsAtEnd(figures: readonly Figure[], last: Figure): readonly number[] {
  const before = figures.at(-1 - Math.max(1, Math.round(figures.length * TAIL)));
  return before && before.value > last.value ? [BELOW_PX, ABOVE_PX] : [ABOVE_PX, BELOW_PX];
}

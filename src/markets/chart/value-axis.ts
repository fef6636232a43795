import { type ScaleLinear, scaleLinear } from "d3-scale";
import { extremesOf, isFigure } from "../figures.ts";
import { type ChartText, GUTTER_PX } from "./chart-text.ts";
import { figureWords } from "./figure-words.ts";
import type { Plotted } from "./plotted.ts";

export interface ValueTick {
  readonly yPx: number;
  readonly label: ChartText;
  /** Whether it is the value that all others are seen against. */
  readonly isBase: boolean;
}

const MOST_TICKS = 4;
/** Room above the highest and below the lowest figure, as a share of what lies between, for the words that stand there. */
const ROOM = 0.1;
const LABEL_RISE_PX = 4;
/** A gridline nearer to the line of time would blur with it. */
const CLEARANCE_PX = 5;
const EPSILON = 1e-9;

/** Where values fall down a chart, in px: areas and bars from nothing, lines from just under the lowest figure. */
export function valueScale({ lines, type }: Plotted, [topPx, bottomPx]: readonly [number, number]): ScaleLinear<number, number> {
  const { low, high } = extremesOf(lines.flatMap(({ observations }) => observations.filter(isFigure)));
  const startsAtNothing = type !== "line";
  const [least, most] = [
    startsAtNothing ? Math.min(0, low.value) : low.value,
    startsAtNothing ? Math.max(0, high.value) : high.value,
  ];
  const room = (most - least || Math.abs(most) || 1) * ROOM;
  const floor = least >= 0 ? Math.max(0, startsAtNothing ? 0 : least - room) : least - room;
  const ceiling = startsAtNothing && most === 0 ? 0 : most + room;
  return scaleLinear([floor, ceiling], [bottomPx, topPx]);
}

/** Gridlines at round values, each with as many decimals as tell them apart. */
export function valueTicks(y: ScaleLinear<number, number>, { words, base }: Plotted, language: string): readonly ValueTick[] {
  const [bottomPx = 0] = y.range();
  const values = y.ticks(MOST_TICKS).filter((value) => value === base || y(value) <= bottomPx - CLEARANCE_PX);
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + EPSILON));
  return values.map((value) => {
    const text = figureWords(value, { ...words, decimals, suffix: words.suffix.trim() === "%" ? "%" : "" }, language);
    const label: ChartText = { xPercent: 0, shiftPx: -GUTTER_PX, yPx: y(value) - LABEL_RISE_PX, anchor: "start", text };
    return { yPx: y(value), label, isBase: value === base };
  });
}

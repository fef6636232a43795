import { isFigure } from "../figures.ts";
import { type ChartText, LINE_HEIGHT_PX, NARROWEST_PX, pushedApart, textWidthPx } from "./chart-text.ts";
import { figureWords } from "./figure-words.ts";
import type { Plotted } from "./plotted.ts";
import { ABOVE_PX, type PointMark, type PointScales } from "./point-marks.ts";

/** The name and the last figure of each of several lines, where it ends: direct labels need no legend. */
export function endLabels(
  { lines, words }: Plotted,
  { x, y }: PointScales,
  [topPx, bottomPx]: readonly [number, number],
  language: string,
): readonly PointMark[] {
  const ends = lines.map(({ name, observations }) => {
    const last = observations.findLast(isFigure);
    if (!last) throw new Error(`${name} has no figure to be drawn.`);
    return { name, xPercent: x(last.date), yPx: y(last.value), figure: figureWords(last.value, words, language) };
  });
  const heights = pushedApart(
    ends.map(({ yPx }) => yPx + ABOVE_PX),
    [topPx + LINE_HEIGHT_PX, bottomPx],
  );
  return ends.map(({ name, xPercent, yPx, figure }, index): PointMark => {
    const room = (NARROWEST_PX * xPercent) / 100 - textWidthPx(` ${figure}`);
    const text = `${shortened(name, room)} ${figure}`;
    const anchor = xPercent < 50 ? "start" : "end";
    const label: ChartText = { xPercent, shiftPx: 0, yPx: heights[index] ?? yPx, anchor, text };
    return { kind: "end", xPercent, yPx, label, side: "above" };
  });
}

/** A name as far as it has room. The table has it whole. */
function shortened(name: string, mostPx: number): string {
  if (textWidthPx(name) <= Math.max(mostPx, NARROWEST_PX / 2)) return name;
  const words = name.split(" ");
  while (words.length > 1 && textWidthPx(`${words.join(" ")}…`) > mostPx) words.pop();
  return `${words.join(" ")}…`;
}

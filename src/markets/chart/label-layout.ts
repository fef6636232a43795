/** The width beside the plot that value labels take up. The stylesheet repeats it as a length. */
export const GUTTER_PX = 46;

/** The plot's width in a window of 320 px, without margins and gutter. Labels that do not overlap here do not on wider ones. */
export const MIN_PLOT_WIDTH_PX = 320 - 32 - GUTTER_PX;

/** From baseline to baseline. */
export const LINE_HEIGHT_PX = 16;
/** The part of a line above its baseline. */
const ASCENT_PX = 11;
const MIN_SPACING_PX = 6;

/** A text in a chart. */
export interface ChartLabel {
  /** In per cent of the chart's width. */
  readonly xPercent: number;
  /** Added to the position; does not scale with the width. */
  readonly shiftPx: number;
  /** Of the baseline. */
  readonly yPx: number;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
  /** Follows the text in a less prominent style. */
  readonly aside?: string;
}

/** Estimates a text's width from rounded-up advances of Libre Franklin, since no browser measures it at build time. */
export function textWidthPx(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/[\d+−%]/.test(character) ? 8.1 : /[A-Z]/.test(character) ? 8.4 : 6.2),
    0,
  );
}

/** The start and end of a label in the narrowest chart, in px. */
export function labelExtentPx({ xPercent, shiftPx, anchor, text, aside }: ChartLabel): readonly [number, number] {
  const width = textWidthPx(aside === undefined ? text : `${text} ${aside}`);
  const x = (xPercent / 100) * MIN_PLOT_WIDTH_PX + shiftPx;
  const start = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return [start, start + width];
}

/** Whether a label lies within the narrowest chart, or extends at most the given length beyond its end. */
export function fits(label: ChartLabel, maxOverhangPx = 0): boolean {
  const [start, end] = labelExtentPx(label);
  return start >= 0 && end <= MIN_PLOT_WIDTH_PX + maxOverhangPx;
}

/** Whether two labels would overlap or touch in the narrowest chart. */
export function overlaps(a: ChartLabel, b: ChartLabel): boolean {
  if (Math.abs(a.yPx - b.yPx) >= LINE_HEIGHT_PX - (LINE_HEIGHT_PX - ASCENT_PX) / 2) return false;
  const [[aStart, aEnd], [bStart, bEnd]] = [labelExtentPx(a), labelExtentPx(b)];
  return aStart < bEnd + MIN_SPACING_PX && bStart < aEnd + MIN_SPACING_PX;
}

/** The first of several positions of a label that fits and overlaps no other; undefined if there is none. */
export function firstFreePosition(positions: readonly ChartLabel[], taken: readonly ChartLabel[]): ChartLabel | undefined {
  return positions.find((position) => fits(position) && !taken.some((other) => overlaps(position, other)));
}

/** Spreads vertical positions (px) to at least a line's height apart, within a range, with minimal moves. Keeps their order. */
export function spreadVertically(wanted: readonly number[], [top, bottom]: readonly [number, number]): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = order.map((index) => wanted[index] ?? 0);
  let min = top;
  for (const [index, y] of placed.entries()) {
    placed[index] = Math.max(y, min);
    min = (placed[index] ?? 0) + LINE_HEIGHT_PX;
  }
  let max = bottom;
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    placed[index] = Math.min(placed[index] ?? 0, max);
    max = (placed[index] ?? 0) - LINE_HEIGHT_PX;
  }
  return wanted.map((_, index) => placed[order.indexOf(index)] ?? 0);
}

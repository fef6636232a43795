/** Beside the plot, for the values of gridlines. The stylesheet has it too, as a length. */
export const GUTTER_PX = 46;

/** The narrowest a plot is drawn: in a window of 320 px, without margins and gutter. What is apart here is apart on wider ones. */
export const NARROWEST_PX = 320 - 32 - GUTTER_PX;

/** From baseline to baseline. */
export const LINE_HEIGHT_PX = 16;
/** Of a line, what lies above its baseline. */
const ASCENT_PX = 11;
const APART_PX = 6;

/** Words in a chart: across in per cent of its width, with a shift in px that does not grow with it; down in px. */
export interface ChartText {
  readonly xPercent: number;
  readonly shiftPx: number;
  /** Of the baseline. */
  readonly yPx: number;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
  /** Said after the text, and less loudly. */
  readonly aside?: string;
}

/** Advances of Libre Franklin at the size of a chart's words, rounded up: no browser is there to measure them. */
export function textWidthPx(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/[\d+−%]/.test(character) ? 8.1 : /[A-Z]/.test(character) ? 8.4 : 6.2),
    0,
  );
}

/** Where words begin and end across the narrowest chart, in px. */
export function extentPx({ xPercent, shiftPx, anchor, text, aside }: ChartText): readonly [number, number] {
  const width = textWidthPx(aside === undefined ? text : `${text} ${aside}`);
  const at = (xPercent / 100) * NARROWEST_PX + shiftPx;
  const start = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
  return [start, start + width];
}

/** Whether words lie wholly within the chart, however narrow; or reach so many px beyond its end. */
export function fits(words: ChartText, beyondPx = 0): boolean {
  const [start, end] = extentPx(words);
  return start >= 0 && end <= NARROWEST_PX + beyondPx;
}

/** Whether two words would touch in the narrowest chart. */
export function collide(a: ChartText, b: ChartText): boolean {
  if (Math.abs(a.yPx - b.yPx) >= LINE_HEIGHT_PX - (LINE_HEIGHT_PX - ASCENT_PX) / 2) return false;
  const [[aStart, aEnd], [bStart, bEnd]] = [extentPx(a), extentPx(b)];
  return aStart < bEnd + APART_PX && bStart < aEnd + APART_PX;
}

/** The first of several places for the same words that is free and within the chart; undefined where none is. */
export function firstFree(places: readonly ChartText[], taken: readonly ChartText[]): ChartText | undefined {
  return places.find((place) => fits(place) && !taken.some((other) => collide(place, other)));
}

/** Moves heights, in px, apart from each other as little as that takes, within a range. They keep their order. */
export function pushedApart(wanted: readonly number[], [top, bottom]: readonly [number, number]): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = order.map((index) => wanted[index] ?? 0);
  let least = top;
  for (const [at, y] of placed.entries()) {
    placed[at] = Math.max(y, least);
    least = (placed[at] ?? 0) + LINE_HEIGHT_PX;
  }
  let most = bottom;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? 0, most);
    most = (placed[at] ?? 0) - LINE_HEIGHT_PX;
  }
  return wanted.map((_, index) => placed[order.indexOf(index)] ?? 0);
}

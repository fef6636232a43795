import { type ChartLabel, LINE_HEIGHT_PX, labelExtentPx, MIN_PLOT_WIDTH_PX, overlaps, textWidthPx } from "./label-layout.ts";

/** A note on a period. */
export interface Annotation {
  readonly xPercent: number;
  readonly text: string;
}

/** The label of an annotation above the plot, and the top of the leader line from there down to its period. */
export interface PlacedAnnotation {
  readonly xPercent: number;
  readonly lines: readonly ChartLabel[];
  readonly leaderTopPx: number;
}

const LEADER_GAP_PX = 5;
/** Of the first row. */
const FIRST_BASELINE_PX = 12;
/** Enough for every annotation to have rows of its own. */
const MAX_ROWS = 60;

/**
 * Places annotations in rows above the plot. Each label starts or ends at its period, in the first row where it overlaps no
 * other label; rows where no leader line crosses a label come first.
 */
export function placeAnnotations<Each extends Annotation>(annotations: readonly Each[]): readonly (Each & PlacedAnnotation)[] {
  const placed: (Each & PlacedAnnotation)[] = [];
  for (const annotation of [...annotations].sort(topmostFirst)) {
    const rows = Array.from({ length: MAX_ROWS }, (_, row) => inRow(annotation, row));
    const free = rows.filter(({ lines }) => lines.every((line) => placed.every((other) => isFree(line, other))));
    const best = free.find((each) => placed.every((other) => !crosses(each, other) && !crosses(other, each))) ?? free[0];
    if (!best) throw new Error(`The annotation “${annotation.text}” is too long for a chart.`);
    placed.push({ ...annotation, ...best });
  }
  return placed;
}

/** The height of all annotation rows, in px. */
export function annotationsHeightPx(placed: readonly PlacedAnnotation[]): number {
  return Math.max(0, ...placed.map(({ leaderTopPx }) => leaderTopPx));
}

/** Labels that run right go above later ones, labels that run left above earlier ones: their leader lines do not cross. */
function topmostFirst(a: Annotation, b: Annotation): number {
  if (anchorOf(a) !== anchorOf(b)) return anchorOf(a) === "start" ? -1 : 1;
  return anchorOf(a) === "start" ? a.xPercent - b.xPercent : b.xPercent - a.xPercent;
}

function anchorOf({ xPercent }: Annotation): "start" | "end" {
  return xPercent <= 50 ? "start" : "end";
}

function inRow(annotation: Annotation, row: number): PlacedAnnotation {
  const { xPercent, text } = annotation;
  const anchor = anchorOf(annotation);
  const maxPx = (MIN_PLOT_WIDTH_PX * (anchor === "start" ? 100 - xPercent : xPercent)) / 100;
  const lines = wrapped(text, maxPx).map((line, index): ChartLabel => {
    return { xPercent, shiftPx: 0, anchor, text: line, yPx: FIRST_BASELINE_PX + (row + index) * LINE_HEIGHT_PX };
  });
  return { xPercent, lines, leaderTopPx: (lines.at(-1)?.yPx ?? 0) + LEADER_GAP_PX };
}

function isFree(line: ChartLabel, other: PlacedAnnotation): boolean {
  return !other.lines.some((taken) => overlaps(line, taken));
}

/** Whether the leader line of one annotation crosses the label of another. */
function crosses({ xPercent, leaderTopPx }: PlacedAnnotation, other: PlacedAnnotation): boolean {
  const x = (xPercent / 100) * MIN_PLOT_WIDTH_PX;
  return other.lines.some((line) => {
    const [start, end] = labelExtentPx(line);
    return line.yPx > leaderTopPx && x > start && x < end;
  });
}

/** Wraps text into lines of a maximum width; a longer word has a line of its own. */
function wrapped(text: string, maxPx: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidthPx(longer) <= maxPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

import { type ChartText, collide, extentPx, LINE_HEIGHT_PX, NARROWEST_PX, textWidthPx } from "./chart-text.ts";

/** Something said of a period. */
export interface Annotation {
  readonly xPercent: number;
  readonly text: string;
}

/** Words above the plot, and where the line begins that leads from them down to their period. */
export interface PlacedAnnotation {
  readonly xPercent: number;
  readonly lines: readonly ChartText[];
  readonly leaderTopPx: number;
}

const LEADER_GAP_PX = 5;
/** Of the first line’s baseline. */
const FIRST_BASELINE_PX = 12;
/** Enough for every annotation to have rows of its own. */
const MOST_ROWS = 60;

/**
 * Puts words into rows above the plot: each begins or ends at its period, in the first row where it touches no other and
 * where, if there is such a row, no line that leads down runs through words.
 */
export function placeAnnotations<Each extends Annotation>(annotations: readonly Each[]): readonly (Each & PlacedAnnotation)[] {
  const placed: (Each & PlacedAnnotation)[] = [];
  for (const annotation of [...annotations].sort(topmostFirst)) {
    const rows = Array.from({ length: MOST_ROWS }, (_, row) => inRow(annotation, row));
    const free = rows.filter(({ lines }) => lines.every((line) => placed.every((other) => isFree(line, other))));
    const best = free.find((each) => placed.every((other) => !runsThrough(each, other) && !runsThrough(other, each))) ?? free[0];
    if (!best) throw new Error(`“${annotation.text}” is too long to be written above a chart.`);
    placed.push({ ...annotation, ...best });
  }
  return placed;
}

/** What the rows of annotations take up, in px. */
export function annotationsHeightPx(placed: readonly PlacedAnnotation[]): number {
  return Math.max(0, ...placed.map(({ leaderTopPx }) => leaderTopPx));
}

/** Words that run to the right leave room for lines from above if those come earlier; words to the left, if later. */
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
  const roomPx = (NARROWEST_PX * (anchor === "start" ? 100 - xPercent : xPercent)) / 100;
  const lines = wrapped(text, roomPx).map((part, at): ChartText => {
    return { xPercent, shiftPx: 0, anchor, text: part, yPx: FIRST_BASELINE_PX + (row + at) * LINE_HEIGHT_PX };
  });
  return { xPercent, lines, leaderTopPx: (lines.at(-1)?.yPx ?? 0) + LEADER_GAP_PX };
}

function isFree(line: ChartText, other: PlacedAnnotation): boolean {
  return !other.lines.some((taken) => collide(line, taken));
}

/** Whether the line that leads down from one runs through the words of the other. */
function runsThrough({ xPercent, leaderTopPx }: PlacedAnnotation, other: PlacedAnnotation): boolean {
  const x = (xPercent / 100) * NARROWEST_PX;
  return other.lines.some((line) => {
    const [start, end] = extentPx(line);
    return line.yPx > leaderTopPx && x > start && x < end;
  });
}

/** Breaks words into lines of at most so many px; a longer word has a line of its own. */
function wrapped(text: string, mostPx: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidthPx(longer) <= mostPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

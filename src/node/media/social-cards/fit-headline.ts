import { balancedLines, type Measure } from "./balanced-lines.ts";

/** A headline in lines, and the size that they are set in. */
export interface FittedHeadline {
  readonly lines: readonly string[];
  readonly sizePx: number;
}

/** Room for a headline, in pixels. */
interface Room {
  readonly width: number;
  readonly height: number;
}

const LARGEST_PX = 96;
const STEP_PX = 4;
const MOST_LINES = 4;
/** From baseline to baseline, in ems. */
export const LEADING = 1.08;

/** Sets a headline as large as its room allows, in four lines at most. `measure` is in ems. */
export function fitHeadline(text: string, { width, height }: Room, measure: Measure): FittedHeadline {
  for (let sizePx = LARGEST_PX; ; sizePx -= STEP_PX) {
    const lines = balancedLines(text, width / sizePx, measure);
    const mostLines = Math.min(MOST_LINES, Math.floor(height / (sizePx * LEADING)));
    if (lines.length <= mostLines || sizePx <= STEP_PX) return { lines, sizePx };
  }
}
